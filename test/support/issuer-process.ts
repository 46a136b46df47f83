import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from './server-process.ts';
import { until } from './wait.ts';

const COMMAND = fileURLToPath(new URL('../../server/operator/folkmoot.ts', import.meta.url));

/** An organisation's issuer, as its own process. */
export interface IssuerProcess {
  readonly url: string;
  readonly key: string;
  /** Everybody's code for this month, by name. */
  codes(): Promise<ReadonlyMap<string, string>>;
  /** Everything that it wrote, and everything that it keeps. */
  leftBehind(): readonly string[];
  stop(): Promise<void>;
}

/** @param clockFile the clock that the community's server is driven by */
export async function startIssuer(
  organisation: string,
  roll: readonly string[],
  clockFile: string,
): Promise<IssuerProcess> {
  const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-issuer-'));
  const [rollFile, data] = [path.join(dir, 'roll.txt'), path.join(dir, 'data')];
  writeFileSync(rollFile, `# who belongs to it\n${roll.join('\n')}\n`);
  const port = await freePort();
  const options = ['--organisation', organisation, '--roll', rollFile, '--data', data];
  const env = { ...process.env, TEST_CLOCK: clockFile };
  const child: ChildProcess = spawn(process.execPath, [COMMAND, 'issuer', ...options, '--port', String(port)], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      output += text;
    });
  }
  const key = await until('the issuer listens', async () => /Its key, for communities: (\S+)/.exec(output)?.[1]);
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    async codes() {
      const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, 'issuer', 'codes', ...options], { env });
      return new Map(
        stdout
          .trim()
          .split('\n')
          .map((line) => line.split('\t').reverse() as [string, string]),
      );
    },
    leftBehind: () => [
      ...output.split('\n'),
      ...readdirSync(data).map((name) => readFileSync(path.join(data, name), 'utf8')),
    ],
    async stop() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
