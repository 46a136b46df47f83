import { describe, expect, it } from '@jest/globals';
import { caseId, digest, juryId, type PersonIri, proposalId, sanctionId } from '../../../../server/community/ids.ts';
import type { Level } from '../../../../server/governance/cases/ladder.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf } from '../../../../server/governance/events.ts';
import { type CaseVillage, post, R1, reported } from '../case-village.ts';
import { alice, bob, carol, dave, mallory } from '../village.ts';
import { last, momentBefore, stateAfter, told } from './telling.ts';

const C1 = caseId(1);
const C2 = caseId(2);
const S1 = sanctionId(1);
const NO_STATE = /is in no such state/;

/** A measure as moderators would write it down; some of it may be wrong. */
function imposed(
  { now }: CaseVillage,
  level: Level,
  members: readonly PersonIri[],
  more: Partial<EventOf<'sanction-imposed'>> = {},
  decision: Partial<EventOf<'sanction-imposed'>['decision']> = {},
): EventOf<'sanction-imposed'> {
  return {
    kind: 'sanction-imposed',
    case: C1,
    sanction: S1,
    respondent: mallory,
    decision: {
      ...{ level, cited: { rule: R1, version: 1 }, evidence: [digest('1'.padStart(64, '0'))], facts: 'It is spam.' },
      ...{ decidedBy: { by: 'moderators', members }, automation: { detection: false, decision: false } },
      ...{ redress: { appealUntil: addDays(now, 30) }, ...decision },
    },
    ...more,
  };
}
const byJury = { decidedBy: { by: 'jury', jury: juryId(1) } } as const;

/** Hidden by alice; mallory appealed. */
function appealed(level: Level = 2): CaseVillage {
  const village = reported();
  village.moderate(alice, C1, { level });
  if (level > 2) village.confirm(carol, C1);
  village.appeal(mallory, C1);
  return village;
}
const review = (more: Partial<EventOf<'review-decided'>> = {}): EventOf<'review-decided'> => {
  return { kind: 'review-decided', case: C1, of: 'appeal', outcome: 'upheld', jury: juryId(1), level: 2, ...more };
};

/** Suspended at once by alice and carol, before anything is decided. */
function atOnce(): CaseVillage {
  const village = reported();
  village.moderate(alice, C1, { level: 4, interim: true });
  expect(village.confirm(carol, C1)).toBe('accepted');
  return village;
}

describe('a record is not read in which a case', () => {
  it('has a number out of turn, is about nothing, or about what no version forbade then', () => {
    const village = reported();
    const opened = { ...last(village, 'case-opened'), case: C2 };
    expect(told(village, opened)).toBe('read');
    expect(told(village, { ...opened, case: C1 })).toMatch(/C-1 is no new case/);
    expect(told(village, { ...opened, case: caseId(3) })).toMatch(/C-3 is no new case/);
    expect(told(village, { ...opened, acts: [] })).toMatch(/is about nothing/);
    const before = village.act(2, addDays(village.now, -1));
    expect(told(village, { ...opened, acts: [village.act(2), before] })).toMatch(/R-1, version 1, was not in force/);
    expect(told(village, { ...opened, cited: { rule: R1, version: 2 } })).toMatch(/version 2, was not in force/);
  });

  it('is reported again after it was decided, or for what was done before the rule', () => {
    const village = reported();
    const merged = { kind: 'report-merged', case: C1, acts: [], reports: 2, organisations: 2 } as const;
    expect(told(village, merged)).toBe('read');
    expect(told(village, { ...merged, acts: [village.act(2, addDays(village.now, -1))] })).toMatch(/not in force/);
    expect(stateAfter(village, { ...merged, acts: [village.act(2)] }).cases.get(C1)?.acts).toHaveLength(2);
    village.moderate(alice, C1, { level: 2 });
    expect(told(village, merged)).toMatch(NO_STATE);
    expect(told(village, { ...merged, case: C2 })).toMatch(NO_STATE);
  });

  it('is dismissed with a measure, or twice', () => {
    const village = reported();
    const sample = reported();
    sample.moderate(alice, C1, { level: null });
    const dismissed = last(sample, 'case-dismissed');
    expect(told(village, dismissed)).toBe('read');
    const decision = { ...dismissed.decision, level: 1 as const };
    expect(told(village, { ...dismissed, decision })).toMatch(/dismissed with a measure/);
    expect(told(sample, dismissed)).toMatch(NO_STATE);
  });

  it('is referred to a jury when it is decided, or has its jury demanded before that, or twice', () => {
    const village = reported();
    const referred = { kind: 'case-referred', case: C1, by: alice, max: 3, facts: 'Look.', why: 'referred' } as const;
    const demanded = { ...referred, by: mallory, why: 'demanded' } as const;
    expect([told(village, referred), told(village, demanded)]).toEqual(['read', expect.stringMatching(NO_STATE)]);
    village.moderate(alice, C1, { level: 2 });
    expect([told(village, referred), told(village, demanded)]).toEqual([expect.stringMatching(NO_STATE), 'read']);
    village.demand(mallory, C1);
    village.verdict(C1, 'level-2');
    expect(village.case(C1).phase.state).toBe('decided');
    expect(told(village, demanded)).toMatch(/has had its jury/);
  });

  it('is closed while it is open, or appealed while there is nothing to appeal', () => {
    const village = reported();
    const filed = { kind: 'appeal-filed', case: C1, by: mallory, words: 'No.', verdictBy: village.now } as const;
    expect(told(village, { kind: 'case-closed', case: C1 })).toMatch(NO_STATE);
    expect(told(village, filed)).toMatch(NO_STATE);
    expect(told(village, { ...filed, of: 'interim' })).toMatch(/no measure at once to appeal/);
    village.moderate(alice, C1, { level: 2 });
    expect([told(village, { kind: 'case-closed', case: C1 }), told(village, filed)]).toEqual(['read', 'read']);
    expect(told(village, { ...filed, of: 'interim' })).toMatch(NO_STATE);
    expect(told(village, { kind: 'hold-appealed', post: post(1), by: mallory, words: 'No.' })).toMatch(/is not held/);
  });
});

describe('a record is not read in which a measure', () => {
  it('is more than the rule allows, or than whoever decided may take', () => {
    const mild = reported(2);
    expect(told(mild, imposed(mild, 2, [alice]))).toBe('read');
    expect(told(mild, imposed(mild, 3, [], {}, byJury))).toMatch(/too severe/);
    const village = reported();
    const most = (who: readonly PersonIri[], more: object = {}) =>
      [0, 1, 2, 3, 4, 5].filter((level) => told(village, imposed(village, level as Level, who, more)) === 'read');
    expect(most([])).toEqual([]);
    expect(most([alice])).toEqual([0, 1, 2]);
    expect(most([alice, alice])).toEqual([0, 1, 2]);
    expect(most([alice, carol])).toEqual([0, 1, 2, 3]);
    expect(most([alice], { interim: true })).toEqual([]);
    expect(most([alice, carol], { interim: true })).toEqual([0, 1, 2, 3, 4]);
    expect(told(village, imposed(village, 5, [], {}, byJury))).toBe('read');
  });

  it('is by another version, against somebody else, out of turn, or about what has been judged', () => {
    const village = reported();
    const tell = (more: object, decision: object = {}) => told(village, imposed(village, 1, [alice], more, decision));
    expect(tell({})).toBe('read');
    expect(tell({}, { cited: { rule: R1, version: 2 } })).toMatch(/judged by another version/);
    expect(tell({}, { cited: { rule: 'R-2', version: 1 } })).toMatch(/judged by another version/);
    expect(tell({ respondent: dave })).toMatch(/against somebody else/);
    expect(tell({ sanction: sanctionId(2) })).toMatch(/S-2 is no new sanction/);
    village.report(mallory, village.act(2));
    village.moderate(alice, C1, { level: 1 });
    expect(told(village, imposed(village, 1, [alice], { case: C2 }))).toMatch(/S-1 is no new sanction/);
    // The same act once more, under another number.
    const again = { ...last(village, 'case-opened'), case: caseId(3), acts: [village.case(C1).acts[0]] };
    village.write(again);
    expect(told(village, imposed(village, 1, [alice], { case: caseId(3), sanction: sanctionId(2) }))).toMatch(
      /C-3 judges what was judged before/,
    );
    expect(told(village, imposed(village, 1, [alice], { sanction: sanctionId(2) }))).toMatch(NO_STATE);
  });

  it('at once comes a second time', () => {
    const village = atOnce();
    const more = { interim: true, sanction: sanctionId(2) } as const;
    expect(told(village, imposed(village, 3, [alice, carol], more))).toMatch(/second measure at once/);
  });

  it('ends before its time, waits or goes on without reason, or was never there', () => {
    const village = reported();
    village.moderate(alice, C1, { level: 3 });
    village.confirm(carol, C1);
    const until = village.sanction(C1)?.until ?? village.now;
    const ended = { kind: 'sanction-ended', sanction: S1, how: 'time-over' } as const;
    const stayed = { kind: 'sanction-stayed', sanction: S1, why: 'appeal-overdue' } as const;
    const resumed = { kind: 'sanction-resumed', sanction: S1 } as const;
    expect(told(village, resumed)).toMatch(/does not wait/);
    expect(told({ ...village, now: momentBefore(until) }, ended)).toMatch(/not come to its end/);
    expect(told({ ...village, now: until }, ended)).toBe('read');
    village.write(stayed);
    expect(told(village, stayed)).toMatch(/does nothing that could wait/);
    // While it waits its time stands still.
    expect(told({ ...village, now: until }, ended)).toMatch(/not come to its end/);
    village.write(resumed);
    // Without an end it does not come to it.
    expect(told({ ...village, now: until }, ended)).toMatch(/not come to its end/);
    for (const event of [ended, stayed, resumed])
      expect(told(village, { ...event, sanction: sanctionId(7) })).toMatch(/no sanction S-7/);
  });
});

describe('a record is not read in which a jury', () => {
  it('looks again at what nobody asked it to', () => {
    const village = reported();
    expect(told(village, review())).toMatch(/nothing that a jury could look at again/);
    village.moderate(alice, C1, { level: 2 });
    expect(told(village, review())).toMatch(/nothing that a jury could look at again/);
    expect(told(village, review({ of: 'demand' }))).toMatch(/nothing that a jury could look at again/);
    village.appeal(mallory, C1);
    expect(told(village, review())).toBe('read');
    expect(told(village, review({ of: 'demand' }))).toMatch(/nothing that a jury could look at again/);
    expect(told(village, review({ of: 'interim' }))).toMatch(/no measure at once is there/);
    expect(told(village, review({ case: C2 }))).toMatch(/nothing that a jury could look at again/);
  });

  it('makes it worse for whoever asked, or calls the same measure a milder one', () => {
    const village = appealed(3);
    const tell = (outcome: 'upheld' | 'modified' | 'overturned', level: Level | null) =>
      told(village, review({ outcome, level }));
    expect([tell('upheld', 3), tell('modified', 2), tell('overturned', null)]).toEqual(['read', 'read', 'read']);
    expect(tell('upheld', 4)).toMatch(/nobody is worse off/);
    expect(tell('modified', 3)).toMatch(/nobody is worse off/);
    expect(tell('modified', 4)).toMatch(/nobody is worse off/);
  });

  it('looks twice at one measure that was taken at once', () => {
    const village = atOnce();
    expect(told(village, review({ of: 'interim', level: 4 }))).toMatch(/no measure at once is there/);
    village.appeal(mallory, C1);
    expect(told(village, review({ of: 'interim', level: 4 }))).toBe('read');
    village.write(review({ of: 'interim', level: 4 }));
    expect(told(village, review({ of: 'interim', level: 4 }))).toMatch(/no measure at once is there/);
  });
});

describe('what an entry about a case leaves behind', () => {
  it('is everybody who has decided in it, once, and nothing of what was proposed', () => {
    const village = atOnce();
    expect(village.case(C1)).toMatchObject({ interim: S1, interimFacts: 'It is spam.', decidedBefore: [alice, carol] });
    village.moderate(carol, C1, { level: 2 });
    expect(village.case(C1)).toMatchObject({ decidedBefore: [alice, carol], sanction: sanctionId(2) });
    expect(village.case(C1).draft).toBeUndefined();
    const judged = reported();
    judged.callJury(alice, C1, 4);
    expect(judged.case(C1).referral).toEqual({ max: 4, facts: 'Look at it.', why: 'referred', by: alice });
    judged.verdict(C1, 'level-4');
    expect(judged.case(C1).decidedBefore).toEqual([]);
  });

  it('a measure at once ends with the decision; what a jury has undone stays undone', () => {
    const decided = atOnce();
    decided.moderate(alice, C1, { level: 2 });
    expect(decided.state.sanctions.get(S1)?.state).toBe('ended');
    const undone = atOnce();
    undone.appeal(mallory, C1);
    undone.write(review({ of: 'interim', outcome: 'overturned', level: null }));
    expect(undone.state.sanctions.get(S1)?.state).toBe('overturned');
    undone.moderate(alice, C1, { level: 2 });
    expect(undone.state.sanctions.get(S1)?.state).toBe('overturned');
  });

  it('a dismissal, or the last report taken back, undoes what was done at once', () => {
    const dismissed = atOnce();
    dismissed.moderate(alice, C1, { level: null });
    expect(dismissed.state.sanctions.get(S1)?.state).toBe('overturned');
    const withdrawn = atOnce();
    withdrawn.write({ kind: 'report-withdrawn', case: C1, acts: [], reports: 1, organisations: 1 });
    expect(withdrawn.case(C1).phase.state).toBe('open');
    withdrawn.write({ kind: 'report-withdrawn', case: C1, acts: [], reports: 0, organisations: 0 });
    expect(withdrawn.case(C1)).toMatchObject({ phase: { state: 'withdrawn', at: withdrawn.now }, reports: 0 });
    expect(withdrawn.state.sanctions.get(S1)?.state).toBe('overturned');
    expect(withdrawn.state.members.get(mallory)?.suspendedBy).toBeUndefined();
  });

  it('a case that a moderator came upon herself goes on without any report', () => {
    const village = reported();
    village.write({ ...last(village, 'case-opened'), case: C2, origin: 'own-initiative', acts: [village.act(2)] });
    village.write({ kind: 'report-withdrawn', case: C2, acts: [], reports: 0, organisations: 0 });
    expect(village.case(C2).phase.state).toBe('open');
  });

  it('what a jury dismissed is judged; what a moderator dismissed can be reported again', () => {
    const moderated = reported();
    moderated.moderate(alice, C1, { level: null });
    expect(moderated.report(mallory, moderated.act(1))).toBe('accepted');
    const judged = reported();
    judged.callJury(alice, C1, 4);
    judged.verdict(C1, 'dismiss');
    expect(judged.case(C1).phase.state).toBe('final');
    expect(judged.report(mallory, judged.act(1))).toBe('already-judged');
  });

  it('an explanation is over as it is given; a hiding stands', () => {
    const states = ([0, 1, 2] as const).map((level) => {
      const village = reported();
      village.moderate(alice, C1, { level });
      return village.sanction(C1)?.state;
    });
    expect(states).toEqual(['ended', 'active', 'active']);
  });

  it('what a jury makes of a measure: milder with its own end, or none, and over where that has passed', () => {
    const village = appealed(3);
    const { now } = village;
    const leaves = (more: Partial<EventOf<'review-decided'>>) => stateAfter(village, review(more));
    const modified = { outcome: 'modified', level: 2 } as const;
    const milder = leaves(modified);
    expect(milder.sanctions.get(S1)).toMatchObject({ level: 2, state: 'active' });
    expect(milder.sanctions.get(S1)?.until).toBeUndefined();
    expect(milder.cases.get(C1)).toMatchObject({
      ...{ appeal: { outcome: 'modified' }, decision: { level: 2 }, phase: { state: 'final', at: now } },
    });
    const until = addDays(now, 1);
    expect(leaves({ ...modified, level: 1, until }).sanctions.get(S1)).toMatchObject({ state: 'active', until });
    expect(leaves({ ...modified, level: 1, until: now }).sanctions.get(S1)).toMatchObject({ state: 'ended' });
    expect(leaves({ ...modified, level: 0 }).sanctions.get(S1)).toMatchObject({ state: 'ended', level: 0 });
    const undone = leaves({ outcome: 'overturned', level: null });
    expect(undone.sanctions.get(S1)?.state).toBe('overturned');
    expect(undone.cases.get(C1)?.decision?.level).toBe(3);
    const upheld = leaves({ level: 3, appealUntil: until });
    expect(upheld.sanctions.get(S1)).toMatchObject({ level: 3, state: 'active' });
    expect(upheld.cases.get(C1)?.phase).toEqual({ state: 'decided', appealUntil: until });
  });

  it('a measure at once that waits goes on when it is upheld, but never after its end', () => {
    const village = atOnce();
    village.appeal(mallory, C1);
    village.write({ kind: 'sanction-stayed', sanction: S1, why: 'appeal-overdue' });
    const { until } = village.state.sanctions.get(S1) ?? {};
    const upheld = review({ of: 'interim', level: 4 });
    const stateOf = (now: Date) => stateAfter({ ...village, now }, upheld).sanctions.get(S1);
    expect(stateOf(village.now)).toMatchObject({ state: 'active' });
    expect(stateOf(village.now)).not.toHaveProperty('stayedAt');
    expect(stateOf(momentBefore(until ?? village.now))?.state).toBe('active');
    expect(stateOf(until ?? village.now)?.state).toBe('stayed');
  });

  it('the members let back whom they name, and nobody else; not before they have decided it', () => {
    const village = reported();
    village.appoint(alice, carol);
    village.report(bob, village.act(2));
    for (const id of [C1, C2]) {
      village.callJury(carol, id, 5);
      village.verdict(id, 'level-5');
    }
    expect([...village.state.sanctions.values()].map(({ level }) => level)).toEqual([5, 5]);
    const readmitted = { kind: 'member-readmitted', proposal: proposalId(9), member: mallory } as const;
    expect(told(village, readmitted)).toMatch(/P-9 is not about to take effect/);
    const timelock = { id: proposalId(9), phase: { state: 'timelock', until: village.now } } as never;
    village.state = { ...village.state, proposals: new Map([[proposalId(9), timelock]]) };
    const { sanctions, proposals, members } = stateAfter(village, readmitted);
    expect([...sanctions.values()].map(({ respondent, state }) => [respondent, state])).toEqual([
      [mallory, 'ended'],
      [bob, 'active'],
    ]);
    expect(proposals.get(proposalId(9))?.phase).toEqual({ state: 'in-force', since: village.now });
    // She joins again by herself, or not.
    expect(members.get(mallory)?.leftAt).toBeDefined();
    expect(members.get(mallory)).not.toHaveProperty('removedBy');
  });

  it('whoever is removed is out since then; undone, she is a member as before; who left herself stays away', () => {
    const village = reported();
    village.callJury(alice, C1, 5);
    village.verdict(C1, 'level-5');
    const out = village.now;
    expect(village.state.members.get(mallory)).toMatchObject({ leftAt: out, removedBy: S1 });
    village.appeal(mallory, C1);
    village.pass(1);
    const { joinedAt } = village.state.members.get(mallory) ?? {};
    const back = stateAfter(village, review({ outcome: 'overturned', level: null })).members.get(mallory);
    expect(back).toMatchObject({ joinedAt });
    expect([back?.leftAt, back?.removedBy]).toEqual([undefined, undefined]);
    const left = reported();
    left.write({ kind: 'member-left', member: mallory });
    const leftAt = left.now;
    left.pass(1);
    left.callJury(alice, C1, 5);
    left.verdict(C1, 'level-5');
    left.appeal(mallory, C1);
    left.verdict(C1, 'overturn');
    expect(left.sanction(C1)?.state).toBe('overturned');
    expect(left.state.members.get(mallory)).toMatchObject({ leftAt });
  });
});
