import type { CommunityIri, EmergencyId, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { refused } from '../community/result.ts';
import { type Declaration, declareEmergency as decideDeclare } from '../governance/emergency/declare.ts';
import { confirmEmergency as decideConfirm, liftEmergency as decideLift } from '../governance/emergency/settle.ts';
import type { Entry } from '../record/entry.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake' | 'posts'>;

/** A moderator meets a listed harm at once. The posts it rests on must be in the community, and hers to judge. */
export async function declareEmergency(
  house: Needs,
  { community, ...ask }: Declaration & { readonly community: CommunityIri },
): Promise<Result<Entry>> {
  const grounds = await Promise.all(ask.grounds.map((iri) => house.posts.byIri(iri)));
  if (grounds.some((post) => post === null || post.community !== community || post.deletedAt !== undefined)) {
    return refused('no-grounds', 'One of the posts that it rests on is not in this community.');
  }
  return decideAndRecord(house, community, (state, now) => decideDeclare({ ...ask, state, now }));
}

export interface OnEmergency {
  readonly community: CommunityIri;
  readonly emergency: EmergencyId;
  readonly by: PersonIri;
}

/** A second moderator stands by a measure. */
export function confirmEmergency(house: Needs, ask: OnEmergency): Promise<Result<Entry>> {
  return decideAndRecord(house, ask.community, (state, now) => decideConfirm({ ...ask, state, now }));
}

/** A moderator lifts a measure before its time. */
export function liftEmergency(house: Needs, ask: OnEmergency): Promise<Result<Entry>> {
  return decideAndRecord(house, ask.community, (state, now) => decideLift({ ...ask, state, now }));
}
