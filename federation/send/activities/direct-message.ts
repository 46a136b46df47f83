import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActorIri, PostIri } from '../../../server/community/ids.ts';
import { OBJECT_CONTEXT } from '../../vocabulary/contexts.ts';
import { type ActivityDocument, activity } from './activity.ts';

/**
 * Tells one person something: a Create of a Note that is for her alone and mentions her, which Mastodon shows as a
 * private message. Never `cc`, never the followers.
 *
 * @param about what the message follows from; the same about the same is the same message
 * @param html the text, already safe HTML
 */
export function directMessage({
  addresses,
  from,
  to,
  about,
  html,
  published,
  inReplyTo,
}: {
  readonly addresses: Pick<Addresses, 'activity' | 'post'>;
  readonly from: ActorIri;
  readonly to: { readonly iri: ActorIri; readonly handle: string };
  readonly about: readonly string[];
  readonly html: string;
  readonly published: Date;
  readonly inReplyTo?: string | undefined;
}): ActivityDocument {
  const id = addresses.activity('message', from, to.iri, ...about);
  return activity(
    {
      id,
      type: 'Create',
      actor: from,
      published,
      to: [to.iri],
      object: {
        id: messagePost(addresses, id),
        type: 'Note',
        attributedTo: from,
        to: [to.iri],
        ...(inReplyTo !== undefined && { inReplyTo }),
        content: html,
        published: published.toISOString(),
        tag: [{ type: 'Mention', href: to.iri, name: to.handle }],
      },
    },
    OBJECT_CONTEXT,
  );
}

/** A message's id is an ordinary post's address, so that nothing but being kept as a direct post makes it readable. */
function messagePost(addresses: Pick<Addresses, 'post'>, activityId: string): PostIri {
  return addresses.post(activityId.slice(activityId.lastIndexOf('/') + 1));
}
