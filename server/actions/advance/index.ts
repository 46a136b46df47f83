import type { CommunityIri } from '../../community/ids.ts';
import { type DueStep, due } from '../../governance/due.ts';
import type { CommunityState } from '../../governance/state.ts';
import { decideAndRecord, notBefore } from '../record.ts';
import { casesSteps } from './cases.ts';
import { delegationsSteps } from './delegations.ts';
import { emergencySteps } from './emergency.ts';
import { existingSteps } from './existing.ts';
import { juriesSteps } from './juries.ts';
import { membershipSteps } from './membership.ts';
import { proposalSteps } from './proposals.ts';
import { rolesSteps } from './roles.ts';
import { ruleSteps } from './rules.ts';
import { secretSteps } from './secret.ts';
import { type Decide, type Needs, nameOf, type Preparations } from './step.ts';

/** How each step that may be due is prepared. */
const STEPS: Preparations<DueStep> = {
  ...membershipSteps,
  ...proposalSteps,
  ...ruleSteps,
  ...existingSteps,
  ...rolesSteps,
  ...casesSteps,
  ...juriesSteps,
  ...emergencySteps,
  ...delegationsSteps,
  ...secretSteps,
};

/** A state in which so many steps are due at once is a fault in the steps themselves. */
const MOST_STEPS = 10_000;

/** What became of what was due: steps recorded, and steps that were refused although they are due. */
export interface Advanced {
  readonly recorded: number;
  readonly blocked: readonly DueStep[];
}

/**
 * Carries out everything that is due in a community by its time, one recorded step after the other. Several workers
 * may do this at once: each step is an optimistic append, so it happens once. A step that is refused (a roll or board
 * changed in the database) holds up nothing else.
 */
export async function advanceCommunity(house: Needs, community: CommunityIri): Promise<Advanced> {
  const blocked = new Map<string, DueStep>();
  const later = new Set<string>();
  let recorded = 0;
  for (let rounds = 0; rounds < MOST_STEPS; rounds += 1) {
    const state = await house.states.load(community);
    const steps = state === null ? [] : due(state, notBefore(state.at, house.clock.now()));
    const next = steps.find((step) => !blocked.has(nameOf(step)) && !later.has(nameOf(step)));
    if (state === null || next === undefined) return { recorded, blocked: [...blocked.values()] };
    if (await waitsForInbox(house, next)) {
      later.add(nameOf(next));
      continue;
    }
    const done = await decideAndRecord(house, community, await prepare(house, state, next));
    if (done.ok) recorded += 1;
    else if (done.refusal.code !== 'not-due') {
      house.log.error({ community, step: next, refusal: done.refusal }, 'a step that is due was refused');
      blocked.set(nameOf(next), next);
    }
  }
  throw new Error(`more than ${MOST_STEPS} steps are due in ${community}`);
}

function prepare(house: Needs, state: CommunityState, step: DueStep): Decide | Promise<Decide> {
  const preparation = STEPS[step.step] as (house: Needs, state: CommunityState, step: DueStep) => Promise<Decide>;
  return preparation(house, state, step);
}

/** How long the end of a vote waits for what was received before it. */
const INBOX_WAIT_MS = 600_000;

/** A vote that was received in time is counted: while the inbox still has something to carry out, a vote does not end. */
async function waitsForInbox(house: Needs, step: DueStep): Promise<boolean> {
  if (step.step !== 'end-voting') return false;
  if (house.clock.now().getTime() - step.at.getTime() > INBOX_WAIT_MS) return false;
  return (await house.inbox.waiting()) > 0;
}
