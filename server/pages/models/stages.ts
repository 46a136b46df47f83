import type { Phase as PhaseModel, Stage } from '../../../views/parts/phase.ts';
import type { Timeline } from '../../../views/parts/timeline.ts';
import type { CommunityIri, ProposalId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import type { Phase } from '../../governance/proposal.ts';
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
    case 'charter-amended':
    case 'server-limited':
    case 'community-linked':
    case 'community-unlinked':
    case 'community-moved':
      return ['in-force'];
    default:
      return [];
  }
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
      return { state: phase.state, at: phase.at, why: LAPSED[phase.why] };
    case 'voided':
      return { state: phase.state, at: phase.at, why: phase.why };
    default:
      return never(phase);
  }
}

const LAPSED = {
  'not-seconded': 'Too few members seconded it in time.',
  quorum: 'Too few members voted.',
  'not-counted': 'Its secret ballots could not be counted.',
} as const;
