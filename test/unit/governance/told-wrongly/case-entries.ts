import { expect } from '@jest/globals';
import { caseId, digest, juryId, type PersonIri, sanctionId } from '../../../../server/community/ids.ts';
import type { Level } from '../../../../server/governance/cases/ladder.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf } from '../../../../server/governance/events.ts';
import { type CaseVillage, R1, reported } from '../case-village.ts';
import { alice, carol, mallory } from '../village.ts';

export const C1 = caseId(1);
export const C2 = caseId(2);
export const S1 = sanctionId(1);

/** A measure as moderators would write it down; some of it may be wrong. */
export function imposed(
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
export const byJury = { decidedBy: { by: 'jury', jury: juryId(1) } } as const;

/** What a jury is asked that looks at the first case again, or at the measure at once in it. */
export const AGAIN = { appeal: { kind: 'appeal', case: C1 }, interim: { kind: 'interim', case: C1 } } as const;

/** Hidden by alice; mallory appealed. */
export function appealed(level: Level = 2): CaseVillage {
  const village = reported();
  village.moderate(alice, C1, { level });
  if (level > 2) village.confirm(carol, C1);
  village.appeal(mallory, C1);
  return village;
}
export const review = (more: Partial<EventOf<'review-decided'>> = {}): EventOf<'review-decided'> => {
  return { kind: 'review-decided', case: C1, of: 'appeal', outcome: 'upheld', jury: juryId(1), level: 2, ...more };
};

/** Suspended at once by alice and carol, before anything is decided. */
export function atOnce(): CaseVillage {
  const village = reported();
  village.moderate(alice, C1, { level: 4, interim: true });
  expect(village.confirm(carol, C1)).toBe('accepted');
  return village;
}
