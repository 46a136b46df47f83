import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { until } from '../support/wait.ts';

let dir: string;
let dataDir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-footprint-'));
  dataDir = path.join(dir, 'data');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const start = () => startServer({ host: 'north.localhost', dataDir, firstStart: true });

/** Physical memory of a process in MB, as Linux counts it. */
function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** The server's process: the one whose environment names this port and that runs main. */
function pidOf({ port }: ServerProcess): number {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const runs = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('server/main.js');
      return runs && readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(`PORT=${port}`);
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new Error('the server has no process');
  return Number(found);
}

describe('a server at rest', () => {
  it('takes no more than 150 MB, and starts from what was compiled the last time', async () => {
    const compiled = path.join(dataDir, 'compiled');
    const first = await start();
    await until('the program is kept as it was compiled', () => {
      const [version = ''] = readdirSync(compiled);
      return version !== '' && readdirSync(path.join(compiled, version)).length > 500;
    });
    expect(statSync(compiled).mode & 0o077).toBe(0);
    expect(await first.stop()).toBe(0);
    const second = await start();
    const pid = pidOf(second);
    // Some 145 when this was written; what strips types takes 8 more, so a second start that loads it shows here.
    await until('it has settled in', () => memoryOf(pid) <= 150);
    expect((await fetch(`http://127.0.0.1:${second.port}/health`)).status).toBe(200);
    expect(await second.stop()).toBe(0);
  });

  it('starts all the same where compiled programs cannot be kept, or are spoilt', async () => {
    const first = await start();
    expect(await first.stop()).toBe(0);
    const compiled = path.join(dataDir, 'compiled');
    const [version = ''] = readdirSync(compiled);
    for (const name of readdirSync(path.join(compiled, version))) {
      writeFileSync(path.join(compiled, version, name), 'spoilt');
    }
    const second = await start();
    expect(await second.stop()).toBe(0);
    rmSync(compiled, { recursive: true });
    writeFileSync(compiled, 'a file in its place');
    const third = await start();
    expect((await fetch(`http://127.0.0.1:${third.port}/health`)).status).toBe(200);
    expect(await third.stop()).toBe(0);
  });
});
