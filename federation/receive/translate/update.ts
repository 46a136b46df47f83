import { actorIri, postIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { ACTOR_TYPES } from '../../vocabulary/names.ts';
import { idOf, isOneOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';
import { readPost } from '../read-post.ts';
import { authorOf, trustedObject } from '../trusted-object.ts';

/** `Update` of a profile by itself, or of a post by its author, whom we know from the post as it was kept (ORI-03). */
export const update: Translate = async (context, { iri, sender, json }) => {
  const { addresses, fetchDocument, actions, posts, meet } = context;
  const value = memberOf(json, 'object');
  const id = idOf(value);
  if (id === undefined || sameOrigin(id, addresses.origin)) return 'refused: an Update of nothing, or of ours';
  if (id === sender)
    return (await meet(sender, { again: true })) === null ? 'refused: the sender cannot be met' : 'done: profile';
  const before = await posts.byIri(postIri(id));
  if (before === null) return 'ignored: not a post known here';
  if (before.author !== sender) return 'refused: not by its author';
  const trusted = await trustedObject({ value, sender, fetchDocument, localOrigin: addresses.origin });
  if (!trusted.ok) return `refused: ${trusted.refusal.code}`;
  if (isOneOf(trusted.value, ACTOR_TYPES) !== undefined) return 'refused: another actor';
  if (authorOf(trusted.value) !== sender) return 'refused: not by its sender';
  const post = readPost(trusted.value, iri);
  if (post === undefined) return 'ignored: not a post';
  await actions.editedElsewhere({ post, by: actorIri(sender) });
  return 'done: edited';
};
