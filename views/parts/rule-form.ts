import type { Html, Part } from '../html.ts';
import { flag, html } from '../html.ts';
import type { Message } from '../words/language.ts';
import { RULE_ANSWERS, RULE_FACTS, RULE_TESTS } from '../words/rule-facts.ts';
import { RULE_EXAMPLES, RULE_FORM } from '../words/rule-form.ts';
import type { Say } from '../words/speaking.ts';
import type { Form, Option } from './field.ts';
import { choices, field, select } from './field.ts';
import type { MoreField } from './rule-form-more.ts';

/** The facts a rule may ask about (server/governance/rules/rule.ts), and how each is answered. */
export const FACTS = [
  { value: 'act.type', answer: 'act' },
  { value: 'post.links', answer: 'number' },
  { value: 'post.mentions', answer: 'number' },
  { value: 'post.length', answer: 'number' },
  { value: 'post.isReply', answer: 'yes-no' },
  { value: 'post.origin', answer: 'origin' },
  { value: 'post.hasMedia', answer: 'yes-no' },
  { value: 'post.isSensitive', answer: 'yes-no' },
  { value: 'post.language', answer: 'word' },
  { value: 'post.hashtags', answer: 'words' },
  { value: 'post.hashtagCount', answer: 'number' },
  { value: 'author.isMember', answer: 'yes-no' },
  { value: 'author.tenureDays', answer: 'number' },
  { value: 'author.postsLastDay', answer: 'number' },
  { value: 'rel.priorContact', answer: 'yes-no' },
  { value: 'reports.count', answer: 'number' },
  { value: 'reports.distinctOrgs', answer: 'number' },
] as const;
export type FactName = (typeof FACTS)[number]['value'];

const TESTS = ['eq', 'gt', 'gte', 'lt', 'lte', 'has'] as const;

const ROWS = [1, 2, 3, 4] as const;
type Row = (typeof ROWS)[number];
/** Two posts that the rule must catch, two that it must leave alone. */
const EXAMPLES = ['match-1', 'match-2', 'noMatch-1', 'noMatch-2'] as const;
export type Example = (typeof EXAMPLES)[number];

/** Every field of the form by which a rule is written down. */
export type RuleField =
  | 'title'
  | 'text'
  | 'reasons'
  | `when-${Row}-${'fact' | 'test' | 'value'}`
  | 'effect'
  | 'holdHours'
  | 'label'
  | 'limitPosts'
  | 'limitHours'
  | 'hideHours'
  | 'hideOrganisations'
  | MoreField
  | `${Example}-${FactName}`;

/** Answers by their names. */
const optionsOf = <Name extends string>(
  names: readonly Name[],
  words: Readonly<Record<Name, Message>>,
  say: Say,
): readonly Option[] => names.map((value) => ({ value, label: say.text(words[value]) }));

/** When the rule applies: up to four conditions, all of which must hold. */
export function conditions(form: Form<RuleField>, say: Say): Html {
  return html`<fieldset class="group"><legend>${say(RULE_FORM.when)}</legend><p class="hint">${say(RULE_FORM.whenHint)}</p>
${ROWS.map((row) => html`<div class="row">${condition(form, row, say)}</div>`)}</fieldset>`;
}

function condition(form: Form<RuleField>, row: Row, say: Say): Part {
  const facts = optionsOf(
    FACTS.map(({ value }) => value),
    RULE_FACTS,
    say,
  );
  const tests = optionsOf(TESTS, RULE_TESTS, say);
  return [
    select({ form, name: `when-${row}-fact`, label: say(RULE_FORM.what, { row }), options: facts, empty: '–', say }),
    select({ form, name: `when-${row}-test`, label: say(RULE_FORM.how, { row }), options: tests, say }),
    field({
      form,
      name: `when-${row}-value`,
      label: say(RULE_FORM.value, { row }),
      autocomplete: 'off',
      bare: true,
      max: 20,
      say,
    }),
  ];
}

/** What it does by itself: one of four, each with its measure, or nothing. */
export function effects(form: Form<RuleField>, maxHoldHours: number, say: Say): Html {
  const option = (value: string, label: Message, hint: Message): Option => ({
    value,
    label: say.text(label),
    hint: say.text(hint),
  });
  const number = { form, type: 'number', short: true, bare: true, max: 4, say } as const;
  return html`${choices({
    form,
    name: 'effect',
    legend: say(RULE_FORM.does),
    hint: say(RULE_FORM.doesHint),
    options: [
      option('hold', RULE_FORM.hold, RULE_FORM.holdHint),
      option('label', RULE_FORM.label, RULE_FORM.labelHint),
      option('limit', RULE_FORM.limit, RULE_FORM.limitHint),
      option('hide', RULE_FORM.hide, RULE_FORM.holdHint),
      option('none', RULE_FORM.nothing, RULE_FORM.nothingHint),
    ],
    say,
  })}
${field({ ...number, name: 'holdHours', label: say(RULE_FORM.holdHours), hint: say(RULE_FORM.atMost, { hours: maxHoldHours }) })}
${field({ form, name: 'label', label: say(RULE_FORM.labelWords), autocomplete: 'off', bare: true, max: 50, say })}
<div class="row">${field({ ...number, name: 'limitPosts', label: say(RULE_FORM.limitPosts) })}${field({ ...number, name: 'limitHours', label: say(RULE_FORM.limitHours) })}</div>
<div class="row">${field({ ...number, name: 'hideHours', label: say(RULE_FORM.hideHours) })}${field({ ...number, name: 'hideOrganisations', label: say(RULE_FORM.hideOrganisations) })}</div>
${existing(form, say)}`;
}

function existing(form: Form<RuleField>, say: Say): Html {
  const [label, hint] = [say(RULE_FORM.existing), say(RULE_FORM.existingHint)];
  const options = [{ value: 'hide', label: say.text(RULE_FORM.hiddenToo) }];
  return select({ form, name: 'existing', label, hint, options, empty: say.text(RULE_FORM.leftAlone), say });
}

/** Examples travel with the rule: before its text is frozen it must treat each as said here. */
export function examples(form: Form<RuleField>, say: Say): Html {
  return html`<details class="group"${flag(
    'open',
    EXAMPLES.some((name) => FACTS.some((fact) => form.values[`${name}-${fact.value}`])),
  )}><summary>${say(RULE_EXAMPLES.title)}</summary><p class="hint">${say(RULE_EXAMPLES.hint)}</p>
${EXAMPLES.map(
  (name) =>
    html`<fieldset class="example"><legend>${say(RULE_EXAMPLES[name])}</legend><div class="facts">${FACTS.map((fact) => exampleFact(form, name, fact, say))}</div></fieldset>`,
)}</details>`;
}

const CHOICES = {
  'yes-no': ['yes', 'no'],
  origin: ['here', 'elsewhere'],
  act: ['post', 'reply', 'poll', 'edit'],
} as const;

function exampleFact(form: Form<RuleField>, example: Example, fact: (typeof FACTS)[number], say: Say): Part {
  const name = `${example}-${fact.value}` as const;
  const label = say(RULE_FACTS[fact.value]);
  switch (fact.answer) {
    case 'number':
      return field({ form, name, label, type: 'number', bare: true, autocomplete: 'off', max: 7, say });
    case 'word':
    case 'words':
      return field({ form, name, label, bare: true, autocomplete: 'off', max: 100, code: true, say });
    default: {
      const names: readonly (keyof typeof RULE_ANSWERS)[] = CHOICES[fact.answer];
      return select({ form, name, label, options: optionsOf(names, RULE_ANSWERS, say), empty: '–', say });
    }
  }
}
