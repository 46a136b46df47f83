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
  /** The viewer is a member: some pages are for members alone. */
  readonly member?: boolean;
  /** It lives here and everybody may read it: what it shows is there as a feed. */
  readonly feeds?: boolean;
  /** Its members have decided to take voices without a name. */
  readonly voices?: boolean;
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

/** How somebody reads along without any account. */
export function byFeed(path: string): Html {
  return html`<p class="aside">Read along with a feed reader: <a href="${href(`${path}/feed.atom`)}">Atom</a> or <a href="${href(`${path}/feed.rss`)}">RSS</a>.</p>`;
}

/** Where its learning sessions are, whoever may read them. */
export function learnHere({ path, closed }: CommunityBrief): Part {
  return when(
    closed !== true,
    () => html`<section><h2>Learning</h2><p><a href="${href(`${path}/sessions`)}">Learning sessions</a></p></section>`,
  );
}

/** “community · Machine makers’ guild”, above a page of a community. */
export function within(community: CommunityBrief, what?: string): Part {
  return html`${maybe(what, (kind) => html`${kind} · `)}<a href="${href(community.path)}">${community.title}</a>`;
}

type Page = readonly [page: string, name: string];

/** What is asked of a community's own pages, and which answer. */
const PAGES: readonly { readonly title: string; readonly pages: readonly Page[] }[] = [
  {
    title: 'Decide',
    pages: [
      ['proposals', 'Proposals'],
      ['roles', 'Roles and elections'],
      ['delegations', 'Voting for each other'],
      ['voice', 'Speak without a name'],
    ],
  },
  {
    title: 'What holds',
    pages: [
      ['rules', 'Rules in force'],
      ['charter', 'Charter'],
      ['lists', 'Lists of servers'],
    ],
  },
  {
    title: 'When something goes wrong',
    pages: [
      ['cases', 'Cases and reports'],
      ['juries', 'Juries'],
      ['emergencies', 'Emergencies'],
      ['figures', 'Figures'],
    ],
  },
  {
    title: 'Check it',
    pages: [
      ['record', 'Open book'],
      ['record/verify', 'Verify it'],
      ['health', 'How the network is'],
    ],
  },
];

/** What one agrees to by joining: open to everybody, also where all else is for members. */
const OPEN_TO_ALL: readonly string[] = ['rules', 'charter'];
const FOR_MEMBERS: readonly string[] = ['delegations', 'lists'];

/** Where the community's own pages are. Its rules and its record stand at its home alone. */
export function howWeRunThis(community: CommunityBrief): Html {
  return html`<section class="how"><h2>How we run this</h2>${community.home === 'here' ? pagesOf(community) : atHome(community)}</section>`;
}

function pagesOf({ path, closed, member, voices }: CommunityBrief): Part {
  const isOpen = ([page]: Page): boolean => (page !== 'voice' || voices === true) && isForViewer(page);
  const isForViewer = (page: string): boolean =>
    closed === true ? OPEN_TO_ALL.includes(page) : member === true || !FOR_MEMBERS.includes(page);
  const link = ([page, name]: Page): Html => html`<li><a href="${href(`${path}/${page}`)}">${name}</a></li>`;
  const groups = PAGES.map(({ title, pages }) => {
    const shown = pages.filter(isOpen);
    return shown.length === 0 ? nothing : html`<h3>${title}</h3><ul class="links">${shown.map(link)}</ul>`;
  });
  return html`${groups}${when(closed === true, () => html`<p>Proposals, roles and the open book are for members.</p>`)}`;
}

function atHome({ handle, url }: CommunityBrief): Html {
  return html`<p>The charter, the rules and the open book are at the community’s home.</p>${maybe(url, (at) => html`<p><a href="${href(at)}" rel="nofollow noopener">Go to ${handle}</a></p>`)}`;
}
