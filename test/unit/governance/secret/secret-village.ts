import { type Digest, digest, organisation, type PersonIri, proposalId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { Phase, Pinned, Proposal, Roll } from '../../../../server/governance/proposal.ts';
import { freezeRoll } from '../../../../server/governance/roll.ts';
import type { SecretSetup } from '../../../../server/governance/secret/setup.ts';
import { NOTHING_YET, type SecretVote } from '../../../../server/governance/secret/state.ts';
import type { CommunityState } from '../../../../server/governance/state.ts';
import { merkleRoot } from '../../../../server/record/merkle.ts';
import { alice, bob, carol, dave, Village } from '../village.ts';

export const P = proposalId(1);
export const village = Village.of(bob, carol, dave);
export const { state: guild, now } = village;
export const ROLL_SIZE = 14;
export const keys = { issuer: 'issuer', machine: 'machine' };
export const roll: Roll = freezeRoll({ state: guild, at: now, actedSince: new Map() });
export const setup: SecretSetup = {
  issuer: 'issuer',
  tellers: [alice, carol, dave].map((teller) => ({ teller, key: `key of ${teller}` })),
  threshold: 2,
};

/** The guild with a secret vote on a recall, in a phase; more of it as given. */
export function withVote(
  phase: Phase,
  { secret = {}, setupIs = setup }: { secret?: Partial<SecretVote>; setupIs?: SecretSetup } = {},
) {
  const early = phase.state === 'discussion' || phase.state === 'nomination';
  const pinned: Pinned = {
    ...{ textHash: roll.root, rollRoot: roll.root, rollSize: ROLL_SIZE, active: roll.active },
    ...{ organisations: 4, quorum: 2, method: 'yes-no', matter: 'recall', charterVersion: 1, secret: setupIs },
  };
  const proposal: Proposal = {
    ...{
      id: P,
      title: 'A recall',
      reasons: '',
      change: { kind: 'recall', role: 'teller', member: bob },
      matter: 'recall',
    },
    ...{ by: guild.community, submittedAt: now, secondsNeeded: 0, organisationsNeeded: 0, seconds: [], phase },
    ...(early ? {} : { pinned }),
    ...(phase.state === 'counting' ? { votingEndedAt: phase.endedAt } : {}),
  };
  const state: CommunityState = {
    ...guild,
    proposals: new Map([[P, proposal]]),
    secretVotes: new Map([[P, { ...NOTHING_YET, ...secret }]]),
  };
  return { state, proposal, pinned };
}

export const holding = (state: CommunityState, ...members: readonly PersonIri[]): CommunityState => ({
  ...state,
  holders: new Map([
    [
      'teller',
      members.map((member) => ({
        ...{ member, organisation: organisation(new URL(member).host), since: now, until: addDays(now, 99) },
        ...{ terms: 1, by: 'founder' as const },
      })),
    ],
  ]),
});

export const VOTING: Phase = { state: 'voting', until: addDays(now, 7), extended: { quorum: false, late: false } };
export const COUNTING: Phase = { state: 'counting', endedAt: now };
export const leavesOf = (count: number): Digest[] =>
  Array.from({ length: count }, (_, at) => digest(`${at}`.padStart(64, '0')));
export const boardOf = (ballots: number, issued: number) => ({ root: merkleRoot(leavesOf(ballots)), ballots, issued });
