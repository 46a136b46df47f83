import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Each program that is given out as one file. */
const FILES = [
  { from: './verify-election.ts', to: 'verify-election.mjs', platform: 'node' },
  { from: './verify-record.ts', to: 'verify-record.mjs', platform: 'node' },
  { from: './ballot.ts', to: 'ballot.mjs', platform: 'node' },
  { from: './voice.ts', to: 'voice.mjs', platform: 'node' },
  { from: '../pages/browser/secret-ballot.ts', to: 'secret-ballot.js', platform: 'browser' },
] as const;

/** Packages in CommonJS ask for Node's own modules by `require`. */
const REQUIRE = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

const bannerOf = (name: string, platform: 'node' | 'browser'): string =>
  `// Folkmoot: ${name}, built from its sources by “npm run verifiers”. AGPL-3.0-or-later.${platform === 'node' ? `\n${REQUIRE}` : ''}`;

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Builds them from our sources: not minified, so that they can be read. The same sources give the same text.
 *
 * @param write whether the files in `dist/` are written; their texts are the answer either way
 */
export async function buildFiles(write: boolean): Promise<ReadonlyMap<string, string>> {
  const built = new Map<string, string>();
  for (const { from, to, platform } of FILES) {
    const { outputFiles } = await build({
      entryPoints: [pathOf(from)],
      outfile: pathOf(`./dist/${to}`),
      absWorkingDir: pathOf('../..'),
      bundle: true,
      // Packages are named by where they are found, not by where a link leads.
      preserveSymlinks: true,
      format: 'esm',
      platform,
      target: platform === 'node' ? 'node20' : 'es2022',
      charset: 'utf8',
      legalComments: 'inline',
      banner: { js: bannerOf(to, platform) },
      write,
      ...(write ? {} : { metafile: false }),
      logLevel: 'warning',
    });
    built.set(to, outputFiles?.[0]?.text ?? '');
  }
  return built;
}

if (import.meta.main) await buildFiles(true);
