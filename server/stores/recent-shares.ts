import type { ActorIri } from '../community/ids.ts';
import type { Reaction, Stretch } from '../ports/posts.ts';

/** So many of the last that anybody passed on are kept at hand, and so long. */
const MOST = 300;
const OLDEST_MS = 1000;

interface AtHand {
  readonly at: number;
  readonly seen: number;
  readonly shares: Promise<readonly Reaction[]>;
}

/**
 * What was passed on lately, by anybody, newest first. Whoever reads *home* asks for the newest of a hundred people or
 * more, and mostly there is nothing new: to find that out for each reader the database would look at each of them.
 */
export function createRecentShares(newest: (limit: number) => Promise<readonly Reaction[]>) {
  let atHand: AtHand | undefined;
  let written = 0;
  function read(): Promise<readonly Reaction[]> {
    const now = performance.now();
    if (atHand !== undefined && atHand.seen === written && now - atHand.at < OLDEST_MS) return atHand.shares;
    const shares = newest(MOST);
    const next = { at: now, seen: written, shares };
    atHand = next;
    shares.catch(() => {
      if (atHand === next) atHand = undefined;
    });
    return shares;
  }
  return {
    /** This process has passed something on, or taken that back: it is read anew. */
    changed(): void {
      written += 1;
    },
    /** Those of some actors in a stretch; `null` where it goes further back than what is at hand. */
    async by(actors: readonly ActorIri[], stretch: Stretch): Promise<readonly Reaction[] | null> {
      const { notAfter, notBefore, oldestFirst, limit } = stretch;
      if (oldestFirst) return null;
      const shares = await read();
      const oldest = shares.at(-1);
      const isAll = shares.length < MOST;
      if (!isAll && (oldest === undefined || notBefore === undefined || notBefore <= oldest.at)) return null;
      const those = new Set(actors);
      const found = shares.filter(({ actor, at }) => {
        return (
          those.has(actor) && (notBefore === undefined || at >= notBefore) && (notAfter === undefined || at <= notAfter)
        );
      });
      return found.slice(0, limit);
    },
  };
}
