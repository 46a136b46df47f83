import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { time } from '../parts/time.ts';
import { NOTICE_KINDS, NOTICES } from '../words/notices.ts';
import { SHELL } from '../words/shell.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

export interface NoticeModel {
  readonly kind: 'receipt' | 'refusal' | 'statement-of-reasons' | 'welcome' | 'result' | 'message' | 'look-back';
  /** What somebody wrote, its paragraphs separated by blank lines; or what the server says, paragraph by paragraph. */
  readonly text: string | readonly Sentence[];
  readonly from: { readonly name: string; readonly path?: string };
  readonly link?: string;
  readonly at: Date;
}

export interface NoticesModel {
  readonly shell: Shell;
  /** Newest first. */
  readonly notices: readonly NoticeModel[];
}

/** What communities told the viewer. Nothing is counted, nothing is marked as read. */
export function noticesPage({ shell, notices }: NoticesModel): Html {
  const say = sayIn(shell);
  const title = say.text(SHELL.notices);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ title, lead: say(NOTICES.lead) })}
<p>${say(NOTICES.waits, { decisions: link('/decisions'), juries: link('/jury-duty') })}</p>
<h2 class="heard">${say(NOTICES.all)}</h2>
${notices.map((one) => notice(one, say))}
<p class="caught-up">${say(notices.length === 0 ? NOTICES.nothing : NOTICES.thatIsAll)}</p>`,
  );
}

const words = (text: NoticeModel['text'], say: Say): Part =>
  typeof text === 'string' ? paragraphs(text) : text.map((one) => html`<p class="text">${told(one, say)}</p>`);

function notice({ kind, text, from, link, at }: NoticeModel, say: Say): Html {
  const its = say.text(NOTICE_KINDS[kind]);
  const name = html`<b>${from.name}</b>`;
  return html`<article class="post"><p class="by"><span class="kind">${its}</span> <span>${say(NOTICES.from, { name: from.path === undefined ? name : html`<a href="${href(from.path)}">${name}</a>` })}</span> ${time(at, say.language)}</p>${words(text, say)}${maybe(link, (path) => html`<p><a href="${href(path)}">${say(NOTICES.more, { kind: its, name: from.name })}</a></p>`)}</article>`;
}
