import type { Html } from '../html.ts';
import { href, html, maybe, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { time } from '../parts/time.ts';

export interface NoticeModel {
  readonly kind: 'receipt' | 'refusal' | 'statement-of-reasons' | 'welcome' | 'result' | 'message' | 'look-back';
  /** Plain sentences, separated by blank lines. */
  readonly text: string;
  readonly from: { readonly name: string; readonly path?: string };
  readonly link?: string;
  readonly at: Date;
}

export interface NoticesModel {
  readonly shell: Shell;
  /** Newest first. */
  readonly notices: readonly NoticeModel[];
}

const KINDS = {
  receipt: 'receipt',
  refusal: 'not accepted',
  'statement-of-reasons': 'statement of reasons',
  welcome: 'welcome',
  result: 'result',
  message: 'message',
  'look-back': 'look back',
} as const;

/** What communities told the viewer. Nothing is counted, nothing is marked as read. */
export function noticesPage({ shell, notices }: NoticesModel): Html {
  return page(
    { shell, title: 'Notices' },
    html`${heading({ title: 'Notices', lead: 'What your communities told you. Only you are shown this.' })}
<p>What waits for you stands under <a href="/decisions">Decisions</a> and <a href="/jury-duty">Jury duty</a>.</p>
<h2 class="heard">All notices</h2>
${notices.map(notice)}
<p class="caught-up">${notices.length === 0 ? 'Nothing yet.' : 'That is all.'}</p>`,
  );
}

function notice({ kind, text, from, link, at }: NoticeModel): Html {
  const name = html`<b>${from.name}</b>`;
  return html`<article class="post"><p class="by"><span class="kind">${KINDS[kind]}</span> <span>from ${from.path === undefined ? name : html`<a href="${href(from.path)}">${name}</a>`}</span> ${time(at)}</p>${paragraphs(text)}${maybe(link, (path) => html`<p><a href="${href(path)}">More about it<span class="heard">: ${KINDS[kind]} from ${from.name}</span></a></p>`)}</article>`;
}
