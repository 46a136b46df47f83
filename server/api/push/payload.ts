import { plainText } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import type { Post } from '../../community/post.ts';
import { type AccountEntity, accountsOf } from '../entities/account.ts';
import { isSeen } from '../seen.ts';
import type { Told, ToldType } from '../told.ts';

/** What an app is told through a push service, as Mastodon says it: sealed on the way, and read by the app alone. */
export interface PushPayload {
  readonly access_token: string;
  readonly preferred_locale: string;
  readonly notification_id: string;
  readonly notification_type: ToldType;
  readonly icon: string;
  readonly title: string;
  readonly body: string;
}

type Needs = Pick<House, 'shownActors' | 'posts' | 'follows' | 'addresses'>;

export const LONGEST_TITLE = 100;
export const LONGEST_BODY = 140;
const LONGEST_ICON = 500;

/**
 * What is said of something; `null` where there is nothing to say any more. Of a text only what everybody may read
 * stands in it, because it lies on a locked screen: of anything else it says that there is something.
 */
export async function payloadOf(
  house: Needs,
  told: Told,
  { accessToken = '' }: { readonly accessToken?: string },
): Promise<PushPayload | null> {
  const post = await postOf(house, told);
  if (post === null) return null;
  const account = (await accountsOf(house, [told.from]))(told.from);
  return {
    access_token: accessToken,
    preferred_locale: 'en',
    notification_id: told.number.toString(),
    notification_type: told.type,
    icon: account.avatar.length <= LONGEST_ICON ? account.avatar : '',
    title: shortened(TITLES[told.type](account, told), LONGEST_TITLE),
    body: post === undefined ? '' : await bodyOf(house, post),
  };
}

/** As JSON. Apps read the number of a notification as a whole number of 64 bits, which JavaScript cannot write. */
export const asJson = ({ notification_id, ...rest }: PushPayload): string =>
  `{"notification_id":${BigInt(notification_id)},${JSON.stringify(rest).slice(1)}`;

export const nameOf = ({ display_name, username }: AccountEntity): string => display_name || username;

const TITLES: Readonly<Record<ToldType, (from: AccountEntity, told: Told) => string>> = {
  mention: (from, { about }) =>
    about !== undefined && 'notice' in about
      ? `${nameOf(from)} has a message for you`
      : `${nameOf(from)} mentioned you`,
  favourite: (from) => `${nameOf(from)} liked your post`,
  reblog: (from) => `${nameOf(from)} passed on your post`,
  follow: (from) => `${nameOf(from)} follows you now`,
  update: (from) => `${nameOf(from)} changed a post you passed on`,
  quote: (from) => `${nameOf(from)} quoted your post`,
  poll: (from) => `A vote you took part in has ended: ${nameOf(from)}`,
};

/** The post that it is about; `undefined` where it is about none, `null` where that is gone. */
export async function postOf(house: Needs, { about }: Told): Promise<Post | null | undefined> {
  if (about === undefined || 'notice' in about) return undefined;
  const post = await house.posts.byIri('post' in about ? about.post.iri : about.iri);
  return post === null || post.deletedAt !== undefined ? null : post;
}

/** What anybody may read of it: its title where it has one, and a warning in the place of what it warns of. */
export async function bodyOf(house: Needs, post: Post): Promise<string> {
  if (!(await isSeen(house, post, null))) return '';
  const { warning, sensitive } = post.details ?? {};
  if (warning !== undefined) return shortened(warning, LONGEST_BODY);
  return sensitive ? '' : shortened(post.title || plainText(post.html), LONGEST_BODY);
}

export function shortened(text: string, most: number): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}
