import type { Html, Part } from '../html.ts';
import { href, html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { day } from '../parts/time.ts';
import { SERVER_LISTS, SUGGESTED } from '../words/server-lists.ts';
import type { Say } from '../words/speaking.ts';

export interface ListsModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** The lists that the members have decided to look at. */
  readonly lists: readonly { readonly list: string; readonly since: Date }[];
  /** What they say and nobody has decided about yet; the latest first. */
  readonly entries: readonly {
    readonly server: string;
    /** What the list suggests. */
    readonly kind: 'suspend' | 'limit' | 'reject-media';
    readonly reason: string;
    readonly list: string;
    readonly since: Date;
    /** The form to propose it, filled in. */
    readonly decide: string;
  }[];
}

/** Servers that lists kept elsewhere name, each with one way on: to propose a decision. */
export function listsPage({ shell, community, lists, entries }: ListsModel): Html {
  const say = sayIn(shell);
  const title = say.text(SERVER_LISTS.title);
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title, lead: say(SERVER_LISTS.lead) })}
${followed(lists, community, say)}
<section><h2>${say(SERVER_LISTS.named)}</h2>${entries.length === 0 ? html`<p class="empty">${say(SERVER_LISTS.noneNamed)}</p>` : table(entries, say)}</section>`,
  );
}

function followed(lists: ListsModel['lists'], { path }: CommunityBrief, say: Say): Part {
  const propose = html`<p><a href="${href(`${path}/propose/draft?change=follow-list`)}">${say(SERVER_LISTS.propose)}</a></p>`;
  if (lists.length === 0) return html`<p class="empty">${say(SERVER_LISTS.noList)}</p>${propose}`;
  return html`<section><h2>${say(SERVER_LISTS.lookedAt)}</h2><ul class="plain">${lists.map(
    ({ list, since }) =>
      html`<li>${say(SERVER_LISTS.since, { list: html`<span class="handle">${list}</span>`, day: day(since, say.language) })}</li>`,
  )}</ul>${propose}</section>`;
}

function table(entries: ListsModel['entries'], say: Say): Html {
  const name = say.text(SERVER_LISTS.table);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table><caption class="heard">${name}</caption><thead><tr><th scope="col">${say(SERVER_LISTS.server)}</th><th scope="col">${say(SERVER_LISTS.suggests)}</th><th scope="col">${say(SERVER_LISTS.why)}</th><th scope="col">${say(SERVER_LISTS.sinceWhen)}</th></tr></thead><tbody>${entries.map(
    ({ server, kind, reason, list, since, decide }) =>
      html`<tr><th scope="row"><a href="${href(decide)}">${server}</a></th><td>${say(SUGGESTED[kind])}</td><td><bdi>${reason}</bdi>${when(lists(entries) > 1, () => html` <small class="handle">${list}</small>`)}</td><td>${day(since, say.language)}</td></tr>`,
  )}</tbody></table></div><p class="who-sees">${say(SERVER_LISTS.leads)}</p>`;
}

const lists = (entries: ListsModel['entries']): number => new Set(entries.map(({ list }) => list)).size;
