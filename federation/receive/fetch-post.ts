import { type PostIri, postIri } from '../../server/community/ids.ts';
import { sameOrigin } from '../vocabulary/iri.ts';
import type { ReceiveContext } from './context.ts';
import { readPost } from './read-post.ts';
import { isVote } from './translate/create.ts';

type Needs = Pick<ReceiveContext, 'addresses' | 'fetchDocument' | 'meet' | 'actions' | 'posts'>;

/**
 * Brings in a public post that somebody here gave the address of, as its own origin states it.
 *
 * @returns its id, under which it is kept; `null` where there is none to be had, or none for everybody
 */
export async function fetchPost(context: Needs, address: string): Promise<PostIri | null> {
  const { addresses, fetchDocument, meet, actions, posts } = context;
  if (sameOrigin(address, addresses.origin)) return null;
  const known = await posts.byIri(postIri(address));
  if (known !== null) return known.iri;
  const document = await fetchDocument(address);
  if (!document.ok) return null;
  const post = readPost(document.value, `${address}#fetched`);
  if (post === undefined || !sameOrigin(post.author, post.iri)) return null;
  if ((await isVote(context, document.value)) || (await meet(post.author)) === null) return null;
  const received = await actions.receivePost(post, { from: 'address' });
  return received.ok && (received.value === 'kept' || received.value === 'known') ? post.iri : null;
}
