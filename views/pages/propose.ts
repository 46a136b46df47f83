import type { Html, Part } from '../html.ts';
import { href, html, maybe, when } from '../html.ts';
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
import type { Touched } from '../parts/severance.ts';
import { severance } from '../parts/severance.ts';
import { time } from '../parts/time.ts';

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
    {
      value: 'state-intent',
      label: 'Say what this community sets out to change',
      hint: 'under one of the charter’s four headings',
    },
    { value: 'readmit', label: 'Let somebody come back', hint: 'who was removed from this community' },
    { value: 'limit-server', label: 'Decide about a server', hint: 'suspend it, limit it, let it in again' },
    {
      value: 'follow-list',
      label: 'Look at a list of servers',
      hint: 'kept elsewhere; nothing on it applies by itself',
    },
    { value: 'unfollow-list', label: 'No longer look at such a list' },
    {
      value: 'accept-issuer',
      label: 'Let people of an organisation speak without a name',
      hint: 'confirmed by it; nobody learns who it is',
    },
    { value: 'end-issuer', label: 'End that' },
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
  /** For a decision about servers: whom it would touch. */
  readonly touched?: readonly Touched[];
}

/** The proposal that a text would compete with. */
export interface Beside {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

export interface Draft<Field extends string> {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** How it goes on: seconders, days of discussion, the vote. */
  readonly whatFollows: string;
  /** The community is for its members alone, and so are its proposals. */
  readonly forMembers?: boolean;
  readonly preview?: Preview;
  /** The viewer is the founder, whose acts are provisional: she may adopt it herself; `whyNotPropose`: or only that. */
  readonly provisionally?: { readonly until: Date; readonly whyNotPropose?: string };
  /** Present: it is no proposal of its own, but another text for that one. */
  readonly beside?: Beside;
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
${field({ form, name: 'value', label: 'To what', hint: 'A whole number in the same unit. For sign-up: open, request or invitation. For e-mail domains: none, or domains with commas between. For servers: open or allow-list. For draws of juries: commit-reveal or drand.', autocomplete: 'off', max: 2000 })}
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
  const { shell, community, whatFollows, form, beside } = model;
  const kind = beside === undefined ? 'proposal' : `another text beside ${beside.id}`;
  return page(
    { shell, title: `${title} · ${community.title}`, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community, kind), title })}
${maybe(beside, ({ path, id, title: other }) => html`<p>It competes with <a href="${href(path)}">${id}, “${other}”</a>: members put the texts in an order, and leaving everything as it is among them.</p>`)}
${maybe(model.preview, preview)}
<form method="post" action="${href(`${community.path}/proposals`)}">
<input type="hidden" name="change" value="${change}">${maybe(beside, ({ id }) => html`<input type="hidden" name="beside" value="${id}">`)}
${fields}
<p class="who-sees">${whatFollows} ${model.forMembers ? 'Every member' : 'Everyone'} can see the proposal and that it is yours.</p>
${maybe(model.provisionally, founders)}<div class="both">${act('Show what it would do', { name: 'step', value: 'preview' })}${when(model.provisionally?.whyNotPropose === undefined, () => act(beside === undefined ? 'Submit the proposal' : `Put it beside ${beside.id}`, { name: 'step', value: 'submit' }))}${when(model.provisionally !== undefined && beside === undefined, () => act('Adopt provisionally', { name: 'step', value: 'provisionally' }))}</div>
</form>
${beside === undefined ? html`<p><a href="${href(`${community.path}/propose`)}">Change something else instead</a></p>` : ''}`,
  );
}

function founders({ until, whyNotPropose }: NonNullable<Draft<string>['provisionally']>): Html {
  return html`<p class="note">${maybe(whyNotPropose, (why) => `${why} `)}You founded this community, so until ${time(until)} at the latest you may also adopt this yourself, at once. It stands in the open book as yours; then all members are asked whether it stays, and if they do not ratify it, it ends.</p>`;
}

function preview({ sentence, examples: tried, problems, touched, dryRun: past }: Preview): Html {
  return html`<section class="note"><h2>What it would do</h2><p class="text">${sentence}</p>${
    tried.length
      ? html`<ul>${tried.map(({ text, asWanted }) => html`<li><b>${asWanted ? 'As you want it' : 'Not as you want it'}:</b> ${text}</li>`)}</ul>`
      : ''
  }${maybe(touched, severance)}${problems.map((problem) => html`<p><b>In the way:</b> ${problem}</p>`)}</section>${maybe(past, dryRun)}`;
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
