import type { Result } from '../../community/result.ts';
import type { Said } from '../../community/said.ts';
import type { GovernanceEvent } from '../events.ts';
import type { Change, Matter, Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';

/** Changes of one kind, or of some. */
export type ChangeOf<Kind extends Change['kind']> = Change extends infer One
  ? One extends { readonly kind: infer Named }
    ? Kind extends Named
      ? One
      : never
    : never
  : never;

export type ChangeRefusal =
  | 'bad-rule'
  | 'bad-parameters'
  | 'bad-intent'
  | 'no-such-rule'
  | 'nothing-changes'
  | 'conflict'
  | 'bad-server'
  | 'bad-community'
  | 'bad-list'
  | 'bad-issuer'
  | 'bad-role'
  | 'no-such-member'
  | 'not-for-members';

/** Everything that is particular to one kind of change: what it is, whether it can stand, what carries it out. */
export interface KindOfChange<One extends Change> {
  /** Decides quorum, majority and durations (governance.md §3.2). */
  readonly matter: Matter;
  /** What it is, in a few words that begin a sentence: “A new rule.” */
  readonly title: Said;
  /** What would happen, in plain sentences. */
  readonly words: (change: One) => Said;
  /**
   * Whether it could be carried out beside what is in force. Asked when it is proposed, and again before its text is
   * frozen (§3.3, Conflict). The value is the change as it was understood.
   */
  readonly check: (ask: {
    readonly state: CommunityState;
    readonly change: One;
    readonly now: Date;
  }) => Result<One, ChangeRefusal>;
  /** The entry that carries it out; `proposal-voided` where it has become pointless meanwhile. */
  readonly enact: (ask: {
    readonly state: CommunityState;
    readonly change: One;
    readonly proposal: Proposal;
    readonly now: Date;
  }) => GovernanceEvent;
}
