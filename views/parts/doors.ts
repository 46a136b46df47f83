import type { Html, Part } from '../html.ts';
import { html, nothing } from '../html.ts';
import { DOORS } from '../words/doors.ts';
import { link, type Say, speaker } from '../words/speaking.ts';

/** How one may open an account on this server. */
export interface DoorsModel {
  readonly signUp: 'open' | 'request' | 'invitation';
  /** Organisations' e-mail domains: whoever confirms an address there needs nobody else. */
  readonly domains: readonly string[];
}

/** `works.example`, `works.example or linia.example`: as a sentence names them. */
export const domainList = (domains: readonly string[], say: Say = speaker('en')): Part =>
  domains.map((domain, at) => [
    at === 0 ? '' : say(at === domains.length - 1 ? DOORS.or : DOORS.comma),
    html`<b class="handle">${domain}</b>`,
  ]);

/** The way to an account, in a sentence or two. */
export function doorSentences({ signUp, domains }: DoorsModel, say: Say = speaker('en')): Html {
  const a = link('/sign-up');
  const atDomains =
    domains.length === 0 || signUp === 'open' ? nothing : say(DOORS.byDomain, { domains: domainList(domains, say), a });
  if (signUp === 'open') return html`${say(DOORS.anyone, { a })}`;
  if (signUp === 'request') return html`${atDomains}${say(DOORS.ask, { a })}`;
  return html`${atDomains}${say(DOORS.invited)}`;
}
