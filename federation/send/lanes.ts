import type { Clock } from '../../server/clock.ts';
import type { Log } from '../../server/log.ts';
import type { Deliveries, Delivery } from '../../server/ports/federation.ts';
import { createHosts } from './hosts.ts';
import type { DeliveryLimits } from './limits.ts';
import { type Attempt, hostFails, isTooOld, type Outcome, outcomeOf } from './outcome.ts';
import type { Post } from './post-to-inbox.ts';

/** One host's deliveries, apart from all other hosts'. */
export interface Lanes {
  /** Hosts that are being left alone. */
  paused(now: Date): readonly string[];
  /** Sends deliveries of one host; settled when each is done, put off, given up or left to its lease. Never throws. */
  run(host: string, batch: readonly Delivery[]): Promise<void>;
}

export function createLanes(parts: {
  readonly deliveries: Pick<Deliveries, 'done' | 'retry' | 'dead'>;
  readonly post: Post;
  readonly wall: Clock;
  readonly log: Log;
  readonly jitter: () => number;
  readonly limits: DeliveryLimits;
  readonly signal: AbortSignal;
}): Lanes {
  const { deliveries, post, wall, log, jitter, limits, signal } = parts;
  const hosts = createHosts(limits);

  async function run(host: string, batch: readonly Delivery[]): Promise<void> {
    if (hosts.state(host, wall.now()) === 'fine') {
      await Promise.all(batch.map(deliver));
      return;
    }
    // One after the other; those behind a probe that fails are left to their leases, untried.
    for (const delivery of batch) {
      if (hosts.state(host, wall.now()) === 'paused') return;
      await deliver(delivery);
    }
  }

  async function deliver(delivery: Delivery): Promise<void> {
    try {
      const outcome = await tried(delivery);
      if (outcome !== undefined) await settle(delivery, outcome);
    } catch (error) {
      log.error({ error, delivery }, 'A delivery could not be dealt with; it is tried again when its lease is over.');
    }
  }

  /** Undefined when it was broken off by the stop: then nothing is known, and its lease ends by itself. */
  async function tried(delivery: Delivery): Promise<Outcome | undefined> {
    const letter = await post.letter(delivery);
    if (letter === null) return { is: 'dead', why: 'the activity is no longer kept' };
    const { since } = letter;
    // A host that has been away for long would otherwise be asked once per pause for each old delivery.
    const gone = hosts.state(delivery.host, wall.now()) === 'probe' && isTooOld({ since, now: wall.now(), limits });
    if (gone) return { is: 'dead', why: 'given up: its host does not answer' };
    const attempt = await post.send(delivery, letter, signal);
    if (attempt === 'no-key') return { is: 'dead', why: 'its sender has no key here' };
    if (signal.aborted && 'failure' in attempt) return undefined;
    const now = wall.now();
    noteHost(delivery, attempt, now);
    return outcomeOf({ attempt, attempts: delivery.attempts, since, now, jitter: jitter(), limits });
  }

  function noteHost({ host }: Delivery, attempt: Attempt, now: Date): void {
    if (hostFails(attempt)) {
      const until = hosts.failed(host, now);
      if (until) log.warn({ host, until }, 'A host failed several times in a row; nothing is sent to it for a while.');
    } else if (!isOurFault(attempt) && hosts.answered(host)) {
      log.info({ host }, 'A host answers again.');
    }
  }

  async function settle(delivery: Delivery, outcome: Outcome): Promise<void> {
    const { id, activity, inbox } = delivery;
    switch (outcome.is) {
      case 'done':
        return deliveries.done(id);
      case 'retry':
        log.debug({ activity, inbox, ...outcome }, 'A delivery failed and will be tried again.');
        return deliveries.retry(id, outcome.at, outcome.why);
      case 'dead':
        log.warn({ activity, inbox, why: outcome.why }, 'A delivery was given up.');
        return deliveries.dead(id, outcome.why);
    }
  }

  return { run, paused: hosts.paused };
}

/** Refused before anything was sent: says nothing about the host. */
function isOurFault(attempt: Attempt): boolean {
  return 'failure' in attempt && (attempt.failure === 'private-address' || attempt.failure === 'bad-url');
}
