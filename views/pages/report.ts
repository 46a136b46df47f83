import type { Html } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { contents } from '../parts/contents.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form, Option } from '../parts/field.ts';
import { act, choices, failed, field, select } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { OWN_REPORT, REPORT } from '../words/reports.ts';

export interface ReportModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Where the form goes. */
  readonly path: string;
  readonly about: Author;
  /** The post, where it is one. */
  readonly post?: { readonly sanitisedHtml: string };
  /** The rules in force. */
  readonly rules: readonly Option[];
  /** The server of whoever it is about, where that is another one. */
  readonly elsewhere?: string;
  /** A moderator may open a case herself. */
  readonly mayOpen: boolean;
  readonly form: Form<'rule' | 'text' | 'law' | 'forward'>;
}

/** Says that a rule was broken. */
export function reportPage(model: ReportModel): Html {
  const { shell, community, path, about, post, rules, form, elsewhere } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(REPORT.title)} · ${community.title}`, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: within(community, say.text(REPORT.kind)), title: post === undefined ? say(REPORT.person, { name: about.name }) : say(REPORT.post), lead: say(REPORT.lead) })}
<p class="by">${byline(about)}</p>
${maybe(post, ({ sanitisedHtml }) => html`<blockquote>${contents({ sanitisedHtml }, say)}</blockquote>`)}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>${say(REPORT.seen)}</span></p>
${
  rules.length === 0
    ? html`<p class="empty">${say(REPORT.noRules)}</p>`
    : html`<form method="post" action="${href(path)}">
${select({ form, name: 'rule', label: say(REPORT.whichRule), options: rules, empty: say.text(REPORT.chooseRule), say })}
${field({ form, name: 'text', label: say(REPORT.happened), rows: 5, max: 5000, ...(post === undefined ? {} : { optional: true }), say })}
${field({ form, name: 'law', label: say(REPORT.law), hint: say(REPORT.lawHint), optional: true, max: 200, say })}
${maybe(elsewhere, (host) => choices({ form, name: 'forward', legend: say(REPORT.elsewhere, { host }), multiple: true, options: [{ value: 'yes', label: say.text(REPORT.tell, { host }), hint: say.text(REPORT.tellHint) }], say }))}
<div class="both">${act(say.text(REPORT.send), { name: 'how', value: 'report' })}${model.mayOpen ? html` <button class="plain" type="submit" name="how" value="open">${say(REPORT.openCase)}</button>` : nothing}</div>
</form>`
}`,
  );
}

export interface OwnReportModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly path: string;
  readonly about: Author;
  readonly rule?: string;
  readonly text: string;
  readonly at: Date;
  /** What became of it, in a sentence. */
  readonly stands: string;
  readonly mayWithdraw: boolean;
}

/** A report, for the one who made it. */
export function ownReportPage(model: OwnReportModel): Html {
  const { shell, community, path, about, rule, text, at, stands } = model;
  const say = sayIn(shell);
  const title = say.text(OWN_REPORT.title);
  const told = { time: time(at, say.language), who: byline(about) };
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community, say.text(OWN_REPORT.kind)), title, lead: stands })}
<p>${rule === undefined ? say(OWN_REPORT.about, told) : say(OWN_REPORT.aboutRule, { ...told, rule })}</p>${paragraphs(text)}
${model.mayWithdraw ? html`<form method="post" action="${href(`${path}/withdraw`)}">${act(say.text(OWN_REPORT.takeBack))}</form>` : nothing}`,
  );
}
