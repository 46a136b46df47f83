import { randomBytes } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { Sealer } from '../database/sealing.ts';
import type { News, NewsItem, NewsReader } from '../ports/news.ts';
import { text } from './fields.ts';
import { gatherWrites } from './gathering.ts';
import type { leaseSchema } from './leases.ts';
import { upserting } from './writing.ts';

export const newsSchema = z.object({
  /** At random, so that it says nothing of when. */
  _id: text(),
  /** The item as JSON, sealed with a key that is not in the database; empty where somebody begins to read. */
  sealed: z.string(),
});
type NewsDocument = z.infer<typeof newsSchema>;
type LeaseDocument = z.infer<typeof leaseSchema>;

/** Says it to whoever listens, if anybody does. Never waited for, and never fails. */
export type Tell = (item: NewsItem) => void;

/** So long after the last reader has said that it reads, nobody does. */
const LISTENED_MS = 60_000;
const SAY_EVERY_MS = 20_000;
/** So long a process that has found readers takes it that there are some. */
const TRUSTED_MS = 10_000;
/** So long what happens is held back while nobody reads: whoever has just begun to is found by then. */
const HELD_BACK_MS = 250;
const MOST_HELD_BACK = 5000;
/** So long one question to the database waits for something to happen, and so late it is noticed that one has stopped. */
const AWAIT_MS = 1000;

/** That somebody reads, said in the one place where processes of a server meet. */
const LISTENING = 'listening';

/**
 * What happens, from each process to all others, by way of the database: a collection of fixed size in the order of
 * writing (`capped`), whose end is waited for (`tailable`). It needs neither change streams nor sessions, so the
 * embedded engine has it as well. As long as nobody reads, nothing is written to it.
 */
export function createNews(db: Db, sealer: Sealer): { readonly news: News; readonly tell: Tell } {
  const lines: Collection<NewsDocument> = db.collection('news');
  const leases: Collection<LeaseDocument> = db.collection('leases');
  const tellOthers = createTelling({ lines, leases, sealer });
  const listeners: ((item: NewsItem) => void)[] = [];
  return {
    tell(item) {
      tellOthers(item);
      for (const listener of listeners) listener(item);
    },
    news: {
      ...createFollowing({ lines, leases, sealer }),
      hearOwn: (listener) => void listeners.push(listener),
    },
  };
}

interface Parts {
  readonly lines: Collection<NewsDocument>;
  readonly leases: Collection<LeaseDocument>;
  readonly sealer: Sealer;
}

const sealedFor = (id: string): string => `news ${id}`;
const newId = (): string => randomBytes(12).toString('base64url');

function createTelling({ lines, leases, sealer }: Parts): Tell {
  let trustedUntil = 0;
  let heldBack: NewsItem[] = [];
  let looking = false;

  const write = gatherWrites<NewsItem, void>(async (items) => {
    const documents = items.map((item) => {
      const _id = newId();
      return { _id, sealed: sealer.seal(JSON.stringify(item), sealedFor(_id)) };
    });
    await lines.insertMany(documents, { ordered: true, writeConcern: { w: 1, journal: false } });
    return items.map(() => undefined);
  });
  // What cannot be told is not told: the thing itself is kept, and apps read it when they look again.
  const tellAll = (items: readonly NewsItem[]) => {
    for (const item of items) write(item).catch(() => {});
  };

  /** Whether anybody reads, by the database's clock: machines' clocks differ. */
  async function isListened(): Promise<boolean> {
    const now = { _id: LISTENING, $expr: { $gt: ['$until', '$$NOW'] } };
    return (await leases.findOne(now, { projection: { _id: 1 } })) !== null;
  }

  async function look(): Promise<void> {
    looking = true;
    let listened = false;
    try {
      if (trustedUntil === 0) await pass(HELD_BACK_MS, undefined, { ref: false });
      listened = await isListened();
    } catch {
      // The database is away, and so are its readers.
    }
    const items = heldBack;
    heldBack = [];
    looking = false;
    trustedUntil = listened ? performance.now() + TRUSTED_MS : 0;
    if (listened) tellAll(items);
  }

  return (item) => {
    if (!looking && performance.now() < trustedUntil) return tellAll([item]);
    if (heldBack.length < MOST_HELD_BACK) heldBack.push(item);
    if (!looking) void look();
  };
}

const AT = 'at' satisfies keyof Extract<NewsItem, { kind: 'notice' }>;
const readItem = (json: string): NewsItem =>
  JSON.parse(json, (name, value) => (name === AT && typeof value === 'string' ? new Date(value) : value)) as NewsItem;

function createFollowing({ lines, leases, sealer }: Parts): Pick<News, 'follow'> {
  const sayThatOneReads = () =>
    upserting(() =>
      leases.updateOne({ _id: LISTENING }, [{ $set: { holder: LISTENING, until: { $add: ['$$NOW', LISTENED_MS] } } }], {
        upsert: true,
      }),
    );
  const read = ({ _id, sealed }: NewsDocument): readonly NewsItem[] =>
    sealed === '' ? [] : [readItem(sealer.unseal(sealed, sealedFor(_id)))];

  /** Reads on until it is stopped, from the place where `mark` stands. */
  async function readFrom(mark: string, cursor: ReturnType<typeof open>, reader: NewsReader, begun: () => void) {
    let hasBegun = false;
    for (;;) {
      const first = await cursor.next();
      // A cursor that has nothing more to wait for has lost its place.
      if (first === null) throw new Error('the place in the news was lost');
      const batch = [first, ...cursor.readBufferedDocuments()];
      const from = hasBegun ? 0 : batch.findIndex(({ _id }) => _id === mark) + 1;
      if (!hasBegun && from === 0) continue;
      if (!hasBegun) begun();
      hasBegun = true;
      const items = batch.slice(from).flatMap(read);
      if (items.length > 0) reader.heard(items);
    }
  }
  const open = () => lines.find({}, { tailable: true, awaitData: true, maxAwaitTimeMS: AWAIT_MS, batchSize: 1000 });

  return {
    async follow(reader) {
      await sayThatOneReads();
      const mark = newId();
      await lines.insertOne({ _id: mark, sealed: '' });
      const cursor = open();
      const saying = setInterval(() => void sayThatOneReads().catch(() => {}), SAY_EVERY_MS).unref();
      let stopped = false;
      const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
      const close = async () => {
        clearInterval(saying);
        await cursor.close().catch(() => {});
      };
      const reading = readFrom(mark, cursor, reader, resolve).catch(async (cause: unknown) => {
        if (!stopped) reader.lost(cause);
        reject(cause);
        await close();
      });
      await begun;
      return {
        async stop() {
          stopped = true;
          await close();
          await reading;
        },
      };
    },
  };
}
