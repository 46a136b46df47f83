import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { DoorsModel } from '../parts/doors.ts';
import { domainList } from '../parts/doors.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { type ProviderBrief, providersForms } from '../parts/provider.ts';
import { time } from '../parts/time.ts';
import { ASKED } from '../words/asked.ts';
import { FORMS } from '../words/forms.ts';
import { SIGN_UP } from '../words/sign-up.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

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
  const say = sayIn(shell);
  const title = say.text(asksMember(model) ? SIGN_UP.ask : SIGN_UP.open);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: host, title, lead: lead(model, say) })}
<form method="post" action="${href(action)}">
${field({ form, name: 'username', label: say(FORMS.nameHere), hint: say(FORMS.nameHint, { handle: html`<b class="handle">@name@${host}</b>` }), autocomplete: 'username', max: 30, code: true, say })}
${field({ form, name: 'password', label: say(FORMS.password), hint: say(FORMS.passwordHint), type: 'password', autocomplete: 'new-password', max: 200, say })}
${addressField(model, say)}${when(asksMember(model), () => sentenceField(model, say))}
<p class="who-sees">${say(asksAddress(model) ? SIGN_UP.seenWithAddress : SIGN_UP.seen)}</p>
<p class="who-sees">${say(SIGN_UP.quiet)}</p>
<input type="hidden" name="zone" id="zone" value="">
${act(say.text(asksMember(model) ? SIGN_UP.askMine : SIGN_UP.openMine))}
</form>
${when(providers.length > 0, () => html`<h2>${say(SIGN_UP.without)}</h2>${providersForms(providers, { next: '/', ...(invitation === undefined ? {} : { invitation }) }, say)}`)}
<p>${say(SIGN_UP.haveOne, { a: link('/sign-in') })}</p>
<script type="module" src="/assets/zone.js"></script>`,
    html`<section class="note"><h2>${say(SIGN_UP.elsewhere)}</h2><p>${say(SIGN_UP.needNone)}</p></section>`,
  );
}

const asksMember = ({ by, doors }: SignUpModel): boolean => by === 'doors' && doors.signUp === 'request';
/** By domain alone there is no way in without an address, whether or not this server sends letters itself. */
const asksAddress = ({ by, doors, sendsMail }: SignUpModel): boolean =>
  sendsMail || (by === 'doors' && doors.domains.length > 0);

function sentenceField({ form, doors: { domains } }: SignUpModel, say: Say): Html {
  return field({
    form,
    name: 'sentence',
    label: say(SIGN_UP.whoAreYou),
    hint:
      domains.length === 0
        ? say(SIGN_UP.sentenceEnough)
        : say(SIGN_UP.mayBeEmpty, { domains: domainList(domains, say) }),
    bare: domains.length > 0,
    rows: 3,
    autocomplete: 'off',
    max: 500,
    say,
  });
}

function lead({ by, doors: { signUp, domains }, invitedBy }: SignUpModel, say: Say): Part {
  if (by === 'invitation') {
    return invitedBy === undefined ? say(SIGN_UP.youAreInvited) : say(SIGN_UP.invitedBy, { name: invitedBy });
  }
  if (signUp === 'open') return say(SIGN_UP.anyone);
  if (signUp === 'request') return say(SIGN_UP.memberReads);
  return say(SIGN_UP.atDomains, { domains: domainList(domains, say) });
}

function addressField(model: SignUpModel, say: Say): Part {
  if (!asksAddress(model)) return nothing;
  const { form, by, doors, sendsMail } = model;
  const optional = by === 'invitation' || (!sendsMail && doors.signUp !== 'invitation');
  return field({
    form,
    name: 'address',
    label: say(SIGN_UP.address),
    hint: addressHint(model, say),
    type: 'email',
    ...(optional ? { optional } : {}),
    autocomplete: 'email',
    max: 254,
    code: true,
    say,
  });
}

function addressHint({ by, doors: { signUp, domains }, sendsMail }: SignUpModel, say: Say): Part {
  if (by === 'invitation') return say(SIGN_UP.whenForgotten);
  const confirm = say(sendsMail ? SIGN_UP.weSend : SIGN_UP.operatorGives);
  if (domains.length === 0 || signUp === 'open') return confirm;
  if (signUp === 'invitation') return say(SIGN_UP.mustEnd, { domains: domainList(domains, say), confirm });
  return say(SIGN_UP.withoutMember, { domains: domainList(domains, say), confirm });
}

/** Nobody can open an account with what they came with: why, and what to do instead. */
export function signUpClosedPage({ shell, why }: { readonly shell: Shell; readonly why?: Sentence }): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(ASKED.byInvitation), speaks: say.language },
    html`${heading({ kind: shell.host, title: say(ASKED.closed) })}
${maybe(why, (sentence) => html`<p>${told(sentence, say)}</p>`)}
<p>${say(ASKED.askMember)}</p>
<p>${say(ASKED.orComeIn, { a: link('/communities') })}</p>`,
  );
}

export interface AskedModel {
  readonly shell: Shell;
  /** What has to happen next. */
  readonly state: 'letter' | 'operator' | 'member';
  readonly form: Form<'username'>;
}

const STATES = {
  letter: {
    title: ASKED.mail,
    text: ASKED.letter,
  },
  operator: {
    title: ASKED.oneMore,
    text: ASKED.operator,
  },
  member: {
    title: ASKED.reading,
    text: ASKED.member,
  },
} as const;

/** An account was asked for: what happens next. */
export function askedPage({ shell, state, form }: AskedModel): Html {
  const say = sayIn(shell);
  const { text } = STATES[state];
  const title = say.text(STATES[state].title);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: shell.host, title })}
<p>${say(text)}</p>
${when(state === 'letter', () => html`<h2>${say(ASKED.noLetter)}</h2><form method="post" action="/sign-up/again">${field({ form, name: 'username', label: say(ASKED.nameAskedFor), autocomplete: 'username', max: 30, code: true, say })}${act(say.text(ASKED.sendAgain))}</form>`)}`,
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
  const say = sayIn(shell);
  const list = requests.map(
    ({ iri, username, sentence, since }) =>
      html`<li class="entry"><p class="by"><b>${username}</b> <span class="aside">${say(ASKED.askedAt, { time: time(since, say.language) })}</span></p><p>${sentence}</p><form method="post" action="/sign-up/requests"><input type="hidden" name="person" value="${iri}"><div class="both"><button class="do" type="submit" name="answer" value="admit">${say(ASKED.letIn, { name: username })}</button> <button class="plain" type="submit" name="answer" value="decline">${say(ASKED.turnAway, { name: username })}</button></div></form></li>`,
  );
  return page(
    { shell, title: say.text(ASKED.asking), speaks: say.language },
    html`${heading({ kind: shell.host, title: say(ASKED.asking), lead: say(ASKED.askingLead) })}
${requests.length === 0 ? html`<p class="empty">${say(ASKED.nobody)}</p>` : html`<ul class="plain">${list}</ul>`}`,
  );
}
