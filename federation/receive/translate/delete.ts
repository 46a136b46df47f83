import { postIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { idOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';

/** `Delete` of a post by its author, or of the sender herself. One that comes before its Create is remembered. */
export const remove: Translate = async ({ actions, posts }, { sender, json }) => {
  const id = idOf(memberOf(json, 'object'));
  if (id === undefined) return 'refused: a Delete of nothing';
  if (id === sender) {
    await actions.leftForGood(sender);
    return 'done: left for good';
  }
  const post = await posts.byIri(postIri(id));
  if (post === null && !sameOrigin(id, sender)) return 'refused: not of its origin';
  if (post !== null && post.author !== sender) return 'refused: not by its author';
  await actions.deletedElsewhere({ post: postIri(id), by: sender });
  return 'done: deleted';
};
