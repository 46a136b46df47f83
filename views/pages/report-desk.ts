import type { Html } from '../html.ts';
import { href, html, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { contents } from '../parts/contents.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';

/** A report that names no rule yet. */
export interface WaitingReport {
  readonly id: string;
  readonly path: string;
  readonly about: Author;
  /** The server that it came from. */
  readonly from: string;
  readonly text: string;
  readonly at: Date;
  /** What it is about, as it was received. */
  readonly posts: readonly { readonly sanitisedHtml: string }[];
}

export interface ReportDeskModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly reports: readonly WaitingReport[];
  /** The rules in force. */
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** Where a rule is found for reports from other servers, which know nothing of the rules here. */
export function reportDeskPage({ shell, community, reports, rules }: ReportDeskModel): Html {
  return page(
    { shell, title: `Reports · ${community.title}` },
    html`${heading({ kind: within(community, 'reports'), title: 'Reports without a rule', lead: 'Other servers know nothing of the rules here. Say which rule a report is about: then a case follows.' })}
<h2 class="heard">All of them</h2>
${reports.map((one, at) => entry(one, rules, at + 1))}
<p class="caught-up">${reports.length === 0 ? 'No report waits for a rule.' : 'That is all.'}</p>`,
  );
}

function entry(one: WaitingReport, rules: ReportDeskModel['rules'], at: number): Html {
  return html`<article class="post"><p class="by">About ${byline(one.about)} <span>from ${one.from}</span> ${time(one.at)}</p>${paragraphs(one.text)}
${one.posts.map(({ sanitisedHtml }) => html`<blockquote>${contents({ sanitisedHtml })}</blockquote>`)}
<form method="post" action="${href(one.path)}"><div class="ask"><label class="field" for="rule-${at}">The rule that report ${at} is about</label><select id="rule-${at}" name="rule"><option value="">Choose a rule</option>${rules.map(({ id, title }) => html`<option value="${id}">${id}: ${title}</option>`)}</select></div>
<div class="both"><button class="do" type="submit" name="how" value="rule">Open a case<span class="heard"> for report ${at}</span></button> <button class="plain" type="submit" name="how" value="aside">It is about no rule<span class="heard"> (report ${at})</span></button></div></form></article>`;
}
