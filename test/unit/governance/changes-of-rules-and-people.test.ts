import { describe, expect, it } from '@jest/globals';
import { type ProposalId, type RuleId, ruleId } from '../../../server/community/ids.ts';
import { checkChange } from '../../../server/governance/changes/index.ts';
import { addDays, addMonths } from '../../../server/governance/dates.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import type { Rule } from '../../../server/governance/rules/rule.ts';
import { CaseVillage } from './case-village.ts';
import { CHANGES, check, enact, P9, R1, R2 } from './every-change.ts';
import { alice, bob, codeOf, dave, LINK_RULE, mallory, Village } from './village.ts';

describe('a change of rules', () => {
  const FROM = Village.of(bob).now;
  const rule = (id: RuleId, more: Partial<Rule> = {}): Rule => ({
    ...{ ...LINK_RULE, id, version: 1, adoptedBy: P9, activeFrom: FROM, sunsetAt: addDays(FROM, 365) },
    ...more,
  });
  const ruled = (...rules: readonly Rule[]) => {
    const village = Village.of(bob);
    return Object.assign(village, { state: { ...village.state, rules: Map.groupBy(rules, ({ id }) => id) } });
  };
  const I1 = 'I-1' as RuleId;

  it('is about one that is in force, and this community’s own', () => {
    const village = ruled(rule(R1), rule(R2, { activeTo: FROM }), rule(I1));
    const draft = {
      ...LINK_RULE,
      when: { gt: ['post.length', 9] as const },
      fixtures: { match: [{ 'post.length': 10 }], noMatch: [{ 'post.length': 9 }] },
    };
    const amend = (id: RuleId) => check(village, { kind: 'amend-rule', id, rule: draft });
    const repeal = (id: RuleId) => check(village, { kind: 'repeal-rule', id });
    expect([amend(R1), amend(R2), amend(ruleId(3)), amend(I1)]).toEqual(['accepted', ...Array(3).fill('no-such-rule')]);
    expect([repeal(R1), repeal(R2), repeal(ruleId(3)), repeal(I1)]).toEqual([
      ...['accepted', ...Array<string>(3).fill('no-such-rule')],
    ]);
    const { state, now } = village;
    const refusal = checkChange({ state, change: { kind: 'repeal-rule', id: I1 }, now });
    expect(refusal).toMatchObject({ refusal: { text: expect.stringContaining('home community decides') } });
    const adopt = (overrides: readonly RuleId[]) =>
      check(village, { kind: 'adopt-rule', rule: { ...draft, overrides } });
    expect([adopt([R1]), adopt([ruleId(3)])]).toEqual(['accepted', 'no-such-rule']);
    expect(check(village, { kind: 'adopt-rule', rule: { ...LINK_RULE, title: '' } })).toBe('bad-rule');
    expect(check(village, { kind: 'amend-rule', id: R1, rule: { ...draft, title: '' } })).toBe('bad-rule');
    expect(check(village, { kind: 'adopt-rule', rule: LINK_RULE })).toBe('conflict');
  });

  it('is kept to what juries have decided about the rule that it amends', () => {
    const village = ruled(rule(R1));
    const example = { 'author.tenureDays': 4, 'post.links': 9 };
    const decided = (catches: boolean) => {
      const decidedExamples = new Map([[R1, [{ example, catches, jury: 'J-1' as never }]]]);
      const state = { ...village.state, decidedExamples };
      return check(Object.assign(Village.of(bob), { state }), {
        kind: 'amend-rule',
        id: R1,
        rule: { ...LINK_RULE, title: 'New' },
      });
    };
    expect([decided(true), decided(false)]).toEqual(['accepted', 'conflict']);
  });

  it('comes into force as the next number or version, from now on, for as many months as the charter says', () => {
    const village = ruled(rule(R1), rule(R2), rule(I1), rule(R1, { version: 2, activeFrom: FROM }));
    const sunsetAt = addMonths(village.now, village.state.charter.parameters.ruleSunsetMonths);
    const made = { ...LINK_RULE, adoptedBy: P9, activeFrom: village.now, sunsetAt };
    expect(enact(village, CHANGES['adopt-rule'])).toEqual({
      ...{ kind: 'rule-in-force', proposal: P9, rule: { ...made, id: ruleId(3), version: 1 } },
    });
    expect(enact(village, CHANGES['amend-rule'])).toEqual({
      ...{ kind: 'rule-in-force', proposal: P9, rule: { ...made, id: R1, version: 3 } },
    });
    expect(enact(village, CHANGES['repeal-rule'])).toEqual({ kind: 'rule-repealed', proposal: P9, rule: R1 });
  });

  it('is void when the rule is gone meanwhile', () => {
    const village = ruled(rule(R1, { activeTo: FROM }));
    const gone = { kind: 'proposal-voided', proposal: P9, why: 'Rule R-1 is no longer in force.' };
    expect([enact(village, CHANGES['amend-rule']), enact(village, CHANGES['repeal-rule'])]).toEqual([gone, gone]);
  });

  it('renews those that stand as they stood when the vote was called, and is void where none does', () => {
    const renew = (submittedAt: Date, ...rules: readonly Rule[]) =>
      enact(ruled(...rules), CHANGES['renew-rules'], submittedAt);
    const since = addDays(FROM, -9);
    const [old, amended] = [rule(R1, { activeFrom: since }), rule(R2, { version: 2, activeFrom: FROM })];
    const sunsetAt = addMonths(FROM, Village.of(bob).state.charter.parameters.ruleSunsetMonths);
    expect(renew(since, old, amended)).toEqual({
      ...{ kind: 'rules-renewed', proposal: P9, rules: [{ rule: R1, version: 1 }], sunsetAt },
    });
    expect(renew(FROM, old, amended)).toMatchObject({ rules: [{ rule: R1 }, { rule: R2, version: 2 }] });
    expect(renew(since, amended)).toMatchObject({
      kind: 'proposal-voided',
      why: expect.stringContaining('None of these'),
    });
  });
});

describe('a change about people', () => {
  /** Mallory was removed; the charter has her stay away for half a year. */
  function removed() {
    const village = CaseVillage.with();
    village.report(mallory, village.act(1));
    village.callJury(alice, 'C-1' as never, 5);
    village.verdict('C-1' as never, 'level-5');
    return village;
  }

  it('lets somebody come back who was removed, half a year later, to the moment', () => {
    const village = removed();
    const { readmissionDays } = village.state.charter.parameters;
    expect(readmissionDays).toBe(180);
    const from = addDays(village.now, readmissionDays);
    const ask = (now: Date, change: Change = CHANGES.readmit) =>
      codeOf(checkChange({ state: village.state, change, now }));
    expect([ask(new Date(from.getTime() - 1)), ask(from)]).toEqual(['nothing-changes', 'accepted']);
    expect(ask(from, { kind: 'readmit', member: bob })).toBe('no-such-member');
    expect(enact(village, CHANGES.readmit)).toEqual({ kind: 'member-readmitted', proposal: P9, member: mallory });
    expect(enact(village, { kind: 'readmit', member: bob })).toMatchObject({ kind: 'proposal-voided' });
  });

  it('does not let back who is only suspended: that ends by itself', () => {
    const village = CaseVillage.with();
    village.report(mallory, village.act(1));
    village.callJury(alice, 'C-1' as never, 4);
    village.verdict('C-1' as never, 'level-4');
    const { state } = village;
    const now = addDays(village.now, 400);
    expect(codeOf(checkChange({ state, change: CHANGES.readmit, now }))).toBe('no-such-member');
    expect(enact(village, CHANGES.readmit)).toMatchObject({ kind: 'proposal-voided' });
  });

  it('takes a role from whoever still holds it, under whatever name', () => {
    const village = CaseVillage.with(5, [bob]);
    expect(enact(village, CHANGES.recall)).toEqual({
      ...{ kind: 'member-recalled', proposal: P9, role: 'moderator', member: bob },
    });
    const void_ = enact(village, { kind: 'recall', role: 'moderator', member: dave });
    expect(void_).toEqual({ kind: 'proposal-voided', proposal: P9, why: 'They are no longer moderator.' });
    expect(enact(village, CHANGES.ratify)).toEqual({ kind: 'acts-ratified', proposal: P9 });
  });

  it('seats nobody where nobody who was elected could take a seat: then it is void', () => {
    const village = Village.of(bob);
    expect(enact(village, CHANGES.elect)).toMatchObject({
      ...{
        kind: 'proposal-voided',
        proposal: P9 satisfies ProposalId,
        why: expect.stringContaining('calls the election again'),
      },
    });
  });
});
