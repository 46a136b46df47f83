import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, EMPTY_FORM, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { day, time } from '../parts/time.ts';
import { RECALL } from '../words/recalls.ts';
import { HOLDERS, HOLDERS_DO, ROLES } from '../words/roles.ts';
import { link, type Say } from '../words/speaking.ts';
import type { RoleName } from './recall.ts';

/** Somebody who holds a role. */
export interface HolderModel {
  readonly author: Author;
  readonly since: Date;
  readonly until: Date;
  /** The election; absent: the founder appointed her, provisionally. */
  readonly election?: { readonly id: string; readonly path: string };
  /** The viewer is this holder, and can give the role back. */
  readonly mayResign: boolean;
  /** Where the viewer can ask for a recall. */
  readonly recall?: string;
}

export interface RoleModel {
  readonly role: RoleName;
  readonly seats: number;
  readonly holders: readonly HolderModel[];
  /** An election under way: “Looking for people who stand, until …”. */
  readonly election?: { readonly title: string; readonly path: string; readonly sentence: string };
  /** The viewer is the founder and may give somebody an empty seat. */
  readonly mayAppoint: boolean;
}

export interface RolesModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly roles: readonly RoleModel[];
  readonly petitions: readonly { readonly title: string; readonly path: string; readonly sentence: string }[];
  /** While the founder's acts are provisional: until then, at the latest. */
  readonly provisionalUntil?: Date;
  /** The founder's form as it was sent, for the role it was about. */
  readonly appoint?: { readonly role: string; readonly form: Form<'member'> };
}

/** Who does what for the community, and how they came to it. */
export function rolesPage(model: RolesModel): Html {
  const { shell, community, roles, petitions, appoint } = model;
  const form = appoint?.form ?? EMPTY_FORM;
  const say = sayIn(shell);
  return page(
    { shell, title: `${say.text(ROLES.short)} · ${community.title}`, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title: say(ROLES.title), lead: say(ROLES.lead) })}
${maybe(model.provisionalUntil, (at) => html`<p class="note">${say(ROLES.young, { time: time(at, say.language) })}</p>`)}
${roles.map((one) => role(one, model, say))}
${petitions.length === 0 ? nothing : html`<section><h2>${say(ROLES.recalls)}</h2><ul class="plain">${petitions.map(({ title, path, sentence }) => html`<li><a href="${href(path)}">${title}</a><br><span class="by">${sentence}</span></li>`)}</ul></section>`}`,
    howWeRunThis(community, say),
  );
}

function role(model: RoleModel, around: RolesModel, say: Say): Part {
  const { seats, holders, election } = model;
  const empty = Math.max(0, seats - holders.length);
  return html`<section id="${model.role}"><h2>${say(HOLDERS[model.role])}</h2><p>${say(HOLDERS_DO[model.role])}</p>
${holders.length === 0 ? nothing : html`<ul class="plain">${holders.map((one) => holder(one, model.role, around.community, say))}</ul>`}
<p class="by">${say(ROLES.seats, { seats, empty })}</p>
${maybe(election, ({ title: name, path, sentence }) => html`<p><a href="${href(path)}">${name}</a>: ${sentence}.</p>`)}
${when(model.mayAppoint && empty > 0, () => appointing(model, around, say))}</section>`;
}

function holder(model: HolderModel, role: RoleName, community: CommunityBrief, say: Say): Part {
  const { author, since, until, election, mayResign, recall } = model;
  const term = { since: day(since, say.language), until: day(until, say.language) };
  const held = election
    ? say(ROLES.elected, { ...term, id: election.id, a: link(election.path) })
    : say(ROLES.appointed, term);
  return html`<li class="entry"><p class="by">${byline(author)}</p><p>${held}</p>${when(mayResign, () => html`<form class="leave" method="post" action="${href(`${community.path}/roles/resign`)}"><input type="hidden" name="role" value="${role}"><button class="plain" type="submit">${say(ROLES.giveBack)}</button></form>`)}${maybe(recall, (path) => html`<p><a href="${href(path)}">${say(RECALL.ask)}</a></p>`)}</li>`;
}

function appointing({ role }: RoleModel, { community, appoint }: RolesModel, say: Say): Part {
  const form = appoint?.role === role ? appoint.form : EMPTY_FORM;
  const id = appoint?.role === role ? 'member' : `member-${role}`;
  return html`<form method="post" action="${href(`${community.path}/roles/appoint`)}"><input type="hidden" name="role" value="${role}">${field({ form, name: 'member', id, label: say(ROLES.appoint), hint: say(ROLES.byHandle, { handle: html`<bdi>@ana@north.example</bdi>` }), autocomplete: 'off', code: true, max: 320, say })}${act(say.text(ROLES.doAppoint))}<p class="who-sees">${say(ROLES.appointSeen)}</p></form>`;
}
