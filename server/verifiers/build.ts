import path from 'node:path';
import { build } from 'esbuild';

/** Programs that check something without this server, each built into one file that needs nothing but Node.js. */
export const ENTRIES = ['verify-record'] as const;

const here = (...parts: readonly string[]): string => path.join(import.meta.dirname, ...parts);

/** Builds them; the same sources make the same bytes. @param outdir where to, `dist` beside this file as a rule */
export async function buildVerifiers(outdir: string = here('dist')): Promise<void> {
  await build({
    entryPoints: ENTRIES.map((name) => here(`${name}.ts`)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: here('../..'),
    // Packages in CommonJS ask for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}

if (process.argv[1] === import.meta.filename) await buildVerifiers();
