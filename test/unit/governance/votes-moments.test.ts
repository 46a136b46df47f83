import { describe, expect, it } from '@jest/globals';
import { digest, type PersonIri, type ProposalId, proposalId } from '../../../server/community/ids.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import type { Change, Proposal } from '../../../server/governance/proposal.ts';
import { decideChallenge, signChallenge } from '../../../server/governance/proposals/challenge.ts';
import { juriesForChallenges } from '../../../server/governance/proposals/challenge-juries.ts';
import { decideProposal } from '../../../server/governance/proposals/decide.ts';
import { endVoting } from '../../../server/governance/proposals/vote.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { agreed, alice, bob, carol, codeOf, dave, LINK_RULE, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };
const P9 = proposalId(9);
const moment = (at: Date): Date => new Date(at.getTime() - 1);
const found = ({ state }: Village, id: ProposalId): Proposal => {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) throw new Error(`there is no ${id}`);
  return proposal;
};
const untilOf = (village: Village, id: ProposalId): Date => (found(village, id).phase as { until: Date }).until;
/** As if it had been decided so. */
const put = (state: CommunityState, id: ProposalId, more: Partial<Proposal>): CommunityState => {
  const proposals = new Map(state.proposals).set(id, { ...(state.proposals.get(id) as Proposal), ...more });
  return { ...state, proposals };
};

/** Everybody voted yes on a rule; it waits for its time. */
function passed(): { village: Village; id: ProposalId } {
  const village = Village.of(bob, carol, dave);
  const id = village.toTheVote(alice, ADOPT);
  for (const by of [alice, bob, carol, dave]) village.vote(by, id, 'yes');
  village.courtSits = false;
  village.pass(7);
  return { village, id };
}

describe('the end of a vote', () => {
  it('is put off for a quorum that came in the last hours, to the moment, once', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    const until = untilOf(village, id);
    const { lateQuorumHours } = village.state.charter.parameters;
    const late = addHours(until, -lateQuorumHours);
    const end = (...times: readonly Date[]) => {
      const voters = [alice, bob, carol] as readonly PersonIri[];
      const ballots = times.map((castAt, at) => ({ voter: voters[at] as PersonIri, castAt }));
      return agreed(endVoting({ state: village.state, proposal: id, ballots, now: until }));
    };
    const early = addHours(until, -99);
    expect(found(village, id).pinned?.quorum).toBe(2);
    // The quorum is there with the second of them, whoever is read first.
    expect(end(early, late)).toMatchObject({ why: 'late-quorum', until: addHours(until, lateQuorumHours) });
    expect(end(late, early)).toMatchObject({ why: 'late-quorum' });
    expect(end(early, moment(late))).toEqual({ kind: 'voting-ended', proposal: id });
    expect(end(late, early, early)).toMatchObject({ kind: 'voting-ended' });
    expect(end(early)).toMatchObject({ why: 'quorum' });
  });

  it('with a delegate has her vote for others at the time at which she cast it', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    const until = untilOf(village, id);
    const one = { by: carol, to: bob, since: addDays(until, -9), until: addDays(until, 99) };
    const state = { ...village.state, delegations: new Map([[carol, one as never]]) };
    const roll = village.rolls.get(id) ?? null;
    const end = (...ballots: readonly { voter: PersonIri; castAt: Date }[]) =>
      endVoting({ state, proposal: id, ballots, roll, now: until });
    const early = addHours(until, -99);
    expect(end({ voter: bob, castAt: early })).toMatchObject({
      value: { kind: 'voting-ended', delegations: [{ by: carol, to: bob }] },
    });
    // Nobody votes for carol but bob: with alice alone the quorum is not there.
    expect(end({ voter: alice, castAt: early })).toMatchObject({ value: { why: 'quorum' } });
  });
});

describe('a result', () => {
  it('is counted from ballots that are whole, on the board and of this vote, with what others said beside it', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    for (const by of [alice, bob, carol]) village.vote(by, id, 'yes');
    let asked: Parameters<typeof decideProposal>[0] | undefined;
    const decide = village.decide.bind(village);
    village.decide = (proposal) => {
      const result = decide(proposal);
      const [roll, board] = [village.rolls.get(proposal), village.boards.get(proposal)];
      if (roll && board)
        asked = { state: village.state, proposal, roll, board, ballots: village.ballotsOn(proposal), now: village.now };
      return result;
    };
    village.pass(8);
    if (asked === undefined) throw new Error('nothing was decided');
    const given = asked;
    const result = (more: object = {}) => {
      const decided = decideProposal({ ...given, ...more });
      if (!decided.ok) throw new Error(decided.refusal.text);
      return decided.value;
    };
    expect(result()).toMatchObject({ tally: { yes: 3, result: 'passed' }, ballots: 3 });
    for (const name of ['others', 'confirmed', 'refileFrom']) expect(result()).not.toHaveProperty(name);
    for (const others of [
      { yes: 1, no: 0, abstain: 0 },
      { yes: 0, no: 1, abstain: 0 },
      { yes: 0, no: 0, abstain: 1 },
    ])
      expect(result({ others })).toMatchObject({ others });
    expect(result({ others: { yes: 0, no: 0, abstain: 0 } })).not.toHaveProperty('others');
    const elsewhere = given.ballots.map((ballot, at) => (at === 0 ? { ...ballot, proposal: P9 } : ballot));
    expect(result({ ballots: elsewhere })).toMatchObject({ tally: { yes: 2 } });
    expect(codeOf(decideProposal({ ...given, proposal: P9 }))).toBe('not-due');
    expect(codeOf(decideProposal({ ...given, roll: { ...given.roll, root: digest('0') } }))).toBe('roll-changed');
  });
});

describe('a challenge', () => {
  const sign = (village: Village, id: ProposalId, by: PersonIri, more: object = {}) =>
    signChallenge({
      ...{ state: village.state, proposal: id, by, ground: 'Too short.', now: village.now },
      ...{ roll: village.rolls.get(id) ?? null, ...more },
    });

  it('says when it is too late, too early, or before a jury; and stops on another roll', () => {
    const { village, id } = passed();
    const until = untilOf(village, id);
    expect(codeOf(sign(village, id, bob, { now: moment(until) }))).toBe('accepted');
    expect(sign(village, id, bob, { now: until })).toMatchObject({
      refusal: { code: 'not-in-timelock', text: expect.stringContaining('The time to object ended on ') },
    });
    expect(() => sign(village, id, bob, { roll: null })).toThrow('not the one that was pinned');
    const roll = village.rolls.get(id);
    expect(() => sign(village, id, bob, { roll: { ...roll, root: digest('0') } })).toThrow(
      'not the one that was pinned',
    );
    const open = village.propose(bob, { kind: 'adopt-rule', rule: { ...LINK_RULE, title: 'Another' } });
    expect(sign(village, open, bob)).toMatchObject({
      refusal: { text: expect.stringContaining('can be questioned only between') },
    });
    for (const by of [bob, carol]) expect(village.record(sign(village, id, by))).toBe('accepted');
    expect(sign(village, id, dave)).toMatchObject({ refusal: { text: expect.stringContaining('to a jury already') } });
  });

  it('is judged by who neither wrote nor questioned it, and without a verdict in time the vote stands', () => {
    const { village, id } = passed();
    expect(juriesForChallenges(village.state)).toEqual([]);
    for (const by of [bob, carol]) village.record(sign(village, id, by));
    const [wanted] = juriesForChallenges(village.state);
    expect(wanted).toMatchObject({ excluded: [alice, bob, carol], excludedOrganisations: [], size: 7 });
    expect(wanted?.options.map(({ id, need }) => [id, need])).toEqual([
      ['valid', 3],
      ['void', 5],
    ]);
    const { appealVerdictDays } = village.state.charter.parameters;
    const opened = found(village, id).challenge?.opened ?? village.now;
    const last = addDays(opened, appealVerdictDays);
    const decide = (now: Date, state = village.state) => decideChallenge({ state, proposal: id, now });
    expect(codeOf(decide(moment(last)))).toBe('not-due');
    expect(decide(last)).toEqual({
      ok: true,
      value: { kind: 'challenge-decided', proposal: id, kept: true, hung: false, inForceFrom: last },
    });
    expect(codeOf(decide(last, put(village.state, id, { phase: { state: 'rejected' } as never })))).toBe('not-due');
  });
});
