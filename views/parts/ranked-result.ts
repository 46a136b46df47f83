import type { Html, Part } from '../html.ts';
import { html, maybe, nothing } from '../html.ts';
import { RANKING } from '../words/rankings.ts';
import { RESULT } from '../words/results.ts';
import type { Say } from '../words/speaking.ts';
import { optionWords, type RankedOption } from './ballot.ts';
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

/** Why somebody who was elected did not take a seat (server/governance/events/roles.ts). */
export type NotSeated = 'organisation-full' | 'no-longer-a-member' | 'too-many-terms' | 'no-seat-left';

/** A counted election. */
export interface StvResult extends StvFlow {
  readonly kind: 'stv';
  readonly seats: number;
  /** By name, in the order in which they were elected. */
  readonly elected: readonly string[];
  /** Those of them who could not take a seat, and why. */
  readonly notSeated?: readonly { readonly name: string; readonly skipped: NotSeated }[];
  /** Nominations are opened again for the seats that are left. */
  readonly reopened: boolean;
}

/** Each against each. */
export function schulzeResult({ options, duels, texts }: SchulzeResult, say: Say): Html {
  return html`<h3>${say(RANKING.againstAll)}</h3><ul class="tests">${texts.map(
    ({ words, yes, no, passed }) =>
      html`<li><b>${say(passed ? RESULT.reached : RESULT.notReached)}</b> ${say(RANKING.rather, { text: words, yes, no })}</li>`,
  )}</ul>
<h3>${say(RANKING.each)}</h3><p>${say(RANKING.eachText)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${say.text(RANKING.each)}"><table><thead><tr><th scope="col">${say(RANKING.text)}</th>${options.map((one) => html`<th scope="col">${optionWords(one, say)}</th>`)}</tr></thead><tbody>${options.map(
    (one, a) =>
      html`<tr><th scope="row">${optionWords(one, say)}</th>${options.map((_, b) => duel(duels, a, b, say))}</tr>`,
  )}</tbody></table></div>`;
}

function duel(duels: SchulzeResult['duels'], a: number, b: number, say: Say): Part {
  if (a === b) return html`<td><span class="heard">${say(RANKING.same)}</span></td>`;
  const [own, other] = [duels[a]?.[b] ?? 0, duels[b]?.[a] ?? 0];
  const words = say(RANKING.duel, { own, other });
  return own > other ? html`<td><b>${words}</b></td>` : html`<td>${words}</td>`;
}

/** Who was elected, and how the votes went from round to round. */
export function stvResult(model: StvResult, say: Say): Html {
  const { elected, notSeated = [], seats, reopened } = model;
  const filled = elected.length - notSeated.length;
  return html`${elected.length === 0 ? html`<p>${say(RANKING.nobody)}</p>` : html`<ol>${elected.map((name) => html`<li>${name}</li>`)}</ol>`}<p>${say(RANKING.filled, { filled, seats })}${notSeated.map(({ name, skipped }) => html` ${say(RANKING.passedOver, { name, why: say(RANKING[skipped]) })}`)}${reopened ? html` ${say(RANKING.reopened)}` : ''}</p>
${model.rounds.length === 0 ? nothing : html`<h3>${say(RANKING.rounds)}</h3>${stvFlow(model, say)}`}`;
}

/** What the result of a ranked vote is, in a sentence. */
export function rankedWords(model: SchulzeResult | StvResult, say: Say): Part {
  if (model.kind === 'schulze') return maybe(model.winner, (text) => html` ${say(RANKING.won, { text })}`);
  return model.elected.length === 0 ? '' : html` ${model.elected.join(say.language === 'ar' ? '، ' : ', ')}.`;
}
