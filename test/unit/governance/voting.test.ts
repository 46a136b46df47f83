import { describe, expect, it } from '@jest/globals';
import { personIri, ruleId } from '../../../server/community/ids.ts';
import { makeBoard } from '../../../server/governance/ballots.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import { due, nextDueAt } from '../../../server/governance/due.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { decideProposal } from '../../../server/governance/proposals/decide.ts';
import { bringIntoForce } from '../../../server/governance/proposals/enact.ts';
import { freezeProposal } from '../../../server/governance/proposals/freeze.ts';
import { endVoting, openVoting } from '../../../server/governance/proposals/vote.ts';
import { freezeRoll } from '../../../server/governance/roll.ts';
import { versionAt } from '../../../server/governance/rules/in-force.ts';
import { alice, bob, carol, codeOf, dave, GUILD, LINK_RULE, mallory, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };
const REPEAL: Change = { kind: 'repeal-rule', id: ruleId(1) };
const phaseOf = (village: Village, id: ReturnType<Village['propose']>) => village.state.proposals.get(id)?.phase;
const kindsSince = (village: Village, seq: number) => village.entries.slice(seq).map(({ event }) => event.kind);

describe('a proposal’s way', () => {
  it('leads from discussion over freeze, vote and timelock into force, by itself', () => {
    const village = Village.of(bob, carol);
    const before = village.entries.length;
    const id = village.adopt(alice, ADOPT);
    expect(kindsSince(village, before)).toEqual([
      'proposal-submitted',
      'proposal-seconded',
      'proposal-seconded',
      'proposal-frozen',
      'voting-opened',
      'voting-ended',
      'proposal-decided',
      'rule-in-force',
    ]);
    expect(phaseOf(village, id)).toMatchObject({ state: 'in-force' });
    expect(village.state.rules.get(ruleId(1))).toMatchObject([{ version: 1, adoptedBy: id }]);
  });

  it('keeps to the announced times: 5 days, 48 hours, 7 days, 72 hours', () => {
    const village = Village.of(bob, carol);
    const start = village.now;
    village.adopt(alice, ADOPT);
    const times = village.entries.slice(-5).map(({ head }) => (head.at.getTime() - start.getTime()) / 3_600_000);
    expect(times).toEqual([5 * 24, 7 * 24, 14 * 24, 14 * 24, 17 * 24]);
  });

  it('ends as rejected when the quorum votes no, and changes nothing', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    for (const person of [alice, bob, carol]) village.vote(person, id, 'no');
    village.pass(30);
    expect(village.phaseOf(id)).toBe('rejected');
    expect(village.state.rules.size).toBe(0);
  });

  it('is void when the rules have moved on while it was discussed', () => {
    const village = Village.of(bob, carol);
    village.adopt(alice, ADOPT);
    const first = village.propose(alice, REPEAL);
    for (const person of [bob, carol]) village.second(person, first);
    village.pass(10);
    const amended = { ...LINK_RULE, effects: [{ do: 'hold' as const, hours: 24 }] };
    const second = village.propose(bob, { kind: 'amend-rule', id: ruleId(1), rule: amended });
    for (const person of [alice, bob, carol]) village.vote(person, first, 'yes');
    village.pass(6);
    for (const person of [alice, carol]) village.second(person, second);
    village.pass(6);
    expect(village.phaseOf(first)).toBe('in-force');
    expect(phaseOf(village, second)).toMatchObject({ state: 'voided', why: 'There is no rule R-1 in force here.' });
  });

  it('pins the charter’s procedure: a charter amended meanwhile changes no vote under way', () => {
    const village = Village.of(bob, carol);
    const charter = village.toTheVote(alice, {
      kind: 'amend-charter',
      parameters: { extensionDays: 1, timelockHours: 1 },
    });
    for (const person of [alice, bob, carol]) village.vote(person, charter, 'yes');
    village.pass(12);
    const rule = village.propose(bob, ADOPT);
    for (const person of [alice, carol]) village.second(person, rule);
    village.pass(8);
    village.pass(1);
    expect(village.state.charter).toMatchObject({ version: 2, parameters: { timelockHours: 1, votingDays: 7 } });
    for (const person of [alice, bob, carol]) village.vote(person, rule, 'yes');
    village.pass(6);
    expect(village.phaseOf(rule)).toBe('timelock');
    village.pass(3);
    expect(village.phaseOf(rule)).toBe('in-force');
  });
});

describe('too few votes', () => {
  it('extend a vote once by 7 days; then it lapses and may come again after 14', () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    village.vote(alice, id, 'yes');
    village.pass(7);
    expect(phaseOf(village, id)).toMatchObject({ state: 'voting', extended: { quorum: true, late: false } });
    village.pass(7);
    expect(phaseOf(village, id)).toMatchObject({
      state: 'lapsed',
      why: 'quorum',
      refileFrom: addDays(village.now, 14),
    });
  });

  it('that become enough in the last 24 hours add 24 hours, once', () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    village.vote(alice, id, 'yes');
    village.pass(6.5);
    village.vote(bob, id, 'yes');
    village.pass(0.5);
    expect(phaseOf(village, id)).toEqual({
      state: 'voting',
      until: addHours(village.now, 24),
      extended: { quorum: false, late: true },
    });
    village.vote(carol, id, 'no');
    village.pass(1);
    expect(village.phaseOf(id)).toBe('timelock');
  });

  it('are not extended when the quorum was there before the last day', () => {
    const village = Village.of(bob, carol, dave);
    const id = village.toTheVote(alice, ADOPT);
    village.pass(5.9);
    for (const person of [alice, bob]) village.vote(person, id, 'yes');
    village.pass(1.1);
    expect(village.phaseOf(id)).toBe('timelock');
  });
});

describe('a server that slept', () => {
  it('shortens no vote: it opens late and runs its full time', () => {
    const village = Village.of(bob, carol);
    const id = village.propose(alice, ADOPT);
    for (const person of [bob, carol]) village.second(person, id);
    village.sleep(40);
    expect(phaseOf(village, id)).toEqual({
      state: 'voting',
      until: addDays(village.now, 7),
      extended: { quorum: false, late: false },
    });
  });

  it('brings a rule into force only from the entry that says so', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    for (const person of [alice, bob, carol]) village.vote(person, id, 'yes');
    village.pass(7);
    const asleepFrom = village.now;
    village.sleep(20);
    expect(versionAt(village.state.rules, ruleId(1), addDays(asleepFrom, 10))).toBeNull();
    expect(versionAt(village.state.rules, ruleId(1), village.now)).toMatchObject({ activeFrom: village.now });
  });
});

describe('the roll', () => {
  it('holds members whose tenure is long enough when voting opens, and never grows', () => {
    const village = Village.of(bob);
    village.join(carol);
    village.pass(23);
    village.join(dave);
    const id = village.toTheVote(alice, ADOPT);
    // carol joined exactly 30 days before the opening, dave 7.
    const roll = village.rolls.get(id);
    expect(roll?.entries.map(({ member }) => member)).toEqual([alice, bob, carol]);
    expect(village.state.proposals.get(id)?.pinned).toMatchObject({
      rollSize: 3,
      active: 3,
      organisations: 2,
      quorum: 2,
      rollRoot: roll?.root,
    });
    expect(codeOf(village.vote(dave, id, 'yes'))).toBe('not-on-roll');
  });

  it('counts as active who did anything in 90 days, in the record or outside', () => {
    const village = Village.of(bob, carol);
    village.pass(80);
    const roll = (actedSince: Map<typeof bob, Date>) =>
      freezeRoll({ state: village.state, at: village.now, actedSince });
    expect(roll(new Map()).active).toBe(0);
    expect(roll(new Map([[bob, addDays(village.now, -90)]])).entries.map(({ active }) => active)).toEqual([
      false,
      true,
      false,
    ]);
    expect(roll(new Map([[bob, addDays(village.now, -91)]])).active).toBe(0);
  });

  it('does not show in which order members joined', () => {
    const rootOf = (...members: (typeof bob)[]) => {
      const village = Village.of(...members);
      return freezeRoll({ state: village.state, at: village.now, actedSince: new Map() }).root;
    };
    expect(rootOf(bob, carol, dave)).toBe(rootOf(dave, bob, carol));
    expect(rootOf(bob, carol)).not.toBe(rootOf(bob, dave));
  });
});

describe('what is due', () => {
  it('is refused as not due when another worker was first', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    const { state, now } = village;
    const roll = village.rolls.get(id) ?? freezeRoll({ state, at: now, actedSince: new Map() });
    const board = makeBoard({ community: GUILD, proposal: id, ballots: [] });
    expect(codeOf(freezeProposal({ state, proposal: id, roll, now }))).toBe('not-due');
    expect(codeOf(openVoting({ state, proposal: id, question: 'q' as never, now }))).toBe('not-due');
    expect(codeOf(endVoting({ state, proposal: id, ballots: [], now }))).toBe('not-due');
    expect(codeOf(decideProposal({ state, proposal: id, roll, ballots: [], board, now }))).toBe('not-due');
    expect(codeOf(bringIntoForce({ state, proposal: id, now }))).toBe('not-due');
  });

  it('comes oldest first, and says when the next comes', () => {
    const village = Village.of(bob, carol);
    const first = village.propose(alice, ADOPT);
    village.now = addDays(village.now, 1);
    const second = village.propose(bob, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    expect(nextDueAt(village.state)).toEqual(addDays(village.now, 13));
    expect(due(village.state, addDays(village.now, 13))).toMatchObject([{ step: 'lapse', proposal: first }]);
    expect(due(village.state, addDays(village.now, 20))).toMatchObject([{ proposal: first }, { proposal: second }]);
    const fresh = Village.founded().state;
    expect(nextDueAt(fresh)).toEqual(fresh.provisionalUntil);
  });

  it('ends a rule at its sunset, in effect even before the entry', () => {
    const village = Village.of(bob, carol);
    village.adopt(alice, ADOPT);
    const adopted = versionAt(village.state.rules, ruleId(1), village.now);
    const sunset = adopted?.sunsetAt ?? village.now;
    expect(sunset.getTime() - (adopted?.activeFrom.getTime() ?? 0)).toBe(365 * 86_400_000);
    expect(versionAt(village.state.rules, ruleId(1), sunset)).toBeNull();
    village.pass(365);
    expect(village.entries.at(-1)?.event).toEqual({ kind: 'rule-expired', rule: 'R-1', version: 1 });
    expect(village.state.rules.get(ruleId(1))).toMatchObject([{ activeTo: sunset }]);
  });
});

describe('an amended rule', () => {
  it('keeps its name, raises its version, and never overlaps with the version before', () => {
    const village = Village.of(bob, carol);
    village.adopt(alice, ADOPT);
    const rule = { ...LINK_RULE, effects: [{ do: 'hold' as const, hours: 24 }] };
    village.adopt(bob, { kind: 'amend-rule', id: ruleId(1), rule });
    const [first, second] = village.state.rules.get(ruleId(1)) ?? [];
    expect([first?.version, second?.version]).toEqual([1, 2]);
    expect(first?.activeTo).toEqual(second?.activeFrom);
    const change = second?.activeFrom ?? village.now;
    expect(versionAt(village.state.rules, ruleId(1), new Date(change.getTime() - 1))?.version).toBe(1);
    expect(versionAt(village.state.rules, ruleId(1), change)?.version).toBe(2);
    village.adopt(carol, REPEAL);
    expect(versionAt(village.state.rules, ruleId(1), village.now)).toBeNull();
  });
});

describe('a count', () => {
  it('is refused on another roll or a changed board, and leaves out a changed ballot', () => {
    const village = Village.of(bob, carol, personIri('https://north.example/actors/erin'));
    const id = village.toTheVote(alice, ADOPT);
    for (const person of [alice, bob, carol]) village.vote(person, id, 'yes');
    village.now = addDays(village.now, 7);
    village.carryOut({ step: 'end-voting', proposal: id, at: village.now });
    const { state, now } = village;
    const ballots = village.ballotsOn(id);
    const board = makeBoard({ community: GUILD, proposal: id, ballots });
    const roll = village.rolls.get(id) ?? freezeRoll({ state, at: now, actedSince: new Map() });
    const stuffed = { ...roll, entries: roll.entries.map((entry) => ({ ...entry, member: mallory })) };
    const ask = { state, proposal: id, roll, ballots, board, now };
    expect(codeOf(decideProposal({ ...ask, roll: stuffed }))).toBe('roll-changed');
    expect(codeOf(decideProposal({ ...ask, board: { ...board, leaves: board.leaves.slice(1) } }))).toBe(
      'board-changed',
    );
    const changed = ballots.map((ballot) => (ballot.voter === bob ? { ...ballot, choice: 'no' as const } : ballot));
    expect(decideProposal({ ...ask, ballots: changed })).toMatchObject({
      value: { ballots: 3, tally: { yes: 2, no: 0 } },
    });
    expect(decideProposal(ask)).toMatchObject({ value: { ballots: 3, tally: { yes: 3 }, boardRoot: board.root } });
  });
});
