import type { NewsItem } from '../../ports/news.ts';
import { ApiError } from '../errors.ts';
import type { ApiParts } from '../parts.ts';
import type { Client, End } from './client.ts';
import { type Delivery, deliveriesOf, type Place } from './deliveries.ts';
import { Views } from './view.ts';
import { createWatch } from './watch.ts';

type House = ApiParts['house'];

/** Streams that are open in this process. */
export interface Hub {
  /** Nothing that happens after it has returned is missed. Refused with a sentence where there are too many already. */
  join(client: Client): Promise<void>;
  leave(client: Client): void;
  /** Ends all streams, and takes no more. */
  stop(): Promise<void>;
}

/** So many streams one person has in one process at the most: apps and tabs together. */
export const MOST_PER_PERSON = 16;
const MOST_IN_ALL = 4000;
/** So many things that happened wait at the most until those before are passed on. */
const MOST_WAITING = 10_000;
/** So many are passed on side by side. */
const AT_ONCE = 50;
/** So long after the last stream it is still listened for the next one. */
const LINGER_MS = 10_000;
const BEAT_MS = 15_000;

/** Passes on what any process of this server writes to those who listen here. While nobody does, it costs nothing. */
export function createHub(house: House): Hub {
  const clients = new Set<Client>();
  const views = new Views(house);
  let waiting: NewsItem[] = [];
  let following: ReturnType<House['news']['follow']> | undefined;
  let passing: Promise<void> | undefined;
  let linger: NodeJS.Timeout | undefined;
  let beating: NodeJS.Timeout | undefined;
  let stopping = false;
  const watch = createWatch({ house, clients, end: (some, why) => endAll(some, why) });

  function endAll(some: Iterable<Client>, why: End): void {
    for (const client of [...some]) {
      leave(client);
      client.end(why);
    }
  }

  /** Reads on from now, if it does not already. */
  async function listen(): Promise<void> {
    following ??= house.news.follow({ heard, lost });
    try {
      await following;
    } catch (cause) {
      following = undefined;
      throw cause;
    }
  }

  function lost(cause: unknown): void {
    following = undefined;
    waiting = [];
    house.log.warn(
      { err: cause, streams: clients.size },
      'open streams are ended, because they may have missed something',
    );
    views.forgetAll();
    endAll(clients, 'lost');
  }

  function heard(items: readonly NewsItem[]): void {
    if (clients.size === 0) return;
    for (const item of items) forgetWhatChanged(item);
    if (items.some(({ kind }) => kind === 'access')) watch.look();
    waiting.push(...items);
    if (waiting.length > MOST_WAITING) {
      void stopFollowing();
      lost(new Error('too much happens at once'));
      return;
    }
    passing ??= passOn().finally(() => {
      passing = undefined;
    });
  }

  /** What somebody's lists are made of is read anew for whatever happens next. */
  function forgetWhatChanged(item: NewsItem): void {
    const whose = item.kind === 'own' ? item.person : item.kind === 'follow' ? item.follower : undefined;
    if (whose !== undefined) views.forget(whose);
    const changed = item.kind === 'like' || item.kind === 'share' ? item.actor : whose;
    if (changed !== undefined) house.readers.lookAgain(changed);
  }

  async function passOn(): Promise<void> {
    while (waiting.length > 0) {
      const items = waiting.splice(0, AT_ONCE);
      const places = placesNow();
      const found = await Promise.all(items.map((item) => deliveriesFor(item, places)));
      for (const { client, event, label } of found.flat()) if (clients.has(client)) client.send(event, label);
    }
  }

  const placesNow = (): readonly Place[] =>
    [...clients].flatMap((client) =>
      [...client.subscriptions.values()].map((subscription) => ({
        client,
        subscription,
        view: views.of(client.person),
      })),
    );

  async function deliveriesFor(item: NewsItem, places: readonly Place[]): Promise<readonly Delivery[]> {
    try {
      return await deliveriesOf({ house, places }, item);
    } catch (cause) {
      house.log.error({ err: cause, kind: item.kind }, 'what happened could not be passed on to open streams');
      return [];
    }
  }

  async function stopFollowing(): Promise<void> {
    const stopped = following;
    following = undefined;
    await stopped?.then(
      ({ stop }) => stop(),
      () => {},
    );
  }

  function refusalFor(client: Client): ApiError | null {
    if (stopping) return new ApiError(503, 'This server is stopping. Try again in a minute.');
    if (clients.size >= MOST_IN_ALL) return new ApiError(503, 'Too many streams are open here. Try again later.');
    const hers = [...clients].filter(({ person }) => person.iri === client.person.iri);
    return hers.length < MOST_PER_PERSON
      ? null
      : new ApiError(429, `You have ${MOST_PER_PERSON} streams open. Close an app or a tab, and try again.`);
  }

  function leave(client: Client): void {
    if (!clients.delete(client)) return;
    const isHersStill = [...clients].some(({ person }) => person.iri === client.person.iri);
    if (!isHersStill) views.forget(client.person.iri);
    if (clients.size > 0) return;
    watch.stop();
    clearInterval(beating);
    beating = undefined;
    linger = setTimeout(() => void stopFollowing(), LINGER_MS).unref();
  }

  return {
    async join(client) {
      const refusal = refusalFor(client);
      if (refusal !== null) throw refusal;
      clearTimeout(linger);
      clients.add(client);
      try {
        await listen();
      } catch (cause) {
        leave(client);
        house.log.warn({ err: cause }, 'a stream could not be opened');
        throw new ApiError(503, 'This server cannot stream at the moment. Try again in a minute.');
      }
      if (!clients.has(client)) throw new ApiError(503, 'This server is stopping. Try again in a minute.');
      watch.start();
      beating ??= setInterval(() => {
        for (const one of clients) one.beat();
      }, BEAT_MS).unref();
    },
    leave,
    async stop() {
      stopping = true;
      endAll(clients, 'stopping');
      clearTimeout(linger);
      waiting = [];
      await Promise.all([stopFollowing(), passing]);
    },
  };
}
