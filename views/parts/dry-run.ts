import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { HEALTH } from '../words/health.ts';
import { DRY_RUN } from '../words/looking-ahead.ts';
import type { Say } from '../words/speaking.ts';
import { across } from './across.ts';
import { share } from './bars.ts';
import type { Author } from './person.ts';
import { day, shortDay } from './time.ts';

/** What a rule would have done to the posts of the last ninety days. */
export interface DryRunModel {
  /** Whole sentences in the page's language: how many posts, by how many authors, what would have become of them. */
  readonly says: readonly string[];
  /** What is not known, and what the numbers leave out, each in a sentence; in the page's language too. */
  readonly notes: readonly string[];
  /** Posts that it would have been about, by week, the oldest first. */
  readonly byWeek: readonly { readonly from: Date; readonly posts: number }[];
  /** Where there are enough authors not to point at one; `null`: several with few such authors each. */
  readonly byOrganisation: readonly { readonly organisation: string | null; readonly posts: number }[];
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
export function dryRun({ says, notes, byWeek, byOrganisation, examples }: DryRunModel, say: Say): Html {
  const any = byWeek.some(({ posts }) => posts > 0);
  return html`<section class="dry-run"><h2>${say(DRY_RUN.title)}</h2>${says.map((sentence) => html`<p>${sentence}</p>`)}
${any ? columns(byWeek, say) : nothing}
${byOrganisation.length === 0 ? nothing : html`<table><caption>${say(DRY_RUN.byOrganisation)}</caption><thead><tr><th scope="col">${say(DRY_RUN.organisation)}</th><th scope="col">${say(DRY_RUN.posts)}</th></tr></thead><tbody>${byOrganisation.map(({ organisation, posts }) => html`<tr><th scope="row">${organisation ?? say(DRY_RUN.rest)}</th><td>${posts}</td></tr>`)}</tbody></table>`}
${examples.length === 0 ? nothing : html`<h3>${say(DRY_RUN.some)}</h3><ul>${examples.map((one) => example(one, say))}</ul>`}
${notes.map((note) => html`<p class="who-sees">${note}</p>`)}</section>`;
}

function example({ path, words, author, at }: DryRunModel['examples'][number], say: Say): Part {
  const { name, organisation } = author;
  const when = day(at, say.language);
  const by =
    organisation === undefined
      ? say(DRY_RUN.by, { name, day: when })
      : say(DRY_RUN.byOf, { name, organisation, day: when });
  return html`<li><a href="${href(path)}">${words}</a> <span class="aside">${by}</span></li>`;
}

const WIDTH = 360;
const HEIGHT = 72;

/** One column a week, of a height true to its figure, and the same as a table. */
function columns(weeks: DryRunModel['byWeek'], say: Say): Html {
  const most = Math.max(...weeks.map(({ posts }) => posts));
  const step = WIDTH / weeks.length;
  const x = across(say, WIDTH);
  const says = weeks.map(({ from, posts }) => `${shortDay(from, say.language)}: ${posts}`).join(', ');
  const column = (posts: number, at: number): Part => {
    const height = Math.round(share(posts, most) * HEIGHT * 10) / 10;
    return html`<rect class="full" x="${rounded(x(at * step + 2, step - 4))}" y="${rounded(HEIGHT - height + 14)}" width="${rounded(step - 4)}" height="${height}"/>${posts === 0 ? nothing : html`<text x="${rounded(x((at + 0.5) * step))}" y="${rounded(HEIGHT - height + 10)}" text-anchor="middle">${posts}</text>`}`;
  };
  return html`<figure><svg class="figure map" viewBox="0 0 ${WIDTH} ${HEIGHT + 32}" role="img" aria-labelledby="dry-run-title"><title id="dry-run-title">${say(DRY_RUN.eachWeek)}. ${says}</title><line class="track" x1="0" y1="${HEIGHT + 14}" x2="${WIDTH}" y2="${HEIGHT + 14}"/>${weeks.map(({ posts }, at) => column(posts, at))}<text x="${x(0)}" y="${HEIGHT + 30}">${maybe(weeks[0], ({ from }) => shortDay(from, say.language))}</text><text x="${x(WIDTH)}" y="${HEIGHT + 30}" text-anchor="end">${say(DRY_RUN.now)}</text></svg>
<details><summary>${say(HEALTH.asTable)}</summary><table><caption class="heard">${say(DRY_RUN.eachWeek)}</caption><thead><tr><th scope="col">${say(DRY_RUN.weekFrom)}</th><th scope="col">${say(DRY_RUN.posts)}</th></tr></thead><tbody>${weeks.map(({ from, posts }) => html`<tr><th scope="row">${day(from, say.language)}</th><td>${posts}</td></tr>`)}</tbody></table></details></figure>`;
}

const rounded = (number: number): number => Math.round(number * 10) / 10;
