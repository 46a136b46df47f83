import { describe, expect, it } from '@jest/globals';
import { caseId, juryId, type PersonIri, sanctionId } from '../../../../server/community/ids.ts';
import type { Level } from '../../../../server/governance/cases/ladder.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import { post, R1, reported } from '../case-village.ts';
import { alice, carol, dave, mallory } from '../village.ts';
import { AGAIN, appealed, atOnce, byJury, C1, C2, imposed, review, S1 } from './case-entries.ts';
import { last, momentBefore, stateAfter, told } from './telling.ts';

const NO_STATE = /is in no such state/;

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
    village.judge(AGAIN.appeal, 'uphold');
    expect(told(village, review())).toBe('read');
    expect(told(village, review({ of: 'demand' }))).toMatch(/nothing that a jury could look at again/);
    expect(told(village, review({ of: 'interim' }))).toMatch(/no measure at once is there/);
    expect(told(village, review({ case: C2 }))).toMatch(/nothing that a jury could look at again/);
    expect(told(village, review({ case: C2, of: 'interim' }))).toMatch(/no measure at once is there/);
  });

  it('makes it worse for whoever asked, or calls the same measure a milder one', () => {
    const village = appealed(3);
    village.judge(AGAIN.appeal, 'uphold');
    const tell = (outcome: 'upheld' | 'modified' | 'overturned', level: Level | null) =>
      told(village, review({ outcome, level }));
    expect([tell('upheld', 3), tell('modified', 2), tell('overturned', null)]).toEqual(['read', 'read', 'read']);
    expect(tell('upheld', 4)).toMatch(/nobody is worse off/);
    expect(tell('modified', 3)).toMatch(/nobody is worse off/);
    expect(tell('modified', 4)).toMatch(/nobody is worse off/);
  });

  it('that there is not, that has not decided, or that was asked something else, looks again', () => {
    const village = appealed();
    expect(told(village, review())).toMatch(/J-1 has not looked at C-1 again/);
    village.judge({ kind: 'case', case: C1 }, 'level-2');
    village.judge({ kind: 'appeal', case: C2 }, 'uphold');
    expect(told(village, review())).toMatch(/J-1 has not looked at C-1 again/);
    village.judge(AGAIN.appeal, 'uphold');
    expect(told(village, review({ jury: juryId(2) }))).toMatch(/J-2 has not looked at C-1 again/);
    expect(told(village, review())).toBe('read');
    const measured = atOnce();
    measured.appeal(mallory, C1);
    measured.judge(AGAIN.appeal, 'uphold');
    expect(told(measured, review({ of: 'interim', level: 4 }))).toMatch(/J-1 has not looked at C-1 again/);
    const demanded = reported();
    demanded.moderate(alice, C1, { level: 3 });
    demanded.confirm(carol, C1);
    expect(demanded.demand(mallory, C1)).toBe('accepted');
    expect(told(demanded, review({ of: 'demand' }))).toMatch(/J-1 has not looked at C-1 again/);
    demanded.judge({ kind: 'case', case: C1 }, 'level-2');
    expect(told(demanded, review({ of: 'demand' }))).toBe('read');
  });

  it('looks twice at one measure that was taken at once', () => {
    const village = atOnce();
    expect(told(village, review({ of: 'interim', level: 4 }))).toMatch(/no measure at once is there/);
    village.appeal(mallory, C1);
    village.judge(AGAIN.interim, 'uphold');
    expect(told(village, review({ of: 'interim', level: 4 }))).toBe('read');
    village.write(review({ of: 'interim', level: 4 }));
    expect(told(village, review({ of: 'interim', level: 4 }))).toMatch(/no measure at once is there/);
  });
});
