import type { Html, Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import type { DryRunModel } from '../parts/dry-run.ts';
import { dryRun } from '../parts/dry-run.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field, select } from '../parts/field.ts';
import type { RuleCite } from '../parts/post.ts';
import { cite } from '../parts/post.ts';
import type { RuleField } from '../parts/rule-form.ts';
import { conditions, effects, examples } from '../parts/rule-form.ts';
import { people } from '../parts/rule-form-more.ts';

export interface ChooseChangeModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly rules: readonly { readonly id: string; readonly version: number; readonly title: string }[];
  readonly form: Form<'change'>;
}

/** One question: what would you change? It only leads to the next page, so it is a GET. */
export function chooseChangePage({ shell, community, rules, form }: ChooseChangeModel): Html {
  const options = [
    { value: 'adopt-rule', label: 'Adopt a new rule', hint: 'for posts in this community' },
    ...rules.flatMap(({ id, version, title }) => [
      { value: `amend-rule:${id}`, label: `Change rule ${id}`, hint: `${title} (version ${version})` },
      { value: `repeal-rule:${id}`, label: `Repeal rule ${id}`, hint: title },
    ]),
    { value: 'amend-charter', label: 'Change the charter', hint: 'how the community decides: times, tenure, sign-up' },
    { value: 'limit-server', label: 'Decide about a server', hint: 'suspend it, limit it, let it in again' },
    { value: 'link-community', label: 'Link with a community elsewhere', hint: 'if it decides the same' },
    { value: 'unlink-community', label: 'End such a link' },
    { value: 'move-community', label: 'Move this community elsewhere', hint: 'needs two thirds, like the charter' },
  ];
  return page(
    { shell, title: 'Propose a change', failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community, 'proposal'), title: 'Propose a change' })}
<form method="get" action="${href(`${community.path}/propose/draft`)}">
${choices({ form, name: 'change', legend: 'What would you change?', options })}
${act('Continue')}
</form>`,
  );
}

/** What the server made of a draft: shown before it is submitted. */
export interface Preview {
  /** “Posts by members of less than 30 days that carry more than 2 links are held for up to 72 hours.” */
  readonly sentence: string;
  /** How the rule treats each example. */
  readonly examples: readonly { readonly text: string; readonly asWanted: boolean }[];
  /** What stands in the way, each in a sentence. */
  readonly problems: readonly string[];
  /** For a rule: what it would have done in the past. */
  readonly dryRun?: DryRunModel;
}

export interface Draft<Field extends string> {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** How it goes on: seconders, days of discussion, the vote. */
  readonly whatFollows: string;
  /** The community is for its members alone, and so are its proposals. */
  readonly forMembers?: boolean;
  readonly preview?: Preview;
  readonly form: Form<Field>;
}

export interface ProposeRuleModel extends Draft<RuleField> {
  /** Present: the rule to be changed. */
  readonly amends?: RuleCite;
  /** The longest the charter lets a rule hold a post. */
  readonly maxHoldHours: number;
  /** The server's home community decides rules for every community. */
  readonly home?: boolean;
}

/** A new rule, or a new version of one. */
export function proposeRulePage(model: ProposeRuleModel): Html {
  const { form, amends, maxHoldHours, home = false } = model;
  return draftPage(model, {
    title: amends ? `Change rule ${amends.id}` : 'A new rule',
    change: amends ? `amend-rule:${amends.id}` : 'adopt-rule',
    fields: html`${field({ form, name: 'title', label: 'Title', hint: 'A few words by which people will know it.', autocomplete: 'off', max: 100 })}
${field({ form, name: 'text', label: 'The rule, in the words people vote on', rows: 4, autocomplete: 'off', max: 2000 })}
${reasons(form)}
${conditions(form)}
${effects(form, maxHoldHours)}
${people(form, { home })}
${examples(form)}`,
  });
}

export interface ProposeRepealModel extends Draft<'title' | 'reasons'> {
  readonly repeals: RuleCite;
}

export function proposeRepealPage(model: ProposeRepealModel): Html {
  const { form, repeals } = model;
  return draftPage(model, {
    title: `Repeal rule ${repeals.id}`,
    change: `repeal-rule:${repeals.id}`,
    fields: html`<p>This would end ${cite(repeals)}. What was done under it stays as it is.</p>${titleField(form)}${reasons(form)}`,
  });
}

export interface ProposeCharterModel extends Draft<'title' | 'reasons' | 'parameter' | 'value'> {
  /** What can be changed; `current` with its unit, in words. */
  readonly parameters: readonly { readonly name: string; readonly label: string; readonly current: string }[];
}

export function proposeCharterPage(model: ProposeCharterModel): Html {
  const { form, parameters } = model;
  const options = parameters.map(({ name, label, current }) => ({ value: name, label: `${label} (now ${current})` }));
  return draftPage(model, {
    title: 'Change the charter',
    change: 'amend-charter',
    fields: html`${titleField(form)}
${select({ form, name: 'parameter', label: 'What of it', options, empty: 'Choose one' })}
${field({ form, name: 'value', label: 'To what', hint: 'A whole number in the same unit. For sign-up: open or invitation. For servers: open or allow-list.', autocomplete: 'off', short: true, max: 20 })}
${reasons(form)}`,
  });
}

interface Rest {
  readonly title: string;
  /** What the first page asked, carried along. */
  readonly change: string;
  readonly fields: Part;
}

export function draftPage<Field extends string>(model: Draft<Field>, { title, change, fields }: Rest): Html {
  const { shell, community, whatFollows, form } = model;
  return page(
    { shell, title: `${title} · ${community.title}`, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community, 'proposal'), title })}
${maybe(model.preview, preview)}
<form method="post" action="${href(`${community.path}/proposals`)}">
<input type="hidden" name="change" value="${change}">
${fields}
<p class="who-sees">${whatFollows} ${model.forMembers ? 'Every member' : 'Everyone'} can see the proposal and that it is yours.</p>
<div class="both">${act('Show what it would do', { name: 'step', value: 'preview' })}${act('Submit the proposal', { name: 'step', value: 'submit' })}</div>
</form>
<p><a href="${href(`${community.path}/propose`)}">Change something else instead</a></p>`,
  );
}

function preview({ sentence, examples: tried, problems, dryRun: past }: Preview): Html {
  return html`<section class="note"><h2>What it would do</h2><p class="text">${sentence}</p>${
    tried.length
      ? html`<ul>${tried.map(({ text, asWanted }) => html`<li><b>${asWanted ? 'As you want it' : 'Not as you want it'}:</b> ${text}</li>`)}</ul>`
      : ''
  }${problems.map((problem) => html`<p><b>In the way:</b> ${problem}</p>`)}</section>${maybe(past, dryRun)}`;
}

export function titleField<Field extends string>(form: Form<Field | 'title'>): Html {
  return field({ form, name: 'title', label: 'Title of the proposal', autocomplete: 'off', max: 100 });
}

export function reasons<Field extends string>(form: Form<Field | 'reasons'>): Html {
  return field({
    form,
    name: 'reasons',
    label: 'Your reasons',
    hint: 'What happened, and why this would help.',
    rows: 4,
    autocomplete: 'off',
    max: 5000,
  });
}
