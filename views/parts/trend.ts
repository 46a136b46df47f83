import type { Html, Part } from '../html.ts';
import { html, when } from '../html.ts';
import { HEALTH } from '../words/health.ts';
import { directionOf } from '../words/language.ts';
import type { Say } from '../words/speaking.ts';

/** Shares from 0 to 1 over the same months, oldest first; `null` where one is not told. */
export interface Trend {
  readonly months: readonly string[];
  readonly lines: readonly { readonly title: string; readonly shares: readonly (number | null)[] }[];
}

const WIDTH = 380;
const TALL = 44;
const ROW = 78;

/** One line under the other, all on the same scale, and as a table. */
export function trend({ months, lines }: Trend, say: Say): Html {
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' });
  const shown = (share: number | null | undefined): string =>
    typeof share === 'number' ? percent.format(share) : say.text(HEALTH.untold);
  const says = lines.map(({ title, shares }) => `${title}: ${shown(shares.at(-1))}`);
  const x = (left: number): number => (directionOf(say.language) === 'rtl' ? WIDTH - left : left);
  return html`<figure><svg class="figure map arcs" viewBox="0 0 ${WIDTH} ${lines.length * ROW}" role="img" aria-labelledby="trend-title"><title id="trend-title">${[say.text(HEALTH.trend), ...says].join('. ')}</title>${lines.map(
    ({ title, shares }, at) => line(x, { title, now: shown(shares.at(-1)), shares }, at * ROW),
  )}</svg><figcaption>${say(HEALTH.trendNote)}</figcaption>
<details><summary>${say(HEALTH.asTable)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say.text(HEALTH.trend)}"><table><thead><tr><th scope="col">${say(HEALTH.month)}</th>${lines.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${months.map(
    (month, at) =>
      html`<tr><th scope="row">${month}</th>${lines.map(({ shares }) => html`<td>${shown(shares[at])}</td>`)}</tr>`,
  )}</tbody></table></div></details></figure>`;
}

interface Line {
  readonly title: string;
  /** The last share, in words. */
  readonly now: string;
  readonly shares: readonly (number | null)[];
}

function line(across: (left: number) => number, { title, now, shares }: Line, top: number): Part {
  const points = shares.map((share, at) => ({
    x: tenth(across(6 + (at * (WIDTH - 12)) / Math.max(1, shares.length - 1))),
    y: share === null ? null : tenth(top + 24 + TALL * (1 - share)),
  }));
  let path = '';
  points.forEach(({ x, y }, at) => {
    if (y !== null) path += `${typeof points[at - 1]?.y === 'number' ? 'L' : 'M'}${x} ${y}`;
  });
  const foot = top + 24 + TALL;
  return html`<text x="${across(0)}" y="${top + 14}">${title}</text><text class="strong" x="${across(WIDTH)}" y="${top + 14}" text-anchor="end">${now}</text><line class="track" x1="0" x2="${WIDTH}" y1="${foot}" y2="${foot}"/>${when(path !== '', () => html`<path d="${path}" fill="none" stroke="currentColor" stroke-width="2.5"/>`)}${points.map(({ x, y }) => (y === null ? '' : html`<circle class="now" cx="${x}" cy="${y}" r="3"/>`))}`;
}

const tenth = (length: number): number => Math.round(length * 10) / 10;
