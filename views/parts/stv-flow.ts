import type { Html, Part } from '../html.ts';
import { html } from '../html.ts';
import { RANKING } from '../words/rankings.ts';
import type { Say } from '../words/speaking.ts';
import { type Across, across } from './across.ts';
import { optionWords, type RankedOption } from './ballot.ts';

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
  /** What happened at its end: who was elected, by name; else who was excluded, if anybody was. */
  readonly elected: readonly string[];
  readonly excluded?: string;
}

const WIDTH = 360;
const ROW = 58;
const BAR = 26;

/** A bar per round, a part of it for each who stands; bands lead from each part to the same one's in the next round. */
export function stvFlow({ options, rounds }: StvFlow, say: Say): Html {
  const height = Math.max(BAR, (rounds.length - 1) * ROW + BAR);
  const nth = (at: number): string => say.text(RANKING.round, { number: at + 1 });
  const ends = rounds.map((round) => whatHappened(round, say));
  const says = ends.map((end, at) => `${nth(at)}: ${end}`).join('. ');
  const places = rounds.map((round) => placesIn(round, across(say, WIDTH)));
  return html`<figure><svg class="figure flow" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="flow-title"><title id="flow-title">${say(RANKING.flow)} ${says}</title>${places.map(
    (row, at) => [
      row.map((place, number) => band(place, places[at + 1]?.[number], at * ROW + BAR)),
      bar(row, at * ROW),
    ],
  )}</svg><figcaption>${say(RANKING.flowNote)}</figcaption>
<div class="scroll" tabindex="0" role="region" aria-label="${say.text(RANKING.votesByRound)}"><table><thead><tr><th scope="col">${say(RANKING.numberAndName)}</th>${rounds.map((_, at) => html`<th scope="col">${nth(at)}</th>`)}</tr></thead><tbody>${options.map(
    (one, number) =>
      html`<tr><th scope="row">${number + 1}. ${optionWords(one, say)}</th>${rounds.map(({ votes }) => html`<td>${inVotes(votes[number] ?? 0)}</td>`)}</tr>`,
  )}<tr><th scope="row">${say(RANKING.exhausted)}</th>${rounds.map(({ exhausted }) => html`<td>${inVotes(exhausted)}</td>`)}</tr><tr><th scope="row">${say(RANKING.quota)}</th>${rounds.map(({ quota }) => html`<td>${inVotes(quota)}</td>`)}</tr><tr><th scope="row">${say(RANKING.atItsEnd)}</th>${ends.map((end) => html`<td>${end}</td>`)}</tr></tbody></table></div></figure>`;
}

function whatHappened({ elected, excluded }: StvFlowRound, say: Say): string {
  const names = elected.join(say.language === 'ar' ? '، ' : ', ');
  if (elected.length > 0) return say.text(RANKING.wasElected, { names });
  return excluded === undefined ? say.text(RANKING.unchanged) : say.text(RANKING.wasExcluded, { name: excluded });
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placesIn({ votes, exhausted }: StvFlowRound, place: Across): readonly Place[] {
  const whole = votes.reduce((sum, one) => sum + one, exhausted);
  let before = 0;
  return votes.map((one) => {
    const from = before;
    const wide = whole > 0 ? (one / whole) * WIDTH : 0;
    before += wide;
    const left = place(from, wide);
    return { from: left, to: left + wide };
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
