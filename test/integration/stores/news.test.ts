import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { isSeen } from '../../../server/api/seen.ts';
import { activityIri, postIri } from '../../../server/community/ids.ts';
import { isListed, type Listed } from '../../../server/community/listing.ts';
import type { Post } from '../../../server/community/post.ts';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { ensureIndexes } from '../../../server/database/indexes.ts';
import type { NewsItem } from '../../../server/ports/news.ts';
import { createStores } from '../../../server/stores/index.ts';
import { until } from '../../support/wait.ts';
import { addresses, alice, at, bob, dora, guild, otherGuild, personHere, post, storeWorld } from './world.ts';

const world = storeWorld();
const open: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of open) await stop();
});

/** Everything that a reader hears, and why it ended. */
async function reading() {
  const items: NewsItem[] = [];
  const lost: unknown[] = [];
  const following = await world()
    .another()
    .news.follow({
      heard: (some) => items.push(...some),
      lost: (cause) => lost.push(cause),
    });
  open.push(following.stop);
  return { items, lost };
}

describe('what one process writes', () => {
  it('another hears, in order, and reads the thing itself', async () => {
    const { stores } = world();
    const reader = await reading();
    const one = post(1);
    await stores.posts.add(one, []);
    await stores.posts.add(one, []);
    await stores.posts.edit(one.iri, { html: '<p>other</p>' }, []);
    const share = {
      actor: bob,
      post: one.iri,
      kind: 'share',
      activity: 'https://north.example/a/1',
      at: at(3),
    } as const;
    await stores.reactions.add(share);
    await stores.reactions.add({ ...share, kind: 'dislike' });
    expect(await stores.reactions.removeByActivity(bob, share.activity)).toMatchObject({ post: one.iri });
    await stores.posts.bury(one.iri, at(4), []);
    await until('all are heard', () => reader.items.length >= 5);
    expect(reader.items).toEqual([
      { kind: 'post', post: one.iri },
      { kind: 'post-changed', post: one.iri, was: 'public' },
      { kind: 'share', actor: bob, post: one.iri, activity: share.activity, at: at(3) },
      { kind: 'share-gone', actor: bob, post: one.iri, at: at(3) },
      { kind: 'post-gone', post: one.iri },
    ]);
  });

  it('a copy of the database tells nothing of it', async () => {
    const { stores, db } = world();
    const reader = await reading();
    await stores.marks.put({ person: alice, kind: 'mute', subject: bob, at: at(1) });
    await until('it is heard', () => reader.items.length > 0);
    expect(reader.items).toEqual([{ kind: 'own', person: alice, what: 'marks' }]);
    const kept = await db.collection('news').find().toArray();
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toMatch(/alice|own|mute/);
  });

  it('is told to nobody, and costs no write, while nobody listens', async () => {
    const { db, sealer } = world();
    const before = await db.collection('news').countDocuments();
    await db.collection('leases').deleteMany({});
    const client = await new MongoClient(process.env.TEST_MONGODB_URI ?? '', {
      ...EMBEDDED_CLIENT,
      monitorCommands: true,
    }).connect();
    const commands: string[] = [];
    client.on('commandSucceeded', ({ commandName }) => commands.push(commandName));
    const quiet = createStores(client.db(db.databaseName), {
      sealer,
      addresses,
      wall: () => at(0),
      hasConsequences: () => false,
    });
    for (const n of [11, 12, 13]) await quiet.posts.add(post(n), []);
    await until('it has looked whether anybody listens', () => commands.includes('find'));
    expect(commands.filter((name) => name === 'insert')).toHaveLength(3);
    expect(commands.filter((name) => name === 'find')).toHaveLength(1);
    expect(await db.collection('news').countDocuments()).toBe(before);
    // Who has just begun to listen misses nothing of what is written from then on.
    const reader = await reading();
    const heard = post(14);
    await quiet.posts.add(heard, []);
    await until('it is heard', () => reader.items.some((item) => 'post' in item && item.post === heard.iri));
    await client.close();
  });

  it('who may have missed something is told so', async () => {
    const { db } = world();
    const reader = await reading();
    await db.collection('news').drop();
    await until('the place is lost', () => reader.lost.length === 1);
    // Whatever wrote first has made it anew, of the wrong kind.
    await db.collection<{ _id: string }>('news').insertOne({ _id: 'x' });
    await ensureIndexes(db);
    const again = await reading();
    await world().stores.posts.add(post(21), []);
    await until('it is heard', () => again.items.length > 0);
  });
});

describe('whether a post is in a list', () => {
  const posts: Post[] = [];
  const another = otherGuild('streaming');
  const communities = [undefined, guild, another];
  const authors = [alice, bob, dora];

  beforeAll(async () => {
    const { stores } = world();
    const follow = { follower: alice, target: guild, state: 'accepted', at: at(0) } as const;
    await stores.follows.put({ ...follow, activity: activityIri('https://north.example/f/1') }, []);
    let n = 100;
    for (const community of communities) {
      for (const author of authors) {
        for (const audience of ['public', 'members', 'direct'] as const) {
          for (const answers of [undefined, posts[0]?.iri]) {
            n += 1;
            const { community: _none, ...bare } = post(n);
            const one: Post = {
              ...bare,
              author,
              ...(community === undefined ? {} : { community }),
              audience: community === undefined && audience === 'members' ? 'public' : audience,
              ...(answers === undefined ? {} : { inReplyTo: answers }),
              ...(n % 7 === 0 ? { poll: { options: ['a', 'b'], multiple: false } } : {}),
              ...(n % 3 === 0 ? { details: { hashtags: n % 9 === 0 ? ['Roof'] : ['roof', 'Slate'] } } : {}),
              to: n % 4 === 0 ? [alice] : n % 5 === 0 ? [bob] : [],
              home: author === dora ? 'elsewhere' : 'here',
              standing: n % 11 === 0 ? { state: 'removed', by: guild, at: at(9) } : { state: 'visible' },
              receivedAt: at(n),
              iri: postIri(`https://north.example/posts/listed-${n}`),
            };
            posts.push(one);
            await stores.posts.add(one, []);
          }
        }
      }
    }
  });
  afterAll(() => world().db.collection('posts').deleteMany({}));

  const lists: Readonly<Record<string, Listed>> = {
    everywhere: { public: 'everywhere' },
    here: { public: 'here' },
    roof: { tagged: ['roof'], all: [], none: [], here: false },
    'roof with slate here': { tagged: ['roof'], all: ['slate'], none: [], here: true },
    'roof without slate': { tagged: ['roof'], all: [], none: ['slate'], here: false },
    home: { communities: [guild], authors: [alice], followed: [bob], tags: ['slate'] },
    'a community': { communities: [another], authors: [] },
    'people, no answers': { communities: [guild], authors: [bob, dora], answers: 'none' },
    'people, answers to some': { communities: [], authors: [bob, dora], answers: [alice] },
    'an author': { author: bob, replies: false },
    'an author with answers': { author: dora, replies: true },
    'an author with a hashtag': { author: alice, replies: true, ofTag: 'roof' },
  };
  it.each(Object.entries(lists))('is decided as the database does: %s', async (_name, of) => {
    const { stores } = world();
    const viewer = { ...personHere('alice') };
    const stretch = { notBefore: at(100), oldestFirst: true, limit: 1000 };
    const asked = await stores.timelines.stretch(of, viewer.iri, stretch);
    const decided: Post[] = [];
    for (const one of posts)
      if (isListed(of, one, viewer.iri) && (await isSeen(stores, one, viewer))) decided.push(one);
    expect(decided.map(({ iri }) => iri)).toEqual(asked.map(({ iri }) => iri));
    expect(asked.length).toBeGreaterThan(0);
  });
});
