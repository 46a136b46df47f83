import { describe, expect, it } from '@jest/globals';
import { proposalId, ruleId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import { laterVersions } from '../../../../server/governance/rules/in-force.ts';
import { milderEffects } from '../../../../server/governance/rules/milder.ts';
import type { AutoEffect, Condition, Rule } from '../../../../server/governance/rules/rule.ts';
import { LINK_RULE } from '../village.ts';

const BEGAN = new Date('2026-02-01T00:00:00.000Z');
const NOW = addDays(BEGAN, 20);
const R1 = ruleId(1);
const hold = (hours: number): AutoEffect => ({ do: 'hold', hours });
const label = (text: string): AutoEffect => ({ do: 'label', label: text });
const MANY: Condition = { gt: ['post.links', 2] };
const FACTS = { 'post.links': 5 };

/** Versions one after the other, each of ten days, the last one to whenever. */
function versions(...bodies: readonly Partial<Rule>[]): readonly Rule[] {
  return bodies.map((body, at) => ({
    ...LINK_RULE,
    ...{ id: R1, version: at + 1, adoptedBy: proposalId(at + 1), when: MANY },
    activeFrom: addDays(BEGAN, 10 * at),
    ...(at + 1 < bodies.length && { activeTo: addDays(BEGAN, 10 * (at + 1)) }),
    sunsetAt: addDays(BEGAN, 999),
    ...body,
  }));
}

/** What the first version does now, to a post with five links that was written under it. */
function does(all: readonly Rule[], { facts = FACTS, now = NOW } = {}): readonly AutoEffect[] {
  const [rule] = all as [Rule];
  return milderEffects({
    state: { rules: new Map([[R1, all]]) },
    rule,
    now,
    facts,
    applying: ({ effects }) => effects,
  });
}

describe('a rule that was changed after the act', () => {
  it('does what it did where the later version does as much or more', () => {
    expect(does(versions({ effects: [hold(10)] }))).toEqual([hold(10)]);
    expect(does(versions({ effects: [hold(10)] }, { effects: [hold(10)] }))).toEqual([hold(10)]);
    expect(does(versions({ effects: [hold(10)] }, { effects: [hold(50), label('Links')] }))).toEqual([hold(10)]);
  });

  it('holds no longer than the longest hold of the later one, and not at all where that holds nothing', () => {
    expect(does(versions({ effects: [hold(50)] }, { effects: [hold(3), hold(10)] }))).toEqual([hold(10)]);
    expect(does(versions({ effects: [hold(50)] }, { effects: [] }))).toEqual([]);
    expect(does(versions({ effects: [hold(50)] }, { effects: [label('Links')] }))).toEqual([]);
  });

  it('labels only as the later one would', () => {
    const first = { effects: [label('Links'), hold(10)] };
    expect(does(versions(first, { effects: [label('Links')] }))).toEqual([label('Links')]);
    expect(does(versions(first, { effects: [label('Adverts'), hold(10)] }))).toEqual([hold(10)]);
    expect(does(versions({ effects: [label('Links')] }, { effects: [hold(5)] }))).toEqual([]);
  });

  it('does nothing to what the later one is not about, or not known to be', () => {
    const first = { effects: [hold(10)] };
    const later = (more: Partial<Rule>) => versions(first, { effects: [hold(10)], ...more });
    expect(does(later({ when: { gt: ['post.links', 9] } }))).toEqual([]);
    expect(does(later({ when: { human: 'Is it rude?' } }))).toEqual([]);
    expect(does(later({ autoWhen: { gt: ['post.links', 9] } }))).toEqual([]);
    expect(does(later({ autoWhen: { gt: ['post.links', 4] } }))).toEqual([hold(10)]);
    expect(does(later({ autoWhen: { human: 'Is it rude?' } }))).toEqual([]);
  });

  it('goes by every version since, the mildest of them, until now', () => {
    const all = versions({ effects: [hold(50)] }, { effects: [hold(5)] }, { effects: [hold(40)] });
    expect(does(all)).toEqual([hold(5)]);
    expect(does(all, { now: addDays(BEGAN, 9) })).toEqual([hold(50)]);
    expect(does(all, { now: addDays(BEGAN, 10) })).toEqual([hold(5)]);
  });

  it('does nothing any more once it has ended', () => {
    const ended = versions({ effects: [hold(50)], activeTo: addDays(BEGAN, 15) });
    expect(does(ended, { now: addDays(BEGAN, 14) })).toEqual([hold(50)]);
    expect(does(ended, { now: addDays(BEGAN, 15) })).toEqual([]);
    expect(does(versions({ effects: [hold(50)], sunsetAt: addDays(BEGAN, 15) }))).toEqual([]);
  });
});

it('later versions are those that came after and are there by now; and the end where no other follows', () => {
  const all = versions({}, {}, { activeTo: addDays(BEGAN, 30) });
  const [first, second, third] = all as [Rule, Rule, Rule];
  const rules = new Map([[R1, all]]);
  expect(laterVersions(rules, first, addDays(BEGAN, 19))).toEqual([second]);
  expect(laterVersions(rules, first, addDays(BEGAN, 20))).toEqual([second, third]);
  expect(laterVersions(rules, third, addDays(BEGAN, 29))).toEqual([]);
  expect(laterVersions(rules, second, addDays(BEGAN, 30))).toEqual([third, null]);
  expect(laterVersions(new Map(), first, NOW)).toEqual([null]);
});
