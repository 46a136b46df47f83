import type { Html, Part } from '../html.ts';
import { html, nothing } from '../html.ts';

/** How one may open an account on this server. */
export interface DoorsModel {
  readonly signUp: 'open' | 'request' | 'invitation';
  /** Organisations' e-mail domains: whoever confirms an address there needs nobody else. */
  readonly domains: readonly string[];
}

/** `works.example`, `works.example or linia.example`: as a sentence names them. */
export const domainList = (domains: readonly string[]): Part =>
  domains.map((domain, at) => [
    at === 0 ? '' : at === domains.length - 1 ? ' or ' : ', ',
    html`<b class="handle">${domain}</b>`,
  ]);

/** The way to an account, in a sentence or two. */
export function doorSentences({ signUp, domains }: DoorsModel): Html {
  const link = (label: string) => html`<a href="/sign-up">${label}</a>`;
  const atDomains =
    domains.length === 0 || signUp === 'open'
      ? nothing
      : html`With an e-mail address at ${domainList(domains)} you can ${link('open an account')} at once. `;
  if (signUp === 'open') return html`Anyone may ${link('open an account')}.`;
  if (signUp === 'request')
    return html`${atDomains}You can ${link('ask for an account')}: a member reads why, and lets you in.`;
  return html`${atDomains}Members invite new members: ask one of them for a link.`;
}
