import type { Html, Part } from '../html.ts';
import { html, maybe } from '../html.ts';
import { line, share } from './bars.ts';
import { time } from './time.ts';

/** How many have voted: all that is told of a vote while it is open. */
export interface Turnout {
  readonly voted: number;
  readonly roll: number;
  /** While the vote is open: until when the count stays closed. */
  readonly until?: Date;
}

export function turnout({ voted, roll, until }: Turnout): Html {
  const says = `${voted} of ${roll} members on the roll ${until ? 'have voted' : 'voted'}`;
  const closed: Part = maybe(until, (at) => html` The count stays closed until ${time(at)}.`);
  return html`<section><h2>Turnout</h2><figure><svg class="figure" viewBox="0 0 360 22" role="img" aria-labelledby="turnout-title"><title id="turnout-title">${says}</title>${line(share(voted, roll), 4)}</svg><figcaption><b>${says}.</b>${closed}</figcaption></figure></section>`;
}
