import type { Html } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { contents } from '../parts/contents.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form, Option } from '../parts/field.ts';
import { act, choices, failed, field, select } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';

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
  return page(
    { shell, title: `Report · ${community.title}`, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community, 'report'), title: `Report ${post === undefined ? about.name : 'a post'}`, lead: 'Moderators of this community look at it, or a jury of members does.' })}
<p class="by">${byline(about)}</p>
${maybe(post, ({ sanitisedHtml }) => html`<blockquote>${contents({ sanitisedHtml })}</blockquote>`)}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>Your name is told to nobody but a clerk of the community: not to the one you report, not to moderators, not to other servers. What you write below is read by those who decide.</span></p>
${
  rules.length === 0
    ? html`<p class="empty">This community has no rule yet that could be broken. Its members can propose one.</p>`
    : html`<form method="post" action="${href(path)}">
${select({ form, name: 'rule', label: 'Which rule is broken', options: rules, empty: 'Choose a rule' })}
${field({ form, name: 'text', label: 'What happened', rows: 5, max: 5000, ...(post === undefined ? {} : { optional: true }) })}
${field({ form, name: 'law', label: 'The law that it breaks too', hint: 'Only if you think that it is against the law.', optional: true, max: 200 })}
${maybe(elsewhere, (host) => choices({ form, name: 'forward', legend: `${host}, where they are from`, multiple: true, options: [{ value: 'yes', label: `Tell ${host} as well`, hint: 'What you wrote is passed on, your name is not.' }] }))}
<div class="both">${act('Report', { name: 'how', value: 'report' })}${model.mayOpen ? html` <button class="plain" type="submit" name="how" value="open">Open a case as a moderator</button>` : nothing}</div>
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
  return page(
    { shell, title: `Your report · ${community.title}` },
    html`${heading({ kind: within(community, 'your report'), title: 'Your report', lead: stands })}
<p>You reported this on ${time(at)}. It is about ${byline(about)}${maybe(rule, (id) => html`, under rule ${id}`)}.</p>${paragraphs(text)}
${model.mayWithdraw ? html`<form method="post" action="${href(`${path}/withdraw`)}">${act('Take it back')}</form>` : nothing}`,
  );
}
