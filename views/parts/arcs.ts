import type { Html, Part } from '../html.ts';
import { html } from '../html.ts';
import { HEALTH } from '../words/health.ts';
import { directionOf } from '../words/language.ts';
import type { Say } from '../words/speaking.ts';

/** A network as it is drawn: who is in it, and who has to do with whom, through at least how many people. */
export interface Arcs {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly knots: readonly { readonly name: string; readonly people: number }[];
  readonly ties: readonly { readonly one: string; readonly other: string; readonly people: number }[];
}

const WIDTH = 380;
const ROW = 34;
/** Arcs keep to the left of this line, names to its right. */
const LINE = 132;
/** More of them would be a thicket; the table has them all. */
const MOST_DRAWN = 16;

/** Names below each other, in an order that keeps arcs short; an arc for each tie. The same for the same network. */
export function arcs({ id, title, note, knots, ties }: Arcs, say: Say): Html {
  if (knots.length === 0) return html`<p class="empty">${say(HEALTH.noPicture)}</p>`;
  const drawn = ordered(knots.toSorted((a, b) => b.people - a.people).slice(0, MOST_DRAWN), ties);
  const heightOf = new Map(drawn.map(({ name }, at) => [name, at * ROW + ROW / 2]));
  const says = ties.slice(0, 12).map(({ one, other }) => say.text(HEALTH.isPart, { one, other }));
  // Where one reads from the right, the names stand to the left of the line.
  const x = (left: number): number => (directionOf(say.language) === 'rtl' ? WIDTH - left : left);
  return html`<figure><svg class="figure map arcs" viewBox="0 0 ${WIDTH} ${drawn.length * ROW}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${[title, ...says].join('. ')}</title>${ties.map((tie) => arc(x, heightOf.get(tie.one), heightOf.get(tie.other), tie.people))}${drawn.map(
    ({ name, people }) => knot(x, { name, people }, heightOf.get(name) ?? 0),
  )}</svg><figcaption>${note}</figcaption>
<details><summary>${say(HEALTH.asTable)}</summary>${table({ id, title, note, knots, ties }, say)}</details></figure>`;
}

type Across = (left: number) => number;

function arc(x: Across, from: number | undefined, to: number | undefined, people: number): Part {
  if (from === undefined || to === undefined) return '';
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)];
  const tall = (bottom - top) / 2;
  const bulge = x(0) === 0 ? 0 : 1;
  return html`<path d="M${x(LINE)} ${top}A${Math.min(tall, LINE - 12)} ${tall} 0 0 ${bulge} ${x(LINE)} ${bottom}" fill="none" stroke="currentColor" opacity="0.6" stroke-width="${strength(people)}"/>`;
}

const knot = (x: Across, { name, people }: Arcs['knots'][number], y: number): Part =>
  html`<circle class="now" cx="${x(LINE)}" cy="${y}" r="${4 + strength(people)}"/><text class="strong" x="${x(LINE + 20)}" y="${y + 5}">${shortened(name)}</text>`;

/** Each step (8, 16, 32, 64 … people) is a little wider. */
const strength = (people: number): number => Math.min(8, 1.5 + 1.25 * Math.max(0, Math.log2(people / 8)));

/** Neighbours change places as long as that makes the arcs shorter, wide ones above all. */
function ordered(knots: Arcs['knots'], ties: Arcs['ties']): Arcs['knots'] {
  let best = [...knots];
  const lengthOf = (order: Arcs['knots']): number => {
    const at = new Map(order.map(({ name }, place) => [name, place]));
    return ties.reduce((sum, { one, other, people }) => {
      const [a, b] = [at.get(one), at.get(other)];
      return a === undefined || b === undefined ? sum : sum + Math.abs(a - b) * people;
    }, 0);
  };
  let length = lengthOf(best);
  for (let round = 0; round < knots.length; round++) {
    const before = length;
    for (let at = 0; at + 1 < best.length; at++) {
      const tried = best.with(at, best[at + 1] as never).with(at + 1, best[at] as never);
      const now = lengthOf(tried);
      if (now < length) [best, length] = [tried, now];
    }
    if (length === before) break;
  }
  return best;
}

function table({ title, knots, ties }: Arcs, say: Say): Html {
  const atLeast = (people: number) => say(HEALTH.atLeast, { people });
  return html`<table><caption class="heard">${title}</caption><thead><tr><th scope="col">${say(HEALTH.who)}</th><th scope="col">${say(HEALTH.withWhom)}</th><th scope="col">${say(HEALTH.people)}</th></tr></thead><tbody>${knots.map(({ name, people }) => html`<tr><th scope="row">${name}</th><td></td><td>${atLeast(people)}</td></tr>`)}${ties.map(({ one, other, people }) => html`<tr><th scope="row">${one}</th><td>${other}</td><td>${atLeast(people)}</td></tr>`)}</tbody></table>`;
}

/** A picture does not wrap its words. */
function shortened(name: string): string {
  const signs = [...name];
  return signs.length > 28 ? `${signs.slice(0, 27).join('')}…` : name;
}
