import { earlierEditions } from '../../actions/editions.ts';
import type { House } from '../../actions/house.ts';
import type { Person } from '../../community/person.ts';
import type { Edition, Post } from '../../community/post.ts';
import { type AccountEntity, accountsOf } from './account.ts';
import { attachmentEntity, type MediaEntity } from './media.ts';
import { contentOf, type EmojiEntity, emojiEntities } from './status.ts';

/** Mastodon's `StatusEdit`: a post as it was for a while, or is. */
export interface EditionEntity {
  readonly content: string;
  readonly spoiler_text: string;
  readonly sensitive: boolean;
  /** Since when it was like this. */
  readonly created_at: string;
  readonly account: AccountEntity;
  readonly poll: { readonly options: readonly { readonly title: string }[] } | null;
  readonly media_attachments: readonly MediaEntity[];
  readonly emojis: readonly EmojiEntity[];
}

/** Every edition of a post that was for whoever asks, oldest first; the last one is the post as it stands. */
export async function editionEntities(
  house: Pick<House, 'addresses' | 'shownActors' | 'posts' | 'follows'>,
  post: Post,
  viewer: Person | null,
): Promise<readonly EditionEntity[]> {
  const [earlier, accountOf] = await Promise.all([
    earlierEditions(house, post, viewer?.iri ?? null),
    accountsOf(house, [post.author]),
  ]);
  const account = accountOf(post.author);
  const standing: Edition = { ...post, at: post.editedAt ?? post.publishedAt };
  return [...earlier, standing].map((edition) => {
    const { details = {} } = edition;
    return {
      content: contentOf({ ...edition, home: post.home }),
      spoiler_text: details.warning ?? '',
      sensitive: details.sensitive === true || details.warning !== undefined,
      created_at: edition.at.toISOString(),
      account,
      // Nobody changes what a poll asks.
      poll: post.poll === undefined ? null : { options: post.poll.options.map((title) => ({ title })) },
      media_attachments: filesOf(post, edition),
      emojis: emojiEntities(details),
    };
  });
}

/** Files of an edition. A picture of this server's own is deleted when the post no longer has it, so it is not there. */
function filesOf(post: Post, { details }: Edition): readonly MediaEntity[] {
  const has = new Set((post.details?.attachments ?? []).map(({ here }) => here?.upload));
  return (details?.attachments ?? [])
    .filter(({ here }) => here === undefined || has.has(here.upload))
    .map((file, at) => attachmentEntity(post, file, at));
}
