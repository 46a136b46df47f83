import type { House } from '../../actions/house.ts';
import { longestQuietMs, quietUntil } from '../../community/quiet-hours.ts';
import type { Refusal } from '../../community/result.ts';
import { createLoop, type Loop } from '../../loop.ts';
import type { ClaimedPush, PushOutcome } from '../../ports/push.ts';
import { browserMessage } from './browser.ts';
import { type Due, dueFor } from './due.ts';
import { asJson, payloadOf } from './payload.ts';
import { type PushRequest, sealedFor, type Vapid } from './sealed.ts';

/** Posts one message; every status is an answer. The guarded way out that federation uses does it. */
export type PostPush = (
  request: PushRequest,
) => Promise<
  | { readonly ok: true; readonly status: number; readonly headers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly refusal: Refusal<string> }
>;

/** Bounds of the queue, so that no push service takes more of this server than others. */
const LIMITS = {
  /** Subscriptions that are looked at side by side. */
  places: 16,
  /** Messages to one subscription in one look; of more than that the latest are sent. */
  messages: 10,
  /** No further message is begun after so long; each takes ten seconds at the most (the fetcher’s deadline). */
  lookMs: 20_000,
  leaseMs: 60_000,
  /** Looks of one subscription are so far apart at the least, and longer the longer they take. */
  pauseMs: 5000,
  /** Whoever nobody is known to be concerned is looked at all the same. */
  anywayMs: 10 * 60_000,
  /** While it is quiet where somebody is, her subscriptions are looked at so seldom: she may change her quiet hours. */
  quietMs: 10 * 60_000,
  /** What comes for a browser is gathered as letters are: one message in an hour at the most. */
  gatherMs: 60 * 60_000,
  firstRetryMs: 30_000,
  longestRetryMs: 60 * 60_000,
  /** A push service that takes nothing for so long has forgotten the subscription. */
  givenUpAfterMs: 7 * 24 * 60 * 60_000,
} as const;
const LOOK_EVERY_MS = 1000;

interface WorkerParts {
  readonly house: House;
  readonly post: PostPush;
  readonly vapid: Vapid;
  readonly wall: () => Date;
  /** For trials on one machine. */
  readonly limits?: { readonly pauseMs?: number; readonly quietMs?: number; readonly firstRetryMs?: number };
}

/**
 * Sends apps what people are told. The queue holds whom there may be something for, and nothing of what: each look
 * finds out what is to be said at that moment, and writes down how far it came after every message. A stop between the
 * two sends one message twice; nothing is lost.
 */
export function createPushWorker({ house, post, vapid, wall, limits: given = {} }: WorkerParts): Loop {
  const limits = { ...LIMITS, ...given };
  const { pushSubscriptions, log } = house;
  const later = (ms: number) => new Date(wall().getTime() + ms);
  let underWay = 0;

  async function lookAt(claimed: ClaimedPush): Promise<void> {
    const { subscription } = claimed;
    const begun = wall().getTime();
    const viewer = await house.people.byIri(subscription.person);
    if (viewer === null || viewer.goneAt !== undefined) return pushSubscriptions.remove(subscription.holder);
    const quiet = await house.quietHours.of(viewer.iri);
    const silent = quietUntil(quiet, house.clock.now());
    if (silent !== null) return putOff(claimed, silent);
    const due = await dueFor(house, viewer, claimed, { most: limits.messages, waitedMs: longestQuietMs(quiet) });
    if (subscription.holder.kind === 'browser') return tellBrowser(claimed, due);
    const handled: (typeof due.told)[number][] = [];
    for (const told of due.told) {
      if (loop.stopping() || wall().getTime() - begun > limits.lookMs) break;
      const payload = await payloadOf(house, told, subscription.address);
      if (payload !== null) {
        const sent = await send(handled.length === 0 ? claimed : { ...claimed, failures: 0 }, asJson(payload));
        if (sent === 'gone') return pushSubscriptions.remove(subscription.holder);
        if (sent !== 'sent') return pushSubscriptions.settle(claimed, sent);
      }
      handled.push(told);
      // Its lease is over, or its token: somebody else has it, or nobody.
      if (!(await pushSubscriptions.advance(claimed, due.after(handled)))) return;
    }
    const took = wall().getTime() - begun;
    const soonest = later(Math.max(limits.pauseMs, 2 * took));
    const isAll = handled.length === due.told.length;
    const isNew = due.told.length > 0;
    const next = isAll ? later(limits.anywayMs) : soonest;
    await pushSubscriptions.settle(claimed, { progress: due.after(handled), next, soonest: isNew ? soonest : wall() });
  }

  /** One message for all that came: what it is about, and where it is read. */
  async function tellBrowser(claimed: ClaimedPush, due: Due): Promise<void> {
    const { holder, person } = claimed.subscription;
    const message = await browserMessage(house, due.told, await house.personLanguages.of(person));
    if (message !== null) {
      const sent = await send(claimed, JSON.stringify(message));
      if (sent === 'gone') return pushSubscriptions.remove(holder);
      if (sent !== 'sent') return pushSubscriptions.settle(claimed, sent);
    }
    const [soonest, next] =
      message === null ? [wall(), later(limits.anywayMs)] : [later(limits.gatherMs), later(limits.gatherMs)];
    await pushSubscriptions.settle(claimed, { progress: due.after(due.told), next, soonest });
  }

  /** It is quiet where she is: nothing is sent, and nothing of it is lost. The community's clock says for how long. */
  async function putOff(claimed: ClaimedPush, until: Date): Promise<void> {
    const next = later(Math.min(until.getTime() - house.clock.now().getTime(), limits.quietMs));
    await pushSubscriptions.settle(claimed, { next, soonest: later(limits.pauseMs) });
  }

  async function send(claimed: ClaimedPush, text: string): Promise<'sent' | 'gone' | PushOutcome> {
    const answer = await post(await sealedFor(claimed.subscription, text, vapid));
    if (answer.ok && answer.status >= 200 && answer.status < 300) return 'sent';
    if (answer.ok && (answer.status === 404 || answer.status === 410)) return 'gone';
    const why = answer.ok ? `status ${answer.status}` : answer.refusal.code;
    const since = (claimed.failures > 0 && claimed.failingSince) || wall();
    if (wall().getTime() - since.getTime() > limits.givenUpAfterMs) return 'gone';
    const failures = claimed.failures + 1;
    const asked = answer.ok ? Number(answer.headers['retry-after'] ?? 0) * 1000 || 0 : 0;
    const wait = Math.max(limits.firstRetryMs * 2 ** Math.min(failures - 1, 20), asked);
    const next = later(Math.min(wait, limits.longestRetryMs));
    const { kind } = claimed.subscription.holder;
    log.info({ holder: kind, why, failures }, 'a push service did not take a message');
    return { next, soonest: next, failed: { failures, since } };
  }

  async function one(claimed: ClaimedPush): Promise<void> {
    try {
      await lookAt(claimed);
    } catch (cause) {
      const failures = claimed.failures + 1;
      log.error({ err: cause, failures }, 'a look for what an app is to be told failed; it is tried again');
      const next = later(Math.min(limits.firstRetryMs * 2 ** Math.min(failures, 20), limits.longestRetryMs));
      const failed = { failures, since: claimed.failingSince ?? wall() };
      await pushSubscriptions.settle(claimed, { next, soonest: next, failed });
    }
  }

  const loop = createLoop({
    /** A slow push service keeps its own place alone: others' are filled meanwhile. */
    async look() {
      const free = limits.places - underWay;
      if (free <= 0) return false;
      const claimed = await pushSubscriptions.claim(limits.leaseMs, free);
      for (const each of claimed) {
        underWay += 1;
        const end = one(each)
          .catch((cause) => log.error({ err: cause }, 'a subscription could not be put back; its lease ends by itself'))
          .finally(() => {
            underWay -= 1;
            running.delete(end);
            loop.wake();
          });
        running.add(end);
      }
      return claimed.length === free;
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, 'the look for subscriptions failed; the next one follows'),
  });
  const running = new Set<Promise<void>>();
  return {
    ...loop,
    async settle() {
      do {
        await loop.settle();
        await Promise.all(running);
      } while (running.size > 0);
    },
    async stop() {
      await loop.stop();
      await Promise.all(running);
    },
  };
}
