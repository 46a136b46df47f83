import { describe, expect, it } from '@jest/globals';
import { organisation, type PersonIri, type ProposalId, personIri } from '../../../server/community/ids.ts';
import { giveDelegation, takeBackDelegation } from '../../../server/governance/delegations/give.ts';
import { due } from '../../../server/governance/due.ts';
import { leave, moveMember } from '../../../server/governance/membership.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { countVote } from '../../../server/governance/tally/count.ts';
import { alice, bob, carol, dave, LINK_RULE, mallory, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };

const give = (village: Village, by: PersonIri, to: PersonIri): string =>
  village.record(giveDelegation({ state: village.state, by, to, now: village.now }));
const takeBack = (village: Village, by: PersonIri): string =>
  village.record(takeBackDelegation({ state: village.state, by }));
const leaves = (village: Village, person: PersonIri): string =>
  village.record(leave({ state: village.state, person, now: village.now }));
const tallyOf = (village: Village, id: ProposalId) => village.state.proposals.get(id)?.outcome?.tally;

describe('a delegation', () => {
  it('is refused with the reason: no member, nobody, herself, somebody too new, too many, twice', () => {
    const village = Village.of(bob, carol, dave);
    expect(give(village, mallory, bob)).toBe('not-a-member');
    expect(give(village, bob, mallory)).toBe('no-such-member');
    expect(give(village, bob, bob)).toBe('to-herself');
    village.join(mallory);
    expect(give(village, bob, mallory)).toBe('too-new');
    expect(give(village, bob, alice)).toBe('accepted');
    expect(give(village, bob, alice)).toBe('already-given');
    for (const person of [carol, dave]) expect(give(village, person, alice)).toBe('accepted');
    expect(give(village, mallory, alice)).toBe('too-many');
    // Who votes for three already may still be asked by one of these again.
    village.pass(1);
    expect(give(village, bob, alice)).toBe('accepted');
    expect(takeBack(village, mallory)).toBe('none-given');
  });

  it('ends after its time by itself, when it is taken back, and when one of the two leaves', () => {
    const village = Village.of(bob, carol, dave);
    give(village, bob, alice);
    give(village, carol, alice);
    give(village, dave, carol);
    expect(takeBack(village, bob)).toBe('accepted');
    expect([...village.state.delegations.keys()]).toEqual([carol, dave]);
    leaves(village, carol);
    village.pass(0);
    expect(village.state.delegations.size).toBe(0);
    const why = village.entries.flatMap(({ event }) => (event.kind === 'delegation-ended' ? [event.why] : []));
    expect(why).toEqual(['taken-back', 'left', 'left']);

    give(village, bob, alice);
    const { until } = village.state.delegations.get(bob) ?? {};
    const before = due(village.state, new Date((until?.getTime() ?? 0) - 1));
    expect(before.filter(({ step }) => step === 'end-delegation')).toEqual([]);
    village.pass(90);
    expect(village.state.delegations.size).toBe(0);
    const ended = village.entries.findLast(({ event }) => event.kind === 'delegation-ended');
    expect(ended).toMatchObject({ event: { why: 'expired' }, head: { at: until } });
  });

  it('does not outlast leaving and joining again', () => {
    const village = Village.of(bob, carol);
    give(village, bob, alice);
    village.pass(1);
    leaves(village, bob);
    village.join(bob);
    village.pass(0);
    expect(village.state.delegations.size).toBe(0);
  });

  it('goes along when one of the two moves to another account', () => {
    const village = Village.of(bob, carol);
    give(village, bob, carol);
    const to = personIri('https://west.example/actors/carol');
    const { state } = village;
    village.record(moveMember({ state, from: carol, to, organisation: organisation('west.example') }));
    village.pass(0);
    expect(village.state.delegations.get(bob)).toMatchObject({ by: bob, to });
  });
});

describe('a vote with delegations', () => {
  it('counts for those who did not vote, as it stood when the vote ended, and the count can be repeated', () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    for (const person of [bob, carol, dave]) give(village, person, alice);
    village.vote(alice, id, 'yes');
    village.vote(dave, id, 'no');
    takeBack(village, carol);
    village.pass(7);
    expect(tallyOf(village, id)).toMatchObject({ yes: 2, no: 1, turnout: 3, delegated: 1 });
    const proposal = village.state.proposals.get(id);
    expect(proposal?.delegations).toEqual([
      { by: dave, to: alice },
      { by: bob, to: alice },
    ]);
    // Whatever is taken back afterwards, the record says what stood then.
    takeBack(village, bob);
    const roll = village.rolls.get(id);
    if (proposal?.pinned === undefined || roll === undefined) throw new Error(`${id} was never frozen`);
    const { pinned, delegations } = proposal;
    expect(countVote({ pinned, roll, ballots: village.ballotsOn(id), delegations })).toEqual(tallyOf(village, id));
  });

  it('reaches the quorum with the votes of delegates, so that it is not extended', () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    give(village, bob, alice);
    village.vote(alice, id, 'yes');
    village.pass(7);
    expect(tallyOf(village, id)).toMatchObject({ quorum: 2, turnout: 2, result: 'passed' });
  });

  it('knows who moved by the name she has on the roll', () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    give(village, bob, carol);
    const to = personIri('https://west.example/actors/carol');
    const { state } = village;
    village.record(moveMember({ state, from: carol, to, organisation: organisation('west.example') }));
    for (const person of [alice, to]) village.vote(person, id, 'yes');
    village.pass(7);
    expect(village.state.proposals.get(id)?.delegations).toEqual([{ by: bob, to: carol }]);
    expect(tallyOf(village, id)).toMatchObject({ yes: 3, delegated: 1 });
  });

  it('finds a delegation in the record that nobody gave', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    village.vote(alice, id, 'yes');
    const invented = { kind: 'voting-ended', proposal: id, delegations: [{ by: bob, to: alice }] } as const;
    expect(() => village.write(invented)).toThrow('has not asked');
  });
});
