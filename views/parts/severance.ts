import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { TOUCHED } from '../words/looking-ahead.ts';
import type { Say } from '../words/speaking.ts';

/** Whom a decision about servers would touch, by server: numbers only, no names. */
export interface Touched {
  readonly organisation: string;
  readonly members: number;
  readonly follows: number;
  /** Of the last 90 days. */
  readonly posts: number;
}

/** A table, so that nobody has to guess what a decision would cut off. */
export function severance(rows: readonly Touched[], say: Say): Html {
  if (rows.length === 0) return html`<p>${say(TOUCHED.nobody)}</p>`;
  const heads = [TOUCHED.server, TOUCHED.members, TOUCHED.follows, TOUCHED.posts];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say.text(TOUCHED.title)}"><table><caption>${say(TOUCHED.byServer)}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${say(head)}</th>`)}</tr></thead><tbody>${rows.map(
    ({ organisation, members, follows, posts }) =>
      html`<tr><th scope="row">${organisation}</th><td>${members}</td><td>${follows}</td><td>${posts}</td></tr>`,
  )}</tbody></table></div>`;
}
