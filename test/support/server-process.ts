import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED, ENGINE_CACHE, KEPT_COMPILED } from './engine.ts';
import { startTlsFront } from './tls-front.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A Folkmoot server as its own process, as an operator runs it. */
export interface ServerProcess {
  readonly origin: string;
  /** Where clients reach it: its own, or that of the TLS proxy in front of it. */
  readonly port: number;
  /** Whom clients must trust, where it is reached by TLS (PEM). */
  readonly ca?: string;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** Everything it printed. */
  output(): string;
  /** The one-time link that founds the first community, when it printed one. */
  foundingLink(): string | undefined;
  /** SIGTERM, and waits. The exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: as if the power went. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  /** `north.localhost`, or a loopback address. */
  readonly host: string;
  readonly port?: number;
  /** With a TLS proxy in front, as `https://`. */
  readonly https?: boolean;
  readonly dataDir: string;
  /** A file whose number of milliseconds is added to the community's time. */
  readonly clockFile?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** It compiles the program itself, as on its very first start. */
  readonly firstStart?: boolean;
}

/** Starts a server and waits until it serves. Throws with its output when it does not. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const front = options.https ? await startTlsFront(port, [options.host]) : undefined;
  const origin = front === undefined ? `http://${options.host}:${port}` : `https://${options.host}:${front.port}`;
  mkdirSync(options.dataDir, { recursive: true });
  if (!options.firstStart) shareCompiled(options.dataDir);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PUBLIC_URL: origin,
    PORT: String(port),
    LISTEN: '127.0.0.1',
    DATA_DIR: options.dataDir,
    ENGINE_CACHE_DIR: ENGINE_CACHE,
    ALLOW_LOOPBACK: 'true',
    LOG_LEVEL: 'warn',
    FIRST_RETRY_MS: '300',
    // Tests look again and again until something has happened, and measurements ask as often as they can.
    API_LIMIT: '100000000',
    ...(options.clockFile === undefined ? {} : { TEST_CLOCK: options.clockFile }),
    ...options.env,
  };
  const child = spawn(process.execPath, [path.join(ROOT, 'server/main.js')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  await untilServing(child, () => output);
  return {
    origin,
    port: front?.port ?? port,
    ...(front === undefined ? {} : { ca: front.ca }),
    dataDir: options.dataDir,
    env,
    output: () => output,
    foundingLink: () => /https?:\/\/\S+\/found\/\S+/.exec(output)?.[0],
    async stop() {
      await front?.close();
      return end(child, 'SIGTERM');
    },
    async kill() {
      await front?.close();
      await end(child, 'SIGKILL');
    },
  };
}

/** The server finds itself compiled, as on any start but its first. */
function shareCompiled(dataDir: string): void {
  const compiled = path.join(dataDir, 'compiled');
  // First, so that a link from an earlier run leads somewhere.
  mkdirSync(COMPILED, { recursive: true, mode: 0o700 });
  if (!existsSync(compiled)) symlinkSync(COMPILED, compiled);
}

async function untilServing(child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!/ is serving /.test(output())) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}:\n${output()}`);
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the server did not come up:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
  return child.exitCode;
}

/**
 * Ports below those that the machine gives out by itself: one that was free a moment ago is not taken meanwhile by
 * whoever asks for any port, or connects to somewhere. Each process of a test run has its own part of them.
 */
const FIRST_PORT = 12_000;
const PORTS_EACH = 2_000;
const ofThisProcess = (Number(process.env.JEST_WORKER_ID ?? process.pid) % 10) * PORTS_EACH;
let tried = Math.floor(Math.random() * PORTS_EACH);

/** A port on loopback that nobody listens on, and that is not given twice to the same test file. */
export async function freePort(): Promise<number> {
  for (;;) {
    tried += 1;
    const port = FIRST_PORT + ofThisProcess + (tried % PORTS_EACH);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A file that drives the community's time of the servers started with it. */
export interface ClockFile {
  readonly file: string;
  forward(hours: number): void;
  /** How far it has been driven. */
  hours(): number;
}

export function clockFile(file: string): ClockFile {
  let driven = 0;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '0');
  return {
    file,
    forward(hours) {
      driven += hours;
      writeFileSync(file, String(driven * 3_600_000));
    },
    hours: () => driven,
  };
}

/** Runs the operator's command beside a server and gives what it said. */
export const operatorCommand = (
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<{ code: number | null; output: string }> => operatorCommandWith(env, null, ...args);

/** The same with something on its standard input. */
export async function operatorCommandWith(
  env: NodeJS.ProcessEnv,
  input: string | null,
  ...args: readonly string[]
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'server/operator/folkmoot.ts'), ...args], {
    cwd: ROOT,
    env: { ...KEPT_COMPILED, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input ?? '');
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await once(child, 'close');
  return { code: child.exitCode, output };
}
