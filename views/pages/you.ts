import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, EMPTY_FORM, failed, field } from '../parts/field.ts';
import { type ProofAsked, proof } from '../parts/proof.ts';
import { time } from '../parts/time.ts';
import { FORMS } from '../words/forms.ts';
import { HEARING } from '../words/people.ts';
import { SHELL } from '../words/shell.ts';
import { link, type Say } from '../words/speaking.ts';
import { YOU } from '../words/you.ts';
import { APPS, MOVING, PASSWORD } from '../words/you-access.ts';

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
  const { shell, handle, path } = model;
  const say = sayIn(shell);
  const title = say.text(SHELL.you);
  return page(
    { shell, title, speaks: say.language, failed: formsOf(model).some(failed) },
    html`${formsOf(model).map((one) => errorSummary(one, say))}${heading({ title })}
<p class="by"><span class="handle">${handle}</span> <a href="${href(path)}">${say(YOU.asOthersSee)}</a> <a href="/jury-duty">${say(YOU.juryDuty)}</a></p>
${maybe(model.newInvitation, (made) => newInvitation(made, say))}
${profile(model, say)}
${listing(model, say)}
${weeklyLetter(model, say)}
${inviting(model, say)}
${apps(model, say)}
${access(model, say)}
${movingForms(model, say)}
<section><h2>${say(YOU.notReached)}</h2><p>${say(YOU.quiet, { a: link('/you/quiet') })}</p></section>
<section><h2>${say(HEARING.title)}</h2><p>${say(YOU.silenced, { a: link('/you/silenced') })}</p></section>
<section><h2>${say(YOU.data)}</h2><p>${say(YOU.dataLead, { archive: link('/you/archive'), import: link('/you/import'), leave: link('/you/leave') })}</p></section>
<section><h2>${say(YOU.signOut)}</h2><form method="post" action="/sign-out">${act(say.text(YOU.signOut))}</form></section>`,
  );
}

const formsOf = ({ form, moving = EMPTY_FORM, password = EMPTY_FORM }: YouModel): readonly Form<string>[] => [
  form,
  moving,
  password,
];

const profile = ({ form }: YouModel, say: Say): Html =>
  html`<section><h2>${say(YOU.othersRead)}</h2><form method="post" action="/you">
${field({ form, name: 'displayName', label: say(YOU.name), autocomplete: 'name', max: 100, say })}
${field({ form, name: 'summary', label: say(YOU.about), optional: true, rows: 4, autocomplete: 'off', max: 1000, say })}
<p class="who-sees">${say(YOU.bothSeen)}</p>
${act(say.text(YOU.save))}
</form><p>${say(YOU.organisation, { a: link('/you/organisations') })}</p></section>`;

const listing = ({ listed }: YouModel, say: Say): Html =>
  html`<section><h2>${say(YOU.beingFound)}</h2><p>${say(listed ? YOU.listed : YOU.notListed, { a: link('/explore') })}</p><form method="post" action="/you/listed">${listed ? act(say.text(YOU.unlist), { name: 'listed', value: 'off' }) : act(say.text(YOU.list), { name: 'listed', value: 'on' })}</form></section>`;

const weeklyLetter = ({ digestOff }: YouModel, say: Say): Html =>
  html`<section><h2>${say(YOU.weekly)}</h2><p>${say(digestOff ? YOU.noWeekly : YOU.weeklyLead)}</p><form method="post" action="/you/letter">${digestOff ? act(say.text(YOU.weeklyAgain), { name: 'letter', value: 'on' }) : act(say.text(YOU.weeklyNo), { name: 'letter', value: 'off' })}</form></section>`;

const inviting = (model: YouModel, say: Say): Html =>
  html`<section><h2>${say(YOU.invite)}</h2>${maybe(model.asking, (count) => html`<p><a href="/sign-up/requests">${say(YOU.asking, { count })}</a></p>`)}<p>${say(YOU.inviteLead)}</p><form method="post" action="/you/invitations">${act(say.text(YOU.makeLink))}</form>${invitations(model, say)}</section>`;

function access({ password = EMPTY_FORM, twoFactor, proof: asked = 'password' }: YouModel, say: Say): Html {
  const has = asked === 'password';
  const pages = {
    ways: link('/you/ways-in'),
    sessions: link('/you/sessions'),
    factor: link('/you/two-factor'),
    email: link('/you/email'),
  };
  return html`<section><h2>${say(FORMS.password)}</h2><form method="post" action="/you/password">
${has ? field({ form: password, name: 'old', label: say(PASSWORD.old), type: 'password', autocomplete: 'current-password', max: 200, say }) : proof(EMPTY_FORM, asked, say)}
${field({ form: password, name: 'wanted', label: say(has ? PASSWORD.wanted : PASSWORD.first), hint: say(FORMS.passwordHint), type: 'password', autocomplete: 'new-password', max: 200, say })}
<p>${say(PASSWORD.signedOut)}</p>
${act(say.text(has ? PASSWORD.change : PASSWORD.set))}
</form>
<p>${say(twoFactor ? PASSWORD.besideWithCode : PASSWORD.beside, pages)}</p></section>`;
}

function apps({ shell, apps: all = [] }: YouModel, say: Say): Html {
  const list = all.map(
    ({ id, name, since }) =>
      html`<li><form method="post" action="/you/apps/end"><p>${say(APPS.since, { name, time: time(since, say.language) })}</p><button class="plain" type="submit" name="app" value="${id}">${say(APPS.end, { name })}</button></form></li>`,
  );
  const none = (): Part => say(APPS.none, { host: shell.host, strong: (inside) => html`<strong>${inside}</strong>` });
  return html`<section><h2>${say(APPS.title)}</h2>${all.length === 0 ? html`<p>${none()}</p>` : html`<ul class="plain">${list}</ul>`}</section>`;
}

function movingForms({ moving = EMPTY_FORM, movedTo }: YouModel, say: Say): Html {
  const moved = (to: string): Part =>
    say(MOVING.moved, { address: html`<a class="handle" href="${href(to)}" rel="me noopener">${to}</a>` });
  return html`<section><h2>${say(MOVING.title)}</h2>${maybe(movedTo, (to) => html`<div class="held"><p>${moved(to)}</p></div>`)}
<p>${say(MOVING.lead)}</p>
<form method="post" action="/you/move">
${field({ form: moving, name: 'target', label: say(MOVING.target), hint: say(MOVING.targetHint), bare: true, autocomplete: 'off', max: 500, code: true, say })}
<p class="who-sees">${say(MOVING.final)}</p>
${act(say.text(MOVING.move))}
</form></section>
<section><h2>${say(MOVING.here)}</h2><form method="post" action="/you/aliases">
${field({ form: moving, name: 'aliases', label: say(MOVING.aliases), hint: say(MOVING.aliasesHint), optional: true, rows: 3, autocomplete: 'off', max: 5000, code: true, say })}
<p class="who-sees">${say(MOVING.seen)}</p>
${act(say.text(MOVING.save))}
</form></section>`;
}

function newInvitation({ url, expiresAt }: NonNullable<YouModel['newInvitation']>, say: Say): Html {
  return html`<section class="note"><h2>${say(YOU.yourLink)}</h2><p><code>${url}</code></p><p>${say(YOU.copyNow, { time: time(expiresAt, say.language) })}</p></section>`;
}

function invitations({ invitations: all }: YouModel, say: Say): Part {
  if (all.length === 0) return nothing;
  const list = all.map(({ createdAt, expiresAt, state }) => {
    const when = { made: time(createdAt, say.language), until: time(expiresAt, say.language) };
    return html`<li>${say(YOU[state], when)}</li>`;
  });
  return html`<h3>${say(YOU.linksMade)}</h3><ul class="plain">${list}</ul>`;
}
