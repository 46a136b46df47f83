import { describe, expect, it } from '@jest/globals';
import type { ReceiveContext } from '../../../../federation/receive/context.ts';
import { createReceiveWorker } from '../../../../federation/receive/worker.ts';
import type { ActivityIri, ActorIri } from '../../../../server/community/ids.ts';
import { silentLog } from '../../../../server/log.ts';
import type { Inbox } from '../../../../server/ports/federation.ts';
import { until } from '../../../support/wait.ts';

const EVE = 'https://eve.example/u/eve' as ActorIri;
const BOB = 'https://bob.example/u/bob' as ActorIri;
const start = Date.parse('2026-01-01T00:00:00Z');

/** The twin in memory of the inbox's store, and a worker over it that carries out Likes as a test says. */
function receiving(carryOut: (id: string) => Promise<void>) {
  let now = start;
  let leads = true;
  const waiting = new Map<string, { sender: ActorIri; due: number; attempts: number; about: string }>();
  const outcomes = new Map<string, string>();
  const inbox: Inbox = {
    async accept(batch) {
      for (const { activity, sender, body } of batch)
        waiting.set(activity, { sender, due: now, attempts: 0, about: body || 'a post' });
      return batch.length;
    },
    lead: async () => leads,
    async letGo() {},
    async due(at, { from = new Date(0), limit }) {
      const due = [...waiting].filter(([, one]) => one.due <= at.getTime() && one.due >= from.getTime());
      const inOrder = due.sort(([, a], [, b]) => a.due - b.due).slice(0, limit);
      return inOrder.map(([activity, one]) => ({
        activity: activity as ActivityIri,
        sender: one.sender,
        body: JSON.stringify({ id: activity, type: 'Like', actor: one.sender, object: one.about }),
        receivedAt: at,
        dueAt: new Date(one.due),
        attempts: one.attempts,
      }));
    },
    async done(activity, outcome) {
      waiting.delete(activity);
      outcomes.set(activity, outcome);
    },
    async undo() {},
    async retry(activity, at) {
      const one = waiting.get(activity);
      if (one) Object.assign(one, { due: at.getTime(), attempts: one.attempts + 1 });
    },
    waiting: async () => waiting.size,
  };
  const actions = {
    async react({ activity }: { activity: string }) {
      await carryOut(activity);
      return 'kept';
    },
  };
  const context = { actions, log: silentLog, inbox, wall: () => new Date(now) };
  return {
    worker: createReceiveWorker(context as unknown as ReceiveContext & { inbox: Inbox; wall: () => Date }),
    outcomes,
    waiting,
    arrive: (sender: ActorIri, ...ids: readonly string[]) =>
      inbox.accept(ids.map((id) => ({ activity: id as ActivityIri, sender, body: '', receivedAt: new Date(now) }))),
    /** Likes of posts of their own, which need not wait for each other. */
    arriveApart: (sender: ActorIri, ...ids: readonly string[]) =>
      inbox.accept(ids.map((id) => ({ activity: id as ActivityIri, sender, body: id, receivedAt: new Date(now) }))),
    pass(ms: number) {
      now += ms;
    },
    anotherLeads(does: boolean) {
      leads = !does;
    },
  };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Carries nothing out until it is told to. */
function heldUp() {
  const begun: string[] = [];
  const release = new Map<string, () => void>();
  return {
    begun,
    carryOut: (id: string) =>
      new Promise<void>((resolve) => {
        begun.push(id);
        release.set(id, resolve);
      }),
    finish: (id: string) => release.get(id)?.(),
  };
}

describe('what came in is carried out', () => {
  it('in the order of its arrival for each sender', async () => {
    const seen: string[] = [];
    const { worker, arrive } = receiving(async (id) => {
      await soon();
      seen.push(id);
    });
    await arrive(EVE, 'e1', 'e2', 'e3');
    await arrive(BOB, 'b1', 'b2');
    await worker.settle();
    expect(seen.filter((id) => id.startsWith('e'))).toEqual(['e1', 'e2', 'e3']);
    expect(seen.filter((id) => id.startsWith('b'))).toEqual(['b1', 'b2']);
  });

  it('for bob while eve’s server is slow, however much of eve’s came before', async () => {
    const { begun, carryOut, finish } = heldUp();
    const { worker, arrive } = receiving(carryOut);
    await arrive(EVE, ...Array.from({ length: 100 }, (_, index) => `e${index}`));
    await arrive(BOB, 'b1');
    worker.start();
    await soon();
    expect(begun).toEqual(['e0', 'b1']);
    finish('e0');
    finish('b1');
    const stopped = worker.stop();
    await soon();
    for (const id of begun) finish(id);
    await stopped;
  });

  it('for bob at once, also when he comes while eve is waited for', async () => {
    const { begun, carryOut, finish } = heldUp();
    const { worker, arrive } = receiving(carryOut);
    await arrive(EVE, 'e0');
    worker.start();
    await soon();
    await arrive(BOB, 'b1');
    worker.wake();
    await soon();
    expect(begun).toEqual(['e0', 'b1']);
    for (const id of begun) finish(id);
    await worker.stop();
  });

  it('side by side where eve’s activities have nothing to do with each other', async () => {
    const { begun, carryOut, finish } = heldUp();
    const { worker, arrive, arriveApart } = receiving(carryOut);
    await arriveApart(EVE, 'e0', 'e1');
    await arrive(EVE, 'e2', 'e3');
    worker.start();
    await soon();
    expect(begun).toEqual(['e0', 'e1', 'e2']);
    const stopped = worker.stop();
    for (const id of begun) finish(id);
    await stopped;
  });

  it('for bob while a hundred accounts of a slow server wait for it: four of them have a place', async () => {
    const { begun, carryOut, finish } = heldUp();
    const { worker, arrive } = receiving(carryOut);
    const crowd = Array.from({ length: 400 }, (_, nth) => `https://eve.example/u/${nth}` as ActorIri);
    for (const one of crowd) await arrive(one, one);
    worker.start();
    await soon();
    expect(begun).toHaveLength(256);
    await arrive(BOB, 'b1');
    await until('bob’s turn', () => begun.includes('b1'));
    for (const id of begun) finish(id);
    await soon();
    const more = begun.slice(257);
    expect(more.length).toBeGreaterThan(4);
    const stopped = worker.stop();
    for (const id of begun) finish(id);
    await stopped;
  });

  it('by one process alone: another takes over when that one no longer leads', async () => {
    const { worker, arrive, outcomes, anotherLeads, pass } = receiving(async () => {});
    anotherLeads(true);
    await arrive(EVE, 'e1');
    await worker.settle();
    expect(outcomes.size).toBe(0);
    anotherLeads(false);
    pass(1000);
    await worker.settle();
    expect(outcomes.size).toBe(1);
  });

  it('again when it failed here, and nothing is lost', async () => {
    let failures = 2;
    const { worker, arrive, outcomes, pass, waiting } = receiving(async (id) => {
      if (id === 'e1' && failures-- > 0) throw new Error('no database');
    });
    await arrive(EVE, 'e1', 'e2');
    await worker.settle();
    expect([...outcomes.keys()]).toEqual(['e2']);
    pass(1000);
    await worker.settle();
    expect(outcomes.has('e1')).toBe(false);
    pass(4000);
    await worker.settle();
    expect(outcomes.get('e1')).toBe('done: liked');
    expect(waiting.size).toBe(0);
  });

  it('until it failed nine times: then it is set aside as failed', async () => {
    let tries = 0;
    const { worker, arrive, outcomes, pass } = receiving(async () => {
      tries += 1;
      throw new Error('a bug');
    });
    await arrive(EVE, 'e1');
    for (let day = 0; day < 12; day += 1) {
      await worker.settle();
      pass(86_400_000);
    }
    expect([tries, outcomes.get('e1')]).toEqual([9, 'failed']);
  });

  it('no further once it is stopped: what waits is left for the next start', async () => {
    const { begun, carryOut, finish } = heldUp();
    const { worker, arrive, waiting } = receiving(carryOut);
    await arrive(EVE, 'e1', 'e2', 'e3');
    worker.start();
    await soon();
    const stopped = worker.stop();
    finish('e1');
    await stopped;
    expect(begun).toEqual(['e1']);
    expect([...waiting.keys()]).toEqual(['e2', 'e3']);
  });
});
