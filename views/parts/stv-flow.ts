import type { Html, Part } from '../html.ts';
import { html } from '../html.ts';
import type { RankedOption } from './ballot.ts';

/** How votes went from round to round of an election. Votes are in billionths of a vote. */
export interface StvFlow {
  readonly options: readonly RankedOption[];
  readonly rounds: readonly StvFlowRound[];
}

export interface StvFlowRound {
  readonly votes: readonly number[];
  readonly quota: number;
  /** Votes that name nobody any more who could use them. */
  readonly exhausted: number;
  /** What happened at its end: “Ana elected”. */
  readonly said: string;
}

const WIDTH = 360;
const ROW = 58;
const BAR = 26;

/** A bar per round, a part of it for each who stands; bands lead from each part to the same one's in the next round. */
export function stvFlow({ options, rounds }: StvFlow): Html {
  const height = Math.max(BAR, (rounds.length - 1) * ROW + BAR);
  const says = rounds.map(({ said }, at) => `Round ${at + 1}: ${said}`).join('. ');
  const places = rounds.map(placesIn);
  return html`<figure><svg class="figure flow" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="flow-title"><title id="flow-title">How the votes went. ${says}</title>${places.map(
    (row, at) => [
      row.map((place, number) => band(place, places[at + 1]?.[number], at * ROW + BAR)),
      bar(row, at * ROW),
    ],
  )}</svg><figcaption>Each bar is a round, from the first at the top to the last. Each part of it is somebody who stands, by the number below; what is left over at the right names nobody any more.</figcaption>
<div class="scroll" tabindex="0" role="region" aria-label="Votes round by round"><table><thead><tr><th scope="col">Number and name</th>${rounds.map((_, at) => html`<th scope="col">Round ${at + 1}</th>`)}</tr></thead><tbody>${options.map(
    ({ words }, number) =>
      html`<tr><th scope="row">${number + 1}. ${words}</th>${rounds.map(({ votes }) => html`<td>${inVotes(votes[number] ?? 0)}</td>`)}</tr>`,
  )}<tr><th scope="row">Naming nobody any more</th>${rounds.map(({ exhausted }) => html`<td>${inVotes(exhausted)}</td>`)}</tr><tr><th scope="row">Needed to be elected</th>${rounds.map(({ quota }) => html`<td>${inVotes(quota)}</td>`)}</tr><tr><th scope="row">At its end</th>${rounds.map(({ said }) => html`<td>${said}</td>`)}</tr></tbody></table></div></figure>`;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placesIn({ votes, exhausted }: StvFlowRound): readonly Place[] {
  const whole = votes.reduce((sum, one) => sum + one, exhausted);
  let before = 0;
  return votes.map((one) => {
    const from = before;
    before += whole > 0 ? (one / whole) * WIDTH : 0;
    return { from, to: before };
  });
}

function bar(row: readonly Place[], top: number): Part {
  return [
    html`<rect class="track" x="0" y="${top}" width="${WIDTH}" height="${BAR}"/>`,
    row.map(({ from, to }, number) => {
      if (to - from < 0.05) return '';
      const label =
        to - from > 18
          ? html`<text class="strong" x="${tenth((from + to) / 2)}" y="${top + 18}" text-anchor="middle">${number + 1}</text>`
          : '';
      return html`<rect fill="none" stroke="currentColor" x="${tenth(from)}" y="${top}" width="${tenth(to - from)}" height="${BAR}"/>${label}`;
    }),
  ];
}

function band(upper: Place, lower: Place | undefined, top: number): Part {
  if (lower === undefined || (upper.to - upper.from < 0.05 && lower.to - lower.from < 0.05)) return '';
  const below = top + ROW - BAR;
  return html`<polygon fill="currentColor" opacity="0.15" points="${tenth(upper.from)},${top} ${tenth(upper.to)},${top} ${tenth(lower.to)},${below} ${tenth(lower.from)},${below}"/>`;
}

const tenth = (length: number): number => Math.round(length * 10) / 10;

/** To a hundredth of a vote; the record has them all. */
const inVotes = (billionths: number): string => (billionths / 1e9).toFixed(2).replace(/\.00$/, '');
