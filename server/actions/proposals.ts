import type { CommunityIri, PersonIri, ProposalId } from '../community/ids.ts';
import type { Change } from '../governance/proposal.ts';
import { secondProposal as decideSecond } from '../governance/proposals/second.ts';
import { submitProposal as decideSubmit } from '../governance/proposals/submit.ts';
import { withdrawProposal as decideWithdraw } from '../governance/proposals/withdraw.ts';
import type { House } from './house.ts';
import { wrongScope } from './instance-rules.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;
type Submitting = Needs & Pick<House, 'communities'>;

export interface Submission {
  readonly community: CommunityIri;
  readonly by: PersonIri;
  readonly title: string;
  readonly reasons: string;
  readonly change: Change;
}

/** A member proposes a change of the rules or of the charter. */
export async function submitProposal(house: Submitting, ask: Submission) {
  const wrong = await wrongScope(house, ask.community, ask.change);
  if (wrong !== null) return wrong;
  return decideAndRecord(house, ask.community, (state, now) => decideSubmit({ ...ask, state, now }));
}

export interface OnProposal {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
}

/** A member says: this should be discussed and voted on. */
export function secondProposal(house: Needs, ask: OnProposal) {
  return decideAndRecord(house, ask.community, (state, now) => decideSecond({ ...ask, state, now }));
}

/** Who proposed takes it back, while its text is not frozen. */
export function withdrawProposal(house: Needs, ask: OnProposal) {
  return decideAndRecord(house, ask.community, (state, now) => decideWithdraw({ ...ask, state, now }));
}
