import type { Html, Part } from '../html.ts';
import { href, html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { day } from '../parts/time.ts';

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

const SUGGESTED = {
  suspend: 'suspend it',
  limit: 'limit it to members',
  'reject-media': 'leave out its pictures and files',
} as const;

/** Servers that lists kept elsewhere name, each with one way on: to propose a decision. */
export function listsPage({ shell, community, lists, entries }: ListsModel): Html {
  const lead = 'What others say about servers. Nothing of it applies here, unless members propose it and vote for it.';
  return page(
    { shell, title: `Lists of servers · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Lists of servers', lead })}
${followed(lists, community)}
<section><h2>Named by them</h2>${entries.length === 0 ? html`<p class="empty">No server is named that has not been decided about.</p>` : table(entries)}</section>`,
  );
}

function followed(lists: ListsModel['lists'], { path }: CommunityBrief): Part {
  const propose = html`<p><a href="${href(`${path}/propose/draft?change=follow-list`)}">Propose to look at another list</a></p>`;
  if (lists.length === 0) return html`<p class="empty">This community looks at no list.</p>${propose}`;
  return html`<section><h2>Lists looked at</h2><ul class="plain">${lists.map(
    ({ list, since }) => html`<li><span class="handle">${list}</span>, since ${day(since)}</li>`,
  )}</ul>${propose}</section>`;
}

function table(entries: ListsModel['entries']): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Servers named by lists"><table><caption class="heard">Servers named by lists</caption><thead><tr><th scope="col">Server</th><th scope="col">What the list suggests</th><th scope="col">Why</th><th scope="col">Since</th></tr></thead><tbody>${entries.map(
    ({ server, kind, reason, list, since, decide }) =>
      html`<tr><th scope="row"><a href="${href(decide)}">${server}</a></th><td>${SUGGESTED[kind]}</td><td>${reason}${when(lists(entries) > 1, () => html` <small class="handle">${list}</small>`)}</td><td>${day(since)}</td></tr>`,
  )}</tbody></table></div><p class="who-sees">A server’s name leads to the form in which you can propose a decision about it.</p>`;
}

const lists = (entries: ListsModel['entries']): number => new Set(entries.map(({ list }) => list)).size;
