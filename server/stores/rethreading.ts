import type { Collection, Filter } from 'mongodb';
import type { PostIri } from '../community/ids.ts';
import type { Posts } from '../ports/posts.ts';
import type { PostDocument } from './posts.ts';

/** Moves posts between threads. What they say, who sees them and where they are found stays. */
export function createRethreading(posts: Collection<PostDocument>): Pick<Posts, 'partThread' | 'joinThread'> {
  /** What answers a post, and what answers that, in some threads. */
  async function under(first: PostIri, threads: readonly PostIri[]): Promise<readonly PostIri[]> {
    const found = await posts
      .find({ thread: { $in: [...threads] } } as Filter<PostDocument>, { projection: { inReplyTo: 1 } })
      .toArray();
    const answers = Map.groupBy(
      found as readonly { readonly _id: PostIri; readonly inReplyTo?: PostIri }[],
      ({ inReplyTo }) => inReplyTo,
    );
    const all = new Set<PostIri>([first]);
    for (const iri of all) for (const { _id } of answers.get(iri) ?? []) all.add(_id);
    return [...all];
  }
  return {
    async partThread(from, first, title) {
      // Those that an earlier try has moved are found again.
      const moved = await under(first, [from, first]);
      await posts.updateMany({ _id: { $in: [...moved] } }, { $set: { thread: first } });
      await posts.updateOne({ _id: first, deletedAt: { $exists: false } }, { $set: { opening: true, title } });
    },
    async joinThread(from, into) {
      await posts.updateOne({ _id: from, poll: { $exists: false } }, { $set: { opening: false } });
      await posts.updateMany({ thread: from } as Filter<PostDocument>, { $set: { thread: into } });
    },
  };
}
