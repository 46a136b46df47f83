import type { Addresses } from '../../../server/community/addresses.ts';
import type { CommunityIri, PostIri } from '../../../server/community/ids.ts';
import { type ActivityDocument, type Addressed, activity } from './activity.ts';

/**
 * A community takes a post of somebody out of what it has passed on, for a while: a Delete by the community with a
 * `summary`, which tells Lemmy and its kin that the rules removed it, not its author (FEP-1b12, fediverse.md §2). The
 * post stays at its own server. Its Undo brings it back.
 *
 * @param time the how-manieth time this happens to this post, from 1 on
 */
export function removalActivity({
  addresses,
  community,
  post,
  reason,
  time,
  ...addressed
}: Addressed & {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly community: CommunityIri;
  readonly post: PostIri;
  readonly reason: string;
  readonly time: number;
}): ActivityDocument {
  return activity({
    id: removalId(addresses, post, time),
    type: 'Delete',
    actor: community,
    summary: reason,
    ...addressed,
    audience: community,
    object: post,
  });
}

/** The id of the removal of a post, by which one that was sent is found again. */
export const removalId = (addresses: Pick<Addresses, 'activity'>, post: PostIri, time: number) =>
  addresses.activity('remove', post, String(time));
