import type { Sentence } from '../../../server/community/said.ts';
import type { Html, Part } from '../../html.ts';
import { href, html, maybe, nothing, when } from '../../html.ts';
import type { Shell } from '../../layout.ts';
import { heading, sayIn } from '../../layout.ts';
import type { Form } from '../../parts/field.ts';
import { act, failed, field } from '../../parts/field.ts';
import { FORMS } from '../../words/forms.ts';
import { NOTEBOOK } from '../../words/notebook.ts';
import { SEEK } from '../../words/notebook-seek.ts';
import { link, type Say } from '../../words/speaking.ts';
import { told } from '../../words/told.ts';
import { foreign, notebookPage, outward } from './parts.ts';

export interface FeedModel {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** The page it is of. */
  readonly site?: string;
  readonly state: 'read' | 'waiting' | 'failing' | 'gone';
  /** Why it could not be read. */
  readonly why?: Sentence;
}

export interface FeedsModel {
  readonly shell: Shell;
  readonly form: Form<'address' | 'file'>;
  readonly feeds: readonly FeedModel[];
  /** People she follows and communities that she is part of. */
  readonly people: readonly { readonly name: string; readonly path: string }[];
}

/** What somebody follows, and how she follows more. */
export function feedsPage({ shell, form, feeds, people }: FeedsModel): Html {
  const say = sayIn(shell);
  return notebookPage(
    { shell, title: say.text(NOTEBOOK.follows), failed: failed(form) },
    html`${heading({ kind: say(NOTEBOOK.seek), title: say(NOTEBOOK.follows), lead: say(SEEK.followsLead) })}
<section><h2>${say(SEEK.addFeed)}</h2><form method="post" action="/notebook/feeds">
${field({ form, name: 'address', label: say(SEEK.address), hint: say(SEEK.addressHint), max: 2000, code: true, say })}
${act(say.text(SEEK.follow))}</form></section>
<section><h2>${say(SEEK.feeds)}</h2>
${feeds.length === 0 ? html`<p class="empty">${say(SEEK.noFeeds)}</p>` : html`<ul class="plain">${feeds.map((one) => feed(say, one))}</ul>`}</section>
<section><h2>${say(SEEK.people)}</h2>
${people.length === 0 ? html`<p class="empty">${say(SEEK.noPeople, { a: link('/communities') })}</p>` : html`<ul class="links">${people.map(({ name, path }) => html`<li><a href="${href(path)}">${foreign(name)}</a></li>`)}</ul>`}</section>
<section><h2>${say(SEEK.takeAlong)}</h2>
${when(feeds.length > 0, () => html`<p>${say(SEEK.opmlOut, { a: link('/notebook/feeds.opml') })}</p>`)}
<form method="post" action="/notebook/feeds/import" enctype="multipart/form-data">
${fileField(say, form)}
${act(say.text(SEEK.bring))}</form></section>`,
  );
}

function fileField(say: Say, { errors }: Form<'address' | 'file'>): Html {
  const wrong = maybe(
    errors.file,
    (text) =>
      html`<p class="error" id="file-error"><span class="heard">${say(FORMS.error)}</span>${told(text, say)}</p>`,
  );
  const by = errors.file === undefined ? 'file-hint' : 'file-hint file-error';
  return html`<div class="ask${errors.file === undefined ? '' : ' wrong'}"><label class="field" for="file">${say(SEEK.opmlIn)}</label><p class="hint" id="file-hint">${say(SEEK.opmlHint, { a: link('/you/import') })}</p>${wrong}<input id="file" name="file" type="file" accept=".opml,.xml,text/xml,text/x-opml" required aria-describedby="${by}"></div>`;
}

function feed(say: Say, { id, title, url, site, state, why }: FeedModel): Html {
  return html`<li class="entry"><h3 class="title">${outward(site ?? url, foreign(title))}</h3><p class="by"><span class="handle">${url}</span></p>${stateOf(say, state, why)}
<form method="post" action="/notebook/feeds/leave"><button class="plain" type="submit" name="feed" value="${id}">${say(SEEK.leave)}<span class="heard"> ${title}</span></button></form></li>`;
}

const STATES = { read: undefined, waiting: SEEK.notRead, failing: SEEK.failing, gone: SEEK.gone } as const;

function stateOf(say: Say, state: FeedModel['state'], why: Sentence | undefined): Part {
  const message = STATES[state];
  if (message === undefined) return nothing;
  return html`<p>${say(message)}${maybe(why, (text) => html` ${told(text, say)}`)}</p>`;
}
