import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
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
import { CASE_ACTS } from '../words/case-acts.ts';
import { CASE, CASES } from '../words/cases.ts';
import { link, type Say, type Wrap } from '../words/speaking.ts';
import { told } from '../words/told.ts';
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
    /** The jury that decided, and its page for members; else moderators did. */
    readonly jury?: { readonly id: string; readonly path?: string };
    readonly members: readonly Author[];
    /** The jury that decided in the moderators' place, as it was demanded. */
    readonly inTheirPlace?: string;
    /** A program found what it is about. */
    readonly foundByProgram: boolean;
    readonly appealUntil?: Date;
  };
  /** What the respondent said in her appeal. */
  readonly appealWords?: string;
  /** For a moderator who may decide. */
  readonly decide?: { readonly levels: readonly Option[] };
  /** What another moderator proposes, for the second one. */
  readonly confirm?: { readonly by: Author; readonly measure: string; readonly facts: string };
  /** Why the viewer may not decide, where she is a moderator. */
  readonly whyNot?: Sentence;
  /** Until when the respondent may demand a jury in the moderators’ place. */
  readonly demand?: Date;
  readonly appeal?: Date;
  readonly form: Form<'measure' | 'days' | 'facts' | 'words'>;
}

/** A case, as much of it as the viewer may see, and what she may do in it. */
export function casePage(model: CaseModel): Html {
  const { shell, community, id, form } = model;
  const say = sayIn(shell);
  const title = say.text(CASES.number, { id });
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: within(community, say.text(CASE.kind)), title, lead: model.stands })}
<p>${say(CASE.about, { who: named(model.about, say), rule: cite(model.rule, say) })} ${model.origin}</p>
${maybe(model.ruleText, (text) => html`<blockquote>${paragraphs(text)}</blockquote>`)}${maybe(model.law, (law) => html`<p>${say(CASE.law, { law })}</p>`)}
${decision(model, say)}${evidence(model, say)}${said(model, say)}
${confirmForm(model, say)}${decideForm(model, say)}${maybe(model.whyNot, (why) => html`<p class="empty">${told(why, say)}</p>`)}${demandForm(model, say)}${appealForm(model, say)}
<section><h2>${say(CASE.happened)}</h2><table><thead><tr><th scope="col">${say(CASE.when)}</th><th scope="col">${say(CASE.what)}</th></tr></thead><tbody>${model.happened.map(({ at, what }) => html`<tr><td>${time(at, say.language)}</td><td>${what}</td></tr>`)}</tbody></table></section>`,
    howWeRunThis(community, say),
  );
}

function decision({ decision: made, appealWords }: CaseModel, say: Say): Part {
  return html`${maybe(made, (one) => decided(one, say))}${maybe(appealWords, (words) => html`<section><h2>${say(CASE.theAppeal)}</h2>${paragraphs(words)}</section>`)}`;
}

function decided(one: NonNullable<CaseModel['decision']>, say: Say): Part {
  const { until, members, inTheirPlace, appealUntil } = one;
  const measure = capital(one.measure);
  return html`<section class="note"><h2>${say(CASE.decision)}</h2><p>${until === undefined ? html`<b>${measure}</b>.` : say(CASE.until, { measure, time: time(until, say.language) })}</p>${paragraphs(one.facts)}
<p>${deciders(one, say)}</p>${members.length === 0 ? nothing : html`<ul class="plain">${members.map((member) => html`<li class="by">${byline(member)}</li>`)}</ul>`}<p>${maybe(inTheirPlace, (jury) => html`${say(CASE.inTheirPlace, { jury })} `)}${say(one.foundByProgram ? CASE.foundByProgram : CASE.noProgram)}</p>${maybe(appealUntil, (end) => html`<p>${say(CASE.appealable, { time: time(end, say.language) })}</p>`)}</section>`;
}

const unlinked: Wrap = (inside) => html`${inside}`;

function deciders({ jury, members }: NonNullable<CaseModel['decision']>, say: Say): Part {
  if (jury === undefined) return say(members.length === 0 ? CASE.byModerators : CASE.byThese);
  return say(CASE.byJury, { jury: jury.id, a: jury.path === undefined ? unlinked : link(jury.path) });
}

function evidence({ evidence: all }: CaseModel, say: Say): Part {
  if (all.length === 0) return nothing;
  return html`<section><h2>${say(CASE.evidence)}</h2>${all.map(
    (one) =>
      html`<article class="post"><p class="by">${say(CASE.received, { time: time(one.at, say.language) })}</p>${maybe(one.title, (title) => html`<h3 class="title">${title}</h3>`)}${contents({ sanitisedHtml: one.sanitisedHtml }, say)}<p class="who-sees"><span>${say(one.genuine ? CASE.genuine : CASE.changed, { hash: html`<code>${one.hash}</code>` })}</span></p>${maybe(one.path, (path) => html`<p><a href="${href(path)}">${say(CASE.stands)}</a></p>`)}</article>`,
  )}</section>`;
}

function said({ said: all, reporters }: CaseModel, say: Say): Part {
  return html`${when(
    all.length > 0,
    () =>
      html`<section><h2>${say(CASE.reported)}</h2>${all.map((words) => html`<blockquote>${paragraphs(words)}</blockquote>`)}</section>`,
  )}${maybe(
    reporters,
    (people) =>
      html`<section><h2>${say(CASE.reporters)}</h2><p>${say(CASE.tellNobody)}</p><ul class="plain">${people.map((one) => html`<li>${byline(one)}</li>`)}</ul></section>`,
  )}`;
}

function confirmForm({ confirm, path }: CaseModel, say: Say): Part {
  return maybe(
    confirm,
    ({ by, measure, facts }) =>
      html`<section class="note"><h2>${say(CASE_ACTS.second)}</h2><p>${say(CASE_ACTS.proposes, { who: byline(by), measure })}</p>${paragraphs(facts)}<form method="post" action="${href(`${path}/confirm`)}">${act(say.text(CASE_ACTS.agree))}</form></section>`,
  );
}

function decideForm({ decide, path, form }: CaseModel, say: Say): Part {
  return maybe(
    decide,
    ({
      levels,
    }) => html`<section><h2>${say(CASE_ACTS.decide)}</h2><form method="post" action="${href(`${path}/decide`)}">
${select({ form, name: 'measure', label: say(CASE_ACTS.toFollow), options: levels, empty: say.text(CASE_ACTS.choose), say })}
${field({ form, name: 'days', label: say(CASE_ACTS.days), hint: say(CASE_ACTS.daysHint), type: 'number', optional: true, short: true, say })}
${field({ form, name: 'facts', label: say(CASE_ACTS.facts), hint: say(CASE_ACTS.factsHint), rows: 4, max: 5000, say })}
<div class="both">${act(say.text(CASE_ACTS.doDecide), { name: 'how', value: 'decide' })} <button class="plain" type="submit" name="how" value="at-once">${say(CASE_ACTS.atOnce)}</button> <button class="plain" type="submit" name="how" value="jury">${say(CASE_ACTS.callJury)}</button></div>
</form></section>`,
  );
}

function demandForm({ demand, path }: CaseModel, say: Say): Part {
  return maybe(
    demand,
    (until) =>
      html`<section><h2>${say(CASE_ACTS.inTheirPlace)}</h2><p>${say(CASE_ACTS.mayDemand, { time: time(until, say.language) })}</p><form method="post" action="${href(`${path}/demand`)}">${act(say.text(CASE_ACTS.demand))}</form></section>`,
  );
}

function appealForm({ appeal, path, form }: CaseModel, say: Say): Part {
  return maybe(
    appeal,
    (
      until,
    ) => html`<section><h2>${say(CASE_ACTS.appeal)}</h2><p>${say(CASE_ACTS.mayAppeal, { time: time(until, say.language) })}</p><form method="post" action="${href(`${path}/appeal`)}">
${field({ form, name: 'words', label: say(CASE_ACTS.why), rows: 5, max: 5000, say })}
${act(say.text(CASE_ACTS.appeal))}</form></section>`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
