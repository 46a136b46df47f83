import { never } from '../../server/community/result.ts';
import type { DeliveryOutcome } from '../../server/ports/federation.ts';
import type { FetchRefusal } from '../fetch/fetch-answer.ts';
import { parseHttpDate } from '../signatures/date-window.ts';
import { DELIVERY_LIMITS, type DeliveryLimits } from './limits.ts';

/** What came of one request to an inbox: a status, or why there was none. */
export type Attempt =
  | { readonly status: number; readonly retryAfter?: string | undefined }
  | { readonly failure: FetchRefusal };

type RetryLimits = Pick<
  DeliveryLimits,
  'firstRetryMs' | 'retryFactor' | 'longestRetryMs' | 'longestRetryAfterMs' | 'giveUpMs'
>;

/** What an outcome follows from. */
export interface Tried {
  readonly attempt: Attempt;
  /** Tries that failed before this one. */
  readonly attempts: number;
  /** When the activity was sent out, or put back in the queue. */
  readonly since: Date;
  readonly now: Date;
  /** From 0 to 1, evenly: spreads retries over ±20 %. */
  readonly jitter: number;
  readonly limits?: RetryLimits;
}

/**
 * Decides what becomes of a delivery after a try (security.md, DAT-07): 2xx is done; what may pass (401, 408, 429,
 * 5xx, no answer) is tried again, not before Retry-After (RFC 9110 §10.2.3, at most 24 h), until 7 days are over;
 * everything else is final. A redirect is final too: a signature is made for one address, and an inbox that moved is
 * announced by its actor's document, not by a status.
 */
export function outcomeOf({ attempt, attempts, since, now, jitter, limits = DELIVERY_LIMITS }: Tried): DeliveryOutcome {
  const verdict = verdictOf(attempt);
  if (verdict.is !== 'again') return verdict;
  const { why } = verdict;
  if (isTooOld({ since, now, limits })) return { is: 'dead', why: `given up after ${days(limits.giveUpMs)}: ${why}` };
  const asked = 'status' in attempt ? retryAfterMs(attempt.retryAfter, now) : 0;
  const wait = Math.max(backOffMs(attempts, jitter, limits), Math.min(asked, limits.longestRetryAfterMs));
  return { is: 'retry', at: new Date(now.getTime() + wait), why };
}

/** Whether an activity was sent out so long ago that a delivery that failed is not tried again. */
export function isTooOld(ask: {
  readonly since: Date;
  readonly now: Date;
  readonly limits: Pick<DeliveryLimits, 'giveUpMs'>;
}): boolean {
  return ask.now.getTime() - ask.since.getTime() >= ask.limits.giveUpMs;
}

/** How long to wait after a failure, in milliseconds: 1 min × 2.5 each time, ±20 %, never more than 12 h. */
export function backOffMs(
  attempts: number,
  jitter: number,
  limits: Pick<DeliveryLimits, 'firstRetryMs' | 'retryFactor' | 'longestRetryMs'> = DELIVERY_LIMITS,
): number {
  const { firstRetryMs, retryFactor, longestRetryMs } = limits;
  const wait = Math.min(firstRetryMs * retryFactor ** Math.max(attempts, 0), longestRetryMs);
  return Math.min(Math.round(wait * (0.8 + 0.4 * jitter)), longestRetryMs);
}

/** Retry-After in milliseconds from now: seconds or an HTTP date; 0 when absent, past or unreadable. */
export function retryAfterMs(header: string | undefined, now: Date): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = parseHttpDate(text);
  return at === undefined ? 0 : Math.max(at.getTime() - now.getTime(), 0);
}

/** Whether a try says that the whole host is in trouble, not only this delivery. */
export function hostFails(attempt: Attempt): boolean {
  if ('status' in attempt) return attempt.status >= 500 || attempt.status === 408 || attempt.status === 429;
  return attempt.failure === 'timeout' || attempt.failure === 'unreachable';
}

type Verdict =
  | { readonly is: 'done' }
  | { readonly is: 'dead'; readonly why: string }
  | { readonly is: 'again'; readonly why: string };

function verdictOf(attempt: Attempt): Verdict {
  return 'status' in attempt ? verdictOfStatus(attempt.status) : verdictOfFailure(attempt.failure);
}

const MAY_PASS: ReadonlySet<number> = new Set([401, 408, 429]);

function verdictOfStatus(status: number): Verdict {
  const why = `the inbox answered ${status}`;
  if (status >= 200 && status < 300) return { is: 'done' };
  if (status === 404 || status === 410) return { is: 'dead', why: 'gone' };
  if (status >= 300 && status < 400) return { is: 'dead', why: `${why}: it moved, which its actor must announce` };
  return { is: status >= 500 || MAY_PASS.has(status) ? 'again' : 'dead', why };
}

function verdictOfFailure(failure: FetchRefusal): Verdict {
  switch (failure) {
    case 'timeout':
      return { is: 'again', why: 'the inbox did not answer in time' };
    case 'unreachable':
      return { is: 'again', why: 'the inbox could not be reached' };
    case 'too-large':
      return { is: 'again', why: 'the answer was too large to be read' };
    case 'private-address':
      return { is: 'dead', why: 'the inbox is in a private network' };
    case 'bad-url':
      return { is: 'dead', why: 'the inbox has no address that may be used' };
    case 'too-many-redirects':
      return { is: 'dead', why: 'the inbox only redirects' };
    default:
      return never(failure);
  }
}

const days = (ms: number): string => `${Math.round(ms / (24 * 60 * 60 * 1000))} days`;
