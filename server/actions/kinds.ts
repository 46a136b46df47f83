import type { CommunityIri, PersonIri } from '../community/ids.ts';
import { dropKind as decideDrop, nameKind as decideName } from '../governance/conversation/kinds.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;
interface Ask {
  readonly community: CommunityIri;
  readonly by: PersonIri;
  /** Without the `#`, or with it. */
  readonly tag: string;
}

/** A member names a kind of post. */
export const nameKind = (house: Needs, ask: Ask) =>
  decideAndRecord(house, ask.community, (state, now) => decideName({ ...ask, state, now }));

/** A kind that a member named goes off the list. */
export const dropKind = (house: Needs, ask: Ask) =>
  decideAndRecord(house, ask.community, (state, now) => decideDrop({ ...ask, state, now }));
