import type { PostIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { groupKey } from '../groups.ts';
import type { Told, ToldType } from '../told.ts';
import { type AccountEntity, accountsOf } from './account.ts';
import { noticeAsPost } from './notice.ts';
import { type StatusEntity, statusEntities } from './status.ts';

/** Mastodon's `Notification`. */
export interface NotificationEntity {
  readonly id: string;
  readonly type: ToldType;
  readonly created_at: string;
  readonly group_key: string;
  readonly account: AccountEntity;
  /** What it is about; a notice is shown as the message to her alone that it is to people elsewhere. */
  readonly status?: StatusEntity;
}

type Needs = Parameters<typeof statusEntities>[0];

/** What somebody is told, as notifications, in its order; without what is about a post that is gone. */
export async function notificationEntities(
  house: Needs,
  told: readonly Told[],
  viewer: Person,
): Promise<readonly NotificationEntity[]> {
  const posts = await postsOf(house, told);
  const standing = [...new Set(posts.filter((post) => post !== null))];
  const [accountOf, statuses] = await Promise.all([
    accountsOf(
      house,
      told.map(({ from }) => from),
    ),
    statusEntities(house, standing, viewer),
  ]);
  const statusOf = new Map(standing.map((post, at) => [post, statuses[at]]));
  return told.flatMap((one, at): NotificationEntity[] => {
    const { type, about, from, number } = one;
    const post = posts[at] ?? null;
    if (about !== undefined && post === null) return [];
    const status = post === null ? undefined : statusOf.get(post);
    const id = number.toString();
    return [
      {
        id,
        type,
        created_at: one.at.toISOString(),
        group_key: groupKey(one),
        account: accountOf(from),
        ...(status === undefined ? {} : { status }),
      },
    ];
  });
}

/** What each is about: a post that several are about is read, and written, once. */
function postsOf(house: Needs, told: readonly Told[]): Promise<readonly (Post | null)[]> {
  const reading = new Map<PostIri, Promise<Post | null>>();
  return Promise.all(
    told.map((one) => {
      const iri = one.about !== undefined && 'iri' in one.about ? one.about.iri : undefined;
      if (iri === undefined) return postOf(house, one);
      const post = reading.get(iri) ?? postOf(house, one);
      reading.set(iri, post);
      return post;
    }),
  );
}

async function postOf(house: Needs, { about }: Told): Promise<Post | null> {
  if (about === undefined) return null;
  if ('notice' in about) return noticeAsPost(house, about.notice);
  const post = 'post' in about ? about.post : await house.posts.byIri(about.iri);
  return post === null || post.deletedAt !== undefined ? null : post;
}
