import type { Addresses } from '../../../server/community/addresses.ts';
import type { CommunityIri } from '../../../server/community/ids.ts';
import { type ActivityDocument, activity } from './activity.ts';

/** A `Flag` that another server sent. */
export interface Flagged {
  readonly id: string;
  readonly actor: string;
  readonly objects: readonly string[];
  /** What it said. */
  readonly text: string;
}

/**
 * A report was dealt with: Lemmy's `Resolve` of the `Flag`, which stands whole inside it, towards the community that it
 * was sent to. Lemmy's `Flag` names one thing, and its words are the `summary`. It names who reported: for that
 * server's own inbox alone.
 *
 * @param edition tells this one from a later one of the same report: the entry of the decision
 */
export function resolveActivity({
  addresses,
  community,
  flag: { id, actor, objects, text },
  edition,
}: {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly community: CommunityIri;
  readonly flag: Flagged;
  readonly edition: string;
}): ActivityDocument {
  const addressed = { to: [community], audience: community };
  const [only] = objects;
  return activity({
    id: addresses.activity('resolve', community, id, edition),
    type: 'Resolve',
    actor: community,
    ...addressed,
    object: {
      id,
      type: 'Flag',
      actor,
      ...addressed,
      object: objects.length === 1 && only !== undefined ? only : objects,
      summary: text,
    },
  });
}
