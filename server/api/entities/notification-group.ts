import type { Person } from '../../community/person.ts';
import type { Group } from '../groups.ts';
import type { Told } from '../told.ts';
import { type AccountEntity, accountsOf } from './account.ts';
import { notificationEntities } from './notification.ts';
import type { StatusEntity } from './status.ts';

/** Of a group so many accounts are named, those who came last. */
const MOST_NAMED = 8;

/** Mastodon's `NotificationGroup`. */
interface NotificationGroupEntity {
  readonly group_key: string;
  readonly notifications_count: number;
  readonly type: Told['type'];
  readonly most_recent_notification_id: string;
  readonly page_min_id?: string;
  readonly page_max_id?: string;
  readonly latest_page_notification_at?: string;
  readonly sample_account_ids: readonly string[];
  readonly status_id?: string;
}

type PartialAccount = Pick<AccountEntity, 'id' | 'acct' | 'url' | 'avatar' | 'avatar_static' | 'locked' | 'bot'>;

/** Mastodon's `GroupedNotificationsResults`. */
export interface GroupsEntity {
  readonly accounts: readonly AccountEntity[];
  readonly partial_accounts?: readonly PartialAccount[];
  readonly statuses: readonly StatusEntity[];
  readonly notification_groups: readonly NotificationGroupEntity[];
}

type Needs = Parameters<typeof notificationEntities>[0];

/** @param how `pages`: with where each group lies in its page; `partly`: most accounts as pictures alone */
export async function groupsEntity(
  house: Needs,
  groups: readonly Group[],
  { viewer, pages, partly }: { readonly viewer: Person; readonly pages: boolean; readonly partly: boolean },
): Promise<GroupsEntity> {
  const newest = groups.map(({ all }) => all[0] as Told);
  const [told, accountOf] = await Promise.all([
    notificationEntities(house, newest, viewer),
    accountsOf(
      house,
      groups.flatMap(({ all }) => sample(all)),
    ),
  ]);
  const entityOf = new Map(told.map((entity) => [entity.id, entity]));
  // What is about a post that is gone is told no more.
  const shown = groups.flatMap((group) => {
    const entity = entityOf.get(String(group.all[0]?.number));
    return entity === undefined ? [] : [{ group, entity, accounts: sample(group.all).map(accountOf) }];
  });
  const first = byId(shown.flatMap(({ accounts }) => accounts.slice(0, 1)));
  const named = byId(shown.flatMap(({ accounts }) => accounts));
  return {
    accounts: partly ? [...first.values()] : [...named.values()],
    ...(partly ? { partial_accounts: [...named.values()].filter(({ id }) => !first.has(id)).map(partialAccount) } : {}),
    statuses: [...byId(shown.flatMap(({ entity }) => entity.status ?? [])).values()],
    notification_groups: shown.map(({ group, entity, accounts }) => ({
      group_key: group.key,
      notifications_count: group.all.length,
      type: entity.type,
      most_recent_notification_id: entity.id,
      ...(pages ? placeOf(group) : {}),
      sample_account_ids: accounts.map(({ id }) => id),
      ...(entity.status === undefined ? {} : { status_id: entity.status.id }),
    })),
  };
}

const sample = (all: readonly Told[]) => [...new Set(all.map(({ from }) => from))].slice(0, MOST_NAMED);

const byId = <Entity extends { readonly id: string }>(entities: readonly Entity[]): ReadonlyMap<string, Entity> =>
  new Map(entities.map((entity) => [entity.id, entity]));

function placeOf({ inPage }: Group) {
  const [newest, oldest] = [inPage[0] as Told, inPage.at(-1) as Told];
  return {
    page_min_id: oldest.number.toString(),
    page_max_id: newest.number.toString(),
    latest_page_notification_at: newest.at.toISOString(),
  };
}

const partialAccount = ({ id, acct, url, avatar, avatar_static, locked, bot }: AccountEntity): PartialAccount => ({
  id,
  acct,
  url,
  avatar,
  avatar_static,
  locked,
  bot,
});
