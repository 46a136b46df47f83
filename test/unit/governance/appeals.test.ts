import { describe, expect, it } from '@jest/globals';
import { caseId, personIri } from '../../../server/community/ids.ts';
import { juriesForCases } from '../../../server/governance/cases/juries.ts';
import { barredBy, hiddenBy, mutedBy } from '../../../server/governance/cases/sanction.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { leave, memberOf, moveMember } from '../../../server/governance/membership.ts';
import { CaseVillage, post, reported } from './case-village.ts';
import { alice, bob, hostOf, mallory } from './village.ts';

const C1 = caseId(1);

describe('sanctions', () => {
  it('are in effect until their end, and end by themselves', () => {
    const village = reported();
    village.callJury(alice, C1, 4);
    village.verdict(C1, 'level-4');
    expect(village.state.members.get(mallory)?.suspendedBy).toBe('S-1');
    expect(mutedBy(village.state, mallory, village.now)?.id).toBe('S-1');
    village.pass(30);
    expect(village.state.members.get(mallory)?.suspendedBy).toBeUndefined();
    expect(hiddenBy(village.state, post(1))?.id).toBe('S-1');
  });

  it('cannot be escaped by leaving and joining again, nor by moving to another account', () => {
    const village = reported();
    village.callJury(alice, C1, 4);
    village.verdict(C1, 'level-4');
    const mel = personIri('https://west.example/users/mel');
    expect(
      village.record(moveMember({ state: village.state, from: mallory, to: mel, organisation: hostOf(mel) })),
    ).toBe('accepted');
    expect(memberOf(village.state, mel)).toBeNull();
    village.record(leave({ state: village.state, person: mel, now: village.now }));
    expect(village.join(mel)).toBe('barred');
    village.pass(31);
    expect(village.join(mel)).toBe('accepted');
  });

  it('a removal ends the membership; whoever was removed comes back when a vote readmits her, not before', () => {
    const village = reported();
    village.callJury(alice, C1, 5);
    village.verdict(C1, 'level-5');
    expect(village.state.members.get(mallory)?.leftAt).toEqual(village.now);
    expect(village.join(mallory)).toBe('barred');
    village.pass(180);
    village.adopt(alice, { kind: 'readmit', member: mallory });
    expect(barredBy(village.state, mallory)).toBeNull();
    expect(memberOf(village.state, mallory)).toBeNull();
    expect(village.join(mallory)).toBe('accepted');
  });
});

describe('appeals', () => {
  it('are judged by nine who did not decide before; overturned, everything is undone', () => {
    const village = reported();
    const before = village.effects();
    village.moderate(alice, C1, { level: 2 });
    expect(hiddenBy(village.state, post(1))?.id).toBe('S-1');
    expect(village.appeal(alice, C1)).toBe('not-yours');
    expect(village.appeal(mallory, C1)).toBe('accepted');
    expect(village.appeal(mallory, C1)).toBe('nothing-to-appeal');
    const [wanted] = juriesForCases(village.state);
    expect(wanted).toMatchObject({ size: 9, excluded: [mallory, alice] });
    expect(wanted?.options.map(({ id, need }) => [id, need])).toEqual([
      ['overturn', 0],
      ['modify', 5],
      ['uphold', 5],
    ]);
    village.verdict(C1, 'overturn');
    expect(village.effects()).toEqual(before);
    expect(village.case(C1)).toMatchObject({ phase: { state: 'final' }, appeal: { outcome: 'overturned' } });
  });

  it('modified, one step milder stands', () => {
    const village = reported();
    village.moderate(alice, C1, { level: 2 });
    village.appeal(mallory, C1);
    village.verdict(C1, 'modify');
    expect(village.sanction(C1)).toMatchObject({ level: 1, state: 'active' });
    expect(hiddenBy(village.state, post(1))).toBeNull();
  });

  it('overdue, the sanction waits; upheld after all, it goes on with what was left of it (P11)', () => {
    const village = reported();
    village.callJury(alice, C1, 4);
    village.verdict(C1, 'level-4');
    village.pass(1);
    village.appeal(mallory, C1);
    village.pass(14);
    expect(village.sanction(C1)?.state).toBe('stayed');
    expect(memberOf(village.state, mallory)).not.toBeNull();
    village.pass(20);
    village.verdict(C1, 'uphold');
    expect(village.sanction(C1)).toMatchObject({ state: 'active', until: addDays(village.now, 15) });
    expect(memberOf(village.state, mallory)).toBeNull();
  });

  it('overdue where the law is at stake, nothing waits; and there are six months to appeal', () => {
    const village = CaseVillage.with();
    village.report(mallory, village.act(1), { law: 'Trade Marks Act' });
    village.moderate(alice, C1, { level: 2 });
    village.pass(100);
    expect(village.appeal(mallory, C1)).toBe('accepted');
    village.pass(60);
    expect(village.sanction(C1)?.state).toBe('active');
  });

  it('too late are none', () => {
    const village = reported();
    village.moderate(alice, C1, { level: 2 });
    village.pass(30);
    expect(village.case(C1).phase.state).toBe('final');
    expect(village.appeal(mallory, C1)).toBe('nothing-to-appeal');
  });
});

describe('a jury demanded in the moderators’ place', () => {
  it('is of five; until its verdict nothing is in effect; it takes no more than they did', () => {
    const village = reported();
    village.moderate(alice, C1, { level: 2 });
    expect(village.demand(bob, C1)).toBe('not-yours');
    expect(village.demand(mallory, C1)).toBe('accepted');
    expect(hiddenBy(village.state, post(1))).toBeNull();
    const [wanted] = juriesForCases(village.state);
    expect(wanted).toMatchObject({ size: 5 });
    expect(wanted?.options.at(-1)?.id).toBe('level-2');
    village.verdict(C1, 'level-2');
    expect(hiddenBy(village.state, post(1))?.id).toBe('S-1');
    expect(village.demand(mallory, C1)).toBe('nothing-to-appeal');
    expect(village.appeal(mallory, C1)).toBe('accepted');
  });

  it('comes in time, and not for a warning', () => {
    const late = reported();
    late.moderate(alice, C1, { level: 2 });
    late.pass(3);
    expect(late.demand(mallory, C1)).toBe('too-late');
    const warned = reported();
    warned.moderate(alice, C1, { level: 1 });
    expect(warned.demand(mallory, C1)).toBe('nothing-to-appeal');
  });
});
