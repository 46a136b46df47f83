import { actorIri, postIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { ACTOR_TYPES } from '../../vocabulary/names.ts';
import { idOf, isOneOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';
import { readPost } from '../read-post.ts';
import { authorOf, trustedObject } from '../trusted-object.ts';
import { isVote, takePost } from './create.ts';

/**
 * `Update` of a profile by itself, or of a post by its author, whom we know from the post as it was kept (ORI-03). One
 * that overtook its Create brings the post in; the Create that comes late then finds it known (DAT-09).
 */
export const update: Translate = async (context, activity) => {
  const { addresses, fetchDocument, actions, posts, meet } = context;
  const { iri, sender, json } = activity;
  const value = memberOf(json, 'object');
  const id = idOf(value);
  if (id === undefined || sameOrigin(id, addresses.origin)) return 'refused: an Update of nothing, or of ours';
  if (id === sender)
    return (await meet(sender, { again: true })) === null ? 'refused: the sender cannot be met' : 'done: profile';
  const before = await posts.byIri(postIri(id));
  // Nobody writes at another server than her own: nothing is fetched to be told so (FEP-fe34).
  if (before === null && !sameOrigin(id, sender)) return 'ignored: not a post known here';
  if (before !== null && before.author !== sender) return 'refused: not by its author';
  const trusted = await trustedObject({ value, sender, fetchDocument, localOrigin: addresses.origin });
  if (!trusted.ok) return `refused: ${trusted.refusal.code}`;
  const object = trusted.value;
  if (isOneOf(object, ACTOR_TYPES) !== undefined) return 'refused: another actor';
  if (authorOf(object) !== sender) return 'refused: not by its sender';
  if (before === null)
    return (await isVote(context, object)) ? 'ignored: a vote is cast once' : takePost(context, activity, object);
  const post = readPost(object, iri, memberOf(json, '@context'));
  if (post === undefined) return 'ignored: not a post';
  await actions.editedElsewhere({ post, by: actorIri(sender) });
  return 'done: edited';
};
