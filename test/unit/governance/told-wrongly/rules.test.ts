import { describe, expect, it } from '@jest/globals';
import { digest, juryId, proposalId, type RuleId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf } from '../../../../server/governance/events.ts';
import type { Rule } from '../../../../server/governance/rules/rule.ts';
import { pairKey } from '../../../../server/governance/rules/state.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { alice, bob, carol, GUILD, Village } from '../village.ts';
import { guild, HOME, NOW, P9, R1, R2, rule, versions } from './ruled-guild.ts';
import { last, momentBefore, stateAfter, told } from './telling.ts';

describe('a record is not read in which a rule', () => {
  const inForce = (one: Rule) => ({ kind: 'rule-in-force', proposal: P9, rule: one }) as const;

  it('has a version out of turn, or comes into force by no decision', () => {
    const village = guild(rule(NOW));
    expect(told(village, inForce(rule(NOW)))).toMatch(/R-1 has no version before 1/);
    expect(told(village, inForce(rule(NOW, { version: 3 })))).toMatch(/R-1 has no version before 3/);
    const next = rule(addDays(NOW, 1), { version: 2 });
    expect(versions(village, inForce(next))).toEqual([{ ...rule(NOW), activeTo: next.activeFrom }, next]);
    expect(told(village, { ...inForce(next), proposal: proposalId(8) })).toMatch(/there is no proposal P-8/);
    expect(stateAfter(village, inForce(next)).proposals.get(P9)?.phase).toEqual({ state: 'in-force', since: NOW });
  });

  it('is repealed without having been there; and what had ended before ended then', () => {
    const repealed = { kind: 'rule-repealed', proposal: P9, rule: R1 } as const;
    expect(told(guild(), repealed)).toMatch(/there is no rule R-1/);
    expect(versions(guild(rule(NOW)), repealed)?.[0]?.activeTo).toEqual(NOW);
    const over = rule(addDays(NOW, -30), { sunsetAt: addDays(NOW, -1) });
    expect(versions(guild(over), repealed)?.[0]?.activeTo).toEqual(addDays(NOW, -1));
    const two = guild(rule(NOW, { activeTo: addDays(NOW, -3) }), rule(NOW, { version: 2 }));
    expect(versions(two, repealed)?.map(({ activeTo }) => activeTo)).toEqual([addDays(NOW, -3), NOW]);
  });

  it('runs out before its time, or in a version that is not the last', () => {
    const expired = { kind: 'rule-expired', rule: R1, version: 1 } as const;
    const due = rule(addDays(NOW, -365), { sunsetAt: NOW });
    expect(versions(guild(due), expired)?.[0]?.activeTo).toEqual(NOW);
    expect(told({ ...guild(due), now: addDays(NOW, 3) }, expired)).toBe('read');
    const early = guild(rule(addDays(NOW, -365), { sunsetAt: new Date(NOW.getTime() + 1) }));
    expect(told(early, expired)).toMatch(/version 1 of R-1 has not come to its end/);
    expect(told(guild(due), { ...expired, version: 2 })).toMatch(/version 2 of R-1 has not come to its end/);
    expect(told(guild(), expired)).toMatch(/there is no rule R-1/);
  });

  it('is renewed after its end, or as another version than it has', () => {
    const renewed = (version = 1): EventOf<'rules-renewed'> => {
      return { kind: 'rules-renewed', proposal: P9, rules: [{ rule: R1, version }], sunsetAt: addDays(NOW, 400) };
    };
    expect(versions(guild(rule(NOW)), renewed())?.[0]).toMatchObject({ sunsetAt: addDays(NOW, 400), renewedAt: NOW });
    expect(told(guild(rule(NOW)), renewed(2))).toMatch(/R-1 is not in force as it was renewed/);
    expect(told(guild(), renewed())).toMatch(/there is no rule R-1/);
    expect(told(guild(rule(addDays(NOW, -9), { sunsetAt: NOW })), renewed())).toMatch(/is not in force/);
    expect(told(guild(rule(addDays(NOW, -9), { sunsetAt: new Date(NOW.getTime() + 1) })), renewed())).toBe('read');
  });

  it('contradicts another twice, or is read by a jury that nobody asked', () => {
    const village = guild(rule(NOW), rule(NOW, { id: R2 }));
    const example = { 'post.links': 3 };
    const suspended = { kind: 'rules-suspended', rules: [R1, R2], example } as const;
    const resolved = (favour: EventOf<'rules-resolved'>['favour'], jury?: 'J-1') =>
      ({ kind: 'rules-resolved', rules: [R2, R1], favour, ...(jury && { jury: juryId(1) }) }) as const;
    expect(told(village, resolved(R1))).toMatch(/are not suspended/);
    village.write(suspended);
    expect(told(village, { ...suspended, rules: [R2, R1] })).toMatch(/are suspended already/);
    const key = pairKey([R1, R2]);
    expect(stateAfter(village, resolved('no-longer')).suspensions.has(key)).toBe(false);
    const read = stateAfter(village, resolved(R1, 'J-1'));
    expect(read.suspensions.get(key)?.resolved).toEqual({ at: NOW, favour: R1, jury: 'J-1' });
    expect([R1, R2].map((id) => read.decidedExamples.get(id))).toEqual([
      [{ example, catches: true, jury: 'J-1' }],
      [{ example, catches: false, jury: 'J-1' }],
    ]);
    expect(stateAfter(village, resolved('neither', 'J-1')).decidedExamples.size).toBe(0);
    expect(stateAfter(village, resolved('neither')).suspensions.get(key)?.resolved).toEqual({
      at: NOW,
      favour: 'neither',
    });
    const silent = stateAfter(village, resolved(R1));
    expect(silent.suspensions.get(key)?.resolved).toEqual({ at: NOW, favour: R1 });
    expect(silent.decidedExamples.size).toBe(0);
    const added = { kind: 'rule-example-added', rule: R1, example, catches: true, jury: juryId(1) } as const;
    expect(told(guild(), added)).toMatch(/there is no rule R-1/);
    village.write(added);
    expect(
      stateAfter(village, { ...added, catches: false })
        .decidedExamples.get(R1)
        ?.map(({ catches }) => catches),
    ).toEqual([...[true, false]]);
  });

  it('of the whole server is the community’s own, reaches back, or goes back to an earlier version', () => {
    const I1 = 'I-1' as RuleId;
    const ofServer = (more: Partial<Rule> = {}, source = HOME): EventOf<'instance-rule-in-force'> => ({
      ...{ kind: 'instance-rule-in-force', source, asOf: { seq: 7, hash: digest(hashOf('home')) } },
      rule: rule(NOW, { id: I1, ...more }),
    });
    const village = guild(rule(NOW));
    expect(told(village, ofServer({ id: R2 }))).toMatch(/R-2 is this community's own/);
    expect(told(village, ofServer({}, GUILD))).toMatch(/I-1 is this community's own/);
    expect(told(village, ofServer({ activeFrom: momentBefore(NOW) }))).toMatch(/I-1 reaches back/);
    village.write(ofServer({ version: 2 }));
    expect(village.state.mirrored.get(I1)).toEqual({ source: HOME, asOf: 7 });
    expect(told(village, ofServer({ version: 1 }))).toMatch(/I-1 had a later version already/);
    // Renewed there, it only ends later here: it begins no earlier, and nothing else about it changes.
    const longer = ofServer({ version: 2, activeFrom: addDays(NOW, -50), sunsetAt: addDays(NOW, 500) });
    expect(versions(village, longer, I1)).toEqual([{ ...ofServer({ version: 2 }).rule, sunsetAt: addDays(NOW, 500) }]);
    const changed = ofServer({ version: 3 });
    expect(versions(village, changed, I1)?.map(({ version, activeTo }) => [version, activeTo])).toEqual([
      [2, NOW],
      [3, undefined],
    ]);
    const ended = { kind: 'instance-rule-ended', source: HOME, asOf: longer.asOf, rule: I1 } as const;
    expect(told(village, { ...ended, rule: R1 })).toMatch(/R-1 is this community's own/);
    expect(told(village, { ...ended, rule: 'I-2' as RuleId })).toMatch(/there is no rule I-2/);
    expect(versions(village, ended, I1)?.[0]?.activeTo).toEqual(NOW);
    // What had ended here begins anew, and not before now.
    village.write(ended);
    expect(told(village, longer)).toMatch(/I-1 reaches back/);
    expect(versions(village, ofServer({ version: 2 }), I1)).toHaveLength(2);
  });
});

describe('a record is not read in which a text', () => {
  it('is erased that cannot be, or is not written yet', () => {
    const village = Village.of(bob, carol);
    const proposal = village.propose(alice, { kind: 'amend-charter', parameters: { votingDays: 9 } });
    const { seq } = village.state;
    const erased = (more: Partial<EventOf<'text-erased'>> = {}): EventOf<'text-erased'> => ({
      ...{ kind: 'text-erased', seq, of: 'proposal-submitted', subject: proposal, path: 'reasons', by: alice },
      ...{ reason: '' },
      ...more,
    });
    expect(stateAfter(village, erased()).proposals.get(proposal)?.reasons).not.toBe('It helps.');
    expect(told(village, erased({ of: 'member-joined' }))).toMatch(/nothing can be erased from “member-joined”/);
    expect(told(village, erased({ of: 'toString' }))).toMatch(/nothing can be erased/);
    expect(told(village, erased({ seq: seq + 1 }))).toMatch(/not written yet/);
    expect(last(village, 'proposal-submitted').reasons).toBe('It helps.');
  });
});
