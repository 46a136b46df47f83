import { randomUUID } from 'node:crypto';
import type { Inbox } from '../../server/ports/federation.ts';

/** Whether this worker is the one that carries out what came in; of several processes one does. */
export interface Leadership {
  /** Asks for it, or keeps it up; an answer is good until it is asked again. */
  holds(): Promise<boolean>;
  /** Since when, without a break. What came in before may have been carried out by another worker. */
  since(): Date;
  letGo(): Promise<void>;
}

/** So long it lasts by itself, and so long after it was given it is asked for anew. */
const LASTS_MS = 15_000;
const RENEW_MS = 5_000;

export function createLeadership(inbox: Pick<Inbox, 'lead' | 'letGo'>, wall: () => Date): Leadership {
  const worker = randomUUID();
  let since = 0;
  let given: number | undefined;

  return {
    async holds() {
      const now = wall().getTime();
      const age = given === undefined ? Number.POSITIVE_INFINITY : now - given;
      if (age >= 0 && age < RENEW_MS) return true;
      const led = await inbox.lead(worker, new Date(now), LASTS_MS);
      if (led && !(age >= 0 && age < LASTS_MS)) since = now;
      given = led ? now : undefined;
      return led;
    },
    since: () => new Date(since),
    async letGo() {
      if (given !== undefined) await inbox.letGo(worker);
      given = undefined;
    },
  };
}
