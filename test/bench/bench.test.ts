import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { benchFederation } from './federation/federation.ts';
import { report } from './federation/report.ts';
import type { Results } from './federation/results.ts';
import { openTidy, type Tidy } from './support/tidy.ts';

const NAMES = ['folkmoot', 'reference', 'fedify'] as const;
const ACTIVITIES = 40;
const FOLLOWERS = 20;
const HOSTS = 10;

let tidy: Tidy;
let results: Results;

/** In tiny numbers: that it runs and that everything arrives, never how fast. */
beforeAll(async () => {
  tidy = await openTidy();
  const plan = {
    measures: ['ingest', 'fanout', 'get'],
    contestants: NAMES,
    rounds: 1,
    crowd: 4,
    activities: ACTIVITIES,
    warmUp: 0,
    audiences: [FOLLOWERS],
    kinds: ['refuse'],
    hosts: HOSTS,
    warmUpPosts: 1,
    getSeconds: 0,
    starts: 0,
    restMs: 0,
  } as const;
  results = await benchFederation(plan, { tidy, say: () => {} });
}, 300_000);

afterAll(() => tidy.close());

describe.each(NAMES)('the federation bench of %s', (name) => {
  it('sends a batch on 32 connections and one on 64, and finds every activity again', () => {
    const batches = results.ingest.get(name)?.flatMap((turn) => turn.batches);
    expect(batches?.map(({ connections, activities }) => [connections, activities])).toEqual([
      [32, ACTIVITIES],
      [64, ACTIVITIES],
    ]);
    for (const { durable, visible, p99 } of batches ?? []) {
      expect([durable, visible, p99].every((figure) => figure > 0)).toBe(true);
    }
  });

  it('reaches every follower who can be reached, also when a host refuses', () => {
    const reached = results.fanOut.get(name)?.map(({ audience, arrived }) => [audience, arrived]);
    expect(reached).toEqual([[`refuse${FOLLOWERS}`, FOLLOWERS - FOLLOWERS / HOSTS]]);
  });

  it('gets answers for an actor and for an outbox page of 20 items', () => {
    const served = results.get.get(name)?.map(({ what, perSecond }) => [what, perSecond > 0]);
    expect(served).toEqual([
      ['actor', true],
      ['outbox page', true],
    ]);
  });
});

describe('the report', () => {
  it('says of every goal whether it was reached', () => {
    const text = report(results);
    const goals = text.slice(text.indexOf('Goals')).split('\n\n')[0]?.split('\n').slice(3) ?? [];
    expect(goals.length).toBe(9);
    expect(goals.filter((line) => !/ (NOT )?reached$/.test(line))).toEqual([]);
  });
});
