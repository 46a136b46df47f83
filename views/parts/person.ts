import type { Html, Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';

/** Somebody named on a page. */
export interface Author {
  readonly name: string;
  /** `@ana@north.example` */
  readonly handle: string;
  /** Her page here. */
  readonly path?: string;
  /** The organisation she counts for: a small tag, never a rank. */
  readonly organisation?: string;
}

/** Name, handle, and where she is from. The handle's domain is left out where the tag says it already. */
export function byline(author: Author): Html {
  const { handle, organisation } = author;
  const domain = `@${organisation ?? ''}`;
  const short = organisation !== undefined && handle.endsWith(domain) ? handle.slice(0, -domain.length) : handle;
  return html`${name(author)} <span class="handle">${short}</span>${maybe(organisation, (tag) => html` ${organisationTag(tag)}`)}`;
}

/** The name alone, linked to her page where there is one. */
export function name(author: Author): Part {
  const bold = html`<b>${author.name}</b>`;
  return author.path === undefined ? bold : html`<a class="person" href="${href(author.path)}">${bold}</a>`;
}

export function organisationTag(domain: string): Html {
  return html`<span class="org">${domain}</span>`;
}
