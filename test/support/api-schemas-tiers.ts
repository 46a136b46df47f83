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
