import type { PersonIri } from '../../community/ids.ts';
import type { DatesOf } from './dates-of.ts';

/** Who votes for whom where she does not vote herself. */
export type DelegationEvent =
  | {
      readonly kind: 'delegation-given';
      readonly by: PersonIri;
      readonly to: PersonIri;
      readonly until: Date;
    }
  | {
      readonly kind: 'delegation-ended';
      readonly by: PersonIri;
      readonly to: PersonIri;
      /** `left`: one of the two has left, or rests. */
      readonly why: 'taken-back' | 'expired' | 'left';
    };

/** Where they hold dates (`encoding.ts`). */
export const DELEGATIONS_DATES = {
  'delegation-given': ['until'],
  'delegation-ended': [],
} as const satisfies DatesOf<DelegationEvent>;
