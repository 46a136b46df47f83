import type { House } from '../actions/house.ts';
import type { ActorIri, CommunityIri, PostIri } from '../community/ids.ts';
import { numberAt } from '../community/numbers.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import { isUnwanted, type Unwanted } from '../community/unwanted.ts';
import type { Notice } from '../ports/notices.ts';
import type { StretchOf } from '../ports/posts.ts';

/** Kinds of what somebody is told, in Mastodon's words. */
export const TOLD_TYPES = ['mention', 'favourite', 'reblog', 'follow', 'poll', 'update', 'quote'] as const;
export type ToldType = (typeof TOLD_TYPES)[number];

/** Something that somebody is told: it follows from what is kept anyway, so that nothing is kept of her being told. */
export interface Told {
  readonly type: ToldType;
  readonly from: ActorIri;
  readonly at: Date;
  readonly number: bigint;
  /** The post that it is about, or what a notice says. */
  readonly about?: { readonly post: Post } | { readonly iri: PostIri } | { readonly notice: Notice };
}

type Needs = Pick<
  House,
  'notices' | 'timelines' | 'reactions' | 'follows' | 'readers' | 'ballots' | 'sentVotes' | 'quoteLeaves'
>;
type Source = (house: Needs, viewer: Person, stretch: StretchOf, how: Wanted) => Promise<readonly Told[]>;
interface Wanted {
  readonly types: ReadonlySet<ToldType>;
  readonly unwanted?: Unwanted | undefined;
}

/** Of so many posts that she passed on last she is told when they are changed. */
const MOST_PASSED_ON = 200;

/** So many votes that have closed in a stretch are looked through for those that she took part in. */
const MOST_CLOSED = 500;

/** Each with what it can tell of. */
const SOURCES: readonly (readonly [readonly ToldType[], Source])[] = [
  [['mention'], notices],
  [['mention'], mentions],
  [['favourite', 'reblog'], reactions],
  [['follow'], followers],
  [['poll'], polls],
  [['update'], changes],
  [['quote'], quotes],
];

/** Gestures of people she does not want to hear of. */
export const isHeard = ({ type, from }: Told, unwanted: Unwanted | undefined): boolean =>
  unwanted === undefined || type === 'mention' || type === 'poll' || !isUnwanted(unwanted, { author: from });

/** A stretch of everything of some types that somebody is told, in the order that was asked for. */
export async function toldIn(
  house: Needs,
  viewer: Person,
  // What communities tell her always comes.
  { stretch, ...how }: Wanted & { readonly stretch: StretchOf },
): Promise<readonly Told[]> {
  const asked = SOURCES.filter(([types]) => types.some((type) => how.types.has(type)));
  const found = (await Promise.all(asked.map(([, source]) => source(house, viewer, stretch, how)))).flat();
  const direction = stretch.oldestFirst ? 1 : -1;
  return found.toSorted((one, other) => (one.number < other.number ? -1 : 1) * direction).slice(0, stretch.limit);
}

/** What communities tell her, and messages from elsewhere. */
async function notices(
  { notices }: Needs,
  viewer: Person,
  stretch: StretchOf,
  { unwanted }: Wanted,
): Promise<readonly Told[]> {
  const found = await notices.stretch(viewer.iri, stretch, unwanted);
  return found.map((notice) => {
    const { from, at, id } = notice;
    return { type: 'mention', from, at, number: numberAt(at, id), about: { notice } };
  });
}

/** Posts that name her, or answer her. */
async function mentions(
  { timelines }: Needs,
  viewer: Person,
  stretch: StretchOf,
  { unwanted }: Wanted,
): Promise<readonly Told[]> {
  const found = await timelines.addressing(viewer.iri, stretch, unwanted);
  return found.map((post) => {
    const { author, receivedAt, iri } = post;
    return {
      type: 'mention',
      from: author,
      at: receivedAt,
      number: numberAt(receivedAt, `mention ${iri}`),
      about: { post },
    };
  });
}

const GESTURES = { like: 'favourite', share: 'reblog' } as const;

async function reactions(
  house: Needs,
  viewer: Person,
  stretch: StretchOf,
  { types }: Wanted,
): Promise<readonly Told[]> {
  const kinds = (['like', 'share'] as const).filter((kind) => types.has(GESTURES[kind]));
  const found = await house.reactions.toAuthor(viewer.iri, kinds, stretch);
  return found
    .filter(({ actor }) => actor !== viewer.iri)
    .map(({ actor, post, at, kind }) => {
      const type = kind === 'like' ? GESTURES.like : GESTURES.share;
      return { type, from: actor, at, number: numberAt(at, `${type} ${actor} ${post}`), about: { iri: post } };
    });
}

async function followers({ follows }: Needs, viewer: Person, stretch: StretchOf): Promise<readonly Told[]> {
  const found = await follows.followersWithin(viewer.iri, stretch);
  return found.map(({ follower, at }) => {
    return { type: 'follow', from: follower, at, number: numberAt(at, `follow ${follower}`) };
  });
}

/** Who quotes her by leave: the post that does is shown, where it is known here. */
async function quotes({ quoteLeaves }: Needs, viewer: Person, stretch: StretchOf): Promise<readonly Told[]> {
  const given = await quoteLeaves.givenBy(viewer.iri, stretch);
  return given.map(({ quoter, quoting, at, stamp }) => {
    return { type: 'quote', from: quoter, at, number: numberAt(at, `quote ${stamp}`), about: { iri: quoting } };
  });
}

/** What she passed on and was changed afterwards: it stands under her name too. */
async function changes({ reactions, timelines }: Needs, viewer: Person, stretch: StretchOf): Promise<readonly Told[]> {
  const last = { oldestFirst: false, limit: MOST_PASSED_ON };
  const passedOn = new Map((await reactions.sharesBy([viewer.iri], last)).map(({ post, at }) => [post, at]));
  const changed = await timelines.edited([...passedOn.keys()], stretch);
  return changed.flatMap((post): Told[] => {
    const { author, iri, editedAt: at, receivedAt } = post;
    if (at === undefined || author === viewer.iri || at <= (passedOn.get(iri) ?? receivedAt)) return [];
    return [{ type: 'update', from: author, at, number: numberAt(at, `update ${iri}`), about: { post } }];
  });
}

/** Votes that she took part in and that have closed. In a secret one nobody knows whether she did. */
async function polls(house: Needs, viewer: Person, stretch: StretchOf): Promise<readonly Told[]> {
  const { communities } = await house.readers.of(viewer.iri);
  const closed = await house.timelines.closedPolls(communities, { ...stretch, limit: MOST_CLOSED });
  const took = await Promise.all(closed.map((post) => tookPart(house, viewer, post)));
  return closed
    .filter(({ author }, at) => took[at] && (stretch.from ?? author) === author)
    .map((post) => {
      const at = post.poll?.closedAt ?? post.receivedAt;
      return { type: 'poll', from: post.author, at, number: numberAt(at, `poll ${post.iri}`), about: { post } };
    });
}

async function tookPart(house: Needs, viewer: Person, { iri, community, poll }: Post): Promise<boolean> {
  const { proposal, asks } = poll ?? {};
  if (proposal === undefined) return (await house.sentVotes.get(iri, viewer.iri)) !== null;
  return asks === 'ballot' && (await house.ballots.by(community as CommunityIri, proposal, viewer.iri)) !== null;
}
