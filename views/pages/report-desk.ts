import type { Html } from '../html.ts';
import { href, html, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { contents } from '../parts/contents.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { NOTICES } from '../words/notices.ts';
import { DESK, REPORT } from '../words/reports.ts';
import type { Say } from '../words/speaking.ts';

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
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(DESK.short)} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community, say.text(DESK.kind)), title: say(DESK.title), lead: say(DESK.lead) })}
<h2 class="heard">${say(DESK.all)}</h2>
${reports.map((one, at) => entry(one, rules, at + 1, say))}
<p class="caught-up">${say(reports.length === 0 ? DESK.none : NOTICES.thatIsAll)}</p>`,
  );
}

function entry(one: WaitingReport, rules: ReportDeskModel['rules'], at: number, say: Say): Html {
  const number = { number: at };
  return html`<article class="post"><p class="by">${say(DESK.about, { who: byline(one.about), from: one.from, time: time(one.at, say.language), s: (inside) => html`<span>${inside}</span>` })}</p>${paragraphs(one.text)}
${one.posts.map(({ sanitisedHtml }) => html`<blockquote>${contents({ sanitisedHtml }, say)}</blockquote>`)}
<form method="post" action="${href(one.path)}"><div class="ask"><label class="field" for="rule-${at}">${say(DESK.ruleOf, number)}</label><select id="rule-${at}" name="rule"><option value="">${say(REPORT.chooseRule)}</option>${rules.map(({ id, title }) => html`<option value="${id}">${id}: ${title}</option>`)}</select></div>
<div class="both"><button class="do" type="submit" name="how" value="rule">${say(DESK.openCase, number)}</button> <button class="plain" type="submit" name="how" value="aside">${say(DESK.noRule, number)}</button></div></form></article>`;
}
