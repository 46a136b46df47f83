import type { ActorIri, CommunityIri, Digest, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Act } from '../governance/cases/case.ts';
import type { Evidence } from '../ports/evidence.ts';
import { hashOf } from '../record/canonical.ts';
import type { House } from './house.ts';

/** What the record keeps of an act: not the text, but its fingerprint. An edit is another act. */
export const evidenceOf = (post: Post): Digest => fingerprint({ ...post, post: post.iri, at: actAtOf(post) });

/** When a post, as it stands, was done here or first received: a claimed time could be set back. */
export const actAtOf = ({ editedAt, receivedAt }: Post): Date => editedAt ?? receivedAt;

/** Whether what is kept is what the record has the hash of. */
export const isGenuine = (evidence: Evidence): boolean => fingerprint(evidence) === evidence.hash;

function fingerprint(of: Omit<Evidence, 'hash' | 'community'>): Digest {
  return hashOf({ iri: of.post ?? null, author: of.author, title: of.title ?? null, html: of.html, at: of.at });
}

/** Keeps a post as it is now, so that a case about it goes by what was there, whatever becomes of the post. */
export async function keepPost(
  { evidence }: Pick<House, 'evidence'>,
  post: Post & { readonly community: CommunityIri },
): Promise<Act> {
  const hash = evidenceOf(post);
  const at = actAtOf(post);
  const { iri, author, title, html, community } = post;
  await evidence.keep({ hash, community, post: iri, author, html, at, ...(title === undefined ? {} : { title }) });
  return { post: iri, evidence: hash, actAt: at };
}

/** Keeps what somebody is said to have done other than by a post, in the words in which it was said. */
export async function keepWords(
  { evidence }: Pick<House, 'evidence'>,
  said: { readonly community: CommunityIri; readonly author: ActorIri; readonly html: string; readonly at: Date },
): Promise<Act> {
  const hash = fingerprint(said);
  await evidence.keep({ hash, ...said });
  return { evidence: hash, actAt: said.at };
}

/** The posts of acts. */
export const postsOf = (acts: readonly Act[]): readonly PostIri[] => acts.flatMap(({ post }) => post ?? []);
