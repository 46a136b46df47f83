import type { PersonIri } from '../../community/ids.ts';
import { juryId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import type { CharterParameters } from '../charter.ts';
import { addDays, addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { notDue } from '../proposals/not-due.ts';
import { organisationsOf } from '../roll.ts';
import type { CommunityState } from '../state.ts';
import { lateFrom, roundNamedAt } from './beacon.ts';
import { type JuryWanted, purposeKey } from './jury.ts';
import type { Pool } from './pool.ts';
import { commitmentTo, SEED_HOURS } from './seed.ts';
import type { Jury } from './state.ts';
import { juriesWanted } from './wanted.ts';

/** So long after a jury that nobody sat on another one is drawn. */
const AGAIN_DAYS = 7;

/** The juries that are asked for, and were not called yet or gave way. */
export function juriesToCall(state: CommunityState): readonly JuryWanted[] {
  const last = new Map([...state.juries.values()].map((jury) => [purposeKey(jury.purpose), jury.phase]));
  return juriesWanted(state).flatMap((wanted) => {
    const phase = last.get(purposeKey(wanted.purpose));
    if (phase === undefined) return [wanted];
    return phase.state === 'dissolved' ? [{ ...wanted, since: addDays(phase.at, AGAIN_DAYS) }] : [];
  });
}

/** So many juries are drawn on a matter; where nobody sits on the last one either, the milder outcome holds. */
const MOST_JURIES = 3;

/** Whether there will be no other jury on a matter after this one. */
export function isLastOn({ juries }: Pick<CommunityState, 'juries'>, { purpose }: Pick<Jury, 'purpose'>): boolean {
  const key = purposeKey(purpose);
  return [...juries.values()].filter((jury) => purposeKey(jury.purpose) === key).length >= MOST_JURIES;
}

/** A jury is called, because some part of the state asks for it. */
export function callJury({
  state,
  purpose,
  now,
}: Transition<{
  /** A purpose's key. */
  readonly purpose: string;
}>): Result<EventOf<'jury-called'>, 'not-due'> {
  const wanted = juriesToCall(state).find((one) => purposeKey(one.purpose) === purpose);
  if (wanted === undefined || wanted.since > now) return notDue(`a jury on ${purpose}`);
  return accepted(callOf(state, wanted));
}

/** What the record says about a jury that is called. Who cannot judge stands nowhere in it: reporters are among them. */
export function callOf(
  { juries, charter }: Pick<CommunityState, 'juries' | 'charter'>,
  { purpose, size, question, options }: Pick<JuryWanted, 'purpose' | 'size' | 'question' | 'options'>,
): EventOf<'jury-called'> {
  const source = sourceOf(charter.parameters);
  return { kind: 'jury-called', jury: juryId(juries.size + 1), purpose, size, question, options, ...source };
}

/** What a jury's draw follows from is what the charter says when it is called, whatever it says later. */
export const sourceOf = ({ juryRandomness }: Pick<CharterParameters, 'juryRandomness'>): Pick<Jury, 'source'> =>
  juryRandomness === 'drand' ? { source: 'drand' } : {};

/**
 * The pool of a called jury is recorded. With it either the round of the beacon is named from which the draw follows, or
 * members are asked for their parts of the seed.
 *
 * @param pool as it is kept; the first one that was written
 */
export function recordPool({
  state,
  jury: id,
  pool,
  asked,
  now,
}: Transition<{
  readonly jury: EventOf<'jury-called'>['jury'];
  readonly pool: Pool;
  readonly asked: readonly PersonIri[];
}>): Result<EventOf<'jury-pool-frozen'>, 'not-due'> {
  const jury = state.juries.get(id);
  if (jury?.phase.state !== 'called') return notDue(id);
  const beacon = jury.source === undefined ? undefined : roundNamedAt(now);
  return accepted({
    kind: 'jury-pool-frozen',
    jury: id,
    root: pool.root,
    members: pool.entries.length,
    organisations: organisationsOf(pool.entries),
    machine: commitmentTo(pool.secret),
    asked,
    relaxed: pool.relaxed,
    ...(beacon === undefined ? { until: addHours(now, SEED_HOURS) } : { beacon, until: lateFrom(beacon.round) }),
  });
}
