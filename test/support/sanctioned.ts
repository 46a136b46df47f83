import type { CaseId, CommunityIri, PersonIri, RuleId, SanctionId } from '../../server/community/ids.ts';
import { juryId } from '../../server/community/ids.ts';
import { addDays } from '../../server/governance/dates.ts';
import { hashOf } from '../../server/record/canonical.ts';
import type { RunningServer } from './running-server.ts';
import { write } from './secret-vote.ts';

/**
 * Somebody is suspended (4) or removed (5), as a jury's verdict would be written down: how a case is judged is
 * another test's matter. Rule R-1 must be in force.
 */
export async function sanction(
  server: RunningServer,
  community: CommunityIri,
  { respondent, level, days = 30 }: { respondent: PersonIri; level: 4 | 5; days?: number },
): Promise<SanctionId> {
  const state = await server.house.states.load(community);
  if (state === null) throw new Error('there is no such community');
  const now = server.house.clock.now();
  const id = `C-${state.cases.size + 1}` as CaseId;
  const sanctionId = `S-${state.sanctions.size + 1}` as SanctionId;
  const cited = { rule: 'R-1' as RuleId, version: 1 };
  const evidence = hashOf({ id });
  await write(server, community, {
    kind: 'case-opened',
    case: id,
    respondent,
    acts: [{ evidence, actAt: now }],
    cited,
    origin: 'own-initiative',
    reports: 0,
    organisations: 0,
  });
  await write(server, community, {
    kind: 'sanction-imposed',
    case: id,
    sanction: sanctionId,
    respondent,
    decision: {
      level,
      ...(level === 4 ? { until: addDays(now, days) } : {}),
      cited,
      evidence: [evidence],
      facts: 'Seen by many.',
      decidedBy: { by: 'jury', jury: juryId(1) },
      automation: { detection: false, decision: false },
      redress: { appealUntil: addDays(now, 30) },
    },
  });
  await server.settle();
  return sanctionId;
}
