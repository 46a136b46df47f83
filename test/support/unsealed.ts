import type { Db } from 'mongodb';
import type { House } from '../../server/actions/house.ts';
import type { Outgoing } from '../../server/ports/federation.ts';
import type { Notice } from '../../server/ports/notices.ts';

/** Every notice there is, as its reader reads it: in the database what they say is sealed. */
export async function allTold(house: Pick<House, 'notices'>, db: Db): Promise<readonly Notice[]> {
  const readers = await db.collection('notices').distinct('to');
  return (await Promise.all(readers.map((reader) => house.notices.to(reader, 10_000)))).flat();
}

/** Every activity that is kept, as it is sent. */
export async function allSent(house: Pick<House, 'activities'>, db: Db): Promise<readonly Outgoing[]> {
  const ids = await db.collection('activities').distinct('_id');
  const kept = await Promise.all(ids.map((id) => house.activities.byIri(id as never)));
  return kept.filter((one) => one !== null);
}
