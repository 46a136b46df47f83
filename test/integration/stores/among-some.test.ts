import { describe, expect, it } from '@jest/globals';
import { postIri } from '../../../server/community/ids.ts';
import { alice, bob, dora, post, storeWorld } from './world.ts';

const world = storeWorld();

describe('posts that are for some people alone', () => {
  it('are found by who wrote them and whom they are for, and by indexes that hold nothing else', async () => {
    const { stores, db } = world();
    const add = (nth: number, changes: object) =>
      stores.posts.add({ ...post(nth, changes), iri: postIri(`https://south.example/notes/${nth}`) }, []);
    await add(1, { author: alice, audience: 'direct', to: [bob] });
    await add(2, { author: bob, audience: 'circle', to: [alice] });
    await add(3, { author: dora, audience: 'direct', to: [bob] });
    await add(4, { author: alice, audience: 'public', to: [bob] });
    const found = async (who: typeof alice) =>
      (await stores.timelines.among(who, { oldestFirst: true, limit: 10 })).map(({ iri }) => iri.split('/').at(-1));
    expect([await found(alice), await found(bob), await found(dora)]).toEqual([['1', '2'], ['1', '2', '3'], ['3']]);
    const hers = { $or: [{ author: alice }, { to: alice, 'standing.state': 'visible' }] };
    const where = { $and: [{ audience: { $in: ['circle', 'direct'] } }, hers, { deletedAt: { $exists: false } }] };
    const plan = await db.collection('posts').find(where).sort({ receivedAt: -1, _id: -1 }).explain('queryPlanner');
    const chosen = JSON.stringify(plan.queryPlanner.winningPlan);
    expect(chosen).toContain('toSome');
    expect(chosen).toContain('bySomebodyToSome');
    expect(chosen).not.toContain('COLLSCAN');
  });
});
