import type { ActorIri } from '../../server/community/ids.ts';
import type { Inbox, Received } from '../../server/ports/federation.ts';
import { parseJsonObject } from '../vocabulary/read.ts';
import type { ReceiveContext } from './context.ts';
import { translate } from './translate/index.ts';

/** Carries out what the inbox took in. */
export interface ReceiveWorker {
  start(): void;
  wake(): void;
  /** Carries out what waits; returns when nothing is left that is due. */
  settle(): Promise<void>;
  /** Takes nothing new, and waits for what is in hand. What still waits is carried out after the next start. */
  stop(): Promise<void>;
}

type Claimed = Received & { readonly attempts: number };

const LEASE_MS = 120_000;
const LOOK_EVERY_MS = 500;
const MOST_AT_ONCE = 32;
const MOST_TRIES = 8;

/**
 * One lane per sender with one activity in it, so that what somebody sends is carried out in the order in which it came,
 * and somebody whose server is slow keeps nobody else waiting, however much of hers waits. A failure of ours (never a
 * refusal) is tried again later.
 */
export function createReceiveWorker(
  needs: ReceiveContext & { readonly inbox: Inbox; readonly wall: () => Date },
): ReceiveWorker {
  const { inbox, wall, log } = needs;
  const lanes = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = true;
  let stopping = false;
  /** Ends the wait for a lane: there may be something new for another one. */
  let ring = () => {};

  async function carryOut(received: Claimed): Promise<void> {
    const json = parseJsonObject(received.body);
    try {
      const outcome =
        json === undefined
          ? 'refused: not readable'
          : await translate(needs, {
              iri: received.activity,
              sender: received.sender,
              json,
              receivedAt: received.receivedAt,
              waitedMs: Math.max(0, wall().getTime() - received.receivedAt.getTime()),
              again: received.attempts > 0,
            });
      log.debug({ activity: received.activity, sender: received.sender, outcome }, 'an activity was carried out');
      await inbox.done(received.activity, outcome);
    } catch (cause) {
      log.error({ err: cause, activity: received.activity, attempts: received.attempts }, 'an activity failed here');
      if (received.attempts >= MOST_TRIES) await inbox.done(received.activity, 'failed');
      else
        await inbox.retry(received.activity, new Date(wall().getTime() + 1000 * 4 ** received.attempts), String(cause));
    }
  }

  function intoLane(received: Claimed): void {
    const lane = carryOut(received)
      .catch((cause) => log.error({ err: cause }, 'an activity could not be marked; its lease will run out'))
      .finally(() => lanes.delete(received.sender));
    lanes.set(received.sender, lane);
  }

  /** Until a lane is free, or somebody rings. */
  function aWhile(): Promise<void> {
    const rung = new Promise<void>((resolve) => {
      ring = resolve;
    });
    return Promise.race([...lanes.values(), rung]);
  }

  async function look(): Promise<void> {
    while (!stopping) {
      again = false;
      if (lanes.size >= MOST_AT_ONCE) {
        await aWhile();
        continue;
      }
      const received = await inbox.claim(wall(), LEASE_MS, [...lanes.keys()] as ActorIri[]);
      if (received !== null) intoLane(received);
      else if (again) continue;
      else if (lanes.size > 0) await aWhile();
      else return;
    }
  }

  function run(): Promise<void> {
    running ??= look()
      .catch((cause) => log.error({ err: cause }, 'the inbox could not be read; the next look follows'))
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  function wake(): void {
    again = true;
    ring();
    if (!stopped) void run();
  }

  return {
    wake,
    start() {
      stopped = false;
      timer = setInterval(wake, LOOK_EVERY_MS);
      void run();
    },
    async settle() {
      again = true;
      await run();
    },
    async stop() {
      stopped = true;
      stopping = true;
      ring();
      clearInterval(timer);
      await running;
      await Promise.all(lanes.values());
    },
  };
}
