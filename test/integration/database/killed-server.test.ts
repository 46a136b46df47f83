import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { connectDatabase } from '../../../server/database/connect.ts';
import { silentLog } from '../../../server/log.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';
import { freshDataDirectories } from './data-directory.ts';

const WRITING_SERVER = fileURLToPath(new URL('./writing-server.ts', import.meta.url));
const freshDataDirectory = freshDataDirectories();

/** Starts a server that writes, kills it after a while; gives what it had acknowledged and how long it took to serve. */
async function writeUntilKilled(
  dataDir: string,
  first: number,
): Promise<{ acknowledged: number[]; startedIn: number }> {
  const startedAt = performance.now();
  const server = spawn(process.execPath, [WRITING_SERVER, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  let startedIn = Number.POSITIVE_INFINITY;
  createInterface({ input: server.stdout }).on('line', (line) => {
    if (line === 'serving') startedIn = performance.now() - startedAt;
    else if (acknowledged.push(Number(line)) === 50) server.kill('SIGKILL');
  });
  await once(server, 'close');
  return { acknowledged, startedIn };
}

describe('a server killed with kill -9', () => {
  it('starts again at once on the same directory and has every acknowledged ballot', async () => {
    const dataDir = await freshDataDirectory();
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const run = await writeUntilKilled(dataDir, round * 1_000_000);
      expect(run.acknowledged.length).toBeGreaterThanOrEqual(50);
      // The first start may have to download the newer glibc.
      if (round > 0) expect(run.startedIn).toBeLessThan(10_000);
      acknowledged.push(...run.acknowledged);
    }
    const { db, close } = await connectDatabase({ dataDir, log: silentLog, engineCacheDir: ENGINE_CACHE });
    const kept = new Set((await db.collection<{ _id: number }>('ballots').find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    await close();
  });
});
