import type { Part } from '../html.ts';
import { href, html } from '../html.ts';
import { act, choices, EMPTY_FORM } from './field.ts';
import { time } from './time.ts';

/** What is asked of a juror now. `place`: 3 for “Juror 3”. */
export type Duty =
  | { readonly state: 'asked'; readonly place: number; readonly answerBy: Date }
  | {
      readonly state: 'vote';
      readonly place: number;
      readonly round: 'blind' | 'final';
      readonly until: Date;
      readonly options: readonly { readonly id: string; readonly words: string }[];
    }
  | {
      readonly state: 'voted';
      readonly place: number;
      readonly until: Date;
      readonly choice: string;
      readonly leaf: string;
      readonly nonce: string;
    }
  | { readonly state: 'deliberate'; readonly place: number; readonly until: Date }
  | { readonly state: 'waiting'; readonly place: number; readonly text: string };

export function dutySection(duty: Duty, path: string): Part {
  switch (duty.state) {
    case 'asked':
      return html`<section class="note"><h2>You were drawn by lot</h2><p>Please answer by ${time(duty.answerBy)}. You may decline without a reason; then the next is asked. If the matter concerns you, or somebody close to you, decline.</p><form method="post" action="${href(`${path}/answer`)}">${act('I accept', { name: 'answer', value: 'accept' })} <button class="plain" type="submit" name="answer" value="decline">I decline</button></form><p class="who-sees">Until the verdict nobody is shown who is on the jury. Afterwards members can find it out, to check the draw; who voted what, nobody can.</p></section>`;
    case 'vote':
      return html`<form class="ballot" method="post" action="${href(`${path}/vote`)}">${choices({
        form: EMPTY_FORM,
        name: 'option',
        legend: duty.round === 'blind' ? 'Your blind vote' : 'Your final vote',
        options: duty.options.map(({ id, words }) => ({ value: id, label: words })),
      })}${act('Vote')}<p class="who-sees">${duty.round === 'blind' ? 'Each for oneself, before you talk it over. You vote again after that.' : 'This vote counts. If you do not vote again, your first vote stands.'} Until ${time(duty.until)}, or until every juror has voted. A vote is cast once. Nobody is shown who voted what.</p></form>${stepBack(path)}`;
    case 'voted':
      return html`<section class="note"><h2>You have voted</h2><p>${duty.choice}</p><p>The round ends on ${time(duty.until)}, or when every juror has voted.</p><details><summary>Your receipt</summary><p>Keep these two lines. After the count, the first one must stand in the open book.</p><dl><dt>Receipt</dt><dd><code>${duty.leaf}</code></dd><dt>Nonce</dt><dd><code>${duty.nonce}</code></dd></dl></details></section>${stepBack(path)}`;
    case 'deliberate':
      return html`<section class="note"><h2>You are juror ${duty.place}</h2><p>The jury talks it over until ${time(duty.until)}. Then you vote again.</p><p><a href="${href(`${path}/deliberation`)}">Read, and say what you think</a></p></section>${stepBack(path)}`;
    case 'waiting':
      return html`<section class="note"><h2>You are juror ${duty.place}</h2><p>${duty.text}</p></section>${stepBack(path)}`;
  }
}

const stepBack = (path: string): Part =>
  html`<details><summary>I cannot judge this</summary><p>If you find that the matter concerns you, or somebody close to you, step back. The next by the draw takes your place.</p><form method="post" action="${href(`${path}/answer`)}"><button class="plain" type="submit" name="answer" value="recuse">Step back from this jury</button></form></details>`;
