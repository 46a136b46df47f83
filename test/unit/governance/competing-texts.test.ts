import { describe, expect, it } from '@jest/globals';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { optionId, personIri, ruleId } from '../../../server/community/ids.ts';
import { moveMember } from '../../../server/governance/membership.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { proposeAlternative, secondAlternative, takeOver } from '../../../server/governance/proposals/alternative.ts';
import { textsHash } from '../../../server/governance/proposals/freeze.ts';
import { textsOf } from '../../../server/governance/proposals/texts.ts';
import { RecordFault } from '../../../server/record/fault.ts';
import { TextVillage } from './text-village.ts';
import { agreed, alice, bob, carol, codeOf, dave, hostOf, LINK_RULE, mallory, type Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };
const SOFTER: Change = { kind: 'adopt-rule', rule: { ...LINK_RULE, effects: [{ do: 'label', label: 'Links' }] } };
const SHORTER: Change = { kind: 'adopt-rule', rule: { ...LINK_RULE, effects: [{ do: 'hold', hours: 2 }] } };
const MEMBERS_ONLY: Change = {
  kind: 'adopt-rule',
  rule: {
    ...LINK_RULE,
    when: { eq: ['author.isMember', false] },
    effects: [{ do: 'label', label: 'Guest' }],
    fixtures: { match: [{ 'author.isMember': false }], noMatch: [{ 'author.isMember': true }] },
  },
};
const OWN = optionId('T-1');
const T2 = optionId('T-2');

/** A proposal of alice's that everybody wants to be discussed. */
function discussed(change = ADOPT, members: readonly PersonIri[] = [bob, carol, dave]) {
  const village = TextVillage.of(...members);
  const proposal = village.propose(alice, change);
  for (const member of members) village.second(member, proposal);
  return { village, proposal };
}
const beside = (village: Village, proposal: ProposalId, by: PersonIri, change: Change, title = 'Another text') => {
  const { state, now } = village;
  return proposeAlternative({ state, proposal, by, title, reasons: 'It is milder.', change, now });
};
const wants = (village: Village, proposal: ProposalId, by: PersonIri, alternative = T2) =>
  village.record(secondAlternative({ state: village.state, proposal, alternative, by, now: village.now }));
const takes = (village: Village, proposal: ProposalId, by: PersonIri, alternative = T2) =>
  village.record(takeOver({ state: village.state, proposal, alternative, by, now: village.now }));
const found = (village: Village, id: ProposalId) => {
  const proposal = village.state.proposals.get(id);
  if (proposal === undefined) throw new Error(`there is no ${id}`);
  return proposal;
};

describe('another text for the same question', () => {
  it('is put beside a proposal while it is discussed, and at no other time', () => {
    const village = TextVillage.of(bob, carol, dave);
    const proposal = village.propose(alice, ADOPT);
    expect(codeOf(beside(village, proposal, bob, SOFTER))).toBe('not-discussed');
    for (const member of [bob, carol, dave]) village.second(member, proposal);
    expect(agreed(beside(village, proposal, bob, SOFTER))).toMatchObject({ alternative: 'T-2', secondsNeeded: 1 });
    village.pass(5);
    expect(codeOf(beside(village, proposal, bob, SOFTER))).toBe('not-discussed');
  });

  it('comes from members with tenure, once each, and not from the proposer', () => {
    const { village, proposal } = discussed();
    village.join(mallory);
    expect(codeOf(beside(village, proposal, mallory, SOFTER))).toBe('too-new');
    expect(codeOf(beside(village, proposal, personIri('https://x.example/nobody'), SOFTER))).toBe('not-a-member');
    expect(codeOf(beside(village, proposal, alice, SOFTER))).toBe('own-proposal');
    village.record(beside(village, proposal, bob, SOFTER));
    expect(codeOf(beside(village, proposal, bob, SHORTER))).toBe('one-each');
    expect(codeOf(beside(village, proposal, carol, SOFTER))).toBe('already-proposed');
    expect(codeOf(beside(village, proposal, carol, ADOPT))).toBe('already-proposed');
    expect(agreed(beside(village, proposal, carol, SHORTER))).toMatchObject({ alternative: 'T-3' });
  });

  it('is one of five at the most', () => {
    const many = Array.from({ length: 7 }, (_, index) => personIri(`https://south.example/users/m${index}`));
    const { village, proposal } = discussed(ADOPT, [...many, bob]);
    const hours = (hours: number): Change => ({
      kind: 'adopt-rule',
      rule: { ...LINK_RULE, effects: [{ do: 'hold', hours }] },
    });
    const codes = many.map((by, index) => village.record(beside(village, proposal, by, hours(index + 1))));
    expect(codes).toEqual([...Array(5).fill('accepted'), 'too-many-texts', 'too-many-texts']);
  });

  it('answers the same question, and is checked like the first', () => {
    const { village, proposal } = discussed();
    const longer: Change = { kind: 'amend-charter', parameters: { votingDays: 9 } };
    expect(codeOf(beside(village, proposal, bob, longer))).toBe('other-subject');
    expect(codeOf(beside(village, proposal, bob, { kind: 'repeal-rule', id: ruleId(1) }))).toBe('other-subject');
    const endless: Change = { kind: 'adopt-rule', rule: { ...LINK_RULE, effects: [{ do: 'hold', hours: 900 }] } };
    expect(codeOf(beside(village, proposal, bob, endless))).toBe('bad-rule');
    expect(codeOf(beside(village, proposal, bob, SOFTER, ''))).toBe('bad-title');
  });

  it('of a charter names no parameter that the proposal leaves alone', () => {
    const { village, proposal } = discussed({ kind: 'amend-charter', parameters: { votingDays: 9 } });
    const charter = (parameters: object) =>
      codeOf(beside(village, proposal, bob, { kind: 'amend-charter', parameters }));
    expect(charter({ votingDays: 8, tenureDays: 0 })).toBe('other-subject');
    expect(charter({ tenureDays: 0 })).toBe('other-subject');
    expect(charter({ votingDays: 8 })).toBe('accepted');
  });

  it('of a rule is about that rule; of a server about that server; and a link takes none', () => {
    const village = TextVillage.of(bob, carol, dave);
    village.adopt(alice, ADOPT);
    const repeal = village.propose(alice, { kind: 'repeal-rule', id: ruleId(1) });
    const limit = village.propose(alice, { kind: 'limit-server', server: 'west.example', level: 'suspend' });
    const link = { kind: 'follow-list', list: 'https://lists.example/a.csv' } as const;
    const list = village.propose(bob, link);
    for (const one of [repeal, limit, list]) for (const by of [alice, bob, carol, dave]) village.second(by, one);
    const amended: Change = { kind: 'amend-rule', id: ruleId(1), rule: { ...LINK_RULE, title: 'Fewer links' } };
    expect(codeOf(beside(village, repeal, bob, amended))).toBe('accepted');
    expect(codeOf(beside(village, repeal, bob, { ...amended, id: ruleId(2) } as Change))).toBe('other-subject');
    const milder = (server: string): Change => ({ kind: 'limit-server', server, level: 'limit' });
    expect(codeOf(beside(village, limit, bob, milder('west.example')))).toBe('accepted');
    expect(codeOf(beside(village, limit, bob, milder('east.example')))).toBe('other-subject');
    expect(codeOf(beside(village, list, carol, { ...link, list: 'https://lists.example/b.csv' }))).toBe(
      'other-subject',
    );
  });

  it('needs one other member who wants it on the ballot', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER));
    expect(wants(village, proposal, bob)).toBe('own-text');
    expect(wants(village, proposal, mallory)).toBe('not-a-member');
    expect(wants(village, proposal, carol, optionId('T-9'))).toBe('no-such-text');
    expect(wants(village, proposal, carol)).toBe('accepted');
    expect(wants(village, proposal, carol)).toBe('already-seconded');
    expect(found(village, proposal).alternatives?.[0]?.seconds).toEqual([carol]);
  });
});

describe('an amendment that the proposer takes over', () => {
  it('becomes her text; the seconds stay, and the vote is of yes and no', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER));
    wants(village, proposal, carol);
    const { seconds } = found(village, proposal);
    expect(takes(village, proposal, bob)).toBe('not-the-proposer');
    expect(takes(village, proposal, alice)).toBe('accepted');
    expect(found(village, proposal)).toMatchObject({
      change: SOFTER,
      seconds,
      alternatives: [],
      dropped: [{ id: 'T-2', by: bob }],
    });
    village.pass(5);
    expect(found(village, proposal).pinned?.method).toBe('yes-no');
  });

  it('is wanted by somebody besides the two first: nobody exchanges a seconded text alone', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER));
    expect(takes(village, proposal, alice)).toBe('not-seconded');
    wants(village, proposal, alice);
    expect(takes(village, proposal, alice)).toBe('not-seconded');
    wants(village, proposal, dave);
    expect(takes(village, proposal, alice)).toBe('accepted');
    expect(agreed(beside(village, proposal, carol, ADOPT))).toMatchObject({ alternative: 'T-3' });
  });
});

describe('at the freeze', () => {
  it('texts are put in an order together with the status quo, and pinned with it', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER, 'Only a label'));
    wants(village, proposal, carol);
    village.pass(5);
    const { pinned, dropped } = found(village, proposal);
    expect(pinned).toMatchObject({ method: 'schulze', textHash: textsHash(textsOf(found(village, proposal))) });
    expect(pinned?.options?.map(({ id }) => id)).toEqual(['T-1', 'T-2', 'status-quo']);
    expect(dropped).toBeUndefined();
  });

  it('what nobody else wants drops out, with the reason', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER));
    village.pass(5);
    expect(found(village, proposal)).toMatchObject({
      pinned: { method: 'yes-no' },
      alternatives: [],
      dropped: [{ id: 'T-2', title: 'Another text', by: bob, why: expect.stringContaining('Nobody else') }],
    });
  });

  it('the vote goes on with what stands, also when the proposal’s own text cannot; with nothing it is void', () => {
    for (const [other, phase] of [
      [MEMBERS_ONLY, 'frozen'],
      [{ kind: 'adopt-rule', rule: { ...LINK_RULE, effects: [{ do: 'hold', hours: 3 }] } }, 'voided'],
    ] as const) {
      const village = TextVillage.of(bob, carol, dave);
      const quick = village.toTheVote(bob, ADOPT);
      village.pass(6);
      for (const by of [alice, bob, carol, dave]) village.vote(by, quick, 'yes');
      const slow = village.propose(alice, SHORTER);
      for (const by of [bob, carol, dave]) village.second(by, slow);
      village.record(beside(village, slow, bob, other));
      wants(village, slow, carol);
      village.pass(5);
      // The first rule came into force while the second was discussed, and contradicts it.
      expect([village.phaseOf(quick), village.phaseOf(slow)]).toEqual(['in-force', phase]);
      if (phase === 'voided') continue;
      expect(found(village, slow).pinned?.options?.map(({ id }) => id)).toEqual(['T-2', 'status-quo']);
      expect(found(village, slow).dropped).toMatchObject([
        { id: 'T-1', by: alice, why: expect.stringContaining('R-1') },
      ]);
    }
  });

  it('is the end of all work on texts: a record that says otherwise is not believed', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER));
    wants(village, proposal, carol);
    const late = agreed(beside(village, proposal, carol, SHORTER));
    village.pass(5);
    expect(() => village.write(late)).toThrow(RecordFault);
    const seconds = { kind: 'alternative-seconded', proposal, alternative: T2, by: dave } as const;
    expect(() => village.write(seconds)).toThrow(RecordFault);
    expect(() => village.write({ ...seconds, kind: 'amendment-taken-over', by: alice })).toThrow(RecordFault);
  });
});

describe('after the count', () => {
  it('the winner comes into force, whichever text it is', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER));
    wants(village, proposal, carol);
    village.winner = T2;
    village.pass(5 + 2 + 7 + 7);
    expect(village.phaseOf(proposal)).toBe('timelock');
    village.pass(3);
    expect(village.phaseOf(proposal)).toBe('in-force');
    expect([...village.state.rules.values()][0]?.[0]).toMatchObject({ effects: [{ do: 'label', label: 'Links' }] });
  });

  it('a winner that severs waits for seven days, even where the first text would not', () => {
    const { village, proposal } = discussed({ kind: 'limit-server', server: 'south.example', level: 'limit' });
    village.record(beside(village, proposal, bob, { kind: 'limit-server', server: 'south.example', level: 'suspend' }));
    wants(village, proposal, dave);
    village.winner = T2;
    village.pass(5 + 2 + 7 + 7 + 6);
    expect(village.phaseOf(proposal)).toBe('timelock');
    village.pass(1);
    expect(village.state.servers.get('south.example')?.level).toBe('suspend');
  });

  it('the first text is adopted where it wins', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, bob, SOFTER));
    wants(village, proposal, carol);
    village.winner = OWN;
    village.pass(5 + 2 + 7 + 7 + 3);
    expect([...village.state.rules.values()][0]?.[0]?.effects).toEqual(LINK_RULE.effects);
  });
});

describe('a member whose account moves', () => {
  it('keeps the text she put beside a proposal, and cannot put a second one there', () => {
    const { village, proposal } = discussed();
    village.record(beside(village, proposal, carol, SOFTER));
    wants(village, proposal, dave);
    const carolNow = personIri('https://east.example/users/carol');
    const { state } = village;
    village.record(moveMember({ state, from: carol, to: carolNow, organisation: hostOf(carolNow) }));
    expect(found(village, proposal).alternatives?.[0]?.by).toBe(carolNow);
    expect(codeOf(beside(village, proposal, carolNow, SHORTER))).toBe('one-each');
  });
});
