import { postIri } from '../../../server/community/ids.ts';
import { idOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';

/** `Like` of a post, by its id alone or with the post inside: counted once per person. */
export const like: Translate = async ({ actions }, { iri, sender, json, receivedAt }) => {
  const post = idOf(memberOf(json, 'object'));
  if (post === undefined) return 'refused: a Like of nothing';
  const kept = await actions.react({ actor: sender, post: postIri(post), kind: 'like', activity: iri, at: receivedAt });
  return kept === 'kept' ? 'done: liked' : 'ignored: not a post known here';
};
