import type { CommunityIri, PersonIri } from '../../community/ids.ts';
import type { TreeHead } from '../../record/merkle.ts';
import type { DatesOf } from './dates-of.ts';

/** What whoever runs the machine tried, and what befell the record itself, or one that this community looks after. */
export type HouseEvent =
  | {
      readonly kind: 'attempt-refused';
      /** The operator keeps the machine running and governs nothing: whatever else is tried stands here. */
      readonly by: 'operator';
      readonly what: string;
      readonly target: string;
      readonly through: 'command' | 'http';
    }
  /**
   * The operator made a link by which somebody who lost her password sets a new one. Whoever has it can act in her
   * name, so that every community she belongs to can read that there was one.
   */
  | { readonly kind: 'password-link-made'; readonly by: 'operator'; readonly member: PersonIri }
  /** A linked community's record is not the one that was seen before: something in it was changed or taken out. */
  | {
      readonly kind: 'inconsistency-seen';
      readonly origin: CommunityIri;
      /** What was seen of it before, and countersigned. */
      readonly seen: TreeHead;
      /** What it shows now, signed with its own key: the proof that both cannot be true. */
      readonly shown: TreeHead;
      readonly note: string;
    }
  /** A text was taken out of an entry. That there was one, and its hash, stays. */
  | {
      readonly kind: 'text-erased';
      /** The entry it stood in, of which kind that is, and what it is about (`apply/erasers.ts`). */
      readonly seq: number;
      readonly of: string;
      readonly subject: string;
      /** Where in the entry: names joined by dots. */
      readonly path: string;
      /** Its author; or the operator, when the law demanded it. */
      readonly by: PersonIri | 'operator';
      readonly reason: string;
    };

/** Where they hold dates (`encoding.ts`). */
export const HOUSE_DATES = {
  'attempt-refused': [],
  'password-link-made': [],
  'inconsistency-seen': [],
  'text-erased': [],
} as const satisfies DatesOf<HouseEvent>;
