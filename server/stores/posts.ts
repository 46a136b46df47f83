import type { Collection, Db, Document } from 'mongodb';
import { z } from 'zod';
import { postKey } from '../community/addresses.ts';
import { tagKey } from '../community/hashtags.ts';
import type { ActivityIri, ActorIri, CommunityIri, PostIri } from '../community/ids.ts';
import { activityIri, actorIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { QUOTE_POLICIES } from '../community/quote.ts';
import { searchKeysOf } from '../community/search/words.ts';
import type { PostEdit, PostEffect, Posts } from '../ports/posts.ts';
import { checked, type FieldsOf, list, oneOf, pendingFields, text } from './fields.ts';
import { firstEffects, moreEffects } from './pending.ts';
import { countsSchema, NO_COUNTS, notCounted, readCounts, uncountedSchema } from './post-counts.ts';
import { AS_IT_WAS, editionSchema } from './post-editions.ts';
import {
  audienceSchema,
  detailsSchema,
  labelsSchema,
  pollSchema,
  quoteApprovalSchema,
  standingSchema,
  statementSchema,
} from './post-parts.ts';
import { createRethreading } from './rethreading.ts';
import { insertNew, literally, upserting } from './writing.ts';

const editFields = {
  title: text().exactOptional(),
  source: text().exactOptional(),
  editedAt: z.date().exactOptional(),
  updatedAt: z.date().exactOptional(),
  poll: pollSchema.exactOptional(),
  details: detailsSchema.exactOptional(),
  restrictions: list(statementSchema).exactOptional(),
  quotePolicy: oneOf(...QUOTE_POLICIES).exactOptional(),
  restatedAt: z.date().exactOptional(),
};

const postFields = {
  activity: text<ActivityIri>(),
  author: text<ActorIri>(),
  voice: text<ActorIri>().exactOptional(),
  community: text<CommunityIri>().exactOptional(),
  inReplyTo: text<PostIri>().exactOptional(),
  thread: text<PostIri>(),
  html: text(),
  audience: audienceSchema,
  to: list(text<ActorIri>()),
  home: z.literal(['here', 'elsewhere']),
  publishedAt: z.date(),
  receivedAt: z.date(),
  deletedAt: z.date().exactOptional(),
  lockedAt: z.date().exactOptional(),
  pinnedAt: z.date().exactOptional(),
  standing: standingSchema,
  labels: labelsSchema,
  quoteApproval: quoteApprovalSchema.exactOptional(),
  ...editFields,
} satisfies FieldsOf<Omit<Post, 'iri'>>;

export const postSchema = z.object({
  _id: text<PostIri>(),
  /** The short key of its page's address. */
  key: text(),
  /** Whether it stands in its community's timeline by itself: a first post, or a poll. */
  opening: z.boolean(),
  /** Its hashtags in one spelling each, by which they are found. */
  tags: list(text()).exactOptional(),
  /** By what it is looked up (`searchKeysOf`); absent from what was never looked through. */
  words: list(z.int32()).exactOptional(),
  /** Its words have not been looked through yet: that waits until nothing else does (`PostSearch.takeIn`). */
  wordless: z.literal(true).exactOptional(),
  ...postFields,
  /** As it was before it was changed, oldest first. */
  earlier: list(editionSchema).exactOptional(),
  /** When what it quotes may be looked up. */
  quoteCheckAt: z.date().exactOptional(),
  /** How often something was done to it (`PostCounting`); `uncounted` where that may be wrong. */
  counts: countsSchema.exactOptional(),
  uncounted: uncountedSchema.exactOptional(),
  ...pendingFields,
});
type FullDocument = z.infer<typeof postSchema>;

/** What stands for a post whose deletion came first: it must not come back. */
type BareTombstone = Pick<FullDocument, '_id' | 'key'> & { readonly deletedAt: Date };
type BuriedDocument = Omit<FullDocument, 'html'> & { readonly deletedAt: Date };
export type PostDocument = FullDocument | BuriedDocument | BareTombstone;

const editSchema = z.object({
  ...editFields,
  html: text().exactOptional(),
  standing: standingSchema.exactOptional(),
  labels: labelsSchema.exactOptional(),
  community: text<CommunityIri>().exactOptional(),
  audience: audienceSchema.exactOptional(),
  to: list(text<ActorIri>()).exactOptional(),
  activity: text<ActivityIri>().exactOptional(),
} satisfies FieldsOf<PostEdit>);

export const postCollection = (db: Db): Collection<PostDocument> => db.collection('posts');

/** Reads a post; a tombstone has an empty text. */
export function toPost(document: PostDocument): Post {
  if (!('author' in document)) return tombstoneOfUnknown(document);
  const {
    _id: iri,
    key,
    opening,
    tags,
    words,
    wordless,
    earlier,
    quoteCheckAt,
    counts,
    uncounted,
    pending,
    pendingAt,
    pendingLeased,
    pendingAttempts,
    ...rest
  } = document;
  const { pendingWhy, pendingFrom, ...post } = rest;
  const read: Post = { iri, html: '', ...post };
  openings.set(read, opening);
  return readCounts(read, document);
}

const openings = new WeakMap<Post, boolean>();

/** Whether a post that was read opens a thread: threads are parted and joined, so that nothing else of it says so. */
export const isOpening = (post: Post): boolean => openings.get(post) === true;

/** Nobody is known to have written it, so its own id stands for its author: nobody's, but safe to read. */
function tombstoneOfUnknown({ _id: iri, deletedAt }: BareTombstone): Post {
  return {
    iri,
    activity: activityIri(iri),
    author: actorIri(iri),
    thread: iri,
    html: '',
    audience: 'public',
    to: [],
    home: 'elsewhere',
    publishedAt: deletedAt,
    receivedAt: deletedAt,
    deletedAt,
    standing: { state: 'visible' },
    labels: [],
  };
}

export const toPostWork = (document: PostDocument) => ({
  post: toPost(document),
  effects: ('pending' in document ? (document.pending ?? []) : []) as readonly PostEffect[],
});

export function createPosts(
  posts: Collection<PostDocument>,
  wall: () => Date,
  { byIri, byNumber }: Pick<Posts, 'byIri' | 'byNumber'>,
): Posts {
  const one = async (filter: Parameters<typeof posts.findOne>[0]) => {
    const found = await posts.findOne(filter);
    return found === null ? null : toPost(found);
  };
  /** Sets a time that is not set yet, or takes it away. */
  const mark = async (iri: PostIri, name: 'lockedAt' | 'pinnedAt', at: Date | null): Promise<void> => {
    if (at === null) await posts.updateOne({ _id: iri }, { $unset: { [name]: 1 } });
    else await posts.updateOne({ _id: iri, [name]: { $exists: false } }, { $set: { [name]: at } });
  };
  /** What quotes something is looked up. */
  const checkingQuote = ({ details }: Pick<Post, 'details'>) =>
    details?.quote === undefined ? {} : { quoteCheckAt: wall() };
  /**
   * What is found by its words is found by those it has now. Between the two writes it may be found by too few, and is
   * never shown for what it no longer holds: whoever looks compares.
   */
  async function findAnew(iri: PostIri, edited: Parameters<typeof searchKeysOf>[0]): Promise<void> {
    const words = searchKeysOf(edited);
    const { html } = edited;
    await posts.updateOne({ _id: iri, html, deletedAt: { $exists: false } }, { $set: { words } });
  }
  return {
    byIri,
    byKey: (key) => one({ key }),
    byNumber,
    async add(added, pending) {
      const { iri, ...post } = added;
      const document = checked(postSchema, {
        _id: iri,
        key: postKey(iri),
        opening: post.inReplyTo === undefined || post.poll !== undefined,
        ...tagsOf(post),
        ...checkingQuote(post),
        wordless: true as const,
        ...(post.home === 'here' ? { counts: NO_COUNTS } : notCounted(wall())),
        ...post,
        ...firstEffects(pending, wall()),
      });
      if (!(await insertNew(posts, document))) return 'known';
      readCounts(added, document);
      return 'added';
    },
    async edit(iri, change, pending, { keepEarlier = false } = { keepEarlier: false }) {
      const fields = checked<PostEdit>(editSchema, change);
      const untitled = fields.title === '' ? [{ $unset: ['title'] }] : [];
      const tags = tagsOf(fields);
      const untagged = fields.details !== undefined && tags.tags === undefined ? [{ $unset: ['tags'] }] : [];
      const set = setting(literally({ ...fields, ...tags, ...checkingQuote(fields) }));
      const earlier = keepEarlier ? [AS_IT_WAS] : [];
      const update = [...earlier, ...set, ...untitled, ...untagged, ...moreEffects(pending, wall())];
      const { updatedAt } = fields;
      // Of two editions that come at once the later one stays, whichever is written last.
      const later = updatedAt === undefined ? {} : { updatedAt: { $not: { $gt: updatedAt } } };
      if (update.length === 0) return null;
      const filter = { _id: iri, deletedAt: { $exists: false }, ...later };
      const before = await posts.findOneAndUpdate(filter, update);
      if (before === null) return null;
      if (changesWords(change) && 'html' in before) {
        const { title = before.title, ...other } = fields;
        await findAnew(iri, { ...before, ...other, ...(title === undefined ? {} : { title }) });
      }
      return toPost(before);
    },
    async editions(iri) {
      const found = await posts.findOne({ _id: iri, deletedAt: { $exists: false } });
      return found !== null && 'earlier' in found ? (found.earlier ?? []) : [];
    },
    async claimQuoteCheck(now, until) {
      const due = { quoteCheckAt: { $lte: now }, deletedAt: { $exists: false } };
      const found = await posts.findOneAndUpdate(due, { $set: { quoteCheckAt: until } });
      return found === null ? null : toPost(found);
    },
    async quoteChecked(iri, { claim, approval }) {
      const kept = approval === undefined ? {} : { $set: { quoteApproval: checked(quoteApprovalSchema, approval) } };
      // Said anew in between, it is looked up again.
      await posts.updateOne({ _id: iri, quoteCheckAt: claim }, { ...kept, $unset: { quoteCheckAt: 1 } });
    },
    async takeStampBack(stamp, by) {
      const approved = { 'quoteApproval.stamp': stamp, 'quoteApproval.by': by };
      await posts.updateMany(approved, { $set: { 'quoteApproval.takenBack': true } });
    },
    async bury(iri, at, pending) {
      const update = [
        { $set: literally({ key: postKey(iri), deletedAt: at }) },
        {
          $unset: [
            'html',
            'source',
            'title',
            'poll',
            'details',
            'tags',
            'words',
            'wordless',
            'earlier',
            'quoteApproval',
            'quoteCheckAt',
            'quotePolicy',
            'restatedAt',
          ],
        },
        ...moreEffects(pending, wall()),
      ];
      // Buried already: the upsert finds its key taken, and the first tombstone stays.
      await upserting(() => posts.updateOne({ _id: iri, deletedAt: { $exists: false } }, update, { upsert: true }));
    },
    async release(iri, pending) {
      const update = [{ $set: literally({ standing: { state: 'visible' } }) }, ...moreEffects(pending, wall())];
      await posts.updateOne({ _id: iri, 'standing.state': 'held', deletedAt: { $exists: false } }, update);
    },
    lock: (iri, at) => mark(iri, 'lockedAt', at),
    pin: (iri, at) => mark(iri, 'pinnedAt', at),
    ...createRethreading(posts),
    async restore(iri, by) {
      const removed = { _id: iri, 'standing.state': 'removed', 'standing.by': by } as const;
      await posts.updateOne(removed, { $set: { standing: { state: 'visible' } } });
    },
  };
}

function tagsOf({ details }: Pick<Post, 'details'>): { tags?: readonly string[] } {
  const hashtags = details?.hashtags ?? [];
  return hashtags.length === 0 ? {} : { tags: [...new Set(hashtags.map(tagKey))] };
}

const setting = (fields: Document): Document[] => (Object.keys(fields).length === 0 ? [] : [{ $set: fields }]);

/** How a poll stands is no word of it. */
const changesWords = (change: PostEdit): boolean =>
  (['html', 'title', 'details'] as const).some((name) => change[name] !== undefined);
