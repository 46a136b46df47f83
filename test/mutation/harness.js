import { expect } from 'expect';

/**
 * What test files get instead of `@jest/globals` while programs are changed: `describe`, `it` and `expect`, where `it`
 * only notes the test down. So the files are loaded once, and each test can be run as often as there are changes.
 */
export { expect };

/** @type {{ id: string, run: () => unknown, around: { before: Function[], after: Function[] }[] }[]} */
export const tests = [];

let names = [];
let around = [];
const ids = new Map();

/** Test files are loaded under their name, because two of them may tell a story of the same name. */
export const inFile = async (name, load) => {
  names = [name];
  around = [{ before: [], after: [] }];
  await load();
};

export const describe = (name, body) => {
  names.push(name);
  around.push({ before: [], after: [] });
  body();
  names.pop();
  around.pop();
};

export const it = (name, run) => {
  const id = [...names, name].join(' › ');
  const same = ids.get(id) ?? 0;
  ids.set(id, same + 1);
  tests.push({ id: same === 0 ? id : `${id} (${same + 1})`, run, around: [...around] });
};
export const test = it;

it.each = (rows) => (name, run) => {
  for (const row of rows) it(name, () => (Array.isArray(row) ? run(...row) : run(row)));
};

export const beforeAll = (step) => around.at(-1).before.push(step);
export const afterAll = (step) => around.at(-1).after.unshift(step);

/** Runs one test with what its file prepares and clears away; throws what the test throws. */
export const runTest = async ({ run, around }) => {
  try {
    for (const { before } of around) for (const step of before) await step();
    await run();
  } finally {
    for (const { after } of around.toReversed()) for (const step of after) await step();
  }
};
