import { describe, expect, it } from '@jest/globals';
import { caseId, personIri, postIri } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { appealHold, demandJury, fileAppeal, stayOverdue } from '../../../server/governance/cases/appeal.ts';
import { daysOf, endOf, isMilder, mostOf } from '../../../server/governance/cases/ladder.ts';
import { callJury, confirmMeasure, decideCase } from '../../../server/governance/cases/moderate.ts';
import { judgedBy, openCaseOn, reportMatter, withdrawFrom } from '../../../server/governance/cases/open.ts';
import { barredWords, mutedBy, mutedWords, type Sanction } from '../../../server/governance/cases/sanction.ts';
import { levelChosen } from '../../../server/governance/cases/verdict.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { type CaseVillage, R1, reported, ruleWith } from './case-village.ts';
import { alice, bob, carol, codeOf, dave, LINK_RULE, mallory, Village } from './village.ts';

const C1 = caseId(1);
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);

describe('an appeal', () => {
  it('is possible to the last moment, with words, once, and in a case that there is', () => {
    const village = reported();
    const appeal = (more: object = {}) =>
      fileAppeal({ state: village.state, case: C1, by: mallory, words: 'No.', now: village.now, ...more });
    expect(appeal()).toMatchObject({ refusal: { text: 'There is nothing to appeal here.' } });
    expect(codeOf(appeal({ case: caseId(9) }))).toBe('no-such-case');
    village.moderate(alice, C1, { level: 2 });
    const { phase } = village.case(C1);
    const until = phase.state === 'decided' ? phase.appealUntil : village.now;
    expect(codeOf(appeal({ now: momentBefore(until) }))).toBe('accepted');
    expect(codeOf(appeal({ now: until }))).toBe('too-late');
    expect(codeOf(appeal({ words: ' \n ' }))).toBe('no-words');
    expect(appeal({ words: ` ${'x'.repeat(6000)}` })).toMatchObject({ value: { words: 'x'.repeat(5000) } });
    village.appeal(mallory, C1);
    expect(appeal()).toMatchObject({ refusal: { text: 'You have appealed this already.' } });
  });

  it('stays nothing before its verdict is overdue, nor what is stayed already', () => {
    const village = reported();
    village.callJury(alice, C1, 4);
    village.verdict(C1, 'level-4');
    const sanction = village.sanction(C1)?.id ?? ('S-0' as never);
    const stay = (now: Date) => codeOf(stayOverdue({ state: village.state, sanction, now }));
    expect(stay(addDays(village.now, 999))).toBe('not-due');
    village.appeal(mallory, C1);
    const verdictBy = village.case(C1).appeal?.verdictBy ?? village.now;
    expect([stay(momentBefore(verdictBy)), stay(verdictBy)]).toEqual(['not-due', 'accepted']);
    village.pass(15);
    expect(village.sanction(C1)?.state).toBe('stayed');
    expect(stay(addDays(village.now, 999))).toBe('not-due');
  });

  it('against a hold is by its author, once, with words, while it is held', () => {
    const village = Village.of(bob, carol, dave);
    const post = postIri('https://north.example/posts/held');
    const { now } = village;
    const ask = (more: object = {}) =>
      appealHold({ state: village.state, post, author: bob, by: bob, words: ' It is fine. ', ...more });
    expect(codeOf(ask())).toBe('no-such-hold');
    const hold = { statement: {}, since: now, until: addDays(now, 3) } as never;
    village.state = { ...village.state, holds: new Map([[post, hold]]) };
    expect(codeOf(ask({ by: carol }))).toBe('not-yours');
    expect(codeOf(ask({ words: '  ' }))).toBe('no-words');
    expect(ask()).toMatchObject({ value: { kind: 'hold-appealed', post, by: bob, words: 'It is fine.' } });
    expect(ask({ words: 'x'.repeat(6000) })).toMatchObject({ value: { words: 'x'.repeat(5000) } });
    village.state = { ...village.state, holdAppeals: new Map([[post, {} as never]]) };
    expect(codeOf(ask())).toBe('nothing-to-appeal');
  });

  it('or a jury instead: to the last moment, after a mute by two as after a hiding, not after a jury', () => {
    const village = reported();
    const demand = (now: Date) => codeOf(demandJury({ state: village.state, case: C1, by: mallory, now }));
    expect(demand(village.now)).toBe('nothing-to-appeal');
    village.moderate(alice, C1, { level: 3 });
    village.confirm(carol, C1);
    const end = addDays(village.now, village.state.charter.parameters.juryDemandHours / 24);
    expect([demand(momentBefore(end)), demand(end)]).toEqual(['accepted', 'too-late']);
    const judged = reported();
    judged.callJury(alice, C1, 2);
    judged.verdict(C1, 'level-2');
    expect(judged.demand(mallory, C1)).toBe('nothing-to-appeal');
  });
});

describe('what a sanction says and does', () => {
  const at = new Date('2026-03-01T09:00:00.000Z');
  const sanction = (level: number, until?: Date) =>
    ({
      id: 'S-1',
      case: C1,
      level,
      state: 'active',
      respondent: mallory,
      posts: [],
      ...(until && { until }),
    }) as unknown as Sanction;
  const muted = (level: number, until: Date | undefined, now: Date, who = mallory) =>
    mutedBy({ sanctions: new Map([[sanction(level).id, sanction(level, until)]]) }, who, now)?.id ?? null;

  it('mutes by its level, to its end, and nobody else', () => {
    for (const level of [0, 1, 2]) expect(muted(level, undefined, at)).toBeNull();
    for (const level of [3, 4, 5]) expect(muted(level, undefined, at)).toBe('S-1');
    expect([muted(3, at, momentBefore(at)), muted(3, at, at)]).toEqual(['S-1', null]);
    // Whoever is suspended stays out until the end is written down.
    expect([muted(4, at, momentBefore(at)), muted(4, at, at)]).toEqual(['S-1', 'S-1']);
    expect(muted(3, undefined, at, bob)).toBeNull();
  });

  it('is told with its end and what can be done', () => {
    expect(inEnglish(mutedWords(sanction(3, at)))).toBe(
      'Your post was not taken in: you are muted here until 1 March 2026, 09:00 UTC (C-1, S-1). You were told why, and how to appeal.',
    );
    expect(inEnglish(mutedWords(sanction(4)))).toContain('you are suspended here (C-1, S-1)');
    expect(inEnglish(mutedWords(sanction(5)))).toContain('you are removed here');
    expect(inEnglish(barredWords(sanction(5)))).toBe(
      'You cannot join now: you are removed from this community (C-1, S-1). The members may decide to let you come back.',
    );
    expect(inEnglish(barredWords(sanction(4, at)))).toContain(
      'you are suspended from this community (C-1, S-1). It ends on 1 March',
    );
  });
});

describe('the ladder', () => {
  it('is read from what the rule says, and from nothing that only looks like it', () => {
    const most = (max: unknown) => mostOf({ ...LINK_RULE, human: { max } } as never);
    expect(most('mute:7d')).toEqual({ level: 3, days: 7 });
    for (const max of ['mute:7', 'xmute:7d', 'mute:7d!', 'Mute', 'mute:0d', 'mute:100d', 'toString', '1', ''])
      expect([max, most(max).level]).toEqual([max, 0]);
  });

  it('is milder by its level, then by its days; without days it is as long as can be', () => {
    const [short, long, open, less] = [
      { level: 3, days: 2 },
      { level: 3, days: 3 },
      { level: 3 },
      { level: 2 },
    ] as const;
    expect([isMilder(short, long), isMilder(long, short), isMilder(short, short)]).toEqual([true, false, false]);
    expect([isMilder(short, open), isMilder(open, short), isMilder(open, open)]).toEqual([true, false, false]);
    expect([isMilder(less, short), isMilder(short, less), isMilder(open, less)]).toEqual([true, false, false]);
  });

  it('ends what it does within the charter, within the rule, and never within less than a day', () => {
    const { parameters } = Village.founded().state.charter;
    const from = new Date(0);
    const days = (level: number, ...asked: readonly (number | undefined)[]) => {
      const end = endOf(level as never, from, parameters, asked);
      return end === undefined ? null : end.getTime() / 86_400_000;
    };
    expect([0, 2, 5].map((level) => days(level))).toEqual([null, null, null]);
    expect([1, 3, 4].map((level) => days(level))).toEqual([1, 3, 4].map((level) => daysOf(level as never, parameters)));
    expect(days(3, 2)).toBe(2);
    expect(days(3, 0)).toBe(1);
    expect(days(3, undefined, 999)).toBe(parameters.muteDays);
    expect(days(1, 2)).toBe(parameters.warningDays);
  });

  it('is what a jury’s answer names, and nothing else', () => {
    expect(['level-0', 'level-5', 'dismiss', 'level-6', 'xlevel-3', 'level-33', 'level-'].map(levelChosen)).toEqual([
      ...[0, 5],
      ...Array(5).fill(null),
    ]);
  });
});

describe('reports', () => {
  const report = (village: CaseVillage, number: number, more: object = {}, reports = 2) =>
    reportMatter({
      state: village.state,
      matter: { respondent: mallory, acts: [village.act(number)], rule: R1, origin: 'notice', ...more },
      reported: () => ({ reports, organisations: 1 }),
      now: village.now,
    });

  it('of the same, by the same rule, about the same person belong together; a further edition is evidence too', () => {
    const village = reported();
    const open = (more: object) =>
      openCaseOn(village.state, { respondent: mallory, acts: [village.act(1)], rule: R1, ...more });
    expect(open({})?.id).toBe(C1);
    expect([open({ respondent: bob }), open({ rule: 'R-2' }), open({ acts: [village.act(2)] })]).toEqual([
      null,
      null,
      null,
    ]);
    expect(open({ acts: [village.act(2), village.act(1)] })?.id).toBe(C1);
    const edition = { ...village.act(1), evidence: village.act(7).evidence };
    expect(report(village, 1, { acts: [village.act(1), edition] })).toMatchObject({
      value: { kind: 'report-merged', acts: [edition], reports: 2 },
    });
    expect(codeOf(report(village, 1, {}, 1))).toBe('nothing-new');
    expect(report(village, 1, { acts: [edition] }, 1)).toMatchObject({ value: { acts: [edition] } });
    village.callJury(alice, C1, 2);
    expect(open({})?.id).toBe(C1);
    expect(report(village, 1, { acts: [edition] })).toMatchObject({ value: { kind: 'report-merged', acts: [] } });
    village.verdict(C1, 'level-2');
    expect(open({})).toBeNull();
  });

  it('can be taken back as long as nothing is decided', () => {
    const village = reported();
    const back = (reports: number, id = C1) =>
      withdrawFrom({ state: village.state, id, reported: { reports, organisations: 0 } });
    expect(codeOf(back(0, caseId(9)))).toBe('no-such-case');
    expect(codeOf(back(1))).toBe('nothing-new');
    expect(back(0)).toMatchObject({ value: { kind: 'report-withdrawn', case: C1, acts: [], reports: 0 } });
    village.moderate(alice, C1, { level: 2 });
    expect(codeOf(back(0))).toBe('nothing-new');
    village.pass(60);
    expect(village.case(C1).phase.state).toBe('final');
    expect(codeOf(back(0))).toBe('nothing-new');
    const alone = reported();
    alone.record(withdrawFrom({ state: alone.state, id: C1, reported: { reports: 0, organisations: 0 } }));
    expect(alone.case(C1).phase.state).toBe('withdrawn');
    expect(codeOf(withdrawFrom({ state: alone.state, id: C1, reported: { reports: 1, organisations: 1 } }))).toBe(
      'nothing-new',
    );
  });

  it('are judged by the version of the act or by a milder later one that is in force, and by no earlier one', () => {
    const village = reported();
    const cited = { cited: { rule: R1, version: 1 } };
    const judged = () => judgedBy(village.state, cited, village.now);
    village.adoptAtOnce(ruleWith(4, addDays(village.now, 1), 2));
    expect(judged()).toMatchObject({ cited: { version: 1 }, max: 5 });
    village.now = addDays(village.now, 1);
    expect(judged()).toEqual({ cited: { rule: R1, version: 2 }, max: 4, days: 30 });
    expect(judgedBy(village.state, { cited: { rule: R1, version: 2 } }, village.now).cited.version).toBe(2);
    village.adoptAtOnce(ruleWith(5, village.now, 3));
    expect(judgedBy(village.state, { cited: { rule: R1, version: 3 } }, village.now)).toMatchObject({ max: 5 });
    expect(() => judgedBy(village.state, { cited: { rule: R1, version: 9 } }, village.now)).toThrow('no version 9');
  });
});

describe('moderators', () => {
  const eve = personIri('https://west.example/users/eve');

  it('decide only what there is, as moderators, and never about themselves', () => {
    const village = reported(5, [alice, carol, mallory]);
    expect(village.moderate(alice, caseId(9), { level: 1 })).toBe('no-such-case');
    for (const who of [bob, mallory]) expect(village.moderate(who, C1, { level: 1 })).toBe('not-yours-to-judge');
    expect(village.moderate(alice, C1, { level: 9 as never })).toBe('incomplete-decision');
    expect(village.moderate(alice, C1, { level: null })).toBe('accepted');
    expect(village.case(C1).decision).toMatchObject({ level: null, decidedBy: { by: 'moderators', members: [alice] } });
    expect(village.moderate(carol, C1, { level: 1 })).toBe('not-open');
  });

  it('of the side of whom it is about step back where another side has one, and not where none is', () => {
    const alone = reported(5, [eve]);
    alone.join(eve);
    expect(alone.moderate(eve, C1, { level: 1 })).toBe('accepted');
    const both = reported(5, [eve, alice]);
    both.join(eve);
    expect(both.moderate(eve, C1, { level: 1 })).toBe('not-yours-to-judge');
    const reporter = reported(5, [alice]);
    expect(reporter.moderate(alice, C1, { level: 1 }, true)).toBe('accepted');
  });

  it('agree to what another one proposes, who is a moderator still', () => {
    const village = reported();
    expect(village.confirm(carol, C1)).toBe('nothing-proposed');
    village.moderate(alice, C1, { level: 3, days: 2 });
    expect(village.confirm(alice, C1)).toBe('takes-two');
    const confirm = () =>
      confirmMeasure({ state: village.state, case: C1, by: carol, now: village.now, isReporter: false });
    expect(confirm()).toMatchObject({ value: { decision: { level: 3, until: addDays(village.now, 2) } } });
    village.appoint(carol);
    expect(codeOf(confirm())).toBe('nothing-proposed');
  });

  it('do at once what hurries, once, for some hours, and nothing milder', () => {
    const village = reported();
    const atOnce = (level: number) =>
      decideCase({
        ...{ state: village.state, case: C1, by: alice, now: village.now, isReporter: false, facts: 'Now.' },
        ...{ level: level as never, interim: true },
      });
    expect([1, 2, 4, 5].map((level) => codeOf(atOnce(level)))).toEqual([
      ...['too-severe', 'accepted', 'accepted', 'takes-a-jury'],
    ]);
  });

  it('call a jury with words for what the rule allows', () => {
    const village = reported(4);
    const ask = (max: number, facts = 'Look at it.') => {
      const asked = { state: village.state, case: C1, by: alice, now: village.now, isReporter: false };
      return callJury({ ...asked, max: max as never, facts });
    };
    expect([5, 4, 7].map((max) => codeOf(ask(max)))).toEqual(['too-severe', 'accepted', 'too-severe']);
    expect(codeOf(ask(4, '  '))).toBe('incomplete-decision');
    expect(ask(4, ' Look. ')).toMatchObject({ value: { facts: 'Look.', why: 'referred', by: alice } });
    village.pass(15);
    expect(village.case(C1).referral).toMatchObject({
      why: 'not-decided',
      facts: expect.stringMatching(/^The moderators did not decide this within \d+ days\.$/),
    });
  });
});
