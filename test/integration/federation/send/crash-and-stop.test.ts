import { describe, expect, it } from '@jest/globals';
import { gate, inbox, north } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('crashes and stops', () => {
  it('what a crashed worker had taken is delivered by another when its lease is over', async () => {
    const south = await inbox();
    const { post, queue, worker, later } = north();
    await post('1', [south.url('/inbox')]);
    const lease = { by: 'one that crashes', leaseMs: MINUTE, limit: 64, perHost: 2, without: [] };
    expect(await queue.deliveries.claim({ now: new Date(), ...lease })).toHaveLength(1);
    const second = worker();
    expect(await second.tick()).toBe(0);
    later(MINUTE + 1000);
    expect(await second.tick()).toBe(1);
    expect(queue.to('/inbox')).toMatchObject({ state: 'done', attempts: 0 });
  });

  it('two workers on one queue do not send twice', async () => {
    const south = await inbox();
    const { post, deliverer, worker } = north();
    const second = worker();
    for (let number = 1; number <= 10; number += 1) await post(`${number}`, [south.url(`/${number}`)]);
    deliverer.start();
    second.start();
    await south.has(10);
    await Promise.all([deliverer.stop(), second.stop()]);
    expect(south.arrived).toHaveLength(10);
  });

  it('a stop waits for what is on its way', async () => {
    const south = await inbox(() => new Promise((resolve) => setTimeout(resolve, 100, { status: 202 })));
    const { post, deliverer, queue } = north();
    await post('1', [south.url('/inbox')]);
    deliverer.start();
    await south.has(1);
    await deliverer.stop();
    expect(queue.to('/inbox').state).toBe('done');
  });

  it('but not for ever: what hangs is left to its lease, as if never tried', async () => {
    const { opened, open } = gate();
    const south = await inbox(() => opened.then(() => ({ status: 202 })));
    const { post, worker, queue, later } = north();
    await post('1', [south.url('/inbox')]);
    const first = worker({ limits: { stopMs: 20 } });
    first.start();
    await south.has(1);
    await first.stop();
    expect(queue.to('/inbox')).toMatchObject({ state: 'waiting', attempts: 0 });
    open();
    later(MINUTE + 1000);
    expect(await worker().tick()).toBe(1);
    expect(queue.to('/inbox').state).toBe('done');
  });

  it('begins with what was queued before it started, and wakes when something is added', async () => {
    const south = await inbox();
    const { post, deliverer } = north({ limits: { idleMs: HOUR } });
    await post('1', [south.url('/before')]);
    deliverer.start();
    await south.has(1);
    await post('2', [south.url('/after')]);
    await south.has(2);
    expect(south.arrived.map(({ path }) => path)).toEqual(['/before', '/after']);
  });

  it('goes on when the database fails for a moment', async () => {
    const south = await inbox();
    const { post, deliverer, queue } = north();
    const { claim } = queue.deliveries;
    let failures = 0;
    queue.deliveries.claim = (ask) => {
      failures += 1;
      return failures === 1 ? Promise.reject(new Error('no connection')) : claim(ask);
    };
    deliverer.start();
    await post('1', [south.url('/inbox')]);
    await south.has(1);
    expect(failures).toBeGreaterThan(1);
  });
});
