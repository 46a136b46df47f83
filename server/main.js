import { mkdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';

// In plain JavaScript, and with nothing of ours loaded before: what strips types off takes 8 MB for as long as the
// server runs, and is not needed where everything else comes compiled from the last start.

// For `settleIn`; here, since compiled code is good only for the very flags it was made with.
setFlagsFromString('--expose-gc');

const compiled = path.resolve(process.env.DATA_DIR?.trim() || './data', 'compiled');
let made;
try {
  // As private as the data directory, which this may be the first to make.
  made = mkdirSync(compiled, { recursive: true, mode: 0o700 });
  enableCompileCache(compiled);
} catch {
  // Anybody may delete it, or keep it from being made: nothing is lost but time and memory.
}

const { loadSeldomCalledLate } = await import('./seldom-called.ts');
loadSeldomCalledLate();
const { start } = await import('./start.ts');
await start({
  onWrongConfig() {
    // What is not to be started leaves nothing behind.
    if (made !== undefined) rmSync(made, { recursive: true });
  },
});
