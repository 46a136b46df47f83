import type { Html } from '../html.ts';
import { flag, href, html, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form, Option } from '../parts/field.ts';
import { act, choices, failed, field } from '../parts/field.ts';
import { INTENT_FIELDS, type IntentHeading } from '../parts/intent.ts';
import { ASKED } from '../words/asked.ts';
import { FORMS } from '../words/forms.ts';
import { FOUNDING } from '../words/founding.ts';
import { ACCOUNTS_OPEN, CHARTER_SENTENCES, FIRST_CHARTER } from '../words/founding-charter.ts';
import { COMMUNITIES } from '../words/home.ts';
import { SHELL } from '../words/shell.ts';
import type { Say } from '../words/speaking.ts';

/** What the charter says that it begins with, as far as it matters to whoever founds under it. */
export interface CharterFacts {
  /** How accounts on this server are opened. The first community's charter alone decides about it; else absent. */
  readonly signUp?: keyof typeof ACCOUNTS_OPEN;
  /** In days. */
  readonly tenure: number;
  readonly discussion: number;
  readonly voting: number;
  /** In hours. */
  readonly freeze: number;
  readonly timelock: number;
  readonly hold: number;
  /** After so many months a rule ends. */
  readonly sunset: number;
}

export interface FoundModel {
  readonly shell: Shell;
  /** Somebody who has no account yet opens one along with the community. */
  readonly withAccount: boolean;
  /** Where the form goes: the one-time link itself, or the members' page. */
  readonly action: string;
  readonly host: string;
  readonly charter: CharterFacts;
  readonly form: Form<
    'username' | 'password' | 'community' | 'title' | 'purpose' | 'readers' | 'joining' | IntentHeading
  >;
  /** The community whose charter and rules it begins with, and how many rules those are. */
  readonly fork?: { readonly title: string; readonly path: string; readonly rules: number };
}

const readers = (say: Say): readonly Option[] => [
  { value: 'everybody', label: say.text(FOUNDING.everybody) },
  { value: 'members', label: say.text(FOUNDING.membersOnly) },
];
const joining = (say: Say): readonly Option[] => [
  { value: 'open', label: say.text(FOUNDING.atOnce), hint: say.text(FOUNDING.atOnceHint) },
  { value: 'request', label: say.text(FOUNDING.byRequest), hint: say.text(FOUNDING.byRequestHint) },
  { value: 'invitation', label: say.text(ASKED.byInvitation), hint: say.text(FOUNDING.byInvitationHint) },
];
/** What holds where nothing was chosen. */
const USUAL = { readers: 'everybody', joining: 'open' };

/** Founds a community; on an empty server an account and a community, together. */
export function foundPage(model: FoundModel): Html {
  const { shell, withAccount, action, host, form, fork } = model;
  const say = sayIn(shell);
  const lead = say(fork ? FOUNDING.forked : withAccount ? FOUNDING.first : FOUNDING.another);
  const name = fork ? say.text(FOUNDING.fork, { title: fork.title }) : say.text(COMMUNITIES.found);
  return page(
    { shell, title: name, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: fork ? html`<a href="${href(fork.path)}">${fork.title}</a>` : host, title: name, lead })}
<form method="post" action="${href(action)}">
${when(withAccount, () => html`${accountFields(host, form, say)}<h2>${say(FOUNDING.theCommunity)}</h2>`)}
${communityFields(host, form, say)}
<p class="who-sees">${say(FOUNDING.seen)}</p>
${fork ? announce(fork, say) : nothing}${act(say.text(fork ? FOUNDING.forkIt : FOUNDING.found))}
</form>`,
    firstCharter(model, say),
  );
}

function communityFields(host: string, form: FoundModel['form'], say: Say): Html {
  const chosen = { ...form, values: { ...USUAL, ...form.values } };
  const handle = html`<b class="handle">@guild@${host}</b>`;
  return html`${field({ form, name: 'community', label: say(FOUNDING.name), hint: say(FOUNDING.nameHint, { handle }), autocomplete: 'off', max: 30, code: true, say })}
${field({ form, name: 'title', label: say(FOUNDING.title), hint: say(FOUNDING.titleHint), autocomplete: 'off', max: 100, say })}
${field({ form, name: 'purpose', label: say(FOUNDING.purpose), hint: say(FOUNDING.purposeHint), rows: 3, autocomplete: 'off', max: 500, say })}
${intentFields(form, say)}
${choices({ form: chosen, name: 'readers', legend: say(FOUNDING.whoReads), options: readers(say), say })}
${choices({ form: chosen, name: 'joining', legend: say(FOUNDING.whoJoins), options: joining(say), say })}`;
}

/** What holds in it from the first day. */
function firstCharter({ charter, fork }: FoundModel, say: Say): Html {
  const { signUp, ...facts } = charter;
  const sentences = [
    ...(signUp === undefined ? [] : [say(ACCOUNTS_OPEN[signUp])]),
    ...Object.values(CHARTER_SENTENCES).map((sentence) => say(sentence, facts)),
  ];
  return html`<section class="note"><h2>${say(FIRST_CHARTER.title)}</h2><p>${say(FIRST_CHARTER.lead)}</p><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>${fork ? html`<p>${say(FIRST_CHARTER.along, { rules: fork.rules })}</p>` : nothing}</section>`;
}

/** What it sets out to change, under the charter's four headings: the members write what its founder leaves open. */
function intentFields(form: FoundModel['form'], say: Say): Html {
  const open = INTENT_FIELDS.some(({ name }) => form.errors[name] !== undefined || form.values[name]);
  return html`<details${flag('open', open)}><summary>${say(FIRST_CHARTER.intent)}</summary>
<p>${say(FIRST_CHARTER.intentLead)}</p>
${INTENT_FIELDS.map(({ name, label, hint }) => field({ form, name, label: say(label), hint: say(hint), rows: 2, optional: true, autocomplete: 'off', max: 1000, say }))}
</details>`;
}

const announce = ({ title }: { readonly title: string }, say: Say): Html =>
  html`<div class="ask"><label class="choice"><input type="checkbox" name="announce" value="yes"><span>${say(FIRST_CHARTER.announce, { title })}</span></label></div>`;

function accountFields(host: string, form: FoundModel['form'], say: Say): Html {
  const handle = html`<b class="handle">@name@${host}</b>`;
  return html`<h2>${say(SHELL.you)}</h2>
${field({ form, name: 'username', label: say(FORMS.nameHere), hint: say(FORMS.nameHint, { handle }), autocomplete: 'username', max: 30, code: true, say })}
${field({ form, name: 'password', label: say(FORMS.password), hint: say(FORMS.passwordHint), type: 'password', autocomplete: 'new-password', max: 200, say })}`;
}
