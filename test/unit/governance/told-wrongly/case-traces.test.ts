import { describe, expect, it } from '@jest/globals';
import { caseId, proposalId, sanctionId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf } from '../../../../server/governance/events.ts';
import { reported } from '../case-village.ts';
import { alice, bob, carol, dave, hostOf, mallory } from '../village.ts';
import { AGAIN, appealed, atOnce, C1, C2, imposed, review, S1 } from './case-entries.ts';
import { last, momentBefore, stateAfter, told } from './telling.ts';

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
    undone.judge(AGAIN.interim, 'overturn');
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

  it('an act is judged once; with another one it can be judged again', () => {
    const village = reported();
    village.moderate(alice, C1, { level: 1 });
    const again = { ...last(village, 'case-opened'), case: C2, acts: [village.act(1), village.act(2)] };
    village.write(again);
    const next = imposed(village, 1, [alice], { case: C2, sanction: sanctionId(2) });
    expect(stateAfter(village, next).judged.size).toBe(2);
    village.write(next);
    village.write({ ...again, case: caseId(3) });
    expect(told(village, { ...next, case: caseId(3), sanction: sanctionId(3) })).toMatch(/judged before/);
  });

  it('a jury is called by somebody, or because nobody decided', () => {
    const village = reported();
    const referred = { kind: 'case-referred', case: C1, max: 3, facts: 'Look.', why: 'not-decided' } as const;
    expect(stateAfter(village, referred).cases.get(C1)?.referral).toEqual({
      max: 3,
      facts: 'Look.',
      why: 'not-decided',
    });
  });

  it('whoever demands a jury waits for it; what was over stays over', () => {
    const village = reported();
    village.moderate(alice, C1, { level: 3 });
    village.confirm(carol, C1);
    const demanded = { kind: 'case-referred', case: C1, by: mallory, max: 3, facts: 'It.', why: 'demanded' } as const;
    expect(stateAfter(village, demanded).sanctions.get(S1)).toMatchObject({ state: 'stayed', stayedAt: village.now });
    village.now = village.sanction(C1)?.until ?? village.now;
    village.write({ kind: 'sanction-ended', sanction: S1, how: 'time-over' });
    expect(stateAfter(village, demanded).sanctions.get(S1)?.state).toBe('ended');
  });

  it('her cases and measures are hers under her new name, and bind her there; nobody else’s are', () => {
    const village = reported();
    village.appoint(alice, carol);
    village.report(bob, village.act(2));
    village.callJury(carol, C1, 4);
    village.verdict(C1, 'level-4');
    village.moderate(carol, C2, { level: 2 });
    const to = dave;
    const { cases, sanctions, members } = stateAfter(village, {
      ...{ kind: 'member-moved', from: mallory, to, organisation: hostOf(to) },
    });
    expect([...cases.values()].map(({ respondent }) => respondent)).toEqual([to, bob]);
    expect([...sanctions.values()].map(({ respondent }) => respondent)).toEqual([to, bob]);
    expect(members.get(to)?.suspendedBy).toBe(S1);
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
    village.judge(AGAIN.appeal, 'modify');
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
    village.judge(AGAIN.interim, 'uphold');
    const { until } = village.state.sanctions.get(S1) ?? {};
    const upheld = review({ of: 'interim', level: 4 });
    const stateOf = (now: Date) => stateAfter({ ...village, now }, upheld).sanctions.get(S1);
    expect(stateOf(village.now)).toMatchObject({ state: 'active' });
    expect(stateOf(village.now)).not.toHaveProperty('stayedAt');
    expect(stateOf(momentBefore(until ?? village.now))?.state).toBe('active');
    expect(stateOf(until ?? village.now)?.state).toBe('stayed');
    // What ended with the decision in the case does not go on.
    village.moderate(alice, C1, { level: 2 });
    expect(stateOf(village.now)?.state).toBe('ended');
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
    // What else was ever imposed on her: a hiding that stands, and a removal that was undone.
    const [removal] = village.state.sanctions.values();
    if (removal === undefined) throw new Error('nobody was removed');
    const more = [
      { ...removal, id: sanctionId(3), level: 2 },
      { ...removal, id: sanctionId(4), state: 'overturned' },
    ] as const;
    const before = new Map([...village.state.sanctions, ...more.map((one) => [one.id, one] as const)]);
    village.state = { ...village.state, sanctions: before };
    const { sanctions, proposals, members } = stateAfter(village, readmitted);
    expect([...sanctions.values()].map(({ respondent, state }) => [respondent, state])).toEqual([
      [mallory, 'ended'],
      [bob, 'active'],
      [mallory, 'active'],
      [mallory, 'overturned'],
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
    village.judge(AGAIN.appeal, 'overturn');
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
