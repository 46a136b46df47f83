import { describe, expect, it } from '@jest/globals';
import { createEffectsWorker, line, waitAfter } from '../../../server/effects/worker.ts';
import { silentLog } from '../../../server/log.ts';
import type { Pending } from '../../../server/ports/pending.ts';

const START = Date.parse('2026-01-01T00:00:00Z');

/** Pending work in memory, by leases, and a clock that a test drives. */
function pendingWork() {
  let now = START;
  const waiting = new Map<string, { due: number; attempts: number }>();
  const pending: Pending<string> = {
    async claim(at, leaseMs, limit) {
      const due = [...waiting].filter(([, one]) => one.due <= at.getTime());
      return due
        .sort(([, a], [, b]) => a.due - b.due)
        .slice(0, limit)
        .map(([id, one]) => {
          one.due = at.getTime() + leaseMs;
          one.attempts += 1;
          return { id, work: id, attempts: one.attempts - 1 };
        });
    },
    async done(id) {
      waiting.delete(id);
    },
    async retry(id, at) {
      const one = waiting.get(id);
      if (one) one.due = at.getTime();
    },
  };
  return {
    pending,
    waiting,
    wall: () => new Date(now),
    add(...ids: readonly string[]) {
      for (const id of ids) waiting.set(id, { due: now, attempts: 0 });
    },
    pass(ms: number) {
      now += ms;
    },
  };
}

describe('effects', () => {
  it('are carried out in the order of their documents, each once', async () => {
    const { pending, add, wall, waiting } = pendingWork();
    const seen: string[] = [];
    const worker = createEffectsWorker({
      lines: [line('posts', pending, async (id) => void seen.push(id))],
      wall,
      log: silentLog,
    });
    add('1', '2', '3');
    await worker.settle();
    expect(seen).toEqual(['1', '2', '3']);
    expect(waiting.size).toBe(0);
  });

  it('that cause others, also of a line that was looked at before, are all done when it has settled', async () => {
    const [notices, posts] = [pendingWork(), pendingWork()];
    const seen: string[] = [];
    const worker = createEffectsWorker({
      lines: [
        line('notices', notices.pending, async (id) => void seen.push(id)),
        line('posts', posts.pending, async (id) => notices.add(`told of ${id}`)),
      ],
      wall: posts.wall,
      log: silentLog,
    });
    posts.add('a post');
    await worker.settle();
    expect(seen).toEqual(['told of a post']);
  });

  it('that fail hold up nothing, and are tried again after a wait that doubles', async () => {
    const { pending, add, wall, pass, waiting } = pendingWork();
    let failures = 3;
    const seen: string[] = [];
    const worker = createEffectsWorker({
      lines: [
        line('posts', pending, async (id) => {
          if (id === 'bad' && failures-- > 0) throw new Error('no database');
          seen.push(id);
        }),
      ],
      wall,
      log: silentLog,
    });
    add('bad', 'good');
    await worker.settle();
    expect(seen).toEqual(['good']);
    for (const attempt of [0, 1, 2]) {
      pass(waitAfter(attempt) - 1);
      await worker.settle();
      expect(seen).toEqual(['good']);
      pass(1);
      await worker.settle();
    }
    expect(seen).toEqual(['good', 'bad']);
    expect(waiting.size).toBe(0);
  });

  it('are never given up: the wait grows to an hour and no further', () => {
    expect([0, 1, 5, 12, 1000].map((attempts) => waitAfter(attempts))).toEqual([
      1000, 2000, 32_000, 3_600_000, 3_600_000,
    ]);
  });

  it('wait for the next start when the worker is stopped in the middle', async () => {
    const { pending, add, wall, waiting } = pendingWork();
    let finish = () => {};
    const worker = createEffectsWorker({
      lines: [
        line(
          'posts',
          pending,
          () =>
            new Promise<void>((resolve) => {
              finish = resolve;
            }),
        ),
      ],
      wall,
      log: silentLog,
    });
    add('1', '2', '3');
    worker.start();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = worker.stop();
    finish();
    await Promise.race([stopped, new Promise((_, reject) => setTimeout(reject, 500, new Error('still working')))]);
    expect([...waiting.keys()]).toEqual(['2', '3']);
    expect([...waiting.values()].map(({ due }) => due)).toEqual([START, START]);
  });

  it('of documents that need not wait for each other are carried out side by side', async () => {
    const { pending, add, wall, waiting } = pendingWork();
    const begun: string[] = [];
    let finish = () => {};
    const all = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const carryOut = async (id: string) => {
      if (begun.push(id) === 3) finish();
      await all;
    };
    const lines = [line('notices', pending, carryOut, { inOrder: false })];
    add('1', '2', '3');
    await createEffectsWorker({ lines, wall, log: silentLog }).settle();
    expect(begun).toEqual(['1', '2', '3']);
    expect(waiting.size).toBe(0);
  });

  it('of a long line keep no other line waiting', async () => {
    const [posts, ballots] = [pendingWork(), pendingWork()];
    const seen: string[] = [];
    const carryOut = async (id: string) => void seen.push(id);
    const lines = [line('posts', posts.pending, carryOut), line('ballots', ballots.pending, carryOut)];
    posts.add(...Array.from({ length: 200 }, (_, nth) => `post ${nth}`));
    ballots.add('a ballot');
    await createEffectsWorker({ lines, wall: posts.wall, log: silentLog }).settle();
    expect(seen.indexOf('a ballot')).toBeLessThan(100);
    expect(seen).toHaveLength(201);
  });

  it('are looked for where something is due, and in what follows from it', async () => {
    const [posts, ballots, notices] = [pendingWork(), pendingWork(), pendingWork()];
    const all = { posts, ballots, notices };
    const looks: string[] = [];
    const lines = Object.entries(all).map(([place, { pending }]) => {
      const claim: typeof pending.claim = (...ask) => {
        looks.push(place);
        return pending.claim(...ask);
      };
      const carryOut = async () => (place === 'notices' ? posts.add('a post') : undefined);
      return line(place, { ...pending, place, claim }, carryOut);
    });
    const placesWithDue = async () => new Set(Object.keys(all).filter((name) => all[name as 'posts'].waiting.size > 0));
    notices.add('a notice');
    await createEffectsWorker({ lines, placesWithDue, wall: posts.wall, log: silentLog }).settle();
    expect(looks).toEqual(['notices', 'posts']);
    expect([posts.waiting.size, notices.waiting.size]).toEqual([0, 0]);
  });

  it('are taken up after a look failed', async () => {
    const { pending, add, wall, waiting } = pendingWork();
    let broken = true;
    const claim: typeof pending.claim = (...ask) => (broken ? Promise.reject(new Error('cut')) : pending.claim(...ask));
    const worker = createEffectsWorker({
      lines: [line('posts', { ...pending, claim }, async () => {})],
      wall,
      log: silentLog,
    });
    add('1');
    await worker.settle();
    expect(waiting.size).toBe(1);
    broken = false;
    await worker.settle();
    expect(waiting.size).toBe(0);
  });
});
