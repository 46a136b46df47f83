import type { Stores } from '../../server/ports/index.ts';
import { RecentlyUsed } from '../../server/recently-used.ts';

/** Names once given stay somebody's for ever, so that there is one is remembered; that there is none is not. */
const MOST_NAMES = 5000;

/** Whether an actor with this name lives, or has lived, here: its inbox is one. */
export function createKnownNames({
  people,
  communities,
}: {
  readonly people: Pick<Stores['people'], 'byName'>;
  readonly communities: Pick<Stores['communities'], 'byName'>;
}): (name: string) => Promise<boolean> {
  const known = new RecentlyUsed<string, true>({ limit: MOST_NAMES });
  return async (name) => {
    if (known.get(name)) return true;
    const [person, community] = await Promise.all([people.byName(name), communities.byName(name)]);
    if (person === null && community === null) return false;
    known.set(name, true);
    return true;
  };
}
