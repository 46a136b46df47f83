import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  caseId,
  emergencyId,
  personIri,
  petitionId,
  postIri,
  proposalId,
  ruleId,
  sanctionId,
} from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import { type DueStep, due } from '../../../../server/governance/due.ts';
import { isSecretMatter } from '../../../../server/governance/proposals/procedure.ts';
import { runs } from '../../../support/runs.ts';
import { codeOf, Village } from '../village.ts';
import { history, live, Town } from './town.ts';

/** Carries everything out, and then asks for the same once more, as a worker does that was interrupted. */
class Twice extends Town {
  override carryOut(step: DueStep): void {
    super.carryOut(step);
    // Where a juror had to go first, the step itself comes after that.
    const replaced = this.entries.at(-1)?.event.kind === 'juror-replaced' && step.step !== 'replace-juror';
    if (replaced || isSaidBeforehand(this, step)) return;
    expect([step, decided(this, step)]).toEqual([step, 'not-due']);
  }
}

/** How a secret vote comes out is said beforehand in a moot, and not decided. */
const isSaidBeforehand = ({ state }: Town, step: DueStep): boolean =>
  'proposal' in step && isSecretMatter(state.proposals.get(step.proposal)?.matter ?? 'ordinary');

/** A round of a jury ends as soon as every juror has voted. */
const mayBeEarlier = (step: DueStep): boolean => step.step === 'advance-jury' && step.next === 'end-vote';

/** The refusal, or the kind of the entry. A juror who must not judge may be replaced at any time. */
function decided(town: Town, step: DueStep): string {
  const decision = town.decisionFor(step);
  if (!decision.ok) return decision.refusal.code;
  return decision.value.kind === 'juror-replaced' && step.step !== 'replace-juror' ? 'not-due' : decision.value.kind;
}

describe('what time brings about', () => {
  it('is refused a moment too early, whoever asks for it', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(history, (steps) => {
        live(steps, (town) => {
          const { now } = town;
          for (const step of due(town.state, addDays(now, 400))) {
            if (step.at <= now || isSaidBeforehand(town, step) || mayBeEarlier(step)) continue;
            town.now = new Date(step.at.getTime() - 1);
            expect([step, decided(town, step)]).toEqual([step, 'not-due']);
            seen.add(step.step);
          }
          town.now = now;
        });
      }),
      { numRuns: runs(30) },
    );
    expect(seen.size).toBeGreaterThan(8);
  });

  it('is refused when it is done already', () => {
    fc.assert(
      fc.property(history, (steps) => void live(steps, undefined, Twice.begin())),
      { numRuns: runs(30) },
    );
  });

  it('is refused for what there is not', () => {
    const village = Village.founded();
    const at = village.now;
    const [proposal, about, sanction] = [proposalId(9), caseId(9), sanctionId(9)];
    const [emergency, petition, who] = [emergencyId(9), petitionId(9), personIri('https://x.example/users/nobody')];
    const steps: readonly DueStep[] = [
      ...(['lapse', 'open-voting', 'end-voting', 'decide-challenge', 'bring-into-force'] as const).map((step) => ({
        ...{ step, proposal, at },
      })),
      ...(['call-renewal', 'call-for-help', 'call-ratification', 'lapse-acts'] as const).map((step) => ({ step, at })),
      ...(['carry-out-verdict', 'call-overdue-jury', 'close-case'] as const).map((step) => ({ step, case: about, at })),
      ...(['end-sanction', 'stay-sanction', 'resume-sanction'] as const).map((step) => ({ step, sanction, at })),
      ...(['end-emergency', 'call-vote-on-block'] as const).map((step) => ({ step, emergency, at })),
      ...(['call-recall', 'lapse-petition'] as const).map((step) => ({ step, petition, at })),
      ...(['suspend-rules', 'resolve-rules'] as const).map((step) => ({
        ...{ step, rules: [ruleId(8), ruleId(9)] as const, at },
      })),
      { step: 'expire-rule', rule: ruleId(9), version: 1, at },
      { step: 'end-hold', post: postIri('https://x.example/posts/9'), at },
      { step: 'end-relations', server: 'x.example', at },
      { step: 'end-delegation', by: who, at },
      { step: 'count-affiliation', member: who, at },
      { step: 'nobody-stood', proposal, at },
      { step: 'end-term', role: 'moderator', member: who, at },
      { step: 'call-election', role: 'moderator', at },
      { step: 'call-jury', purpose: 'case C-9', at },
    ];
    for (const step of steps) expect([step.step, codeOf(village.decisionFor(step))]).toEqual([step.step, 'not-due']);
  });
});
