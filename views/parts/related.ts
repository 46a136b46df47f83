import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { contents } from './contents.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';
import { time } from './time.ts';

/** Another post, as the one it is related to names it. */
export interface RelatedPost {
  readonly key: string;
  readonly path: string;
  readonly author: Author;
  readonly at: Date;
}

/** What other posts say about one. */
export interface RelatedModel {
  /** Shown above it, oldest first; `putBack`: where its author takes one down again. */
  readonly corrections: readonly (RelatedPost & { readonly sanitisedHtml: string; readonly putBack?: string })[];
  /** The later post that comes in its place. */
  readonly later?: RelatedPost & { readonly title: string };
  /** Who tried what it says, and what came of it. */
  readonly trials: readonly (RelatedPost & { readonly came?: string })[];
}

/** What stands above a post: what puts it right, and what comes in its place. */
export function above({ corrections, later }: RelatedModel): Part {
  return html`${maybe(later, ({ path, title, at }) => html`<p class="note"><b>Superseded</b> on ${time(at)} by <a href="${href(path)}">${title}</a>.</p>`)}${corrections.map(correction)}`;
}

function correction(model: RelatedModel['corrections'][number]): Html {
  const { key, path, author, at, putBack } = model;
  return html`<div class="note" role="group" aria-labelledby="c-${key}"><p class="by"><b id="c-${key}">Correction</b> ${byline(author)} <a class="when" href="${href(path)}">${time(at)}</a></p>${contents(model)}${maybe(putBack, (to) => takes(to, key, false))}</div>
`;
}

/** What stands below a post: everybody who tried it. */
export function below({ trials }: RelatedModel): Part {
  if (trials.length === 0) return nothing;
  return html`<div class="trials"><p class="kind">Tried by</p><ul class="plain">${trials.map(
    ({ path, author, at, came }) =>
      html`<li><a href="${href(path)}">${author.name}</a>${maybe(author.organisation, (organisation) => html` <span class="org">${organisation}</span>`)}, ${time(at)}${maybe(came, (what) => html`: <b>${what}</b>`)}</li>`,
  )}</ul></div>
`;
}

/** The author of a post puts an answer above it as a correction, or takes it down again. */
export function takes(path: string, key: string, up: boolean): Html {
  return html`<form method="post" action="${href(path)}"><input type="hidden" name="correction" value="${key}"><button class="plain" type="submit" name="takes" value="${up ? 'yes' : 'no'}">${up ? 'Put it above my post' : 'Take it down'}</button></form>`;
}

/** Where a part of a thread has gone: it stands where the part stood, and old addresses lead to it. */
export interface MovedModel {
  readonly key: string;
  readonly path: string;
  readonly title: string;
  readonly at: Date;
}

/** Also the keys of a merged thread stay on its page. */
export const movedOn = ({ key, path, title, at }: MovedModel): Html =>
  html`<p class="note" id="p-${key}">A part of this thread went to a thread of its own on ${time(at)}: <a href="${href(path)}">${title}</a>.</p>
`;
