import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';
import { day } from '../parts/time.ts';

export interface ConfirmModel {
  readonly shell: Shell;
  readonly action: string;
  readonly username: string;
  readonly address: string;
  /** What comes of it. */
  readonly state: 'account' | 'request' | 'nothing';
}

const WHAT_FOLLOWS = {
  account: 'Then your account is open.',
  request: 'Then a member reads why you would like an account, and lets you in.',
  nothing: 'Then letters to you go there.',
} as const;

/** A link from a letter was opened. It does nothing before the button: programs that look into mail open links too. */
export function confirmPage({ shell, action, username, address, state }: ConfirmModel): Html {
  return page(
    { shell, title: 'Confirm your address', alone: true },
    html`${heading({ kind: shell.host, title: 'Confirm your address', lead: html`Is <b class="handle">${address}</b> yours? It was given for the account <b class="handle">@${username}@${shell.host}</b>.` })}
<p>${WHAT_FOLLOWS[state]} If you did not ask for this, close the page: nothing happens.</p>
<form method="post" action="${href(action)}">${act('This address is mine')}</form>`,
  );
}

/** A link that confirms nothing any more, or an address that is somebody's. */
export function confirmOverPage({ shell, why }: { readonly shell: Shell; readonly why: string }): Html {
  return page(
    { shell, title: 'Nothing was confirmed' },
    html`${heading({ kind: shell.host, title: 'Nothing was confirmed' })}
<p>${why}</p>
<p>You know your password? <a href="/sign-in">Sign in</a>.</p>`,
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

const TITLE = 'Your e-mail address';

/** Where letters to somebody go: she alone sees it. */
export function addressPage(model: AddressModel): Html {
  const { shell, confirmed, wanted, form, sendsMail } = model;
  return page(
    { shell, title: TITLE, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: html`<a href="/you">You</a>`, title: TITLE, lead: 'It is shown to nobody. If you forget your password, you get a link for a new one there.' })}
${standing(model)}
<form method="post" action="/you/email">
${field({ form, name: 'address', label: confirmed === undefined ? 'Your address' : 'Another address', hint: sendsMail ? 'A letter with a link goes there. Until you open it, everything stays as it is.' : 'This server sends no letters. Whoever runs it gives you the link that confirms it.', type: 'email', autocomplete: 'email', max: 254, code: true })}
${proof(form, model.proof)}
<div class="both">${act('Use this address')}${when(
      confirmed !== undefined || wanted !== undefined,
      () =>
        html` <button class="plain" type="submit" name="what" value="remove" formnovalidate>Keep no address of mine</button>`,
    )}</div>
</form>`,
  );
}

function standing({ confirmed, wanted, sendsMail }: AddressModel): Part {
  const again = sendsMail
    ? html`<form method="post" action="/you/email/again"><button class="plain" type="submit">Send the letter again</button></form>`
    : nothing;
  return [
    confirmed === undefined
      ? html`<p>You have confirmed none.</p>`
      : html`<p>Letters go to <b class="handle">${confirmed.address}</b>, confirmed on ${day(confirmed.since)}.</p>`,
    maybe(wanted, (address) => html`<p><b class="handle">${address}</b> is not confirmed yet.</p>${again}`),
  ];
}
