import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Db, MongoClient } from 'mongodb';
import { DELIVERY_LIMITS } from '../../federation/send/limits.ts';
import { EMBEDDED_CLIENT } from '../../server/database/connect.ts';
import { startEngine } from '../../server/database/embedded/engine.ts';
import { silentLog } from '../../server/log.ts';
import { parcelId } from '../../server/stores/parcels.ts';
import { ENGINE_CACHE } from '../support/engine.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** DAT-05: each waits in a document of its own, the heaviest form that a queue can have. */
const QUEUED = 100_000;
const HOSTS = 20;

let stage: Stage;
let origins: readonly RemoteOrigin[];

beforeAll(async () => {
  stage = await Stage.open({ ownEngine: true });
  origins = await Promise.all(Array.from({ length: HOSTS }, (_, number) => startRemoteOrigin(`h${number}`)));
});
afterAll(async () => {
  await Promise.all([stage, ...(origins ?? [])].map((one) => one?.close()));
});

async function fill(db: Db): Promise<void> {
  const activity = stage.house.addresses.activity('announce', 'old');
  const body = JSON.stringify({
    id: activity,
    type: 'Announce',
    actor: stage.guild,
    object: `${stage.origin}/posts/x`,
  });
  const now = new Date();
  await db
    .collection<{ _id: string }>('activities')
    .insertOne({ _id: activity, actor: stage.guild, type: 'Announce', body, public: true, at: now } as { _id: string });
  for (let from = 0; from < QUEUED; from += 5000) {
    const some = Array.from({ length: 5000 }, (_, nth) => {
      const { origin, host } = origins[(from + nth) % HOSTS] as RemoteOrigin;
      const inbox = `${origin}/users/u${from + nth}/inbox`;
      const _id = parcelId(activity, [inbox]);
      return { _id, activity, actor: stage.guild, host, inbox, attempts: 0, nextAt: now };
    });
    await db.collection<{ _id: string }>('deliveries').insertMany(some, { ordered: false });
  }
}

/** Resident memory of the server's process, in MB. */
function serverMemory(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const server = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server/main.js'));
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

it('with 100,000 queued, a server that starts serves every host within ten seconds, in bounded memory', async () => {
  await stage.kill();
  const engine = await startEngine({
    dataDir: stage.server.dataDir,
    log: silentLog,
    engineCacheDir: ENGINE_CACHE,
  });
  const client = await new MongoClient(engine.uri, EMBEDDED_CLIENT).connect();
  await fill(client.db('folkmoot'));
  await client.close();
  await engine.stop();

  const before = origins.map(({ arrivals }) => arrivals.length);
  await stage.restart();
  const began = Date.now();
  await until('every host is served', () =>
    origins.every(({ arrivals }, nth) => arrivals.length >= (before[nth] ?? 0) + 20),
  );
  expect(Date.now() - began).toBeLessThan(10_000);

  await until('a good part of it has arrived', () => sum(origins) > 10_000, 60_000);
  const held = await stage.db.collection('deliveries').countDocuments({ claim: { $exists: true } });
  expect(held).toBeLessThanOrEqual(DELIVERY_LIMITS.held + DELIVERY_LIMITS.settleMost * 4);
  expect(await stage.db.collection('deliveries').countDocuments({ doneAt: { $exists: true } })).toBeGreaterThan(5000);
  if (process.platform === 'linux') expect(serverMemory()).toBeLessThan(400);
});

const sum = (all: readonly RemoteOrigin[]) => all.reduce((total, { arrivals }) => total + arrivals.length, 0);
