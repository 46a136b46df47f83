import { describe, expect, it } from '@jest/globals';
import { postIri } from '../../../server/community/ids.ts';
import { alice, at, bob, storeWorld } from './world.ts';

const world = storeWorld();
const post = (name: string) => postIri(`https://north.example/posts/${name}`);

describe('relations between posts', () => {
  it('are kept once per pair and kind, and are found from both ends, oldest first', async () => {
    const { relations } = world().stores;
    const tried = { from: post('trial'), to: post('idea'), kind: 'tried', by: bob, at: at(2) } as const;
    expect(await relations.add(tried)).toBe('added');
    expect(await relations.add({ ...tried, by: alice, at: at(9) })).toBe('known');
    const earlier = { from: post('trial-2'), to: post('idea'), kind: 'tried', by: alice, at: at(1) } as const;
    const corrected = { from: post('mended'), to: post('idea'), kind: 'corrects', by: alice, at: at(3) } as const;
    await relations.add(earlier);
    await relations.add(corrected);
    expect(await relations.to([post('idea')])).toEqual([earlier, tried, corrected]);
    expect(await relations.to([post('idea')], ['tried'])).toEqual([earlier, tried]);
    expect(await relations.from([post('trial'), post('mended')])).toEqual([tried, corrected]);
    expect(await relations.from([])).toEqual([]);
    await relations.remove(tried);
    expect(await relations.from([post('trial')])).toEqual([]);
  });

  it('cannot be of a kind that nobody knows', async () => {
    const unknown = { from: post('a'), to: post('b'), kind: 'beats' as 'tried', by: bob, at: at(1) };
    await expect(world().stores.relations.add(unknown)).rejects.toThrow();
  });
});
