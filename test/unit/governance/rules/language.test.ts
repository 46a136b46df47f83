import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleId } from '../../../../server/community/ids.ts';
import { inEnglish } from '../../../../server/community/said.ts';
import { conflicts } from '../../../../server/governance/rules/conflicts.ts';
import { evaluate } from '../../../../server/governance/rules/evaluate.ts';
import { exampleFacts } from '../../../../server/governance/rules/examples.ts';
import { authorFacts, postFacts } from '../../../../server/governance/rules/facts.ts';
import type { Condition, Rule, RuleDraft } from '../../../../server/governance/rules/rule.ts';
import { parseRuleDraft } from '../../../../server/governance/rules/schema.ts';
import { factsWords, ruleWords } from '../../../../server/governance/rules/words.ts';
import { alice, bob, LINK_RULE, mallory, Village } from '../village.ts';

const LEAVES: readonly Condition[] = [
  { gt: ['post.links', 2] },
  { lte: ['post.length', 100] },
  { lt: ['author.tenureDays', 30] },
  { eq: ['post.isReply', true] },
  { eq: ['post.origin', 'here'] },
  { human: 'Is it a sales pitch?' },
];
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...LEAVES),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));
const facts = fc.record(
  {
    'post.links': fc.nat(5),
    'post.length': fc.nat(200),
    'post.isReply': fc.boolean(),
    'post.origin': fc.constantFrom<'here' | 'elsewhere'>('here', 'elsewhere'),
    'author.tenureDays': fc.nat(60),
  },
  { requiredKeys: [] },
);

describe('a condition', () => {
  it('is unknown where a fact is missing or only a person can judge', () => {
    expect(evaluate({ gt: ['post.links', 2] }, {})).toBe('unknown');
    expect(evaluate({ human: 'Is it rude?' }, { 'post.links': 3 })).toBe('unknown');
    expect(evaluate({ all: [{ human: 'Is it rude?' }, { gt: ['post.links', 2] }] }, { 'post.links': 1 })).toBe(false);
    expect(evaluate({ any: [{ human: 'Is it rude?' }, { gt: ['post.links', 2] }] }, { 'post.links': 3 })).toBe(true);
    expect(evaluate({ not: { human: 'Is it rude?' } }, {})).toBe('unknown');
  });

  it('is unknown where it is nonsense, so that nonsense has no effect', () => {
    expect(evaluate({ all: [] }, {})).toBe('unknown');
    expect(evaluate({ all: 'x' } as never, {})).toBe('unknown');
    expect(evaluate({ eq: ['post.isReply', 'yes'] }, { 'post.isReply': true })).toBe('unknown');
    expect(evaluate({} as never, {})).toBe('unknown');
  });

  it('never changes its mind when more becomes known', () => {
    fc.assert(
      fc.property(condition, facts, facts, (when, known, more) => {
        const before = evaluate(when, known);
        if (before !== 'unknown') expect(evaluate(when, { ...more, ...known })).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a rule in words', () => {
  it('says who, what and then what', () => {
    expect(inEnglish(ruleWords(LINK_RULE))).toBe(
      'Posts by members of less than 30 days that carry more than 2 links are held for up to 72 hours.',
    );
  });

  it('says one and many, and, or, not, and what only people can judge', () => {
    const words = (when: Condition, effects: RuleDraft['effects'] = []) => inEnglish(ruleWords({ when, effects }));
    expect(
      words({ gte: ['post.links', 1] }, [
        { do: 'label', label: 'Has a link' },
        { do: 'hold', hours: 1 },
      ]),
    ).toBe('Posts that carry at least 1 link are labelled “Has a link” and are held for up to 1 hour.');
    expect(words({ any: [{ eq: ['author.isMember', false] }, { not: { eq: ['post.isReply', true] } }] })).toBe(
      'Posts for which (they are by people who are not members or it is not so that they are replies) are a matter for people to judge.',
    );
    expect(words({ human: 'Is it a sales pitch?' })).toBe(
      'Posts for which a person judges: “Is it a sales pitch?” are a matter for people to judge.',
    );
    expect(words({ eq: ['post.origin', 'elsewhere'] }, [{ do: 'limit', posts: 5, hours: 24 }])).toBe(
      'Posts that come from other servers are held for 24 hours when their author wrote 5 posts in that time before.',
    );
  });

  it('says what was found', () => {
    expect(inEnglish(factsWords(LINK_RULE.when, { 'post.links': 3, 'author.tenureDays': 1 }))).toBe(
      'Its author has been a member for 1 day; the post carries 3 links.',
    );
  });

  it('is a sentence for every rule that can be written', () => {
    fc.assert(
      fc.property(condition, (when) => {
        expect(inEnglish(ruleWords({ when, effects: LINK_RULE.effects }))).toMatch(
          /^Posts (by|that|for which) .+ are held for up to 72 hours\.$/,
        );
      }),
    );
  });
});

describe('a drafted rule from outside', () => {
  const parse = (change: object) => parseRuleDraft({ ...LINK_RULE, ...change }, { maxHoldHours: 72 });
  const wrong = (change: object) => {
    const result = parse(change);
    return result.ok ? 'accepted' : result.refusal.text;
  };

  it('is taken when it is one, as it is', () => {
    expect(parse({})).toEqual({ ok: true, value: LINK_RULE });
    expect(parse({ title: '  Links by newcomers\r\n' })).toEqual({ ok: true, value: LINK_RULE });
    expect(parseRuleDraft(JSON.parse(JSON.stringify(LINK_RULE)), { maxHoldHours: 72 })).toEqual({
      ok: true,
      value: LINK_RULE,
    });
  });

  it.each([
    ['a number', { when: 5 }, 'when'],
    ['an unknown fact', { when: { gt: ['post.karma', 1] } }, 'when'],
    ['a comparison of what is no amount', { when: { gt: ['post.isReply', 1] } }, 'when'],
    ['a value the fact never has', { when: { eq: ['post.origin', 'nowhere'] } }, 'when'],
    ['two conditions in one', { when: { gt: ['post.links', 1], lt: ['post.links', 3] } }, 'when'],
    ['code', { when: { js: 'while(true);' } }, 'when'],
    ['an effect on an account', { effects: [{ do: 'ban', hours: 1 }] }, 'a rule may hold, hide, label or limit'],
    ['a hold that is too long', { effects: [{ do: 'hold', hours: 73 }] }, 'at most 72 hours'],
    ['a hold without end', { effects: [{ do: 'hold' }] }, 'whole number'],
    ['a label with markup', { effects: [{ do: 'label', label: '<b>x</b>' }] }, 'plain text'],
    ['a label that is too long', { effects: [{ do: 'label', label: 'x'.repeat(41) }] }, 'at most 40'],
    ['a text that turns the line around', { title: 'Links \u202e sredrahxe' }, 'control characters'],
    ['words in another language than counts', { authoritative: 'de' }, 'authoritative'],
    ['no examples', { fixtures: { match: [], noMatch: [] } }, 'at least one example'],
    ['a made-up overridden rule', { overrides: ['R-x'] }, 'named like'],
    ['something more', { haste: true }, 'rule'],
  ])('is refused with a sentence: %s', (_, change, hint) => {
    expect(wrong(change)).toContain(hint);
  });

  it('is refused when it is too deep or too large, without following it down', () => {
    const deep = (levels: number): unknown => (levels === 0 ? LEAVES[0] : { not: deep(levels - 1) });
    expect(wrong({ when: deep(5) })).toBe('accepted');
    expect(wrong({ when: deep(6) })).toContain('6 levels');
    expect(wrong({ when: { all: Array(49).fill(LEAVES[0]) } })).toBe('accepted');
    expect(wrong({ when: { all: Array(50).fill(LEAVES[0]) } })).toContain('50 parts');
    let bottomless: unknown = LEAVES[0];
    for (let level = 0; level < 100_000; level += 1) bottomless = { not: bottomless };
    expect(wrong({ when: bottomless })).toContain('6 levels');
  });
});

describe('conflicts', () => {
  const inForce = (draft: RuleDraft, number: number): Rule => ({
    ...draft,
    id: ruleId(number),
    version: 1,
    adoptedBy: 'P-1' as never,
    activeFrom: new Date(0),
    sunsetAt: new Date(1),
  });
  const label: RuleDraft = {
    ...LINK_RULE,
    when: { gt: ['post.links', 1] },
    effects: [{ do: 'label', label: 'Links' }],
    fixtures: { match: [{ 'post.links': 2 }], noMatch: [{ 'post.links': 0 }] },
  };

  it('find nothing wrong with a rule alone, nor with one that catches other posts', () => {
    expect(conflicts({ draft: LINK_RULE, peers: [] })).toEqual([]);
    const short: RuleDraft = {
      ...label,
      when: { lt: ['post.length', 3] },
      fixtures: { match: [{ 'post.length': 1 }], noMatch: [{ 'post.length': 9 }] },
    };
    expect(conflicts({ draft: short, peers: [inForce(LINK_RULE, 1)] })).toEqual([]);
  });

  it('name an example that does not hold', () => {
    const draft = { ...LINK_RULE, fixtures: { match: [{ 'post.links': 1 }], noMatch: LINK_RULE.fixtures.match } };
    expect(conflicts({ draft, peers: [] }).map(({ kind }) => kind)).toEqual(['example', 'example']);
  });

  it('name the rule that does something else to the same post, unless it is overridden or amended', () => {
    const peers = [inForce(LINK_RULE, 7)];
    const short: RuleDraft = { ...label, effects: [{ do: 'hold', hours: 5 }] };
    expect(conflicts({ draft: short, peers })).toMatchObject([{ kind: 'contradiction', rule: 'R-7' }]);
    expect(conflicts({ draft: { ...short, overrides: [ruleId(7)] }, peers })).toEqual([]);
    expect(conflicts({ draft: short, peers, amends: ruleId(7) })).toEqual([]);
    expect(conflicts({ draft: label, peers })).toEqual([]);
  });

  it('leave a rule alone that only people apply', () => {
    expect(conflicts({ draft: { ...label, effects: [] }, peers: [inForce(LINK_RULE, 7)] })).toEqual([]);
  });

  it('name a rule that says the same already', () => {
    expect(conflicts({ draft: LINK_RULE, peers: [inForce(LINK_RULE, 3)] })).toMatchObject([
      { kind: 'duplicate', rule: 'R-3' },
    ]);
  });
});

describe('examples made from a condition', () => {
  it('hold, and are found for a rule that a form makes', () => {
    expect(exampleFacts(LINK_RULE.when)).toEqual({
      match: [{ 'author.tenureDays': 29, 'post.links': 3 }],
      noMatch: [{ 'author.tenureDays': 31, 'post.links': 3 }],
    });
    fc.assert(
      fc.property(condition, (when) => {
        const fixtures = exampleFacts(when);
        expect(conflicts({ draft: { ...LINK_RULE, when, fixtures }, peers: [] })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('facts', () => {
  const of = (html: string) => postFacts({ html, isReply: false, origin: 'elsewhere' });

  it('count links, but not the mentions and hashtags that servers write as links', () => {
    const html = `<p><span class="h-card"><a href="https://a.example/@bob" class="u-url mention">@<span>bob</span></a></span>
      <a href="https://a.example/tags/x" class="mention hashtag" rel="tag">#<span>x</span></a>
      <a rel='nofollow noopener' href='https://one.example/'>one</a> <a href="https://two.example/">two</a> <a>none</a></p>`;
    expect(of(html)).toMatchObject({ 'post.links': 2, 'post.mentions': 1 });
  });

  it('do not mistake other words for marks of a mention', () => {
    expect(of('<a href="https://x.example/" class="unmentioned">x</a>')['post.links']).toBe(1);
    expect(of('<a title=\'class="mention"\' href="https://x.example/">x</a>')['post.links']).toBe(1);
  });

  it('measure the text a reader sees', () => {
    expect(of('<p>Tea &amp; cake</p><p>😀</p>')['post.length']).toBe(12);
  });

  it('know a member’s tenure, and that a stranger has none', () => {
    const village = Village.of(bob);
    expect(authorFacts({ state: village.state, author: alice, at: village.now })).toEqual({
      'author.isMember': true,
      'author.tenureDays': 30,
    });
    expect(authorFacts({ state: village.state, author: mallory, at: village.now, postsLastDay: 2 })).toEqual({
      'author.isMember': false,
      'author.postsLastDay': 2,
    });
  });
});
