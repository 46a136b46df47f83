import type { Phase as PhaseModel, Stage } from '../../../views/parts/phase.ts';
import type { Timeline } from '../../../views/parts/timeline.ts';
import type { CommunityIri, ProposalId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Phase, Proposal } from '../../governance/proposal.ts';
import { isReviewed } from '../../governance/proposals/challenge.ts';
import { OWN_TEXT } from '../../governance/tally/options.ts';
import type { RecordStore } from '../../ports/record.ts';
import type { Entry } from '../../record/entry.ts';
import { RecordFault } from '../../record/fault.ts';

export type Began = Timeline['began'];
/** When the stages of a community's proposals began. */
export type Stages = (community: CommunityIri) => Promise<ReadonlyMap<ProposalId, Began>>;

/** Of so many communities what was read is kept in memory. */
const KEPT = 200;

interface Reading {
  seq: number;
  readonly began: Map<ProposalId, Began>;
}

/**
 * When each stage of a proposal began: the state says only how long the present one lasts, the record has them all.
 * It is read once per community and then only what was added. Where it cannot be read, the stages after are unknown.
 */
export function createStages(record: Pick<RecordStore, 'after'>): Stages {
  const readings = new Map<CommunityIri, Reading>();
  return async (community) => {
    const reading = readings.get(community) ?? { seq: 0, began: new Map() };
    readings.delete(community);
    readings.set(community, reading);
    const [oldest] = readings.keys();
    if (readings.size > KEPT && oldest !== undefined) readings.delete(oldest);
    await readOn(record, community, reading);
    return reading.began;
  };
}

async function readOn(record: Pick<RecordStore, 'after'>, community: CommunityIri, reading: Reading): Promise<void> {
  try {
    for await (const entry of record.after(community, reading.seq)) {
      note(reading.began, entry);
      reading.seq = Math.max(reading.seq, entry.head.seq);
    }
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
  }
}

/** Two readers at once may both note an entry: the second time changes nothing. */
function note(all: Map<ProposalId, Began>, { head, event }: Entry): void {
  if (!('proposal' in event)) return;
  const stages = stagesBegunBy(event);
  if (stages.length === 0) return;
  const began = { ...all.get(event.proposal) };
  for (const stage of stages) began[stage] = head.at;
  all.set(event.proposal, began);
}

function stagesBegunBy(event: Entry['event']): readonly Stage[] {
  switch (event.kind) {
    case 'proposal-submitted':
      return event.discussionUntil === undefined ? ['seconding'] : ['seconding', 'discussion'];
    case 'vote-called':
      return event.change.kind === 'elect' ? ['seconding'] : ['discussion'];
    case 'proposal-seconded':
      return event.discussionUntil === undefined ? [] : ['discussion'];
    case 'proposal-frozen':
      return ['freeze'];
    case 'voting-opened':
      return ['voting'];
    case 'proposal-decided':
      return event.tally.result === 'passed' ? ['pause'] : [];
    case 'rule-in-force':
    case 'rule-repealed':
    case 'rules-renewed':
    case 'charter-amended':
    case 'intent-stated':
    case 'server-limited':
    case 'community-linked':
    case 'community-unlinked':
    case 'community-moved':
    case 'seats-filled':
    case 'member-recalled':
    case 'acts-ratified':
    case 'list-followed':
    case 'list-unfollowed':
    case 'issuer-accepted':
    case 'issuer-ended':
      return ['in-force'];
    default:
      return [];
  }
}

/** A proposal's life as a picture: where it stands, and what befell it besides. */
export function timelineOf(proposal: Proposal, began: Began): Timeline {
  const notes = notesOn(proposal);
  return { phase: phaseWith(proposal), began, ...calledBy(proposal, began), ...(notes.length === 0 ? {} : { notes }) };
}

/** Whether the charter called it: then its proposer is the community, and its seconders are nobody. */
function calledBy({ change, secondsNeeded, seconds }: Proposal, began: Began): Pick<Timeline, 'called'> {
  if (change.kind === 'elect') return { called: 'election' };
  return secondsNeeded + seconds.length === 0 && began.seconding === undefined ? { called: 'vote' } : {};
}

/** While a jury looks at the procedure, no time is known at which the pause ends. */
function phaseWith(proposal: Proposal): PhaseModel {
  const { challenge, phase } = proposal;
  return challenge?.opened !== undefined && isReviewed(proposal)
    ? { state: 'reviewed', at: challenge.opened }
    : phaseOf(phase);
}

function notesOn({ alternatives = [], dropped = [], phase, challenge }: Proposal): NonNullable<Timeline['notes']> {
  const texts = 1 + alternatives.length - dropped.filter(({ id }) => id === OWN_TEXT).length;
  const { quorum = false, late = false } = phase.state === 'voting' ? phase.extended : {};
  return [
    ...(texts > 1 ? [{ stage: 'discussion' as const, befell: 'texts' as const, count: texts }] : []),
    ...(quorum ? [{ stage: 'voting' as const, befell: 'tooFew' as const }] : []),
    ...(late ? [{ stage: 'voting' as const, befell: 'late' as const }] : []),
    ...(challenge?.opened ? [{ stage: 'pause' as const, befell: 'challenged' as const }] : []),
  ];
}

/** A proposal's phase as views name it. */
export function phaseOf(phase: Phase): PhaseModel {
  switch (phase.state) {
    case 'nomination':
    case 'seconding':
    case 'discussion':
    case 'frozen':
    case 'voting':
    case 'timelock':
      return { state: phase.state, until: phase.until };
    case 'counting':
      return { state: phase.state, at: phase.endedAt };
    case 'in-force':
      return { state: phase.state, at: phase.since };
    case 'rejected':
    case 'withdrawn':
      return { state: phase.state, at: phase.at };
    case 'lapsed':
      return { state: phase.state, at: phase.at, lapsed: phase.why };
    case 'voided':
      return { state: phase.state, at: phase.at, why: phase.why };
    default:
      return never(phase);
  }
}
