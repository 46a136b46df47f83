import type { Html, Part } from '../html.ts';
import { flag, href, html, maybe, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import { act, choices, type Form, failed, field } from '../parts/field.ts';
import { SESSION } from '../words/learning.ts';
import { LINK_WORK } from '../words/new-session.ts';
import type { Say } from '../words/speaking.ts';
import type { FromWork } from './learning-session.ts';

export interface LinkWorkModel {
  readonly shell: Shell;
  /** The session's page. */
  readonly path: string;
  readonly title?: string;
  /** What was looked for, and what was found; absent: nothing was. */
  readonly words: string;
  readonly found?: readonly (FromWork & { readonly address: string })[];
  readonly form: Form<'thread' | 'address' | 'outcome' | 'text'>;
}

/** A thread is related to a session: found by its words, or named by its address. */
export function linkWorkPage(model: LinkWorkModel): Html {
  const { shell, path, form, words } = model;
  const say = sayIn(shell);
  const session = model.title ?? say.text(SESSION.untitled);
  const title = say.text(LINK_WORK.title, { title: session });
  const seeking = { values: { words }, errors: {} };
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: html`<a href="${href(path)}">${session}</a>`, title: say(SESSION.link), lead: say(LINK_WORK.lead) })}
<form method="get" action="${href(`${path}/work`)}" role="search">${field({ form: seeking, name: 'words', label: say(LINK_WORK.words), type: 'search', bare: true, autocomplete: 'off', max: 200, say })}
<button class="plain" type="submit">${say(LINK_WORK.find)}</button></form>
${when(model.found?.length === 0, () => html`<p class="empty" role="status">${say(LINK_WORK.noneFound)}</p>`)}
<form method="post" action="${href(`${path}/work`)}">
${when((model.found?.length ?? 0) > 0, () => which(model, say))}
${field({ form, name: 'address', label: say(LINK_WORK.address), bare: true, autocomplete: 'off', max: 500, code: true, say })}
${choices({ form, name: 'outcome', legend: say(LINK_WORK.outcome), options: outcomes(say), say })}
${field({ form, name: 'text', label: say(LINK_WORK.text), rows: 3, bare: true, autocomplete: 'off', max: 5000, say })}
${act(say.text(LINK_WORK.send))}</form>`,
  );
}

const outcomes = (say: Say) => [
  { value: 'worked', label: say.text(SESSION.worked) },
  { value: 'did-not-work', label: say.text(SESSION.didNotWork) },
];

function which({ found = [], form }: LinkWorkModel, say: Say): Part {
  const choice = (value: string, label: Part, at: number, hint?: string): Html =>
    html`<label class="choice"><input type="radio" id="thread-${at}" name="thread" value="${value}"${flag('checked', (form.values.thread ?? '') === value)}><span>${label}${maybe(hint, (text) => html`<small>${text}</small>`)}</span></label>`;
  return html`<fieldset class="ask"><legend>${say(LINK_WORK.which)}</legend>${found.map(({ address, title, author }, at) => choice(address, title, at, author.name))}${choice('', say(LINK_WORK.other), found.length)}</fieldset>`;
}
