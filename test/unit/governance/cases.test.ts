import { describe, expect, it } from '@jest/globals';
import { caseId } from '../../../server/community/ids.ts';
import { makeDecision } from '../../../server/governance/cases/decision.ts';
import { juriesForCases } from '../../../server/governance/cases/juries.ts';
import { mostOf } from '../../../server/governance/cases/ladder.ts';
import { hiddenBy } from '../../../server/governance/cases/sanction.ts';
import { addDays, addHours } from '../../../server/governance/dates.ts';
import { memberOf } from '../../../server/governance/membership.ts';
import { CaseVillage, post, reported, ruleWith } from './case-village.ts';
import { alice, bob, carol, mallory } from './village.ts';

const C1 = caseId(1);

describe('reports', () => {
  it('of the same post under the same rule become one case, which counts them and names nobody', () => {
    const village = reported();
    expect(village.report(mallory, village.act(1), { reports: 2 })).toBe('accepted');
    expect(village.state.cases.size).toBe(1);
    expect(village.case(C1)).toMatchObject({ reports: 2, cited: { rule: 'R-1', version: 1 } });
    expect(village.report(mallory, village.act(1), { reports: 2 })).toBe('nothing-new');
  });

  it('of something done before the rule was in force come to nothing (MOD-04, P4)', () => {
    const village = CaseVillage.with();
    expect(village.report(mallory, village.act(1, addDays(village.now, -1)))).toBe('not-in-force');
    expect(village.report(mallory, village.act(1), { rule: 'R-9' as never })).toBe('no-such-rule');
  });

  it('come too late after the limitation, which is longer for severe things', () => {
    const mild = CaseVillage.with(2);
    const [act, severe] = [mild.act(1), CaseVillage.with(4)];
    mild.pass(91);
    severe.pass(91);
    expect(mild.report(mallory, act)).toBe('too-long-ago');
    expect(severe.report(mallory, act)).toBe('accepted');
  });

  it('of what was sanctioned already come to nothing: one sanction per act and rule', () => {
    const village = reported();
    village.moderate(alice, C1, { level: 1 });
    expect(village.report(mallory, village.act(1), { reports: 3 })).toBe('already-judged');
    expect(village.report(mallory, { ...village.act(1), evidence: village.act(2).evidence })).toBe('accepted');
  });
});

describe('who decides what', () => {
  it('one moderator explains, warns and hides; more she cannot', () => {
    for (const level of [0, 1, 2] as const) expect(reported().moderate(alice, C1, { level })).toBe('accepted');
    for (const level of [4, 5] as const) expect(reported().moderate(alice, C1, { level })).toBe('takes-a-jury');
    expect(reported(1).moderate(alice, C1, { level: 2 })).toBe('too-severe');
    expect(reported().moderate(bob, C1, { level: 0 })).toBe('not-yours-to-judge');
  });

  it('muting takes two moderators, of different organisations where there are two', () => {
    const village = reported(5, [alice, bob, carol]);
    expect(village.moderate(alice, C1, { level: 3, days: 3 })).toBe('accepted');
    expect(village.sanction(C1)).toBeUndefined();
    expect(village.confirm(alice, C1)).toBe('takes-two');
    expect(village.confirm(bob, C1)).toBe('takes-two');
    expect(village.confirm(carol, C1)).toBe('accepted');
    expect(village.sanction(C1)).toMatchObject({ level: 3, until: addDays(village.now, 3) });
    const alike = reported(5, [alice, bob]);
    alike.moderate(alice, C1, { level: 3 });
    expect(alike.confirm(bob, C1)).toBe('accepted');
  });

  it('nobody judges herself, and who reported it or is of the same organisation steps back for another', () => {
    const village = reported(5, [alice, mallory]);
    expect(village.moderate(mallory, C1, { level: 0 })).toBe('not-yours-to-judge');
    expect(village.moderate(alice, C1, { level: 0 }, true)).toBe('accepted');
    expect(reported().moderate(alice, C1, { level: 0 }, true)).toBe('not-yours-to-judge');
    const own = CaseVillage.with();
    own.report(bob, own.act(1));
    expect(own.moderate(alice, C1, { level: 0 })).toBe('not-yours-to-judge');
    expect(own.moderate(carol, C1, { level: 0 })).toBe('accepted');
  });

  it('two moderators of different organisations suspend somebody at once, for hours only and once', () => {
    const village = reported();
    expect(village.moderate(alice, C1, { level: 5, interim: true })).toBe('takes-a-jury');
    expect(village.moderate(alice, C1, { level: 4, interim: true })).toBe('accepted');
    expect(village.confirm(carol, C1)).toBe('accepted');
    expect(village.sanction(C1)).toMatchObject({ interim: true, until: addHours(village.now, 72) });
    expect(memberOf(village.state, mallory)).toBeNull();
    expect(village.moderate(alice, C1, { level: 4, interim: true })).toBe('too-severe');
    village.pass(3);
    expect(memberOf(village.state, mallory)).not.toBeNull();
    expect(hiddenBy(village.state, post(1))).toBeNull();
    expect(village.case(C1).phase.state).toBe('open');
  });

  describe('what is done at once can be appealed by itself', () => {
    const INTERIM = { kind: 'interim', case: C1 } as const;
    const muted = (law?: string) => {
      const village = CaseVillage.with(5, [alice, carol]);
      village.report(mallory, village.act(1), { law });
      village.moderate(alice, C1, { level: 4, interim: true });
      village.confirm(carol, C1);
      return village;
    };
    const suspended = (village: CaseVillage) => memberOf(village.state, mallory) === null;

    it('by nine fresh members, without those who took it, once and as long as it lasts', () => {
      const village = muted();
      expect(village.case(C1).phase.state).toBe('open');
      expect(village.appeal(bob, C1)).toBe('not-yours');
      expect(village.appeal(mallory, C1)).toBe('accepted');
      expect(village.appeal(mallory, C1)).toBe('nothing-to-appeal');
      const [wanted, ...more] = juriesForCases(village.state);
      expect(more).toEqual([]);
      expect(wanted).toMatchObject({ purpose: INTERIM, size: 9, excludedOrganisations: ['west.example'] });
      expect(wanted?.excluded).toEqual(expect.arrayContaining([mallory, alice, carol]));
      const late = muted();
      late.pass(3);
      expect(late.appeal(mallory, C1)).toBe('nothing-to-appeal');
    });

    it('waits after a day without a verdict, and never runs longer than it was to', () => {
      const village = muted();
      village.appeal(mallory, C1);
      village.pass(0.99);
      expect(suspended(village)).toBe(true);
      village.pass(0.02);
      expect(suspended(village)).toBe(false);
      expect(village.sanction(C1)?.state).toBe('stayed');
      village.verdict(C1, 'uphold', INTERIM);
      expect(suspended(village)).toBe(true);
      village.pass(1.98);
      expect(suspended(village)).toBe(true);
      village.pass(0.02);
      expect([suspended(village), village.sanction(C1)?.state]).toEqual([false, 'ended']);
    });

    it('ends at its end also while it waits; a jury may still say that it was wrong', () => {
      const village = muted();
      village.appeal(mallory, C1);
      village.pass(4);
      expect(village.sanction(C1)?.state).toBe('ended');
      village.verdict(C1, 'overturn', INTERIM);
      expect(village.sanction(C1)?.state).toBe('overturned');
      expect(village.case(C1)).toMatchObject({ phase: { state: 'open' }, interimAppeal: { outcome: 'overturned' } });
    });

    it('is undone at once where the jury says so, and what is decided later can be appealed by itself', () => {
      const village = muted();
      const before = muted().effects();
      village.appeal(mallory, C1);
      village.verdict(C1, 'overturn', INTERIM);
      expect(suspended(village)).toBe(false);
      expect(village.effects()).not.toEqual(before);
      expect(village.moderate(alice, C1, { level: 2 })).toBe('accepted');
      expect([...village.state.sanctions.values()].map(({ state }) => state)).toEqual(['overturned', 'active']);
      expect(village.appeal(mallory, C1)).toBe('accepted');
      expect(village.case(C1).phase.state).toBe('appealed');
    });

    it('does not wait where the law is at stake', () => {
      const village = muted('Section 185');
      village.appeal(mallory, C1);
      village.pass(2);
      expect(suspended(village)).toBe(true);
    });

    it('is no question for a jury any more when the case is dismissed', () => {
      const village = muted();
      village.appeal(mallory, C1);
      expect(village.moderate(carol, C1, { level: null })).toBe('accepted');
      expect(juriesForCases(village.state)).toEqual([]);
    });
  });

  it('a suspension takes five of seven jurors, a removal seven of nine', () => {
    const village = reported();
    expect(village.callJury(alice, C1, 4)).toBe('accepted');
    const [wanted] = juriesForCases(village.state);
    expect(wanted).toMatchObject({ size: 7, excluded: [mallory, alice], excludedOrganisations: ['west.example'] });
    expect(wanted?.options.map(({ id, need }) => [id, need])).toEqual([
      ['dismiss', 0],
      ['level-0', 4],
      ['level-1', 4],
      ['level-2', 4],
      ['level-3', 4],
      ['level-4', 5],
    ]);
    const severe = reported();
    severe.callJury(alice, C1, 5);
    expect(juriesForCases(severe.state)[0]).toMatchObject({ size: 9 });
    expect(juriesForCases(severe.state)[0]?.options.at(-1)).toMatchObject({ id: 'level-5', need: 7 });
    expect(reported(3).callJury(alice, C1, 4)).toBe('too-severe');
  });

  it('what the moderators leave lying is for a jury, by itself', () => {
    const village = reported();
    village.pass(15);
    expect(village.case(C1)).toMatchObject({ phase: { state: 'jury' }, referral: { why: 'not-decided' } });
  });
});

describe('a rule', () => {
  it('says how far a measure may go, and for how many days; one that says nothing allows to hide', () => {
    const rule = (max?: string) => mostOf({ ...ruleWith(0, new Date(0)), human: max && { max } } as never);
    expect(rule()).toEqual({ level: 2 });
    expect(rule('mute:3d')).toEqual({ level: 3, days: 3 });
    expect(rule('hang')).toEqual({ level: 0 });
    const village = CaseVillage.with(5);
    village.adoptAtOnce({ ...ruleWith(4, village.now, 2), human: { max: 'suspend:10d' } } as never);
    village.report(mallory, village.act(1));
    village.callJury(alice, C1, 4);
    village.verdict(C1, 'level-4');
    expect(village.sanction(C1)?.until).toEqual(addDays(village.now, 10));
  });
});

describe('a decision', () => {
  const whole = {
    level: 1,
    cited: { rule: 'R-1', version: 1 },
    evidence: ['0'.repeat(64)],
    facts: 'It is spam.',
    decidedBy: { by: 'moderators', members: [alice] },
    automation: { detection: false, decision: false },
    redress: { appealUntil: new Date(0) },
  } as unknown as Parameters<typeof makeDecision>[0];

  it.each(['level', 'cited', 'evidence', 'facts', 'decidedBy', 'automation', 'redress'] as const)(
    'cannot be made without its %s',
    (name) => {
      expect(makeDecision(whole).ok).toBe(true);
      const { [name]: _, ...rest } = whole;
      expect(makeDecision(rest)).toMatchObject({ ok: false, refusal: { code: 'incomplete-decision' } });
    },
  );

  it('is not made by nobody, without a version, or on evidence that is no hash', () => {
    const wrong = [
      { decidedBy: { by: 'moderators', members: [] } },
      { cited: { rule: 'R-1', version: 0 } },
      { evidence: [] },
      { evidence: ['short'] },
      { facts: '   ' },
    ] as unknown as Parameters<typeof makeDecision>[0][];
    for (const part of wrong) expect(makeDecision({ ...whole, ...part }).ok).toBe(false);
  });

  it('goes by the version at the time of the act, unless a later one is milder (MOD-05)', () => {
    const village = CaseVillage.with(1);
    const act = village.act(1);
    village.pass(1);
    village.adoptAtOnce(ruleWith(5, village.now, 2));
    village.report(mallory, act);
    expect(village.case(C1).cited.version).toBe(1);
    expect(village.moderate(alice, C1, { level: 2 })).toBe('too-severe');
    village.pass(1);
    village.adoptAtOnce(ruleWith(0, village.now, 3));
    expect(village.moderate(alice, C1, { level: 1 })).toBe('too-severe');
    expect(village.moderate(alice, C1, { level: 0 })).toBe('accepted');
    expect(village.case(C1).decision?.cited).toEqual({ rule: 'R-1', version: 3 });
  });
});
