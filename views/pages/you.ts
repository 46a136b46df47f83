import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, EMPTY_FORM, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';
import { time } from '../parts/time.ts';

export interface YouModel {
  readonly shell: Shell;
  readonly handle: string;
  readonly path: string;
  readonly form: Form<'displayName' | 'summary'>;
  /** Other accounts of hers, and where she would move. */
  readonly moving?: Form<'aliases' | 'target'>;
  /** Apps that act for her, and since when. */
  readonly apps?: readonly { readonly id: string; readonly name: string; readonly since: Date }[];
  readonly password?: Form<'old' | 'wanted'>;
  /** How she shows that it is she when she sets a password. Absent: by the one she has. */
  readonly proof?: ProofAsked;
  /** A code is asked for as well when she signs in. */
  readonly twoFactor?: boolean;
  /** She gets no weekly letter. */
  readonly digestOff?: boolean;
  /** She is named where people look around. */
  readonly listed?: boolean;
  /** How many ask for an account whom she may let in. */
  readonly asking?: number;
  /** Where she has moved to. */
  readonly movedTo?: string;
  readonly invitations: readonly {
    readonly createdAt: Date;
    readonly expiresAt: Date;
    readonly state: 'open' | 'used' | 'expired';
  }[];
  /** Just made: the only time its link is shown. */
  readonly newInvitation?: { readonly url: string; readonly expiresAt: Date };
}

export function youPage(model: YouModel): Html {
  const { shell, handle, path, form } = model;
  return page(
    { shell, title: 'You', failed: formsOf(model).some(failed) },
    html`${formsOf(model).map((one) => errorSummary(one))}${heading({ title: 'You' })}
<p class="by"><span class="handle">${handle}</span> <a href="${href(path)}">As others see you</a> <a href="/jury-duty">Jury duty</a></p>
${maybe(model.newInvitation, newInvitation)}
<section><h2>What others read about you</h2><form method="post" action="/you">
${field({ form, name: 'displayName', label: 'Name', autocomplete: 'name', max: 100 })}
${field({ form, name: 'summary', label: 'About you', optional: true, rows: 4, autocomplete: 'off', max: 1000 })}
<p class="who-sees">Everyone can see both.</p>
${act('Save')}
</form><p><a href="/you/organisations">Which organisation you belong to</a>: yours to show or not.</p></section>
<section><h2>Being found</h2><p>${model.listed ? html`You are named under <a href="/explore">Explore</a>, where everyone can see it, and found there by your name.` : html`You are not named under <a href="/explore">Explore</a>. Nobody is who has not chosen it; by your whole handle you are always found.`}</p><form method="post" action="/you/listed">${model.listed ? act('Do not list me', { name: 'listed', value: 'off' }) : act('List me', { name: 'listed', value: 'on' })}</form></section>
<section><h2>The weekly letter</h2><p>${model.digestOff ? 'You get none.' : 'On Mondays you find one notice with everything that is open in your communities here, and none when nothing is.'}</p><form method="post" action="/you/letter">${model.digestOff ? act('Send it to me again', { name: 'letter', value: 'on' }) : act('Do not send it to me', { name: 'letter', value: 'off' })}</form></section>
<section><h2>Invite somebody</h2>${maybe(model.asking, (count) => html`<p><a href="/sign-up/requests">${count === 1 ? 'One person asks' : `${count} people ask`} for an account here</a></p>`)}<p>The link opens one account here and then no more. We show it to you once and do not keep it.</p><form method="post" action="/you/invitations">${act('Make an invitation link')}</form>${invitations(model)}</section>
${apps(model)}
${access(model)}
${movingForms(model)}
<section><h2>When you are not to be reached</h2><p><a href="/you/quiet">Quiet hours, and letters by e-mail</a>. At night nothing is sent to your phone unless you say otherwise.</p></section>
<section><h2>Whom you do not hear</h2><p><a href="/you/silenced">People, communities and servers that you leave out</a>, here and in your apps.</p></section>
<section><h2>Your data</h2><p><a href="/you/archive">Take everything you have here with you</a>, as one file. <a href="/you/import">Bring your follows, blocks, bookmarks and lists from another server</a>, or take those you have here. <a href="/you/leave">Leave this server</a>.</p></section>
<section><h2>Sign out</h2><form method="post" action="/sign-out">${act('Sign out')}</form></section>`,
  );
}

const formsOf = ({ form, moving = EMPTY_FORM, password = EMPTY_FORM }: YouModel): readonly Form<string>[] => [
  form,
  moving,
  password,
];

function access({ password = EMPTY_FORM, twoFactor, proof: asked = 'password' }: YouModel): Html {
  const has = asked === 'password';
  return html`<section><h2>Password</h2><form method="post" action="/you/password">
${has ? field({ form: password, name: 'old', label: 'The password you have', type: 'password', autocomplete: 'current-password', max: 200 }) : proof(EMPTY_FORM, asked)}
${field({ form: password, name: 'wanted', label: has ? 'The new one' : 'A password', hint: 'At least 10 characters. A sentence of your own is good.', type: 'password', autocomplete: 'new-password', max: 200 })}
<p>Everywhere else you are signed out, and apps have to be let in again.</p>
${act(has ? 'Change my password' : 'Set a password')}
</form>
<p><a href="/you/ways-in">Passkeys and other ways to sign in</a>. <a href="/you/sessions">Where you are signed in</a>. <a href="/you/two-factor">${twoFactor ? 'A code is asked for as well' : 'Have a code asked for as well'}</a>. <a href="/you/email">Your e-mail address</a>.</p></section>`;
}

function apps({ shell, apps: all = [] }: YouModel): Html {
  const list = all.map(
    ({ id, name, since }) =>
      html`<li><form method="post" action="/you/apps/end"><p>${name}, since ${time(since)}</p><button class="plain" type="submit" name="app" value="${id}">Let ${name} act for me no longer</button></form></li>`,
  );
  return html`<section><h2>Apps that act for you</h2>${all.length === 0 ? html`<p>None. You can read, write and vote here with any Mastodon app: give it this server’s name, <strong>${shell.host}</strong>.</p>` : html`<ul class="plain">${list}</ul>`}</section>`;
}

function movingForms({ moving = EMPTY_FORM, movedTo }: YouModel): Html {
  return html`<section><h2>Move to another account</h2>${maybe(movedTo, (to) => html`<div class="held"><p><b>You have moved</b> to <a href="${href(to)}" rel="me noopener">${to}</a>.</p></div>`)}
<p>You can go on under another name, here or on another server. Your memberships go along, and whoever follows you is told. Your posts stay here under your old name.</p>
<form method="post" action="/you/move">
${field({ form: moving, name: 'target', label: 'The account you move to', hint: 'Its address, https://… Over there it has to name this one as its own first.', bare: true, autocomplete: 'off', max: 500, code: true })}
<p class="who-sees">Everyone can see it. It cannot be undone here.</p>
${act('Move there')}
</form></section>
<section><h2>Move here from another account</h2><form method="post" action="/you/aliases">
${field({ form: moving, name: 'aliases', label: 'Other accounts of yours', hint: 'Their addresses, one per line. Then start the move over there.', optional: true, rows: 3, autocomplete: 'off', max: 5000, code: true })}
<p class="who-sees">Everyone can see them.</p>
${act('Save these')}
</form></section>`;
}

function newInvitation({ url, expiresAt }: { readonly url: string; readonly expiresAt: Date }): Html {
  return html`<section class="note"><h2>Your invitation link</h2><p><code>${url}</code></p><p>Copy it now: it is not shown again. It works once, until ${time(expiresAt)}.</p></section>`;
}

const STATES = { open: 'not used yet', used: 'used', expired: 'ran out' } as const;

function invitations({ invitations: all }: YouModel): Part {
  if (all.length === 0) return nothing;
  return html`<h3>Links you made</h3><ul class="plain">${all.map(({ createdAt, expiresAt, state }) => html`<li>Made ${time(createdAt)}: ${STATES[state]}${state === 'open' ? html`, until ${time(expiresAt)}` : nothing}</li>`)}</ul>`;
}
