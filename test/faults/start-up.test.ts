import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ENGINE_CACHE } from '../support/engine.ts';
import { freePort, type ServerProcess, startServer } from '../support/server-process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-start-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Tries to start a server that cannot; how it ended, and what it said. */
async function tryToStart(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const port = String(await freePort());
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'server/main.js')], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PUBLIC_URL: `http://north.localhost:${port}`,
      PORT: port,
      DATA_DIR: path.join(dir, 'data'),
      ENGINE_CACHE_DIR: ENGINE_CACHE,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), 40_000);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, said };
}

/** Processes that name this test's directory: what was started half would be among them. */
function leftRunning(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dir) ? [pid] : [];
      } catch {
        return [];
      }
    });
}

/** Nothing of it is left: no process, and the directory can be used at once. */
function expectNothingLeft(): void {
  expect(leftRunning()).toEqual([]);
}

it('a port that is taken is named, with what to do (16)', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { code, said } = await tryToStart({
    PORT: String(port),
    PUBLIC_URL: `http://north.localhost:${port}`,
    LISTEN: '127.0.0.1',
  });
  other.close();
  expect(said).toMatch(new RegExp(`Port ${port} is taken by another program.*PORT=`));
  expect(code).toBe(16);
  expectNothingLeft();
  const after = await startServer({ host: 'north.localhost', dataDir: path.join(dir, 'data') });
  expect(await after.stop()).toBe(0);
});

describe('a wrong configuration (2)', () => {
  it.each([
    ['PORT', '70000', /PORT must be a whole number.*\n.*PORT=8080/],
    ['PUBLIC_URL', 'http://north.example/path', /PUBLIC_URL must be a web address.*\n.*https:\/\/north\.example/],
    ['PUBLIC_URL', 'http://north.example', /PUBLIC_URL must be https/],
    ['MONGODB_URL', 'localhost:27017', /MONGODB_URL must begin with mongodb:\/\//],
    ['SECRET_KEY', 'short', /SECRET_KEY must be 64 hexadecimal digits/],
    ['ALLOW_LOOPBACK', 'yes', /ALLOW_LOOPBACK must be true or false/],
    ['ROLE', 'worker', /ROLE cannot be split.*MONGODB_URL/],
  ])('%s=%s is named, with an example', async (name, value, sentence) => {
    const { code, said } = await tryToStart({ [name]: value });
    expect(said).toMatch(sentence);
    expect(code).toBe(2);
    expect(readdirSync(dir)).toEqual([]);
    expectNothingLeft();
  });

  it('loopback is never allowed for a public address', async () => {
    const { code, said } = await tryToStart({
      PUBLIC_URL: 'https://north.example',
      ALLOW_LOOPBACK: 'true',
      TEST_CLOCK: 'x',
    });
    expect(said).toMatch(/ALLOW_LOOPBACK is for trials on one machine only/);
    expect(said).toMatch(/TEST_CLOCK is for trials on one machine only/);
    expect(code).toBe(2);
    expectNothingLeft();
  });
});

describe('a data directory in use (11)', () => {
  let first: ServerProcess;
  let held: string;
  beforeAll(async () => {
    held = mkdtempSync(path.join(tmpdir(), 'folkmoot-held-'));
    first = await startServer({ host: 'north.localhost', dataDir: path.join(held, 'data') });
  });
  afterAll(async () => {
    await first?.stop();
    rmSync(held, { recursive: true, force: true });
  });

  it('is left to whoever has it, who is named', async () => {
    const { code, said } = await tryToStart({ DATA_DIR: first.dataDir });
    expect(said).toMatch(/already in use by process \d+\. Stop that process first/);
    expect(code).toBe(11);
    expectNothingLeft();
    const health = await fetch(`http://127.0.0.1:${first.port}/health`);
    expect(health.status).toBe(200);
  });
});

it('a data directory that cannot be written is named (12)', async () => {
  writeFileSync(path.join(dir, 'file'), '');
  const { code, said } = await tryToStart({ DATA_DIR: path.join(dir, 'file', 'data') });
  expect(said).toMatch(/data directory .*file\/data cannot be written to/);
  expect(code).toBe(12);
  expectNothingLeft();
});

it('a MongoDB server that does not answer is named, without its password (14)', async () => {
  const port = await freePort();
  const { code, said } = await tryToStart({ MONGODB_URL: `mongodb://alice:hunter2@127.0.0.1:${port}/folkmoot` });
  expect(said).toContain(`127.0.0.1:${port}`);
  expect(said).toMatch(/Check that it runs/);
  expect(said).not.toContain('hunter2');
  expect(code).toBe(14);
  expectNothingLeft();
});
