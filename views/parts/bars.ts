import type { Html, Part } from '../html.ts';
import { html } from '../html.ts';
import { BARS } from '../words/ballots.ts';
import { HEALTH } from '../words/health.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { type Across, across } from './across.ts';

/** One bar each, of a length true to its figure. */
export interface Bars {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly { readonly label: string; readonly count: number }[];
}

const WIDTH = 360;

/** Figures as bars, named in a title, and as a table beside it. All bars share one scale: the whole is the full width. */
export function bars({ id, title, figures }: Bars, say: Say = speaker('en')): Html {
  const whole = figures.reduce((sum, { count }) => sum + count, 0);
  const says = figures.map(({ label, count }) => `${label}: ${count}`).join(', ');
  const place = across(say, WIDTH);
  return html`<figure><svg class="figure" viewBox="0 0 ${WIDTH} ${figures.length * 52}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${title}. ${says}</title>${figures.map(
    ({ label, count }, at) => bar(label, count, whole, at * 52, place),
  )}</svg>
<details><summary>${say(HEALTH.asTable)}</summary><table><caption class="heard">${title}</caption><thead><tr><th scope="col">${say(BARS.answer)}</th><th scope="col">${say(BARS.votes)}</th></tr></thead><tbody>${figures.map(({ label, count }) => html`<tr><th scope="row">${label}</th><td>${count}</td></tr>`)}</tbody></table></details></figure>`;
}

function bar(label: string, count: number, whole: number, top: number, place: Across): Part {
  return html`<text class="strong" x="${place(0)}" y="${top + 16}">${count}</text><text x="${place(40)}" y="${top + 16}">${shortened(label)}</text>${line(share(count, whole), top + 24, place)}`;
}

/** A hairline track with its filled part. `part` is from 0 to 1. */
export function line(part: number, top: number, place: Across): Html {
  const long = Math.round(part * WIDTH * 10) / 10;
  return html`<rect class="track" x="0" y="${top}" width="${WIDTH}" height="14" rx="3"/><rect class="full" x="${place(0, long)}" y="${top}" width="${long}" height="14" rx="3"/>`;
}

/** A share from 0 to 1; of nothing it is nothing. */
export function share(count: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, count / whole)) : 0;
}

// A picture does not wrap its words; the table beside it has them whole.
function shortened(label: string): string {
  const signs = [...label];
  return signs.length > 42 ? `${signs.slice(0, 41).join('')}…` : label;
}
