import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Composed, compose } from '../../server/compose.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Log, silentLog } from '../../server/log.ts';
import { ENGINE_CACHE, sharedMongodbUrl } from './engine.ts';
import { QUICK_HOUSE } from './quick-house.ts';
import { type ClockFile, clockFile, freePort } from './server-process.ts';

/** A whole server inside the test's own process, on a database and with a clock of its own. */
export interface RunningServer extends Composed {
  readonly origin: string;
  readonly port: number;
  readonly config: Config;
  /** What the operator's command needs to work beside it. */
  readonly env: NodeJS.ProcessEnv;
  readonly clock: ClockFile;
  stop(): Promise<void>;
}

/** Composes a server as main does, and listens. */
export async function runServer(
  host = 'localhost',
  env: Readonly<Record<string, string>> = {},
  log: Log = silentLog,
): Promise<RunningServer> {
  const dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-server-'));
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT);
  const clock = clockFile(path.join(dir, 'clock'));
  const shared = await sharedMongodbUrl();
  const settings = {
    PUBLIC_URL: `http://${host}:${port}`,
    PORT: String(port),
    DATA_DIR: path.join(dir, 'data'),
    ENGINE_CACHE_DIR: ENGINE_CACHE,
    ALLOW_LOOPBACK: 'true',
    TEST_CLOCK: clock.file,
    FIRST_RETRY_MS: '200',
    ...(shared === undefined ? {} : { MONGODB_URL: shared }),
    ...env,
  };
  const read = readConfig(settings);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const composed = await compose(read.config, { log, instead: QUICK_HOUSE });
  composed.server.listen(port, '127.0.0.1');
  await once(composed.server, 'listening');
  composed.startWorkers();
  return {
    ...composed,
    origin: read.config.origin,
    port,
    config: read.config,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings },
    clock,
    async stop() {
      await composed.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
