import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActivityIri, ActorIri, CommunityIri, SanctionId } from '../../../server/community/ids.ts';
import { type ActivityDocument, activity } from './activity.ts';

/**
 * A community lets somebody no longer take part: Lemmy's Block with a `target`, sent to its followers, who carry it out
 * on their servers, and to her own. `endTime` where it ends by itself; its Undo takes it back.
 *
 * @param time the how-manieth time this sanction takes effect, from 1 on
 */
export function banActivity({
  addresses,
  community,
  person,
  sanction,
  time,
  reason,
  until,
}: {
  readonly addresses: Pick<Addresses, 'activity' | 'followers'>;
  readonly community: CommunityIri;
  readonly person: ActorIri;
  readonly sanction: SanctionId;
  readonly time: number;
  readonly reason: string;
  readonly until?: Date | undefined;
}): ActivityDocument {
  const document = activity({
    id: banId(addresses, community, sanction, time),
    type: 'Block',
    actor: community,
    summary: reason,
    to: [addresses.followers(community)],
    cc: [person],
    audience: community,
    object: person,
  });
  return { ...document, target: community, ...(until === undefined ? {} : { endTime: until.toISOString() }) };
}

/** The id of the ban of a sanction, by which one that was sent is found again. */
export const banId = (
  addresses: Pick<Addresses, 'activity'>,
  community: CommunityIri,
  sanction: SanctionId,
  time: number,
): ActivityIri => addresses.activity('ban', community, sanction, String(time));
