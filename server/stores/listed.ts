import type { Filter } from 'mongodb';
import type { CommunityIri } from '../community/ids.ts';
import type { Listed } from '../community/listing.ts';
import type { PostDocument } from './posts.ts';
import { EVERYBODY, SHOWN_TO_ALL } from './seen-by.ts';

type Where = Filter<PostDocument>;

/** What posts a list of a client app is made of, as the database is asked for them. */
export function listed(of: Listed): Where {
  if ('public' in of) return { ...EVERYBODY, ...(of.public === 'here' ? { home: 'here' } : SHOWN_TO_ALL) };
  if ('author' in of) {
    const { author, withFiles, ofTag } = of;
    const files: Where = {
      ...(withFiles ? { 'details.attachments': { $exists: true } } : {}),
      ...(ofTag === undefined ? {} : { tags: ofTag }),
    };
    // A community's page shows what was opened in it.
    return of.replies
      ? { author, ...files }
      : {
          $or: [
            { author, inReplyTo: { $exists: false } },
            { community: author as CommunityIri, opening: true },
          ],
          ...files,
        };
  }
  if ('tagged' in of) {
    const { tagged, all, none, here } = of;
    const tags: Where[] = [{ tags: { $in: [...tagged] } }, ...all.map((tag) => ({ tags: tag }))];
    return { $and: [...tags, { tags: { $nin: [...none] } }, EVERYBODY, ...(here ? [{ home: 'here' } as Where] : [])] };
  }
  const { communities, authors, followed = [], answers, tags = [] } = of;
  const first: Where = { inReplyTo: { $exists: false } };
  const shown = answers === undefined ? [] : answers === 'none' ? [first] : [first, { to: { $in: [...answers] } }];
  const among: Where = { community: { $in: [...communities] }, ...(answers === 'none' ? first : {}) };
  const written: Where = { author: { $in: [...authors] }, ...(shown.length === 0 ? {} : { $or: shown }) };
  const ofThose = { author: { $in: [...followed] } };
  const byThose: readonly Where[] =
    followed.length === 0
      ? []
      : [
          { ...ofThose, opening: true },
          { ...ofThose, to: { $in: [...authors] } },
        ];
  const withTags: readonly Where[] = tags.length === 0 ? [] : [{ tags: { $in: [...tags] }, ...EVERYBODY } as Where];
  return { $or: [among, written, ...byThose, ...withTags] };
}
