import type { Html, Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import { QUOTE } from '../words/post-parts.ts';
import { type Say, speaker } from '../words/speaking.ts';
import type { ContentsModel } from './contents.ts';
import { contents } from './contents.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';
import { time } from './time.ts';

/** A post inside another that quotes it; or, where it cannot be shown, why, and where it would be. */
export type QuoteModel =
  | { readonly state: Exclude<keyof typeof QUOTE, 'thePost'>; readonly at?: string }
  | (ContentsModel & {
      readonly path: string;
      readonly author: Author;
      readonly title?: string;
      readonly at: Date;
    });

export function quote(model: QuoteModel, say: Say = speaker('en')): Html {
  if ('state' in model) {
    return html`<blockquote><p class="who-sees">${say(QUOTE[model.state])}${maybe(model.at, (at): Part => html` <a href="${href(at)}" rel="nofollow noopener">${say(QUOTE.thePost)}</a>`)}</p></blockquote>`;
  }
  return html`<blockquote>
<p class="by">${byline(model.author)} <a class="when" href="${href(model.path)}">${time(model.at, say.language)}</a></p>
${maybe(model.title, (title) => html`<p><b>${title}</b></p>`)}${contents(model, say)}
</blockquote>`;
}
