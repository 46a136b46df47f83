import type { CommunityIri } from '../community/ids.ts';
import { personIri } from '../community/ids.ts';
import { FIRST_PREV } from '../record/chain.ts';
import { NO_CASES } from './cases/state.ts';
import { DEFAULT_PARAMETERS } from './charter.ts';
import { NO_CONVERSATION } from './conversation/state.ts';
import { NO_DELEGATIONS } from './delegations/state.ts';
import { NO_EMERGENCY } from './emergency/state.ts';
import { NO_HOUSE } from './house/state.ts';
import { NO_JURIES } from './juries/state.ts';
import { NO_PARTICIPATION } from './participation/state.ts';
import { NO_ROLES } from './roles/state.ts';
import { NO_RULES } from './rules/state.ts';
import { NO_SECRET_VOTES } from './secret/state.ts';
import type { CommunityState } from './state.ts';

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
    accountsLetIn: new Set(),
    proposals: new Map(),
    rules: new Map(),
    holds: new Map(),
    dealtWith: new Set(),
    servers: new Map(),
    links: new Map(),
    issuers: new Map(),
    lists: new Map(),
    ...NO_ROLES,
    ...NO_CASES,
    ...NO_JURIES,
    ...NO_EMERGENCY,
    ...NO_DELEGATIONS,
    ...NO_SECRET_VOTES,
    ...NO_RULES,
    ...NO_PARTICIPATION,
    ...NO_CONVERSATION,
    ...NO_HOUSE,
  };
}
