import type { Db } from 'mongodb';
import type { Migration } from '../migrations.ts';

interface Kept {
  readonly _id: string;
  readonly turn?: number;
}

/**
 * Somebody's ballots on one vote stand in the order of their turns, so that the last is found at once. Up to the ninth
 * they do already; those after it get an id that says how many digits their turn has.
 */
export const orderBallotsByTurn: Migration = {
  id: 5,
  name: 'order-ballots-by-turn',
  async up(db: Db) {
    const ballots = db.collection<Kept>('ballots');
    for await (const ballot of ballots.find({ turn: { $gte: 10 } })) {
      const old = ` ${ballot.turn}`;
      if (!ballot._id.endsWith(old)) continue;
      const digits = String.fromCharCode('a'.charCodeAt(0) + old.length - 2);
      const _id = `${ballot._id.slice(0, -old.length)} ${digits}${ballot.turn}`;
      // Where a stop came between the two, it is there already, and is what it was.
      await ballots.replaceOne({ _id }, withoutId(ballot), { upsert: true });
      await ballots.deleteOne({ _id: ballot._id });
    }
  },
};

function withoutId({ _id, ...rest }: Kept): Omit<Kept, '_id'> {
  return rest;
}
