import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, EMPTY_FORM, failed, field } from '../parts/field.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import { day, time } from '../parts/time.ts';

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
  /** `moderator`: how forms name it. */
  readonly role: string;
  /** “Moderators”. */
  readonly title: string;
  /** What they are for, in a sentence. */
  readonly what: string;
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
  const lead = 'Members elect some of themselves, for a time. The software gives the role, and takes it back.';
  return page(
    { shell, title: `Roles · ${community.title}`, failed: failed(form) },
    html`${errorSummary(form)}${heading({ kind: within(community), title: 'Roles and elections', lead })}
${maybe(model.provisionalUntil, (at) => html`<p class="note">This community is young. Until ${time(at)} at the latest its founder acts where nobody holds a role, and may appoint members; then the members are asked whether that stands, and they elect.</p>`)}
${roles.map((one) => role(one, model))}
${petitions.length === 0 ? nothing : html`<section><h2>Recalls</h2><ul class="plain">${petitions.map(({ title, path, sentence }) => html`<li><a href="${href(path)}">${title}</a><br><span class="by">${sentence}</span></li>`)}</ul></section>`}`,
    howWeRunThis(community),
  );
}

function role(model: RoleModel, around: RolesModel): Part {
  const { title, what, seats, holders, election } = model;
  const empty = Math.max(0, seats - holders.length);
  return html`<section id="${model.role}"><h2>${title}</h2><p>${what}</p>
${holders.length === 0 ? nothing : html`<ul class="plain">${holders.map((one) => holder(one, model.role, around.community))}</ul>`}
<p class="by">${seats} ${seats === 1 ? 'seat' : 'seats'}; ${empty === 0 ? 'all are taken' : `${empty} ${empty === 1 ? 'is' : 'are'} empty`}.</p>
${maybe(election, ({ title: name, path, sentence }) => html`<p><a href="${href(path)}">${name}</a>: ${sentence}.</p>`)}
${when(model.mayAppoint && empty > 0, () => appointing(model, around))}</section>`;
}

function holder(model: HolderModel, role: string, community: CommunityBrief): Part {
  const { author, since, until, election, mayResign, recall } = model;
  const by = election
    ? html`elected in <a href="${href(election.path)}">${election.id}</a>`
    : 'appointed by the founder, provisionally';
  return html`<li class="entry"><p class="by">${byline(author)}</p><p>Since ${day(since)}, until ${day(until)}; ${by}.</p>${when(mayResign, () => html`<form class="leave" method="post" action="${href(`${community.path}/roles/resign`)}"><input type="hidden" name="role" value="${role}"><button class="plain" type="submit">Give this role back</button></form>`)}${maybe(recall, (path) => html`<p><a href="${href(path)}">Ask for a recall</a></p>`)}</li>`;
}

function appointing({ role }: RoleModel, { community, appoint }: RolesModel): Part {
  const form = appoint?.role === role ? appoint.form : EMPTY_FORM;
  const id = appoint?.role === role ? 'member' : `member-${role}`;
  return html`<form method="post" action="${href(`${community.path}/roles/appoint`)}"><input type="hidden" name="role" value="${role}">${field({ form, name: 'member', id, label: 'Appoint a member', hint: 'By handle, like @ana@north.example.', autocomplete: 'off', code: true, max: 320 })}${act('Appoint provisionally')}<p class="who-sees">It stands in the open book, and ends unless the members ratify it.</p></form>`;
}
