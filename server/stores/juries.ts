import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { CommunityIri, Digest, JuryId, Organisation, PersonIri } from '../community/ids.ts';
import { isWhole, type Pool, type PoolEntry } from '../governance/juries/pool.ts';
import type { JuryVote } from '../governance/juries/vote.ts';
import type { JuryPools, JuryRooms, JuryText, JuryVotes } from '../ports/juries.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { checked, count, type FieldsOf, list, oneOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

const ofJury = { community: text<CommunityIri>(), jury: text<JuryId>() };

export const juryPoolSchema = z.object({
  /** `community jury` */
  _id: text(),
  ...ofJury,
  entries: list(
    z.object({
      member: text<PersonIri>(),
      organisation: text<Organisation>(),
      salt: text(),
      leaf: text<Digest>(),
    } satisfies FieldsOf<PoolEntry>),
  ),
  root: text<Digest>(),
  secret: text(),
  relaxed: list(oneOf('organisations', 'yearly', 'small-pool', 'contributors', 'no-round', 'organisation-cap')),
} satisfies FieldsOf<Pool> & { readonly [name: string]: z.ZodType });
type PoolDocument = z.infer<typeof juryPoolSchema>;

export function createJuryPools(db: Db): JuryPools {
  const pools: Collection<PoolDocument> = db.collection('juryPools');
  const toPool = ({ entries, root, secret, relaxed }: PoolDocument): Pool => ({ entries, root, secret, relaxed });
  /** Written once, as large as the community, and asked for with every step of every jury. */
  const atHand = new RecentlyUsed<string, Pool>({ limit: MOST_POOLS });
  return {
    async keep(community, jury, pool) {
      const document = checked(juryPoolSchema, { _id: `${community} ${jury}`, community, jury, ...pool });
      if (await insertNew(pools, document)) return pool;
      const first = await pools.findOne({ _id: document._id });
      if (first === null) throw new Error(`the pool of ${jury} was there, and is not any more`);
      return toPool(first);
    },
    async of(community) {
      const all = await pools.find({ community }, { projection: { jury: 1 } }).toArray();
      const known = new Map(
        all.flatMap(({ _id }) => {
          const pool = atHand.get(_id);
          return pool === undefined ? [] : [[_id, pool] as const];
        }),
      );
      const missing = all.flatMap(({ _id }) => (known.has(_id) ? [] : _id));
      for await (const document of missing.length === 0 ? [] : pools.find({ _id: { $in: missing } })) {
        const pool = toPool(document);
        known.set(document._id, pool);
        // One that was changed is looked at again: it may be put right.
        if (isWhole(pool)) atHand.set(document._id, pool);
      }
      return new Map(
        all.flatMap(({ _id, jury }) => {
          const pool = known.get(_id);
          return pool === undefined ? [] : [[jury, pool] as const];
        }),
      );
    },
  };
}

/** So many pools are kept at hand, at most. */
const MOST_POOLS = 100;

/** From then on it may be forgotten; set when the verdict is given. */
const forgetting = { forgetFrom: z.date().exactOptional() };

export const juryVoteSchema = z.object({
  /** `community jury round juror`: nobody votes twice. */
  _id: text(),
  ...ofJury,
  round: oneOf('blind', 'final'),
  juror: text<Digest>(),
  option: text(),
  nonce: text(),
  leaf: text<Digest>(),
  ...forgetting,
} satisfies FieldsOf<JuryVote> & { readonly [name: string]: z.ZodType });
type VoteDocument = z.infer<typeof juryVoteSchema>;

export const juryTextSchema = z.object({
  _id: text(),
  ...ofJury,
  from: count,
  kind: oneOf('briefing', 'word'),
  text: text(),
  at: z.date(),
  ...forgetting,
} satisfies FieldsOf<Omit<JuryText, 'id'>> & { readonly [name: string]: z.ZodType });
type TextDocument = z.infer<typeof juryTextSchema>;

export function createJuryVotes(db: Db): JuryVotes {
  const votes: Collection<VoteDocument> = db.collection('juryVotes');
  return {
    async cast(vote) {
      const _id = [vote.community, vote.jury, vote.round, vote.juror].join(' ');
      return (await insertNew(votes, checked(juryVoteSchema, { _id, ...vote }))) ? 'cast' : 'already';
    },
    async of(community, jury, round) {
      const found = await votes.find({ community, jury, ...(round === undefined ? {} : { round }) }).toArray();
      return found.map(({ _id, forgetFrom, ...vote }) => vote);
    },
  };
}

export function createJuryRooms(db: Db): JuryRooms {
  const texts: Collection<TextDocument> = db.collection('juryTexts');
  const votes: Collection<VoteDocument> = db.collection('juryVotes');
  return {
    async write({ id, ...written }) {
      await insertNew(texts, checked(juryTextSchema, { _id: id, ...written }));
    },
    async read(community, jury) {
      const found = await texts.find({ community, jury }).sort({ at: 1, _id: 1 }).toArray();
      return found.map(({ _id: id, forgetFrom, ...written }) => ({ id, ...written }));
    },
    async forgetFrom(community, jury, at) {
      for (const collection of [texts, votes] as readonly Collection<TextDocument | VoteDocument>[]) {
        await collection.updateMany({ community, jury, forgetFrom: { $exists: false } }, { $set: { forgetFrom: at } });
      }
    },
  };
}

/** Forgets what was said and voted in juries that have decided long enough ago. */
export async function purgeJuries(db: Db, now: Date): Promise<number> {
  const gone = await Promise.all(
    ['juryTexts', 'juryVotes'].map((name) => db.collection(name).deleteMany({ forgetFrom: { $lte: now } })),
  );
  return gone.reduce((sum, { deletedCount }) => sum + deletedCount, 0);
}
