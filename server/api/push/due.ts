import type { House } from '../../actions/house.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { CommunityIri, PersonIri } from '../../community/ids.ts';
import { timeIn } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { ClaimedPush, PushProgress } from '../../ports/push.ts';
import { isHeard, TOLD_TYPES, type Told, toldIn } from '../told.ts';

/** What is written down as from one moment may be found a little later than what is from the next. */
const OVERLAP_MS = 60_000;
/** Older news are no news: they are in the app's list. What waited for quiet hours to end is not older by that. */
const LONGEST_AGO_MS = 24 * 60 * 60 * 1000;
/** So much is looked through at once. */
const MOST_TOLD = 200;

type Needs = Parameters<typeof toldIn>[0] & Parameters<typeof unwantedBy>[0] & Pick<House, 'notificationMarks'>;

/** What a subscription has not been sent yet. */
export interface Due {
  /** To be sent, oldest first: the latest so many. */
  readonly told: readonly Told[];
  /** How far it has come once these, and no others, are dealt with. */
  after(handled: readonly Told[]): Pick<PushProgress, 'since' | 'handled'>;
}

/**
 * What somebody is told since a subscription was last looked at, and wants to be told there.
 *
 * @param waitedMs so long it may have waited for quiet hours to end
 */
export async function dueFor(
  house: Needs,
  viewer: Person,
  { subscription, progress }: Pick<ClaimedPush, 'subscription' | 'progress'>,
  { most, waitedMs }: { readonly most: number; readonly waitedMs: number },
): Promise<Due> {
  const { alerts, policy } = subscription;
  const notBefore = earliest(progress, house.clock.now(), LONGEST_AGO_MS + waitedMs);
  const unwanted = await unwantedBy(house, viewer.iri, 'notices');
  const found = await toldIn(house, viewer, {
    types: new Set(TOLD_TYPES),
    stretch: { notBefore, oldestFirst: false, limit: MOST_TOLD },
    unwanted,
  });
  const known = new Set(progress.handled);
  const fresh = found.filter(({ number }) => !known.has(number.toString()));
  if (fresh.length === 0) return { told: [], after: () => progress };

  const { clearedBefore, dismissed } = await house.notificationMarks.of(viewer.iri);
  const wanted: Told[] = [];
  for (const one of fresh) {
    const { type, at, number, from } = one;
    if (!alerts.some((alert) => alert === type)) continue;
    if (dismissed.has(number.toString()) || (clearedBefore !== undefined && at <= clearedBefore)) continue;
    if (!isHeard(one, unwanted) || !(await isOf(house, policy, { viewer: viewer.iri, from }))) continue;
    wanted.push(one);
  }
  const told = wanted.slice(0, most).reverse();
  const passedOver = fresh.filter((one) => !told.includes(one));
  return { told, after: (handled) => further(progress, [...passedOver, ...handled], told) };
}

function earliest({ from, since }: PushProgress, now: Date, longestAgoMs: number): Date {
  return new Date(Math.max(from.getTime(), since.getTime() - OVERLAP_MS, now.getTime() - longestAgoMs));
}

/** It goes no further than to the first that is still to be sent. */
function further(
  { since, handled }: PushProgress,
  done: readonly Told[],
  told: readonly Told[],
): Pick<PushProgress, 'since' | 'handled'> {
  const open = told.filter((one) => !done.includes(one)).map(({ at }) => at.getTime());
  const latest = Math.max(since.getTime(), ...done.map(({ at }) => at.getTime()));
  const reached = Math.max(since.getTime(), Math.min(latest, ...open));
  const numbers = [...handled, ...done.map(({ number }) => number.toString())];
  const stillSeen = numbers.filter((number) => timeIn(BigInt(number)).getTime() >= reached - OVERLAP_MS);
  return { since: new Date(reached), handled: stillSeen.slice(-2 * MOST_TOLD) };
}

/** Whether an actor is of those by whom somebody wants to be called. */
async function isOf(
  { follows }: Needs,
  policy: ClaimedPush['subscription']['policy'],
  { viewer, from }: { readonly viewer: PersonIri; readonly from: Told['from'] },
): Promise<boolean> {
  if (policy === 'all') return true;
  if (policy === 'none') return false;
  const follow = policy === 'followed' ? follows.get(viewer, from as CommunityIri) : follows.get(from, viewer);
  return (await follow)?.state === 'accepted';
}
