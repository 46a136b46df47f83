import type { Clock } from '../../server/clock.ts';
import type { Log } from '../../server/log.ts';
import type { Delivery, DeliveryOutcome } from '../../server/ports/federation.ts';
import type { Hosts } from './hosts.ts';
import type { BrokenOff } from './lanes.ts';
import type { DeliveryLimits } from './limits.ts';
import { type Attempt, backOffMs, hostFails, isTooOld, outcomeOf, retryAfterMs } from './outcome.ts';
import type { Post } from './post-to-inbox.ts';

/** What one try brought. */
export interface Brought {
  readonly outcome: DeliveryOutcome;
  /** The host is left alone until then, from now on. */
  readonly pausedUntil?: Date;
}

/** One try of one delivery: `undefined` when a stop broke it off, so that nothing is known of it. Never throws. */
export type TryDelivery = (delivery: Delivery, signal: AbortSignal) => Promise<Brought | undefined>;

export function createTry({
  post,
  hosts,
  wall,
  log,
  jitter,
  limits,
  onGone,
}: {
  readonly post: Post;
  readonly hosts: Hosts;
  readonly wall: Clock;
  readonly log: Log;
  readonly jitter: () => number;
  readonly limits: DeliveryLimits;
  /** An inbox was answered for with 404 or 410. */
  readonly onGone: (inbox: string, status: number) => void;
}): TryDelivery {
  return async (delivery, signal) => {
    try {
      const brought = await tried(delivery, signal);
      if (brought !== undefined) tell(delivery, brought.outcome);
      return brought;
    } catch (error) {
      log.error({ error, delivery }, 'A delivery could not be dealt with; it is tried again later.');
      const at = new Date(wall.now().getTime() + backOffMs(delivery.attempts, jitter(), limits));
      return { outcome: { is: 'retry', at, why: 'this server was in trouble' } };
    }
  };

  async function tried(delivery: Delivery, signal: AbortSignal): Promise<Brought | undefined> {
    const letter = await post.letter(delivery);
    if (letter === null) return dead('the activity is no longer kept');
    const since = delivery.since ?? letter.since;
    const began = wall.now();
    // A host that has been away for long would otherwise be asked once per pause for each old delivery.
    const gone = hosts.state(delivery.host, began) === 'probe' && isTooOld({ since, now: began, limits });
    if (gone) return dead('given up: its host does not answer');
    const answer = await post.send(delivery, letter, signal);
    if (answer === 'no-key') return dead('its sender has no key here');
    const brokenOff = signal.aborted && 'failure' in answer ? (signal.reason as BrokenOff) : undefined;
    if (brokenOff === 'stop') return undefined;
    const attempt: Attempt = brokenOff === 'impatience' ? { failure: 'timeout' } : answer;
    const now = wall.now();
    const pausedUntil = noteHost(delivery, attempt, now, now.getTime() - began.getTime());
    if ('status' in attempt && (attempt.status === 404 || attempt.status === 410)) {
      onGone(delivery.inbox, attempt.status);
    }
    const { attempts } = delivery;
    const outcome = outcomeOf({ attempt, attempts, since, now, jitter: jitter(), limits });
    return { outcome, ...(pausedUntil && { pausedUntil }) };
  }

  function tell({ activity, inbox }: Delivery, outcome: DeliveryOutcome): void {
    if (outcome.is === 'retry') log.debug({ activity, inbox, ...outcome }, 'A delivery failed; it is tried again.');
    if (outcome.is === 'dead') log.warn({ activity, inbox, why: outcome.why }, 'A delivery was given up.');
  }

  function noteHost({ host }: Delivery, attempt: Attempt, now: Date, tookMs: number): Date | undefined {
    if (hostFails(attempt)) {
      const askedMs = 'status' in attempt ? retryAfterMs(attempt.retryAfter, now) : 0;
      const until = hosts.failed(host, now, askedMs);
      if (until) log.warn({ host, until }, 'A host failed several times in a row; nothing is sent to it for a while.');
      return until;
    }
    if (!isOurFault(attempt) && hosts.answered(host, tookMs < limits.slowMs)) {
      log.info({ host }, 'A host answers again.');
    }
    return undefined;
  }
}

const dead = (why: string): Brought => ({ outcome: { is: 'dead', why } });

/** Refused before anything was sent: says nothing about the host. */
function isOurFault(attempt: Attempt): boolean {
  return 'failure' in attempt && (attempt.failure === 'private-address' || attempt.failure === 'bad-url');
}
