import type { Html, Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { pagination } from '../parts/pagination.ts';
import type { Author } from '../parts/person.ts';
import { name, organisationTag } from '../parts/person.ts';
import { day } from '../parts/time.ts';
import { PROBLEM, PROBLEMS } from '../words/problems.ts';
import type { Say } from '../words/speaking.ts';

export type ProblemStanding = 'open' | 'tried' | 'changed' | 'set-aside';

/** A problem as lists name it. */
export interface ProblemBrief {
  readonly title: string;
  readonly path: string;
  readonly community: { readonly title: string; readonly path: string };
  readonly by: Author;
  readonly state: ProblemStanding;
  readonly since: Date;
  readonly owners: readonly Author[];
}

export interface ProblemsModel {
  readonly shell: Shell;
  readonly problems: readonly ProblemBrief[];
  /** Where the viewer may write one down; `null` for a visitor. */
  readonly communities: readonly Pick<CommunityBrief, 'title' | 'path'>[] | null;
  readonly older?: string;
  readonly newer?: string;
}

const GROUPS = [
  ['open', PROBLEMS.openTitle],
  ['tried', PROBLEMS.triedTitle],
  ['changed', PROBLEMS.changedTitle],
  ['set-aside', PROBLEMS.asideTitle],
] as const;

/** What keeps getting in the way in the viewer's communities, by where it stands. */
export function problemsPage({ shell, problems, communities, ...pages }: ProblemsModel): Html {
  const say = sayIn(shell);
  const groups = GROUPS.map(([state, title]): Part => {
    const here = problems.filter((one) => one.state === state);
    return here.length === 0
      ? nothing
      : html`<section><h2>${say(title)}</h2><ul class="plain">${here.map((one) => brief(one, say))}</ul></section>`;
  });
  return page(
    { shell, title: say.text(PROBLEMS.title), speaks: say.language },
    html`${heading({ title: say(PROBLEMS.title), lead: say(PROBLEMS.lead) })}
${problems.length === 0 ? html`<p class="empty">${say(PROBLEMS.none)}</p>` : groups}${pagination(pages, say)}`,
    aside(communities, say),
  );
}

function brief({ title, path, community, by, owners, since }: ProblemBrief, say: Say): Html {
  return html`<li class="entry"><p class="kind"><a href="${href(community.path)}">${community.title}</a></p><h3><a href="${href(path)}" dir="auto">${title}</a></h3><p class="by">${ownersOf(owners, say)} <span>${say(PROBLEMS.openedBy, { name: by.name })}</span> ${day(since, say.language)}</p></li>`;
}

/** Who has taken it on, each with her organisation, in the order in which they did. */
export function ownersOf(owners: readonly Author[], say: Say): Part {
  if (owners.length === 0) return html`<span>${say(PROBLEMS.notOwned)}</span>`;
  return html`<span class="owners">${say(PROBLEMS.ownedBy)} ${owners.map((owner, at) => [at === 0 ? '' : ', ', name(owner), owner.organisation === undefined ? '' : [' ', organisationTag(owner.organisation)]])}.</span>`;
}

function aside(communities: ProblemsModel['communities'], say: Say): Part {
  const changed = html`<section><p><a href="/changes">${say(PROBLEM.changed)}</a></p></section>`;
  if (communities === null) return changed;
  const where =
    communities.length === 0
      ? html`<p>${say(PROBLEMS.joinFirst)}</p>`
      : html`<p>${say(PROBLEMS.writeIn)}</p><ul class="links">${communities.map(({ title, path }) => html`<li><a href="${href(`${path}/problems/new`)}">${title}</a></li>`)}</ul>`;
  return html`<section class="note"><h2>${say(PROBLEMS.writeOne)}</h2>${where}</section>${changed}`;
}
