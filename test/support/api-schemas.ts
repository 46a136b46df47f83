import { z } from 'zod';
import { filterResultEntity, tagEntity } from './api-schemas-own.ts';

/**
 * Mastodon's entities as its documentation has them (docs.joinmastodon.org/entities, read in 2026): every field that
 * there is in 4.2, which is what this server calls itself; those of later versions may be missing; no field that is not
 * documented. What somebody keeps for herself stands in `api-schemas-own.ts`.
 */

/** A snowflake: a decimal number below 2⁶³, as a text. */
export const id = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  .refine((text) => BigInt(text) < 1n << 63n, 'is below 2⁶³');
export const time = z.iso.datetime({ precision: 3 });
const url = z.url({ protocol: /^https?$/ });
const count = z.int().min(0);
const html = z.string();

export const errorEntity = z.strictObject({
  error: z.string().min(1),
  error_description: z.string().min(1).optional(),
  /** What is wrong with each field, when somebody signs up. */
  details: z.record(z.string(), z.array(z.strictObject({ error: z.string(), description: z.string() }))).optional(),
});
export const nothing = z.strictObject({});

export const customEmojiEntity = z.strictObject({
  shortcode: z.string().min(1),
  url,
  static_url: url,
  visible_in_picker: z.boolean(),
  category: z.string().nullable().optional(),
});

const field = z.strictObject({ name: z.string(), value: html, verified_at: time.nullable() });

export const accountEntity = z.strictObject({
  id,
  username: z.string().min(1),
  acct: z.string().min(1),
  url,
  uri: url,
  display_name: z.string(),
  note: html,
  avatar: url,
  avatar_static: url,
  header: url,
  header_static: url,
  locked: z.boolean(),
  fields: z.array(field),
  emojis: z.array(customEmojiEntity),
  bot: z.boolean(),
  group: z.boolean(),
  discoverable: z.boolean().nullable(),
  noindex: z.boolean().nullable().optional(),
  get moved() {
    return accountEntity.nullable().optional();
  },
  memorial: z.boolean().optional(),
  suspended: z.boolean().optional(),
  limited: z.boolean().optional(),
  created_at: time.endsWith('T00:00:00.000Z'),
  last_status_at: z.iso.date().nullable(),
  statuses_count: count,
  followers_count: count,
  following_count: count,
  roles: z.array(z.strictObject({ id: z.string(), name: z.string(), color: z.string() })).optional(),
  // 4.3 and 4.6
  indexable: z.boolean().optional(),
  hide_collections: z.boolean().nullable().optional(),
  avatar_description: z.string().optional(),
  header_description: z.string().optional(),
  show_media: z.boolean().optional(),
  show_media_replies: z.boolean().optional(),
  show_featured: z.boolean().optional(),
});

/** Herself, with what only she is told. */
export const credentialAccountEntity = accountEntity.extend({
  source: z.strictObject({
    note: z.string(),
    fields: z.array(field),
    privacy: z.enum(['public', 'unlisted', 'private', 'direct']),
    sensitive: z.boolean(),
    language: z.string().regex(/^([a-z]{2,3}(-[A-Za-z0-9]+)*)?$/),
    follow_requests_count: count,
    hide_collections: z.boolean().nullable(),
    discoverable: z.boolean().nullable(),
    indexable: z.boolean().optional(),
    quote_policy: z.enum(['public', 'followers', 'nobody']).optional(),
    attribution_domains: z.array(z.string()).optional(),
  }),
  role: z.strictObject({
    id: z.string(),
    name: z.string(),
    color: z.string(),
    permissions: z.string().regex(/^\d+$/),
    highlighted: z.boolean(),
    collection_limit: z.int().optional(),
  }),
});

export const mutedAccount = accountEntity.extend({ mute_expires_at: time.nullable() });

const size = z.strictObject({
  width: z.int().positive(),
  height: z.int().positive(),
  size: z.string().regex(/^\d+x\d+$/),
  aspect: z.number().positive(),
});
/** Of a film or a sound there is more. */
const measured = z.union([
  size,
  z.looseObject({ duration: z.number(), bitrate: z.int().optional() }),
  z.looseObject({ width: z.int(), height: z.int(), frame_rate: z.string() }),
]);

export const mediaEntity = z.strictObject({
  id,
  type: z.enum(['image', 'gifv', 'video', 'audio', 'unknown']),
  url: url.nullable(),
  preview_url: url.nullable(),
  remote_url: url.nullable(),
  meta: z
    .looseObject({
      original: measured.optional(),
      small: size.optional(),
      focus: z.strictObject({ x: z.number().min(-1).max(1), y: z.number().min(-1).max(1) }).optional(),
    })
    .nullable(),
  description: z.string().nullable(),
  blurhash: z.string().min(6).nullable(),
  preview_remote_url: url.nullable().optional(),
});

export const pollEntity = z.strictObject({
  id,
  expires_at: time.nullable(),
  expired: z.boolean(),
  multiple: z.boolean(),
  votes_count: count,
  voters_count: count.nullable(),
  options: z.array(z.strictObject({ title: z.string().min(1), votes_count: count.nullable() })).min(1),
  emojis: z.array(customEmojiEntity),
  voted: z.boolean().optional(),
  own_votes: z.array(z.int().min(0)).optional(),
});

/** A link that a post leads to. */
const cardEntity = z.looseObject({ url, title: z.string(), type: z.enum(['link', 'photo', 'video', 'rich']) });

const quoteEntity = z.looseObject({
  state: z.enum([
    'pending',
    'accepted',
    'rejected',
    'revoked',
    'deleted',
    'unauthorized',
    'blocked_account',
    'blocked_domain',
    'muted_account',
  ]),
});

export const statusEntity = z.strictObject({
  id,
  uri: z.string().min(1),
  created_at: time,
  account: accountEntity,
  content: html,
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
  sensitive: z.boolean(),
  spoiler_text: z.string(),
  media_attachments: z.array(mediaEntity),
  application: z.strictObject({ name: z.string().min(1), website: url.nullable() }).optional(),
  mentions: z.array(z.strictObject({ id, username: z.string().min(1), url, acct: z.string().min(1) })),
  tags: z.array(z.strictObject({ name: z.string().min(1), url })),
  emojis: z.array(customEmojiEntity),
  reblogs_count: count,
  favourites_count: count,
  replies_count: count,
  url: url.nullable(),
  in_reply_to_id: id.nullable(),
  in_reply_to_account_id: id.nullable(),
  get reblog() {
    return statusEntity.nullable();
  },
  poll: pollEntity.nullable(),
  card: cardEntity.nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .nullable(),
  text: z.string().nullable().optional(),
  edited_at: time.nullable(),
  favourited: z.boolean().optional(),
  reblogged: z.boolean().optional(),
  muted: z.boolean().optional(),
  bookmarked: z.boolean().optional(),
  pinned: z.boolean().optional(),
  filtered: z.array(filterResultEntity).optional(),
  // 4.5
  quotes_count: count.optional(),
  quote: quoteEntity.nullable().optional(),
  quote_approval: z.looseObject({ current_user: z.string() }).optional(),
});

/** As somebody sees it who is signed in: with what is between her and the post. */
export const ownView = statusEntity.required({
  favourited: true,
  reblogged: true,
  muted: true,
  bookmarked: true,
  filtered: true,
});

export const contextEntity = z.strictObject({ ancestors: z.array(statusEntity), descendants: z.array(statusEntity) });

export const statusEditEntity = z.strictObject({
  content: html,
  spoiler_text: z.string(),
  sensitive: z.boolean(),
  created_at: time,
  account: accountEntity,
  poll: z
    .strictObject({ options: z.array(z.strictObject({ title: z.string() })) })
    .nullable()
    .optional(),
  media_attachments: z.array(mediaEntity),
  emojis: z.array(customEmojiEntity),
  quote: quoteEntity.nullable().optional(),
});
export const statusSourceEntity = z.strictObject({ id, text: z.string(), spoiler_text: z.string() });

export const notificationEntity = z.strictObject({
  id,
  type: z.enum(['mention', 'status', 'reblog', 'follow', 'follow_request', 'favourite', 'poll', 'update', 'quote']),
  group_key: z.string().min(1).optional(),
  created_at: time,
  account: accountEntity,
  status: statusEntity.optional(),
});

export const applicationEntity = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  website: z.string().nullable(),
  scopes: z.array(z.string()).min(1),
  redirect_uris: z.array(z.string()).min(1),
  redirect_uri: z.string().min(1),
  vapid_key: z.string().optional(),
});
export const credentialApplicationEntity = applicationEntity.extend({
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  client_secret_expires_at: z.literal(0),
});
export const tokenEntity = z.strictObject({
  access_token: z.string().min(20),
  token_type: z.literal('Bearer'),
  scope: z.string().min(1),
  created_at: z.int().min(1_400_000_000).max(10_000_000_000),
});

export const reportEntity = z.strictObject({
  id: z.string().min(1),
  action_taken: z.boolean(),
  action_taken_at: time.nullable(),
  category: z.enum(['spam', 'legal', 'violation', 'other']),
  comment: z.string(),
  forwarded: z.boolean(),
  created_at: time,
  status_ids: z.array(id).nullable(),
  rule_ids: z.array(z.string().min(1)).nullable(),
  collection_ids: z.array(id).nullable().optional(),
  target_account: accountEntity,
});

export const searchEntity = z.strictObject({
  accounts: z.array(accountEntity),
  statuses: z.array(statusEntity),
  hashtags: z.array(tagEntity),
});

export const preferencesEntity = z.strictObject({
  'posting:default:visibility': z.enum(['public', 'unlisted', 'private', 'direct']),
  'posting:default:sensitive': z.boolean(),
  'posting:default:language': z.string().min(2).nullable(),
  'posting:default:quote_policy': z.enum(['public', 'followers', 'nobody']).optional(),
  'reading:expand:media': z.enum(['default', 'show_all', 'hide_all']),
  'reading:expand:spoilers': z.boolean(),
  'reading:autoplay:gifs': z.boolean().optional(),
});

export const familiarFollowersEntity = z.strictObject({ id, accounts: z.array(accountEntity) });
