import type { PersonIri, PetitionId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Entry } from '../record/entry.ts';
import { erasedIn } from '../record/erasable.ts';
import { eraserOf } from './apply/erasers.ts';
import { isOver as isCaseOver } from './cases/case.ts';
import type { EVENT_TEXTS, EventOf, GovernanceEvent } from './events.ts';
import { memberOf } from './membership.ts';
import type { Proposal } from './proposal.ts';
import type { CommunityState } from './state.ts';

export type ErasureRefusal = 'no-such-text' | 'erased-already' | 'not-hers' | 'not-yet' | 'no-reason';

/** States of a proposal in which nothing is decided on its words any more. */
const OVER: ReadonlySet<Proposal['phase']['state']> = new Set([
  'in-force',
  'rejected',
  'lapsed',
  'withdrawn',
  'voided',
]);

/** Whether a proposal is over, so that its words can be erased by whoever wrote them. */
export const isOver = ({ phase }: Proposal): boolean => OVER.has(phase.state);

/**
 * Takes a free text out of the record (governance.md §3.6, GDPR Art. 17): on demand of who wrote it, once nothing is
 * decided on it any more; or because the law demands it, which the operator carries out, with a reason that everybody
 * can read. What was decided, by whom and when, stays.
 *
 * @param path where the text stands in the entry
 */
export function eraseText({
  state,
  entry,
  path,
  by,
  reason,
}: {
  readonly state: CommunityState;
  readonly entry: Entry | null;
  readonly path: string;
  readonly by: PersonIri | 'operator';
  readonly reason: string;
}): Result<EventOf<'text-erased'>, ErasureRefusal> {
  const eraser = entry === null ? undefined : eraserOf(entry.event.kind);
  if (entry === null || eraser === undefined) return refused('no-such-text', 'There is no such text in the record.');
  if (erasedIn(JSON.parse(entry.text), entry.event.kind, entry.texts).includes(path))
    return refused('erased-already', 'That text has been erased already.');
  if (!entry.texts?.some((text) => text.path === path))
    return refused('no-such-text', 'There is no text there that can be erased. What was decided always stays.');
  if (by === 'operator') {
    if (reason.trim() === '')
      return refused('no-reason', 'Say which law or order demands it: the reason stands in the record.');
  } else {
    const allowed = mayErase(state, entry, by);
    if (!allowed.ok) return allowed;
  }
  const event = entry.event as EventOf<keyof typeof EVENT_TEXTS>;
  const { kind, seq } = { kind: entry.event.kind, seq: entry.head.seq };
  return accepted({ kind: 'text-erased', seq, of: kind, subject: eraser.subject(event), path, by, reason });
}

/**
 * Whoever wrote it, under whatever name, when nothing is decided on it any more. Reasons for what was done to somebody
 * are not their author's to take back: that they stand is the other one's right (`KEPT_BY_RIGHT`).
 */
function mayErase(state: CommunityState, { event }: Entry, person: PersonIri): Result<true, 'not-hers' | 'not-yet'> {
  const names = [person, ...(memberOf(state, person)?.formerly ?? [])];
  const author = authorOf(state, event);
  if (KEPT_BY_RIGHT.has(event.kind) || !names.some((name) => name === author))
    return refused('not-hers', 'Only who wrote a text can have it erased.');
  if (isUnderWay(state, event))
    return refused('not-yet', 'Others still decide on it. You can have it erased when that is over.');
  return accepted(true);
}

/** Reasons for a restriction: erased only where the law demands it (the right to reasons is entrenched, §3.1). */
const KEPT_BY_RIGHT: ReadonlySet<GovernanceEvent['kind']> = new Set([
  'measure-proposed',
  'case-dismissed',
  'sanction-imposed',
  'case-referred',
  'emergency-declared',
  'case-opened',
]);

/** Who wrote what stands in an entry; of a recall's vote, who opened the petition. */
function authorOf({ petitions }: CommunityState, event: GovernanceEvent): string | undefined {
  if (event.kind === 'nomination-accepted') return event.member;
  if (event.kind === 'vote-called' && event.change.kind === 'recall') {
    const { role, member } = event.change;
    return [...petitions.values()].findLast((one) => one.role === role && one.member === member)?.signatures[0]?.by;
  }
  return 'by' in event ? event.by : undefined;
}

/** Whether something is still decided on it. */
function isUnderWay(state: CommunityState, event: GovernanceEvent): boolean {
  const proposal = 'proposal' in event ? state.proposals.get(event.proposal) : undefined;
  if (proposal !== undefined && !isOver(proposal)) return true;
  switch (event.kind) {
    case 'recall-petitioned':
    case 'recall-answered':
      return isPetitionOpen(state, event.petition);
    case 'appeal-filed': {
      const found = state.cases.get(event.case);
      return found !== undefined && !isCaseOver(found);
    }
    case 'hold-appealed':
      return state.holdAppeals.has(event.post);
    default:
      return false;
  }
}

/** Open for signatures, or under a vote. */
function isPetitionOpen({ petitions, proposals }: CommunityState, id: PetitionId): boolean {
  const petition = petitions.get(id);
  if (petition === undefined || petition.lapsedAt !== undefined) return false;
  const { role, member, openedAt } = petition;
  const votes = [...proposals.values()].filter(
    ({ change, submittedAt }) =>
      change.kind === 'recall' && change.role === role && change.member === member && submittedAt >= openedAt,
  );
  return votes.length === 0 || votes.some((vote) => !isOver(vote));
}
