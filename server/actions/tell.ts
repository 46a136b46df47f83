import { createHash } from 'node:crypto';
import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Notice } from '../ports/notices.ts';
import { plainText } from './content.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'notices' | 'clock' | 'wake'>;

/** Something to be told; `about` makes it one telling, however often it is said. */
export interface Telling {
  readonly to: ActorIri;
  readonly from: CommunityIri;
  readonly kind: Notice['kind'];
  readonly about: readonly string[];
  readonly text: string;
  readonly link?: string;
  readonly inReplyTo?: string;
}

/** Tells a person something on behalf of a community: on her page if she is of this server, else by a direct message. */
export async function tell(house: Needs, { about, ...telling }: Telling): Promise<void> {
  const key = createHash('sha256').update([telling.kind, telling.from, telling.to, ...about].join('\n'));
  await house.notices.add({ ...telling, id: key.digest('base64url').slice(0, 27), at: house.clock.now() });
  house.wake();
}

/** Keeps a direct message from elsewhere for its reader here. */
export async function keepMessage(house: Needs, { post, to }: { post: Post; to: PersonIri }): Promise<void> {
  const id = createHash('sha256').update(`message\n${post.iri}\n${to}`).digest('base64url').slice(0, 27);
  await house.notices.add({
    id,
    to,
    from: post.author,
    kind: 'message',
    text: plainText(post.html),
    at: post.receivedAt,
    ...(post.inReplyTo === undefined ? {} : { inReplyTo: post.inReplyTo }),
  });
}
