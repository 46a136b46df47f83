import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';

/** A community as other pages name it. */
export interface CommunityBrief {
  readonly title: string;
  /** `@guild@north.example` */
  readonly handle: string;
  /** Its page here; everything of the community lies below it. */
  readonly path: string;
  readonly home: 'here' | 'elsewhere';
  readonly purpose: string;
  /** What is written and decided in it is for its members alone, and the viewer is none. */
  readonly closed?: boolean;
  /** Its own page at its home server, when that is elsewhere. */
  readonly url?: string;
}

/** One after another: title, handle, purpose. */
export function communityList(communities: readonly CommunityBrief[]): Part {
  if (communities.length === 0) return nothing;
  return html`<ul class="plain">${communities.map(
    (community) =>
      html`<li class="entry"><h3><a href="${href(community.path)}">${community.title}</a></h3><p class="by"><span class="handle">${community.handle}</span></p>${when(community.purpose !== '', () => html`<p>${community.purpose}</p>`)}</li>`,
  )}</ul>`;
}

/** How somebody on another server comes in. */
export function joinFromElsewhere(handle: string, byRequest = false): Html {
  return html`<section class="note"><h2>Join from your own server</h2><p>Search for <b class="handle">${handle}</b> in any fediverse app and follow it. ${byRequest ? 'When a member has let you in, you' : 'You'} can post, reply and vote from there.</p></section>`;
}

/** “community · Machine makers’ guild”, above a page of a community. */
export function within(community: CommunityBrief, what?: string): Part {
  return html`${maybe(what, (kind) => html`${kind} · `)}<a href="${href(community.path)}">${community.title}</a>`;
}

/** Where the community's own pages are. Its rules and its record stand at its home alone. */
export function howWeRunThis(community: CommunityBrief): Html {
  const link = (page: string, name: string): Html =>
    html`<li><a href="${href(`${community.path}/${page}`)}">${name}</a></li>`;
  return html`<section><h2>How we run this</h2>${
    community.home === 'here'
      ? html`<ul class="links">${when(community.closed !== true, () => link('proposals', 'Proposals'))}${link('rules', 'Rules in force')}${link('charter', 'Charter')}${when(community.closed !== true, () => [link('roles', 'Roles and elections'), link('cases', 'Cases'), link('juries', 'Juries'), link('emergencies', 'Emergencies'), link('record', 'Open book')])}</ul>${when(community.closed === true, () => html`<p>Proposals, roles and the open book are for members.</p>`)}`
      : html`<p>The charter, the rules and the open book are at the community’s home.</p>${maybe(community.url, (url) => html`<p><a href="${href(url)}" rel="nofollow noopener">Go to ${community.handle}</a></p>`)}`
  }</section>`;
}
