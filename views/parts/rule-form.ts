import type { Html, Part } from '../html.ts';
import { flag, html } from '../html.ts';
import type { Form, Option } from './field.ts';
import { choices, field, select } from './field.ts';
import type { MoreField } from './rule-form-more.ts';

/** The facts a rule may ask about (server/governance/rules/rule.ts), as people call them. */
export const FACTS = [
  { value: 'act.type', label: 'what it is', answer: 'act' },
  { value: 'post.links', label: 'links in the post', answer: 'number' },
  { value: 'post.mentions', label: 'people mentioned in it', answer: 'number' },
  { value: 'post.length', label: 'characters in it', answer: 'number' },
  { value: 'post.isReply', label: 'it is a reply', answer: 'yes-no' },
  { value: 'post.origin', label: 'where it was written', answer: 'origin' },
  { value: 'post.hasMedia', label: 'it has pictures or files', answer: 'yes-no' },
  { value: 'post.isSensitive', label: 'it carries a warning', answer: 'yes-no' },
  { value: 'post.language', label: 'its language', answer: 'word' },
  { value: 'post.hashtags', label: 'its hashtags', answer: 'words' },
  { value: 'post.hashtagCount', label: 'how many hashtags', answer: 'number' },
  { value: 'author.isMember', label: 'its author is a member', answer: 'yes-no' },
  { value: 'author.tenureDays', label: 'days since its author joined', answer: 'number' },
  { value: 'author.postsLastDay', label: 'posts by its author in the day before', answer: 'number' },
  { value: 'rel.priorContact', label: 'whom it goes to knows its author', answer: 'yes-no' },
  { value: 'reports.count', label: 'reports of it', answer: 'number' },
  { value: 'reports.distinctOrgs', label: 'organisations that reported it', answer: 'number' },
] as const;
export type FactName = (typeof FACTS)[number]['value'];

const TESTS: readonly Option[] = [
  { value: 'eq', label: 'is' },
  { value: 'gt', label: 'more than' },
  { value: 'gte', label: 'at least' },
  { value: 'lt', label: 'less than' },
  { value: 'lte', label: 'at most' },
  { value: 'has', label: 'include' },
];

const ROWS = [1, 2, 3, 4] as const;
type Row = (typeof ROWS)[number];
/** Two posts that the rule must catch, two that it must leave alone. */
const EXAMPLES = [
  { name: 'match-1', title: 'A post it must catch' },
  { name: 'match-2', title: 'Another one it must catch' },
  { name: 'noMatch-1', title: 'A post it must leave alone' },
  { name: 'noMatch-2', title: 'Another one it must leave alone' },
] as const;
export type Example = (typeof EXAMPLES)[number]['name'];

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

/** When the rule applies: up to four conditions, all of which must hold. */
export function conditions(form: Form<RuleField>): Html {
  return html`<fieldset class="group"><legend>When does it apply?</legend><p class="hint">To a post of which all of this is true. The value is a number; yes or no; here or elsewhere; post, reply, poll or edit; a language like en; a hashtag. Leave lines empty that you do not need.</p>
${ROWS.map((row) => html`<div class="row">${condition(form, row)}</div>`)}</fieldset>`;
}

function condition(form: Form<RuleField>, row: Row): Part {
  const nth = html`<span class="heard"> of condition ${row}</span>`;
  return [
    select({ form, name: `when-${row}-fact`, label: html`What${nth}`, options: FACTS, empty: '–' }),
    select({ form, name: `when-${row}-test`, label: html`How${nth}`, options: TESTS }),
    field({
      form,
      name: `when-${row}-value`,
      label: html`Value${nth}`,
      autocomplete: 'off',
      bare: true,
      max: 20,
    }),
  ];
}

/** What it does by itself: one of four, each with its measure, or nothing. */
export function effects(form: Form<RuleField>, maxHoldHours: number): Html {
  return html`${choices({
    form,
    name: 'effect',
    legend: 'What does it do?',
    hint: 'A rule acts on posts, never on people, and what it does ends by itself.',
    options: [
      { value: 'hold', label: 'Hold the post', hint: 'only its author sees it until the hours are over' },
      { value: 'label', label: 'Put a label on it', hint: 'everyone sees the post and the label' },
      { value: 'limit', label: 'Limit how many', hint: 'more posts by one person are held until the time has passed' },
      {
        value: 'hide',
        label: 'Hide it when it was reported',
        hint: 'only its author sees it until the hours are over',
      },
      { value: 'none', label: 'Nothing by itself', hint: 'people judge, when somebody reports it' },
    ],
  })}
${field({ form, name: 'holdHours', label: 'If it holds: for how many hours', hint: `At most ${maxHoldHours}, says the charter.`, type: 'number', short: true, bare: true, max: 4 })}
${field({ form, name: 'label', label: 'If it labels: with which words', autocomplete: 'off', bare: true, max: 50 })}
<div class="row">${field({ form, name: 'limitPosts', label: 'If it limits: how many posts', type: 'number', short: true, bare: true, max: 4 })}${field({ form, name: 'limitHours', label: 'in how many hours', type: 'number', short: true, bare: true, max: 4 })}</div>
<div class="row">${field({ form, name: 'hideHours', label: 'If it hides: for how many hours', type: 'number', short: true, bare: true, max: 4 })}${field({ form, name: 'hideOrganisations', label: 'once it was reported from how many organisations', type: 'number', short: true, bare: true, max: 4 })}</div>
${select({ form, name: 'existing', label: 'Posts that exist already', hint: 'For a rule that holds or hides. Their authors are told, and seven days later they are hidden as long as the rule is in force. Nobody is sanctioned for them.', options: EXISTING, empty: 'are left alone' })}`;
}

const EXISTING: readonly Option[] = [{ value: 'hide', label: 'are hidden too' }];

/** Examples travel with the rule: before its text is frozen it must treat each as said here. */
export function examples(form: Form<RuleField>): Html {
  return html`<details class="group"${flag(
    'open',
    EXAMPLES.some(({ name }) => FACTS.some((fact) => form.values[`${name}-${fact.value}`])),
  )}><summary>Examples of your own</summary><p class="hint">Every rule travels with examples, and is tried on them. Without yours, the server makes its own from the conditions. Fill in what matters; what is left empty is not known.</p>
${EXAMPLES.map(
  ({ name, title }) =>
    html`<fieldset class="example"><legend>${title}</legend><div class="facts">${FACTS.map((fact) => exampleFact(form, name, fact))}</div></fieldset>`,
)}</details>`;
}

const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'yes' },
  { value: 'no', label: 'no' },
];
const ORIGINS: readonly Option[] = [
  { value: 'here', label: 'here' },
  { value: 'elsewhere', label: 'elsewhere' },
];
const ACTS: readonly Option[] = ['post', 'reply', 'poll', 'edit'].map((value) => ({ value, label: value }));
const CHOICES = { 'yes-no': YES_NO, origin: ORIGINS, act: ACTS } as const;

function exampleFact(form: Form<RuleField>, example: Example, fact: (typeof FACTS)[number]): Part {
  const name = `${example}-${fact.value}` as const;
  switch (fact.answer) {
    case 'number':
      return field({ form, name, label: fact.label, type: 'number', bare: true, autocomplete: 'off', max: 7 });
    case 'word':
    case 'words':
      return field({ form, name, label: fact.label, bare: true, autocomplete: 'off', max: 100, code: true });
    default:
      return select({ form, name, label: fact.label, options: CHOICES[fact.answer], empty: '–' });
  }
}
