import type { GovernanceEvent } from '../governance/events.ts';
import type { Entry, EntryHead } from '../record/entry.ts';
import { casesConsequences } from './entries/cases.ts';
import type { Consequences } from './entries/consequences.ts';
import { conversationConsequences } from './entries/conversation.ts';
import { delegationsConsequences } from './entries/delegations.ts';
import { emergencyConsequences } from './entries/emergency.ts';
import { federationConsequences } from './entries/federation.ts';
import { houseConsequences } from './entries/house.ts';
import { juriesConsequences } from './entries/juries.ts';
import { participationConsequences } from './entries/participation.ts';
import { proposalConsequences } from './entries/proposals.ts';
import { rolesConsequences } from './entries/roles.ts';
import { ruleConsequences } from './entries/rules.ts';
import { secretConsequences } from './entries/secret.ts';
import type { EffectParts } from './parts.ts';

/** What follows from entries, by kind. Those of other kinds only stand in the record. */
const CONSEQUENCES: Consequences = {
  ...proposalConsequences,
  ...ruleConsequences,
  ...federationConsequences,
  ...rolesConsequences,
  ...casesConsequences,
  ...juriesConsequences,
  ...emergencyConsequences,
  ...delegationsConsequences,
  ...secretConsequences,
  ...participationConsequences,
  ...conversationConsequences,
  ...houseConsequences,
};

export const hasConsequences = (kind: GovernanceEvent['kind']): boolean => Object.hasOwn(CONSEQUENCES, kind);

/** Carries out what follows from an entry of a community's record. */
export async function carryOutEntry(parts: EffectParts, { entry }: { readonly entry: Entry }): Promise<void> {
  const { event, head } = entry;
  if (!hasConsequences(event.kind)) return;
  const carryOut = CONSEQUENCES[event.kind] as (p: EffectParts, h: EntryHead, e: GovernanceEvent) => Promise<unknown>;
  await carryOut(parts, head, event);
}
