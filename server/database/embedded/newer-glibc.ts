import { execFile } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AptSource } from './apt-source.ts';
import { findAptSource } from './apt-source.ts';
import { isNewEnough, parseGlibcVersion } from './glibc-version.ts';

const run = promisify(execFile);

/** A glibc beside the system's own: `loader --library-path libraries program …` runs a program on it. */
export interface NewerGlibc {
  readonly loader: string;
  readonly libraries: string;
}

const LOADERS: Readonly<Record<string, string>> = {
  x64: 'ld-linux-x86-64.so.2',
  arm64: 'ld-linux-aarch64.so.1',
};
const PACKAGES = ['libc6', 'libstdc++6', 'libgcc-s1'];
/** Milliseconds for one call of apt: the package index is some 10 MB. */
const APT_TIMEOUT = 180_000;

/**
 * Gives a glibc new enough for the engine, downloading the next release's with the machine's own apt the first time.
 * Needs no root and leaves the system alone: apt works on a private state in `cacheDir`, with its signature checks on.
 * Throws when it cannot be had.
 */
export async function newerGlibc(
  cacheDir: string,
  onProgress: (step: string) => void,
  findSource = findAptSource,
): Promise<NewerGlibc> {
  const loaderName = LOADERS[process.arch];
  if (loaderName === undefined) throw new Error(`no engine is built for ${process.arch}`);
  const libraries = join(cacheDir, `glibc-${process.arch}`);
  const glibc = { loader: join(libraries, loaderName), libraries };
  if (await exists(glibc.loader)) return glibc;

  const source = await findSource();
  if (source === undefined) throw new Error('apt-get names no mirror of Debian or Ubuntu');
  onProgress(`Downloading the C library of ${source.suite} for the database engine (once, about 14 MB)`);
  await mkdir(cacheDir, { recursive: true });
  const work = await mkdtemp(join(cacheDir, 'glibc-download-'));
  try {
    const unpacked = await downloadLibraries(source, work);
    await assertRuns(join(unpacked, loaderName), unpacked);
    // Whole or not at all; when somebody else was faster, theirs is as good.
    await rename(unpacked, libraries).catch(async (error) => {
      if (!(await exists(glibc.loader))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return glibc;
}

/** Downloads and unpacks the packages; gives the folder with their shared libraries. */
async function downloadLibraries(source: AptSource, work: string): Promise<string> {
  const archives = join(work, 'archives');
  const root = join(work, 'root');
  const libraries = join(work, 'libraries');
  for (const folder of [archives, root, libraries, join(work, 'lists/partial'), join(work, 'cache/archives/partial')]) {
    await mkdir(folder, { recursive: true });
  }
  await writeFile(join(work, 'own.sources'), sourcesEntry(source));
  await writeFile(join(work, 'apt.conf'), aptConfiguration(work));
  const apt = { cwd: archives, timeout: APT_TIMEOUT, env: { ...process.env, LC_ALL: 'C' } };
  await run('apt-get', ['-c', join(work, 'apt.conf'), 'update'], apt);
  await run('apt-get', ['-c', join(work, 'apt.conf'), 'download', ...PACKAGES], apt);
  for (const archive of await readdir(archives)) await run('dpkg-deb', ['-x', join(archives, archive), root]);
  await copyLibraries(root, libraries);
  return libraries;
}

/** Older suites keep libraries in /lib, newer ones in /usr/lib, each in a folder named after the machine. */
async function copyLibraries(root: string, libraries: string): Promise<void> {
  for (const base of [join(root, 'lib'), join(root, 'usr/lib')]) {
    const folders = (await readdir(base).catch(() => [])).filter((name) => name.endsWith('-linux-gnu'));
    for (const folder of folders) {
      for (const name of await readdir(join(base, folder))) {
        if (/\.so(\.|$)/.test(name)) {
          await cp(join(base, folder, name), join(libraries, name), { verbatimSymlinks: true });
        }
      }
    }
  }
}

function sourcesEntry({ uri, suite, signedBy }: AptSource): string {
  const fields = ['Types: deb', `URIs: ${uri}`, `Suites: ${suite}`, 'Components: main', 'Targets: Packages'];
  if (signedBy !== undefined) fields.push(`Signed-By: ${signedBy}`);
  return `${fields.join('\n')}\n`;
}

/** Read last of all, so that it wins over the machine's own configuration; the machine's proxy settings stay. */
function aptConfiguration(work: string): string {
  return [
    // Hooks of the machine's own updates would touch the system.
    '#clear APT::Update;',
    '#clear DPkg::Post-Invoke;',
    `Dir::Etc::sourcelist "${work}/own.sources";`,
    'Dir::Etc::sourceparts "/dev/null";',
    'Dir::Etc::preferences "/dev/null";',
    'Dir::Etc::preferencesparts "/dev/null";',
    `Dir::State "${work}";`,
    `Dir::State::lists "${work}/lists";`,
    'Dir::State::status "/dev/null";',
    `Dir::Cache "${work}/cache";`,
    'Acquire::Languages "none";',
    'Acquire::Retries "2";',
    'Acquire::AllowInsecureRepositories "false";',
    'Acquire::AllowDowngradeToInsecureRepositories "false";',
    'APT::Get::AllowUnauthenticated "false";',
    // Started by root, apt would download as _apt, who cannot enter a private data directory.
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User "root";'] : []),
    '',
  ].join('\n');
}

/** Node itself must run on what was unpacked, and find it new enough, before it is kept. */
async function assertRuns(loader: string, libraries: string): Promise<void> {
  const question = 'process.report.excludeNetwork = true; process.report.getReport().header.glibcVersionRuntime';
  const node = ['--library-path', libraries, process.execPath, '-p', question];
  const { stdout } = await run(loader, node, { env: {} });
  const version = parseGlibcVersion(stdout);
  if (version === undefined || !isNewEnough(version)) throw new Error(`the downloaded glibc is ${stdout.trim()}`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
