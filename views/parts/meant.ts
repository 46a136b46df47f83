import type { Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';

/** What a post is meant as. */
export interface MeantModel {
  /** Each with the page of the community's posts of that kind. */
  readonly kinds: readonly { readonly name: string; readonly path: string }[];
  /** What its author welcomes: “Ideas and help”. */
  readonly welcomes?: string;
  /** Where its author says that she has what she asked for. */
  readonly close?: string;
}

/** Its kinds, and whether it is an invitation. */
export function meant({ kinds, welcomes, close }: MeantModel): Part {
  const names = kinds.map(
    ({ name, path }, nth) => html`${nth === 0 ? nothing : ' · '}<a href="${href(path)}">${name}</a>`,
  );
  return html`<p class="kind">${names}${maybe(welcomes, (what) => html` · <b>Welcome: ${what}</b>`)}</p>
${maybe(close, (path) => html`<form method="post" action="${href(path)}"><button class="plain" type="submit">Close the invitation</button></form>`)}`;
}
