import type { PersonIri, PostIri } from '../community/ids.ts';
import { kindsIn, meantRelations } from '../community/kinds.ts';
import type { Post } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { PostEffect } from '../ports/posts.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';

const BY_TAGS = ['tried', 'corrects'] as const;

/** What follows from an answer whose hashtags say how it is related to what it answers. */
export function relating({ inReplyTo, details }: Pick<Post, 'inReplyTo' | 'details'>): readonly PostEffect[] {
  const kinds = inReplyTo === undefined ? [] : kindsIn(details?.hashtags);
  return kinds.some((kind) => kind === 'triedit' || kind === 'correction') ? ['relate'] : [];
}

/** Brings the relations of an answer in line with its hashtags; what others said about it stays. */
export async function relateByTags(house: Pick<House, 'posts' | 'relations'>, post: Post): Promise<void> {
  if (post.inReplyTo === undefined) return;
  const parent = await house.posts.byIri(post.inReplyTo);
  if (parent === null) return;
  const meant: readonly string[] = post.deletedAt === undefined ? meantRelations(post, parent) : [];
  const known = await house.relations.from([post.iri], BY_TAGS);
  for (const kind of BY_TAGS) {
    const ends = { from: post.iri, to: parent.iri, kind };
    const before = known.find((one) => one.kind === kind && one.to === parent.iri);
    if (meant.includes(kind)) await house.relations.add({ ...ends, by: post.author, at: post.receivedAt });
    else if (before?.by === post.author) await house.relations.remove(ends);
  }
}

type RelateRefusal = 'no-such-post' | 'not-yours';

/**
 * The author of a post puts an answer above it as a correction, or no longer: what others suggest stands there only
 * because she took it over. Said twice, it is said once.
 */
export async function takeCorrection(
  house: Pick<House, 'posts' | 'relations' | 'clock' | 'follows'>,
  ask: { readonly correction: PostIri; readonly by: PersonIri; readonly takes: boolean },
): Promise<Result<null, RelateRefusal>> {
  const correction = await house.posts.byIri(ask.correction);
  const corrected = correction?.inReplyTo === undefined ? null : await house.posts.byIri(correction.inReplyTo);
  if (correction === null || corrected === null || !(await maySee(house, correction, ask.by))) {
    return refused('no-such-post', 'This answer is gone, or answers nothing. Choose another one.');
  }
  if (corrected.author !== ask.by) {
    return refused('not-yours', 'Only who wrote a post decides what stands above it. Answer it to say what is wrong.');
  }
  const ends = { from: correction.iri, to: corrected.iri, kind: 'corrects' } as const;
  if (ask.takes) await house.relations.add({ ...ends, by: ask.by, at: house.clock.now() });
  else await house.relations.remove(ends);
  return accepted(null);
}

/**
 * The author of a post says which later one comes in its place, or none (`later` absent). The later one is in the same
 * community and anybody's, so that a thread can be gone on with by somebody else.
 */
export async function supersede(
  house: Pick<House, 'posts' | 'relations' | 'clock' | 'follows'>,
  ask: { readonly post: PostIri; readonly by: PersonIri; readonly later?: PostIri },
): Promise<Result<null, RelateRefusal | 'not-later'>> {
  const [post, later] = await Promise.all([
    house.posts.byIri(ask.post),
    ask.later === undefined ? null : house.posts.byIri(ask.later),
  ]);
  if (post === null || post.deletedAt) return refused('no-such-post', 'This post is gone.');
  if (post.author !== ask.by) return refused('not-yours', 'Only who wrote a post says what comes in its place.');
  const kind = 'superseded-by' as const;
  if (ask.later !== undefined) {
    const there = later !== null && later.community === post.community && (await maySee(house, later, ask.by));
    if (!there) return refused('no-such-post', 'There is no such post in this community. Copy the address of one.');
    if (later.receivedAt <= post.receivedAt) {
      return refused('not-later', 'That post is not later than this one. Name the one that comes in its place.');
    }
    await house.relations.add({ from: post.iri, to: later.iri, kind, by: ask.by, at: house.clock.now() });
  }
  for (const before of await house.relations.from([post.iri], [kind])) {
    if (before.to !== later?.iri) await house.relations.remove(before);
  }
  return accepted(null);
}
