import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { KIND_NAMES } from '../words/kinds.ts';
import { RELATED } from '../words/posts.ts';
import { link, type Say, speaker } from '../words/speaking.ts';
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
  readonly later?: RelatedPost & { readonly title?: string };
  /** Who tried what it says, and what came of it. */
  readonly trials: readonly (RelatedPost & { readonly came?: 'works' | 'doesnotwork' })[];
}

/** What stands above a post: what puts it right, and what comes in its place. */
export function above({ corrections, later }: RelatedModel, say: Say = speaker('en')): Part {
  return html`${maybe(later, (one) => html`<p class="note">${supersededBy(one, say)}</p>`)}${corrections.map((one) => correction(one, say))}`;
}

function supersededBy({ path, at, author, title }: NonNullable<RelatedModel['later']>, say: Say): Part {
  const named = title ?? say.text(RELATED.whatSheWrote, { name: author.name });
  return say(RELATED.superseded, { time: time(at, say.language), title: named, a: link(path) });
}

function correction(model: RelatedModel['corrections'][number], say: Say): Html {
  const { key, path, author, at, putBack } = model;
  return html`<div class="note" role="group" aria-labelledby="c-${key}"><p class="by"><b id="c-${key}">${say(KIND_NAMES.correction)}</b> ${byline(author)} <a class="when" href="${href(path)}">${time(at, say.language)}</a></p>${contents(model, say)}${maybe(putBack, (to) => takes({ path: to, key, up: false }, say))}</div>
`;
}

/** What stands below a post: everybody who tried it. */
export function below({ trials }: RelatedModel, say: Say = speaker('en')): Part {
  if (trials.length === 0) return nothing;
  return html`<div class="trials"><p class="kind">${say(RELATED.triedBy)}</p><ul class="plain">${trials.map(
    ({ path, author, at, came }) =>
      html`<li><a href="${href(path)}">${author.name}</a>${maybe(author.organisation, (organisation) => html` <span class="org">${organisation}</span>`)}, ${time(at, say.language)}${maybe(came, (what) => html`: <b>${say(RELATED[what])}</b>`)}</li>`,
  )}</ul></div>
`;
}

/** The author of a post puts an answer above it as a correction, or takes it down again. */
export function takes(
  { path, key, up }: { readonly path: string; readonly key: string; readonly up: boolean },
  say: Say = speaker('en'),
): Html {
  return html`<form method="post" action="${href(path)}"><input type="hidden" name="correction" value="${key}"><button class="plain" type="submit" name="takes" value="${up ? 'yes' : 'no'}">${say(up ? RELATED.putAbove : RELATED.takeDown)}</button></form>`;
}

/** Where a part of a thread has gone: it stands where the part stood, and old addresses lead to it. */
export interface MovedModel {
  readonly key: string;
  readonly path: string;
  readonly title?: string;
  readonly at: Date;
}

/** Also the keys of a merged thread stay on its page. */
export function movedOn({ key, path, title, at }: MovedModel, say: Say = speaker('en')): Html {
  const named = title ?? say.text(RELATED.untitled);
  return html`<p class="note" id="p-${key}">${say(RELATED.movedOn, { time: time(at, say.language), title: named, a: link(path) })}</p>
`;
}
