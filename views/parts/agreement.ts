import type { Html, Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import { CHOICE } from '../words/ballots.ts';
import { HEALTH } from '../words/health.ts';
import { AGREEMENT } from '../words/rankings.ts';
import type { Say } from '../words/speaking.ts';
import { across } from './across.ts';
import { organisationTag } from './person.ts';

/** How many people of an organisation are for something, and how many against; `null`: several with few people each. */
export interface AgreementRow {
  readonly organisation: string | null;
  readonly yes: number;
  readonly no: number;
  /** Counted as turnout only. */
  readonly abstain?: number;
}

const WIDTH = 360;
const ROW = 46;
const MIDDLE = WIDTH / 2;

interface Sides {
  /** How the two sides are called: “Yes” and “No”, “agree” and “disagree”. */
  readonly words: { readonly yes: string; readonly no: string };
  readonly rows: readonly AgreementRow[];
}

/**
 * Who is for something and who against, organisation by organisation: Yes comes after the middle, No before it.
 * All lengths share one scale and are true to the figures.
 */
export function agreementMap(
  { id, title, words, rows }: Sides & { readonly id: string; readonly title: string },
  say: Say,
): Html {
  const most = Math.max(1, ...rows.flatMap(({ yes, no }) => [yes, no]));
  const place = across(say, WIDTH);
  const length = (count: number): number => Math.round((count / most) * MIDDLE * 10) / 10;
  const figures = ({ yes, no }: AgreementRow): string =>
    say.text(AGREEMENT.figures, { yes, forIt: words.yes, no, against: words.no });
  const says = rows.map((row) => `${nameOf(row, say)}: ${figures(row)}`).join('; ');
  const height = rows.length * ROW;
  return html`<svg class="figure map" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${title}. ${says}</title>${rows.map(
    (row, at) =>
      html`<text class="strong" x="${place(0)}" y="${at * ROW + 15}">${shortened(nameOf(row, say))}</text><text x="${place(WIDTH)}" y="${at * ROW + 15}" text-anchor="end">${figures(row)}</text><rect class="track" x="0" y="${at * ROW + 22}" width="${WIDTH}" height="14" rx="3"/><rect class="against" x="${place(MIDDLE - length(row.no), length(row.no))}" y="${at * ROW + 22}" width="${length(row.no)}" height="14"/><rect class="full" x="${place(MIDDLE, length(row.yes))}" y="${at * ROW + 22}" width="${length(row.yes)}" height="14"/>`,
  )}<line class="middle" x1="${MIDDLE}" y1="20" x2="${MIDDLE}" y2="${height - 8}"/></svg>`;
}

/** The same as a table. */
export function agreementTable({ label, words, rows }: Sides & { readonly label: string }, say: Say): Html {
  const abstained = rows.some(({ abstain }) => abstain !== undefined);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr><th scope="col">${say(AGREEMENT.organisation)}</th><th scope="col">${capital(words.yes)}</th><th scope="col">${capital(words.no)}</th>${abstained ? html`<th scope="col">${say(CHOICE.abstain)}</th>` : nothing}</tr></thead><tbody>${rows.map((row) => html`<tr><th scope="row">${row.organisation === null ? nameOf(row, say) : organisationTag(row.organisation)}</th><td>${row.yes}</td><td>${row.no}</td>${abstained ? html`<td>${row.abstain ?? 0}</td>` : nothing}</tr>`)}</tbody></table></div>`;
}

/** What members of different organisations say of replies in a discussion. */
export interface AgreementModel {
  /** So many replies there are. */
  readonly replies: number;
  /** The most agreed on across organisations, first. */
  readonly statements: readonly {
    readonly words: string;
    /** Where it stands in the discussion. */
    readonly path: string;
    readonly score: number;
    readonly cells: readonly { readonly organisation: string | null; readonly agree: number; readonly said: number }[];
  }[];
}

/** Advice, and labelled as such: it is never counted. */
export function agreement({ replies, statements }: AgreementModel, say: Say): Part {
  if (replies === 0) return nothing;
  const formula = html`<code dir="ltr">${'(agree + 1) / (said + 2)'}</code>`;
  return html`<section class="agreement"><h2>${say(AGREEMENT.title)}</h2>
${statements.length === 0 ? html`<p class="empty">${say(AGREEMENT.notEnough)}</p>` : html`<p>${say(AGREEMENT.advice)}</p>`}
${statements.map((one, at) => statement(one, at, say))}
${statements.length === 0 ? nothing : html`<details><summary>${say(AGREEMENT.how)}</summary><p>${say(AGREEMENT.howText, { formula })}</p></details>`}</section>`;
}

function statement({ words, path, score, cells }: AgreementModel['statements'][number], at: number, say: Say): Html {
  const rows = cells.map(({ organisation, agree, said }) => ({ organisation, yes: agree, no: said - agree }));
  const title = say.text(AGREEMENT.ofReply, { number: at + 1 });
  const sides = { yes: say.text(AGREEMENT.agree), no: say.text(AGREEMENT.disagree) };
  return html`<figure><blockquote><p class="text"><a href="${href(path)}">${words}</a></p></blockquote>
${agreementMap({ id: `agree-${at + 1}`, title, words: sides, rows }, say)}
<details><summary>${say(HEALTH.asTable)}</summary>${agreementTable({ label: title, words: sides, rows }, say)}<p class="hint">${say(AGREEMENT.score, { score: score.toFixed(2) })}</p></details></figure>`;
}

const nameOf = ({ organisation }: AgreementRow, say: Say): string => organisation ?? say.text(AGREEMENT.others);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// A picture does not wrap its words; the table has them whole.
function shortened(label: string): string {
  const signs = [...label];
  return signs.length > 22 ? `${signs.slice(0, 21).join('')}…` : label;
}
