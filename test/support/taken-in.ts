import { activityIri, actorIri } from '../../server/community/ids.ts';
import type { RunningServer } from './running-server.ts';

/** What became of an activity. */
export interface Fate {
  readonly outcome?: string;
  /** Why it failed here, where it did: it will be tried again. */
  readonly why?: string;
}

/**
 * Puts activities into a server's inbox as if each had come with a good signature of its actor, in this order, and waits
 * until they are carried out with all that follows. For stories about what they do, not about who may send them.
 */
export async function takenIn(
  server: RunningServer,
  activities: readonly (object & { readonly id: string; readonly actor?: unknown })[],
  sender?: string,
): Promise<readonly Fate[]> {
  const now = Date.now();
  await server.house.inbox.accept(
    activities.map(({ id, ...rest }, index) => ({
      activity: activityIri(id),
      sender: actorIri(sender ?? String(rest.actor)),
      body: JSON.stringify({ id, ...rest }),
      receivedAt: new Date(now + index),
    })),
  );
  await server.settle();
  return Promise.all(activities.map(({ id }) => fateOf(server, id)));
}

/** What became of one; empty when nothing has yet. */
export async function fateOf({ database }: RunningServer, id: string): Promise<Fate> {
  const received = database.db.collection<{ _id: string; outcome?: string; why?: string }>('received');
  const found = await received.findOne({ _id: id }, { projection: { _id: 0, outcome: 1, why: 1 } });
  return found ?? {};
}
