import type { CommunityIri } from '../community/ids.ts';
import { personIri } from '../community/ids.ts';
import { FIRST_PREV } from '../record/chain.ts';
import type { Entry } from '../record/entry.ts';
import { RecordFault } from '../record/fault.ts';
import { applyEnforcement } from './apply/enforcement.ts';
import { applyFederation } from './apply/federation.ts';
import { applyFounding, applyMembership } from './apply/membership.ts';
import { applyProposal } from './apply/proposals.ts';
import { applyRule } from './apply/rules.ts';
import { DEFAULT_PARAMETERS } from './charter.ts';
import type { Context, Draft } from './draft.ts';
import { draftOf, senseless } from './draft.ts';
import type { GovernanceEvent } from './events.ts';
import type { CommunityState } from './state.ts';

export type { Draft } from './draft.ts';
export { draftOf } from './draft.ts';

/** Before the founding: nobody and nothing. Only a founding makes sense here. */
export function initialState(community: CommunityIri): CommunityState {
  const never = new Date(0);
  return {
    community,
    seq: 0,
    head: FIRST_PREV,
    at: never,
    founder: personIri(''),
    title: '',
    purpose: '',
    provisionalUntil: never,
    charter: { version: 0, parameters: DEFAULT_PARAMETERS },
    charters: [],
    members: new Map(),
    proposals: new Map(),
    rules: new Map(),
    holds: new Map(),
    dealtWith: new Set(),
    refusedAttempts: 0,
    servers: new Map(),
    links: new Map(),
  };
}

/**
 * The state after an entry. The state before stays as it was. Throws a RecordFault when the entry is not the next
 * one, or its event makes no sense in the state: no decision of this program leads there.
 */
export function apply(state: CommunityState, entry: Entry): CommunityState {
  return applyInPlace(draftOf(state), entry);
}

/** The same, changing the draft itself: for reading long records. After a fault the draft is of no use any more. */
export function applyInPlace(draft: Draft, entry: Entry): Draft {
  const { head, hash, event } = entry;
  if (head.community !== draft.community) {
    throw new RecordFault(head.seq, 'community', `Entry ${head.seq}: it belongs to the record of ${head.community}.`);
  }
  if (head.seq !== draft.seq + 1) throw new RecordFault(draft.seq + 1, 'seq', `Entry ${draft.seq + 1}: it is missing.`);
  if (head.prev !== draft.head) {
    throw new RecordFault(head.seq, 'prev', `Entry ${head.seq}: it does not follow from the entry before it.`);
  }
  if (head.at < draft.at) {
    throw new RecordFault(head.seq, 'time', `Entry ${head.seq}: it is dated before the entry before it.`);
  }
  if ((head.seq === 1) !== (event.kind === 'community-founded')) {
    throw new RecordFault(head.seq, 'state', `Entry ${head.seq}: a record begins with the founding, and only there.`);
  }
  applyEvent(draft, event, entry);
  draft.seq = head.seq;
  draft.head = hash;
  draft.at = head.at;
  return draft;
}

function applyEvent(draft: Draft, event: GovernanceEvent, { head: { seq, at } }: Entry): void {
  const context = { draft, seq, at };
  switch (event.kind) {
    case 'community-founded':
      applyFounding(context, event);
      break;
    case 'member-joined':
    case 'member-left':
    case 'member-moved':
      applyMembership(context, event);
      break;
    case 'server-limited':
    case 'relations-ended':
    case 'community-linked':
    case 'community-unlinked':
    case 'community-moved':
      applyFederation(context, event);
      break;
    case 'proposal-submitted':
    case 'proposal-seconded':
    case 'proposal-withdrawn':
    case 'proposal-frozen':
    case 'voting-opened':
    case 'voting-extended':
    case 'voting-ended':
    case 'proposal-decided':
    case 'proposal-lapsed':
    case 'proposal-voided':
      applyProposal(context, event);
      break;
    case 'rule-in-force':
    case 'rule-repealed':
    case 'rule-expired':
    case 'charter-amended':
      applyRule(context, event);
      break;
    case 'post-held':
    case 'hold-ended':
    case 'post-labelled':
      applyEnforcement(context, event);
      break;
    case 'attempt-refused':
      draft.refusedAttempts += 1;
      break;
    default:
      unknown(event, context);
  }
}

/** A kind that this program does not know was written by a later one, or by somebody else. */
function unknown(_: never, context: Pick<Context, 'seq'>): never {
  return senseless(context, 'this version does not know what it says');
}
