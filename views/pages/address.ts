import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';
import { day } from '../parts/time.ts';
import { ADDRESS, CONFIRM } from '../words/addresses.ts';
import { SHELL } from '../words/shell.ts';
import { SIGN_UP } from '../words/sign-up.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

export interface ConfirmModel {
  readonly shell: Shell;
  readonly action: string;
  readonly username: string;
  readonly address: string;
  /** What comes of it. */
  readonly state: 'account' | 'request' | 'nothing';
}

/** A link from a letter was opened. It does nothing before the button: programs that look into mail open links too. */
export function confirmPage({ shell, action, username, address, state }: ConfirmModel): Html {
  const say = sayIn(shell);
  const title = say.text(CONFIRM.title);
  const whose = { address: code(address), handle: code(`@${username}@${shell.host}`) };
  return page(
    { shell, title, speaks: say.language, alone: true },
    html`${heading({ kind: shell.host, title, lead: say(CONFIRM.lead, whose) })}
<p>${say(CONFIRM[state])}</p>
<form method="post" action="${href(action)}">${act(say.text(CONFIRM.mine))}</form>`,
  );
}

const code = (text: string): Html => html`<b class="handle">${text}</b>`;

/** A link that confirms nothing any more, or an address that is somebody's. */
export function confirmOverPage({ shell, why }: { readonly shell: Shell; readonly why: Sentence }): Html {
  const say = sayIn(shell);
  const title = say.text(CONFIRM.nothingConfirmed);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: shell.host, title })}
<p>${told(why, say)}</p>
<p>${say(CONFIRM.knowPassword, { a: link('/sign-in') })}</p>`,
  );
}

export interface AddressModel {
  readonly shell: Shell;
  readonly confirmed?: { readonly address: string; readonly since: Date };
  /** Given, and not confirmed yet. */
  readonly wanted?: string;
  readonly sendsMail: boolean;
  /** Absent: by her password. */
  readonly proof?: ProofAsked;
  readonly form: Form<'address' | 'password'>;
}

/** Where letters to somebody go: she alone sees it. */
export function addressPage(model: AddressModel): Html {
  const { shell, confirmed, wanted, form, sendsMail } = model;
  const say = sayIn(shell);
  const title = say.text(SIGN_UP.address);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: html`<a href="/you">${say(SHELL.you)}</a>`, title, lead: say(ADDRESS.lead) })}
${standing(model, say)}
<form method="post" action="/you/email">
${field({ form, name: 'address', label: say(confirmed === undefined ? ADDRESS.yours : ADDRESS.another), hint: say(sendsMail ? ADDRESS.letterGoes : ADDRESS.noLetters), type: 'email', autocomplete: 'email', max: 254, code: true, say })}
${proof(form, model.proof, say)}
<div class="both">${act(say.text(ADDRESS.use))}${when(
      confirmed !== undefined || wanted !== undefined,
      () =>
        html` <button class="plain" type="submit" name="what" value="remove" formnovalidate>${say(ADDRESS.keepNone)}</button>`,
    )}</div>
</form>`,
  );
}

function standing({ confirmed, wanted, sendsMail }: AddressModel, say: Say): Part {
  const again = sendsMail
    ? html`<form method="post" action="/you/email/again"><button class="plain" type="submit">${say(ADDRESS.sendAgain)}</button></form>`
    : nothing;
  return [
    confirmed === undefined
      ? html`<p>${say(ADDRESS.none)}</p>`
      : html`<p>${say(ADDRESS.lettersGo, { address: code(confirmed.address), day: day(confirmed.since, say.language) })}</p>`,
    maybe(wanted, (address) => html`<p>${say(ADDRESS.notYet, { address: code(address) })}</p>${again}`),
  ];
}
