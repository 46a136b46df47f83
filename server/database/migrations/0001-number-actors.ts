import type { Db } from 'mongodb';
import { actorIri } from '../../community/ids.ts';
import { actorNumber } from '../../community/numbers.ts';
import type { Migration } from '../migrations.ts';

const BATCH = 1000;

/** Gives everybody the number by which client apps name her, so that it can be looked up. */
export const numberActors: Migration = {
  id: 1,
  name: 'number-actors',
  async up(db: Db) {
    const actors = db.collection<{ _id: string; number?: string }>('actors');
    const waiting = { number: { $exists: false }, type: { $in: ['person', 'community'] } };
    for (;;) {
      const some = await actors
        .find(waiting, { projection: { _id: 1 } })
        .limit(BATCH)
        .toArray();
      if (some.length === 0) return;
      await actors.bulkWrite(
        some.map(({ _id }) => ({
          updateOne: { filter: { _id }, update: { $set: { number: actorNumber(actorIri(_id)) } } },
        })),
        { ordered: false },
      );
    }
  },
};
