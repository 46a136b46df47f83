import { setTimeout as pass } from 'node:timers/promises';
import type { RequestHandler } from 'express';

/** Whoever watches over the server asks every few seconds, and takes no answer for a dead server. */
const PATIENCE_MS = 1000;

/** Whether this process can do its work, said within a second: it asks the database. */
export function healthCheck(ping: () => Promise<unknown>, version: string): RequestHandler {
  return async (_request, response) => {
    const late = new AbortController();
    const tooLate = pass(PATIENCE_MS, false, { signal: late.signal }).catch(() => false);
    const answered = ping().then(
      () => true,
      () => false,
    );
    const well = await Promise.race([answered, tooLate]);
    late.abort();
    if (well) response.json({ status: 'ok', version });
    else response.status(503).set('Retry-After', '10').json({ status: 'no-database', version });
  };
}
