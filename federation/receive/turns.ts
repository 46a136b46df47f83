import { RecentlyUsed } from '../fetch/recently-used.ts';
import { asArray, idOf, isOneOf, type JsonObject, type JsonValue, memberOf } from '../vocabulary/read.ts';

/** What an activity touches, by name; `everything` keeps its sender's other activities apart from it. */
export type Touched = readonly string[] | 'everything';

/** Reactions touch the post they are about. */
const ABOUT_ONE_POST = ['Like', 'Dislike', 'EmojiReact'] as const;

/**
 * What of a sender's activities must stay in the order of their arrival: those that touch the same. Likes of two posts
 * need not wait for each other, a Like and its post must; whatever is not known to be harmless touches everything.
 */
export function touchedBy(json: JsonObject): Touched {
  const object = memberOf(json, 'object');
  const id = idOf(object);
  if (id === undefined) return 'everything';
  if (isOneOf(json, ABOUT_ONE_POST) !== undefined) return [id];
  if (isOneOf(json, ['Announce']) !== undefined) return [...namesIn(object)];
  if (isOneOf(json, ['Create']) === undefined || asArray(object).length > 1) return 'everything';
  const parent = idOf(memberOf(object, 'inReplyTo'));
  // A Note with a name that answers something may be a vote. Posts wait for each other: rules count them.
  if (parent !== undefined && typeof memberOf(object, 'name') === 'string') return [id, parent];
  return ['posts', id, ...(parent === undefined ? [] : [parent])];
}

/** Everything that something passed on is about, from the outside in: a community passes on much that is unrelated. */
function namesIn(value: JsonValue | undefined, depth = 4): ReadonlySet<string> {
  const names = [idOf(value), idOf(memberOf(value, 'inReplyTo'))].filter((name) => name !== undefined);
  const inner = depth > 0 ? asArray(memberOf(value, 'object')) : [];
  return new Set([...names, ...inner.flatMap((one) => [...namesIn(one, depth - 1)])]);
}

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

/**
 * Lines of senders, each in its order as far as order matters, side by side. A server that answers slowly holds a few
 * places only, however many accounts it has; when many servers are slow, those that were quick come first.
 */
export function createTurns<Item extends Turn>(): Turns<Item> {
  const lines = new Map<string, Item[]>();
  const states = new Map<Item, State>();
  const slowOf = new Map<string, number>();
  const quickLately = new RecentlyUsed<string, true>({ limit: QUICK_ONES_KNOWN });
  let slowInAll = 0;
  let ready: Item[] = [];
  /** Ready, but their server has its share of slow ones. */
  const parked = new Map<string, Item[]>();

  /** Finds out who of a line may begin: whoever touches nothing that somebody before does. */
  function look(line: readonly Item[]): void {
    const before = new Set<string>();
    for (const item of line.slice(0, LOOK_AHEAD)) {
      const { touched } = item;
      if (touched === 'everything') {
        if (item === line[0]) makeReady(item);
        return;
      }
      if (!touched.some((name) => before.has(name))) makeReady(item);
      for (const name of touched) before.add(name);
    }
  }

  function makeReady(item: Item): void {
    if (states.get(item) !== 'waiting') return;
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
      const line = lines.get(item.sender) ?? [];
      line.push(item);
      lines.set(item.sender, line);
      states.set(item, 'waiting');
      if (line.length <= LOOK_AHEAD) look(line);
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
      const line = (lines.get(item.sender) ?? []).filter((other) => other !== item);
      if (line.length === 0) lines.delete(item.sender);
      else lines.set(item.sender, line);
      look(line);
    },
  };
}
