import { setTimeout as pass } from 'node:timers/promises';
import { createTicks, type Pace, STEADY_PACE } from '../../server/loop.ts';
import type { Inbox, Waiting } from '../../server/ports/federation.ts';
import { originOf } from '../vocabulary/iri.ts';
import { type JsonObject, parseJsonObject } from '../vocabulary/read.ts';
import type { Outcome, ReceiveContext } from './context.ts';
import { createInHand } from './in-hand.ts';
import { createLeadership } from './leadership.ts';
import { createSynchronise } from './synchronise.ts';
import { touchedBy } from './touched.ts';
import { translate } from './translate/index.ts';
import { createTurns, type Turn } from './turns.ts';

/** Carries out what the inbox took in. */
export interface ReceiveWorker {
  start(pace?: Pace): void;
  wake(): void;
  /** Whether so much came in at once that what follows from it should wait a little. */
  isBusy(): boolean;
  /** Carries out what waits; returns when nothing is left that is due. */
  settle(): Promise<void>;
  /** Takes nothing new, and waits for what is under way. What still waits is carried out after the next start. */
  stop(): Promise<void>;
}

interface Item extends Turn {
  readonly received: Waiting;
  readonly json: JsonObject | undefined;
}

const LOOK_EVERY_MS = 500;
/** Under way at once, not counting those that take longer than this. */
const MOST_AT_ONCE = 256;
const SLOW_MS = 250;
const MOST_TRIES = 8;
/** More than this in hand is a crowd. */
const CROWD = 64;
/** How long what came in waits for what still comes in: each time, and at the most. */
const YIELD_MS = 10;
const LONGEST_YIELD_MS = 2000;

/**
 * What somebody sends is carried out in the order in which it came, as far as order matters, and somebody whose server
 * is slow keeps nobody else waiting, however much of hers waits. Many are under way at once, so that what they ask of
 * the database goes there together. A failure of ours (never a refusal) is tried again later.
 */
export function createReceiveWorker(
  needs: ReceiveContext & {
    readonly inbox: Inbox;
    readonly wall: () => Date;
    /** Whether taking in goes before carrying out just now; never for long. */
    readonly yields?: () => boolean;
    /** Told when the crowd is over. */
    readonly onQuiet?: () => void;
  },
): ReceiveWorker {
  const { inbox, wall, log, yields = () => false, onQuiet = () => {} } = needs;
  const synchronise = createSynchronise(needs, wall);
  const turns = createTurns<Item>();
  const inHand = createInHand(inbox, wall);
  const leadership = createLeadership(inbox, wall);
  const underWay = new Set<Promise<void>>();
  let places = MOST_AT_ONCE;
  let running: Promise<void> | undefined;
  let state: 'new' | 'started' | 'stopping' = 'new';
  let rung = false;
  let yieldedSince: number | undefined;
  let ring = () => {};

  async function carriedOut({ received, json }: Item): Promise<Outcome> {
    if (json === undefined) return 'refused: not readable';
    const { activity: iri, sender, receivedAt, attempts } = received;
    const waitedMs = Math.max(0, wall().getTime() - receivedAt.getTime());
    const again = attempts > 0 || receivedAt < leadership.since();
    const outcome = await translate(needs, { iri, sender, json, receivedAt, waitedMs, again });
    if (received.synchronisation !== undefined) await synchronise(sender, received.synchronisation);
    return outcome;
  }

  /** Gives up its place when it takes long, or is over. */
  async function inItsPlace(item: Item): Promise<Outcome> {
    let slow = false;
    const late = setTimeout(() => {
      slow = true;
      turns.slow(item);
      giveBack();
    }, SLOW_MS);
    try {
      return await carriedOut(item);
    } finally {
      clearTimeout(late);
      turns.ended(item);
      if (slow) wakeUp();
      else giveBack();
    }
  }

  function giveBack(): void {
    places += 1;
    wakeUp();
  }

  async function carryOut(item: Item): Promise<void> {
    const { activity, sender, attempts } = item.received;
    try {
      const outcome = await inItsPlace(item);
      log.debug({ activity, sender, outcome }, 'an activity was carried out');
      await inbox.done(activity, outcome);
    } catch (cause) {
      log.error({ err: cause, activity, attempts }, 'an activity failed here');
      if (attempts >= MOST_TRIES) await inbox.done(activity, 'failed');
      else await inbox.retry(activity, new Date(wall().getTime() + 1000 * 4 ** attempts), String(cause));
    }
  }

  function begin(item: Item): void {
    places -= 1;
    const work = carryOut(item)
      .catch((cause) => log.error({ err: cause }, 'an activity could not be marked; it is carried out again'))
      .finally(() => {
        underWay.delete(work);
        inHand.forget(item.received.activity);
        if (inHand.count() === CROWD) onQuiet();
        wakeUp();
      });
    underWay.add(work);
  }

  function toItem(received: Waiting): Item {
    const json = parseJsonObject(received.body);
    const { sender } = received;
    const touched = json === undefined ? ('everything' as const) : touchedBy(json);
    return { received, json, sender, origin: originOf(sender) ?? '', touched };
  }

  async function look(): Promise<void> {
    while (state !== 'stopping') {
      rung = false;
      if (!(await leadership.holds())) return;
      if (await yielded()) continue;
      for (const received of await inHand.read()) turns.add(toItem(received));
      for (let item = nextTurn(); item !== undefined; item = nextTurn()) begin(item);
      if (underWay.size === 0 && inHand.isEmpty()) return;
      if (!rung) await new Promise<void>((resolve) => (ring = resolve));
    }
  }

  /** What came in a crowd waits until the crowd is in, but not longer than a moment. */
  async function yielded(): Promise<boolean> {
    if (!yields()) yieldedSince = undefined;
    else yieldedSince ??= performance.now();
    if (yieldedSince === undefined || performance.now() - yieldedSince > LONGEST_YIELD_MS) return false;
    await pass(YIELD_MS);
    return true;
  }

  const nextTurn = () => (places > 0 && state !== 'stopping' ? turns.next() : undefined);

  function wakeUp(): void {
    rung = true;
    ring();
  }

  function run(): Promise<void> {
    running ??= look()
      .catch((cause) => log.error({ err: cause }, 'the inbox could not be read; the next look follows'))
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  function lookAgain(all: boolean): void {
    inHand.more(all);
    wakeUp();
    if (state === 'started') void run();
  }

  const ticks = createTicks({ everyMs: LOOK_EVERY_MS, tick: () => lookAgain(true) });
  return {
    wake: () => lookAgain(false),
    isBusy: () => inHand.count() > CROWD,
    start(pace = STEADY_PACE) {
      state = 'started';
      ticks.start(pace);
      void run();
    },
    async settle() {
      inHand.more(true);
      wakeUp();
      await run();
    },
    async stop() {
      state = 'stopping';
      ticks.stop();
      wakeUp();
      await running;
      await Promise.all(underWay);
      await leadership.letGo();
    },
  };
}
