import { describe, expect, it } from '@jest/globals';
import { gatherReads, gatherWrites } from '../../../server/stores/gathering.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('reads that are gathered', () => {
  it('ask once for what many ask for in the same turn', async () => {
    const asked: (readonly string[])[] = [];
    const read = gatherReads<string, string>(async (keys) => {
      asked.push(keys);
      return new Map(keys.filter((key) => key !== 'c').map((key) => [key, key.toUpperCase()]));
    });
    expect(await Promise.all(['a', 'b', 'a', 'c'].map(read))).toEqual(['A', 'B', 'A', undefined]);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  it('see what was written before they asked, also while an older reading is under way', async () => {
    let value = 'old';
    let answer = () => {};
    const read = gatherReads<string, string>(async () => {
      const seen = value;
      if (seen === 'old')
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return new Map([['a', seen]]);
    });
    const first = read('a');
    await soon();
    value = 'new';
    const second = read('a');
    answer();
    expect(await Promise.all([first, second])).toEqual(['old', 'new']);
  });

  it('fail for all who asked together, and for nobody later', async () => {
    let broken = true;
    const read = gatherReads<string, string>(async (keys) => {
      if (broken) throw new Error('no database');
      return new Map(keys.map((key) => [key, key]));
    });
    const both = await Promise.allSettled([read('a'), read('b')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await read('a')).toBe('a');
  });

  it('fail one by one where each is read by itself', async () => {
    const read = gatherReads<string, string>(
      async (keys) =>
        new Map(
          keys.map((key) => [key, key === 'bad' ? Promise.reject(new Error(key)) : Promise.resolve(key)] as const),
        ),
    );
    const [good, bad] = await Promise.allSettled([read('good'), read('bad')]);
    expect([good?.status, bad?.status]).toEqual(['fulfilled', 'rejected']);
  });
});

describe('writes that are gathered', () => {
  it('go together: what comes while one is under way goes into the next, each with its own answer', async () => {
    const written: (readonly number[])[] = [];
    const write = gatherWrites(async (items: readonly number[]) => {
      written.push(items);
      await soon();
      return items.map((item) => item * 10);
    });
    const first = [1, 2, 3].map(write);
    await new Promise((resolve) => setImmediate(resolve));
    const later = [4, 5].map(write);
    expect(await Promise.all([...first, ...later])).toEqual([10, 20, 30, 40, 50]);
    expect(written).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('of a great many go in several, none left out', async () => {
    const sizes: number[] = [];
    const write = gatherWrites(async (items: readonly number[]) => {
      sizes.push(items.length);
      return items;
    }, 100);
    const all = Array.from({ length: 250 }, (_, item) => item);
    expect(await Promise.all(all.map(write))).toEqual(all);
    expect(sizes).toEqual([100, 100, 50]);
  });

  it('that fail tell everybody in them, and the next ones are tried', async () => {
    let tries = 0;
    const write = gatherWrites(async (items: readonly string[]) => {
      tries += 1;
      if (tries === 1) throw new Error('no database');
      return items;
    });
    const both = await Promise.allSettled([write('a'), write('b')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await write('c')).toBe('c');
  });
});
