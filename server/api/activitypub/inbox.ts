import type { Request } from 'express';
import { ACTIVITY_CONTEXT } from '../../../federation/vocabulary/contexts.ts';
import type { JsonObject } from '../../../federation/vocabulary/read.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { ActorIri } from '../../community/ids.ts';
import { numberAt, postNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { isUnwanted, type Unwanted } from '../../community/unwanted.ts';
import type { Reaction, Stretch } from '../../ports/posts.ts';
import { noticeAsPost } from '../entities/notice.ts';
import { pageBy, wantedBy } from '../paging.ts';
import type { ApiParts } from '../parts.ts';
import { seenBy } from '../seen.ts';
import { createDocument, followDocument, reactionDocument } from './documents.ts';

/** Something that reached her: by its number, and as an activity; nothing where what it is about is gone by now. */
interface Reached {
  readonly number: bigint;
  readonly document: () => Promise<JsonObject | null>;
}

/** Her inbox (§5.2): how much there is in it is counted nowhere. */
export function inboxOf({ house }: Pick<ApiParts, 'house'>, person: Person): JsonObject {
  const id = house.addresses.inbox(person.iri);
  return { '@context': ACTIVITY_CONTEXT, id, type: 'OrderedCollection', first: `${id}?page=true` };
}

/**
 * A page of what reached her, newest first: what was written where she belongs, by whom she follows and to her, what
 * they passed on, who liked or passed on what she wrote, who follows her. It is put together from what is kept of each
 * thing anyway, so that what was deleted or hidden is not in it.
 */
export async function inboxPage(parts: ApiParts, request: Request, person: Person): Promise<JsonObject> {
  const { house } = parts;
  const wanted = wantedBy(request);
  const reaching = await reachingHer(parts, person);
  const page = await pageBy<Reached>(wanted, ({ number }) => number, reaching);
  const documents = await Promise.all(page.map(({ document }) => document()));
  const inbox = house.addresses.inbox(person.iri);
  const at = (place: string) => `${inbox}?page=true${wanted.limit === 20 ? '' : `&limit=${wanted.limit}`}${place}`;
  const [first, last] = [page[0], page.at(-1)];
  return {
    '@context': ACTIVITY_CONTEXT,
    id: new URL(request.originalUrl, house.addresses.origin).href,
    type: 'OrderedCollectionPage',
    partOf: inbox,
    orderedItems: documents.filter((document) => document !== null),
    ...(last !== undefined && page.length === wanted.limit ? { next: at(`&max_id=${last.number}`) } : {}),
    ...(first === undefined ? {} : { prev: at(`&min_id=${first.number}`) }),
  };
}

/** Everything that reaches her, by stretches of time. */
async function reachingHer(
  { house }: ApiParts,
  person: Person,
): Promise<(stretch: Stretch) => Promise<readonly Reached[]>> {
  const [{ communities, people }, atHome, told] = await Promise.all([
    house.readers.of(person.iri),
    unwantedBy(house, person.iri, 'home'),
    unwantedBy(house, person.iri, 'notices'),
  ]);
  const of = { communities, authors: [person.iri], followed: people };
  const hears = (actor: ActorIri, unwanted: Unwanted | undefined) =>
    !unwanted || !isUnwanted(unwanted, { author: actor });

  return async (stretch) => {
    const { follows, notices, reactions, timelines } = house;
    const [home, toHer, notes, shares, toHers, followers] = await Promise.all([
      timelines.stretch(of, person.iri, stretch, atHome),
      timelines.addressing(person.iri, stretch, told),
      notices.stretch(person.iri, stretch, told),
      people.length === 0 ? [] : reactions.sharesBy(people, stretch),
      reactions.toAuthor(person.iri, ['like', 'share'], stretch),
      follows.followersWithin(person.iri, stretch),
    ]);
    const posts = new Map([...home, ...toHer].map((post) => [post.iri, post]));
    const byOthers = [...posts.values()].filter(({ author }) => author !== person.iri);
    const gestures = [...shares.filter(({ actor }) => hears(actor, atHome)), ...toHers];
    const reached = [
      ...byOthers.map((post) => postReached(house, post)),
      ...notes.map((notice) => postReached(house, noticeAsPost(house, notice), numberAt(notice.at, notice.id))),
      ...distinct(gestures)
        .filter(({ actor }) => actor !== person.iri && hears(actor, told))
        .map((reaction) => reactionReached(house, reaction, person)),
      ...followers
        .filter(({ follower }) => hears(follower, told))
        .map((follow): Reached => {
          return { number: numberAt(follow.at, follow.activity), document: async () => followDocument(follow) };
        }),
    ];
    const direction = stretch.oldestFirst ? 1 : -1;
    return reached.toSorted((one, other) => (one.number < other.number ? -1 : 1) * direction).slice(0, stretch.limit);
  };
}

/** Somebody she follows passed on what she herself wrote: that is one thing. */
const distinct = (reactions: readonly Reaction[]): readonly Reaction[] => [
  ...new Map(reactions.map((one) => [one.activity, one])).values(),
];

const postReached = (house: ApiParts['house'], post: Post, number = BigInt(postNumber(post))): Reached => ({
  number,
  document: () => createDocument(house, post),
});

const reactionReached = (house: ApiParts['house'], reaction: Reaction, person: Person): Reached => ({
  number: numberAt(reaction.at, reaction.activity),
  async document() {
    const [post] = await seenBy(house, [reaction.post], person);
    return post === undefined ? null : reactionDocument(reaction);
  },
});
