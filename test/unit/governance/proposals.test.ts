import { describe, expect, it } from '@jest/globals';
import { personIri, ruleId } from '../../../server/community/ids.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { submitProposal } from '../../../server/governance/proposals/submit.ts';
import { withdrawProposal } from '../../../server/governance/proposals/withdraw.ts';
import { alice, bob, carol, codeOf, dave, LINK_RULE, mallory, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };
const LONGER_VOTES: Change = { kind: 'amend-charter', parameters: { votingDays: 10 } };
const submit = (village: Village, by = alice, change: Change = ADOPT, title = 'Links', reasons = 'They help.') =>
  submitProposal({ state: village.state, by, title, reasons, change, now: village.now });

describe('proposing', () => {
  it('is for members, after their tenure', () => {
    const village = Village.founded();
    expect(submit(village).ok).toBe(false);
    expect(codeOf(submit(village))).toBe('too-new');
    expect(codeOf(submit(village, mallory))).toBe('not-a-member');
    village.pass(30);
    expect(codeOf(submit(village))).toBe('accepted');
  });

  it('tells a new member from when on she can', () => {
    const refusal = submit(Village.founded());
    expect(refusal).toMatchObject({ refusal: { text: expect.stringContaining('from 4 February 2026 on') } });
  });

  it('needs three seconds from two organisations where there are so many', () => {
    const village = Village.of(bob, carol, dave);
    expect(submit(village)).toMatchObject({ value: { secondsNeeded: 3, organisationsNeeded: 2, matter: 'ordinary' } });
  });

  it('asks a small community for what it has, and nothing of somebody who is alone', () => {
    expect(submit(Village.of(bob))).toMatchObject({ value: { secondsNeeded: 1, organisationsNeeded: 1 } });
    const alone = submit(Village.of());
    expect(alone).toMatchObject({ value: { secondsNeeded: 0, discussionUntil: new Date('2026-02-09T09:00:00.000Z') } });
  });

  it('asks a large community for half the root of it', () => {
    const many = Array.from({ length: 99 }, (_, index) => personIri(`https://south.example/users/m${index}`));
    expect(submit(Village.of(...many))).toMatchObject({ value: { secondsNeeded: 5 } });
  });

  it('stops at two open proposals of one member', () => {
    const village = Village.of(bob);
    village.propose(alice, ADOPT);
    village.propose(alice, LONGER_VOTES);
    const third: Change = { kind: 'amend-charter', parameters: { votingDays: 11 } };
    expect(codeOf(submit(village, alice, third))).toBe('too-many-open');
    expect(codeOf(submit(village, bob, third))).toBe('accepted');
  });

  it('refuses what cannot be carried out, with the reason', () => {
    const village = Village.of(bob);
    const charter = (parameters: object) => codeOf(submit(village, alice, { kind: 'amend-charter', parameters }));
    expect(charter({ maxHoldHours: 100 })).toBe('bad-parameters');
    expect(charter({ nothing: 1 })).toBe('bad-parameters');
    expect(charter({})).toBe('nothing-changes');
    expect(charter({ votingDays: 7 })).toBe('nothing-changes');
    expect(codeOf(submit(village, alice, { kind: 'repeal-rule', id: ruleId(1) }))).toBe('no-such-rule');
    const endless = { ...LINK_RULE, effects: [{ do: 'hold' as const, hours: 1000 }] };
    expect(submit(village, alice, { kind: 'adopt-rule', rule: endless })).toMatchObject({
      refusal: { code: 'bad-rule', text: expect.stringContaining('at most 72 hours') },
    });
    expect(codeOf(submit(village, alice, ADOPT, ''))).toBe('bad-title');
    expect(codeOf(submit(village, alice, ADOPT, 'Links', '\ud800'))).toBe('bad-reasons');
  });

  it('refuses the same change twice, while it is open and for two weeks after it lapsed', () => {
    const village = Village.of(bob, carol);
    village.propose(alice, ADOPT);
    expect(codeOf(submit(village, bob))).toBe('already-proposed');
    village.pass(14);
    expect(village.phaseOf(village.state.proposals.keys().next().value ?? ('' as never))).toBe('lapsed');
    expect(codeOf(submit(village, bob))).toBe('refile-too-early');
    village.pass(14);
    expect(codeOf(submit(village, bob))).toBe('accepted');
  });

  it('refuses a rule that contradicts one in force, unless it says so', () => {
    const village = Village.of(bob, carol);
    village.adopt(alice, ADOPT);
    expect(codeOf(submit(village))).toBe('conflict');
    const softer = { ...LINK_RULE, effects: [{ do: 'hold' as const, hours: 2 }] };
    expect(submit(village, alice, { kind: 'adopt-rule', rule: softer })).toMatchObject({
      refusal: { code: 'conflict', text: expect.stringContaining('R-1') },
    });
    expect(codeOf(submit(village, alice, { kind: 'adopt-rule', rule: { ...softer, overrides: [ruleId(1)] } }))).toBe(
      'accepted',
    );
    expect(codeOf(submit(village, alice, { kind: 'amend-rule', id: ruleId(1), rule: softer }))).toBe('accepted');
  });
});

describe('seconding', () => {
  it('opens the discussion with the last second that is missing', () => {
    const village = Village.of(bob, carol, dave);
    const proposal = village.propose(alice, ADOPT);
    expect([village.second(bob, proposal), village.second(carol, proposal)]).toEqual(['accepted', 'accepted']);
    expect(village.phaseOf(proposal)).toBe('seconding');
    village.second(dave, proposal);
    expect(village.phaseOf(proposal)).toBe('discussion');
  });

  it('waits for a second organisation', () => {
    const erin = personIri('https://north.example/actors/erin');
    const frank = personIri('https://north.example/actors/frank');
    const village = Village.of(bob, erin, frank, carol);
    const proposal = village.propose(alice, ADOPT);
    for (const person of [bob, erin, frank]) village.second(person, proposal);
    expect(village.phaseOf(proposal)).toBe('seconding');
    village.second(carol, proposal);
    expect(village.phaseOf(proposal)).toBe('discussion');
  });

  it('is refused to the proposer, to newcomers, to strangers, twice, and afterwards', () => {
    const village = Village.of(bob, carol, dave);
    const proposal = village.propose(alice, ADOPT);
    village.join(mallory);
    expect(village.second(alice, proposal)).toBe('own-proposal');
    expect(village.second(mallory, proposal)).toBe('too-new');
    expect(village.second(personIri('https://x.example/nobody'), proposal)).toBe('not-a-member');
    village.second(bob, proposal);
    expect(village.second(bob, proposal)).toBe('already-seconded');
    village.pass(14);
    expect(village.second(carol, proposal)).toBe('not-seconding');
    expect(village.phaseOf(proposal)).toBe('lapsed');
  });
});

describe('withdrawing', () => {
  const withdraw = (village: Village, by = alice) =>
    withdrawProposal({
      state: village.state,
      proposal: [...village.state.proposals.keys()][0] ?? ('' as never),
      by,
      now: village.now,
    });

  it('is the proposer’s own affair until the text is frozen', () => {
    const village = Village.of(bob);
    const proposal = village.propose(alice, ADOPT);
    expect(codeOf(withdraw(village, bob))).toBe('not-the-proposer');
    expect(codeOf(withdraw(village))).toBe('accepted');
    village.second(bob, proposal);
    village.pass(5);
    expect(village.phaseOf(proposal)).toBe('frozen');
    expect(codeOf(withdraw(village))).toBe('too-late');
  });
});
