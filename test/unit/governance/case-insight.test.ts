import { describe, expect, it } from '@jest/globals';
import { caseId, personIri, ruleId } from '../../../server/community/ids.ts';
import { inEnglish, phrase } from '../../../server/community/said.ts';
import { insightInto, seesReporters } from '../../../server/governance/cases/insight.ts';
import { type Reasons, reasonsText } from '../../../server/governance/cases/reasons.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { type CaseVillage, reported } from './case-village.ts';
import { alice, bob, carol, dave, hostOf, LINK_RULE, mallory } from './village.ts';

const C1 = caseId(1);
const stranger = personIri('https://elsewhere.example/users/eve');

/** Dave clerks: he sees who reported, and decides nothing. */
function clerked(): CaseVillage {
  const village = reported();
  const { now, state } = village;
  const since = { since: now, until: addDays(now, 365), terms: 1, by: 'P-1' as never };
  const clerk = { member: dave, organisation: hostOf(dave), ...since };
  village.state = { ...state, holders: new Map([...state.holders, ['clerk', [clerk]]]) };
  return village;
}

describe('a case', () => {
  const into = (village: CaseVillage, viewer: Parameters<typeof insightInto>[2]) =>
    insightInto(village.state, village.case(C1), viewer, village.now);

  it('before it is decided is there for whom it is about, for moderators and for clerks, and for nobody else', () => {
    const village = clerked();
    expect(into(village, mallory)).toBe('own');
    expect([into(village, alice), into(village, dave)]).toEqual(['all', 'all']);
    for (const viewer of [bob, stranger, null]) expect(into(village, viewer)).toBeNull();
  });

  it('decided, is there for members with names, for others without', () => {
    const village = clerked();
    village.moderate(carol, C1, { level: 2 });
    expect([into(village, bob), into(village, stranger), into(village, null)]).toEqual([
      'outcome',
      'nameless',
      'nameless',
    ]);
    expect([into(village, mallory), into(village, carol)]).toEqual(['own', 'all']);
  });

  it('names who reported to clerks alone, and never in a case about herself', () => {
    const village = clerked();
    const found = village.case(C1);
    expect([dave, alice, bob].map((who) => seesReporters(village.state, found, who, village.now))).toEqual([
      true,
      false,
      false,
    ]);
    const hers = { ...found, respondent: dave };
    expect(seesReporters(village.state, hers, dave, village.now)).toBe(false);
    expect(insightInto(village.state, hers, dave, village.now)).toBe('own');
  });
});

describe('a statement of reasons', () => {
  const reasons: Reasons = {
    measure: 'Your post was hidden.',
    facts: 'Forty links.',
    cited: { rule: ruleId(1), version: 1 },
    source: 'notice',
    decidedBy: phrase('one moderator'),
    automation: { detection: false, decision: false },
    redress: 'You can appeal.',
    entry: 7,
  };
  const paragraphs = (more: Partial<Reasons> = {}) => {
    const { state } = reported();
    return reasonsText({ ...reasons, ...more }, state).map(inEnglish);
  };

  it('has everything that the law asks for, each in a paragraph', () => {
    expect(paragraphs()).toEqual([
      'Your post was hidden.',
      'It applies in Guild and wherever what is written in it is passed on, in every country. It has no end of its own.',
      'What was found: Forty links.',
      `Rule R-1, version 1 “${LINK_RULE.title}”: ${LINK_RULE.text[LINK_RULE.authoritative]}`,
      'It was reported. No program found it, and none decided about it. Decided by one moderator.',
      'You can appeal.',
      'It is entry 7 of the community’s record.',
    ]);
  });

  it('says when it ends, which law was named, and what a program had to do with it', () => {
    const until = new Date('2026-03-01T09:00:00.000Z');
    expect(paragraphs({ until })[1]).toMatch(/It ends by itself on 1 March 2026, 09:00 UTC\.$/);
    expect(paragraphs({ law: 'Trade Marks Act' })[4]).toBe('It was also said to be against the law: Trade Marks Act.');
    const by = (detection: boolean, decision: boolean) => paragraphs({ automation: { detection, decision } })[4];
    expect(by(true, false)).toContain('A program found it; people decided about it.');
    expect(by(true, true)).toContain('no person has looked at it yet');
    expect(paragraphs({ source: 'own-initiative' })[4]).toContain('nobody had reported it');
  });

  it('of a version that is gone names it by its number', () => {
    expect(paragraphs({ cited: { rule: ruleId(1), version: 9 } })[3]).toBe('Rule R-1, version 9');
    expect(paragraphs({ cited: { rule: ruleId(9), version: 1 } })[3]).toBe('Rule R-9, version 1');
  });
});
