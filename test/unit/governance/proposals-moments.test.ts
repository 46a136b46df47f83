import { describe, expect, it } from '@jest/globals';
import { optionId, type ProposalId, proposalId, ruleId } from '../../../server/community/ids.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import type { Change, Proposal } from '../../../server/governance/proposal.ts';
import { comingCallForHelp, easier } from '../../../server/governance/proposals/call-for-help.ts';
import { signChallenge } from '../../../server/governance/proposals/challenge.ts';
import { freezeProposal, textsHash, votingFromOf } from '../../../server/governance/proposals/freeze.ts';
import { callRenewal } from '../../../server/governance/proposals/renewal.ts';
import { secondProposal } from '../../../server/governance/proposals/second.ts';
import { adoptedText, siftTexts, textsOf } from '../../../server/governance/proposals/texts.ts';
import { withdrawProposal } from '../../../server/governance/proposals/withdraw.ts';
import type { Rule } from '../../../server/governance/rules/rule.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { alice, bob, carol, codeOf, dave, LINK_RULE, mallory, Village } from './village.ts';

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

it('of what there is not nobody seconds, withdraws or questions anything', () => {
  const { state, now } = passed().village;
  const asked = { state, proposal: P9, by: bob, now };
  expect(codeOf(secondProposal(asked))).toBe('no-such-proposal');
  expect(codeOf(withdrawProposal(asked))).toBe('no-such-proposal');
  expect(codeOf(signChallenge({ ...asked, ground: 'Too short.', roll: null }))).toBe('no-such-proposal');
});

it('seconding and withdrawing end to the moment', () => {
  const village = Village.of(bob, carol, dave, mallory);
  const id = village.propose(alice, ADOPT);
  const until = untilOf(village, id);
  const second = (now: Date) => codeOf(secondProposal({ state: village.state, proposal: id, by: bob, now }));
  expect([second(moment(until)), second(until)]).toEqual(['accepted', 'not-seconding']);
  const withdraw = () => codeOf(withdrawProposal({ state: village.state, proposal: id, by: alice, now: village.now }));
  expect(withdraw()).toBe('accepted');
  for (const by of [bob, carol, dave]) village.second(by, id);
  expect([village.phaseOf(id), withdraw()]).toEqual(['discussion', 'accepted']);
  village.pass(5);
  expect([village.phaseOf(id), withdraw()]).not.toContain('accepted');
});

describe('what is frozen', () => {
  it('is what each text says, with its name where there are several, and who stands', () => {
    const own = { id: optionId('T-1'), title: 'One', reasons: 'Why.', change: ADOPT, by: alice };
    const other = { ...own, id: optionId('T-2'), title: 'Two' };
    const { id: _, by: _by, ...said } = own;
    expect(textsHash([own])).toBe(hashOf(said));
    expect(textsHash([{ ...own, by: bob }])).toBe(textsHash([own]));
    const nominees = [{ id: optionId('N-1'), member: bob }] as never;
    expect(textsHash([own], nominees)).toBe(hashOf({ ...said, nominees }));
    const named = ({ by: _who, ...text }: typeof own) => text;
    expect(textsHash([own, other])).toBe(hashOf([named(own), named(other)]));
    expect(textsHash([other])).toBe(hashOf([named(other)]));
    expect(textsHash([])).toBe(hashOf([]));
    for (const change of [
      { title: 'x' },
      { reasons: 'x' },
      { change: { ...ADOPT, rule: { ...LINK_RULE, title: 'x' } } },
    ])
      expect(textsHash([{ ...own, ...(change as object) }])).not.toBe(textsHash([own]));
  });

  it('is frozen from when it was announced, on its way to a vote and at no other time', () => {
    const village = Village.of(bob, carol);
    const id = village.propose(alice, ADOPT);
    const { freezeHours } = village.state.charter.parameters;
    for (const by of [bob, carol]) village.second(by, id);
    const until = untilOf(village, id);
    expect(votingFromOf(village.state, id)).toEqual(addHours(until, freezeHours));
    village.pass(5);
    expect([village.phaseOf(id), votingFromOf(village.state, id)]).toEqual(['frozen', addHours(until, freezeHours)]);
    village.pass(2);
    expect(() => votingFromOf(village.state, id)).toThrow('not on its way to a vote');
    expect(() => votingFromOf(village.state, P9)).toThrow('not on its way to a vote');
  });

  it('has tellers and keys only where it is secret, and no dropped texts where none was dropped', () => {
    const village = Village.of(bob, carol);
    const id = village.propose(alice, ADOPT);
    for (const by of [bob, carol]) village.second(by, id);
    const now = untilOf(village, id);
    const roll = village.rollOf(id);
    const freeze = (secret?: object) =>
      freezeProposal({ state: village.state, proposal: id, roll, secret: secret as never, now });
    const plain = freeze();
    expect(plain.ok && plain.value).not.toHaveProperty('dropped');
    expect(plain).not.toHaveProperty('value.pinned.secret');
    expect(freeze({ issuer: 'i', tellers: [], threshold: 1 })).toMatchObject({
      value: { kind: 'proposal-frozen', pinned: { method: 'yes-no', secret: { issuer: 'i' } } },
    });
    const elect = { kind: 'elect', role: 'moderator', seats: 1 } as never;
    const state = put(village.state, id, { change: elect });
    expect(freezeProposal({ state, proposal: id, roll, now })).toMatchObject({
      value: { kind: 'proposal-voided', why: 'Nobody stands for the role.' },
    });
  });
});

describe('the texts of a vote', () => {
  const text = (number: number, more: object = {}) => ({
    ...{ id: optionId(`T-${number}`), by: bob, title: `Text ${number}`, reasons: 'Less is more.', at: new Date(0) },
    ...{
      change: { kind: 'adopt-rule', rule: { ...LINK_RULE, title: `Text ${number}` } } as Change,
      seconds: [],
      secondsNeeded: 0,
    },
    ...more,
  });

  it('are all that were not dropped, the proposal’s own first; the winner is one of them', () => {
    const { village, id } = passed();
    const of = (more: Partial<Proposal>) => ({ ...found(village, id), ...more });
    const ids = (more: Partial<Proposal>) => textsOf(of(more)).map((one) => one.id);
    expect(ids({})).toEqual(['T-1']);
    expect(ids({ alternatives: [text(2), text(3)] })).toEqual(['T-1', 'T-2', 'T-3']);
    const dropped = [{ id: optionId('T-1'), why: 'Gone.' }] as never;
    expect(ids({ alternatives: [text(2)], dropped })).toEqual(['T-2']);
    const { outcome: _, ...open } = of({ alternatives: [text(2)] });
    expect(adoptedText(open).id).toBe('T-1');
    expect(adoptedText({ ...open, outcome: { tally: { winner: 'T-2' } as never } }).title).toBe('Text 2');
    expect(() => adoptedText({ ...open, outcome: { tally: { winner: 'T-7' } as never } })).toThrow('has no text T-7');
  });

  it('come to the vote if they are wanted and can stand; what the charter calls stands as it is', () => {
    const village = Village.of(bob, carol);
    const id = village.propose(alice, ADOPT);
    const sift = (more: Partial<Proposal>, state = village.state) => {
      const { standing, dropped } = siftTexts(state, { ...found(village, id), ...more }, village.now);
      return { standing: standing.map((one) => one.id), dropped: dropped.map((one) => one.why) };
    };
    const wanted = { seconds: [{ by: carol }], secondsNeeded: 1 };
    expect(sift({ alternatives: [text(2, wanted), text(3, { secondsNeeded: 1 })] as never })).toEqual({
      standing: ['T-1', 'T-2'],
      dropped: ['Nobody else wanted it on the ballot.'],
    });
    const renew = (...rules: number[]) => sift({ change: { kind: 'renew-rules', rules: rules.map(ruleId) } as never });
    expect(renew(1).dropped).toEqual(['None of these rules is in force any more.']);
    village.state = { ...village.state, rules: new Map([[ruleId(2), [ruleFrom(2, village.now)]]]) };
    expect([renew(1).standing, renew(1, 2).standing, renew(2).standing]).toEqual([[], ['T-1'], ['T-1']]);
    const by = village.state.community;
    const gone: Change = { kind: 'repeal-rule', id: ruleId(7) } as never;
    expect(sift({ change: gone }).standing).toEqual([]);
    expect(sift({ change: gone, by }).standing).toEqual(['T-1']);
    const nothing: Change = { kind: 'amend-charter', parameters: {} };
    expect(sift({ change: nothing, by }).standing).toEqual([]);
  });
});

/** A rule in force since a time, for so many days. */
function ruleFrom(number: number, from: Date, days = 365): Rule {
  const own = { id: ruleId(number), version: 1, adoptedBy: proposalId(1) };
  return { ...LINK_RULE, ...own, title: `Rule ${number}`, activeFrom: from, sunsetAt: addDays(from, days) };
}

describe('rules that run out', () => {
  it('are asked about with those that end soon after, the first first, equals by name', () => {
    const village = Village.of(bob, carol);
    const { now } = village;
    const rules = (...all: readonly Rule[]) => ({
      ...village.state,
      rules: new Map(all.map((one) => [one.id, [one]])),
    });
    const called = (state: CommunityState, at: Date) => {
      const decided = callRenewal({ state, now: at });
      return decided.ok ? (decided.value.change as { rules: readonly string[] }).rules : decided.refusal.code;
    };
    const due = addDays(now, 305);
    const equal = rules(ruleFrom(3, now), ruleFrom(2, now), ruleFrom(4, now, 364));
    expect(called(equal, addDays(now, 304))).toEqual(['R-4', 'R-2', 'R-3']);
    const far = rules(ruleFrom(1, now), ruleFrom(2, now, 365 + 400));
    expect(called(far, moment(due))).toBe('not-due');
    expect(called(far, due)).toEqual(['R-1']);
    expect(callRenewal({ state: far, now: due })).toMatchObject({ value: { title: 'Shall 1 rule go on?' } });
    expect(callRenewal({ state: equal, now: due })).toMatchObject({ value: { title: 'Shall 3 rules go on?' } });
    const ended = { ...ruleFrom(1, now), activeTo: addDays(now, 9) };
    expect(called(rules(ended), due)).toBe('not-due');
    expect(called({ ...rules(ruleFrom(1, now)), at: addDays(now, 365) }, addDays(now, 366))).toBe('not-due');
    expect(called(rules(), due)).toBe('not-due');
  });
});

it('a charter that cannot grow is asked for nothing; one that can, for what can grow', () => {
  const { parameters } = Village.founded().state.charter;
  const most = { ...parameters, votingDays: 999, delegationsPerDelegate: 999 };
  expect(easier(most)).toEqual({});
  expect(Object.keys(easier({ ...most, votingDays: 7 }))).toEqual(['votingDays']);
  expect(Object.keys(easier({ ...most, delegationsPerDelegate: 1 }))).toEqual(['delegationsPerDelegate']);
  const { village } = passed();
  expect(comingCallForHelp(village.state)).toEqual([]);
});
