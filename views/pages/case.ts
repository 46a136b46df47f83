import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { contents } from '../parts/contents.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form, Option } from '../parts/field.ts';
import { act, failed, field, select } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import type { RuleCite } from '../parts/post.ts';
import { cite } from '../parts/post.ts';
import { time } from '../parts/time.ts';
import { named } from './cases.ts';

/** Something that was done, as it was received. */
export interface EvidenceModel {
  readonly title?: string;
  readonly sanitisedHtml: string;
  readonly at: Date;
  /** SHA-256; it stands in the open book. */
  readonly hash: string;
  /** Whether what is kept is what the book has the hash of. */
  readonly genuine: boolean;
  /** Where it can be read, if it is still there. */
  readonly path?: string;
}

export interface CaseModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly id: string;
  readonly path: string;
  readonly about?: Author;
  readonly rule: RuleCite;
  /** What the rule says, in the words that count. */
  readonly ruleText?: string;
  readonly law?: string;
  /** How it came up. */
  readonly origin: string;
  readonly stands: string;
  /** What happened, oldest first. */
  readonly happened: readonly { readonly at: Date; readonly what: string }[];
  readonly evidence: readonly EvidenceModel[];
  /** What was said in reports, without by whom: for those who decide. */
  readonly said: readonly string[];
  /** For clerks alone. */
  readonly reporters?: readonly Author[];
  readonly decision?: {
    readonly measure: string;
    readonly until?: Date;
    readonly facts: string;
    readonly by: string;
    /** The page of the jury that decided. */
    readonly jury?: string;
    readonly members: readonly Author[];
    readonly automation: string;
    readonly appealUntil?: Date;
  };
  /** What the respondent said in her appeal. */
  readonly appealWords?: string;
  /** For a moderator who may decide. */
  readonly decide?: { readonly levels: readonly Option[] };
  /** What another moderator proposes, for the second one. */
  readonly confirm?: { readonly by: Author; readonly measure: string; readonly facts: string };
  /** Why the viewer may not decide, where she is a moderator. */
  readonly whyNot?: string;
  /** Until when the respondent may demand a jury in the moderators’ place. */
  readonly demand?: Date;
  readonly appeal?: Date;
  readonly form: Form<'measure' | 'days' | 'facts' | 'words'>;
}

/** A case, as much of it as the viewer may see, and what she may do in it. */
export function casePage(model: CaseModel): Html {
  const { shell, community, id, form } = model;
  return page(
    { shell, title: `Case ${id} · ${community.title}`, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community, 'case'), title: `Case ${id}`, lead: model.stands })}
<p>It is about ${named(model.about)}, and ${cite(model.rule)}. ${model.origin}</p>
${maybe(model.ruleText, (text) => html`<blockquote>${paragraphs(text)}</blockquote>`)}${maybe(model.law, (law) => html`<p>It was also said to be against the law: ${law}</p>`)}
${decision(model)}${evidence(model)}${said(model)}
${confirmForm(model)}${decideForm(model)}${maybe(model.whyNot, (why) => html`<p class="empty">${why}</p>`)}${demandForm(model)}${appealForm(model)}
<section><h2>What happened</h2><table><thead><tr><th scope="col">When</th><th scope="col">What</th></tr></thead><tbody>${model.happened.map(({ at, what }) => html`<tr><td>${time(at)}</td><td>${what}</td></tr>`)}</tbody></table></section>`,
    howWeRunThis(community),
  );
}

function decision({ decision: made, appealWords }: CaseModel): Part {
  return html`${maybe(
    made,
    (
      one,
    ) => html`<section class="note"><h2>What was decided</h2><p><b>${capital(one.measure)}</b>${maybe(one.until, (until) => html`, until ${time(until)}`)}.</p>${paragraphs(one.facts)}
<p>Decided by ${one.jury === undefined ? one.by : html`<a href="${href(one.jury)}">${one.by}</a>`}${one.members.length === 0 ? '.' : ':'}</p>${one.members.length === 0 ? nothing : html`<ul class="plain">${one.members.map((member) => html`<li class="by">${byline(member)}</li>`)}</ul>`}<p>${one.automation}</p>${maybe(one.appealUntil, (until) => html`<p>It can be appealed until ${time(until)}.</p>`)}</section>`,
  )}${maybe(appealWords, (words) => html`<section><h2>The appeal</h2>${paragraphs(words)}</section>`)}`;
}

function evidence({ evidence: all }: CaseModel): Part {
  if (all.length === 0) return nothing;
  return html`<section><h2>What it is about</h2>${all.map(
    (one) =>
      html`<article class="post"><p class="by">As it was received on ${time(one.at)}</p>${maybe(one.title, (title) => html`<h3 class="title">${title}</h3>`)}${contents({ sanitisedHtml: one.sanitisedHtml })}<p class="who-sees"><span>${one.genuine ? 'This is what the open book has the fingerprint of:' : 'This was changed since: it does not fit the fingerprint in the open book,'} <code>${one.hash}</code></span></p>${maybe(one.path, (path) => html`<p><a href="${href(path)}">Where it stands</a></p>`)}</article>`,
  )}</section>`;
}

function said({ said: all, reporters }: CaseModel): Part {
  return html`${when(
    all.length > 0,
    () =>
      html`<section><h2>What was reported</h2>${all.map((words) => html`<blockquote>${paragraphs(words)}</blockquote>`)}</section>`,
  )}${maybe(
    reporters,
    (people) =>
      html`<section><h2>Who reported it</h2><p>Only clerks are shown this. Tell nobody.</p><ul class="plain">${people.map((one) => html`<li>${byline(one)}</li>`)}</ul></section>`,
  )}`;
}

function confirmForm({ confirm, path }: CaseModel): Part {
  return maybe(
    confirm,
    ({ by, measure, facts }) =>
      html`<section class="note"><h2>It takes a second moderator</h2><p>${byline(by)} proposes: <b>${measure}</b>.</p>${paragraphs(facts)}<form method="post" action="${href(`${path}/confirm`)}">${act('Agree to it')}</form></section>`,
  );
}

function decideForm({ decide, path, form }: CaseModel): Part {
  return maybe(
    decide,
    ({ levels }) => html`<section><h2>Decide</h2><form method="post" action="${href(`${path}/decide`)}">
${select({ form, name: 'measure', label: 'What is to follow', options: levels, empty: 'Choose' })}
${field({ form, name: 'days', label: 'For how many days', hint: 'For muting and suspension. Left empty, it is as long as the charter allows.', type: 'number', optional: true, short: true })}
${field({ form, name: 'facts', label: 'What you found', hint: 'The one it is about reads this, and members do.', rows: 4, max: 5000 })}
<div class="both">${act('Decide', { name: 'how', value: 'decide' })} <button class="plain" type="submit" name="how" value="at-once">Do it at once, for some hours</button> <button class="plain" type="submit" name="how" value="jury">Call a jury that may go as far</button></div>
</form></section>`,
  );
}

function demandForm({ demand, path }: CaseModel): Part {
  return maybe(
    demand,
    (until) =>
      html`<section><h2>A jury in the moderators’ place</h2><p>Until ${time(until)} you can demand that five members judge this. Until they have, nothing is in effect; they take no more than the moderators did.</p><form method="post" action="${href(`${path}/demand`)}">${act('Demand a jury')}</form></section>`,
  );
}

function appealForm({ appeal, path, form }: CaseModel): Part {
  return maybe(
    appeal,
    (
      until,
    ) => html`<section><h2>Appeal</h2><p>Until ${time(until)} you can ask nine other members to look at this again. What they find wrong is undone.</p><form method="post" action="${href(`${path}/appeal`)}">
${field({ form, name: 'words', label: 'Why it is wrong', rows: 5, max: 5000 })}
${act('Appeal')}</form></section>`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
