import type { House } from '../../actions/house.ts';
import { isStanding } from '../../actions/own/unwanted-by.ts';
import type { ActorIri } from '../../community/ids.ts';
import { actorNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { hostOf } from '../../community/unwanted.ts';

/**
 * Mastodon's `Relationship`: following a community is being a member of it. Whether the other one mutes or blocks her
 * is the other's business: `blocked_by` is never told.
 */
export async function relationshipEntity(
  { follows, marks, clock }: Pick<House, 'follows' | 'marks' | 'clock'>,
  viewer: Person,
  other: ActorIri,
) {
  const host = hostOf(other);
  const [ours, theirs, kept] = await Promise.all([
    follows.get(viewer.iri, other),
    follows.get(other, viewer.iri),
    marks.about(viewer.iri, ['mute', 'block', 'note', 'domain'], [other, host]),
  ]);
  const now = clock.now();
  const mute = kept.find((mark) => mark.kind === 'mute' && isStanding(mark, now));
  const has = (kind: 'block' | 'domain') => kept.some((mark) => mark.kind === kind);
  return {
    id: actorNumber(other),
    following: ours?.state === 'accepted',
    showing_reblogs: ours?.state === 'accepted',
    notifying: false,
    languages: null,
    followed_by: theirs?.state === 'accepted',
    blocking: has('block'),
    blocked_by: false,
    muting: mute !== undefined,
    muting_notifications: mute?.notices === true,
    muting_expires_at: mute?.until?.toISOString() ?? null,
    requested: ours?.state === 'requested',
    requested_by: false,
    domain_blocking: has('domain'),
    endorsed: false,
    note: kept.find(({ kind }) => kind === 'note')?.text ?? '',
  };
}
