import type { ActorIri, CaseId, PostIri, SanctionId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { onDay, said } from '../../community/said.ts';
import { addDays, addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { plainWords } from '../plain-words.ts';
import type { CommunityState } from '../state.ts';
import type { Case } from './case.ts';
import type { Sanction } from './sanction.ts';

const LONGEST_WORDS = 5000;

export type AppealRefusal = 'no-such-case' | 'not-yours' | 'too-late' | 'nothing-to-appeal' | 'no-words';

interface Asking {
  readonly state: CommunityState;
  readonly case: CaseId;
  readonly by: ActorIri;
  readonly now: Date;
}

/** Whoever was sanctioned asks a fresh jury to look at it again (governance.md §3.1, Appeal): once in a case. */
export function fileAppeal(ask: Asking & { readonly words: string }): Result<EventOf<'appeal-filed'>, AppealRefusal> {
  const found = own(ask);
  if (!found.ok) return found;
  const { phase, sanction, id } = found.value;
  if (appealableInterim(ask.state, found.value, ask.now) !== null) return appealInterim(ask, id);
  if (sanction === undefined || phase.state !== 'decided') {
    const why =
      found.value.appeal === undefined ? 'There is nothing to appeal here.' : 'You have appealed this already.';
    return refused('nothing-to-appeal', why);
  }
  if (ask.now >= phase.appealUntil) {
    return refused('too-late', said`This could be appealed until ${onDay(phase.appealUntil)}.`);
  }
  const words = plainWords(ask.words, LONGEST_WORDS);
  if (words === '') return refused('no-words', WRONG);
  const verdictBy = addDays(ask.now, ask.state.charter.parameters.appealVerdictDays);
  return accepted({ kind: 'appeal-filed', case: id, by: ask.by, words, verdictBy });
}

const WRONG = 'Say why you think that this is wrong.';

/**
 * The measure taken at once that can be appealed by itself, as long as it lasts and once (the right to an appeal is
 * entrenched, governance.md §3.1); else `null`.
 */
export function appealableInterim({ sanctions }: CommunityState, found: Case, now: Date): Sanction | null {
  const sanction = found.interim === undefined ? undefined : sanctions.get(found.interim);
  if (sanction?.state !== 'active' || found.interimAppeal !== undefined) return null;
  return sanction.until !== undefined && now < sanction.until ? sanction : null;
}

/**
 * A jury takes longer than the measure lasts. So it waits when there is no verdict after a day (`interimVerdictHours`):
 * nobody is restricted for three days by a measure that nobody else has looked at.
 */
function appealInterim(
  { state, by, now, words }: Asking & { readonly words: string },
  id: CaseId,
): Result<EventOf<'appeal-filed'>, 'no-words'> {
  const written = plainWords(words, LONGEST_WORDS);
  if (written === '') return refused('no-words', WRONG);
  const verdictBy = addHours(now, state.charter.parameters.interimVerdictHours);
  return accepted({ kind: 'appeal-filed', case: id, by, of: 'interim', words: written, verdictBy });
}

/** Until when the respondent may demand a jury in the moderators' place; `null` where she may not. */
export function demandUntil({ charter, sanctions }: CommunityState, found: Case): Date | null {
  const { decision, phase, sanction, referral } = found;
  const level = decision?.level ?? 0;
  if (phase.state !== 'decided' || sanction === undefined || referral !== undefined) return null;
  if (decision?.decidedBy.by !== 'moderators' || level < 2 || level > 3) return null;
  const imposedAt = sanctions.get(sanction)?.imposedAt;
  return imposedAt === undefined ? null : addHours(imposedAt, charter.parameters.juryDemandHours);
}

/** Whoever was hidden or muted by moderators wants a jury of five in their place; until its verdict nothing is in effect. */
export function demandJury(ask: Asking): Result<EventOf<'case-referred'>, AppealRefusal> {
  const found = own(ask);
  if (!found.ok) return found;
  const until = demandUntil(ask.state, found.value);
  const { decision, id } = found.value;
  if (until === null || decision === undefined || decision.level === null) {
    return refused('nothing-to-appeal', 'No jury can be demanded in this case; an appeal may be possible.');
  }
  if (ask.now >= until) {
    return refused('too-late', said`A jury could be demanded until ${onDay(until)}; an appeal is still possible.`);
  }
  return accepted({
    kind: 'case-referred',
    case: id,
    why: 'demanded',
    by: ask.by,
    max: decision.level,
    facts: decision.facts,
  });
}

function own({ state, case: id, by }: Asking): Result<Case, AppealRefusal> {
  const found = state.cases.get(id);
  if (found === undefined) return refused('no-such-case', said`There is no case ${id} here.`);
  return found.respondent === by ? accepted(found) : refused('not-yours', 'Only the one it is about can ask for this.');
}

/** An appeal without a verdict in time: its sanction waits (P11), unless the law is at stake. */
export function stayOverdue({
  state,
  sanction: id,
  now,
}: Transition<{ readonly sanction: SanctionId }>): Result<EventOf<'sanction-stayed'>, 'not-due'> {
  const at = staysAt(state, id);
  if (at === null || at > now) return refused('not-due', 'Nothing is stayed now.');
  return accepted({ kind: 'sanction-stayed', sanction: id, why: 'appeal-overdue' });
}

/** When a sanction is stayed if there is no verdict by then; `null` where that does not happen. */
export function staysAt({ sanctions, cases }: CommunityState, id: SanctionId): Date | null {
  const sanction = sanctions.get(id);
  const found = sanction && cases.get(sanction.case);
  if (sanction?.state !== 'active' || found === undefined || found.law !== undefined) return null;
  if (sanction.interim)
    return found.interimAppeal?.outcome === undefined ? (found.interimAppeal?.verdictBy ?? null) : null;
  return found.phase.state === 'appealed' ? (found.appeal?.verdictBy ?? null) : null;
}

/** Nobody has appealed in time: that was the last word. */
export function closeCase({
  state,
  case: id,
  now,
}: Transition<{ readonly case: CaseId }>): Result<EventOf<'case-closed'>, 'not-due'> {
  const phase = state.cases.get(id)?.phase;
  if (phase?.state !== 'decided' || phase.appealUntil > now) return refused('not-due', 'No case is closed now.');
  return accepted({ kind: 'case-closed', case: id });
}

/** The author of a post that a rule holds asks that a person looks at it, as long as it is held. */
export function appealHold({
  state,
  post,
  author,
  by,
  words,
}: {
  readonly state: CommunityState;
  readonly post: PostIri;
  /** Who wrote the post. */
  readonly author: ActorIri;
  readonly by: ActorIri;
  readonly words: string;
}): Result<EventOf<'hold-appealed'>, 'no-such-hold' | 'not-yours' | 'no-words' | 'nothing-to-appeal'> {
  if (!state.holds.has(post)) return refused('no-such-hold', 'This post is not held any more.');
  if (author !== by) return refused('not-yours', 'Only its author can ask for this.');
  if (state.holdAppeals.has(post)) return refused('nothing-to-appeal', 'You have asked for this already.');
  const written = plainWords(words, LONGEST_WORDS);
  if (written === '') return refused('no-words', 'Say why you think that the rule is wrong about your post.');
  return accepted({ kind: 'hold-appealed', post, by, words: written });
}
