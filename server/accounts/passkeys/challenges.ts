import type { Request } from 'express';
import type { Throttle } from '../throttle.ts';

/** What a challenge was made for: one that was made for one thing is worth nothing for another. */
export type Purpose = 'sign-in' | 'add' | 'confirm';

declare module 'express-session' {
  interface SessionData {
    /** What this browser was last asked to sign. */
    challenge: {
      readonly purpose: Purpose;
      readonly challenge: string;
      /** What she wants to call the key that is made. */
      readonly name?: string;
      /** ISO 8601. */
      readonly until: string;
    };
  }
}

const FIVE_MINUTES_MS = 5 * 60_000;

/** The session of somebody who is not signed in is kept no longer than it is needed. */
const BRIEFLY_MS = 15 * 60_000;

/** Remembers in this browser's session what it was asked to sign, in place of anything before. */
export function keepChallenge(
  request: Request,
  asked: { readonly purpose: Purpose; readonly challenge: string; readonly name?: string },
): void {
  const until = new Date(Date.now() + FIVE_MINUTES_MS).toISOString();
  request.session.challenge = { ...asked, until };
  keepBriefly(request);
}

/** Whoever only begins to sign in leaves nothing behind for two weeks. */
export function keepBriefly(request: Request): void {
  if (request.user === undefined && request.session.halfway === undefined) request.session.cookie.maxAge = BRIEFLY_MS;
}

/** What this browser was asked to sign, for this purpose and once: also of many answers that come at the same time. */
export async function takeChallenge(
  request: Request,
  { purpose, throttle }: { readonly purpose: Purpose; readonly throttle: Pick<Throttle, 'isFirst'> },
): Promise<{ readonly challenge: string; readonly name?: string } | null> {
  const { challenge: kept } = request.session;
  delete request.session.challenge;
  if (kept === undefined || kept.purpose !== purpose || new Date(kept.until) <= new Date()) return null;
  return (await throttle.isFirst(kept.challenge)) ? kept : null;
}
