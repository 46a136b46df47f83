import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActorIri, PostIri } from '../../../server/community/ids.ts';
import { type ActivityDocument, activity } from './activity.ts';

/**
 * Tells another server of a report about somebody there: from this server itself, as Mastodon does, so that nobody
 * there learns who reported. The account stands first, then her posts.
 *
 * @param report the report's id, which says nothing about who made it
 */
export function flagActivity({
  addresses,
  report,
  about,
  posts,
  content,
}: {
  readonly addresses: Pick<Addresses, 'activity' | 'server'>;
  readonly report: string;
  readonly about: ActorIri;
  readonly posts: readonly PostIri[];
  /** Plain text. */
  readonly content: string;
}): ActivityDocument {
  const document = activity({
    id: addresses.activity('flag', report),
    type: 'Flag',
    actor: addresses.server,
    to: [about],
    object: [about, ...posts],
  });
  return { ...document, content };
}
