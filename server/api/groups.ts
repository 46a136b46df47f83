import { numberOf } from '../community/numbers.ts';
import { pageBy, type Wanted } from './paging.ts';
import type { Telling } from './telling.ts';
import { TOLD_TYPES, type Told, type ToldType } from './told.ts';

/** What many can do towards one: told together, a day's worth of it. */
const GROUPED = ['favourite', 'reblog', 'follow'] as const satisfies readonly ToldType[];
export const ALL_GROUPED: ReadonlySet<ToldType> = new Set(GROUPED);

const DAY_MS = 24 * 60 * 60 * 1000;
const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS);

/**
 * What things that are told together have in common (Mastodon's `group_key`): the kind, the post, and the day, so that
 * it follows from each of them and is the same for ever. What stands for itself is called so, as Mastodon does.
 *
 * @param grouped the types that an app can show together
 */
export function groupKey({ type, about, at, number }: Told, grouped = ALL_GROUPED): string {
  if (!ALL_GROUPED.has(type) || !grouped.has(type)) return `ungrouped-${number}`;
  if (about === undefined || 'notice' in about) return `${type}-${dayOf(at)}`;
  return `${type}-${numberOf('iri' in about ? about.iri : about.post.iri)}-${dayOf(at)}`;
}

/** What a key says; `null` for what is none. */
export function readGroupKey(
  key: string,
): { readonly number: string } | { readonly type: ToldType; readonly day: number } | null {
  const alone = /^ungrouped-(\d{1,19})$/.exec(key)?.[1];
  if (alone !== undefined) return { number: alone };
  const [, name, day] = /^([a-z]+)(?:-\d{1,19})?-(\d{1,6})$/.exec(key) ?? [];
  const type = TOLD_TYPES.find((one) => one === name && ALL_GROUPED.has(one));
  return type === undefined ? null : { type, day: Number(day) };
}

/** Things that are told together, newest first. */
export interface Group {
  readonly key: string;
  readonly all: readonly Told[];
  /** Those of them that lie in the page. */
  readonly inPage: readonly Told[];
}

/** So many are looked through for one page, or for one group. */
const MOST_LOOKED_THROUGH = 2000;
const number = (one: Told): bigint => one.number;

/** Everything that has a key, newest first, as far as it is shown. */
export async function inGroup(telling: Telling, key: string, day: number): Promise<readonly Told[]> {
  return (await onDays(telling, day, day)).filter((one) => groupKey(one) === key);
}

async function onDays(telling: Telling, first: number, last: number): Promise<readonly Told[]> {
  const told = await telling.fetch({
    notBefore: new Date(first * DAY_MS),
    notAfter: new Date((last + 1) * DAY_MS - 1),
    oldestFirst: false,
    limit: MOST_LOOKED_THROUGH,
  });
  return told.filter(telling.isShown);
}

/**
 * A page of groups, newest first: each stands on the page of its newest part, and not again on those that follow. Asked
 * for what is newer, a group comes again when something was added to it.
 */
export async function groupsPage(
  telling: Telling,
  wanted: Wanted,
  grouped: ReadonlySet<ToldType>,
): Promise<{ readonly groups: readonly Group[]; readonly ends: readonly string[]; readonly isFull: boolean }> {
  const shownBefore = wanted.max === undefined ? new Set<string>() : await keysFrom(telling, wanted.max, grouped);
  for (let size = wanted.limit * 2; ; size *= 2) {
    const page = await pageBy({ ...wanted, limit: size }, number, telling.fetch, telling.isShown);
    const order = wanted.min === undefined ? page : page.toReversed();
    const groups = new Map<string, Told[]>();
    const passed: Told[] = [];
    for (const one of order) {
      const key = groupKey(one, grouped);
      if (!shownBefore.has(key) && !groups.has(key) && groups.size === wanted.limit) break;
      passed.push(one);
      if (!shownBefore.has(key)) groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    const isFull = passed.length < page.length;
    if (!isFull && page.length === size && size < MOST_LOOKED_THROUGH) continue;
    const ends = passed.toSorted((a, b) => (a.number < b.number ? 1 : -1)).map((one) => one.number.toString());
    return { groups: await whole(telling, groups, grouped), ends, isFull: isFull || page.length === size };
  }
}

/** Keys of what was told from a number on, on the same day: they stand on earlier pages. */
async function keysFrom(telling: Telling, max: bigint, grouped: ReadonlySet<ToldType>): Promise<ReadonlySet<string>> {
  const day = Math.floor(Number(max >> 20n) / DAY_MS);
  const told = (await onDays(telling, day, day)).filter((one) => one.number >= max);
  return new Set(told.map((one) => groupKey(one, grouped)));
}

async function whole(
  telling: Telling,
  inPage: ReadonlyMap<string, readonly Told[]>,
  grouped: ReadonlySet<ToldType>,
): Promise<readonly Group[]> {
  const days = [...inPage.values()].flat().map(({ at }) => dayOf(at));
  const together = days.length > inPage.size || [...inPage.keys()].some((key) => !key.startsWith('ungrouped-'));
  const around = together ? await onDays(telling, Math.min(...days), Math.max(...days)) : [];
  const all = Map.groupBy(around, (one) => groupKey(one, grouped));
  return [...inPage]
    .map(([key, some]) => ({ key, inPage: some.toSorted(byNewest), all: (all.get(key) ?? some).toSorted(byNewest) }))
    .toSorted((a, b) => byNewest(a.inPage[0] as Told, b.inPage[0] as Told));
}

const byNewest = (a: Told, b: Told): number => (a.number < b.number ? 1 : -1);
