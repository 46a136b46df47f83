import type { CommunityIri, PersonIri } from '../community/ids.ts';
import { giveDelegation as decideGive, takeBackDelegation as decideTakeBack } from '../governance/delegations/give.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;

/** A member asks another to vote for her where she does not vote herself. */
export function giveDelegation(
  house: Needs,
  ask: { readonly community: CommunityIri; readonly by: PersonIri; readonly to: PersonIri },
) {
  return decideAndRecord(house, ask.community, (state, now) => decideGive({ ...ask, state, now }));
}

/** She votes for herself again. */
export function takeBackDelegation(house: Needs, ask: { readonly community: CommunityIri; readonly by: PersonIri }) {
  return decideAndRecord(house, ask.community, (state) => decideTakeBack({ ...ask, state }));
}
