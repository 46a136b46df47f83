import type { PostIri, ProposalId, RuleId } from '../community/ids.ts';
import { never } from '../community/result.ts';
import { addDays } from './dates.ts';
import type { Proposal } from './proposal.ts';
import { RESTORABLE_DAYS, type ServerLimit } from './servers.ts';
import type { CommunityState } from './state.ts';

/** Something that happens by itself at a time, whoever carries it out. */
export type DueStep =
  | {
      readonly step: 'lapse' | 'freeze' | 'open-voting' | 'end-voting' | 'decide' | 'bring-into-force';
      readonly proposal: ProposalId;
      readonly at: Date;
    }
  | { readonly step: 'expire-rule'; readonly rule: RuleId; readonly version: number; readonly at: Date }
  | { readonly step: 'end-hold'; readonly post: PostIri; readonly at: Date }
  | { readonly step: 'end-relations'; readonly server: string; readonly at: Date };

/** What is due at a time, oldest first. Carrying one out may make others due: ask again after each. */
export function due(state: CommunityState, now: Date): readonly DueStep[] {
  return coming(state).filter(({ at }) => at <= now);
}

/** When the next step is, or was, due; `null` when nothing is under way. */
export function nextDueAt(state: CommunityState): Date | null {
  return coming(state)[0]?.at ?? null;
}

/** Everything that time alone will bring about, oldest first; equal times in an order that does not change. */
function coming(state: CommunityState): readonly DueStep[] {
  const steps = [
    ...[...state.proposals.values()].flatMap((proposal) => stepOf(proposal) ?? []),
    ...[...state.rules.values()].flatMap((versions) => versions.at(-1) ?? []).flatMap(sunsetOf),
    ...[...state.holds].map(([post, { until }]): DueStep => ({ step: 'end-hold', post, at: until })),
    ...[...state.servers].flatMap(([server, limit]) => relationsOf(server, limit)),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function stepOf({ id: proposal, phase }: Proposal): DueStep | null {
  switch (phase.state) {
    case 'seconding':
      return { step: 'lapse', proposal, at: phase.until };
    case 'discussion':
      return { step: 'freeze', proposal, at: phase.until };
    case 'frozen':
      return { step: 'open-voting', proposal, at: phase.until };
    case 'voting':
      return { step: 'end-voting', proposal, at: phase.until };
    case 'counting':
      return { step: 'decide', proposal, at: phase.endedAt };
    case 'timelock':
      return { step: 'bring-into-force', proposal, at: phase.until };
    case 'in-force':
    case 'rejected':
    case 'lapsed':
    case 'withdrawn':
    case 'voided':
      return null;
    default:
      return never(phase);
  }
}

/** What a suspension severed comes back for a while only. */
function relationsOf(server: string, { level, since, relationsEndedAt }: ServerLimit): readonly DueStep[] {
  if (level !== 'suspend' || relationsEndedAt !== undefined) return [];
  return [{ step: 'end-relations', server, at: addDays(since, RESTORABLE_DAYS) }];
}

function sunsetOf({
  id,
  version,
  activeTo,
  sunsetAt,
}: {
  readonly id: RuleId;
  readonly version: number;
  readonly activeTo?: Date;
  readonly sunsetAt: Date;
}): readonly DueStep[] {
  return activeTo === undefined ? [{ step: 'expire-rule', rule: id, version, at: sunsetAt }] : [];
}
