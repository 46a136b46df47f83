import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildFiles } from '../../server/verifiers/build.ts';

describe('the programs that are given out as one file', () => {
  it('are what our sources give; `npm run verifiers` builds them', async () => {
    for (const [name, text] of await buildFiles(false)) {
      const file = new URL(`../../server/verifiers/dist/${name}`, import.meta.url);
      expect([name, readFileSync(file, 'utf8') === text]).toEqual([name, true]);
    }
  });
});
