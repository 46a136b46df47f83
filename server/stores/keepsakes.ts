import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import { FILTER_ACTIONS, FILTER_CONTEXTS, type Filter } from '../community/filter.ts';
import type { ActorIri, PersonIri, PostIri } from '../community/ids.ts';
import type { FollowedFeed } from '../community/notebook/feed.ts';
import type { LookBack, Note, NoteLink } from '../community/notebook/note.ts';
import { HEARINGS, type NotificationPolicy } from '../community/notification-policy.ts';
import { type OwnList, REPLIES_POLICIES } from '../community/own-list.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Keepsake, Keepsakes } from '../ports/keepsakes.ts';
import type { FollowedFeeds } from '../ports/notebook.ts';
import { checked, count, type FieldsOf, list, oneOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

export const keepsakeSchema = z.object({
  /** `person id`: nobody reads another's by its number. */
  _id: text(),
  person: text<PersonIri>(),
  id: text(),
  kind: oneOf('filter', 'list', 'policy', 'note', 'feeds'),
  at: z.date(),
  revision: count,
  /** What it holds, as JSON: sealed with a key that is not in the database. */
  sealed: text(),
});
type KeepsakeDocument = z.infer<typeof keepsakeSchema>;

export const filterSchema = z.object({
  title: text(),
  context: list(oneOf(...FILTER_CONTEXTS)),
  action: oneOf(...FILTER_ACTIONS),
  expiresAt: z.coerce.date().exactOptional(),
  keywords: list(z.object({ id: text(), keyword: text(), wholeWord: z.boolean() })),
  posts: list(z.object({ id: text(), post: text<PostIri>() })),
} satisfies FieldsOf<Filter>);

export const ownListSchema = z.object({
  title: text(),
  replies: oneOf(...REPLIES_POLICIES),
  exclusive: z.boolean(),
  actors: list(text<ActorIri>()),
} satisfies FieldsOf<OwnList>);

const hearing = oneOf(...HEARINGS);
export const notificationPolicySchema = z.object({
  notFollowing: hearing,
  notFollowers: hearing,
  newAccounts: hearing,
  privateMentions: hearing,
  limitedAccounts: hearing,
} satisfies FieldsOf<NotificationPolicy>);

const noteLinkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post'), post: text<PostIri>() }),
  z.object({ kind: z.literal('address'), url: text() }),
]) satisfies z.ZodType<NoteLink>;

export const noteSchema = z.object({
  title: text(),
  text: text(),
  links: list(noteLinkSchema),
  tags: list(text()),
  changedAt: z.coerce.date(),
  lookBack: z.object({ at: z.coerce.date(), notice: z.boolean() } satisfies FieldsOf<LookBack>).exactOptional(),
  published: text<PostIri>().exactOptional(),
} satisfies FieldsOf<Note>);

export const followedFeedsSchema = z.object({
  feeds: list(z.object({ url: text(), title: text() } satisfies FieldsOf<FollowedFeed>)),
});

interface Kind<Content> {
  readonly kind: KeepsakeDocument['kind'];
  readonly schema: z.ZodType<Content>;
}

function createKeepsakes<Content>(db: Db, sealer: Sealer, { kind, schema }: Kind<Content>): Keepsakes<Content> {
  const kept: Collection<KeepsakeDocument> = db.collection('keepsakes');
  const idOf = (person: PersonIri, id: string) => `${person} ${id}`;
  const sealing = (_id: string, content: Content) =>
    sealer.seal(JSON.stringify(checked(schema, content)), `keepsake ${_id}`);
  const toKeepsake = ({ _id, person, id, at, revision, sealed }: KeepsakeDocument): Keepsake<Content> => ({
    person,
    id,
    at,
    revision,
    content: schema.parse(JSON.parse(sealer.unseal(sealed, `keepsake ${_id}`))),
  });
  return {
    async of(person) {
      return (await kept.find({ person, kind }).sort({ at: 1, _id: 1 }).toArray()).map(toKeepsake);
    },
    async get(person, id) {
      const found = await kept.findOne({ _id: idOf(person, id), kind });
      return found === null ? null : toKeepsake(found);
    },
    async add({ person, id, at, content }) {
      const _id = idOf(person, id);
      const sealed = sealing(_id, content);
      await insertNew(kept, checked(keepsakeSchema, { _id, person, id, kind, at, revision: 0, sealed }));
    },
    async change({ person, id, revision }, content) {
      const _id = idOf(person, id);
      const update = { $set: { sealed: sealing(_id, content), revision: revision + 1 } };
      return (await kept.updateOne({ _id, kind, revision }, update)).matchedCount === 1;
    },
    async forget(person) {
      await kept.deleteMany({ person, kind });
    },
    async remove(person, id) {
      return (await kept.deleteOne({ _id: idOf(person, id), kind })).deletedCount === 1;
    },
  };
}

export const createFilters = (db: Db, sealer: Sealer) =>
  createKeepsakes<Filter>(db, sealer, { kind: 'filter', schema: filterSchema });
export const createOwnLists = (db: Db, sealer: Sealer) =>
  createKeepsakes<OwnList>(db, sealer, { kind: 'list', schema: ownListSchema });
export const createNotificationPolicies = (db: Db, sealer: Sealer) =>
  createKeepsakes<NotificationPolicy>(db, sealer, { kind: 'policy', schema: notificationPolicySchema });
export const createNotes = (db: Db, sealer: Sealer) =>
  createKeepsakes<Note>(db, sealer, { kind: 'note', schema: noteSchema });
export const createFollowedFeeds = (db: Db, sealer: Sealer): FollowedFeeds =>
  createKeepsakes(db, sealer, { kind: 'feeds', schema: followedFeedsSchema });
