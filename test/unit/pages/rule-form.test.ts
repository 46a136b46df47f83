import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleId } from '../../../server/community/ids.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { exampleFacts } from '../../../server/governance/rules/examples.ts';
import { parseRuleDraft } from '../../../server/governance/rules/schema.ts';
import { readParameter } from '../../../server/pages/models/charter-form.ts';
import type { RuleValues } from '../../../server/pages/models/rule-fields.ts';
import { RULE_FIELDS, valuesOf } from '../../../server/pages/models/rule-fields.ts';
import { readRule } from '../../../server/pages/models/rule-form.ts';
import type { Form } from '../../../views/parts/field.ts';
import type { RuleField } from '../../../views/parts/rule-form.ts';
import { anyDraft } from '../../support/rule-arbitraries.ts';
import { LINK_RULE } from '../governance/village.ts';

/** What alice fills in for: posts by members of less than 30 days with more than 2 links are held for 72 hours. */
const filledIn: RuleValues = {
  title: 'Links by newcomers',
  text: 'Posts by new members that carry many links are looked at first.',
  'when-1-fact': 'author.tenureDays',
  'when-1-test': 'lt',
  'when-1-value': '30',
  'when-2-fact': 'post.links',
  'when-2-test': 'gt',
  'when-2-value': ' 2 ',
  'when-3-fact': '',
  'when-3-test': 'eq',
  'when-3-value': '',
  effect: 'hold',
  holdHours: '72',
  'match-1-author.tenureDays': '4',
  'match-1-post.links': '3',
  'noMatch-1-author.tenureDays': '40',
  'noMatch-1-post.links': '3',
};
const charter = { maxHoldHours: 72 };

function draftOf(values: RuleValues) {
  const read = readRule(values, charter);
  if (!read.ok) throw new Error(JSON.stringify(read.form));
  return read.draft;
}

/** In English. */
function errorsOf(changed: RuleValues): Partial<Record<RuleField, string>> {
  const read = readRule({ ...filledIn, ...changed }, charter);
  return read.ok ? {} : errorsIn(read.form);
}

const errorsIn = ({ errors }: Form<RuleField>) =>
  Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, inEnglish(error)]));

describe('reading the form of a rule', () => {
  it('makes of what alice filled in the rule she meant', () => {
    expect(draftOf(filledIn)).toEqual(LINK_RULE);
  });

  it('does not wrap a single condition', () => {
    const { 'when-2-fact': _, ...one } = filledIn;
    expect(draftOf(one).when).toEqual({ lt: ['author.tenureDays', 30] });
  });

  it('gives each answer the type of its fact', () => {
    const when = (fact: string, value: string) =>
      draftOf({ ...filledIn, 'when-1-fact': fact, 'when-1-test': 'eq', 'when-1-value': value, 'when-2-fact': '' }).when;
    expect(when('post.isReply', 'Yes')).toEqual({ eq: ['post.isReply', true] });
    expect(when('author.isMember', 'no')).toEqual({ eq: ['author.isMember', false] });
    expect(when('post.origin', 'elsewhere')).toEqual({ eq: ['post.origin', 'elsewhere'] });
    expect(when('post.links', '0')).toEqual({ eq: ['post.links', 0] });
  });

  it('reads each of the three effects', () => {
    expect(draftOf({ ...filledIn, effect: 'label', label: 'Advert' }).effects).toEqual([
      { do: 'label', label: 'Advert' },
    ]);
    expect(draftOf({ ...filledIn, effect: 'limit', limitPosts: '5', limitHours: '24' }).effects).toEqual([
      { do: 'limit', posts: 5, hours: 24 },
    ]);
  });

  it('leaves out examples without any answer, and facts without one', () => {
    const { match } = draftOf({ ...filledIn, 'match-2-post.isReply': '', 'match-1-post.length': ' ' }).fixtures;
    expect(match).toEqual([{ 'author.tenureDays': 4, 'post.links': 3 }]);
  });

  it('finds examples itself when bob gives none', () => {
    const none = Object.fromEntries(Object.entries(filledIn).filter(([name]) => !/^(no)?match/i.test(name)));
    const { match, noMatch } = draftOf(none).fixtures;
    expect([match.length, noMatch.length]).toEqual([1, 1]);
  });

  it.each<[RuleValues, string, RegExp]>([
    [{ title: 'x' }, 'title', /at least 3/],
    [{ text: '' }, 'text', /empty/],
    [{ 'when-1-fact': '', 'when-2-fact': '' }, 'when-1-fact', /at least one line/],
    [{ 'when-1-fact': 'author.wealth' }, 'when-1-fact', /list/],
    [{ 'when-1-fact': 'constructor' }, 'when-1-fact', /list/],
    [{ 'when-1-test': 'in' }, 'when-1-test', /list/],
    [{ 'when-1-value': 'many' }, 'when-1-value', /whole number/],
    [{ 'when-1-value': '-1' }, 'when-1-value', /whole number/],
    [{ 'when-1-fact': 'post.isReply', 'when-1-value': 'yes' }, 'when-1-test', /Only amounts/],
    [{ 'when-1-fact': 'post.isReply', 'when-1-test': 'eq', 'when-1-value': '3' }, 'when-1-value', /yes or no/],
    [{ effect: 'ban' }, 'effect', /Choose/],
    [{ effect: '' }, 'effect', /Choose/],
    [{ holdHours: '73' }, 'holdHours', /from 1 to 72/],
    [{ effect: 'label', label: '' }, 'label', /words/],
    [{ effect: 'limit', limitPosts: '0', limitHours: '24' }, 'limitPosts', /from 1 to 1000/],
    [{ 'noMatch-1-post.links': 'few' }, 'noMatch-1-post.links', /whole number/],
    [{ 'match-1-post.origin': 'mars' }, 'match-1-post.origin', /here or elsewhere/],
  ])('says at the field what is wrong: %j', (changed, name, text) => {
    const errors = errorsOf(changed);
    expect(Object.keys(errors)).toEqual([name]);
    expect(Object.values(errors)[0]).toMatch(text);
  });

  it('names every wrong field at once and keeps what was typed', () => {
    const read = readRule({ title: 'ok?', effect: 'hold', holdHours: 'long' }, charter);
    if (read.ok) throw new Error('it was read');
    expect(Object.keys(read.form.errors).sort()).toEqual(['holdHours', 'text', 'when-1-fact']);
    expect(read.form.values.holdHours).toBe('long');
  });
});

describe('a rule that says more', () => {
  it('hides what was reported from as many organisations as she says, two if she says nothing', () => {
    const hide = { ...filledIn, effect: 'hide', hideHours: '48' };
    expect(draftOf(hide)).toMatchObject({
      effects: [{ do: 'hide', hours: 48 }],
      autoWhen: { gte: ['reports.distinctOrgs', 2] },
    });
    expect(draftOf({ ...hide, hideOrganisations: '4' }).autoWhen).toEqual({ gte: ['reports.distinctOrgs', 4] });
    expect(Object.keys(errorsOf({ effect: 'hide', hideHours: '73' }))).toEqual(['hideHours']);
  });

  it('says how far people may go, what it overrides, its family and its scope', () => {
    const more: RuleValues = {
      kind: 'conduct',
      measure: 'mute',
      measureDays: '7',
      overrides: 'r-2, R-4',
      family: ' Adverts ',
      scope: 'instance',
    };
    expect(draftOf({ ...filledIn, ...more })).toMatchObject({
      kind: 'conduct',
      human: { max: 'mute:7d' },
      overrides: ['R-2', 'R-4'],
      family: 'adverts',
      scope: 'instance',
    });
    expect(errorsOf({ ...more, measureDays: '8' })).toEqual({
      measureDays: 'Give a whole number of days from 1 to 7.',
    });
    expect(errorsOf({ overrides: 'the first' }).overrides).toContain('R-1');
    const read = readRule({ ...filledIn, measure: 'removal' }, charter);
    expect(!read.ok && inEnglish(read.form.error ?? '')).toContain('conduct');
  });

  it('asks whether hashtags include one, and in which language a post is', () => {
    const when = (fact: string, test: string, value: string) =>
      draftOf({ ...filledIn, 'when-1-fact': fact, 'when-1-test': test, 'when-1-value': value, 'when-2-fact': '' }).when;
    expect(when('post.hashtags', 'has', '#Jobs')).toEqual({ has: ['post.hashtags', 'jobs'] });
    expect(when('post.language', 'eq', 'DE')).toEqual({ eq: ['post.language', 'de'] });
    expect(when('act.type', 'eq', 'poll')).toEqual({ eq: ['act.type', 'poll'] });
    const wrong = errorsOf({ 'when-1-fact': 'post.hashtags', 'when-1-test': 'eq', 'when-1-value': 'jobs' });
    expect(wrong['when-1-test']).toContain('include');
    const example = draftOf({ ...filledIn, 'match-1-post.hashtags': '#tea jobs' }).fixtures.match;
    expect(example).toMatchObject([{ 'post.hashtags': ['tea', 'jobs'] }]);
  });

  it('can be pasted as the machine reads it, with the same checks, and its title and words from the form', () => {
    const json = '{"when":{"any":[{"gt":["post.links",9]},{"human":"Is it an advert?"}]},"effects":[]}';
    const read = draftOf({ title: 'Adverts', text: 'No adverts.', effect: 'hold', json });
    expect(read).toMatchObject({ title: 'Adverts', effects: [], fixtures: { match: [{ 'post.links': 10 }] } });
    const errors = (text: string) => errorsOf({ json: text });
    expect(errors('[1]').json).toContain('no JSON object');
    expect(errors('{"when":{"js":"1"},"effects":[]}').json).toContain('when');
    expect(errors('{"effects":[]}').json).toContain('when');
    expect(errors('{"when":{"gt":["post.links",1]},"effects":[{"do":"ban"}]}').json).toContain('a rule may hold');
    expect(errors(`{"when":${'{"not":'.repeat(5000)}1${'}'.repeat(5000)},"effects":[]}`).json).toContain('levels');
  });
});

describe('showing a rule in the form', () => {
  it('gives every rule back as it was, in its lines or as the machine reads it', () => {
    let whole = 0;
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const parsed = parseRuleDraft({ ...draft, fixtures: exampleFacts(draft.when) }, charter);
        if (!parsed.ok) return;
        const shown = valuesOf(parsed.value);
        if (shown.whole) whole += 1;
        const { kind, ...back } = draftOf(shown.values);
        const { kind: was, ...rule } = parsed.value;
        expect({ ...back, kind: kind ?? 'content' }).toEqual({ ...rule, kind: was ?? 'content' });
      }),
      { numRuns: 1000 },
    );
    expect(whole).toBeGreaterThan(5);
  });

  it('is read back as the same rule', () => {
    const { values, whole } = valuesOf(LINK_RULE);
    expect(whole).toBe(true);
    expect(draftOf(values)).toEqual(LINK_RULE);
    expect(Object.keys(values).every((name) => (RULE_FIELDS as readonly string[]).includes(name))).toBe(true);
  });

  it('carries along which rules it overrides', () => {
    const read = readRule(valuesOf(LINK_RULE).values, { ...charter, overrides: [ruleId(3)] });
    expect(read.ok && read.draft.overrides).toEqual(['R-3']);
  });

  it('says when the rule does not fit into it', () => {
    const nested = { ...LINK_RULE, when: { not: LINK_RULE.when } };
    expect(valuesOf(nested).whole).toBe(false);
    expect(valuesOf({ ...LINK_RULE, autoWhen: { eq: ['post.isReply', true] } }).whole).toBe(false);
  });
});

const DOMAINS = 'Say none, or give up to 20 domains with commas between them: works.example.';

describe('reading a change of the charter', () => {
  it('reads a number and a word', () => {
    expect(readParameter({ parameter: 'votingDays', value: '9' })).toEqual({ ok: true, parameters: { votingDays: 9 } });
    expect(readParameter({ parameter: 'signUp', value: 'Open' })).toEqual({ ok: true, parameters: { signUp: 'open' } });
    expect(readParameter({ parameter: 'signUpDomains', value: 'Works.example; linia.example works.example' })).toEqual({
      ok: true,
      parameters: { signUpDomains: 'linia.example, works.example' },
    });
    expect(readParameter({ parameter: 'signUpDomains', value: 'None' })).toEqual({
      ok: true,
      parameters: { signUpDomains: 'none' },
    });
  });

  it.each([
    [{ parameter: 'votingDays', value: '2' }, 'value', 'Give a whole number from 3 to 60.'],
    [{ parameter: 'votingDays', value: 'ten' }, 'value', 'Give a whole number from 3 to 60.'],
    [{ parameter: 'signUp', value: 'closed' }, 'value', 'Say open, request or invitation.'],
    [{ parameter: 'signUpDomains', value: 'ana@works.example' }, 'value', DOMAINS],
    [{ parameter: 'signUpDomains', value: 'works' }, 'value', DOMAINS],
    [{ parameter: 'signUpDomains', value: '10.0.0.1' }, 'value', DOMAINS],
    [{ parameter: 'juryRandomness', value: 'dice' }, 'value', 'Say commit-reveal or drand.'],
    [{ parameter: 'toString', value: '1' }, 'parameter', 'Choose what of the charter should change.'],
  ])('refuses %j', (values, name, text) => {
    const read = readParameter(values);
    if (read.ok) throw new Error('it was read');
    expect(read.form.values).toEqual(values);
    expect(errorsIn(read.form as Form<RuleField>)).toEqual({ [name]: text });
  });
});
