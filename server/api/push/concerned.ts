import type { House } from '../../actions/house.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import type { Log } from '../../log.ts';

/** What comes within this time is said to the queue at once. */
const GATHER_MS = 250;

type Watched = Pick<House, 'notices' | 'posts' | 'reactions' | 'follows'>;
type Needs = Watched & Pick<House, 'pushSubscriptions' | 'addresses' | 'log'>;

/** Who is concerned by what is written, for the queue of what apps are told. */
export interface Concerned {
  /** The same stores, which say whom a write concerns. */
  readonly stores: Watched;
  /** Says the rest to the queue, and no more after that. */
  close(): Promise<void>;
}

/**
 * Says to the queue for whom there may be something now. It is said a moment later, for many at once, and nothing
 * waits for it: what is lost when the server stops in that moment is found when everybody is looked at again.
 *
 * @param onSaid told when the queue has it
 */
export function createConcerned(house: Needs, onSaid: () => void): Concerned {
  const people = new Set<PersonIri>();
  let everybody = false;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function say(): Promise<void> {
    timer = undefined;
    const these = [...people];
    const all = everybody;
    people.clear();
    everybody = false;
    if (all) await house.pushSubscriptions.concernAll();
    else if (these.length > 0) await house.pushSubscriptions.concern(these);
    onSaid();
  }

  function soon(): void {
    if (closed) return;
    timer ??= setTimeout(() => void say().catch(failed(house.log)), GATHER_MS).unref();
  }

  function concern(actors: readonly (ActorIri | undefined)[]): void {
    const here = actors.filter((actor) => actor !== undefined && house.addresses.isHere(actor));
    for (const actor of here) people.add(actor as PersonIri);
    if (here.length > 0) soon();
  }

  return {
    stores: watched(house, concern, () => {
      everybody = true;
      soon();
    }),
    async close() {
      closed = true;
      if (timer === undefined) return;
      clearTimeout(timer);
      await say().catch(failed(house.log));
    },
  };
}

function watched(
  { notices, posts, reactions, follows }: Watched,
  concern: (actors: readonly (ActorIri | undefined)[]) => void,
  concernAll: () => void,
): Watched {
  return {
    notices: {
      ...notices,
      async add(...said) {
        const added = await notices.add(...said);
        if (added === 'added') concern([said[0].to]);
        return added;
      },
    },
    posts: {
      ...posts,
      async add(...said) {
        const added = await posts.add(...said);
        if (added === 'added') concern(said[0].to);
        return added;
      },
      async edit(...said) {
        const edited = await posts.edit(...said);
        // A vote is over: whoever took part is told.
        if (said[1].poll?.closedAt !== undefined) concernAll();
        return edited;
      },
    },
    reactions: {
      ...reactions,
      async add(...said) {
        await reactions.add(...said);
        concern([said[0].author]);
      },
    },
    follows: {
      ...follows,
      async put(...said) {
        await follows.put(...said);
        const [{ state, target }] = said;
        if (state === 'accepted') concern([target]);
      },
    },
  };
}

const failed = (log: Log) => (cause: unknown) =>
  log.error({ err: cause }, 'the queue of what apps are told did not hear of something; it is found later');
