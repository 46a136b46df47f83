import { existsSync, mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Time to take the first requests before anything is tidied up. */
const AFTER_START_MS = 1500;

/** Where the program is kept as it was compiled. */
const placeIn = (dataDir: string): string => path.resolve(dataDir, 'compiled');

/**
 * Takes the program as the machine compiled it last time, types stripped, from below the data directory, if it is
 * there: such a start is twice as fast and takes less memory. To be called before anything else is loaded.
 */
export function takeCompiled(dataDir: string): void {
  // For `settleIn`; here, since compiled code is good only for the very flags it was made with.
  setFlagsFromString('--expose-gc');
  if (existsSync(placeIn(dataDir))) enableCompileCache(placeIn(dataDir));
}

/** Makes the place for the next start. Anybody may delete it; where it cannot be made, nothing is lost but time. */
export function keepCompiled(dataDir: string): void {
  try {
    // As private as the data directory, which this may be the first to make.
    mkdirSync(placeIn(dataDir), { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
  enableCompileCache(placeIn(dataDir));
}

type CollectGarbage = (how: {
  readonly type: 'major';
  readonly execution: 'sync';
  readonly flavor: 'last-resort';
}) => void;

/**
 * What was only needed for starting goes back to the machine, once, soon after the start: the engine would keep some
 * 30 MB of it for a busier time. Takes about 50 ms.
 */
export function settleIn(): void {
  setTimeout(() => {
    flushCompileCache();
    giveBack();
  }, AFTER_START_MS).unref();
}

/** So long after the last crowd: who comes again soon would only have it taken from the machine again. */
const AFTER_CROWD_MS = 15_000;
let later: NodeJS.Timeout | undefined;

/** What a crowd needed goes back to the machine too, when it has been over for a while. */
export function settleAfterCrowd(): void {
  later ??= setTimeout(giveBack, AFTER_CROWD_MS).unref();
  later.refresh();
}

function giveBack(): void {
  const collect: CollectGarbage | undefined = runInNewContext('globalThis.gc');
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
