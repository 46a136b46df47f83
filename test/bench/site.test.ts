import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SITE_PAGES } from './site/pages.ts';
import { report } from './site/report.ts';
import { benchSite, type SiteResults } from './site/site.ts';
import { openTidy, type Tidy } from './support/tidy.ts';

let tidy: Tidy;
let results: SiteResults;

/** In tiny numbers: that it runs and that every page is answered, never how fast. */
beforeAll(async () => {
  tidy = await openTidy();
  const size = { posts: 60, accounts: 12, follows: 3, answers: 10 };
  const plan = { pages: SITE_PAGES, ...size, rounds: 1, seconds: 0, restMs: 0, alone: 2 };
  results = await benchSite(plan, { tidy, say: () => {} });
}, 300_000);
afterAll(() => tidy.close());

it('asks for every page, ours and bare, and sees where the time of each goes', () => {
  expect(results.turns.map(({ what, who, requests }) => [what, who, requests > 0])).toEqual(
    SITE_PAGES.flatMap((what) => [
      [what, 'folkmoot', true],
      [what, 'bare', true],
    ]),
  );
  for (const { shares } of results.alone) {
    expect([shares.questions > 0, shares.asked > 0, shares.busy > 0]).toEqual([true, true, true]);
    expect(shares.views).toBeLessThan(shares.busy);
  }
  // Of two requests a profile sees little; of twenty it sees pages being written.
  expect(Math.max(...results.alone.map(({ shares }) => shares.views))).toBeGreaterThan(0);
});

it('says of every goal whether it was reached', () => {
  const text = report(results);
  const goals = text.slice(text.indexOf('Goals')).split('\n\n')[0]?.split('\n').slice(3) ?? [];
  expect(goals.length).toBe(2 * SITE_PAGES.length);
  expect(goals.filter((line) => !/ (NOT )?reached$/.test(line))).toEqual([]);
});
