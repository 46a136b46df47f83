import type { Sentence } from '../../server/community/said.ts';
import type { Part } from '../html.ts';
import { href, html } from '../html.ts';
import { DUTY } from '../words/jury-duty.ts';
import type { Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
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
      readonly options: readonly { readonly id: string; readonly words: Sentence }[];
    }
  | {
      readonly state: 'voted';
      readonly place: number;
      readonly until: Date;
      readonly choice: Sentence;
      readonly leaf: string;
      readonly nonce: string;
    }
  | { readonly state: 'deliberate'; readonly place: number; readonly until: Date }
  | { readonly state: 'waiting'; readonly place: number; readonly text: string };

export function dutySection(duty: Duty, path: string, say: Say): Part {
  const at = (when: Date) => ({ time: time(when, say.language) });
  switch (duty.state) {
    case 'asked':
      return html`<section class="note"><h2>${say(DUTY.drawn)}</h2><p>${say(DUTY.pleaseAnswer, at(duty.answerBy))}</p><form method="post" action="${href(`${path}/answer`)}">${act(say.text(DUTY.accept), { name: 'answer', value: 'accept' })} <button class="plain" type="submit" name="answer" value="decline">${say(DUTY.decline)}</button></form><p class="who-sees">${say(DUTY.seen)}</p></section>`;
    case 'vote': {
      const blind = duty.round === 'blind';
      return html`<form class="ballot" method="post" action="${href(`${path}/vote`)}">${choices({
        form: EMPTY_FORM,
        name: 'option',
        legend: say(blind ? DUTY.blindVote : DUTY.finalVote),
        options: duty.options.map(({ id, words }) => ({ value: id, label: told(words, say) })),
        say,
      })}${act(say.text(DUTY.vote))}<p class="who-sees">${say(blind ? DUTY.blindHow : DUTY.finalHow, at(duty.until))}</p></form>${stepBack(path, say)}`;
    }
    case 'voted':
      return html`<section class="note"><h2>${say(DUTY.voted)}</h2><p>${told(duty.choice, say)}</p><p>${say(DUTY.roundEnds, at(duty.until))}</p><details><summary>${say(DUTY.yourReceipt)}</summary><p>${say(DUTY.keepLines)}</p><dl><dt>${say(DUTY.receipt)}</dt><dd><code>${duty.leaf}</code></dd><dt>${say(DUTY.nonce)}</dt><dd><code>${duty.nonce}</code></dd></dl></details></section>${stepBack(path, say)}`;
    case 'deliberate':
      return html`<section class="note"><h2>${say(DUTY.youAre, { place: duty.place })}</h2><p>${say(DUTY.talks, at(duty.until))}</p><p><a href="${href(`${path}/deliberation`)}">${say(DUTY.readAndSay)}</a></p></section>${stepBack(path, say)}`;
    case 'waiting':
      return html`<section class="note"><h2>${say(DUTY.youAre, { place: duty.place })}</h2><p>${duty.text}</p></section>${stepBack(path, say)}`;
  }
}

const stepBack = (path: string, say: Say): Part =>
  html`<details><summary>${say(DUTY.cannot)}</summary><p>${say(DUTY.stepBackWhen)}</p><form method="post" action="${href(`${path}/answer`)}"><button class="plain" type="submit" name="answer" value="recuse">${say(DUTY.stepBack)}</button></form></details>`;
