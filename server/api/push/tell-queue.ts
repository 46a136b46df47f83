import type { House } from '../../actions/house.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import type { Log } from '../../log.ts';
import type { NewsItem } from '../../ports/news.ts';

/** What comes within this time is said to the queue at once. */
const GATHER_MS = 250;

type Needs = Pick<House, 'news' | 'pushSubscriptions' | 'addresses' | 'log'>;

/**
 * Says to the queue of what apps are told for whom there may be something now, because of what this process writes. It
 * is said a moment later, for many at once, and nothing waits for it: what is lost when the server stops in that moment
 * is found when everybody is looked at again.
 *
 * @param onSaid told when the queue has it
 * @returns `close` says the rest to the queue, and no more after that
 */
export function tellPushQueue(house: Needs, onSaid: () => void): { close(): Promise<void> } {
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

  function concern(actors: readonly ActorIri[]): void {
    const here = actors.filter((actor) => house.addresses.isHere(actor));
    for (const actor of here) people.add(actor as PersonIri);
    if (here.length > 0) soon();
  }

  house.news.hearOwn((item) => {
    // A vote is over: whoever took part is told.
    if (item.kind === 'poll-closed') {
      everybody = true;
      soon();
    } else concern(concernedBy(item));
  });
  return {
    async close() {
      closed = true;
      if (timer === undefined) return;
      clearTimeout(timer);
      await say().catch(failed(house.log));
    },
  };
}

function concernedBy(item: NewsItem): readonly ActorIri[] {
  if (item.kind === 'notice') return [item.to];
  if (item.kind === 'post') return item.to ?? [];
  if (item.kind === 'like' || item.kind === 'share') return item.author === undefined ? [] : [item.author];
  return item.kind === 'follow' && item.isNew ? [item.target] : [];
}

const failed = (log: Log) => (cause: unknown) =>
  log.error({ err: cause }, 'the queue of what apps are told did not hear of something; it is found later');
