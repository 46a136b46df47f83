import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { DoorsModel } from '../parts/doors.ts';
import { domainList } from '../parts/doors.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { type ProviderBrief, providersForms } from '../parts/provider.ts';
import { time } from '../parts/time.ts';

export interface SignUpModel {
  readonly shell: Shell;
  readonly action: string;
  readonly host: string;
  /** An invitation needs none of the doors. */
  readonly by: 'invitation' | 'doors';
  readonly doors: DoorsModel;
  /** Whether this server sends letters. */
  readonly sendsMail: boolean;
  /** Who invited. */
  readonly invitedBy?: string;
  /** Other providers by whose word one can open an account. */
  readonly providers?: readonly ProviderBrief[];
  /** The secret of the link she came by. */
  readonly invitation?: string;
  readonly form: Form<'username' | 'password' | 'address' | 'sentence'>;
}

/** A new account: a name and a password, and what the charter asks for besides. */
export function signUpPage(model: SignUpModel): Html {
  const { shell, action, host, form, providers = [], invitation } = model;
  const title = asksMember(model) ? 'Ask for an account' : 'Open an account';
  return page(
    { shell, title, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: host, title, lead: lead(model) })}
<form method="post" action="${href(action)}">
${field({ form, name: 'username', label: 'Your name here', hint: html`Small letters, digits and _. Others find you as <b class="handle">@name@${host}</b>. It cannot be changed later.`, autocomplete: 'username', max: 30, code: true })}
${field({ form, name: 'password', label: 'Password', hint: 'At least 10 characters. A sentence of your own is good.', type: 'password', autocomplete: 'new-password', max: 200 })}
${addressField(model)}${when(asksMember(model), () => field({ form, name: 'sentence', label: 'Who are you, and why would you like an account here?', hint: model.doors.domains.length === 0 ? 'A sentence is enough. The members read it.' : html`A sentence is enough. The members read it. With an address at ${domainList(model.doors.domains)} you may leave it empty.`, bare: model.doors.domains.length > 0, rows: 3, autocomplete: 'off', max: 500 }))}
<p class="who-sees">${asksAddress(model) ? 'Your name and what you post can be seen by everyone. Your e-mail address is shown to nobody, and is used for letters to you alone.' : 'Your name and what you post can be seen by everyone. We ask for no e-mail address.'}</p>
<p class="who-sees">Nothing is sent to your phone between nine in the evening and eight in the morning where you are. You can change that.</p>
<input type="hidden" name="zone" id="zone" value="">
${act(asksMember(model) ? 'Ask for my account' : 'Open my account')}
</form>
${when(providers.length > 0, () => html`<h2>Without a password</h2>${providersForms(providers, { next: '/', ...(invitation === undefined ? {} : { invitation }) })}`)}
<p>You have an account here? <a href="/sign-in">Sign in</a>.</p>
<script type="module" src="/assets/zone.js"></script>`,
    html`<section class="note"><h2>You have an account elsewhere?</h2><p>You need none here. Follow a community from your own fediverse server, and take part and vote from there.</p></section>`,
  );
}

const asksMember = ({ by, doors }: SignUpModel): boolean => by === 'doors' && doors.signUp === 'request';
/** By domain alone there is no way in without an address, whether or not this server sends letters itself. */
const asksAddress = ({ by, doors, sendsMail }: SignUpModel): boolean =>
  sendsMail || (by === 'doors' && doors.domains.length > 0);

function lead({ by, doors: { signUp, domains }, invitedBy }: SignUpModel): Part {
  if (by === 'invitation') {
    return `${invitedBy === undefined ? 'You are invited.' : `${invitedBy} invited you.`} The link works once.`;
  }
  if (signUp === 'open') return 'Anyone may open an account here.';
  if (signUp === 'request') return 'A member reads what you say, and lets you in.';
  return html`Whoever has an e-mail address at ${domainList(domains)} may open an account here.`;
}

function addressField(model: SignUpModel): Part {
  if (!asksAddress(model)) return nothing;
  const { form, by, doors, sendsMail } = model;
  const optional = by === 'invitation' || (!sendsMail && doors.signUp !== 'invitation');
  return field({
    form,
    name: 'address',
    label: 'Your e-mail address',
    hint: addressHint(model),
    type: 'email',
    ...(optional ? { optional } : {}),
    autocomplete: 'email',
    max: 254,
    code: true,
  });
}

function addressHint({ by, doors: { signUp, domains }, sendsMail }: SignUpModel): Part {
  if (by === 'invitation') return 'So that you can set a new password when you have forgotten yours.';
  const confirm = sendsMail
    ? 'We send you a link to confirm it.'
    : 'Whoever runs this server gives you a link to confirm it.';
  if (domains.length === 0 || signUp === 'open') return confirm;
  if (signUp === 'invitation') return html`It must end in ${domainList(domains)}. ${confirm}`;
  return html`${confirm} With one at ${domainList(domains)} your account opens without a member.`;
}

/** Nobody can open an account with what they came with: why, and what to do instead. */
export function signUpClosedPage({ shell, why }: { readonly shell: Shell; readonly why?: string }): Html {
  return page(
    { shell, title: 'By invitation' },
    html`${heading({ kind: shell.host, title: 'Accounts are opened by invitation' })}
${maybe(why, (sentence) => html`<p>${sentence}</p>`)}
<p>Ask a member for an invitation link: every member can make one.</p>
<p>Or come in from your own server: find a community under <a href="/communities">Communities</a> and follow it from any fediverse app. You can post, reply and vote from there.</p>`,
  );
}

export interface AskedModel {
  readonly shell: Shell;
  /** What has to happen next. */
  readonly state: 'letter' | 'operator' | 'member';
  readonly form: Form<'username'>;
}

const ASKED = {
  letter: {
    title: 'Look into your mail',
    text: 'A letter is on its way to the address you gave. Open the link in it within two days, and confirm your address. If it does not come, look among the unwanted mail.',
  },
  operator: {
    title: 'One more step',
    text: 'This server sends no letters. Ask whoever runs it for the link that confirms your address.',
  },
  member: {
    title: 'A member reads it now',
    text: 'Come back later and sign in with the name and the password you chose: when a member has let you in, it works.',
  },
} as const;

/** An account was asked for: what happens next. */
export function askedPage({ shell, state, form }: AskedModel): Html {
  const { title, text } = ASKED[state];
  return page(
    { shell, title, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: shell.host, title })}
<p>${text}</p>
${when(state === 'letter', () => html`<h2>No letter?</h2><form method="post" action="/sign-up/again">${field({ form, name: 'username', label: 'The name you asked for', autocomplete: 'username', max: 30, code: true })}${act('Send it again')}</form>`)}`,
  );
}

export interface RequestsModel {
  readonly shell: Shell;
  readonly requests: readonly {
    readonly iri: string;
    readonly username: string;
    readonly sentence: string;
    readonly since: Date;
  }[];
}

/** Who asks for an account, for the members who may let her in. */
export function requestsPage({ shell, requests }: RequestsModel): Html {
  const list = requests.map(
    ({ iri, username, sentence, since }) =>
      html`<li class="entry"><p class="by"><b>${username}</b> <span class="aside">asked ${time(since)}</span></p><p>${sentence}</p><form method="post" action="/sign-up/requests"><input type="hidden" name="person" value="${iri}"><div class="both"><button class="do" type="submit" name="answer" value="admit">Let in<span class="heard"> ${username}</span></button> <button class="plain" type="submit" name="answer" value="decline">Turn away<span class="heard"> ${username}</span></button></div></form></li>`,
  );
  return page(
    { shell, title: 'Asking for an account' },
    html`${heading({ kind: shell.host, title: 'Asking for an account', lead: 'Any member may let somebody in, and the open book says who did. She gets an account on this server; communities she joins by herself.' })}
${requests.length === 0 ? html`<p class="empty">Nobody is asking now.</p>` : html`<ul class="plain">${list}</ul>`}`,
  );
}
