import type { Inbox, Waiting } from '../../server/ports/federation.ts';

/** What was read of the inbox and is not yet marked as done. */
export interface InHand {
  /** Reads on, where there is room; those that are new. */
  read(): Promise<readonly Waiting[]>;
  /** There may be more to read; `all`: also from before the place that was read last. */
  more(all: boolean): void;
  /** It is marked as done, or put off: when it is read again, it is due again. */
  forget(activity: string): void;
  count(): number;
  /** Whether everything that was read is dealt with, and nothing more is known of. */
  isEmpty(): boolean;
}

/** So many at a time; when half of them are left, more are read. */
const MOST = 640;

/** The part of the inbox that this worker has in its hands. It alone reads it, so a place tells how far it is. */
export function createInHand(inbox: Pick<Inbox, 'due'>, wall: () => Date): InHand {
  const ids = new Set<string>();
  let from: Date | undefined;
  let moreThere = true;
  let reading = false;
  /** Dealt with during a reading, which may have seen them before. */
  const dealtWith: string[] = [];

  return {
    async read() {
      if (!moreThere || ids.size > MOST / 2) return [];
      moreThere = false;
      reading = true;
      try {
        const limit = ids.size + MOST / 2;
        const found = await inbox.due(wall(), { limit, ...(from === undefined ? {} : { from }) });
        if (found.length >= limit) moreThere = true;
        from = found.at(-1)?.dueAt ?? from;
        const fresh = found.filter(({ activity }) => !ids.has(activity));
        for (const { activity } of fresh) ids.add(activity);
        return fresh;
      } catch (cause) {
        moreThere = true;
        throw cause;
      } finally {
        reading = false;
        for (const id of dealtWith.splice(0)) ids.delete(id);
      }
    },
    more(all) {
      moreThere = true;
      if (all) from = undefined;
    },
    forget(activity) {
      if (reading) dealtWith.push(activity);
      else ids.delete(activity);
    },
    count: () => ids.size,
    isEmpty: () => ids.size === 0 && !moreThere,
  };
}
