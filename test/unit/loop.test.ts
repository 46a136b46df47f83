import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLoop, createPace, type Loop, type Pace, SHORT_REST_MS, STEADY_PACE } from '../../server/loop.ts';

const MINUTE = 60_000;

/** Work that is looked for twice a second; what it finds a test says. */
function looking({ restMs, find = () => false }: { readonly restMs?: number; readonly find?: () => boolean } = {}) {
  const looks: number[] = [];
  const loop = createLoop({
    async look() {
      looks.push(performance.now());
      return find();
    },
    everyMs: 500,
    ...(restMs === undefined ? {} : { restMs }),
    onFault(cause) {
      throw cause;
    },
  });
  return { loop, looks, since: (when: number) => looks.filter((at) => at > when) };
}

const begun: Loop[] = [];
function start(loop: Loop, pace: Pace): void {
  begun.push(loop);
  loop.start(pace);
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => void jest.useFakeTimers());
afterEach(async () => {
  for (const loop of begun.splice(0)) await loop.stop();
  jest.useRealTimers();
});

describe('a server at rest', () => {
  it('looks twice a second while it is used, and ever more seldom when nobody asks', async () => {
    const { loop, looks, since } = looking();
    start(loop, createPace());
    await pass(1600);
    expect(looks).toHaveLength(4);
    await pass(MINUTE);
    const before = performance.now();
    await pass(MINUTE);
    expect(since(before)).toHaveLength(6);
  });

  it('looks more often for what comes by the clock', async () => {
    const { loop, since } = looking({ restMs: SHORT_REST_MS });
    start(loop, createPace());
    await pass(MINUTE);
    const before = performance.now();
    await pass(MINUTE);
    expect(since(before)).toHaveLength(12);
  });

  it('looks at once when it is woken', async () => {
    const { loop, since } = looking();
    start(loop, createPace());
    await pass(MINUTE);
    const before = performance.now();
    await pass(1);
    loop.wake();
    await pass(1);
    expect(since(before)).toHaveLength(1);
  });

  it('looks as often as ever for everything once somebody has asked for something', async () => {
    const pace = createPace();
    const [posts, letters] = [looking(), looking()];
    for (const { loop } of [posts, letters]) start(loop, pace);
    await pass(MINUTE);
    const before = performance.now();
    pace.stir();
    await pass(1600);
    for (const { since } of [posts, letters]) expect(since(before)).toHaveLength(3);
  });

  it('takes what one look finds for a sign that others may find something', async () => {
    const pace = createPace();
    let found = false;
    const posts = looking({
      find() {
        const before = found;
        found = false;
        return before;
      },
    });
    const letters = looking();
    for (const { loop } of [posts, letters]) start(loop, pace);
    await pass(MINUTE);
    const before = performance.now();
    found = true;
    posts.loop.wake();
    await pass(501);
    expect(letters.since(before).length).toBeGreaterThanOrEqual(1);
  });

  it.each([1000, 4000, 15_000])(
    'is late by a third, at the most, for what is due again after %i ms',
    async (waitMs) => {
      const { loop, since } = looking();
      const pace = createPace();
      start(loop, pace);
      await pass(MINUTE);
      pace.stir();
      const due = performance.now() + waitMs;
      await pass(3 * waitMs);
      const [first = Number.POSITIVE_INFINITY] = since(due);
      expect(first - due).toBeLessThanOrEqual(Math.max(500, waitMs / 3));
    },
  );

  it('looks no more once it is stopped, whatever is asked', async () => {
    const pace = createPace();
    const { loop, since } = looking();
    start(loop, pace);
    await pass(MINUTE);
    await loop.stop();
    const before = performance.now();
    pace.stir();
    await pass(MINUTE);
    expect(since(before)).toEqual([]);
  });
});

describe('a server beside others on one database', () => {
  it('never rests: they may have written something', async () => {
    const { loop, since } = looking();
    start(loop, STEADY_PACE);
    await pass(MINUTE);
    const before = performance.now();
    await pass(MINUTE);
    expect(since(before)).toHaveLength(120);
  });
});
