import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { time } from '../parts/time.ts';
import { INVITATIONS as W } from '../words/invitations.ts';
import { link, type Say } from '../words/speaking.ts';

export interface InvitationsModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** The viewer's own that can still be used. */
  readonly yours: readonly {
    readonly id: string;
    readonly link: string;
    readonly left: number;
    readonly until: Date;
    /** Whom it is for, where it is for one person. */
    readonly forOne?: string;
  }[];
  readonly form: Form<'uses' | 'days' | 'people'>;
}

/** Where a member invites into her community. */
export function invitationsPage({ shell, community, yours, form }: InvitationsModel): Html {
  const say = sayIn(shell);
  const action = `${community.path}/invitations`;
  const usual = { ...form, values: { uses: '10', days: '14', ...form.values } };
  return page(
    { shell, title: `${say.text(W.title)} · ${community.title}`, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title: say(W.title), lead: say(W.lead) })}
<section><h2>${say(W.byLink)}</h2><form method="post" action="${href(action)}">
${field({ say, form: usual, name: 'uses', label: say(W.uses), type: 'number', short: true, max: 3, autocomplete: 'off' })}
${field({ say, form: usual, name: 'days', label: say(W.days), type: 'number', short: true, max: 2, autocomplete: 'off' })}
${act(say.text(W.make))}</form></section>
<section><h2>${say(W.many)}</h2><form method="post" action="${href(`${action}/many`)}">
${field({ say, form, name: 'people', label: say(W.manyLabel), hint: say(W.manyHint), rows: 5, max: 20_000, autocomplete: 'off', code: true })}
${act(say.text(W.invite))}</form></section>
${mine(say, action, yours)}`,
  );
}

function mine(say: Say, action: string, yours: InvitationsModel['yours']): Part {
  if (yours.length === 0) return nothing;
  return html`<section><h2>${say(W.yours)}</h2><p class="who-sees">${say(W.onlyYou)}</p><ul class="plain">${yours.map(
    ({ id, link: url, left, until, forOne }) =>
      html`<li class="entry">${forOne === undefined ? html`<p><code>${url}</code></p>` : html`<p>${say(W.forOne, { name: forOne })}</p>`}<p class="by">${say(W.left, { left: left as unknown as Part, until: time(until, say.language) })}</p><form method="post" action="${href(`${action}/revoke`)}"><button class="plain" type="submit" name="id" value="${id}">${say(W.revoke)}</button></form></li>`,
  )}</ul></section>`;
}

export interface InvitedModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Who sees what is written there, in a sentence. */
  readonly audience: AudienceModel;
  /** Who invites. */
  readonly by: string;
  /** This page's own path. */
  readonly action: string;
  /** Whether an account can be opened by it. */
  readonly opensAccounts: boolean;
}

/** What an invitation leads to: what the community is for and who sees what, before one joins. */
export function invitedPage({ shell, community, by, action, opensAccounts, ...model }: InvitedModel): Html {
  const say = sayIn(shell);
  const title = { title: community.title };
  const own = html`<form class="join" method="post" action="${href(action)}">${act(say.text(W.join))}<p class="who-sees">${say(W.openBook)}</p></form>`;
  const signIn = `/sign-in?next=${encodeURIComponent(action)}`;
  const others = html`<p>${say(W.haveAccount, { a: link(signIn) })} ${say(W.fromElsewhere, { handle: community.handle })}</p>${opensAccounts ? html`<form method="post" action="${href(`${action}/account`)}">${act(say.text(W.openAccount))}</form>` : nothing}`;
  return page(
    { shell, title: say.text(W.invitedTitle, title), speaks: say.language },
    html`${heading({ title: say(W.invitedTitle, title), lead: community.purpose })}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)}</span></p>
<p>${say(W.invitedBy, { name: by })} ${say(W.look, { a: link(community.path) })}</p>
${maybe(shell.viewer, () => own)}${shell.viewer ? nothing : others}`,
  );
}
