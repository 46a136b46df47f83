import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { communityIri, ruleId } from '../../../server/community/ids.ts';
import { DEFAULT_PARAMETERS } from '../../../server/governance/charter.ts';
import { CHARTER_BOUNDS, parseParameters } from '../../../server/governance/charter-bounds.ts';
import { addDays, addMonths } from '../../../server/governance/dates.ts';
import type { Change, Proposal } from '../../../server/governance/proposal.ts';
import { easier } from '../../../server/governance/proposals/call-for-help.ts';
import { quorumFor } from '../../../server/governance/quorum.ts';
import type { RuleDraft } from '../../../server/governance/rules/rule.ts';
import { alice, bob, carol, dave, LINK_RULE, Village } from './village.ts';

const PEOPLE = [alice, bob, carol, dave];
const GUESTS: RuleDraft = {
  ...LINK_RULE,
  title: 'Guests',
  when: { eq: ['author.isMember', false] },
  effects: [{ do: 'label', label: 'Guest' }],
  fixtures: { match: [{ 'author.isMember': false }], noMatch: [{ 'author.isMember': true }] },
};
const adopts = (rule: RuleDraft): Change => ({ kind: 'adopt-rule', rule });
const renewals = (village: Village): readonly Proposal[] =>
  [...village.state.proposals.values()].filter(({ change }) => change.kind === 'renew-rules');
const everybody = (village: Village, proposal: Proposal, choice: string) => {
  for (const by of PEOPLE) village.vote(by, proposal.id, choice);
};
const last = (village: Village, number: number) => village.state.rules.get(ruleId(number))?.at(-1);

/** Two rules, adopted within a month. */
function ruled(): Village {
  const village = Village.of(bob, carol, dave);
  village.adopt(alice, adopts(LINK_RULE));
  village.adopt(alice, adopts(GUESTS));
  return village;
}
/** Until the vote on their renewal is open. */
function asked(village: Village): Proposal {
  const sunset = last(village, 1)?.sunsetAt ?? village.now;
  village.pass((addDays(sunset, -60).getTime() - village.now.getTime()) / 86_400_000 + 7);
  const [renewal] = renewals(village);
  if (renewal === undefined) throw new Error('no renewal was called for');
  return renewal;
}

describe('rules that run out', () => {
  it('are asked about in one vote, sixty days before the first of them ends', () => {
    const village = ruled();
    const renewal = asked(village);
    expect(renewal).toMatchObject({ by: village.state.community, matter: 'ordinary', phase: { state: 'voting' } });
    expect(renewal.change).toEqual({ kind: 'renew-rules', rules: [ruleId(1), ruleId(2)] });
    expect(renewal.submittedAt).toEqual(addDays(last(village, 1)?.sunsetAt ?? village.now, -60));
    expect(renewals(village)).toHaveLength(1);
  });

  it('go on in the same version for another term, all to the same day, and are asked about again in a year', () => {
    const village = ruled();
    everybody(village, asked(village), 'yes');
    village.pass(7 + 3);
    const sunsetAt = addMonths(village.now, 12);
    for (const number of [1, 2]) {
      expect(last(village, number)).toMatchObject({ version: 1, sunsetAt, renewedAt: village.now });
    }
    village.pass(200);
    expect(renewals(village)).toHaveLength(1);
    village.pass(120);
    expect(renewals(village)).toHaveLength(2);
    expect(renewals(village)[1]?.change).toEqual({ kind: 'renew-rules', rules: [ruleId(1), ruleId(2)] });
  });

  it('end where members do not want them any more, and nobody is asked twice', () => {
    const village = ruled();
    everybody(village, asked(village), 'no');
    village.pass(100);
    expect(renewals(village)).toHaveLength(1);
    expect(renewals(village)[0]?.phase.state).toBe('rejected');
    expect(last(village, 1)?.activeTo).toEqual(last(village, 1)?.sunsetAt);
  });

  it('are left out where they were changed or repealed meanwhile', () => {
    const village = ruled();
    const sunset = last(village, 1)?.sunsetAt ?? village.now;
    village.pass((addDays(sunset, -60).getTime() - village.now.getTime()) / 86_400_000 - 10);
    const amendment = village.propose(alice, {
      kind: 'amend-rule',
      id: ruleId(1),
      rule: { ...LINK_RULE, title: 'Other' },
    });
    for (const by of PEOPLE) village.second(by, amendment);
    village.pass(10 + 1);
    for (const by of PEOPLE) village.vote(by, amendment, 'yes');
    const [renewal] = renewals(village);
    village.pass(8);
    if (renewal) everybody(village, renewal, 'yes');
    village.pass(10);
    expect(last(village, 1)).toMatchObject({ version: 2 });
    expect(last(village, 1)?.renewedAt).toBeUndefined();
    expect(last(village, 2)?.renewedAt).toBeDefined();
  });

  it('are not asked about where a community has moved away', () => {
    const village = ruled();
    village.adopt(alice, { kind: 'move-community', target: communityIri('https://south.example/c/guild') });
    village.pass(400);
    expect(renewals(village)).toEqual([]);
  });
});

describe('a community in which too few vote', () => {
  const calls = (village: Village) =>
    [...village.state.proposals.values()].filter(
      ({ by, change }) => by === village.state.community && change.kind === 'amend-charter',
    );
  const parameters = (tenureDays: number): Change => ({ kind: 'amend-charter', parameters: { tenureDays } });
  /** A vote in which so many take part. */
  function vote(village: Village, tenure: number, voters: number) {
    const proposal = village.toTheVote(PEOPLE[tenure % 4] ?? alice, parameters(tenure));
    for (const by of PEOPLE.slice(0, voters)) village.vote(by, proposal, 'no');
    village.pass(14 + 7);
  }

  /** One that is asked about nothing else meanwhile: what its founder did is put to the vote much later. */
  function quiet(): Village {
    const village = Village.of(bob, carol, dave);
    village.state = { ...village.state, provisionalUntil: addDays(village.now, 3650) };
    return village;
  }

  it('is asked after three lapsed votes of four whether voting shall be easier, and not before', () => {
    const village = quiet();
    vote(village, 1, 0);
    vote(village, 2, 4);
    vote(village, 3, 0);
    expect(calls(village)).toEqual([]);
    vote(village, 4, 0);
    expect(calls(village)).toMatchObject([
      { matter: 'charter', change: { parameters: { votingDays: 14, delegationsPerDelegate: 5 } } },
    ]);
  });

  it('is not asked about where most vote, nor again before four more votes have ended', () => {
    const lively = quiet();
    for (const tenure of [1, 2, 3, 4, 5]) vote(lively, tenure, tenure % 2 ? 4 : 0);
    expect(calls(lively)).toEqual([]);

    const tired = quiet();
    for (const tenure of [1, 2, 3, 4]) vote(tired, tenure, 0);
    expect(calls(tired)).toHaveLength(1);
    tired.pass(60);
    for (const tenure of [5, 6, 7]) vote(tired, tenure, 0);
    expect(calls(tired)).toHaveLength(1);
    vote(tired, 8, 0);
    expect(calls(tired)).toHaveLength(2);
  });

  it('is never asked to let fewer decide', () => {
    const values = fc.record({
      votingDays: fc.integer({ min: CHARTER_BOUNDS.votingDays[0], max: CHARTER_BOUNDS.votingDays[1] }),
      delegationsPerDelegate: fc.integer({
        min: CHARTER_BOUNDS.delegationsPerDelegate[0],
        max: CHARTER_BOUNDS.delegationsPerDelegate[1],
      }),
    });
    fc.assert(
      fc.property(values, (given) => {
        const asked = easier({ ...DEFAULT_PARAMETERS, ...given });
        expect(Object.keys(asked).filter((name) => !(name in given))).toEqual([]);
        for (const [name, value] of Object.entries(asked)) {
          expect(value).toBeGreaterThan(given[name as keyof typeof given]);
        }
        expect(parseParameters(asked).ok).toBe(true);
      }),
    );
    const tired = quiet();
    const before = quorumFor('ordinary', 400, DEFAULT_PARAMETERS);
    for (const tenure of [1, 2, 3, 4]) vote(tired, tenure, 0);
    const [call] = calls(tired);
    tired.pass(12);
    if (call) everybody(tired, call, 'yes');
    tired.pass(14 + 7);
    expect(tired.state.charter.parameters).toMatchObject({
      votingDays: 14,
      ordinaryQuorumPercent: DEFAULT_PARAMETERS.ordinaryQuorumPercent,
      ordinaryQuorumFloor: DEFAULT_PARAMETERS.ordinaryQuorumFloor,
      charterQuorumPercent: DEFAULT_PARAMETERS.charterQuorumPercent,
    });
    expect(quorumFor('ordinary', 400, tired.state.charter.parameters)).toBe(before);
  });
});
