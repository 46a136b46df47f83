import { readdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { connectDatabase } from '../../../server/database/connect.ts';
import { silentLog } from '../../../server/log.ts';
import { freshDataDirectories } from './data-directory.ts';
import { startOldServer } from './old-server.ts';

const freshDataDirectory = freshDataDirectories();

describe('MONGODB_URL', () => {
  it('is used instead of the engine, which leaves the data directory untouched', async () => {
    const dataDir = await freshDataDirectory();
    const mongodbUrl = process.env.TEST_MONGODB_URI ?? '';
    const database = await connectDatabase({ mongodbUrl, dataDir, dbName: 'test_mongodb_url', log: silentLog });
    expect(database.kind).toBe('server');
    expect(database.db.writeConcern).toMatchObject({ journal: true });
    await database.db.collection('posts').insertOne({ author: 'alice' });
    expect(await database.db.collection('posts').countDocuments()).toBe(1);
    await database.db.dropDatabase();
    await database.close();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('stops the start within seconds when nobody answers there, without showing the password', async () => {
    const mongodbUrl = 'mongodb://alice:hunter2@127.0.0.1:1/folkmoot';
    const startedAt = performance.now();
    const failure = await connectDatabase({ mongodbUrl, dataDir: '/nowhere', log: silentLog }).catch((error) => error);
    expect(failure).toMatchObject({ code: 'mongodb-unreachable', exitCode: 14 });
    expect(failure.advice).toContain('127.0.0.1:1');
    expect(`${failure.message} ${failure.advice}`).not.toContain('hunter2');
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });

  it('stops the start when it cannot be read at all', async () => {
    const start = connectDatabase({ mongodbUrl: 'localhost', dataDir: '/nowhere', log: silentLog });
    await expect(start).rejects.toMatchObject({ code: 'mongodb-unreachable' });
  });

  it('stops the start when the server is too old', async () => {
    const old = await startOldServer();
    const start = connectDatabase({ mongodbUrl: old.url, dataDir: '/nowhere', log: silentLog });
    await expect(start).rejects.toMatchObject({
      code: 'mongodb-too-old',
      exitCode: 15,
      advice: expect.stringContaining('6.0.19'),
    });
    await old.stop();
  });
});
