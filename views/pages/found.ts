import type { Html } from '../html.ts';
import { flag, href, html, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field } from '../parts/field.ts';
import { INTENT_FIELDS, type IntentHeading } from '../parts/intent.ts';

export interface FoundModel {
  readonly shell: Shell;
  /** Somebody who has no account yet opens one along with the community. */
  readonly withAccount: boolean;
  /** Where the form goes: the one-time link itself, or the members' page. */
  readonly action: string;
  readonly host: string;
  /** The default charter, in plain sentences. */
  readonly charter: readonly string[];
  readonly form: Form<
    'username' | 'password' | 'community' | 'title' | 'purpose' | 'readers' | 'joining' | IntentHeading
  >;
  /** The community whose charter and rules it begins with, and how many rules those are. */
  readonly fork?: { readonly title: string; readonly path: string; readonly rules: number };
}

const READERS = [
  { value: 'everybody', label: 'Everybody' },
  { value: 'members', label: 'Members only' },
];
const JOINING = [
  { value: 'open', label: 'At once', hint: 'whoever wants to' },
  { value: 'request', label: 'By request', hint: 'any member lets somebody in' },
  { value: 'invitation', label: 'By invitation', hint: 'any member invites' },
];
/** What holds where nothing was chosen. */
const USUAL = { readers: 'everybody', joining: 'open' };

const FIRST =
  'You are the first here. Open your account and found a community; whoever you invite decides with you from then on.';
const ANOTHER =
  'Any member of this server may, on any subject; nobody has to approve it. Whoever joins decides with you from then on.';

const FORKED =
  'Any member may, and nobody has to allow it. The charter and the rules are copied as they stand. Nobody is moved: whoever wants to come joins by herself, and stays where she was if she likes.';

/** Founds a community; on an empty server an account and a community, together. */
export function foundPage({ shell, withAccount, action, host, charter, form, fork }: FoundModel): Html {
  const lead = fork ? FORKED : withAccount ? FIRST : ANOTHER;
  const name = fork ? `Fork ${fork.title}` : 'Found a community';
  const chosen = { ...form, values: { ...USUAL, ...form.values } };
  return page(
    { shell, title: name, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: fork ? html`<a href="${href(fork.path)}">${fork.title}</a>` : host, title: name, lead })}
<form method="post" action="${href(action)}">
${when(withAccount, () => accountFields(host, form))}
${when(withAccount, () => html`<h2>The community</h2>`)}
${field({ form, name: 'community', label: 'Its name in handles', hint: html`It is found, from any server, as <b class="handle">@guild@${host}</b>, with your word in place of guild. It cannot be changed later.`, autocomplete: 'off', max: 30, code: true })}
${field({ form, name: 'title', label: 'Its title', hint: 'As people would say it: Machine makers’ guild.', autocomplete: 'off', max: 100 })}
${field({ form, name: 'purpose', label: 'What it is for', hint: 'One or two sentences. They stand first on its page, for everyone.', rows: 3, autocomplete: 'off', max: 500 })}
${intentFields(form)}
${choices({ form: chosen, name: 'readers', legend: 'Who can read what is written in it', options: READERS })}
${choices({ form: chosen, name: 'joining', legend: 'How one becomes a member', options: JOINING })}
<p class="who-sees">Everyone can see the community’s name, purpose, rules and charter. Its open book and its proposals are for whoever can read what is written in it. You found it; you do not own it.</p>
${fork ? announce(fork) : nothing}${act(fork ? 'Fork it' : 'Found the community')}
</form>`,
    html`<section class="note"><h2>How it is run at first</h2><p>The members can change every one of these by a vote, and nobody can without one.</p><ul>${charter.map((sentence) => html`<li>${sentence}</li>`)}</ul>${fork ? html`<p>${fork.rules === 0 ? 'There are no rules to take along.' : `${fork.rules === 1 ? 'One rule goes' : `${fork.rules} rules go`} along.`} They are provisional: the members are asked whether they stand.</p>` : nothing}</section>`,
  );
}

/** What it sets out to change, under the charter's four headings: the members write what its founder leaves open. */
function intentFields(form: FoundModel['form']): Html {
  const open = INTENT_FIELDS.some(({ name }) => form.errors[name] !== undefined || form.values[name]);
  return html`<details${flag('open', open)}><summary>What it sets out to change (if you like)</summary>
<p>The charter has these four headings. What you leave open, the members write. Everybody sees it; only a vote changes it.</p>
${INTENT_FIELDS.map(({ name, label, hint }) => field({ form, name, label: label.en, hint: hint.en, rows: 2, optional: true, autocomplete: 'off', max: 1000 }))}
</details>`;
}

const announce = ({ title }: { readonly title: string }): Html =>
  html`<p><label><input type="checkbox" name="announce" value="yes"> Tell the others in ${title}, by a post of yours, where it goes on</label></p>`;

function accountFields(host: string, form: FoundModel['form']): Html {
  return html`<h2>You</h2>
${field({ form, name: 'username', label: 'Your name here', hint: html`Small letters, digits and _. Others find you as <b class="handle">@name@${host}</b>. It cannot be changed later.`, autocomplete: 'username', max: 30, code: true })}
${field({ form, name: 'password', label: 'Password', hint: 'At least 10 characters. A sentence of your own is good.', type: 'password', autocomplete: 'new-password', max: 200 })}`;
}
