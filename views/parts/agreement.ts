import type { Html, Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
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

/**
 * Who is for something and who against, organisation by organisation: Yes to the right of the middle, No to the left.
 * All lengths share one scale and are true to the figures.
 */
export function agreementMap({
  id,
  title,
  words,
  rows,
}: {
  readonly id: string;
  readonly title: string;
  /** How the two sides are called: “Yes” and “No”, “agree” and “disagree”. */
  readonly words: { readonly yes: string; readonly no: string };
  readonly rows: readonly AgreementRow[];
}): Html {
  const most = Math.max(1, ...rows.flatMap(({ yes, no }) => [yes, no]));
  const length = (count: number): number => Math.round((count / most) * MIDDLE * 10) / 10;
  const figures = ({ yes, no }: AgreementRow): string => `${yes} ${words.yes}, ${no} ${words.no}`;
  const says = rows.map((row) => `${nameOf(row)}: ${figures(row)}`).join('; ');
  const height = rows.length * ROW;
  return html`<svg class="figure map" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${title}. ${says}</title>${rows.map(
    (row, at) =>
      html`<text class="strong" x="0" y="${at * ROW + 15}">${shortened(nameOf(row))}</text><text x="${WIDTH}" y="${at * ROW + 15}" text-anchor="end">${figures(row)}</text><rect class="track" x="0" y="${at * ROW + 22}" width="${WIDTH}" height="14" rx="3"/><rect class="against" x="${MIDDLE - length(row.no)}" y="${at * ROW + 22}" width="${length(row.no)}" height="14"/><rect class="full" x="${MIDDLE}" y="${at * ROW + 22}" width="${length(row.yes)}" height="14"/>`,
  )}<line class="middle" x1="${MIDDLE}" y1="20" x2="${MIDDLE}" y2="${height - 8}"/></svg>`;
}

/** The same as a table. */
export function agreementTable({
  label,
  words,
  rows,
}: {
  readonly label: string;
  readonly words: { readonly yes: string; readonly no: string };
  readonly rows: readonly AgreementRow[];
}): Html {
  const abstained = rows.some(({ abstain }) => abstain !== undefined);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr><th scope="col">Organisation</th><th scope="col">${capital(words.yes)}</th><th scope="col">${capital(words.no)}</th>${abstained ? html`<th scope="col">Abstain</th>` : nothing}</tr></thead><tbody>${rows.map((row) => html`<tr><th scope="row">${row.organisation === null ? nameOf(row) : organisationTag(row.organisation)}</th><td>${row.yes}</td><td>${row.no}</td>${abstained ? html`<td>${row.abstain ?? 0}</td>` : nothing}</tr>`)}</tbody></table></div>`;
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

const WORDS = { yes: 'agree', no: 'disagree' } as const;

/** Advice, and labelled as such: it is never counted. */
export function agreement({ replies, statements }: AgreementModel): Part {
  if (replies === 0) return nothing;
  return html`<section class="agreement"><h2>What people of different organisations agree on</h2>
${statements.length === 0 ? html`<p class="empty">Not enough people of different organisations have said yet what they like in the discussion.</p>` : html`<p>Replies in the discussion that members of different organisations like. This is advice only: nothing is counted or decided by it.</p>`}
${statements.map(statement)}
${statements.length === 0 ? nothing : html`<details><summary>How this is found</summary><p>A like counts as agreeing, a dislike as disagreeing, by members alone. For each organisation we take the share that agrees, ${'(agree + 1) / (said + 2)'}, and multiply the shares: so a reply that two organisations like is ahead of one that a large one alone likes. Who has only read it we do not know, because nobody here is watched while reading. Organisations of which fewer than three people said something are put together.</p></details>`}</section>`;
}

function statement({ words, path, score, cells }: AgreementModel['statements'][number], at: number): Html {
  const rows = cells.map(({ organisation, agree, said }) => ({ organisation, yes: agree, no: said - agree }));
  const title = `What is said of reply ${at + 1}`;
  return html`<figure><blockquote><p class="text"><a href="${href(path)}">${words}</a></p></blockquote>
${agreementMap({ id: `agree-${at + 1}`, title, words: WORDS, rows })}
<details><summary>The same as a table</summary>${agreementTable({ label: title, words: WORDS, rows })}<p class="hint">Score ${score.toFixed(2)}, of 1 at most.</p></details></figure>`;
}

const nameOf = ({ organisation }: AgreementRow): string => organisation ?? 'Others together';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// A picture does not wrap its words; the table has them whole.
function shortened(label: string): string {
  const signs = [...label];
  return signs.length > 22 ? `${signs.slice(0, 21).join('')}…` : label;
}
