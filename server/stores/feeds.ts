import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import { type FeedItem, MOST_ITEMS } from '../community/notebook/feed.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Feeds, KeptFeed, KeptItem, Looked } from '../ports/notebook.ts';
import { checked, count, type FieldsOf, sentenceSchema, text } from './fields.ts';
import { insertNew } from './writing.ts';

/** What is known of a feed besides when it is asked: sealed, since an address can hold a secret of whoever reads it. */
const sealedFeedFields = {
  url: text(),
  title: text(),
  site: text().exactOptional(),
  why: sentenceSchema.exactOptional(),
  etag: text().exactOptional(),
  lastModified: text().exactOptional(),
} satisfies FieldsOf<Omit<KeptFeed, 'id' | 'failures' | 'gone'>>;
export const sealedFeedSchema = z.object(sealedFeedFields);
type SealedFeed = z.infer<typeof sealedFeedSchema>;

export const feedSchema = z.object({
  /** A keyed hash of its address. */
  _id: text(),
  /** As JSON: sealed with a key that is not in the database. */
  sealed: text(),
  failures: count,
  /** When it is to be asked; absent: its server said that it is gone. */
  nextAt: z.date().exactOptional(),
});
type FeedDocument = z.infer<typeof feedSchema>;

export const feedItemSchema = z.object({
  /** A keyed hash of the feed and of what it names the item by. */
  _id: text(),
  feed: text(),
  at: z.date(),
  sealed: text(),
});
type ItemDocument = z.infer<typeof feedItemSchema>;

export const sealedItemSchema = z.object({
  guid: text(),
  title: text(),
  url: text().exactOptional(),
  html: text(),
} satisfies FieldsOf<Omit<FeedItem, 'at'>>);

export const feedFollowSchema = z.object({
  /** A keyed hash of who follows and of what. */
  _id: text(),
  feed: text(),
});
type FollowDocument = z.infer<typeof feedFollowSchema>;

export function createFeeds(db: Db, sealer: Sealer, wall: () => Date): Feeds {
  const feeds: Collection<FeedDocument> = db.collection('feeds');
  const kept: Collection<ItemDocument> = db.collection('feedItems');
  const follows: Collection<FollowDocument> = db.collection('feedFollows');

  const idOf = (url: string) => sealer.fingerprint(url, 'feed');
  const followId = (person: PersonIri, feed: string) => sealer.fingerprint(`${person}\n${feed}`, 'who follows a feed');
  const itemId = (feed: string, guid: string) => sealer.fingerprint(`${feed}\n${guid}`, 'an item of a feed');
  const seal = (id: string, feed: SealedFeed) =>
    sealer.seal(JSON.stringify(checked(sealedFeedSchema, feed)), `feed ${id}`);
  const toFeed = ({ _id: id, sealed, failures, nextAt }: FeedDocument): KeptFeed => ({
    id,
    failures,
    ...sealedFeedSchema.parse(JSON.parse(sealer.unseal(sealed, `feed ${id}`))),
    ...(nextAt === undefined ? { gone: true } : {}),
  });
  const toItem = ({ _id: id, feed, at, sealed }: ItemDocument): KeptItem => ({
    id,
    feed,
    at,
    ...sealedItemSchema.parse(JSON.parse(sealer.unseal(sealed, `feed item ${id}`))),
  });

  async function keepItems(feed: string, items: readonly FeedItem[]): Promise<void> {
    if (items.length === 0) return;
    const writes = items.map(({ at, ...item }) => {
      const _id = itemId(feed, item.guid);
      const sealed = sealer.seal(JSON.stringify(checked(sealedItemSchema, item)), `feed item ${_id}`);
      // An item keeps its first time, so that what is changed does not come up again.
      const update = { $set: { feed, sealed }, $setOnInsert: { at } };
      return { updateOne: { filter: { _id }, update, upsert: true } };
    });
    await kept.bulkWrite(writes, { ordered: false });
    const newest = kept.find({ feed }, { projection: { _id: 1 } }).sort({ at: -1, _id: -1 });
    const others = await newest.skip(MOST_ITEMS).toArray();
    if (others.length > 0) await kept.deleteMany({ _id: { $in: others.map(({ _id }) => _id) } });
  }

  async function forgetUnfollowed(feed: string): Promise<boolean> {
    if ((await follows.findOne({ feed })) !== null) return false;
    await feeds.deleteOne({ _id: feed });
    await kept.deleteMany({ feed });
    return true;
  }

  async function addFeed(url: string): Promise<void> {
    const _id = idOf(url);
    await insertNew(
      feeds,
      checked(feedSchema, { _id, sealed: seal(_id, { url, title: '' }), failures: 0, nextAt: wall() }),
    );
  }

  return {
    idOf,
    async follow(person, url) {
      const feed = idOf(url);
      // First that somebody follows it: else it could be forgotten at this very moment.
      await insertNew(follows, checked(feedFollowSchema, { _id: followId(person, feed), feed }));
      await addFeed(url);
    },
    async unfollow(person, url) {
      const feed = idOf(url);
      await follows.deleteOne({ _id: followId(person, feed) });
      // Somebody may have begun to follow it in between.
      if ((await forgetUnfollowed(feed)) && (await follows.findOne({ feed })) !== null) await addFeed(url);
    },
    async known(urls) {
      return (await feeds.find({ _id: { $in: urls.map(idOf) } }).toArray()).map(toFeed);
    },
    async claim(now, until) {
      const due = { nextAt: { $lte: now } };
      const found = await feeds.findOneAndUpdate(due, { $set: { nextAt: until } }, { sort: { nextAt: 1 } });
      return found === null ? null : toFeed(found);
    },
    async looked(id, looked) {
      const before = await feeds.findOne({ _id: id });
      if (before === null || (await forgetUnfollowed(id))) return;
      if (looked.state === 'read') await keepItems(id, looked.feed.items);
      const { failures, ...said } = after(toFeed(before), looked);
      const isGone = looked.state === 'failed' && looked.gone;
      const change = { failures, sealed: seal(id, said) };
      const update = isGone
        ? { $set: change, $unset: { nextAt: 1 as const } }
        : { $set: { ...change, nextAt: looked.nextAt } };
      await feeds.updateOne({ _id: id }, update);
    },
    async items(among, { before, limit }) {
      if (among.length === 0) return [];
      const where = { feed: { $in: [...among] }, ...(before === undefined ? {} : { at: { $lt: before } }) };
      return (await kept.find(where).sort({ at: -1, _id: -1 }).limit(limit).toArray()).map(toItem);
    },
    async item(id) {
      const found = await kept.findOne({ _id: id });
      return found === null ? null : toItem(found);
    },
  };
}

/** What is known of a feed after a look at it. */
function after({ id: _, gone: __, ...before }: KeptFeed, looked: Looked): SealedFeed & Pick<KeptFeed, 'failures'> {
  if (looked.state === 'failed') return { ...before, failures: before.failures + 1, why: looked.why };
  const { why: ___, etag: ____, lastModified: _____, ...rest } = before;
  const { etag, lastModified } = looked;
  const validators = {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
  if (looked.state === 'unchanged') {
    const { why: said, ...same } = before;
    return { ...same, ...validators, failures: 0 };
  }
  const { title, site } = looked.feed;
  return { ...rest, ...validators, title, failures: 0, ...(site === undefined ? {} : { site }) };
}
