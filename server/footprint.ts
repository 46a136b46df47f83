import { flushCompileCache } from 'node:module';
import { runInNewContext } from 'node:vm';

/** Time to take the first requests before anything is tidied up. */
const AFTER_START_MS = 1500;

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
