import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { signedByOfLine, signedByOfStanza } from '../../../server/database/embedded/apt-source.ts';
import { isNewEnough, parseGlibcVersion } from '../../../server/database/embedded/glibc-version.ts';
import { newerGlibc } from '../../../server/database/embedded/newer-glibc.ts';
import { freshDataDirectories } from './data-directory.ts';

const freshDataDirectory = freshDataDirectories();
const itWithApt = spawnSync('apt-get', ['--version']).status === 0 ? it : it.skip;

describe('the newer glibc', () => {
  it('is needed below 2.38 only', () => {
    const enough = (text: string) => {
      const version = parseGlibcVersion(text);
      return version !== undefined && isNewEnough(version);
    };
    expect(['2.9', '2.36', '2.37', '2.38', '2.41', '3.0'].map(enough)).toEqual([false, false, false, true, true, true]);
    expect(parseGlibcVersion(undefined)).toBeUndefined();
  });

  it('is verified with the key that the machine’s own entry names', () => {
    const stanzas =
      '# a comment\n\nTypes: deb\nSigned-By: /keys/a.gpg\n\nTypes: deb\nSigned-By:\n BEGIN\n .\n END\nX: y\n';
    expect(signedByOfStanza(stanzas, 1)).toBe('/keys/a.gpg');
    expect(signedByOfStanza(stanzas, 2)).toBe('\n BEGIN\n .\n END');
    expect(signedByOfStanza('Types: deb\n', 1)).toBeUndefined();
    expect(signedByOfLine('# x\ndeb [arch=amd64 signed-by=/keys/b.gpg] http://mirror x main\n', 2)).toBe('/keys/b.gpg');
  });

  itWithApt('is not taken from a mirror that nobody signed, and nothing half-made stays', async () => {
    const mirror = await unsignedMirror(await freshDataDirectory());
    const cache = await freshDataDirectory();
    const source = async () => ({ uri: `file:${mirror}`, suite: 'evil' });
    await expect(newerGlibc(cache, () => {}, source)).rejects.toThrow('is not signed');
    expect(await readdir(cache)).toEqual([]);
  });
});

/** A complete Debian archive, but for the signature. */
async function unsignedMirror(directory: string): Promise<string> {
  const arch = execFileSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).trim();
  const packages = join(directory, `dists/evil/main/binary-${arch}`);
  await mkdir(packages, { recursive: true });
  await writeFile(join(packages, 'Packages'), '');
  const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const index = ` ${nothing} 0 main/binary-${arch}/Packages`;
  const release = ['Origin: Debian', 'Suite: evil', 'Codename: evil', `Date: ${new Date().toUTCString()}`];
  release.push(`Architectures: ${arch}`, 'Components: main', 'SHA256:', index, '');
  await writeFile(join(directory, 'dists/evil/Release'), release.join('\n'));
  return directory;
}
