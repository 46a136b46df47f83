import { describe, expect, it } from '@jest/globals';
import type { CaseId, RuleId, SanctionId } from '../../../server/community/ids.ts';
import type { Case, ReviewOutcome } from '../../../server/governance/cases/case.ts';
import { moderationFigures } from '../../../server/governance/cases/figures.ts';
import type { Rule } from '../../../server/governance/rules/rule.ts';

const someCase = (rule: string, more: { sanctioned?: boolean; outcome?: ReviewOutcome } = {}): Case =>
  ({
    cited: { rule: rule as RuleId, version: 1 },
    ...(more.sanctioned ? { sanction: 'S-1' as SanctionId } : {}),
    ...(more.outcome ? { appeal: { outcome: more.outcome } } : {}),
  }) as unknown as Case;
const among = (cases: readonly Case[]) =>
  moderationFigures({
    cases: new Map(cases.map((one, at) => [`C-${at}` as CaseId, one])),
    rules: new Map([['R-2' as RuleId, [{ title: 'No adverts' }] as unknown as readonly Rule[]]]),
  });

describe('moderation in figures', () => {
  it('tells rule by rule what came of reports', () => {
    const sanctioned = { sanctioned: true } as const;
    const overturned = Array.from({ length: 3 }, () => someCase('R-2', { ...sanctioned, outcome: 'overturned' }));
    const upheld = someCase('R-2', { ...sanctioned, outcome: 'upheld' });
    expect(among([...overturned, upheld, someCase('R-2')])).toEqual([
      { rule: 'R-2', title: 'No adverts', cases: 5, measures: 4, appeals: 4, overturned: 3 },
    ]);
  });

  it('does not tell one or two, which could point at somebody, but tells none', () => {
    expect(among([someCase('R-2', { sanctioned: true }), someCase('R-2')])).toEqual([
      { rule: 'R-2', title: 'No adverts', cases: 'few', measures: 'few', appeals: 0, overturned: 0 },
    ]);
  });

  it('stands in the order of the rules’ numbers', () => {
    expect(among([someCase('R-10'), someCase('R-9'), someCase('I-1')]).map(({ rule }) => rule)).toEqual([
      'I-1',
      'R-9',
      'R-10',
    ]);
  });
});
