import type { Result } from '../../community/result.ts';
import type { Said } from '../../community/said.ts';
import type { GovernanceEvent } from '../events.ts';
import type { Change, Matter, Proposal } from '../proposal.ts';
import type { CommunityState } from '../state.ts';
import { caseChanges } from './cases.ts';
import { charterChanges } from './charter.ts';
import { federationChanges } from './federation.ts';
import { issuerChanges } from './issuers.ts';
import type { ChangeOf, ChangeRefusal, KindOfChange } from './kind-of-change.ts';
import { roleChanges } from './roles.ts';
import { ruleChanges } from './rules.ts';

export type { ChangeRefusal } from './kind-of-change.ts';

/** Every kind of change that can be proposed. */
const KINDS: { readonly [Kind in Change['kind']]: KindOfChange<ChangeOf<Kind>> } = {
  ...ruleChanges,
  ...charterChanges,
  ...federationChanges,
  ...issuerChanges,
  ...roleChanges,
  ...caseChanges,
};

const kindOf = ({ kind }: Pick<Change, 'kind'>): KindOfChange<Change> => KINDS[kind] as unknown as KindOfChange<Change>;

/** The kind of matter that a change is. */
export const matterOf = (change: Pick<Change, 'kind'>): Matter => kindOf(change).matter;

/** What a change is, in a few words: “A new rule.” */
export const changeTitle = (change: Pick<Change, 'kind'>): Said => kindOf(change).title;

/** What a proposal would change, in plain sentences. */
export const changeWords = (change: Change): Said => kindOf(change).words(change);

/** Whether a change could be carried out beside what is in force now; the value is the change as it was understood. */
export const checkChange = (ask: {
  readonly state: CommunityState;
  readonly change: Change;
  readonly now: Date;
}): Result<Change, ChangeRefusal> => kindOf(ask.change).check(ask);

/** The entry that carries out a passed proposal's change now. */
export const enactChange = (ask: {
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly now: Date;
}): GovernanceEvent => {
  const { change } = ask.proposal;
  return kindOf(change).enact({ ...ask, change });
};
