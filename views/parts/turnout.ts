import type { Html, Part } from '../html.ts';
import { html, maybe } from '../html.ts';
import { line, share } from './bars.ts';
import { time } from './time.ts';

/** How many have voted: all that is told of a vote while it is open. */
export interface Turnout {
  readonly voted: number;
  readonly roll: number;
  /** So many have to vote, or it lapses. */
  readonly quorum?: number;
  /** While the vote is open: until when the count stays closed. */
  readonly until?: Date;
}

const WIDTH = 360;

/** Turnout as a line, with a mark at the quorum; and as a table beside it. */
export function turnout({ voted, roll, quorum, until }: Turnout): Html {
  const says = `${voted} of ${roll} members on the roll ${until ? 'have voted' : 'voted'}`;
  const needed = quorum === undefined ? '' : `; the quorum is ${quorum}`;
  const closed: Part = maybe(until, (at) => html` The count stays closed until ${time(at)}.`);
  const mark = maybe(quorum, (number) => {
    const x = Math.round(share(number, roll) * WIDTH * 10) / 10;
    return html`<line stroke="currentColor" x1="${x}" y1="0" x2="${x}" y2="22"/>`;
  });
  return html`<section><h2>Turnout</h2><figure><svg class="figure" viewBox="0 0 ${WIDTH} 22" role="img" aria-labelledby="turnout-title"><title id="turnout-title">${says}${needed}</title>${line(share(voted, roll), 4)}${mark}</svg><figcaption><b>${says}.</b>${maybe(quorum, (number) => html` The mark is the quorum, ${number}.`)}${closed}</figcaption>
<details><summary>The same as a table</summary><table><caption class="heard">Turnout</caption><tbody><tr><th scope="row">Voted</th><td>${voted}</td></tr>${maybe(quorum, (number) => html`<tr><th scope="row">Quorum</th><td>${number}</td></tr>`)}<tr><th scope="row">On the roll</th><td>${roll}</td></tr></tbody></table></details></figure></section>`;
}
