import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ApiResults, benchApi } from './api/api.ts';
import { API_MEASURES } from './api/measures.ts';
import { report } from './api/report.ts';
import { openTidy, type Tidy } from './support/tidy.ts';

let tidy: Tidy;
let results: ApiResults;

/** In tiny numbers: that it runs and that everything is answered, never how fast. */
beforeAll(async () => {
  tidy = await openTidy();
  const size = { posts: [120], accounts: 12, follows: 3, answers: 10 };
  const plan = { measures: API_MEASURES, ...size, rounds: 1, seconds: 0, restMs: 0 };
  results = await benchApi(plan, { tidy, say: () => {} });
}, 300_000);
afterAll(() => tidy.close());

it('asks for everything, ours and bare, and says of every goal whether it was reached', () => {
  expect(results.map(({ what, who, requests }) => [what, who, requests > 0])).toEqual(
    API_MEASURES.flatMap((what) => [
      [what, 'folkmoot', true],
      [what, 'bare', true],
    ]),
  );
  const text = report(results);
  const goals = text.slice(text.indexOf('Goals')).split('\n\n')[0]?.split('\n').slice(3) ?? [];
  expect(goals.length).toBe(1 + API_MEASURES.length);
  expect(goals.filter((line) => !/ (NOT )?reached$/.test(line))).toEqual([]);
});
