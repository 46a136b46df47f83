import type { Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import { KIND_NAMES, WELCOME } from '../words/kinds.ts';
import { RELATED } from '../words/posts.ts';
import { type Say, speaker } from '../words/speaking.ts';

/** What a post is meant as. */
export interface MeantModel {
  /** Each with the page of the community's posts of that kind; those that its members named by their hashtag. */
  readonly kinds: readonly (({ readonly kind: keyof typeof KIND_NAMES } | { readonly tag: string }) & {
    readonly path: string;
  })[];
  /** What its author welcomes. */
  readonly welcomes?: 'ideas' | 'help' | 'both';
  /** Where its author says that she has what she asked for. */
  readonly close?: string;
}

/** Its kinds, and whether it is an invitation. */
export function meant({ kinds, welcomes, close }: MeantModel, say: Say = speaker('en')): Part {
  const names = kinds.map((one, nth) => {
    const name = 'kind' in one ? say(KIND_NAMES[one.kind]) : one.tag;
    return html`${nth === 0 ? nothing : ' · '}<a href="${href(one.path)}">${name}</a>`;
  });
  return html`<p class="kind">${names}${maybe(welcomes, (what) => html` · <b>${say(RELATED.welcome, { what: say(WELCOME[what]) })}</b>`)}</p>
${maybe(close, (path) => html`<form method="post" action="${href(path)}"><button class="plain" type="submit">${say(WELCOME.close)}</button></form>`)}`;
}
