import { removalActivity, removalId } from '../../federation/send/activities/removal.ts';
import { undoActivity } from '../../federation/send/activities/undo.ts';
import { addressing } from '../../federation/vocabulary/objects/addressing.ts';
import type { ActivityIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { EventOf } from '../governance/events.ts';
import type { EntryHead } from '../record/entry.ts';
import { type EffectParts, surroundings } from './parts.ts';
import { passOn } from './posts.ts';

/** A post is held again and again only by edits; more than this nobody makes in earnest. */
const MOST_TIMES = 100;

/**
 * A rule takes a post out of sight that the community has passed on already, because of an edit or of reports: it tells its followers to take it
 * out (Announce of a Delete with a summary). One that was never passed on needs no word.
 */
export async function takeOut(parts: EffectParts, head: EntryHead, event: EventOf<'post-held'>): Promise<void> {
  const { post, cited, effect } = event.statement;
  const what = effect.do === 'hide' ? 'Hidden' : 'Held';
  await takeOutHeld(parts, head, post, `${what} under rule ${cited.rule}, version ${cited.version}.`);
}

/** The same for a post that is held, whatever entry says so. */
export async function takeOutHeld(parts: EffectParts, head: EntryHead, iri: PostIri, reason: string): Promise<void> {
  const { house } = parts;
  const post = await house.posts.byIri(iri);
  if (post === null || post.deletedAt || post.community !== head.community || !(await wasPassedOn(parts, post))) return;
  // What was released meanwhile is not taken out by an entry that is carried out late.
  if (post.standing.state !== 'held') return;
  const { time } = await lastRemoval(parts, post);
  await passOn(parts, post, await removalOf(parts, post, time, reason));
}

/** A sanction hides a post: where it was passed on, the community's followers are told to take it out. */
export async function takeOutHidden(parts: EffectParts, post: Post, reason: string): Promise<void> {
  if (!(await wasPassedOn(parts, post))) return;
  const { time, stands } = await lastRemoval(parts, post);
  if (!stands) await passOn(parts, post, await removalOf(parts, post, time, reason));
}

/** The hold is over: what took the post out is undone. */
export async function bringBack(parts: EffectParts, post: Post): Promise<void> {
  const { time, stands } = await lastRemoval(parts, post);
  if (!stands || post.community === undefined) return;
  const undone = await removalOf(parts, post, time, 'Held under a rule.');
  await passOn(parts, post, undoActivity({ addresses: parts.house.addresses, undone }));
}

async function removalOf(parts: EffectParts, post: Post, time: number, reason: string) {
  const { community } = post;
  if (community === undefined) throw new Error(`${post.iri} is in no community`);
  const { to, cc } = addressing(post, await surroundings(parts, post));
  return removalActivity({
    addresses: parts.house.addresses,
    community,
    post: post.iri,
    reason,
    time,
    to: to as readonly string[],
    cc: cc as readonly string[] | undefined,
  });
}

/** Ids follow from what they are about, so what was sent is known from what is kept of it. */
async function wasSent({ house }: EffectParts, community: string, announced: string): Promise<boolean> {
  const id = house.addresses.activity('announce-activity', community, announced);
  return (await house.activities.byIri(id)) !== null;
}

export const wasPassedOn = (parts: EffectParts, post: Post): Promise<boolean> =>
  wasSent(parts, post.community ?? '', post.activity);

/** The removal that stands, or the next one there may be. */
const lastRemoval = (parts: EffectParts, post: Post) =>
  lastOf(parts, post.community ?? '', (time) => removalId(parts.house.addresses, post.iri, time));

/** Of what a community announces and undoes again and again, what stands, or the next one there may be. */
export async function lastOf(
  parts: EffectParts,
  community: string,
  idAt: (time: number) => ActivityIri,
): Promise<{ time: number; stands: boolean }> {
  const { addresses } = parts.house;
  for (let time = 1; time < MOST_TIMES; time += 1) {
    if (!(await wasSent(parts, community, idAt(time)))) return { time, stands: false };
    if (!(await wasSent(parts, community, addresses.activity('undo', idAt(time))))) return { time, stands: true };
  }
  return { time: MOST_TIMES, stands: false };
}
