import { z } from 'zod';

/**
 * What Mastodon's documentation says of these entities (docs.joinmastodon.org/entities, read for 4.2 to 4.5): every
 * field of its type, and no field that is not there.
 */

const id = z.string().regex(/^\d{1,19}$/);
const time = z.iso.datetime({ precision: 3 });

/** With `languages`, `requested_by` (4.2) and `muting_expires_at`, which came later. */
export const relationshipEntity = z.strictObject({
  id,
  following: z.boolean(),
  showing_reblogs: z.boolean(),
  notifying: z.boolean(),
  languages: z.array(z.string()).nullable(),
  followed_by: z.boolean(),
  blocking: z.boolean(),
  blocked_by: z.boolean(),
  muting: z.boolean(),
  muting_notifications: z.boolean(),
  muting_expires_at: time.nullable(),
  requested: z.boolean(),
  requested_by: z.boolean(),
  domain_blocking: z.boolean(),
  endorsed: z.boolean(),
  note: z.string(),
});

const context = z.array(z.enum(['home', 'notifications', 'public', 'thread', 'account'])).min(1);
const foundFilter = z.strictObject({
  id,
  title: z.string().min(1),
  context,
  expires_at: time.nullable(),
  filter_action: z.enum(['warn', 'hide', 'blur']),
});

export const filterKeywordEntity = z.strictObject({ id, keyword: z.string().min(1), whole_word: z.boolean() });
export const filterStatusEntity = z.strictObject({ id, status_id: id });
export const filterEntity = foundFilter.extend({
  keywords: z.array(filterKeywordEntity),
  statuses: z.array(filterStatusEntity),
});
/** In a status Mastodon leaves the words of the filter out. */
export const filterResultEntity = z.strictObject({
  filter: foundFilter,
  keyword_matches: z.array(z.string()).min(1).nullable(),
  status_matches: z.array(id).min(1).nullable(),
});
export const olderFilterEntity = z.strictObject({
  id,
  phrase: z.string().min(1),
  context,
  whole_word: z.boolean(),
  expires_at: time.nullable(),
  irreversible: z.boolean(),
});

export const listEntity = z.strictObject({
  id,
  title: z.string().min(1),
  replies_policy: z.enum(['followed', 'list', 'none']),
  exclusive: z.boolean(),
});

/** An account in `GET /api/v1/mutes` says when the mute ends. */
export const mutedAccountEntity = z.looseObject({ id, acct: z.string(), mute_expires_at: time.nullable() });

/** `id` and `following` came later; nothing here counts uses, so `history` is empty. */
export const tagEntity = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  url: z.url(),
  history: z.array(z.never()),
  following: z.boolean().optional(),
});
