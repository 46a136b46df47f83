import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { day } from '../parts/time.ts';
import { ORGANISATIONS as W } from '../words/organisations.ts';
import { link, type Say } from '../words/speaking.ts';

export interface OrganisationsModel {
  readonly shell: Shell;
  readonly host: string;
  /** The one that everybody sees. */
  readonly chosen?: string;
  /** What she has shown and can show: for herself alone. */
  readonly yours: readonly {
    readonly organisation: string;
    readonly how: 'address' | 'sign-in' | 'vouched' | 'page';
    readonly since: Date;
  }[];
  /** Whom she asks, and how many of those have said it. */
  readonly asked?: { readonly organisation: string; readonly said: number };
  /** Who asks those of an organisation that the viewer belongs to. */
  readonly asking: readonly { readonly iri: string; readonly author: Author; readonly organisation: string }[];
  /** Providers whose sign-in shows an organisation. */
  readonly providers: readonly string[];
  readonly sendsMail: boolean;
  readonly form: Form<'address' | 'domain'>;
}

const HOW = { address: W.address, 'sign-in': W.signIn, vouched: W.vouched, page: W.page } as const;

/** Which organisation one belongs to: hers to show or not. */
export function organisationsPage(model: OrganisationsModel): Html {
  const { shell, form, host, chosen } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(W.title), speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ title: say(W.title), lead: say(W.lead) })}
<section><h2>${say(W.now)}</h2>${chosen === undefined ? html`<p>${say(W.none, { host })}</p>` : html`<p>${say(W.chosen, { organisation: chosen })} ${say(W.counting, { host })}</p><form method="post" action="/you/organisations/hide"><button class="plain" type="submit">${say(W.hide)}</button></form>`}</section>
${yours(say, model)}
${askingYou(say, model)}
<section><h2>${say(W.ways)}</h2>${byLetter(say, model)}${byOthers(say, model)}${bySignIn(say, model)}<h3>${say(W.pageWay)}</h3><p>${say(W.pageHow)}</p></section>`,
  );
}

function yours(say: Say, { yours: all, chosen }: OrganisationsModel): Part {
  if (all.length === 0) return nothing;
  return html`<section><h2>${say(W.yours)}</h2><p class="who-sees">${say(W.onlyYou)}</p><ul class="plain">${all.map(
    ({ organisation, how, since }) =>
      html`<li class="entry"><p><b>${organisation}</b>, ${say(HOW[how])}, ${day(since, say.language)}</p><form class="both" method="post" action="/you/organisations/show"><input type="hidden" name="organisation" value="${organisation}">${organisation === chosen ? nothing : html`<button class="do" type="submit">${say(W.show, { organisation })}</button>`} <button class="plain" type="submit" formaction="/you/organisations/drop">${say(W.drop, { organisation })}</button></form></li>`,
  )}</ul></section>`;
}

function askingYou(say: Say, { asking }: OrganisationsModel): Part {
  if (asking.length === 0) return nothing;
  return html`<section class="note"><h2>${say(W.askYou)}</h2><p>${say(W.askYouLead)}</p><ul class="plain">${asking.map(
    ({ iri, author, organisation }) =>
      html`<li class="entry"><p class="by">${byline(author)}</p><form method="post" action="/you/organisations/vouch"><input type="hidden" name="person" value="${iri}"><input type="hidden" name="organisation" value="${organisation}"><button class="plain" type="submit">${say(W.vouch, { name: author.name, organisation })}</button></form></li>`,
  )}</ul></section>`;
}

function byLetter(say: Say, { sendsMail, form }: OrganisationsModel): Html {
  if (!sendsMail) return html`<h3>${say(W.letter)}</h3><p>${say(W.noLetters)}</p>`;
  return html`<h3>${say(W.letter)}</h3><form method="post" action="/you/organisations/letter">
${field({ form, name: 'address', label: say(W.letterLabel), hint: say(W.letterHint), type: 'email', autocomplete: 'off', max: 254, code: true, say })}
${act(say.text(W.letterSend))}</form>`;
}

function byOthers(say: Say, { asked, form }: OrganisationsModel): Html {
  const waiting = maybe(
    asked,
    ({ organisation, said }) =>
      html`<p>${say(W.asked, { organisation, said: said as unknown as Part })}</p><form method="post" action="/you/organisations/ask"><input type="hidden" name="what" value="end"><button class="plain" type="submit">${say(W.askNoMore)}</button></form>`,
  );
  return html`<h3>${say(W.others)}</h3>${waiting}<form method="post" action="/you/organisations/ask">
${field({ form, name: 'domain', label: say(W.othersLabel), hint: say(W.othersHint), autocomplete: 'off', max: 253, code: true, say })}
${act(say.text(W.ask))}</form>`;
}

function bySignIn(say: Say, { providers }: OrganisationsModel): Part {
  if (providers.length === 0) return nothing;
  const names = providers.join(', ');
  return html`<h3>${say(W.signInWay)}</h3><p>${say(W.signInHow, { names, a: link('/you/ways-in') })}</p>`;
}

export interface ConfirmOrganisationModel {
  readonly shell: Shell;
  readonly action: string;
  readonly organisation: string;
}

/** The link from a letter was opened: one press keeps it. */
export function confirmOrganisationPage({ shell, action, organisation }: ConfirmOrganisationModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(W.confirmTitle, { organisation }), speaks: say.language },
    html`${heading({ title: say(W.confirmTitle, { organisation }), lead: say(W.confirmLead) })}
<form method="post" action="${href(action)}">${act(say.text(W.confirm))}</form>`,
  );
}
