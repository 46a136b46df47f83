import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import { isAsk } from '../community/health/ask.ts';
import { month } from '../community/health/month.ts';
import { CELLS, type Counts, type Release } from '../community/health/release.ts';
import type { CommunityIri, Organisation } from '../community/ids.ts';
import type { NetworkHealth } from '../ports/health.ts';
import { checked, count, list, text } from './fields.ts';
import type { PostDocument } from './posts.ts';
import { toPost } from './posts.ts';
import { insertNew } from './writing.ts';

const counts = z.partialRecord(z.enum(CELLS), count);
// By list, since addresses have dots in them.
const places = list(z.object({ community: text<CommunityIri>(), counts }));
const network = <Name extends string>() =>
  z.object({
    knots: list(z.object({ name: text<Name>(), people: count })),
    ties: list(z.object({ one: text<Name>(), other: text<Name>(), people: count })),
  });

export const releaseSchema = z.object({
  /** The month. */
  _id: text(),
  server: counts,
  open: places,
  closed: places,
  organisations: network<Organisation>(),
  communities: network<CommunityIri>(),
});
type ReleaseDocument = z.infer<typeof releaseSchema>;

/** The newest; older ones have come to an end, or nobody counts on it. */
const MOST_PROBLEMS = 1_000;

/** What stands for all who read in a community. */
const openly = (membersOnly: boolean) => ({
  audience: membersOnly ? { $in: ['public', 'members'] as const } : ('public' as const),
  deletedAt: { $exists: false },
  'standing.state': 'visible' as const,
});

export function createNetworkHealth(db: Db, posts: Collection<PostDocument>): NetworkHealth {
  const releases: Collection<ReleaseDocument> = db.collection('healthReleases');
  return {
    async posts(community, { from, before, membersOnly }) {
      const found = posts
        .find({
          community,
          receivedAt: { $gte: from, $lt: before },
          ...openly(membersOnly),
        })
        .project<PostDocument>({ words: 0, earlier: 0, source: 0, restrictions: 0 })
        .sort({ receivedAt: 1, _id: 1 });
      const read = [];
      for await (const document of found) {
        const { iri, author, inReplyTo, thread, receivedAt, ...rest } = toPost(document);
        const about = inReplyTo === undefined ? {} : { inReplyTo };
        read.push({ iri, author, community, thread, receivedAt, ...about, ask: isAsk({ ...rest, ...about }) });
      }
      return read;
    },
    async problems(community, { before, membersOnly }) {
      const found = posts
        .find({
          community,
          tags: 'stickyproblem',
          opening: true,
          receivedAt: { $lt: before },
          ...openly(membersOnly),
        })
        .sort({ receivedAt: -1, _id: -1 })
        .limit(MOST_PROBLEMS);
      return (await found.toArray()).map(toPost);
    },
    async authorsOf(iris) {
      const found = await posts
        .find({ _id: { $in: [...iris] }, author: { $exists: true } })
        .project<PostDocument>({ author: 1 })
        .toArray();
      return new Map(found.flatMap((post) => ('author' in post ? [[post._id, post.author] as const] : [])));
    },
    async keep(release) {
      await insertNew(releases, checked(releaseSchema, toDocument(release)));
    },
    async last(limit) {
      const found = await releases.find().sort({ _id: -1 }).limit(limit).toArray();
      return found.map(toRelease).toReversed();
    },
    async lastMonth() {
      const [found] = await releases.find().project<{ _id: string }>({ _id: 1 }).sort({ _id: -1 }).limit(1).toArray();
      return found === undefined ? null : month(found._id);
    },
  };
}

const listed = (each: Readonly<Record<CommunityIri, Counts>>) =>
  Object.entries(each).map(([community, counts]) => ({ community: community as CommunityIri, counts }));

const named = (each: ReleaseDocument['open']): Readonly<Record<CommunityIri, Counts>> =>
  Object.fromEntries(each.map(({ community, counts }) => [community, counts as Counts]));

const toDocument = ({ month: _id, open, closed, ...rest }: Release): ReleaseDocument =>
  ({ _id, ...rest, open: listed(open), closed: listed(closed) }) as ReleaseDocument;

const toRelease = ({ _id, open, closed, ...rest }: ReleaseDocument): Release =>
  ({ month: month(_id), ...rest, open: named(open), closed: named(closed) }) as Release;
