import { RecentlyUsed } from '../../server/recently-used.ts';
import { createTouchedByLine, type Touched, type TouchedByLine } from './touched.ts';

/** Somebody's activity that waits for its turn. */
export interface Turn {
  readonly sender: string;
  /** Scheme, host and port of the sender's server. */
  readonly origin: string;
  readonly touched: Touched;
}

/** Whose turn it is. */
export interface Turns<Item extends Turn> {
  add(item: Item): void;
  /** One that may begin now; it has to be `ended` some time. */
  next(): Item | undefined;
  /** It takes long: its server is given few places for such, so that it keeps nobody else waiting. */
  slow(item: Item): void;
  ended(item: Item): void;
}

/** So many of one server may take long at once. */
const SLOW_OF_ONE = 4;
/** When so many take long in all, only servers that were quick lately get a turn. */
const SLOW_IN_ALL = 512;
const QUICK_ONES_KNOWN = 5000;
/** How far ahead in one sender's line is looked. */
const LOOK_AHEAD = 64;

type State = 'waiting' | 'ready' | 'running' | 'slow';

/** One sender's activities that are not over, in their order. */
interface Line<Item> {
  readonly items: Set<Item>;
  readonly touched: TouchedByLine;
  /** How many of them wait for one before. */
  waiting: number;
}

/**
 * Lines of senders, each in its order as far as order matters, side by side. A server that answers slowly holds a few
 * places only, however many accounts it has; when many servers are slow, those that were quick come first.
 */
export function createTurns<Item extends Turn>(): Turns<Item> {
  const lines = new Map<string, Line<Item>>();
  const states = new Map<Item, State>();
  const slowOf = new Map<string, number>();
  const quickLately = new RecentlyUsed<string, true>({ limit: QUICK_ONES_KNOWN });
  let slowInAll = 0;
  let ready: Item[] = [];
  /** Ready, but their server has its share of slow ones. */
  const parked = new Map<string, Item[]>();

  /** Finds out who of a line may begin, now that one before is over. */
  function look({ items, waiting }: Line<Item>): void {
    if (waiting === 0) return;
    const before = createTouchedByLine();
    let ahead = 0;
    for (const item of items) {
      if (before.leaves(item.touched)) makeReady(item);
      before.add(item.touched);
      ahead += 1;
      if (ahead >= LOOK_AHEAD || item.touched === 'everything') return;
    }
  }

  function lineOf({ sender }: Item): Line<Item> {
    const known = lines.get(sender);
    if (known !== undefined) return known;
    const line = { items: new Set<Item>(), touched: createTouchedByLine(), waiting: 0 };
    lines.set(sender, line);
    return line;
  }

  function makeReady(item: Item): void {
    if (states.get(item) !== 'waiting') return;
    lineOf(item).waiting -= 1;
    states.set(item, 'ready');
    ready.push(item);
  }

  const hasItsShare = (origin: string): boolean => {
    if ((slowOf.get(origin) ?? 0) >= SLOW_OF_ONE) return true;
    return slowInAll >= SLOW_IN_ALL && quickLately.get(origin) === undefined;
  };

  /** A place is free again for one that takes long: for that server, and for somebody else's. */
  function unpark(origin: string): void {
    const [other = origin] = parked.keys();
    for (const one of new Set([origin, other])) {
      ready = [...(parked.get(one) ?? []), ...ready];
      parked.delete(one);
    }
  }

  return {
    add(item) {
      const line = lineOf(item);
      states.set(item, 'waiting');
      line.waiting += 1;
      if (line.touched.leaves(item.touched)) makeReady(item);
      line.items.add(item);
      line.touched.add(item.touched);
    },
    next() {
      for (let item = ready.shift(); item !== undefined; item = ready.shift()) {
        if (!hasItsShare(item.origin)) {
          states.set(item, 'running');
          return item;
        }
        const waiting = parked.get(item.origin) ?? [];
        waiting.push(item);
        parked.set(item.origin, waiting);
      }
      return undefined;
    },
    slow(item) {
      if (states.get(item) !== 'running') return;
      states.set(item, 'slow');
      slowOf.set(item.origin, (slowOf.get(item.origin) ?? 0) + 1);
      slowInAll += 1;
      quickLately.delete(item.origin);
    },
    ended(item) {
      if (states.get(item) === 'slow') {
        slowInAll -= 1;
        const left = (slowOf.get(item.origin) ?? 1) - 1;
        if (left > 0) slowOf.set(item.origin, left);
        else slowOf.delete(item.origin);
        unpark(item.origin);
      } else quickLately.set(item.origin, true);
      states.delete(item);
      const line = lineOf(item);
      line.items.delete(item);
      line.touched.remove(item.touched);
      if (line.items.size === 0) lines.delete(item.sender);
      look(line);
    },
  };
}
