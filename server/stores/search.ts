import type { Collection, Document, Filter } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import { searchKeysOf } from '../community/search/words.ts';
import type { PostSearch, Sought } from '../ports/search.ts';
import type { FollowDocument } from './follows.ts';
import type { PostDocument } from './posts.ts';
import { toPost } from './posts.ts';
import { EVERYBODY, membershipsOf, NOT_DELETED, seenBy } from './seen-by.ts';
import { wanted } from './unwanted.ts';

type Where = Filter<PostDocument>;
/** A part of what is looked for that an index holds in the order of time. */
interface Lead {
  readonly where: Where;
  readonly hint: 'words' | 'author';
}

/** So many posts of the rarest lead are gone through. */
const MOST_LOOKED_THROUGH = 5000;
const AT_A_TIME = 50;
const MOST_TAKEN_IN = 200;

export function createPostSearch(posts: Collection<PostDocument>, follows: Collection<FollowDocument>): PostSearch {
  /** The rarest; of a single one nothing needs to be counted. */
  async function rarest(leads: readonly Lead[], time: Where): Promise<Lead | undefined> {
    if (leads.length < 2) return leads[0];
    const counts = await Promise.all(
      leads.map(async ({ where, hint }) => {
        return posts.countDocuments({ ...where, ...time } as Where, { limit: MOST_LOOKED_THROUGH, hint });
      }),
    );
    return leads[counts.indexOf(Math.min(...counts))];
  }

  return {
    async *find(sought, reader, unwanted) {
      const { keys, author, notAuthors } = sought;
      const leads: readonly Lead[] = [
        ...keys.map((key): Lead => ({ where: { words: key } as Where, hint: 'words' })),
        ...(author === undefined ? [] : [{ where: { author } as Where, hint: 'author' } as const]),
      ];
      const time = timeOf(sought);
      const lead = await rarest(leads, time);
      if (lead === undefined) return;
      const memberOf = await membershipsOf(follows, reader);
      const rest: Where[] = [
        ...(keys.length === 0 ? [] : [{ words: { $all: [...keys] } } as Where]),
        ...(author === undefined ? [] : [{ author } as Where]),
        ...(notAuthors.length === 0 ? [] : [{ author: { $nin: [...notAuthors] } } as Where]),
        NOT_DELETED,
        seenBy(reader, memberOf),
        inPlace(sought, reader),
        ...(unwanted === undefined ? [] : [wanted(unwanted) as Where]),
      ];
      const steps: Document[] = [
        { $match: { ...lead.where, ...time } },
        { $sort: { receivedAt: -1 } },
        { $limit: MOST_LOOKED_THROUGH },
        { $match: { $and: rest } },
        { $unset: 'words' },
      ];
      const found = posts.aggregate<PostDocument>(steps, { hint: lead.hint, batchSize: AT_A_TIME });
      for await (const document of found) yield toPost(document);
    },
    async takeIn() {
      const some = await posts
        .find({ wordless: true } as Where)
        .limit(MOST_TAKEN_IN)
        .toArray();
      if (some.length === 0) return 0;
      await posts.bulkWrite(some.map(takenIn) as never, { ordered: false });
      return some.length;
    },
  };
}

/** Not what was changed or deleted meanwhile: it comes again as it is then. */
function takenIn(document: PostDocument) {
  const { html = '', editedAt } = { ...document } as { html?: string; editedAt?: Date };
  const filter = { _id: document._id, html, editedAt: editedAt ?? { $exists: false } };
  const words = searchKeysOf(toPost(document));
  return { updateOne: { filter, update: { $set: { words }, $unset: { wordless: true } } } };
}

function timeOf({ notBefore, before, notAfter }: Sought): Where {
  const ends = {
    ...(notBefore === undefined ? {} : { $gte: notBefore }),
    ...(before === undefined ? {} : { $lt: before }),
    ...(notAfter === undefined ? {} : { $lte: notAfter }),
  };
  return Object.keys(ends).length === 0 ? {} : { receivedAt: ends };
}

/** Whose posts are looked through at all: `PostSearch` says why. */
function inPlace({ place, kept }: Sought, reader: PersonIri): Where {
  const own: Where[] = [{ author: reader }, { to: reader }, { _id: { $in: [...kept] } }];
  const inCommunities: Where = { community: { $exists: true } };
  if (place === 'public') return { ...inCommunities, ...EVERYBODY };
  return { $or: place === 'library' ? own : [...own, inCommunities] };
}
