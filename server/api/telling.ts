import { unwantedBy } from '../actions/own/unwanted-by.ts';
import type { ActorIri, PersonIri, PostIri } from '../community/ids.ts';
import { type BetweenThem, type Hearing, hearingOf } from '../community/notification-policy.ts';
import { readNumber, timeIn } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { Stretch } from '../ports/posts.ts';
import { notFound } from './errors.ts';
import type { ApiParts } from './parts.ts';
import { isHeard, TOLD_TYPES, type Told, type ToldType, toldIn } from './told.ts';

type Parts = Pick<ApiParts, 'house'>;

/** What somebody is told, and which of it she is shown. */
export interface Telling {
  fetch(stretch: Stretch): Promise<readonly Told[]>;
  /** Of what was fetched: without what she has put away, or does not want to hear of. */
  isShown(one: Told): boolean;
  /** Of what was fetched: how she wants to be told of it. */
  hearing(one: Told): Hearing;
}

/**
 * What somebody is told of some types, by one other alone where that is asked for.
 *
 * @param apart what her policy keeps apart: left out, shown too, or alone
 */
export async function tellingTo(
  { house }: Parts,
  viewer: Person,
  {
    types,
    from,
    apart = 'not',
  }: {
    readonly types: ReadonlySet<ToldType>;
    readonly from?: ActorIri;
    readonly apart?: 'not' | 'too' | 'only';
  },
): Promise<Telling> {
  const [left, unwanted, hearings, threads] = await Promise.all([
    leftOf({ house }, viewer),
    unwantedBy(house, viewer.iri, 'notices'),
    hearingsOf({ house }, viewer),
    mutedThreads({ house }, viewer),
  ]);
  const asked: ReadonlySet<Hearing> = new Set(
    { not: ['accept'] as const, too: ['accept', 'filter'] as const, only: ['filter'] as const }[apart],
  );
  return {
    async fetch(stretch) {
      const within = { ...left.within(stretch), ...(from === undefined ? {} : { from }) };
      const told = await toldIn(house, viewer, { types, stretch: within, unwanted });
      await Promise.all([hearings.learn(told), threads.learn(told)]);
      return told;
    },
    isShown: (one) =>
      left.isShown(one) && isHeard(one, unwanted) && !threads.isMuted(one) && asked.has(hearings.of(one)),
    hearing: hearings.of,
  };
}

/** What she has not put away. */
async function leftOf({ house }: Parts, viewer: Person) {
  const { putAway } = await (await house.readers.of(viewer.iri)).telling();
  const { clearedBefore, dismissed } = putAway;
  return {
    isShown: ({ at, number }: Told): boolean =>
      (clearedBefore === undefined || at > clearedBefore) && !dismissed.has(number.toString()),
    /** Nothing is looked for where nothing is left. */
    within: (stretch: Stretch): Stretch => {
      const { notBefore } = stretch;
      if (clearedBefore === undefined || (notBefore !== undefined && notBefore > clearedBefore)) return stretch;
      return { ...stretch, notBefore: clearedBefore };
    },
  };
}

/** What happens in threads of which she wants to be told no more; that a vote has closed is told all the same. */
async function mutedThreads({ house }: Parts, viewer: Person) {
  const { marks } = await house.readers.of(viewer.iri);
  const muted = new Set(marks.filter(({ kind }) => kind === 'muted-thread').map(({ subject }) => subject));
  const inMuted = new Set<bigint>();
  return {
    isMuted: ({ number }: Told): boolean => inMuted.has(number),
    async learn(told: readonly Told[]) {
      if (muted.size === 0) return;
      await Promise.all(
        told.map(async ({ type, about, number }) => {
          if (type === 'poll' || about === undefined || 'notice' in about) return;
          const post = 'post' in about ? about.post : await house.posts.byIri(about.iri);
          if (post !== null && muted.has(post.thread)) inMuted.add(number);
        }),
      );
    },
  };
}

/** How her policy wants each of some things told; nothing is asked where it lets everything through. */
async function hearingsOf({ house }: Parts, viewer: Person) {
  const reader = await house.readers.of(viewer.iri);
  const { policy } = await reader.telling();
  const known = new Map<bigint, Hearing>();
  const of = ({ number }: Told): Hearing => known.get(number) ?? 'accept';
  if (Object.values(policy).every((hearing) => hearing === 'accept')) return { of, learn: async () => {} };
  const chosen = await house.marks.of(viewer.iri, ['heard']);
  const follows = new Set<string>(reader.people);
  const heard = new Set(chosen.map(({ subject }) => subject));
  const now = house.clock.now();
  return {
    of,
    async learn(told: readonly Told[]) {
      const asked = told.filter((one) => !known.has(one.number) && isByPerson(one) && !heard.has(one.from));
      const senders = [...new Set(asked.map(({ from }) => from))];
      // What communities say is always told, and they are no people.
      const people = await house.people.byIris(senders as PersonIri[]);
      const back = new Map(
        await Promise.all(
          [...people.keys()].map(
            async (iri) => [iri, (await house.follows.get(iri, viewer.iri))?.state === 'accepted'] as const,
          ),
        ),
      );
      await Promise.all(
        asked.map(async (one) => {
          const person = people.get(one.from as PersonIri);
          if (person === undefined) return;
          const between: BetweenThem = {
            isFollowed: follows.has(one.from),
            isFollower: back.get(person.iri) === true,
            since: person.since,
            isUnasked: await isUnasked({ house }, one, viewer),
          };
          known.set(one.number, hearingOf(policy, between, now));
        }),
      );
    },
  };
}

/** Something that somebody did, rather than what a community says or that a vote has closed. */
const isByPerson = ({ type, about }: Told): boolean =>
  type !== 'poll' && !(about !== undefined && 'notice' in about && about.notice.kind !== 'message');

/** Written among some alone, and no answer to what she wrote herself. */
async function isUnasked({ house }: Parts, { type, about }: Told, viewer: Person): Promise<boolean> {
  if (type !== 'mention' || about === undefined || 'iri' in about) return false;
  const { isAmongSome, inReplyTo } =
    'notice' in about
      ? { isAmongSome: true, inReplyTo: about.notice.inReplyTo }
      : { isAmongSome: about.post.audience === 'direct', inReplyTo: about.post.inReplyTo };
  if (!isAmongSome) return false;
  const answered = inReplyTo === undefined ? null : await house.posts.byIri(inReplyTo as PostIri);
  return answered?.author !== viewer.iri;
}

/** One thing that she was told and has not put away, by its number. */
export async function toldBy(parts: Parts, text: string, viewer: Person): Promise<Told> {
  const number = readNumber(text);
  if (number === null) throw notFound();
  const at = timeIn(number);
  const then = await toldIn(parts.house, viewer, {
    types: new Set(TOLD_TYPES),
    stretch: { notAfter: at, notBefore: at, oldestFirst: false, limit: 1000 },
  });
  const { isShown } = await leftOf(parts, viewer);
  const found = then.find((one) => one.number === number && isShown(one));
  if (found === undefined) throw notFound();
  return found;
}
