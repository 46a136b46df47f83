import { describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import { digest, postIri, proposalId, ruleId } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { addresses, alice, at, bob, dora, guild, otherGuild, post, storeWorld } from './world.ts';

const world = storeWorld();
const cited = { rule: ruleId(1), version: 1 };

describe('posts', () => {
  it('comes back as it was saved, with every field it can have', async () => {
    const { posts } = world().stores;
    const full: Post = {
      ...post(1),
      title: '$title',
      source: '*hello*',
      to: [bob],
      editedAt: at(2),
      standing: { state: 'held', cited, until: at(99) },
      labels: [{ ...cited, label: 'links' }],
      poll: {
        options: ['yes', 'no'],
        multiple: false,
        closesAt: at(50),
        counts: [1, 2],
        proposal: proposalId(1),
        asks: 'ballot',
      },
      restrictions: [
        {
          post: postIri('https://north.example/posts/x'),
          author: alice,
          evidence: digest('0'.repeat(64)),
          cited,
          effect: { do: 'hold', hours: 24 },
          actAt: at(1),
          facts: 'three links',
          automated: true,
          decidedBy: 'rule',
        },
      ],
    };
    expect(await posts.add(full, [])).toBe('added');
    expect(await posts.byIri(full.iri)).toEqual(full);
    expect(await posts.byKey(postKey(full.iri))).toEqual(full);
  });

  it('the same post again is known, and changes nothing', async () => {
    const { posts } = world().stores;
    const first = post(2);
    await posts.add(first, []);
    expect(await posts.add({ ...first, html: '<p>other</p>' }, ['deliver'])).toBe('known');
    expect(await posts.byIri(first.iri)).toEqual(first);
  });

  it('alice edits what she wrote; a text that looks like a field stays a text', async () => {
    const { posts } = world().stores;
    const before = post(3, { title: 'before' });
    await posts.add(before, []);
    await posts.edit(before.iri, { html: '$title', editedAt: at(4) }, []);
    expect(await posts.byIri(before.iri)).toEqual({ ...before, html: '$title', editedAt: at(4) });
  });

  it('a buried post is a tombstone: no text, not edited, not added again, buried once', async () => {
    const { posts } = world().stores;
    const { title, source, poll, ...rest } = post(5, { title: 'secret', source: 'secret', html: 'secret' });
    await posts.add({ ...rest, title: 'secret', source: 'secret' }, []);
    await posts.bury(rest.iri, at(6), []);
    await posts.bury(rest.iri, at(7), []);
    await posts.edit(rest.iri, { html: 'back' }, []);
    expect(await posts.add(rest, [])).toBe('known');
    expect(await posts.byIri(rest.iri)).toEqual({ ...rest, html: '', deletedAt: at(6) });
    expect(
      JSON.stringify(
        await world()
          .db.collection('posts')
          .findOne({ _id: rest.iri as never }),
      ),
    ).not.toContain('secret');
  });

  it('a deletion that comes before its post keeps the post away', async () => {
    const { posts, timelines } = world().stores;
    const late = post(8, { iri: postIri('https://south.example/notes/1'), home: 'elsewhere', author: dora });
    await posts.bury(late.iri, at(8), []);
    expect(await posts.add(late, ['announce'])).toBe('known');
    expect(await posts.byIri(late.iri)).toMatchObject({
      html: '',
      deletedAt: at(8),
      to: [],
      standing: { state: 'visible' },
    });
    expect(await posts.byKey(postKey(late.iri))).not.toBeNull();
    expect(await timelines.thread(late.iri, dora)).toEqual([]);
  });

  it('a post and its deletion at the same moment end in a tombstone', async () => {
    const { posts } = world().stores;
    for (let round = 0; round < 20; round += 1) {
      const torn = post(9);
      await Promise.all([posts.add(torn, []), posts.bury(torn.iri, at(9), [])]);
      expect((await posts.byIri(torn.iri))?.deletedAt).toEqual(at(9));
    }
  });

  it('a held post is released once', async () => {
    const { posts } = world().stores;
    const held = post(10, { standing: { state: 'held', cited, until: at(99) } });
    await posts.add(held, []);
    await posts.release(held.iri, []);
    expect((await posts.byIri(held.iri))?.standing).toEqual({ state: 'visible' });
  });
});

describe('timelines', () => {
  const club = otherGuild('club');
  const inClub = (seconds: number, changes: Partial<Post> = {}) => post(seconds, { community: club, ...changes });
  const opening = inClub(100);
  const reply = inClub(101, { author: bob, inReplyTo: opening.iri, thread: opening.iri });
  const held = inClub(102, { to: [bob], standing: { state: 'held', cited, until: at(999) } });
  const direct = inClub(103, { author: dora, audience: 'direct', to: [bob], thread: opening.iri });
  const deleted = inClub(104, { author: bob, inReplyTo: opening.iri, thread: opening.iri });
  const poll = inClub(105, {
    author: club,
    inReplyTo: opening.iri,
    thread: opening.iri,
    poll: { options: ['yes', 'no'], multiple: false },
  });
  const story = [opening, reply, held, direct, deleted, poll];
  const ids = (found: readonly Post[]) => found.map(({ iri }) => story.findIndex((one) => one.iri === iri));
  const page = { limit: 20 };

  it('each reader sees what is for her', async () => {
    const { posts, timelines } = world().stores;
    for (const one of story) await posts.add(one, []);
    await posts.bury(deleted.iri, at(106), []);

    expect(ids(await timelines.community(club, null, page))).toEqual([5, 0]);
    expect(ids(await timelines.community(club, bob, page))).toEqual([5, 3, 0]);
    expect(ids(await timelines.community(club, alice, page))).toEqual([5, 2, 0]);
    expect(ids(await timelines.lately([club, guild], null, { limit: 3 }))).toEqual([5, 1, 0]);
    expect(ids(await timelines.lately([club], alice, page))).toEqual([5, 2, 1, 0]);
    expect(ids(await timelines.lately([], alice, page))).toEqual([]);
    expect(ids(await timelines.thread(opening.iri, null))).toEqual([0, 1, 4, 5]);
    expect(ids(await timelines.thread(opening.iri, bob))).toEqual([0, 1, 3, 4, 5]);
    expect(ids(await timelines.author(bob, page))).toEqual([1]);
    expect(ids(await timelines.author(dora, page))).toEqual([]);
  });

  it('pages go on from before a time', async () => {
    const { timelines } = world().stores;
    expect(ids(await timelines.community(club, null, { limit: 1 }))).toEqual([5]);
    expect(ids(await timelines.community(club, null, { limit: 1, before: at(105) }))).toEqual([0]);
    expect(ids(await timelines.author(alice, { limit: 1, before: at(101) }))).toEqual([0]);
  });

  it('counts what somebody did, deleted or not', async () => {
    const { timelines } = world().stores;
    expect(await timelines.countSince(club, bob, at(101))).toBe(2);
    expect(await timelines.countSince(club, bob, at(102))).toBe(1);
    const last = await timelines.lastPosts(club, at(101));
    expect(last.get(bob)).toEqual(at(104));
    expect(last.get(alice)).toEqual(at(102));
    expect((await timelines.lastPosts(club, at(105))).has(bob)).toBe(false);
  });

  it('every timeline is read through an index that gives the order', async () => {
    const posts = world().db.collection('posts');
    const plan = async (filter: object, sort: Record<string, 1 | -1>) =>
      JSON.stringify((await posts.find(filter).sort(sort).limit(20).explain('queryPlanner')).queryPlanner.winningPlan);
    const newest = { receivedAt: -1, _id: -1 } as const;
    for (const planned of [
      await plan({ community: club, opening: true }, newest),
      await plan({ community: { $in: [club, guild] }, deletedAt: { $exists: false } }, newest),
      await plan({ author: alice }, newest),
      await plan({ thread: opening.iri }, { receivedAt: 1, _id: 1 }),
    ]) {
      expect(planned).toContain('IXSCAN');
      expect(planned).not.toContain('"stage":"SORT"');
    }
  });
});

describe('what somebody is told', () => {
  it('is read through indexes that give the order', async () => {
    const { db } = world();
    const plan = async (collection: string, filter: object, sort: Record<string, 1 | -1>) =>
      JSON.stringify((await db.collection(collection).find(filter).sort(sort).explain('queryPlanner')).queryPlanner);
    const since = { $gte: at(0) };
    for (const [index, collection, filter, sort] of [
      [
        'addressed',
        'posts',
        { $and: [{ $and: [{ to: bob, 'to.0': { $exists: true } }, { author: { $ne: bob } }] }, { receivedAt: since }] },
        { receivedAt: -1, _id: -1 },
      ],
      [
        'closedPolls',
        'posts',
        { $and: [{ community: { $in: [guild, otherGuild] }, 'poll.closedAt': { $exists: true } }] },
        { 'poll.closedAt': -1, _id: -1 },
      ],
      ['author', 'reactions', { author: bob, kind: 'like', at: since }, { at: -1 }],
      // Either gives the order; which of them is read depends on how many people pass things on.
      ['shares(By|At)', 'reactions', { kind: 'share', actor: { $in: [bob, dora] }, at: since }, { at: -1 }],
      ['sharesAt', 'reactions', { kind: 'share', at: at(1) }, {}],
    ] as const) {
      const planned = (await plan(collection, filter, sort)).replace(/"rejectedPlans".*$/, '');
      expect(planned).toMatch(new RegExp(`"indexName":"${index}"`));
      expect(planned).not.toContain('"stage":"SORT"');
    }
  });
});

describe('reactions', () => {
  it('of others to somebody’s posts, and what people passed on, come by their times', async () => {
    const { reactions } = world().stores;
    const about = (nth: number) => addresses.post(`told-${nth}`);
    const made = { author: alice, kind: 'like', activity: 'https://north.example/a/3' } as const;
    for (const nth of [1, 2, 3]) await reactions.add({ ...made, actor: bob, post: about(nth), at: at(nth) });
    await reactions.add({ ...made, actor: dora, post: about(3), at: at(4) });
    await reactions.add({ ...made, actor: dora, post: about(1), kind: 'share', at: at(5) });
    const newest = { oldestFirst: false, limit: 10 };
    const told = async (stretch: object) =>
      (await reactions.toAuthor(alice, ['like'], { ...newest, ...stretch })).map((one) => one.at.getTime());
    expect(await told({})).toEqual([4, 3, 2, 1].map((nth) => at(nth).getTime()));
    expect(await told({ from: dora })).toEqual([at(4).getTime()]);
    expect(await told({ notBefore: at(2), oldestFirst: true, limit: 2 })).toEqual(
      [2, 3].map((nth) => at(nth).getTime()),
    );
    expect(await reactions.sharesBy([dora, bob], newest)).toMatchObject([{ actor: dora, post: about(1) }]);
    expect(await reactions.sharesBy([bob], newest)).toEqual([]);
    expect(await reactions.sharesAt(at(5))).toHaveLength(1);
  });

  it('bob’s like counts once, and an Undo takes it back', async () => {
    const { reactions } = world().stores;
    const liked = addresses.post('liked');
    const like = { actor: bob, post: liked, kind: 'like', activity: 'https://north.example/a/1', at: at(1) } as const;
    await Promise.all(Array.from({ length: 10 }, () => reactions.add(like)));
    await reactions.add({ ...like, activity: 'https://north.example/a/2' });
    await reactions.add({ ...like, kind: 'share', actor: dora });
    expect(await reactions.count(liked)).toEqual({ likes: 1, dislikes: 0, shares: 1, emojis: [] });
    expect(await reactions.removeByActivity(dora, 'https://north.example/a/2')).toBeNull();
    expect(await reactions.removeByActivity(bob, 'https://north.example/a/2')).toMatchObject({
      actor: bob,
      kind: 'like',
    });
    await reactions.remove({ actor: dora, post: liked, kind: 'share' });
    expect(await reactions.count(liked)).toEqual({ likes: 0, dislikes: 0, shares: 0, emojis: [] });
  });
});
