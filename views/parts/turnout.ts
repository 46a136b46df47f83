import type { Html } from '../html.ts';
import { html, maybe } from '../html.ts';
import { TURNOUT } from '../words/ballots.ts';
import { HEALTH } from '../words/health.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { across } from './across.ts';
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
export function turnout({ voted, roll, quorum, until }: Turnout, say: Say = speaker('en')): Html {
  const says = say.text(until ? TURNOUT.haveVoted : TURNOUT.didVote, { voted, roll });
  const title = quorum === undefined ? says : say.text(TURNOUT.andQuorum, { says, quorum });
  const place = across(say, WIDTH);
  const mark = maybe(quorum, (number) => {
    const x = Math.round(place(share(number, roll) * WIDTH) * 10) / 10;
    return html`<line stroke="currentColor" x1="${x}" y1="0" x2="${x}" y2="22"/>`;
  });
  const told = [
    html`<b>${says}.</b>`,
    maybe(quorum, (number) => html` ${say(TURNOUT.mark, { quorum: number })}`),
    maybe(until, (at) => html` ${say(TURNOUT.closed, { time: time(at, say.language) })}`),
  ];
  return html`<section><h2>${say(TURNOUT.title)}</h2><figure><svg class="figure" viewBox="0 0 ${WIDTH} 22" role="img" aria-labelledby="turnout-title"><title id="turnout-title">${title}</title>${line(share(voted, roll), 4, place)}${mark}</svg><figcaption>${told}</figcaption>
<details><summary>${say(HEALTH.asTable)}</summary><table><caption class="heard">${say(TURNOUT.title)}</caption><tbody><tr><th scope="row">${say(TURNOUT.voted)}</th><td>${voted}</td></tr>${maybe(quorum, (number) => html`<tr><th scope="row">${say(TURNOUT.quorum)}</th><td>${number}</td></tr>`)}<tr><th scope="row">${say(TURNOUT.roll)}</th><td>${roll}</td></tr></tbody></table></details></figure></section>`;
}
