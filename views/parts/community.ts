import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import { HOME } from '../words/home.ts';
import { COME_IN, HOW } from '../words/how-we-run-this.ts';
import type { Message } from '../words/language.ts';
import { LEARNING } from '../words/learning.ts';
import { link, type Say, speaker } from '../words/speaking.ts';

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
export function joinFromElsewhere(handle: string, say: Say, byRequest = false): Html {
  const how = byRequest ? COME_IN.searchAndWait : COME_IN.search;
  return html`<section class="note"><h2>${say(HOME.joinFromOwn)}</h2><p>${say(how, { handle: html`<b class="handle">${handle}</b>` })}</p></section>`;
}

/** How somebody reads along without any account. */
export function byFeed(path: string, say: Say): Html {
  const feeds = { atom: link(`${path}/feed.atom`), rss: link(`${path}/feed.rss`) };
  return html`<p class="aside">${say(COME_IN.byFeed, feeds)}</p>`;
}

/** Where its learning sessions are, whoever may read them. */
export function learnHere({ path, closed }: CommunityBrief, say: Say): Part {
  return when(
    closed !== true,
    () =>
      html`<section><h2>${say(LEARNING.title)}</h2><p><a href="${href(`${path}/sessions`)}">${say(HOW.sessions)}</a></p></section>`,
  );
}

/** “community · Machine makers’ guild”, above a page of a community. */
export function within(community: CommunityBrief, what?: string): Part {
  return html`${maybe(what, (kind) => html`${kind} · `)}<a href="${href(community.path)}">${community.title}</a>`;
}

type Page = readonly [page: string, name: Message];

/** What is asked of a community's own pages, and which answer. */
const PAGES: readonly { readonly title: Message; readonly pages: readonly Page[] }[] = [
  {
    title: HOW.decide,
    pages: [
      ['proposals', HOW.proposals],
      ['roles', HOW.roles],
      ['delegations', HOW.delegations],
      ['voice', HOW.voice],
    ],
  },
  {
    title: HOW.holds,
    pages: [
      ['rules', HOW.rules],
      ['charter', HOW.charter],
      ['lists', HOW.lists],
    ],
  },
  {
    title: HOW.wrong,
    pages: [
      ['cases', HOW.cases],
      ['juries', HOW.juries],
      ['emergencies', HOW.emergencies],
      ['figures', HOW.figures],
    ],
  },
  {
    title: HOW.check,
    pages: [
      ['record', HOW.record],
      ['record/verify', HOW.verify],
      ['health', HOW.health],
    ],
  },
];

/** What one agrees to by joining: open to everybody, also where all else is for members. */
const OPEN_TO_ALL: readonly string[] = ['rules', 'charter'];
const FOR_MEMBERS: readonly string[] = ['delegations', 'lists'];

/** Where the community's own pages are. Its rules and its record stand at its home alone. */
export function howWeRunThis(community: CommunityBrief, say: Say = speaker('en')): Html {
  return html`<section class="how"><h2>${say(HOW.title)}</h2>${community.home === 'here' ? pagesOf(community, say) : atHome(community, say)}</section>`;
}

function pagesOf({ path, closed, member, voices }: CommunityBrief, say: Say): Part {
  const isOpen = ([page]: Page): boolean => (page !== 'voice' || voices === true) && isForViewer(page);
  const isForViewer = (page: string): boolean =>
    closed === true ? OPEN_TO_ALL.includes(page) : member === true || !FOR_MEMBERS.includes(page);
  const item = ([page, name]: Page): Html => html`<li><a href="${href(`${path}/${page}`)}">${say(name)}</a></li>`;
  const groups = PAGES.map(({ title, pages }) => {
    const shown = pages.filter(isOpen);
    return shown.length === 0 ? nothing : html`<h3>${say(title)}</h3><ul class="links">${shown.map(item)}</ul>`;
  });
  return html`${groups}${when(closed === true, () => html`<p>${say(HOW.restForMembers)}</p>`)}`;
}

function atHome({ handle, url }: CommunityBrief, say: Say): Html {
  const named = html`<span class="handle">${handle}</span>`;
  return html`<p>${say(HOW.atHome)}</p>${maybe(url, (at) => html`<p><a href="${href(at)}" rel="nofollow noopener">${say(HOW.goTo, { handle: named })}</a></p>`)}`;
}
