import { describe, expect, it } from '@jest/globals';
import { inEnglish } from '../../../../server/community/said.ts';
import { evaluate, type Truth } from '../../../../server/governance/rules/evaluate.ts';
import { measureWords, mildestFor, readMeasure } from '../../../../server/governance/rules/human.ts';
import { mutualPairs, prevailing } from '../../../../server/governance/rules/precedence.ts';
import type { Condition, Facts, RuleDraft } from '../../../../server/governance/rules/rule.ts';
import { parseRuleDraft } from '../../../../server/governance/rules/schema.ts';
import { LINK_RULE } from '../village.ts';

describe('a condition', () => {
  /** Conditions of each truth, whatever the facts. */
  const FACTS: Facts = { 'post.links': 2, 'post.isReply': true, 'post.hashtags': ['sale'] };
  const SAID: Readonly<Record<string, Condition>> = {
    true: { eq: ['post.links', 2] },
    false: { eq: ['post.links', 3] },
    unknown: { human: 'Is it rude?' },
  };
  const TRUTHS: readonly Truth[] = [true, false, 'unknown'];
  const of = (truth: Truth): Condition => SAID[String(truth)] as Condition;

  it('follows Kleene’s tables: and is the lesser, or the greater of two, and not turns them round', () => {
    const rank = (truth: Truth) => [false, 'unknown', true].indexOf(truth);
    for (const one of TRUTHS) {
      expect(evaluate({ not: of(one) }, FACTS)).toBe(one === 'unknown' ? 'unknown' : !one);
      for (const other of TRUTHS) {
        const [lesser, greater] = rank(one) < rank(other) ? [one, other] : [other, one];
        expect([one, other, evaluate({ all: [of(one), of(other)] }, FACTS)]).toEqual([one, other, lesser]);
        expect([one, other, evaluate({ any: [of(one), of(other)] }, FACTS)]).toEqual([one, other, greater]);
      }
    }
    expect([evaluate({ all: [] }, FACTS), evaluate({ any: [] }, FACTS)]).toEqual(['unknown', 'unknown']);
  });

  it('compares amounts to the point, and only amounts', () => {
    const compared = (bound: number) =>
      (['lt', 'lte', 'gte', 'gt'] as const).map((how) => evaluate({ [how]: ['post.links', bound] } as never, FACTS));
    expect(compared(1)).toEqual([false, false, true, true]);
    expect(compared(2)).toEqual([false, true, true, false]);
    expect(compared(3)).toEqual([true, true, false, false]);
    for (const facts of [
      { 'post.links': '2' },
      { 'post.links': Number.NaN },
      { 'post.links': Number.POSITIVE_INFINITY },
    ])
      expect(evaluate({ gte: ['post.links', 0] }, facts as never)).toBe('unknown');
    expect(evaluate({ gte: ['post.links', Number.NaN] }, FACTS)).toBe('unknown');
  });

  it('looks into lists, and into nothing that is none', () => {
    expect(evaluate({ has: ['post.hashtags', 'sale'] }, FACTS)).toBe(true);
    expect(evaluate({ has: ['post.hashtags', 'sal'] }, FACTS)).toBe(false);
    expect(evaluate({ has: ['post.hashtags', 'sale'] }, { 'post.hashtags': 'sale' } as never)).toBe('unknown');
    expect(evaluate({ has: ['post.hashtags', 'sale'] }, {})).toBe('unknown');
    expect(evaluate({ eq: ['post.links', '2'] }, FACTS)).toBe('unknown');
  });
});

describe('what people may do under a rule', () => {
  const rule = (max?: string) => ({ ...LINK_RULE, ...(max && { human: { max } }) }) as RuleDraft;

  it('is read to the letter, within what no rule exceeds', () => {
    expect(readMeasure('mute:7d')).toEqual({ level: 3, days: 7 });
    expect(readMeasure('suspend:30d')).toEqual({ level: 4, days: 30 });
    expect(['education', 'warning', 'hide', 'removal'].map((text) => readMeasure(text)?.level)).toEqual([0, 1, 2, 5]);
    for (const text of ['mute:8d', 'suspend:31d', 'mute', 'mute:0d', 'xhide', 'hide!', 'hide:3d', '', 'toString'])
      expect([text, readMeasure(text)]).toEqual([text, null]);
  });

  it('is said in words', () => {
    expect(inEnglish(measureWords(rule()))).toBe('hide the post');
    expect(inEnglish(measureWords(rule('mute:1d')))).toBe('mute its author for up to 1 day');
    expect(inEnglish(measureWords(rule('suspend:30d')))).toBe('suspend its author for up to 30 days');
    expect(inEnglish(measureWords(rule('nonsense')))).toBe('explain the rule to its author');
  });

  it('of several rules about one act is the mildest, by level and by days; of equals the first', () => {
    const [warn, short, long, out] = ['warning', 'mute:1d', 'mute:2d', 'removal'].map(rule) as [
      RuleDraft,
      RuleDraft,
      RuleDraft,
      RuleDraft,
    ];
    expect(mildestFor([])).toBeNull();
    expect(mildestFor([out, warn, short])).toBe(warn);
    expect([mildestFor([long, short]), mildestFor([short, long])]).toEqual([short, short]);
    expect(mildestFor([short, rule('mute:1d')])).toBe(short);
  });
});

describe('rules that override others', () => {
  const ranked = (id: string, overrides: readonly string[] = [], scope?: 'instance') =>
    ({ id, overrides, ...(scope && { scope }) }) as never as Parameters<typeof prevailing>[0][number];
  const have = (rules: readonly ReturnType<typeof ranked>[], favour?: string) => {
    const resolved = { rules: ['R-1', 'R-2'], since: new Date(0), resolved: { favour } } as never;
    const suspensions = new Map(favour === undefined ? [] : [['R-1 R-2', resolved]]);
    return prevailing(rules, { suspensions } as never).map(({ id }) => id);
  };

  it('silence them; two that override each other are both silent until a jury has said which counts', () => {
    expect(have([ranked('R-1', ['R-2']), ranked('R-2')])).toEqual(['R-1']);
    const both = [ranked('R-1', ['R-2']), ranked('R-2', ['R-1'])];
    expect([have(both), have(both, 'neither'), have(both, 'R-1'), have(both, 'R-2')]).toEqual([
      [],
      [],
      ['R-1'],
      ['R-2'],
    ]);
    expect(mutualPairs(both).map((pair) => pair.map(({ id }) => id))).toEqual([['R-1', 'R-2']]);
    expect(mutualPairs([ranked('R-1', ['R-2', 'R-1']), ranked('R-2')])).toEqual([]);
  });

  it('of a community silence none of the whole server, whose own silence both', () => {
    expect(have([ranked('R-1', ['R-2']), ranked('R-2', [], 'instance')])).toEqual(['R-1', 'R-2']);
    expect(have([ranked('R-1', ['R-2'], 'instance'), ranked('R-2', [], 'instance')])).toEqual(['R-1']);
    expect(have([ranked('R-1', ['R-2'], 'instance'), ranked('R-2')])).toEqual(['R-1']);
    expect(mutualPairs([ranked('R-1', ['R-2']), ranked('R-2', ['R-1'], 'instance')])).toEqual([]);
  });
});

describe('a draft', () => {
  const parse = (change: object) => {
    const parsed = parseRuleDraft({ ...LINK_RULE, ...change }, { maxHoldHours: 24 });
    return parsed.ok ? 'accepted' : parsed.refusal.text;
  };
  const HIDE = { do: 'hide', hours: 5 };
  const [HOLD, LABEL, LIMIT] = [
    { do: 'hold', hours: 24 },
    { do: 'label', label: 'Links' },
    { do: 'limit', posts: 3, hours: 6 },
  ];
  const LATER = { gt: ['reports.count', 2] };

  it('holds no longer than the charter lets it, and hides only what was reported', () => {
    expect(parse({ effects: [HOLD] })).toBe('accepted');
    expect(parse({ effects: [LABEL, { ...HOLD, hours: 25 }] })).toContain('at most 24 hours');
    expect(parse({ effects: [HIDE] })).toContain('hiding is for posts that were reported');
    expect(parse({ effects: [HIDE], autoWhen: LATER })).toBe('accepted');
    expect(parse({ effects: [LABEL, HIDE], when: LATER })).toBe('accepted');
    for (const effect of [HOLD, LIMIT])
      expect(parse({ effects: [LABEL, effect], autoWhen: LATER })).toContain('nobody has reported');
    expect(parse({ effects: [LABEL], autoWhen: LATER })).toBe('accepted');
    expect(parse({ effects: [LIMIT] })).toBe('accepted');
  });

  it('has examples of both kinds if it does something by itself, and needs none otherwise', () => {
    const { match, noMatch } = LINK_RULE.fixtures;
    expect(parse({ fixtures: { match, noMatch: [] }, effects: [HOLD] })).toContain('at least one example');
    expect(parse({ fixtures: { match: [], noMatch }, effects: [HOLD] })).toContain('at least one example');
    expect(parse({ fixtures: { match: [], noMatch: [] }, effects: [] })).toBe('accepted');
  });

  it('about people goes beyond hiding only if it is about conduct, by measures that there are', () => {
    const human = (max: string) => ({ effects: [HOLD], human: { max } });
    expect(parse(human('hide'))).toBe('accepted');
    expect(parse(human('mute:3d'))).toContain('needs a rule about “conduct”');
    expect(parse({ ...human('mute:3d'), kind: 'content' })).toContain('needs a rule about “conduct”');
    expect(parse({ ...human('mute:3d'), kind: 'conduct' })).toBe('accepted');
    expect(parse(human('prison'))).toContain('human');
  });

  it('asks of lists for words as they are kept: lower case, of lists alone', () => {
    const has = (fact: string, word: string) => parse({ when: { has: [fact, word] }, effects: [HOLD] });
    expect(has('post.hashtags', 'sale')).toBe('accepted');
    for (const [fact, word] of [
      ['post.hashtags', 'Sale'],
      ['post.hashtags', '#sale'],
      ['post.hashtags', ''],
      ['post.language', 'en'],
      ['post.links', '2'],
    ] as const)
      expect([fact, word, has(fact, word)]).toEqual([fact, word, expect.stringContaining('“when')]);
  });

  it('is named “the rule” where nothing nearer is wrong', () => {
    expect(parseRuleDraft(null, { maxHoldHours: 24 })).toMatchObject({
      refusal: { text: expect.stringContaining('wrong with the rule') },
    });
  });
});
