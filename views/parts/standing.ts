import type { Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
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
      | { readonly state: 'may-not'; readonly why: string };
    readonly mayNominate: boolean;
  };
}

/** Those who stand, in the order in which they said so, with their words. */
export function nominees({ nominees: all }: StandingModel): Part {
  return html`<section><h2>Who stands</h2>${
    all.length === 0
      ? html`<p class="empty">Nobody yet.</p>`
      : html`<ul class="plain">${all.map(({ author, statement }) => html`<li class="entry"><p class="by">${byline(author)}</p>${statement === '' ? nothing : paragraphs(statement)}</li>`)}</ul>`
  }</section>`;
}

/** Standing, saying no, and asking somebody else to. */
export function standing({ open }: StandingModel, proposalPath: string): Part {
  return maybe(open, ({ until, viewer, mayNominate }) => {
    const form = EMPTY_FORM;
    return html`<section><h2>Would you do it?</h2><p>Members stand until ${time(until)}. Then there is a secret vote.</p>${
      viewer.state === 'may-not' ? html`<p>${viewer.why}</p>` : nothing
    }${when(
      viewer.state === 'may' || viewer.state === 'asked',
      () =>
        html`${viewer.state === 'asked' ? html`<p>A member asks you to stand.</p>` : nothing}<form method="post" action="${href(`${proposalPath}/stand`)}">${field({ form, name: 'statement', label: 'What you want to say', hint: 'Everybody who can see this election reads it.', rows: 4, optional: true, autocomplete: 'off', max: 2000 })}${act('I stand')}</form>`,
    )}${when(
      viewer.state === 'stands' || viewer.state === 'asked',
      () =>
        html`<form class="leave" method="post" action="${href(`${proposalPath}/stand-down`)}"><button class="plain" type="submit">${viewer.state === 'stands' ? 'I no longer stand' : 'I do not stand'}</button></form>`,
    )}${when(
      mayNominate,
      () =>
        html`<form method="post" action="${href(`${proposalPath}/nominate`)}">${field({ form, name: 'member', label: 'Ask somebody else', hint: 'By handle, like @ana@north.example. Nobody stands who does not say so.', autocomplete: 'off', code: true, max: 320 })}${act('Ask them to stand')}</form>`,
    )}</section>`;
  });
}
