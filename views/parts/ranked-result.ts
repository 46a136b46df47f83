import type { Html, Part } from '../html.ts';
import { html, maybe, nothing } from '../html.ts';
import type { RankedOption } from './ballot.ts';
import type { StvFlow } from './stv-flow.ts';
import { stvFlow } from './stv-flow.ts';

/** A counted vote between texts. */
export interface SchulzeResult {
  readonly kind: 'schulze';
  readonly options: readonly RankedOption[];
  /** The text that was adopted, in its words; none where everything stays as it is. */
  readonly winner?: string;
  /** `duels[a][b]`: ballots that put a before b. */
  readonly duels: readonly (readonly number[])[];
  /** Each text against the status quo: whether it could have been adopted. */
  readonly texts: readonly {
    readonly words: string;
    readonly yes: number;
    readonly no: number;
    readonly passed: boolean;
  }[];
}

/** A counted election. */
export interface StvResult extends StvFlow {
  readonly kind: 'stv';
  readonly seats: number;
  /** By name, in the order in which they were elected. */
  readonly elected: readonly string[];
  /** Those of them who could not take a seat, and why. */
  readonly notSeated?: readonly { readonly name: string; readonly why: string }[];
  /** Nominations are opened again for the seats that are left. */
  readonly reopened: boolean;
}

/** Each against each. */
export function schulzeResult({ options, duels, texts }: SchulzeResult): Html {
  return html`<h3>Against leaving everything as it is</h3><ul class="tests">${texts.map(
    ({ words, yes, no, passed }) =>
      html`<li><b>${passed ? 'Reached' : 'Not reached'}</b> ${words}: ${yes} rather have it, ${no} rather not.</li>`,
  )}</ul>
<h3>Each against each</h3><p>In each row, how many put this text before the one in the column, and how many after it. Of the texts that reached what they had to, the one wins that no other beats, directly or by a chain of duels that is stronger.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Each against each"><table><thead><tr><th scope="col">Text</th>${options.map(({ words }) => html`<th scope="col">${words}</th>`)}</tr></thead><tbody>${options.map(
    ({ words }, a) => html`<tr><th scope="row">${words}</th>${options.map((_, b) => duel(duels, a, b))}</tr>`,
  )}</tbody></table></div>`;
}

function duel(duels: SchulzeResult['duels'], a: number, b: number): Part {
  if (a === b) return html`<td><span class="heard">the same text</span></td>`;
  const [own, other] = [duels[a]?.[b] ?? 0, duels[b]?.[a] ?? 0];
  return own > other ? html`<td><b>${own} to ${other}</b></td>` : html`<td>${own} to ${other}</td>`;
}

/** Who was elected, and how the votes went from round to round. */
export function stvResult(model: StvResult): Html {
  const { elected, notSeated = [], seats, reopened } = model;
  const filled = elected.length - notSeated.length;
  return html`${elected.length === 0 ? html`<p>Nobody was elected.</p>` : html`<ol>${elected.map((name) => html`<li>${name}</li>`)}</ol>`}<p>${filled} of ${seats} ${seats === 1 ? 'seat' : 'seats'} filled.${notSeated.map(({ name, why }) => html` Passed over: ${name} (${why}).`)}${reopened ? ' Nominations are reopened for what is left.' : ''}</p>
${model.rounds.length === 0 ? nothing : html`<h3>Round by round</h3>${stvFlow(model)}`}`;
}

/** What the result of a ranked vote is, in a sentence. */
export function rankedWords(model: SchulzeResult | StvResult): Part {
  if (model.kind === 'schulze') {
    return maybe(model.winner, (words) => html` “${words}” won.`);
  }
  return model.elected.length === 0 ? '' : html` ${model.elected.join(', ')}.`;
}
