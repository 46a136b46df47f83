import type { ActorIri, Digest, PersonIri, PostIri } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import type { AutoEffect } from '../rules/rule.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** What rules did to posts by themselves. */
export type EnforcementEvent =
  | { readonly kind: 'post-held'; readonly statement: StatementOfReasons; readonly until: Date }
  | {
      readonly kind: 'hold-ended';
      readonly post: PostIri;
      readonly how: 'time-over' | 'released';
      readonly by?: PersonIri;
      /** In which capacity; absent: as the founder, while her acts are provisional. */
      readonly as?: 'moderator';
    }
  | { readonly kind: 'post-labelled'; readonly statement: StatementOfReasons; readonly label: string };

/** Where they hold dates (`encoding.ts`). */
export const ENFORCEMENT_DATES = {
  'post-held': ['until', 'statement.actAt', 'statement.since'],
  'hold-ended': [],
  'post-labelled': ['statement.actAt', 'statement.since'],
} as const satisfies DatesOf<EnforcementEvent>;

/** What of them can be erased. */
export const ENFORCEMENT_TEXTS = {
  'post-held': ['statement.facts'],
  'post-labelled': ['statement.facts'],
} as const satisfies TextsOf<EnforcementEvent>;

/** Why somebody was restricted: the fields of Article 17 of the EU's Digital Services Act, as far as a post goes. */
export interface StatementOfReasons {
  readonly post: PostIri;
  readonly author: ActorIri;
  /** SHA-256 of the post as it was received. */
  readonly evidence: Digest;
  readonly cited: RuleCited;
  /** The family of the rule, where it has one: of one family, one sanction falls on an act. */
  readonly family?: string;
  readonly effect: AutoEffect;
  /** When the act was done, as this server received it; the rule was in force then. */
  readonly actAt: Date;
  /** When it was imposed, where that was later than the act: because of reports. */
  readonly since?: Date;
  /** What was found, in a sentence. */
  readonly facts: string;
  readonly automated: true;
  readonly decidedBy: 'rule';
}
