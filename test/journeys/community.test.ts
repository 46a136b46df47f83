import { afterAll, beforeAll, describe } from '@jest/globals';
import { journeysRun } from './browser.ts';
import { deciding } from './story/deciding.ts';
import { founding } from './story/founding.ts';
import { judging } from './story/judging.ts';
import { byKeyboard } from './story/keyboard.ts';
import { leaving } from './story/leaving.ts';
import { BOTH_WAYS, openTown, type Town, tell } from './story/town.ts';
import { working } from './story/working.ts';

const run = journeysRun() ? describe : describe.skip;

/** The life of a community, once in browsers without scripts and once with them, on one server. */
run('row 19: core flows work without JavaScript', () => {
  let town: Town;

  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town?.close());

  describe.each(BOTH_WAYS)('scripts: $scripts', (way) => {
    const told = tell(() => town, way);
    founding(told);
    working(told);
    deciding(told);
    judging(told);
    leaving(told);
    if (way.scripts) describe('with the keyboard alone', () => byKeyboard(told));
  });
});
