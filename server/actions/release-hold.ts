import type { CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import { releaseHold as decide } from '../governance/holds.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;

/** Somebody entitled to looks at a held post and lets it go before its time is over. */
export function releaseHold(
  house: Needs,
  ask: { readonly community: CommunityIri; readonly post: PostIri; readonly by: PersonIri },
) {
  return decideAndRecord(house, ask.community, (state, now) => decide({ ...ask, state, now }));
}
