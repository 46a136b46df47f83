import type { ActorIri, PersonIri, SanctionId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Case } from '../cases/case.ts';
import { activeOn, runs, type Sanction } from '../cases/sanction.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { EventOf } from '../events.ts';
import { purposeKey } from '../juries/jury.ts';

/** A sanction takes effect. An explanation has none: it is over as it is given. */
export function impose(context: Context, found: Case, event: EventOf<'sanction-imposed'>): void {
  const { draft, at } = context;
  const { sanction: id, respondent, decision, interim } = event;
  if (id !== `S-${draft.sanctions.size + 1}`) senseless(context, `${id} is no new sanction`);
  if (respondent !== found.respondent) senseless(context, `${id} is against somebody else`);
  const { level, until } = decision;
  const sanction: Sanction = {
    id,
    case: found.id,
    respondent,
    level,
    imposedAt: at,
    posts: found.acts.flatMap(({ post }) => post ?? []),
    state: level === 0 ? 'ended' : 'active',
    ...(until === undefined ? {} : { until }),
    ...(interim === true ? { interim } : {}),
  };
  put(context, sanction);
}

/** A sanction goes, with everything it does: as if it had never been, or because it is over. */
export function lift(context: Context, id: SanctionId, as: 'overturned' | 'ended' = 'overturned'): void {
  const { stayedAt: _, ...sanction } = sanctionIn(context, id);
  put(context, { ...sanction, state: as });
}

/** A sanction waits; what is left of its time is kept. */
export function stay(context: Context, id: SanctionId): void {
  const sanction = sanctionIn(context, id);
  if (sanction.state === 'active') put(context, { ...sanction, state: 'stayed', stayedAt: context.at });
}

/** What time does to a sanction. */
export function applySanction(
  context: Context,
  event: EventOf<'sanction-ended' | 'sanction-stayed' | 'sanction-resumed'>,
): void {
  const sanction = sanctionIn(context, event.sanction);
  switch (event.kind) {
    case 'sanction-ended':
      if (!runs(sanction) || sanction.until === undefined || sanction.until > context.at) {
        senseless(context, `${sanction.id} has not come to its end`);
      }
      lift(context, sanction.id, 'ended');
      break;
    case 'sanction-stayed':
      if (sanction.state !== 'active') senseless(context, `${sanction.id} does nothing that could wait`);
      stay(context, sanction.id);
      break;
    case 'sanction-resumed': {
      if (sanction.state !== 'stayed') senseless(context, `${sanction.id} does not wait`);
      const { stayedAt: _, until: __, ...rest } = sanction;
      put(context, { ...rest, state: 'active', ...(event.until === undefined ? {} : { until: event.until }) });
      break;
    }
    default:
      never(event);
  }
}

/** What a jury leaves of a sanction that it has looked at again. */
export function applyReview(context: Context, event: EventOf<'review-decided'>): void {
  const { draft, at } = context;
  const { case: id, of, outcome, level, until, appealUntil } = event;
  const found = draft.cases.get(id);
  if (of === 'interim') {
    reviewInterim(context, found, event);
    return;
  }
  if (found?.phase.state !== (of === 'appeal' ? 'appealed' : 'demanded') || found.sanction === undefined) {
    senseless(context, `${id} has nothing that a jury could look at again`);
  }
  const before = sanctionIn(context, found.sanction);
  const milder = level === null || (level <= before.level && (outcome !== 'modified' || level < before.level));
  if (!milder) senseless(context, `${id}: nobody is worse off for having asked`);
  saidByJury(context, event);
  if (outcome === 'overturned') lift(context, before.id);
  else if (outcome === 'modified' && level !== null) modify(context, before, level, until);
  draft.cases.set(id, {
    ...found,
    ...(found.appeal === undefined ? {} : { appeal: { ...found.appeal, outcome } }),
    ...(found.decision === undefined || level === null ? {} : { decision: { ...found.decision, level } }),
    phase: appealUntil === undefined ? { state: 'final', at } : { state: 'decided', appealUntil },
  });
}

/** What each kind of review asks a jury for. */
const ASKED = { appeal: 'appeal', demand: 'case', interim: 'interim' } as const;

/** The jury that a review names is the one whose verdict on this very question stands in the record. */
function saidByJury(context: Context, { case: id, of, jury }: EventOf<'review-decided'>): void {
  const verdict = context.draft.verdicts.get(purposeKey({ kind: ASKED[of], case: id }));
  if (verdict?.jury !== jury) senseless(context, `${jury} has not looked at ${id} again`);
}

/** What a jury says of a measure that was taken at once. Upheld, it goes on to the end it had, never longer. */
function reviewInterim(context: Context, found: Case | undefined, event: EventOf<'review-decided'>): void {
  const { draft, at } = context;
  const { outcome } = event;
  if (found?.interim === undefined || found.interimAppeal === undefined || found.interimAppeal.outcome !== undefined) {
    senseless(context, 'no measure at once is there to be looked at again');
  }
  saidByJury(context, event);
  draft.cases.set(found.id, { ...found, interimAppeal: { ...found.interimAppeal, outcome } });
  const { stayedAt: _, ...before } = sanctionIn(context, found.interim);
  if (outcome === 'overturned') lift(context, found.interim);
  else if (before.state === 'stayed' && before.until !== undefined && at < before.until)
    put(context, { ...before, state: 'active' });
}

function modify(context: Context, before: Sanction, level: Sanction['level'], until: Date | undefined): void {
  const { stayedAt: _, until: __, ...rest } = before;
  const over = level === 0 || (until !== undefined && until <= context.at);
  put(context, { ...rest, level, state: over ? 'ended' : 'active', ...(until === undefined ? {} : { until }) });
}

function sanctionIn(context: Context, id: SanctionId): Sanction {
  return context.draft.sanctions.get(id) ?? senseless(context, `there is no sanction ${id}`);
}

function put(context: Context, sanction: Sanction): void {
  context.draft.sanctions.set(sanction.id, sanction);
  settleMembership(context, sanction.respondent);
}

/** Her membership as her sanctions leave it: it rests under a suspension; under a removal it is over, until that is. */
function settleMembership({ draft, at }: Context, person: ActorIri): void {
  const member = draft.members.get(person as PersonIri);
  if (member === undefined) return;
  const active = activeOn(draft, person);
  const suspension = active.find(({ level }) => level === 4);
  const removal = active.find(({ level }) => level === 5);
  const { suspendedBy: _, removedBy, leftAt, ...rest } = member;
  // What was overturned, or waits, takes nobody out; once readmitted, she joins again by herself.
  const isHers = removedBy === undefined || draft.sanctions.get(removedBy)?.state === 'ended';
  const leftHerself = isHers ? leftAt : undefined;
  draft.members.set(member.member, {
    ...rest,
    ...(suspension === undefined ? {} : { suspendedBy: suspension.id }),
    ...leaving(leftHerself, removal, leftAt ?? at),
  });
}

/** Whoever left by herself stays away; whoever was removed and is not any more is a member as before. */
function leaving(leftHerself: Date | undefined, removal: Sanction | undefined, since: Date) {
  if (leftHerself !== undefined) return { leftAt: leftHerself };
  return removal === undefined ? {} : { leftAt: since, removedBy: removal.id };
}

/** Her cases and sanctions are hers under her new name as well: nobody escapes one by moving. */
export function moveCases(context: Context, from: ActorIri, to: ActorIri): void {
  const { cases, sanctions } = context.draft;
  for (const [id, one] of cases) if (one.respondent === from) cases.set(id, { ...one, respondent: to });
  for (const [id, one] of sanctions) if (one.respondent === from) sanctions.set(id, { ...one, respondent: to });
  settleMembership(context, to);
}
