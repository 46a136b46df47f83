import { describe, expect, it } from '@jest/globals';
import type { Db } from 'mongodb';
import { actorIri, type PostIri } from '../../../server/community/ids.ts';
import { countInPosts } from '../../../server/database/migrations/0003-count-in-posts.ts';
import { countQuotesInPosts } from '../../../server/database/migrations/0004-count-quotes-in-posts.ts';
import type { PostCounts } from '../../../server/ports/post-counts.ts';
import type { Reaction } from '../../../server/ports/posts.ts';
import { createPostCounts } from '../../../server/stores/post-counts.ts';
import { createReactions } from '../../../server/stores/reactions.ts';
import { at, bob, guild, post, storeWorld } from './world.ts';

const world = storeWorld();

interface Counted {
  readonly _id: PostIri;
  readonly counts?: PostCounts;
  readonly uncounted?: object;
}
/** What the post's own document says. */
const kept = async (iri: PostIri) => {
  const found = await world().db.collection<Counted>('posts').findOne({ _id: iri });
  return { counts: found?.counts, isCounted: found?.uncounted === undefined };
};
/** What is shown. */
async function shown(iri: PostIri) {
  const { posts, postCounts } = world().stores;
  const found = await posts.byIri(iri);
  if (found === null) throw new Error(`${iri} is not there`);
  return (await postCounts.of([found]))(found);
}
/** Takes the looking up of what a post quotes, as the loop does. */
async function claimCheckOf(iri: PostIri): Promise<Date> {
  const { stores, wall } = world();
  const until = new Date(wall.now.getTime() + 60_000);
  for (;;) {
    const claimed = await stores.posts.claimQuoteCheck(wall.now, until);
    if (claimed === null) throw new Error(`${iri} is not to be looked up`);
    if (claimed.iri === iri) return until;
  }
}
async function countAll() {
  while ((await world().stores.postCounts.countAnew()) > 0);
}
const by = (nth: number) => actorIri(`https://south.example/users/u${nth}`);
const gesture = (iri: PostIri, nth: number, kind: Reaction['kind'] = 'like'): Reaction => ({
  actor: by(nth),
  post: iri,
  kind,
  activity: `https://south.example/${kind}/${nth}`,
  at: at(nth),
});

describe('how often something was done to a post', () => {
  it('stands in the post, and is right at every moment', async () => {
    const { posts, reactions } = world().stores;
    const { iri } = post(1);
    await posts.add({ ...post(1), iri, thread: iri }, []);
    expect(await kept(iri)).toEqual({ counts: { likes: 0, shares: 0, replies: 0, quotes: 0 }, isCounted: true });
    await reactions.add(gesture(iri, 1));
    await reactions.add(gesture(iri, 1));
    await reactions.add(gesture(iri, 2));
    await reactions.add(gesture(iri, 2, 'share'));
    expect(await kept(iri)).toMatchObject({ isCounted: false });
    expect(await shown(iri)).toEqual({ likes: 2, shares: 1, replies: 0, quotes: 0 });
    await countAll();
    expect(await kept(iri)).toEqual({ counts: { likes: 2, shares: 1, replies: 0, quotes: 0 }, isCounted: true });
    // A dislike takes a like's place; a sign counts for nothing.
    await reactions.add(gesture(iri, 1, 'dislike'));
    expect(await shown(iri)).toMatchObject({ likes: 1 });
    await reactions.removeByActivity(by(2), gesture(iri, 2, 'share').activity);
    expect(await shown(iri)).toMatchObject({ shares: 0 });
    await countAll();
    await reactions.add({ ...gesture(iri, 3, 'emoji'), emoji: '🌱' });
    expect(await kept(iri)).toEqual({ counts: { likes: 1, shares: 0, replies: 0, quotes: 0 }, isCounted: true });
  });

  it('is right after a crowd has come through two processes while it was being counted', async () => {
    const { stores, another } = world();
    const some = [post(2), post(3)];
    for (const one of some) await stores.posts.add(one, []);
    const other = another();
    let over = false;
    const counting = (async () => {
      while (!over) await other.postCounts.countAnew();
    })();
    const crowd = Array.from({ length: 120 }, (_, nth) => nth);
    // In lanes, one after the other in each, so that there is always something under way.
    const lane = async ({ reactions }: typeof stores, of: number) => {
      for (const nth of crowd.filter((nth) => nth % 4 === of)) {
        const target = some[nth % 3 === 0 ? 0 : 1]?.iri as PostIri;
        await reactions.add(gesture(target, nth));
        if (nth % 5 === 0) await reactions.remove(gesture(target, nth));
      }
    };
    await Promise.all([lane(stores, 0), lane(other, 1), lane(stores, 2), lane(other, 3)]);
    over = true;
    await counting;
    await countAll();
    for (const { iri } of some) {
      const { likes } = await stores.reactions.count(iri);
      expect(await kept(iri)).toMatchObject({ counts: { likes }, isCounted: true });
    }
    expect((await kept(some[0]?.iri as PostIri)).counts?.likes).toBe(32);
  });

  it('is counted again where something was done while it was being counted', async () => {
    const { stores, db, wall } = world();
    const liked = post(6);
    await stores.posts.add(liked, []);
    await stores.reactions.add(gesture(liked.iri, 1));
    let meanwhile = async () => stores.reactions.add(gesture(liked.iri, 2));
    // One that has counted, and is slow to write it down.
    const collection = (name: string) => {
      const real = db.collection(name);
      const write = real.bulkWrite.bind(real);
      return Object.defineProperty(real, 'bulkWrite', {
        value: async (...asked: Parameters<typeof write>) => {
          await meanwhile();
          return write(...asked);
        },
      });
    };
    const slow = createPostCounts(Object.create(db, { collection: { value: collection } }) as Db, () => wall.now);
    await slow.countAnew();
    expect(await shown(liked.iri)).toMatchObject({ likes: 2 });
    meanwhile = async () => {};
    await slow.countAnew();
    expect(await kept(liked.iri)).toMatchObject({ counts: { likes: 2 }, isCounted: true });
  });

  it('is right where whoever wrote has stopped in the middle', async () => {
    const { stores, db, wall } = world();
    const liked = post(4);
    await stores.posts.add(liked, []);
    // She has said that she is going to write, has written, and is gone.
    const open = { by: 'x', open: 'x', from: new Date(wall.now.getTime() + 10_000) };
    const all = db.collection<Counted>('posts');
    await all.updateOne({ _id: liked.iri }, { $set: { uncounted: open } });
    await countAll();
    await createReactions(db).add(gesture(liked.iri, 9));
    expect(await shown(liked.iri)).toMatchObject({ likes: 1 });
    await countAll();
    expect(await kept(liked.iri)).toMatchObject({ isCounted: false });
    wall.now = new Date(wall.now.getTime() + 11_000);
    await countAll();
    expect(await kept(liked.iri)).toMatchObject({ counts: { likes: 1 }, isCounted: true });
  });

  it('counts the answers that everybody may see', async () => {
    const { posts } = world().stores;
    const root = post(10);
    await posts.add(root, []);
    const answer = (changes = {}) => post(11, { inReplyTo: root.iri, thread: root.iri, author: bob, ...changes });
    const held = { state: 'held', cited: { rule: 'R-1', version: 1 }, until: at(99) } as never;
    const [plain, forMembers, waiting] = [answer(), answer({ audience: 'members' }), answer({ standing: held })];
    const replies = async () => {
      const now = (await shown(root.iri)).replies;
      await countAll();
      expect((await kept(root.iri)).counts?.replies).toBe(now);
      return now;
    };
    for (const one of [plain, forMembers, waiting]) await posts.add(one, []);
    expect(await replies()).toBe(1);
    await posts.release(waiting.iri, []);
    expect(await replies()).toBe(2);
    await posts.edit(forMembers.iri, { audience: 'public' }, []);
    expect(await replies()).toBe(3);
    await posts.edit(plain.iri, { standing: { state: 'removed', by: guild, at: at(12) } }, []);
    expect(await replies()).toBe(2);
    await posts.restore(plain.iri, guild);
    expect(await replies()).toBe(3);
    await posts.bury(plain.iri, at(13), []);
    expect(await replies()).toBe(2);
  });

  it('counts the quotes that everybody may see, by leave or by the author herself', async () => {
    const { posts } = world().stores;
    const quoted = post(30);
    await posts.add(quoted, []);
    const quoting = (nth: number, changes = {}) =>
      post(nth, { details: { quote: { post: quoted.iri, stamp: `s${nth}` } }, author: bob, ...changes });
    const approval = { stamp: 's31', by: quoted.author };
    const [asking, hers, plain] = [quoting(31), quoting(32, { author: quoted.author }), post(33, { author: bob })];
    const quotes = async () => {
      const now = (await shown(quoted.iri)).quotes;
      await countAll();
      expect(await kept(quoted.iri)).toMatchObject({ counts: { quotes: now }, isCounted: true });
      return now;
    };
    for (const one of [asking, hers, plain]) await posts.add(one, []);
    expect(await quotes()).toBe(1);
    const claimed = await claimCheckOf(asking.iri);
    await posts.quoteChecked(asking.iri, { claim: claimed, approval });
    expect(await quotes()).toBe(2);
    await posts.edit(hers.iri, { details: {} }, []);
    expect(await quotes()).toBe(1);
    await posts.edit(hers.iri, { details: { quote: { post: quoted.iri } } }, []);
    expect(await quotes()).toBe(2);
    await posts.edit(hers.iri, { standing: { state: 'removed', by: guild, at: at(34) } }, []);
    expect(await quotes()).toBe(1);
    await posts.restore(hers.iri, guild);
    expect(await quotes()).toBe(2);
    await posts.takeStampBack('s31', quoted.author);
    expect(await quotes()).toBe(1);
    await posts.bury(hers.iri, at(35), []);
    expect(await quotes()).toBe(0);
  });

  it('is counted anew where an earlier version counted no quotes', async () => {
    const { stores, db } = world();
    const [quoted, other] = [post(40), post(41)];
    for (const one of [quoted, other]) await stores.posts.add(one, []);
    await stores.posts.add(post(42, { details: { quote: { post: quoted.iri } } }), []);
    await countAll();
    const all = db.collection<Counted>('posts');
    await all.updateMany({}, { $unset: { 'counts.quotes': 1 } });
    // Its servers may still run for a moment.
    expect(await shown(quoted.iri)).toMatchObject({ quotes: 1 });
    await countQuotesInPosts.up(db);
    expect(await kept(other.iri)).toMatchObject({ counts: { quotes: 0 }, isCounted: true });
    expect(await shown(quoted.iri)).toMatchObject({ quotes: 1 });
    await countAll();
    expect(await kept(quoted.iri)).toMatchObject({ counts: { quotes: 1 }, isCounted: true });
  });

  it('is filled in where an older version left none', async () => {
    const { stores, db } = world();
    const root = post(20);
    await stores.posts.add(root, []);
    await stores.posts.add(post(21, { inReplyTo: root.iri, thread: root.iri }), []);
    await stores.reactions.add(gesture(root.iri, 1));
    await stores.reactions.add(gesture(root.iri, 2, 'share'));
    const all = db.collection<Counted>('posts');
    await all.updateMany({}, { $unset: { counts: 1, uncounted: 1 } });
    await countInPosts.up(db);
    expect(await kept(root.iri)).toEqual({ counts: { likes: 1, shares: 1, replies: 1 }, isCounted: true });
    expect(await all.countDocuments({ author: { $exists: true }, counts: { $exists: false } } as object)).toBe(0);
  });
});
