import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { freePort } from '../support/server-process.ts';

const DEMO = fileURLToPath(new URL('./demo.ts', import.meta.url));

/** Runs the demo as `npm run demo` does, to its end. */
async function runDemo(...args: readonly string[]): Promise<{ readonly code: number | null; readonly told: string }> {
  const child = spawn(process.execPath, [DEMO, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      told += chunk.toString();
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, told };
}

describe('the demo', () => {
  it('tells its whole story, every step of it seen to be so', async () => {
    const ports = [await freePort(), await freePort(), await freePort()];
    const { code, told } = await runDemo('--once', '--ports', ports.join(','));
    expect(told).toContain('both bytes put back: it agrees again');
    expect(code).toBe(0);
  });

  it('says how it is used', async () => {
    const { code, told } = await runDemo('--help');
    expect(code).toBe(0);
    expect(told).toContain('Example:');
  });
});
