import type { Composed } from './compose.ts';
import { type Config, explainFaults, readConfig } from './config.ts';
import { type Engine, startEngine } from './database/embedded/engine.ts';
import { DatabaseFailure } from './database/failures.ts';
import { settleIn } from './footprint.ts';
import { createLog, type Log } from './log.ts';

/** Exit codes, so that whatever supervises the server can tell why it did not start. */
const EXIT = { config: 2, portTaken: 16, listen: 17, unexpected: 1 } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/**
 * Starts the server and keeps it until a signal ends it. Everything that can go wrong says what to do.
 *
 * @param how `onWrongConfig`: called before it ends because of the configuration
 */
export async function start({ onWrongConfig }: { readonly onWrongConfig?: () => void } = {}): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    onWrongConfig?.();
    fail(EXIT.config, explainFaults(read.faults));
  }
  const { config } = read;
  const log = createLog(config.logLevel);
  say(`Folkmoot is starting for ${config.origin}`);
  const onProgress = (step: string): void => say(`  ${step}`);
  const engine = config.mongodbUrl === undefined ? await engineUnderWay(config, log, onProgress) : undefined;
  let composed: Composed;
  try {
    const { compose } = await import('./compose.ts');
    composed = await compose(config, { log, onProgress, ...engine });
  } catch (cause) {
    return await failToStart(cause);
  }
  stopOnSignal(composed);
  if (config.role !== 'worker') {
    try {
      await listen(composed, config);
    } catch (cause) {
      await composed.close();
      failToListen(cause, config);
    }
  }
  if (config.role !== 'web') composed.startWorkers();
  await greet(composed, config);
  settleIn();
}

/** The engine opens its files in its own process while this one loads the rest of the program. */
async function engineUnderWay(
  config: Config,
  log: Log,
  onProgress: (step: string) => void,
): Promise<{ readonly engine: Promise<Engine> }> {
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  const engine = startEngine({
    ...config,
    log,
    onProgress(step) {
      onProgress(step);
      // Its process is started in the same breath.
      setImmediate(resolve);
    },
  });
  // What goes wrong is said by compose, which waits for the engine.
  engine.catch(() => resolve());
  await underWay;
  return { engine };
}

async function greet({ house, database }: Composed, config: Config): Promise<void> {
  say(`  Database: ${database.kind === 'embedded' ? `embedded, in ${config.dataDir}` : 'MongoDB, from MONGODB_URL'}`);
  if (config.role === 'worker') {
    say('Folkmoot’s workers are running.');
    return;
  }
  const empty = (await house.communities.here()).length === 0;
  const { invite } = await import('./accounts/sign-up.ts');
  const secret = empty ? await invite(house, { purpose: 'found' }) : undefined;
  if (secret !== undefined) {
    say(`\nNothing has been founded here yet. This link does it, once:\n\n  ${config.origin}/found/${secret}\n`);
  }
  say(`Folkmoot is serving ${config.origin}  (Ctrl-C stops it)`);
}

function listen({ server }: Composed, { port, listen: host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Supervisors kill after half a minute or so; this says why. */
const LONGEST_STOP_MS = 25_000;

function stopOnSignal(composed: Composed): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(`\n${signal}: stopping; what is under way is finished first`);
    setTimeout(
      () => fail(EXIT.unexpected, 'It did not stop in time. What was under way is taken up again at the next start.'),
      LONGEST_STOP_MS,
    ).unref();
    composed.close().then(
      () => process.exit(0),
      (cause: unknown) => fail(EXIT.unexpected, `It did not stop cleanly: ${String(cause)}`),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function failToStart(cause: unknown): Promise<never> {
  const { MigrationFailure } = await import('./database/migrations.ts');
  if (cause instanceof DatabaseFailure || cause instanceof MigrationFailure) {
    fail(cause.exitCode, `${cause.message}\n${cause.advice}`);
  }
  fail(EXIT.unexpected, `Folkmoot could not start: ${cause instanceof Error ? cause.stack : String(cause)}`);
}

function failToListen(cause: unknown, config: Config): never {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    fail(
      EXIT.portTaken,
      `Port ${config.port} is taken by another program. Stop that one, or choose another port, for example: PORT=8090 npm start`,
    );
  }
  fail(
    EXIT.listen,
    `Folkmoot cannot listen on ${config.listen} port ${config.port}: ${message}. Check LISTEN and PORT.`,
  );
}

function fail(code: number, text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}
