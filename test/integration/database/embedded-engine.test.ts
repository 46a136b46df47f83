import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { connectDatabase, EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { connectToRunningEngine, startEngine } from '../../../server/database/embedded/engine.ts';
import { silentLog } from '../../../server/log.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';
import { until } from '../../support/wait.ts';
import { freshDataDirectories } from './data-directory.ts';

const freshDataDirectory = freshDataDirectories();
const optionsFor = (dataDir: string) => ({ dataDir, log: silentLog, engineCacheDir: ENGINE_CACHE });

describe('the embedded engine', () => {
  it('keeps what alice wrote over a stop and a start', async () => {
    const options = optionsFor(await freshDataDirectory());
    const first = await connectDatabase(options);
    expect(first.kind).toBe('embedded');
    expect(first.db.databaseName).toBe('folkmoot');
    await first.db.collection('posts').insertOne({ author: 'alice' });
    await first.close();

    const second = await connectDatabase(options);
    expect(await second.db.collection('posts').countDocuments({ author: 'alice' })).toBe(1);
    await second.close();
  });

  it('comes back by itself after kill -9, with every acknowledged write, and the driver finds it again', async () => {
    const engine = await startEngine(optionsFor(await freshDataDirectory()));
    const client = new MongoClient(engine.uri, EMBEDDED_CLIENT);
    const ballots = client.db('folkmoot').collection<{ _id: number }>('ballots');
    const exits: unknown[] = [];
    engine.onExit((exit) => exits.push(exit.signal));

    const acknowledged: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const before = engine.pid;
      const first = round * 1_000;
      for (let id = first; id < first + 500; id += 1) {
        // In the middle of the writing, however fast that is.
        if (id === first + 100 && before !== undefined) process.kill(before, 'SIGKILL');
        try {
          await ballots.insertOne({ _id: id });
          acknowledged.push(id);
        } catch {
          // While the engine is down the driver may refuse at once instead of waiting: a caller tries again.
          await sleep(20);
        }
      }
      await until('the driver finds it again', () => ballots.countDocuments().catch(() => null));
      expect(engine.pid).not.toBe(before);
    }
    const kept = new Set((await ballots.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(exits).toEqual(['SIGKILL', 'SIGKILL']);
    // The writing went on through both: what follows a restart is taken again.
    expect(acknowledged.filter((id) => id % 1_000 > 100).length).toBeGreaterThan(0);
    await client.close();
    await engine.stop();
  });

  it('refuses a second instance on the same directory and names the process that holds it', async () => {
    const options = optionsFor(await freshDataDirectory());
    const engine = await startEngine(options);
    await expect(startEngine(options)).rejects.toMatchObject({
      code: 'data-dir-locked',
      exitCode: 11,
      advice: expect.stringContaining(`process ${process.pid}`),
    });
    await engine.stop();
    const again = await startEngine(options);
    await again.stop();
  });

  it('takes over a lock whose process number was given to somebody else since', async () => {
    const dataDir = await freshDataDirectory();
    const recycled = { owner: { pid: process.pid, started: 'long ago' }, socket: '' };
    await writeFile(join(dataDir, 'folkmoot.lock'), JSON.stringify(recycled));
    const engine = await startEngine(optionsFor(dataDir));
    await engine.stop();
  });

  it('tells the operator’s command the address of a running engine, and nothing once it has stopped', async () => {
    const options = optionsFor(await freshDataDirectory());
    const engine = await startEngine(options);
    expect(await connectToRunningEngine(options.dataDir)).toBe(engine.uri);
    await engine.stop();
    expect(await connectToRunningEngine(options.dataDir)).toBeNull();
  });

  it('works in a directory whose name is too long for a socket', async () => {
    const dataDir = join(await freshDataDirectory(), 'long'.repeat(30));
    await mkdir(dataDir);
    const database = await connectDatabase(optionsFor(dataDir));
    expect(await database.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    await database.close();
  });

  it('says so when the data directory cannot be written to', async () => {
    const file = join(await freshDataDirectory(), 'a-file');
    await writeFile(file, '');
    await expect(connectDatabase(optionsFor(join(file, 'data')))).rejects.toMatchObject({
      code: 'data-dir-not-writable',
      exitCode: 12,
      advice: expect.stringContaining(file),
    });
  });

  it('refuses sessions, which nothing may need', async () => {
    const database = await connectDatabase(optionsFor(await freshDataDirectory()));
    const work = database.client.withSession((session) => database.db.collection('posts').findOne({}, { session }));
    await expect(work).rejects.toThrow('does not support sessions');
    await database.close();
  });
});
