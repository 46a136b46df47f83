import { spawn } from 'node:child_process';

/** What one run may take of this machine. */
interface RunLimits {
  /** By the clock on the wall; of the processor it may take as much. */
  readonly seconds: number;
}

/** What a program said, and whether it did what it was asked. */
export interface Ran {
  readonly ok: boolean;
  readonly out: string;
  /** Its last words, for the log. */
  readonly log: string;
}

/** Debian's `ffmpeg` and `ffprobe`, each run within bounds. */
export interface Ffmpeg {
  /** Whether this machine has both, and what we make can be made with them. Asked once. */
  isThere(): Promise<boolean>;
  /** Rejects when the server is stopping. */
  run(program: 'ffmpeg' | 'ffprobe', args: readonly string[], limits: RunLimits): Promise<Ran>;
  /** Ends what is running. */
  close(): void;
}

/** In kB: x264 lays out some frames, and libraries take room for themselves. */
const ADDRESS_SPACE = 2_000_000;
/** In blocks of 512 bytes: 96 MB. */
const FILE_BLOCKS = 196_608;
const MOST_SAID = 256 * 1024;
const ENCODERS = ['libx264', 'aac', 'libmp3lame', 'png'] as const;

/**
 * A shell sets the bounds and is then replaced by the program; it never sees a name that somebody chose. Where the
 * machine can do so, the program dies with this server, however that ends.
 */
const WITHIN = [
  `ulimit -v ${ADDRESS_SPACE}; ulimit -f ${FILE_BLOCKS}; ulimit -c 0; ulimit -t "$1" || exit 99; shift`,
  'if command -v setpriv >/dev/null; then exec setpriv --pdeathsig KILL nice -n 10 "$@"; fi',
  'exec nice -n 10 "$@"',
].join('\n');

/** @param off as if this machine had none */
export function createFfmpeg({ off = false }: { readonly off?: boolean } = {}): Ffmpeg {
  const running = new Set<ReturnType<typeof spawn>>();
  let closed = false;
  let there: Promise<boolean> | undefined;

  function run(program: string, args: readonly string[], { seconds }: RunLimits): Promise<Ran> {
    if (closed) return Promise.reject(new Error('the server is stopping'));
    return new Promise((resolve, reject) => {
      const child = spawn('/bin/sh', ['-c', WITHIN, 'sh', String(seconds), program, ...args], {
        cwd: '/',
        // Nothing of this server's environment: its keys may stand there.
        env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
      const said = { out: '', log: '' };
      child.stdout.on('data', (chunk) => {
        if (said.out.length < MOST_SAID) said.out += String(chunk);
      });
      child.stderr.on('data', (chunk) => {
        said.log = (said.log + String(chunk)).slice(-2000);
      });
      child.on('error', reject);
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        running.delete(child);
        if (closed) reject(new Error('the server is stopping'));
        else resolve({ ok: code === 0, out: said.out, log: `${program}: ${signal ?? code}: ${said.log.trim()}` });
      });
    });
  }

  async function look(): Promise<boolean> {
    const [encoders, probe] = await Promise.all([
      run('ffmpeg', ['-hide_banner', '-encoders'], { seconds: 20 }),
      run('ffprobe', ['-version'], { seconds: 20 }),
    ]);
    return encoders.ok && probe.ok && ENCODERS.every((name) => encoders.out.includes(` ${name} `));
  }

  return {
    run,
    isThere() {
      there ??= off ? Promise.resolve(false) : look().catch(() => false);
      return there;
    },
    close() {
      closed = true;
      for (const child of running) child.kill('SIGKILL');
    },
  };
}
