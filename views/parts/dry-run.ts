import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { share } from './bars.ts';
import type { Author } from './person.ts';
import { day, shortDay } from './time.ts';

/** What a rule would have done to the posts of the last ninety days. */
export interface DryRunModel {
  /** Whole sentences: how many posts, by how many authors, what would have become of them. */
  readonly says: readonly string[];
  /** What is not known, and what the numbers leave out, each in a sentence. */
  readonly notes: readonly string[];
  /** Posts that it would have been about, by week, the oldest first. */
  readonly byWeek: readonly { readonly from: Date; readonly posts: number }[];
  /** Where there are enough authors not to point at one. */
  readonly byOrganisation: readonly { readonly label: string; readonly posts: number }[];
  /** Posts that the viewer may see anyway. */
  readonly examples: readonly {
    readonly path: string;
    /** Its title, or how it begins. */
    readonly words: string;
    readonly author: Author;
    readonly at: Date;
  }[];
}

/** For members, before they vote: numbers, a picture with its table, examples. */
export function dryRun({ says, notes, byWeek, byOrganisation, examples }: DryRunModel): Html {
  const any = byWeek.some(({ posts }) => posts > 0);
  return html`<section class="dry-run"><h2>What it would have done</h2>${says.map((sentence) => html`<p>${sentence}</p>`)}
${any ? columns(byWeek) : nothing}
${byOrganisation.length === 0 ? nothing : html`<table><caption>By organisation</caption><thead><tr><th scope="col">Organisation</th><th scope="col">Posts</th></tr></thead><tbody>${byOrganisation.map(({ label, posts }) => html`<tr><th scope="row">${label}</th><td>${posts}</td></tr>`)}</tbody></table>`}
${examples.length === 0 ? nothing : html`<h3>Some of these posts</h3><ul>${examples.map(example)}</ul>`}
${notes.map((note) => html`<p class="who-sees">${note}</p>`)}</section>`;
}

function example({ path, words, author, at }: DryRunModel['examples'][number]): Part {
  return html`<li><a href="${href(path)}">${words}</a> <span class="aside">by ${author.name}${maybe(author.organisation, (name) => html`, ${name}`)}, ${day(at)}</span></li>`;
}

const WIDTH = 360;
const HEIGHT = 72;

/** One column a week, of a height true to its figure, and the same as a table. */
function columns(weeks: DryRunModel['byWeek']): Html {
  const most = Math.max(...weeks.map(({ posts }) => posts));
  const step = WIDTH / weeks.length;
  const says = weeks.map(({ from, posts }) => `${shortDay(from)}: ${posts}`).join(', ');
  const column = (posts: number, at: number): Part => {
    const height = Math.round(share(posts, most) * HEIGHT * 10) / 10;
    return html`<rect class="full" x="${rounded(at * step + 2)}" y="${rounded(HEIGHT - height + 14)}" width="${rounded(step - 4)}" height="${height}"/>${posts === 0 ? nothing : html`<text x="${rounded((at + 0.5) * step)}" y="${rounded(HEIGHT - height + 10)}" text-anchor="middle">${posts}</text>`}`;
  };
  return html`<figure><svg class="figure" viewBox="0 0 ${WIDTH} ${HEIGHT + 32}" role="img" aria-labelledby="dry-run-title"><title id="dry-run-title">Posts in each week. ${says}</title><line class="track" x1="0" y1="${HEIGHT + 14}" x2="${WIDTH}" y2="${HEIGHT + 14}"/>${weeks.map(({ posts }, at) => column(posts, at))}<text x="0" y="${HEIGHT + 30}">${maybe(weeks[0], ({ from }) => shortDay(from))}</text><text x="${WIDTH}" y="${HEIGHT + 30}" text-anchor="end">now</text></svg>
<details><summary>The same as a table</summary><table><caption class="heard">Posts in each week</caption><thead><tr><th scope="col">Week from</th><th scope="col">Posts</th></tr></thead><tbody>${weeks.map(({ from, posts }) => html`<tr><th scope="row">${day(from)}</th><td>${posts}</td></tr>`)}</tbody></table></details></figure>`;
}

const rounded = (number: number): number => Math.round(number * 10) / 10;
