import type { House } from '../../actions/house.ts';
import { numberAt, postNumber } from '../../community/numbers.ts';
import type { ScheduledPost } from '../../ports/scheduled-posts.ts';
import { type MediaEntity, uploadEntity } from './media.ts';
import { noticeAsPost } from './notice.ts';

/** Mastodon's `ScheduledStatus`. */
export interface ScheduledStatusEntity {
  readonly id: string;
  readonly scheduled_at: string;
  /** What the app said; what it did not say is `null`. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly media_attachments: readonly MediaEntity[];
}

type Needs = Pick<House, 'addresses' | 'uploads' | 'posts' | 'notices'>;

export async function scheduledEntity(
  house: Needs,
  { iri, at, dueAt, written }: ScheduledPost,
): Promise<ScheduledStatusEntity> {
  const { text, visibility = null, inReplyTo, details = {}, uploads, quote, quotePolicy = null } = written;
  const [answered, quoted, pictures] = await Promise.all([
    inReplyTo === undefined ? messageIn(house, written) : house.posts.byIri(inReplyTo),
    quote === undefined ? null : house.posts.byIri(quote),
    Promise.all((uploads ?? []).map((id) => house.uploads.get(id))),
  ]);
  return {
    id: numberAt(at, iri).toString(),
    scheduled_at: dueAt.toISOString(),
    params: {
      text,
      poll: null,
      media_ids: uploads ?? null,
      sensitive: details.sensitive ?? null,
      spoiler_text: details.warning ?? null,
      visibility,
      in_reply_to_id: answered === null ? null : postNumber(answered),
      quoted_status_id: quoted === null ? null : postNumber(quoted),
      quote_approval_policy: quotePolicy,
      language: details.language ?? null,
      // Apps are named by texts here, and Mastodon's documentation says to pass over the number.
      application_id: 0,
      scheduled_at: null,
      idempotency: null,
      with_rate_limit: false,
    },
    media_attachments: pictures.flatMap((one) => (one === null ? [] : [uploadEntity(house, one)])),
  };
}

/** The message from elsewhere that it answers. */
async function messageIn(house: Needs, { message }: ScheduledPost['written']) {
  const notice = message === undefined ? null : await house.notices.get(message);
  return notice === null ? null : noticeAsPost(house, notice);
}

export const scheduledEntities = (house: Needs, posts: readonly ScheduledPost[]) =>
  Promise.all(posts.map((post) => scheduledEntity(house, post)));
