import type { House } from '../actions/house.ts';
import type { Community } from '../community/community.ts';
import { activityOf, type Counted } from '../community/health/activity.ts';
import type { Happened } from '../community/health/measures.ts';
import {
  ANSWER_MS,
  endOf,
  lastToldAt,
  type Month,
  monthOf,
  monthsLater,
  monthsUpTo,
  startOf,
} from '../community/health/month.ts';
import { releaseOf } from '../community/health/tell.ts';
import type { ActorIri, PersonIri } from '../community/ids.ts';
import { organisationOf } from '../community/person.ts';
import { createLoop } from '../loop.ts';
import { outcomesOf } from './outcomes.ts';

/** So far back, at most, it is told of months in which nobody has told of them yet. */
const MOST_MONTHS = 12;
const EVERY_MS = 60_000;

/**
 * Tells how the network is, month by month (`community/health`). What is due follows from the time and from what was
 * told last; who else tells it at the same moment changes nothing, because the first one stays.
 */
export function createReleasing(house: House) {
  let known: Month | null = null;

  async function look(): Promise<undefined> {
    const last = lastToldAt(house.clock.now());
    if (known !== null && known >= last) return;
    const communities = await house.communities.here();
    const first = communities[0];
    if (first === undefined) return;
    const told = await house.networkHealth.lastMonth();
    const from = told === null ? monthOf(first.foundedAt) : monthsLater(told, 1);
    for (const month of monthsUpTo(last, MOST_MONTHS)) {
      if (month >= from) await tell(house, month, communities);
    }
    known = last;
  }

  const loop = createLoop({
    look,
    everyMs: EVERY_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'the network’s health could not be told; tried again soon'),
  });
  return { start: loop.start, stop: loop.stop, wake: loop.wake, settle: loop.settle };
}

async function tell(house: House, month: Month, communities: readonly Community[]): Promise<void> {
  const posts: Counted[] = [];
  for (const { iri, membersOnly = false } of communities) {
    const before = new Date(endOf(month).getTime() + ANSWER_MS);
    posts.push(...(await house.networkHealth.posts(iri, { from: startOf(month), before, membersOnly })));
  }
  const here = new Set(posts.map(({ iri }) => iri));
  const earlier = posts.flatMap(({ inReplyTo }) => (inReplyTo === undefined || here.has(inReplyTo) ? [] : [inReplyTo]));
  const answered = await house.networkHealth.authorsOf([...new Set(earlier)]);
  const authors = new Set([...posts.map(({ author }) => author), ...answered.values()]);
  const people = await house.people.byIris([...authors] as PersonIri[]);
  const organisationOfAuthor = (author: ActorIri) => {
    const person = people.get(author as PersonIri);
    return person && organisationOf(person);
  };
  const happened: Happened = {
    ...activityOf(month, posts, { organisationOf: organisationOfAuthor, answered }),
    outcomes: (await Promise.all(communities.map((community) => outcomesOf(house, month, community)))).flat(),
  };
  const named = (membersOnly: boolean) =>
    communities.filter((one) => (one.membersOnly === true) === membersOnly).map(({ iri }) => iri);
  await house.networkHealth.keep(releaseOf(month, happened, { open: named(false), closed: named(true) }));
}
