import { settleLink } from '../actions/links.ts';
import { reconcileFollows } from '../actions/sever.ts';
import { never } from '../community/result.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import type { Entry } from '../record/entry.ts';
import { moveCommunity } from './moves.ts';
import type { EffectParts } from './parts.ts';
import {
  announceResult,
  closeQuestion,
  closeSeconding,
  extendQuestion,
  openProposal,
  openQuestion,
} from './question.ts';
import { takeOut } from './removals.ts';
import { releasePost, tellReasons } from './restrictions.ts';

/** Kinds of entries from which something follows; the others only stand in the record. */
const CONSEQUENCES: ReadonlySet<GovernanceEvent['kind']> = new Set([
  'proposal-submitted',
  'proposal-seconded',
  'proposal-lapsed',
  'proposal-withdrawn',
  'voting-opened',
  'voting-extended',
  'proposal-decided',
  'post-held',
  'post-labelled',
  'hold-ended',
  'server-limited',
  'charter-amended',
  'relations-ended',
  'community-linked',
  'community-unlinked',
  'community-moved',
] as const);

export const hasConsequences = (kind: GovernanceEvent['kind']): boolean => CONSEQUENCES.has(kind);

/** Carries out what follows from an entry of a community's record. */
export async function carryOutEntry(parts: EffectParts, { entry }: { readonly entry: Entry }): Promise<void> {
  const { event, head } = entry;
  switch (event.kind) {
    case 'proposal-submitted':
      return openProposal(parts, head, event);
    case 'proposal-seconded':
      return event.discussionUntil === undefined ? undefined : closeSeconding(parts, head, event.proposal);
    case 'proposal-lapsed':
    case 'proposal-withdrawn':
      return closeSeconding(parts, head, event.proposal);
    case 'voting-opened':
      return openQuestion(parts, head, event);
    case 'voting-extended':
      return extendQuestion(parts, head, event);
    case 'proposal-decided':
      await closeQuestion(parts, head, event);
      return announceResult(parts, head, event);
    case 'post-held':
      await takeOut(parts, head, event);
      return tellReasons(parts, head, event);
    case 'post-labelled':
      return tellReasons(parts, head, event);
    case 'hold-ended':
      return releasePost(parts, head, event);
    case 'server-limited':
    case 'charter-amended':
    case 'relations-ended':
      return reconcileFollows(parts.house, head.community);
    case 'community-linked':
    case 'community-unlinked':
      return settleLink(parts.house, { community: head.community, other: event.community });
    case 'community-moved':
      return moveCommunity(parts, head, event);
    case 'community-founded':
    case 'member-joined':
    case 'member-left':
    case 'proposal-frozen':
    case 'voting-ended':
    case 'proposal-voided':
    case 'rule-in-force':
    case 'rule-repealed':
    case 'rule-expired':
    case 'attempt-refused':
    case 'member-moved':
      return;
    default:
      return never(event);
  }
}
