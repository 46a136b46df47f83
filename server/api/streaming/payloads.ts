import type { Post } from '../../community/post.ts';
import { notificationEntities } from '../entities/notification.ts';
import { quoteApprovalOf } from '../entities/quote.ts';
import { type StatusEntity, statusEntityOf } from '../entities/status.ts';
import type { Told } from '../told.ts';
import type { View } from './view.ts';

type Needs = Parameters<typeof statusEntityOf>[0];

/**
 * A post that nobody can have done anything with yet, as JSON for each who sees it: made once, since only her filters,
 * whether it is hers, and whether she wants to be told no more of its thread make a difference. Where she may know more
 * of it than a stranger does, or it quotes what she may not want to see, it is made for her.
 */
export function freshStatus(house: Needs, post: Post): (view: View) => Promise<string> {
  let bare: Promise<StatusEntity> | undefined;
  let usual: string | undefined;
  return async (view) => {
    if (post.details?.quote !== undefined || post.quotePolicy === 'followers') return statusFor(house, post, view);
    bare ??= statusEntityOf(house, post, null);
    const status = await bare;
    const knowsParent = post.inReplyTo === undefined || status.in_reply_to_id !== null;
    if (!knowsParent) return statusFor(house, post, view);
    const [filtering, threads] = await Promise.all([view.filtering(), view.mutedThreads()]);
    const [filtered, isHers, muted] = [filtering(post), post.author === view.person.iri, threads.has(post.thread)];
    const untouched = { favourited: false, reblogged: false, muted, bookmarked: false };
    const quote_approval = quoteApprovalOf(post, view.person.iri, false);
    const poll = status.poll === null ? null : { ...status.poll, voted: false, own_votes: [] };
    const make = () =>
      JSON.stringify({ ...status, poll, quote_approval, ...untouched, ...(isHers ? { pinned: false } : {}), filtered });
    if (isHers || muted || filtered.length > 0) return make();
    usual ??= make();
    return usual;
  };
}

/** A post as JSON, with what is between it and her. */
export const statusFor = async (house: Needs, post: Post, { person }: View): Promise<string> =>
  JSON.stringify(await statusEntityOf(house, post, person));

/** What she is told, as JSON; `null` when what it is about is gone. */
export async function notificationFor(house: Needs, told: Told, { person }: View): Promise<string | null> {
  const [entity] = await notificationEntities(house, [told], person);
  return entity === undefined ? null : JSON.stringify(entity);
}
