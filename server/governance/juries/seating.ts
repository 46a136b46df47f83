import type { Digest, JuryId, PersonIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { addDays, addHours, earlier } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { notDue } from '../proposals/not-due.ts';
import type { CommunityState } from '../state.ts';
import { drawJury, exceedsCap } from './draw.ts';
import type { Pool, PoolEntry, Pools } from './pool.ts';
import { isRecused, type Recusals } from './recusals.ts';
import { BARRED_DAYS, commitmentTo, enoughContributed, seedOf } from './seed.ts';
import { servingNow } from './serving.ts';
import { isLive, type Jury, type OutReason, type Relaxation, type Skipped } from './state.ts';

/** For so many days after the draw substitutes are asked; then the jury begins with those it has. */
const SEATING_DAYS = 7;

/** Everything that seating a jury rests on. */
export type Seating = Transition<{
  readonly jury: JuryId;
  readonly pool: Pool;
  /** Those of all juries, to see who sits on another one. */
  readonly pools: Pools;
  readonly recusals: Recusals;
}>;

/** Nobody can change the seed any more: the jury is drawn. */
export function drawSeats(seating: Seating): Result<EventOf<'jury-drawn'>, 'not-due'> {
  const { state, jury: id, pool, now } = seating;
  const jury = state.juries.get(id);
  if (jury === undefined || !isDrawable(jury, now)) return notDue(id);
  const fits = commitmentTo(pool.secret) === jury.machine?.commitment;
  const fromRound = jury.beacon?.signature !== undefined;
  const machine = fits && !fromRound ? pool.secret : undefined;
  const { contributions } = jury;
  const seed = seedOf({ jury, contributions, machine });
  const { drawn, skipped } = drawAvailable(seating, { ...jury, seed });
  const relaxed: readonly Relaxation[] = [
    ...(fromRound || enoughContributed(contributions) ? [] : (['contributors'] as const)),
    ...(exceedsCap(drawn, jury.size) ? (['organisation-cap'] as const) : []),
  ];
  return accepted({
    kind: 'jury-drawn',
    jury: id,
    seed,
    ...(machine === undefined ? {} : { machine }),
    withheld: contributions.filter(({ secret }) => secret === undefined).map(({ by }) => by),
    barredUntil: addDays(now, BARRED_DAYS),
    jurors: drawn.map(({ leaf, organisation }) => ({ leaf, organisation })),
    skipped,
    relaxed,
    answerBy: addHours(now, state.charter.parameters.jurorAnswerHours),
    until: addDays(now, SEATING_DAYS),
  });
}

function isDrawable(jury: Jury, now: Date): boolean {
  const { phase } = jury;
  return phase.state === 'drawing' || (phase.state === 'revealing' && (now >= phase.until || allShown(jury)));
}

/** Whether everybody who committed has shown her part. */
export const allShown = ({ contributions }: Pick<Jury, 'contributions'>): boolean =>
  contributions.every(({ secret }) => secret !== undefined);

/** A juror goes out, and the next by the tickets is asked, as long as there is time for an answer. */
export function replaceJuror(
  seating: Seating & { readonly juror: number; readonly why: OutReason },
): Result<EventOf<'juror-replaced'>, 'not-due'> {
  const { state, jury: id, juror, why, now } = seating;
  const jury = state.juries.get(id);
  const seat = jury?.seats[juror - 1];
  if (jury === undefined || seat === undefined || seat.standing === 'out') return notDue(id);
  // She may have answered since somebody saw that she had not.
  if (why === 'silent' && (seat.standing !== 'asked' || now < seat.answerBy)) return notDue(id);
  const answerBy = addHours(now, state.charter.parameters.jurorAnswerHours);
  const out = { kind: 'juror-replaced', jury: id, juror, why } as const;
  if (answerBy >= substitutesUntil(jury)) return accepted({ ...out, skipped: [] });
  const { drawn, skipped } = drawAvailable(seating, jury, seat.leaf);
  const known = new Set(jury.seats.map(({ leaf }) => leaf));
  const next = drawn.find(({ leaf }) => !known.has(leaf));
  if (next === undefined) return accepted({ ...out, skipped });
  return accepted({
    ...out,
    next: { leaf: next.leaf, organisation: next.organisation },
    skipped,
    answerBy: earlier(answerBy, substitutesUntil(jury)),
  });
}

/** Whoever comes after the final vote has begun has heard nothing of what was said. */
function substitutesUntil({ phase }: Jury): Date {
  if (phase.state === 'answering' || phase.state === 'deliberation') return phase.until;
  return phase.state === 'voting' && phase.round === 'blind' ? phase.until : new Date(0);
}

/** A juror who has to go out, although nobody asked for it: a conflict found late (MOD-03), or she is no member now. */
export function overdueRecusal(seating: Seating): Result<EventOf<'juror-replaced'>, 'not-due'> | null {
  const { state, jury: id, pool } = seating;
  const byLeaf = new Map(pool.entries.map((entry) => [entry.leaf, entry]));
  for (const [at, { leaf, standing }] of (state.juries.get(id)?.seats ?? []).entries()) {
    const entry = byLeaf.get(leaf);
    const why = standing === 'out' || entry === undefined ? null : unfit(seating, entry);
    if (why !== null) return replaceJuror({ ...seating, juror: at + 1, why });
  }
  return null;
}

/** Why somebody in the pool cannot judge now, or `null`. */
function unfit({ state, jury: id, recusals }: Seating, { member: name, organisation }: PoolEntry): OutReason | null {
  const member = currentMember(state, name);
  if (member === null) return 'left';
  if (isRecused(recusals, member)) return 'conflict';
  const relaxed = state.juries.get(id)?.relaxed.includes('organisations') === true;
  const concerned = [organisation, member.organisation].some((one) => recusals.organisations.includes(one));
  return concerned && !relaxed ? 'conflict' : null;
}

/** Somebody's membership, also if she has moved since the pool was frozen. */
function currentMember(state: CommunityState, name: PersonIri) {
  const same = memberOf(state, name);
  if (same !== null) return same;
  const moved = [...state.members.values()].find(({ formerly = [] }) => formerly.includes(name));
  return moved === undefined ? null : memberOf(state, moved.member);
}

/** The jury by the tickets, without those who cannot judge now; they are named, so that anybody can draw it again. */
function drawAvailable(
  seating: Seating,
  jury: Jury,
  leaving?: Digest,
): { readonly drawn: readonly PoolEntry[]; readonly skipped: readonly Skipped[] } {
  const { state, pool, pools } = seating;
  const { seed, size, seats } = jury;
  if (seed === undefined) return { drawn: [], skipped: [] };
  const busy = servingNow(state, pools, jury.id);
  const asked = new Set(seats.filter(({ standing }) => standing !== 'out').map(({ leaf }) => leaf));
  const out = new Set([...outOf(jury), ...(leaving === undefined ? [] : [leaving])]);
  const skipped: Skipped[] = [];
  for (;;) {
    const drawn = drawJury({ seed, size, candidates: pool.entries, out });
    const before = skipped.length;
    for (const entry of drawn) {
      if (asked.has(entry.leaf)) continue;
      const why = unfit(seating, entry) ?? (busy.has(entry.member) ? 'serves-elsewhere' : null);
      if (why === null) continue;
      skipped.push({ leaf: entry.leaf, why });
      out.add(entry.leaf);
    }
    if (skipped.length === before) return { drawn, skipped };
  }
}

/** Who was passed over or went out before: not drawn again. */
export function outOf({ seats, drawings }: Pick<Jury, 'seats' | 'drawings'>): ReadonlySet<Digest> {
  const went = seats.filter(({ standing }) => standing === 'out').map(({ leaf }) => leaf);
  return new Set([...went, ...drawings.flatMap(({ skipped }) => skipped.map(({ leaf }) => leaf))]);
}

/** The place of a person on a jury, from 1, or `null`: hers under any name she has or had. */
export function placeOf(jury: Jury, pool: Pool, names: readonly PersonIri[]): number | null {
  const leaves = new Set(pool.entries.filter(({ member }) => names.includes(member)).map(({ leaf }) => leaf));
  const at = jury.seats.findIndex(({ leaf, standing }) => standing !== 'out' && leaves.has(leaf));
  return at < 0 ? null : at + 1;
}

export type AnswerRefusal = 'not-a-juror' | 'too-late' | 'already-answered' | 'not-due';

/** Somebody who was drawn accepts, or declines, or steps back later because she cannot judge this. */
export function answerCall({
  by,
  answer,
  ...seating
}: Seating & {
  /** Every name of hers. */
  readonly by: readonly PersonIri[];
  readonly answer: 'accept' | 'decline' | 'recuse';
}): Result<EventOf<'juror-accepted' | 'juror-replaced'>, AnswerRefusal> {
  const { state, jury: id, pool, now } = seating;
  const jury = state.juries.get(id);
  const juror = jury === undefined ? null : placeOf(jury, pool, by);
  const seat = juror === null ? undefined : jury?.seats[juror - 1];
  if (jury === undefined || juror === null || seat === undefined) {
    return refused('not-a-juror', 'You are not on this jury.');
  }
  if (!isLive(jury) || jury.phase.state === 'counting') {
    return refused('too-late', 'This jury has voted.');
  }
  if (answer === 'recuse') return replaceJuror({ ...seating, juror, why: 'recused' });
  if (seat.standing === 'accepted') return refused('already-answered', 'You have accepted this jury duty.');
  if (now >= seat.answerBy) return refused('too-late', 'The time to answer is over; somebody else is asked.');
  if (answer === 'decline') return replaceJuror({ ...seating, juror, why: 'declined' });
  const overdue = overdueRecusal(seating);
  if (overdue?.ok && overdue.value.juror === juror) return overdue;
  return accepted({ kind: 'juror-accepted', jury: id, juror });
}
