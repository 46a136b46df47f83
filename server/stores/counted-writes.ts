import type { Collection, Db } from 'mongodb';
import type { PostIri } from '../community/ids.ts';
import type { Stores } from '../ports/index.ts';
import type { CountedWrites } from '../ports/post-counts.ts';
import type { Reaction } from '../ports/posts.ts';
import type { ReactionDocument } from './reactions.ts';

type Written = Pick<Stores, 'posts' | 'reactions'>;

/**
 * The same ports, and whatever changes how often something was done to a post is written as `CountedWrites` wants it.
 * Here stands everything that does: likes, dislikes (which take a like's place), boosts, and answers as everybody sees
 * them.
 */
export function countedWrites<Ports extends Written>(stores: Ports, db: Db, { around }: CountedWrites): Ports {
  return {
    ...stores,
    posts: countedAnswers(stores.posts, db, around),
    reactions: counted(stores.reactions, db, around),
  };
}

function countedAnswers(posts: Stores['posts'], db: Db, around: CountedWrites['around']): Stores['posts'] {
  const all: Collection<{ _id: PostIri; inReplyTo?: PostIri }> = db.collection('posts');
  /** What it answers is counted anew. */
  async function answering<Answer>(iri: PostIri, write: () => Promise<Answer>): Promise<Answer> {
    const found = await all.findOne({ _id: iri }, { projection: { inReplyTo: 1 } });
    return around(found?.inReplyTo === undefined ? [] : [found.inReplyTo], write);
  }
  return {
    ...posts,
    add: (post, pending) =>
      around(post.inReplyTo === undefined ? [] : [post.inReplyTo], () => posts.add(post, pending)),
    edit(iri, change, ...how) {
      const write = () => posts.edit(iri, change, ...how);
      const isSeenByOthers = change.standing !== undefined || change.audience !== undefined;
      return isSeenByOthers ? answering(iri, write) : write();
    },
    bury: (iri, at, pending) => answering(iri, () => posts.bury(iri, at, pending)),
    release: (iri, pending) => answering(iri, () => posts.release(iri, pending)),
    restore: (iri, by) => answering(iri, () => posts.restore(iri, by)),
  };
}

function counted(reactions: Stores['reactions'], db: Db, around: CountedWrites['around']): Stores['reactions'] {
  const all: Collection<ReactionDocument> = db.collection('reactions');
  const on = ({ kind, post }: Pick<Reaction, 'kind' | 'post'>) => (kind === 'emoji' ? [] : [post]);
  return {
    ...reactions,
    add: (reaction) => around(on(reaction), () => reactions.add(reaction)),
    remove: (reaction) => around(on(reaction), () => reactions.remove(reaction)),
    async removeByActivity(actor, activity) {
      const found = await all.findOne({ actor, activity }, { projection: { kind: 1, post: 1 } });
      return around(found === null ? [] : on(found), () => reactions.removeByActivity(actor, activity));
    },
  };
}
