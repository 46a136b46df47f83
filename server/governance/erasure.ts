import type { PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Entry } from '../record/entry.ts';
import { erasedIn } from '../record/erasable.ts';
import { eraserOf } from './apply/erasers.ts';
import type { EVENT_TEXTS, EventOf } from './events.ts';
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

/** The author of a proposal, under whatever name, when it is over. */
function mayErase(state: CommunityState, { event }: Entry, person: PersonIri): Result<true, 'not-hers' | 'not-yet'> {
  const names = [person, ...(memberOf(state, person)?.formerly ?? [])];
  if (!('by' in event) || !names.some((name) => name === event.by))
    return refused('not-hers', 'Only who wrote a text can have it erased.');
  const proposal = 'proposal' in event ? state.proposals.get(event.proposal) : undefined;
  if (proposal !== undefined && !isOver(proposal))
    return refused('not-yet', 'Members still decide on it. You can have it erased when that is over.');
  return accepted(true);
}
