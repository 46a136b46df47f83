import type { Collection, Db } from 'mongodb';
import type { PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Stores } from '../ports/index.ts';
import type { CountedWrites } from '../ports/post-counts.ts';
import type { Reaction } from '../ports/posts.ts';
import type { ReactionDocument } from './reactions.ts';

type Written = Pick<Stores, 'posts' | 'reactions'>;

/**
 * The same ports, and whatever changes how often something was done to a post is written as `CountedWrites` wants it.
 * Here stands everything that does: likes, dislikes (which take a like's place), boosts, and answers and quotes as
 * everybody sees them.
 */
export function countedWrites<Ports extends Written>(stores: Ports, db: Db, { around }: CountedWrites): Ports {
  return {
    ...stores,
    posts: countedPosts(stores.posts, db, around),
    reactions: counted(stores.reactions, db, around),
  };
}

type Concerning = Pick<Post, 'inReplyTo' | 'details'>;

const quotedIn = ({ details }: Concerning): readonly PostIri[] =>
  details?.quote === undefined ? [] : [details.quote.post];

/** What a post answers, and what it quotes. */
const concerned = (post: Concerning): readonly PostIri[] =>
  post.inReplyTo === undefined ? quotedIn(post) : [post.inReplyTo, ...quotedIn(post)];

function countedPosts(posts: Stores['posts'], db: Db, around: CountedWrites['around']): Stores['posts'] {
  const all: Collection<Concerning & Pick<Post, 'quoteApproval'> & { _id: PostIri }> = db.collection('posts');
  const projection = { inReplyTo: 1, 'details.quote.post': 1 };
  /** What it answers and quotes is counted anew. */
  async function changing<Answer>(
    iri: PostIri,
    write: () => Promise<Answer>,
    which: (post: Concerning) => readonly PostIri[] = concerned,
  ): Promise<Answer> {
    const found = await all.findOne({ _id: iri }, { projection });
    return around([...new Set(which(found ?? {}))], write);
  }
  return {
    ...posts,
    add: (post, pending) => around(concerned(post), () => posts.add(post, pending)),
    edit(iri, change, ...how) {
      const write = () => posts.edit(iri, change, ...how);
      const isSeenByOthers = change.standing !== undefined || change.audience !== undefined;
      if (!isSeenByOthers && change.details === undefined) return write();
      // Also what it quotes from now on.
      return changing(iri, write, (before) => [
        ...(isSeenByOthers ? concerned(before) : quotedIn(before)),
        ...quotedIn(change),
      ]);
    },
    bury: (iri, at, pending) => changing(iri, () => posts.bury(iri, at, pending)),
    release: (iri, pending) => changing(iri, () => posts.release(iri, pending)),
    restore: (iri, by) => changing(iri, () => posts.restore(iri, by)),
    quoteChecked: (iri, found) => changing(iri, () => posts.quoteChecked(iri, found), quotedIn),
    async takeStampBack(stamp, by) {
      const quoting = await all.find({ 'quoteApproval.stamp': stamp }, { projection }).toArray();
      return around([...new Set(quoting.flatMap(quotedIn))], () => posts.takeStampBack(stamp, by));
    },
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
