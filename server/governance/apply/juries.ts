import type { JuryId } from '../../community/ids.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { JuryEvent } from '../events/juries.ts';
import type { EventOf } from '../events.ts';
import { handInUntil, lateFrom, roundNamedAt, roundTime } from '../juries/beacon.ts';
import { sourceOf } from '../juries/call.ts';
import { purposeKey } from '../juries/jury.ts';
import { seedOf } from '../juries/seed.ts';
import type { Jury, JuryPhase, Seat } from '../juries/state.ts';
import type { Handlers } from './handlers.ts';
import { noteAct } from './note-act.ts';

export const juriesHandlers = {
  'jury-called': called,
  'jury-pool-frozen': poolFrozen,
  'beacon-round-late': roundLate,
  'beacon-round-given': roundGiven,
  'beacon-round-missed': roundMissed,
  'seed-committed': committed,
  'seed-closed': (context, { jury, until }) =>
    change(context, inPhase(context, jury, 'committing'), { phase: { state: 'revealing', until } }),
  'seed-revealed': revealed,
  'jury-drawn': drawn,
  'juror-accepted': accepted,
  'juror-replaced': replaced,
  'jury-vote-opened': opened,
  'jury-reminded': reminded,
  'jury-vote-ended'(context, { jury: id, round }) {
    const jury = inRound(context, id, 'voting', round);
    change(context, jury, { phase: { state: 'counting', round, endedAt: context.at } });
  },
  'jury-vote-counted'(context, { jury: id, counted, until }) {
    const jury = inRound(context, id, 'counting', 'blind');
    change(context, jury, { rounds: { blind: counted }, phase: { state: 'deliberation', until } });
  },
  'jury-verdict': decided,
  'jury-dissolved': dissolved,
} as const satisfies Handlers<JuryEvent>;

function called(context: Context, event: EventOf<'jury-called'>): void {
  const { kind: _, jury: id, ...said } = event;
  const { draft, at } = context;
  if (draft.juries.has(id)) senseless(context, `there is a jury ${id} already`);
  const key = purposeKey(event.purpose);
  const rival = [...draft.juries.values()].find((jury) => isStanding(jury) && purposeKey(jury.purpose) === key);
  if (rival !== undefined) senseless(context, `${rival.id} was called for ${key} already`);
  if (event.source !== sourceOf(draft.charter.parameters).source)
    senseless(context, `the charter draws ${id} differently`);
  const phase: JuryPhase = { state: 'called', since: at };
  const nothing = { asked: [], contributions: [], seats: [], drawings: [], relaxed: [], rounds: {} };
  draft.juries.set(id, { ...said, ...nothing, id, calledAt: at, phase });
}

/** One that nobody sat on makes room for another. */
const isStanding = ({ phase }: Jury): boolean => phase.state !== 'dissolved';

function poolFrozen(context: Context, event: EventOf<'jury-pool-frozen'>): void {
  const { root, members, organisations, machine, asked, relaxed, beacon, until } = event;
  const jury = inPhase(context, event.jury, 'called');
  checkNamed(context, jury, event);
  const phase: JuryPhase =
    beacon === undefined ? { state: 'committing', until } : { state: 'awaiting-round', lateFrom: until };
  change(context, jury, {
    pool: { root, members, organisations },
    machine: { commitment: machine },
    asked,
    relaxed,
    ...(beacon === undefined ? {} : { beacon }),
    phase,
  });
}

/** A round is named exactly where the jury's source is a beacon, and it is the one that follows from the time. */
function checkNamed(context: Context, { id, source }: Jury, { beacon, until }: EventOf<'jury-pool-frozen'>): void {
  if ((beacon === undefined) !== (source === undefined)) senseless(context, `${id} is drawn from something else`);
  if (beacon === undefined) return;
  const due = roundNamedAt(context.at);
  const fits = beacon.chain === due.chain && beacon.round === due.round;
  if (!fits || until.getTime() !== lateFrom(due.round).getTime()) {
    senseless(context, `the round of ${id} is to be ${due.round} of chain ${due.chain}`);
  }
}

function roundLate(context: Context, { jury: id, until }: EventOf<'beacon-round-late'>): void {
  const jury = inPhase(context, id, 'awaiting-round');
  const { phase } = jury;
  if (phase.state !== 'awaiting-round' || phase.until !== undefined)
    senseless(context, `the round of ${id} was missing`);
  if (context.at < phase.lateFrom) senseless(context, `the round of ${id} is not missing yet`);
  if (until.getTime() !== handInUntil(context.at).getTime()) senseless(context, `${id} is to wait for a day`);
  change(context, jury, { phase: { ...phase, until } });
}

/** The signature itself is checked before it is written, when it is drawn from, and by whoever verifies the record. */
function roundGiven(context: Context, { jury: id, round, signature, by }: EventOf<'beacon-round-given'>): void {
  const jury = inPhase(context, id, 'awaiting-round');
  if (jury.beacon === undefined || jury.beacon.round !== round) senseless(context, `${id} waits for another round`);
  if (context.at < roundTime(round)) senseless(context, `round ${round} was not published yet`);
  if (by !== undefined) noteAct(context, by);
  const beacon = { ...jury.beacon, signature, ...(by === undefined ? {} : { by }) };
  change(context, jury, { beacon, phase: { state: 'drawing', since: context.at } });
}

function roundMissed(context: Context, { jury: id, asked, until }: EventOf<'beacon-round-missed'>): void {
  const jury = inPhase(context, id, 'awaiting-round');
  const waitsUntil = jury.phase.state === 'awaiting-round' ? jury.phase.until : undefined;
  if (waitsUntil === undefined || context.at < waitsUntil) senseless(context, `${id} still waits`);
  change(context, jury, { asked, relaxed: [...jury.relaxed, 'no-round'], phase: { state: 'committing', until } });
}

function committed(context: Context, { jury: id, by, organisation, commitment }: EventOf<'seed-committed'>): void {
  const jury = inPhase(context, id, 'committing');
  if (jury.contributions.some((other) => other.by === by)) senseless(context, `${by} commits twice for ${id}`);
  noteAct(context, by);
  change(context, jury, { contributions: [...jury.contributions, { by, organisation, commitment }] });
}

function revealed(context: Context, { jury: id, by, secret }: EventOf<'seed-revealed'>): void {
  const jury = inPhase(context, id, 'revealing');
  const own = jury.contributions.find((one) => one.by === by);
  if (own === undefined || own.secret !== undefined) senseless(context, `${by} has nothing to show for ${id}`);
  const contributions = jury.contributions.map((one) => (one === own ? { ...one, secret } : one));
  change(context, jury, { contributions });
}

function drawn(context: Context, event: EventOf<'jury-drawn'>): void {
  const { jury: id, seed, machine, withheld, barredUntil, jurors, skipped, relaxed, answerBy, until } = event;
  const jury = inPhase(context, id, 'revealing', 'drawing');
  if (jury.machine === undefined) senseless(context, `${id} has no pool`);
  const { contributions } = jury;
  if (jury.phase.state === 'drawing' && seed !== seedOf({ jury, contributions })) {
    senseless(context, `the seed of ${id} does not follow from its round`);
  }
  for (const person of withheld) context.draft.seedBarred.set(person, barredUntil);
  const seats = jurors.map((one): Seat => ({ ...one, standing: 'asked', drawnAt: context.at, answerBy }));
  change(context, jury, {
    seed,
    machine: { ...jury.machine, ...(machine === undefined ? {} : { secret: machine }) },
    seats,
    drawings: [{ drawn: jurors.map(({ leaf }) => leaf), skipped }],
    relaxed: [...jury.relaxed, ...relaxed],
    phase: { state: 'answering', until },
  });
}

function accepted(context: Context, { jury: id, juror }: EventOf<'juror-accepted'>): void {
  const jury = inPhase(context, id, 'answering', 'voting', 'deliberation');
  if (jury.seats[juror - 1]?.standing !== 'asked') senseless(context, `juror ${juror} of ${id} is not asked`);
  const seats = jury.seats.map((seat, at): Seat => (at === juror - 1 ? { ...seat, standing: 'accepted' } : seat));
  change(context, jury, { seats });
}

function replaced(context: Context, event: EventOf<'juror-replaced'>): void {
  const { jury: id, juror, why, next, skipped, answerBy } = event;
  const jury = inPhase(context, id, 'answering', 'voting', 'counting', 'deliberation');
  const before = jury.seats[juror - 1];
  if (before === undefined || before.standing === 'out') senseless(context, `there is no juror ${juror} on ${id}`);
  const seats = jury.seats.map((seat, at): Seat => (at === juror - 1 ? { ...seat, standing: 'out', why } : seat));
  if ((next === undefined) !== (answerBy === undefined)) senseless(context, `a substitute on ${id} has no time`);
  const added: readonly Seat[] =
    next === undefined || answerBy === undefined ? [] : [{ ...next, standing: 'asked', drawnAt: context.at, answerBy }];
  const drawing = { out: juror, drawn: added.map(({ leaf }) => leaf), skipped };
  change(context, jury, { seats: [...seats, ...added], drawings: [...jury.drawings, drawing] });
}

function opened(context: Context, { jury: id, round, until, remindAt }: EventOf<'jury-vote-opened'>): void {
  const jury = inPhase(context, id, round === 'blind' ? 'answering' : 'deliberation');
  // Who has not accepted by the final vote has heard nothing of what was said.
  const late = (seat: Seat): Seat => (seat.standing === 'asked' ? { ...seat, standing: 'out', why: 'silent' } : seat);
  const seats = round === 'final' ? jury.seats.map(late) : jury.seats;
  change(context, jury, { seats, phase: { state: 'voting', round, until, remindAt } });
}

function reminded(context: Context, { jury: id, round }: EventOf<'jury-reminded'>): void {
  const jury = inRound(context, id, 'voting', round);
  if (jury.phase.state !== 'voting' || jury.phase.remindAt === undefined) senseless(context, `${id} was reminded`);
  const { remindAt: _, ...phase } = jury.phase;
  change(context, jury, { phase });
}

function decided(context: Context, event: EventOf<'jury-verdict'>): void {
  const { jury: id, option, hung, counted } = event;
  const jury = counted === undefined ? inPhase(context, id, 'answering') : inRound(context, id, 'counting', 'final');
  if (!jury.options.some((one) => one.id === option)) senseless(context, `${id} could not decide ${option}`);
  const rounds = counted === undefined ? jury.rounds : { ...jury.rounds, final: counted };
  change(context, jury, { rounds, phase: { state: 'decided', at: context.at } });
  context.draft.verdicts.set(purposeKey(jury.purpose), { option, hung, at: context.at, jury: id });
}

function dissolved(context: Context, { jury: id }: EventOf<'jury-dissolved'>): void {
  const jury = inPhase(context, id, 'answering', 'counting');
  change(context, jury, { phase: { state: 'dissolved', at: context.at } });
}

function change({ draft }: Context, jury: Jury, changed: Partial<Jury>): void {
  draft.juries.set(jury.id, { ...jury, ...changed });
}

/** A jury that stands in one of some phases; anywhere else the event makes no sense. */
function inPhase(context: Context, id: JuryId, ...phases: readonly JuryPhase['state'][]): Jury {
  const jury = context.draft.juries.get(id);
  if (jury === undefined) return senseless(context, `there is no jury ${id}`);
  if (!phases.includes(jury.phase.state)) {
    return senseless(context, `${id} stands in ${jury.phase.state}, not in ${phases.join(' or ')}`);
  }
  return jury;
}

function inRound(context: Context, id: JuryId, state: 'voting' | 'counting', round: string): Jury {
  const jury = inPhase(context, id, state);
  if (!('round' in jury.phase) || jury.phase.round !== round) senseless(context, `${id} is in another round`);
  return jury;
}
