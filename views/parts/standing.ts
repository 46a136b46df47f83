import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { STANDING } from '../words/standing.ts';
import { told } from '../words/told.ts';
import { act, EMPTY_FORM, field } from './field.ts';
import type { Author } from './person.ts';
import { byline } from './person.ts';
import { time } from './time.ts';

/** Who stands in an election, and what the viewer may do about it. */
export interface StandingModel {
  readonly nominees: readonly { readonly author: Author; readonly statement: string }[];
  /** While people may stand. */
  readonly open?: {
    readonly until: Date;
    readonly viewer:
      | { readonly state: 'may' | 'asked' | 'stands' }
      | { readonly state: 'may-not'; readonly why: Sentence };
    readonly mayNominate: boolean;
  };
}

/** Those who stand, in the order in which they said so, with their words. */
export function nominees({ nominees: all }: StandingModel, say: Say = speaker('en')): Part {
  return html`<section><h2>${say(STANDING.who)}</h2>${
    all.length === 0
      ? html`<p class="empty">${say(STANDING.nobody)}</p>`
      : html`<ul class="plain">${all.map(({ author, statement }) => html`<li class="entry"><p class="by">${byline(author)}</p>${statement === '' ? nothing : paragraphs(statement)}</li>`)}</ul>`
  }</section>`;
}

/** Standing, saying no, and asking somebody else to. */
export function standing({ open }: StandingModel, proposalPath: string, say: Say = speaker('en')): Part {
  return maybe(open, ({ until, viewer, mayNominate }) => {
    const answers =
      viewer.state === 'may-not' ? html`<p>${told(viewer.why, say)}</p>` : own(viewer.state, proposalPath, say);
    return html`<section><h2>${say(STANDING.wouldYou)}</h2><p>${say(STANDING.until, { time: time(until, say.language) })}</p>${answers}${when(mayNominate, () => nominating(proposalPath, say))}</section>`;
  });
}

function own(state: 'may' | 'asked' | 'stands', path: string, say: Say): Part {
  const stand = when(
    state !== 'stands',
    () =>
      html`${when(state === 'asked', () => html`<p>${say(STANDING.asked)}</p>`)}<form method="post" action="${href(`${path}/stand`)}">${field({ form: EMPTY_FORM, name: 'statement', label: say(STANDING.statement), hint: say(STANDING.statementHint), rows: 4, optional: true, autocomplete: 'off', max: 2000, say })}${act(say.text(STANDING.stand))}</form>`,
  );
  const not = when(
    state !== 'may',
    () =>
      html`<form class="leave" method="post" action="${href(`${path}/stand-down`)}"><button class="plain" type="submit">${say(state === 'stands' ? STANDING.noLonger : STANDING.doNot)}</button></form>`,
  );
  return [stand, not];
}

function nominating(path: string, say: Say): Html {
  const hint = say(STANDING.askHint, { handle: html`<bdi>@ana@north.example</bdi>` });
  return html`<form method="post" action="${href(`${path}/nominate`)}">${field({ form: EMPTY_FORM, name: 'member', label: say(STANDING.askAnother), hint, autocomplete: 'off', code: true, max: 320, say })}${act(say.text(STANDING.askThem))}</form>`;
}
