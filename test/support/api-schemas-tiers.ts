import { z } from 'zod';

/**
 * What Mastodon's documentation says of these entities (docs.joinmastodon.org/entities, read for 4.5): every field of
 * its type, and no field that is not there.
 */

const id = z.string().regex(/^\d{1,19}$/);
const time = z.iso.datetime({ precision: 3 });
const account = z.looseObject({ id, acct: z.string().min(1), url: z.url() });
const status = z.looseObject({ id, content: z.string(), account });

export const statusEditEntity = z.strictObject({
  content: z.string(),
  spoiler_text: z.string(),
  sensitive: z.boolean(),
  created_at: time,
  account,
  poll: z.strictObject({ options: z.array(z.strictObject({ title: z.string() })) }).nullable(),
  media_attachments: z.array(z.looseObject({ id, type: z.string() })),
  emojis: z.array(z.looseObject({ shortcode: z.string() })),
});

export const statusSourceEntity = z.strictObject({ id, text: z.string(), spoiler_text: z.string() });

export const conversationEntity = z.strictObject({
  id,
  unread: z.boolean(),
  accounts: z.array(account).min(1),
  last_status: status,
});

export const markerEntity = z.strictObject({ last_read_id: id, version: z.int().min(0), updated_at: time });

const toldType = z.enum(['mention', 'favourite', 'reblog', 'follow', 'poll', 'update', 'quote']);

export const groupedNotificationsResults = z.strictObject({
  accounts: z.array(account),
  partial_accounts: z
    .array(
      z.strictObject({
        id,
        acct: z.string().min(1),
        url: z.url(),
        avatar: z.url(),
        avatar_static: z.url(),
        locked: z.boolean(),
        bot: z.boolean(),
      }),
    )
    .optional(),
  statuses: z.array(status),
  notification_groups: z.array(
    z.strictObject({
      group_key: z.string().min(1),
      notifications_count: z.int().min(1),
      type: toldType,
      most_recent_notification_id: id,
      page_min_id: id.optional(),
      page_max_id: id.optional(),
      latest_page_notification_at: time.optional(),
      sample_account_ids: z.array(id).min(1),
      status_id: id.optional(),
    }),
  ),
});

const summary = z.strictObject({
  pending_requests_count: z.int().min(0),
  pending_notifications_count: z.int().min(0),
});
const hearing = z.enum(['accept', 'filter', 'drop']);
export const notificationPolicyEntity = z.strictObject({
  for_not_following: hearing,
  for_not_followers: hearing,
  for_new_accounts: hearing,
  for_private_mentions: hearing,
  for_limited_accounts: hearing,
  summary,
});
export const olderNotificationPolicyEntity = z.strictObject({
  filter_not_following: z.boolean(),
  filter_not_followers: z.boolean(),
  filter_new_accounts: z.boolean(),
  filter_private_mentions: z.boolean(),
  summary,
});
/** The count is a text, as in the documentation's example. */
export const notificationRequestEntity = z.strictObject({
  id,
  created_at: time,
  updated_at: time,
  notifications_count: z.string().regex(/^\d+$/),
  account,
  last_status: status.optional(),
});

export const scheduledStatusEntity = z.strictObject({
  id,
  scheduled_at: time,
  params: z.strictObject({
    text: z.string(),
    poll: z.null(),
    media_ids: z.array(id).nullable(),
    sensitive: z.boolean().nullable(),
    spoiler_text: z.string().nullable(),
    visibility: z.enum(['public', 'unlisted', 'private', 'direct']).nullable(),
    in_reply_to_id: id.nullable(),
    quoted_status_id: id.nullable(),
    quote_approval_policy: z.enum(['public', 'followers', 'nobody']).nullable(),
    language: z.string().nullable(),
    application_id: z.int(),
    scheduled_at: z.null(),
    idempotency: z.string().nullable(),
    with_rate_limit: z.boolean(),
  }),
  media_attachments: z.array(z.looseObject({ id, type: z.string() })),
});

/** How often and when somebody wrote under it is not told here. */
export const featuredTagEntity = z.strictObject({
  id,
  name: z.string().min(1),
  url: z.url(),
  statuses_count: z.string().regex(/^\d+$/),
  last_status_at: z.null(),
});

export const suggestionEntity = z.strictObject({
  source: z.enum(['staff', 'past_interactions', 'global']),
  sources: z.array(
    z.enum(['featured', 'most_followed', 'most_interactions', 'similar_to_recently_followed', 'friends_of_friends']),
  ),
  account,
});

export const familiarFollowersEntity = z.strictObject({ id, accounts: z.array(account) });

const quoteState = z.enum([
  'pending',
  'accepted',
  'rejected',
  'revoked',
  'deleted',
  'unauthorized',
  'blocked_account',
  'blocked_domain',
  'muted_account',
]);
export const shallowQuoteEntity = z.strictObject({ state: quoteState, quoted_status_id: id.nullable() });
export const quoteEntity = z.strictObject({
  state: quoteState,
  quoted_status: status.extend({ quote: shallowQuoteEntity.nullable() }).nullable(),
});
