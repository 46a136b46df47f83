import { beforeAll, describe, expect, it } from '@jest/globals';
import { activityIri, type PersonIri, postIri } from '../../../server/community/ids.ts';
import type { Listed } from '../../../server/community/listing.ts';
import type { Post } from '../../../server/community/post.ts';
import type { Unwanted } from '../../../server/community/unwanted.ts';
import type { Stretch } from '../../../server/ports/posts.ts';
import { postCollection } from '../../../server/stores/posts.ts';
import { createPostsAtHand } from '../../../server/stores/posts-at-hand.ts';
import { createRecentPosts } from '../../../server/stores/recent-posts.ts';
import { until } from '../../support/wait.ts';
import { alice, at, bob, dora, guild, otherGuild, post, storeWorld } from './world.ts';

const world = storeWorld();
const another = otherGuild('recent');
const home: Listed = { communities: [guild], authors: [alice], followed: [bob], tags: ['slate'] };
const lists: readonly Listed[] = [
  { public: 'everywhere' },
  { public: 'here' },
  { tagged: ['roof'], all: [], none: ['slate'], here: false },
  home,
  { communities: [another], authors: [] },
  { communities: [guild], authors: [bob, dora], answers: 'none' },
  { communities: [], authors: [bob, dora], answers: [alice] },
];
const unwanted: Unwanted = { actors: [dora], hosts: [], always: [alice] };
const iris = (posts: readonly Post[] | null) => posts?.map(({ iri }) => iri);

/** Every mix of where, whose, for whom and what, and threads that were parted and joined. */
async function addMixture() {
  const { stores } = world();
  const activity = activityIri('https://north.example/f/1');
  await stores.follows.put({ follower: alice, target: guild, state: 'accepted', at: at(0), activity }, []);
  let n = 100;
  const roots: Post[] = [];
  for (const community of [undefined, guild, another]) {
    for (const author of [alice, bob, dora]) {
      for (const audience of ['public', 'members', 'direct'] as const) {
        for (const isAnswer of [false, true]) {
          n += 1;
          const { community: _none, ...bare } = post(n);
          const iri = postIri(`https://north.example/posts/recent-${n}`);
          const root = roots[n % 3];
          const one: Post = {
            ...bare,
            iri,
            author,
            ...(community === undefined ? {} : { community }),
            audience: community === undefined && audience === 'members' ? 'public' : audience,
            thread: isAnswer && root ? root.iri : iri,
            ...(isAnswer && root ? { inReplyTo: root.iri } : {}),
            ...(n % 7 === 0 ? { poll: { options: ['a', 'b'], multiple: false } } : {}),
            ...(n % 3 === 0 ? { details: { hashtags: n % 9 === 0 ? ['Roof'] : ['roof', 'Slate'] } } : {}),
            to: n % 4 === 0 ? [alice] : n % 5 === 0 ? [bob] : [],
            home: author === dora ? 'elsewhere' : 'here',
            standing: n % 11 === 0 ? { state: 'removed', by: guild, at: at(9) } : { state: 'visible' },
            // Some in the same moment.
            receivedAt: at(n - (n % 2)),
          };
          if (!isAnswer) roots.push(one);
          await stores.posts.add(one, []);
          if (n % 13 === 0) await stores.posts.bury(iri, at(n), []);
        }
      }
    }
  }
  const [parted, joined, into] = [roots[0], roots[1], roots[2]] as [Post, Post, Post];
  await stores.posts.partThread(parted.iri, postIri('https://north.example/posts/recent-110'), 'By itself');
  await stores.posts.joinThread(joined.iri, into.iri);
}

/** What the database finds, and nothing else was asked: it is the only one that goes from the oldest on. */
async function foundBy(of: Listed, viewer: PersonIri | null, stretch: Stretch, without?: Unwanted) {
  const { limit, ...within } = stretch;
  const all = await world().stores.timelines.stretch(
    of,
    viewer,
    { ...within, oldestFirst: true, limit: 1000 },
    without,
  );
  return iris(all.toReversed().slice(0, limit));
}

describe('the newest posts', () => {
  beforeAll(addMixture);

  it('are found as the database finds them, or it is asked', async () => {
    const posts = postCollection(world().db);
    for (const most of [20, 200]) {
      const recent = createRecentPosts(posts, createPostsAtHand(posts), { most, oldestMs: 60_000 });
      for (const of of lists) {
        const answers: (readonly Post[] | null)[] = [];
        for (const [viewer, memberOf] of [
          [alice, [guild]],
          [bob, []],
          [null, []],
        ] as const) {
          for (const without of viewer === null ? [undefined] : [undefined, unwanted]) {
            for (const limit of [1, 6, 60]) {
              for (const within of [
                {},
                { notAfter: at(150) },
                { notBefore: at(140) },
                { notBefore: at(144), notAfter: at(151) },
              ]) {
                const stretch = { ...within, oldestFirst: false, limit };
                const amongHers =
                  'communities' in of ? memberOf.filter((one) => of.communities.includes(one)) : memberOf;
                const answer = await recent.stretch({ of, viewer, memberOf: amongHers, stretch, unwanted: without });
                answers.push(answer);
                if (answer !== null) expect(iris(answer)).toEqual(await foundBy(of, viewer, stretch, without));
              }
            }
          }
        }
        // Few are known in the one case, all in the other.
        expect(answers.some((answer) => (answer ?? []).length > 0)).toBe(true);
        expect(answers.includes(null)).toBe(most === 20);
      }
    }
  });

  it('are not looked for where nobody knows whether there are older ones', async () => {
    const posts = postCollection(world().db);
    const recent = createRecentPosts(posts, createPostsAtHand(posts), { most: 20 });
    const asked = { viewer: alice, memberOf: [guild] };
    const older = { oldestFirst: false, limit: 5, notAfter: at(110) };
    expect(await recent.stretch({ ...asked, of: home, stretch: older })).toBeNull();
    expect(await recent.stretch({ ...asked, of: home, stretch: { oldestFirst: true, limit: 5 } })).toBeNull();
    const hers: Listed = { author: alice, replies: true };
    expect(await recent.stretch({ ...asked, of: hers, stretch: { oldestFirst: false, limit: 5 } })).toBeNull();
  });
});

describe('lists whose posts are few among the newest', () => {
  it('are known as well where many ask, and looked for in the database where few do', async () => {
    const posts = postCollection(world().db);
    const recent = createRecentPosts(posts, createPostsAtHand(posts), { most: 4, mostOfAll: 400, oldestMs: 20 });
    const stretch = { oldestFirst: false, limit: 3 } as const;
    const of: Listed = { communities: [], authors: [], answers: 'none' };
    const ask = () => recent.stretch({ of: { ...of, communities: [guild] }, viewer: bob, memberOf: [], stretch });
    const found = await foundBy({ ...of, communities: [guild] }, bob, stretch);
    expect(await ask()).toBeNull();
    await until('more are known', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, ask));
      for (const answer of answers) if (answer !== null) expect(iris(answer)).toEqual(found);
      return answers.every((answer) => answer !== null);
    });
    // Hardly anybody asks any more.
    await until('few are known again', async () => (await ask()) === null);
  });
});

describe('what is written while they are known', () => {
  const newest = { oldestFirst: false, limit: 5 } as const;
  const shown = (stores = world().stores, of: Listed = home) => stores.timelines.stretch(of, alice, newest);

  it('by this process is there at once, and by another a second later at most', async () => {
    const { stores, another: other } = world();
    const first = post(300, { author: bob });
    await stores.posts.add(first, []);
    expect((await shown())[0]).toMatchObject({ iri: first.iri });
    const second = post(301, { author: bob });
    await stores.posts.add(second, []);
    expect(iris(await shown())?.slice(0, 2)).toEqual([second.iri, first.iri]);
    const third = post(302, { author: bob });
    await other().posts.add(third, []);
    await until('it is there', async () => (await shown())[0]?.iri === third.iri);
    // A crowd of writes.
    const crowd = Array.from({ length: 70 }, (_, nth) => post(310 + nth, { author: bob }));
    await Promise.all(crowd.map((one) => stores.posts.add(one, [])));
    expect((await shown())[0]).toMatchObject({ iri: crowd.at(-1)?.iri });
  });

  it('to one of them is seen at once, whichever process wrote it', async () => {
    const { stores, another: other } = world();
    for (const [nth, writer] of [stores, other()].entries()) {
      const one = post(400 + nth, { author: bob, community: guild });
      await stores.posts.add(one, []);
      expect((await shown())[0]).toMatchObject({ iri: one.iri, html: one.html });
      await writer.posts.edit(one.iri, { html: '<p>other</p>' }, []);
      expect((await shown())[0]).toMatchObject({ iri: one.iri, html: '<p>other</p>' });
      await writer.posts.edit(one.iri, { standing: { state: 'removed', by: guild, at: at(402) } }, []);
      expect(iris(await shown())).not.toContain(one.iri);
      await writer.posts.restore(one.iri, guild);
      // What another process lets be seen again may take a moment.
      await until('it is back', async () => (await shown())[0]?.iri === one.iri);
      await writer.posts.edit(one.iri, { audience: 'direct', to: [dora] }, []);
      expect(iris(await shown())).not.toContain(one.iri);
      await writer.posts.bury(one.iri, at(403), []);
      expect(iris(await shown())).not.toContain(one.iri);
    }
  });

  it('is seen in lists that it comes into, or leaves', async () => {
    const { stores } = world();
    const there: Listed = { communities: [another], authors: [] };
    const one = post(500, { author: bob, community: guild });
    await stores.posts.add(one, []);
    expect(iris(await shown(stores, there))).not.toContain(one.iri);
    await stores.posts.edit(one.iri, { community: another }, []);
    expect((await shown(stores, there))[0]).toMatchObject({ iri: one.iri });
    const tagged: Listed = { tagged: ['gutter'], all: [], none: [], here: false };
    expect(await shown(stores, tagged)).toEqual([]);
    await stores.posts.edit(one.iri, { details: { hashtags: ['Gutter'] } }, []);
    expect(iris(await shown(stores, tagged))).toEqual([one.iri]);
  });

  it('for members is shown no longer from the moment when somebody is none, whichever process wrote that', async () => {
    const { stores, another: other } = world();
    const one = post(600, { author: bob, community: guild, audience: 'members' });
    await stores.posts.add(one, []);
    expect((await shown())[0]).toMatchObject({ iri: one.iri });
    const activity = activityIri('https://north.example/f/1');
    await other().follows.put({ follower: alice, target: guild, state: 'ended', at: at(0), activity } as never, []);
    expect(iris(await shown())).not.toContain(one.iri);
  });
});

describe('posts at hand', () => {
  it('are the same as long as nobody has written to them', async () => {
    const { db, stores, another: other } = world();
    const atHand = createPostsAtHand(postCollection(db));
    const read = async (one: Post) => (await atHand.byIris([one.iri])).get(one.iri);
    const one = post(700);
    await stores.posts.add(one, []);
    const first = await read(one);
    expect(first).toEqual(await stores.posts.byIri(one.iri));
    expect(await read(one)).toBe(first);
    await other().posts.edit(one.iri, { title: 'Änderung' }, []);
    expect(await read(one)).toMatchObject({ title: 'Änderung' });
    const long = post(701, { html: `<p>${'long '.repeat(2000)}</p>` });
    await stores.posts.add(long, []);
    expect(await read(long)).toMatchObject({ html: long.html });
    expect(await read(post(702))).toBeUndefined();
  });

  it('are read after each who asks has asked, with others who ask at once', async () => {
    const { db, stores } = world();
    const atHand = createPostsAtHand(postCollection(db));
    const one = post(710);
    await stores.posts.add(one, []);
    const before = atHand.byIris([one.iri]);
    await stores.posts.edit(one.iri, { html: '<p>after</p>' }, []);
    const after = await Promise.all([atHand.byIris([one.iri]), atHand.byIris([post(700).iri])]);
    expect((await before).get(one.iri)).toMatchObject({ iri: one.iri });
    expect(after[0].get(one.iri)).toMatchObject({ html: '<p>after</p>' });
  });
});
