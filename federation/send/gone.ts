import type { ActorIri } from '../../server/community/ids.ts';
import type { Log } from '../../server/log.ts';
import type { Follows } from '../../server/ports/follows.ts';
import { RecentlyUsed } from '../../server/recently-used.ts';
import type { FetchDocument } from '../fetch/document.ts';
import { readActor } from '../vocabulary/actor.ts';
import { idOf, isOneOf } from '../vocabulary/read.ts';

/** Looks whether people are gone whose inbox was answered for with 404 or 410 (DAT-07). */
export interface Gone {
  start(): void;
  /** An inbox was answered for like that. Returns at once; each inbox is looked into once in a while. */
  noted(inbox: string, status: number): void;
  /** Ends what is under way; what was to be looked at again is noted again by the next delivery. */
  stop(): Promise<void>;
}

/** How somebody's own document says that things stand. */
type Standing = 'gone' | 'moved' | 'there' | 'unknown';

/** Inboxes remembered as looked into, and how many may wait at once. */
const REMEMBERED = 5000;
const MOST_WAITING = 1000;
/** A whole server that is gone is cleared so many at a time: each further delivery notes it again. */
const OWNERS = 100;

/**
 * An answer for an inbox never ends a follow by itself. Her actor's document is fetched: when that is gone as well,
 * she is; after a 404, which a broken proxy answers too, only when it is still gone after a while. A document that
 * names another inbox is learnt.
 *
 * @param againMs how long after a first look comes the second, and for how long an inbox is not looked into again
 */
export function createGone({
  follows,
  fetchDocument,
  learn,
  leftForGood,
  againMs,
  log,
}: {
  readonly follows: Pick<Follows, 'followersAt'>;
  readonly fetchDocument: FetchDocument;
  /** Fetches an actor anew and keeps what her document says. */
  readonly learn: (actor: ActorIri) => Promise<unknown>;
  readonly leftForGood: (actor: ActorIri) => Promise<void>;
  readonly againMs: number;
  readonly log: Log;
}): Gone {
  const lately = new RecentlyUsed<string, number>({ limit: REMEMBERED });
  const timers = new Set<NodeJS.Timeout>();
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;
  let working = false;

  /** One look after the other: this never takes a delivery's place. */
  function soon(look: () => Promise<void>): void {
    if (!working || waiting >= MOST_WAITING) return;
    waiting += 1;
    queue = queue.then(async () => {
      try {
        if (working) await look();
      } catch (error) {
        log.error({ error }, 'It could not be found out whether somebody is gone; the next delivery asks again.');
      } finally {
        waiting -= 1;
      }
    });
  }

  function again(look: () => Promise<void>): void {
    if (timers.size >= MOST_WAITING) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      soon(look);
    }, againMs).unref();
    timers.add(timer);
  }

  async function standing(owner: ActorIri, inbox: string): Promise<Standing> {
    const document = await fetchDocument(owner);
    if (!document.ok) return document.refusal.code === 'gone' ? 'gone' : 'unknown';
    if (isOneOf(document.value, ['Tombstone']) && idOf(document.value) === owner) return 'gone';
    const actor = readActor(document.value);
    if (!actor.ok || actor.value.id !== owner) return 'unknown';
    return actor.value.inbox === inbox || actor.value.sharedInbox === inbox ? 'there' : 'moved';
  }

  async function lookInto(inbox: string, status: number): Promise<void> {
    for (const owner of await follows.followersAt(inbox, OWNERS)) {
      const stands = await standing(owner, inbox);
      if (stands === 'gone' && status === 410) await end(owner);
      if (stands === 'gone' && status !== 410) {
        again(async () => {
          if ((await standing(owner, inbox)) === 'gone') await end(owner);
        });
      }
      if (stands === 'moved') await learn(owner);
      // Of a shared inbox with somebody who is still there, the others need not be asked.
      if (stands === 'there' || stands === 'unknown') return;
    }
  }

  async function end(owner: ActorIri): Promise<void> {
    log.info({ actor: owner }, 'An account elsewhere is gone: its inbox and its own document say so.');
    await leftForGood(owner);
  }

  return {
    start() {
      working = true;
    },
    noted(inbox, status) {
      const before = lately.get(inbox);
      if (before !== undefined && Date.now() - before < againMs) return;
      lately.set(inbox, Date.now());
      soon(() => lookInto(inbox, status));
    },
    async stop() {
      working = false;
      for (const timer of timers) clearTimeout(timer);
      await queue;
    },
  };
}
