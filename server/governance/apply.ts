import type { Entry } from '../record/entry.ts';
import { RecordFault } from '../record/fault.ts';
import { addLeaf } from '../record/frontier.ts';
import { casesHandlers } from './apply/cases.ts';
import { conversationHandlers } from './apply/conversation.ts';
import { delegationsHandlers } from './apply/delegations.ts';
import { emergencyHandlers } from './apply/emergency.ts';
import { enforcementHandlers } from './apply/enforcement.ts';
import { federationHandlers } from './apply/federation.ts';
import type { Handlers } from './apply/handlers.ts';
import { houseHandlers } from './apply/house.ts';
import { juriesHandlers } from './apply/juries.ts';
import { membershipHandlers } from './apply/membership.ts';
import { participationHandlers } from './apply/participation.ts';
import { proposalsHandlers } from './apply/proposals.ts';
import { rolesHandlers } from './apply/roles.ts';
import { rulesHandlers } from './apply/rules.ts';
import { secretHandlers } from './apply/secret.ts';
import type { Context, Draft } from './draft.ts';
import { draftOf, senseless } from './draft.ts';
import type { GovernanceEvent } from './events.ts';
import type { CommunityState } from './state.ts';

export type { Draft } from './draft.ts';
export { draftOf } from './draft.ts';
export { initialState } from './initial-state.ts';

/** What each kind of event does to the state. */
const HANDLERS: Handlers<GovernanceEvent> = {
  ...membershipHandlers,
  ...proposalsHandlers,
  ...rulesHandlers,
  ...federationHandlers,
  ...enforcementHandlers,
  ...rolesHandlers,
  ...casesHandlers,
  ...juriesHandlers,
  ...emergencyHandlers,
  ...delegationsHandlers,
  ...secretHandlers,
  ...participationHandlers,
  ...conversationHandlers,
  ...houseHandlers,
};

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
  if (head.at.getTime() < draft.at.getTime()) {
    throw new RecordFault(head.seq, 'time', `Entry ${head.seq}: it is dated before the entry before it.`);
  }
  if ((head.seq === 1) !== (event.kind === 'community-founded')) {
    throw new RecordFault(head.seq, 'state', `Entry ${head.seq}: a record begins with the founding, and only there.`);
  }
  applyEvent(event, { draft, seq: head.seq, at: head.at });
  draft.tree = addLeaf(draft.tree, draft.seq, hash);
  draft.seq = head.seq;
  draft.head = hash;
  draft.at = head.at;
  return draft;
}

function applyEvent(event: GovernanceEvent, context: Context): void {
  // A kind that this program does not know was written by a later one, or by somebody else.
  if (!Object.hasOwn(HANDLERS, event.kind)) senseless(context, 'this version does not know what it says');
  const handler = HANDLERS[event.kind] as (context: Context, event: GovernanceEvent) => void;
  handler(context, event);
}
