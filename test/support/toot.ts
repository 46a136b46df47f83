import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where toot, the terminal client, is on this machine: TOOT, or where Debian puts it. */
const TOOT: string | undefined = [process.env.TOOT, '/usr/bin/toot'].find((place) => place && existsSync(place));

const HOW = 'These tests need the client toot: apt-get install toot, or set TOOT to where it is.';

/** Whether tests with toot can run. Without it they are skipped, loudly; in CI they fail instead. */
export function tootRuns(): boolean {
  if (TOOT !== undefined) return true;
  if (process.env.CI) throw new Error(HOW);
  process.stderr.write(`\nSkipped. ${HOW}\n`);
  return false;
}

const PATIENCE_MS = 20_000;
const TRUSTED = 'trusted.pem';

/** Somebody at a terminal with toot, and with a directory of her own for what it keeps. */
export class Toot {
  private readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /** @param ca whom she trusts to vouch for servers (PEM) */
  static async open({ ca }: { readonly ca?: string | undefined } = {}): Promise<Toot> {
    const dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-toot-'));
    await writeFile(path.join(dir, TRUSTED), ca ?? '');
    return new Toot(dir);
  }

  close(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }

  /** Runs a command until it ends; what it printed. Anything but success is an error with its output. */
  run(...args: readonly string[]): Promise<string> {
    return this.converse(args, async () => undefined);
  }

  /**
   * Signs in as people do: toot registers itself, prints the address to open in a browser, and waits for the code.
   *
   * @param allow opens the address, and gives the code that is shown there
   */
  signIn(host: string, allow: (address: URL) => Promise<string>): Promise<string> {
    return this.converse(['login', '--instance', host], async (printed) => {
      const address = /^https?:\/\/\S+\/oauth\/authorize\S*$/m.exec(printed)?.[0];
      // Complete only when the question after it has been asked.
      if (address === undefined || !printed.includes('Open link')) return undefined;
      return `n\n${await allow(new URL(address))}\n`;
    });
  }

  /** @param answer what to type at what has been printed so far, once */
  private converse(args: readonly string[], answer: (printed: string) => Promise<string | undefined>): Promise<string> {
    return new Promise((resolve, reject) => {
      const { PATH = '/usr/bin:/bin', LANG = 'C.UTF-8' } = process.env;
      const trusting = { REQUESTS_CA_BUNDLE: path.join(this.dir, TRUSTED) };
      const env = {
        PATH,
        LANG,
        ...trusting,
        HOME: this.dir,
        XDG_CONFIG_HOME: this.dir,
        PYTHONUNBUFFERED: '1',
        PYTHONUTF8: '1',
      };
      const child = spawn(TOOT ?? 'toot', [...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
      const timer = setTimeout(() => child.kill(), PATIENCE_MS);
      let printed = '';
      let isAnswered = false;
      const hear = (chunk: Buffer): void => {
        printed += chunk.toString('utf8');
        if (isAnswered) return;
        answer(printed).then((typed) => {
          if (typed === undefined || isAnswered) return;
          isAnswered = true;
          child.stdin.end(typed);
        }, reject);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      // It may be gone before it has heard everything.
      child.stdin.on('error', () => {});
      if (args[0] !== 'login') child.stdin.end();
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(timer);
        if (code === 0) resolve(printed);
        else reject(new Error(`toot ${args.join(' ')} ended with ${code}:\n${printed}`));
      });
    });
  }
}
