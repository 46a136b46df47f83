import { type ActorIri, actorIri, type PostIri, postIri } from '../../server/community/ids.ts';
import type { PostDetails, Quote } from '../../server/community/post.ts';
import type { FetchDocument } from '../fetch/document.ts';
import { parseIri, sameIri, sameOrigin } from '../vocabulary/iri.ts';
import { isPublic } from '../vocabulary/names.ts';
import { idOf, idsOf, isOneOf, type JsonObject, memberOf } from '../vocabulary/read.ts';

/** FEP-044f's name, and those that came before it (Fedibird, Misskey). */
const NAMES = ['quote', 'quoteUri', 'quoteUrl'] as const;

/** What a post quotes, and the stamp by which it may; the first of several. */
export function readQuote(object: JsonObject): Quote | undefined {
  const quoted = NAMES.map((name) => idOf(memberOf(object, name))).find((id) => parseIri(id) !== undefined);
  if (quoted === undefined || quoted.length > 2048 || quoted === idOf(object)) return undefined;
  const stamp = idOf(memberOf(object, 'quoteAuthorization'));
  const isItsServers = stamp !== undefined && stamp.length <= 2048 && sameOrigin(stamp, quoted);
  return { post: postIri(quoted), ...(isItsServers ? { stamp } : {}) };
}

/** What happens to anybody who quotes a post, as its author's server says it; of what it says of some people nothing is kept. */
export function readQuotable(object: JsonObject): PostDetails['quotable'] {
  const policy = memberOf(memberOf(object, 'interactionPolicy'), 'canQuote');
  const names = (list: string) => idsOf(memberOf(policy, list)).slice(0, 100).some(isPublic);
  if (names('automaticApproval')) return 'automatic';
  return names('manualApproval') ? 'manual' : undefined;
}

/** Reads a stamp where it lives: it must be about this very quote, and by somebody of its own server. */
export async function readStamp(
  fetchDocument: FetchDocument,
  stamp: string,
  { quoting, quoted }: { readonly quoting: PostIri; readonly quoted: PostIri },
): Promise<ActorIri | null> {
  const document = await fetchDocument(stamp);
  if (!document.ok || isOneOf(document.value, ['QuoteAuthorization']) === undefined) return null;
  const about = (name: string, post: PostIri) => {
    const id = idOf(memberOf(document.value, name));
    return id !== undefined && sameIri(id, post);
  };
  const by = idOf(memberOf(document.value, 'attributedTo'));
  if (by === undefined || !sameOrigin(by, stamp)) return null;
  return about('interactingObject', quoting) && about('interactionTarget', quoted) ? actorIri(by) : null;
}
