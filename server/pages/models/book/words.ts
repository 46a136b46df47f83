import type { RecordEntry, Run } from '../../../../views/pages/record.ts';
import type { GovernanceEvent } from '../../../governance/events.ts';
import type { Entry } from '../../../record/entry.ts';
import { casesTellings } from './cases.ts';
import { conversationTellings } from './conversation.ts';
import { delegationsTellings } from './delegations.ts';
import { emergencyTellings } from './emergency.ts';
import { federationTellings } from './federation.ts';
import { houseTellings } from './house.ts';
import { juriesTellings } from './juries.ts';
import { membershipTellings } from './membership.ts';
import type { Naming, Telling, Tellings } from './naming.ts';
import { participationTellings } from './participation.ts';
import { proposalTellings } from './proposals.ts';
import { rolesTellings } from './roles.ts';
import { ruleTellings } from './rules.ts';
import { secretTellings } from './secret.ts';

/** How each kind of event is told. */
const TELLINGS: Tellings<GovernanceEvent> = {
  ...membershipTellings,
  ...proposalTellings,
  ...ruleTellings,
  ...federationTellings,
  ...rolesTellings,
  ...casesTellings,
  ...juriesTellings,
  ...emergencyTellings,
  ...delegationsTellings,
  ...secretTellings,
  ...participationTellings,
  ...conversationTellings,
  ...houseTellings,
};

/** One line of the open book. */
export function recordEntry({ head, hash, event }: Entry, naming: Naming): RecordEntry {
  const tell = TELLINGS[event.kind] as Telling;
  const { says, sub } = tell(event, naming);
  return { seq: head.seq, hash, at: head.at, says: capitalised(says), ...(sub === undefined ? {} : { sub }) };
}

/** A sentence begins with a capital, also where it begins with “somebody at …” or “rule R-1”; names stay as they are. */
function capitalised([first, ...rest]: readonly Run[]): readonly Run[] {
  if (first === undefined) return [];
  if (typeof first === 'string') return [capital(first), ...rest];
  return 'link' in first && first.common === true
    ? [{ ...first, link: capital(first.link) }, ...rest]
    : [first, ...rest];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
