import { readTag, tagKey } from '../../community/hashtags.ts';
import type { ActorIri, PersonIri, PostIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { readHost } from '../../community/unwanted.ts';
import type { MarkKind } from '../../ports/marks.ts';
import type { House } from '../house.ts';
import { maySee } from '../may-see.ts';
import { takeQuotesBackFrom } from '../quotes.ts';

type Needs = Pick<House, 'marks' | 'posts' | 'follows' | 'clock' | 'addresses'>;
type Blocking = Needs & Parameters<typeof takeQuotesBackFrom>[0];

/** So many of each kind at most, so that nobody fills the database by keeping. */
const MOST_KEPT = 10_000;
/** So many of her posts somebody shows first on her profile. */
export const MOST_PINNED = 5;
export const LONGEST_NOTE = 2000;
/** So many hashtags somebody follows at most: *home* looks for each of them. */
const MOST_TAGS = 100;

export type TooMany = 'too-many';
type Full = TooMany;

/** Refuses what would be one mark of a kind too many. */
export async function full(
  { marks }: Pick<House, 'marks'>,
  person: PersonIri,
  kind: MarkKind,
): Promise<Result<never, Full> | undefined> {
  if ((await marks.count(person, kind)) < MOST_KEPT) return undefined;
  return refused('too-many', said`You keep ${MOST_KEPT} of these already. Take some away first.`);
}

/** Somebody keeps a post to find it again. Nobody else is told. */
export async function bookmark(
  house: Needs,
  { by, post }: { readonly by: PersonIri; readonly post: PostIri },
): Promise<Result<null, 'no-such-post' | Full>> {
  const found = await house.posts.byIri(post);
  if (found === null || !(await maySee(house, found, by))) return refused('no-such-post', 'This post is gone.');
  const tooMany = await full(house, by, 'bookmark');
  if (tooMany) return tooMany;
  await house.marks.put({ person: by, kind: 'bookmark', subject: post, at: house.clock.now() });
  return accepted(null);
}

/** Somebody shows a post of hers first on her profile, to whoever may see it. */
export async function pinPost(
  house: Needs,
  { by, post }: { readonly by: PersonIri; readonly post: PostIri },
): Promise<Result<null, 'no-such-post' | 'not-yours' | 'not-for-all' | Full>> {
  const found = await house.posts.byIri(post);
  if (found === null || !(await maySee(house, found, by))) return refused('no-such-post', 'This post is gone.');
  if (found.author !== by) return refused('not-yours', 'You can pin your own posts only. Bookmark this one instead.');
  if (found.audience === 'circle' || found.audience === 'direct') {
    return refused('not-for-all', 'This post is for some people alone, so it cannot be pinned to your profile.');
  }
  const pinned = await house.marks.of(by, ['pin']);
  if (pinned.length >= MOST_PINNED && !pinned.some(({ subject }) => subject === post)) {
    return refused('too-many', said`You have ${MOST_PINNED} pinned posts already. Unpin one of them first.`);
  }
  await house.marks.put({ person: by, kind: 'pin', subject: post, at: house.clock.now() });
  return accepted(null);
}

/**
 * Somebody does not want to see an actor's posts any more, for good or for a time. Only her own lists change: the other
 * is not told, reads and answers as before, and stays in every community that both belong to.
 *
 * @param seconds how long it lasts; absent or 0: until she takes it back
 */
export async function muteActor(
  house: Needs,
  ask: { readonly by: PersonIri; readonly actor: ActorIri; readonly notices: boolean; readonly seconds?: number },
): Promise<Result<null, 'yourself' | Full>> {
  const { by, actor, notices, seconds = 0 } = ask;
  if (actor === by) return refused('yourself', 'You cannot mute yourself.');
  const tooMany = await full(house, by, 'mute');
  if (tooMany) return tooMany;
  const at = house.clock.now();
  await house.marks.put({
    person: by,
    kind: 'mute',
    subject: actor,
    at,
    ...(notices ? { notices: true } : {}),
    ...(seconds === 0 ? {} : { until: new Date(at.getTime() + seconds * 1000) }),
  });
  return accepted(null);
}

/**
 * As a mute without end that holds for notices too. It is announced to nobody and ends no membership, on either side; but
 * the other quotes nothing of hers any more.
 */
export async function blockActor(
  house: Blocking,
  { by, actor }: { readonly by: PersonIri; readonly actor: ActorIri },
): Promise<Result<null, 'yourself' | Full>> {
  if (actor === by) return refused('yourself', 'You cannot block yourself.');
  const tooMany = await full(house, by, 'block');
  if (tooMany) return tooMany;
  await house.marks.put({ person: by, kind: 'block', subject: actor, at: house.clock.now() });
  await takeQuotesBackFrom(house, by, { actor });
  return accepted(null);
}

/** Nothing by anybody at a server is shown to her any more, and nobody there quotes her. */
export async function blockDomain(
  house: Blocking,
  { by, domain }: { readonly by: PersonIri; readonly domain: string },
): Promise<Result<null, 'no-such-server' | 'yourself' | Full>> {
  const host = readHost(domain);
  if (host === null) return refused('no-such-server', 'This is not the name of a server. Write it like north.example.');
  if (host === house.addresses.host) return refused('yourself', 'This is your own server. Mute or block people here.');
  const tooMany = await full(house, by, 'domain');
  if (tooMany) return tooMany;
  await house.marks.put({ person: by, kind: 'domain', subject: host, at: house.clock.now() });
  await takeQuotesBackFrom(house, by, { host });
  return accepted(null);
}

/** Somebody writes down something about an actor, for herself; an empty text takes it away. */
export async function noteActor(
  house: Needs,
  { by, actor, text }: { readonly by: PersonIri; readonly actor: ActorIri; readonly text: string },
): Promise<Result<null, 'too-long' | Full>> {
  const noted = text.trim();
  if (noted.length > LONGEST_NOTE) {
    return refused('too-long', said`A note has at most ${LONGEST_NOTE} characters; yours has ${noted.length}.`);
  }
  if (noted === '') {
    await house.marks.remove(by, 'note', actor);
    return accepted(null);
  }
  const tooMany = await full(house, by, 'note');
  if (tooMany) return tooMany;
  await house.marks.put({ person: by, kind: 'note', subject: actor, at: house.clock.now(), text: noted });
  return accepted(null);
}

/** Somebody wants to see in *home* whatever public post carries a hashtag. */
export async function followTag(
  house: Needs,
  { by, tag }: { readonly by: PersonIri; readonly tag: string },
): Promise<Result<null, 'no-such-tag' | Full>> {
  const name = readTag(tag);
  if (name === null) return refused('no-such-tag', 'This is no hashtag. It has letters, digits and “_” only.');
  if ((await house.marks.count(by, 'tag')) >= MOST_TAGS) {
    return refused('too-many', said`You follow ${MOST_TAGS} hashtags already. Unfollow one of them first.`);
  }
  await house.marks.put({ person: by, kind: 'tag', subject: tagKey(name), at: house.clock.now() });
  return accepted(null);
}

/** Somebody wants to be told no more of what happens in a thread. Only what she is told changes. */
export async function muteThread(
  house: Needs,
  { by, post }: { readonly by: PersonIri; readonly post: PostIri },
): Promise<Result<null, 'no-such-post' | Full>> {
  const found = await house.posts.byIri(post);
  if (found === null || !(await maySee(house, found, by))) return refused('no-such-post', 'This post is gone.');
  const tooMany = await full(house, by, 'muted-thread');
  if (tooMany) return tooMany;
  await house.marks.put({ person: by, kind: 'muted-thread', subject: found.thread, at: house.clock.now() });
  return accepted(null);
}

/** So many hashtags somebody shows on her profile. */
export const MOST_FEATURED_TAGS = 10;

/** Somebody shows a hashtag on her profile. */
export async function featureTag(
  house: Needs,
  { by, tag }: { readonly by: PersonIri; readonly tag: string },
): Promise<Result<null, 'no-such-tag' | Full>> {
  const name = readTag(tag);
  if (name === null) return refused('no-such-tag', 'This is no hashtag. It has letters, digits and “_” only.');
  const shown = await house.marks.of(by, ['featured-tag']);
  if (shown.length >= MOST_FEATURED_TAGS && !shown.some(({ subject }) => subject === tagKey(name))) {
    return refused('too-many', said`You show ${MOST_FEATURED_TAGS} hashtags already. Take one of them away first.`);
  }
  await house.marks.put({ person: by, kind: 'featured-tag', subject: tagKey(name), at: house.clock.now() });
  return accepted(null);
}

/** Somebody does not want somebody else suggested to her. Nobody is told. */
export async function suggestNoMore(
  house: Needs,
  { by, actor }: { readonly by: PersonIri; readonly actor: ActorIri },
): Promise<Result<null, Full>> {
  const tooMany = await full(house, by, 'not-suggested');
  if (tooMany) return tooMany;
  await house.marks.put({ person: by, kind: 'not-suggested', subject: actor, at: house.clock.now() });
  return accepted(null);
}

/**
 * Somebody puts away what was said until now among some people and herself. It stays where it stands; her apps list it
 * again when something more is said.
 */
export async function putConversationAway(
  house: Needs,
  { by, conversation }: { readonly by: PersonIri; readonly conversation: string },
): Promise<Result<null, Full>> {
  const tooMany = await full(house, by, 'conversation');
  if (tooMany) return tooMany;
  // A mark keeps the time at which it was first made.
  await house.marks.remove(by, 'conversation', conversation);
  await house.marks.put({ person: by, kind: 'conversation', subject: conversation, at: house.clock.now() });
  return accepted(null);
}

/** Takes away what she keeps; it may not have been there. */
export async function takeMarkAway(
  house: Needs,
  { by, kind, subject }: { readonly by: PersonIri; readonly kind: MarkKind; readonly subject: string },
): Promise<Result<null, never>> {
  await house.marks.remove(by, kind, subject);
  return accepted(null);
}
