import { createHash } from 'node:crypto';
import type { ActorIri, CommunityIri, PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { toldAs, type Words } from '../community/said.ts';
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
  readonly text: Words;
  readonly link?: string;
  readonly inReplyTo?: string;
}

/** An id that makes two tellings of the same thing one. */
export const noticeId = (...about: readonly string[]): string =>
  createHash('sha256').update(about.join('\n')).digest('base64url').slice(0, 27);

/** Tells a person something on behalf of a community: on her page if she is of this server, else by a direct message. */
export async function tell(house: Needs, { about, text, ...telling }: Telling): Promise<void> {
  const id = noticeId(telling.kind, telling.from, telling.to, ...about);
  await house.notices.add({ ...telling, ...toldAs(text), id, at: house.clock.now() });
  house.wake();
}

/** Keeps a direct message from elsewhere for its reader here. */
export async function keepMessage(house: Needs, { post, to }: { post: Post; to: PersonIri }): Promise<void> {
  await house.notices.add({
    id: noticeId('message', post.iri, to),
    to,
    from: post.author,
    kind: 'message',
    text: plainText(post.html),
    at: post.receivedAt,
    post: post.iri,
    ...(post.inReplyTo === undefined ? {} : { inReplyTo: post.inReplyTo }),
  });
}
