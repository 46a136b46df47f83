import type { Html } from '../html.ts';
import { html } from '../html.ts';

/** Whom a decision about servers would touch, by server: numbers only, no names. */
export interface Touched {
  readonly organisation: string;
  readonly members: number;
  readonly follows: number;
  /** Of the last 90 days. */
  readonly posts: number;
}

/** A table, so that nobody has to guess what a decision would cut off. */
export function severance(rows: readonly Touched[]): Html {
  if (rows.length === 0) return html`<p><b>Whom it would touch:</b> nobody who is here now.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Whom it would touch"><table><caption>Whom it would touch, by server</caption><thead><tr><th scope="col">Server</th><th scope="col">Members</th><th scope="col">Follows</th><th scope="col">Posts in 90 days</th></tr></thead><tbody>${rows.map(
    ({ organisation, members, follows, posts }) =>
      html`<tr><th scope="row">${organisation}</th><td>${members}</td><td>${follows}</td><td>${posts}</td></tr>`,
  )}</tbody></table></div>`;
}
