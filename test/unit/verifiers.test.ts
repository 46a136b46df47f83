import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { buildFiles } from '../../server/verifiers/build.ts';

describe('the programs that are given out as one file', () => {
  it('are what our sources give; `npm run verifiers` builds them', async () => {
    for (const [name, text] of await buildFiles(false)) {
      const file = new URL(`../../server/verifiers/dist/${name}`, import.meta.url);
      expect([name, readFileSync(file, 'utf8') === text]).toEqual([name, true]);
    }
  });

  it('say how they are used, with an example', async () => {
    const programs = ['ballot.mjs', 'verify-election.mjs', 'verify-record.mjs'];
    const helps = programs.map(async (name) => {
      const file = fileURLToPath(new URL(`../../server/verifiers/dist/${name}`, import.meta.url));
      return promisify(execFile)(process.execPath, [file, '--help']);
    });
    for (const { stdout, stderr } of await Promise.all(helps)) {
      expect([stdout, stderr]).toEqual([expect.stringMatching(/Example:\n {2}\$ node/), '']);
    }
  });
});
