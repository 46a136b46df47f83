import type { Html, Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { communityList } from '../parts/community.ts';
import type { DoorsModel } from '../parts/doors.ts';
import { doorSentences } from '../parts/doors.ts';
import { pagination } from '../parts/pagination.ts';
import type { PostModel } from '../parts/post.ts';
import { posts } from '../parts/post.ts';
import type { ProposalBrief } from '../parts/proposal-list.ts';
import { beingDecided } from '../parts/proposal-list.ts';
import { watch } from '../parts/watch.ts';
import { HOME } from '../words/home.ts';
import { LEARNING } from '../words/learning.ts';
import { SHELL } from '../words/shell.ts';
import { link, type Say } from '../words/speaking.ts';

export interface WelcomeModel {
  readonly shell: Shell;
  readonly communities: readonly CommunityBrief[];
  readonly doors: DoorsModel;
}

/** What this place is, for somebody who is not signed in. */
export function welcomePage({ shell, communities, doors }: WelcomeModel): Html {
  const say = sayIn(shell);
  return page(
    { shell, title: say.text(HOME.welcome), speaks: say.language },
    html`${heading({ kind: say(HOME.kind), title: shell.host, lead: say(HOME.lead) })}
<h2>${say(HOME.here)}</h2>
${communities.length === 0 ? html`<p class="empty">${say(HOME.none)}</p>` : communityList(communities)}`,
    html`<section class="note"><h2>${say(HOME.joinFromOwn)}</h2><p>${say(HOME.searchHandle)}</p></section>
<section><h2>${say(HOME.accountHere)}</h2><p>${doorSentences(doors, say)}</p><p><a href="/sign-in">${say(SHELL.signIn)}</a></p></section>`,
  );
}

export interface LatelyModel {
  readonly shell: Shell;
  /** Newest first, of all the viewer's communities. */
  readonly posts: readonly PostModel[];
  readonly deciding: readonly ProposalBrief[];
  readonly communities: readonly CommunityBrief[];
  readonly older?: string;
  readonly newer?: string;
  /** The newest that was there when she was last here, as her browser remembers it. */
  readonly lastHere?: Date;
}

/** What is new in somebody's communities, by time alone, with an end. */
export function latelyPage({ shell, posts: all, deciding, communities, lastHere, ...pages }: LatelyModel): Html {
  const say = sayIn(shell);
  const title = say.text(SHELL.lately);
  // An older page may have nothing left to show.
  const end = endOf(all.length > 0 || pages.newer !== undefined, communities, say);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ title, lead: say(HOME.latelyLead) })}
<p><a href="/learning">${say(LEARNING.sessionsAndGuides)}</a></p>
${pages.newer === undefined && all.length > 0 ? watch(say) : nothing}${byVisits(all, lastHere, say)}${pages.older === undefined ? end : nothing}${pagination(pages, say)}`,
    html`${beingDecided(deciding, say)}<section><h2>${say(HOME.yours)}</h2>${communityLinks(communities)}<p><a href="/communities">${say(HOME.all)}</a></p></section>`,
  );
}

/** What there is to do where nothing is to be read; else that she has read it. */
function endOf(isRead: boolean, [first]: readonly CommunityBrief[], say: Say): Part {
  if (first === undefined) return html`<p class="empty">${say(HOME.inNone, { a: link('/communities') })}</p>`;
  if (isRead) return html`<p class="caught-up">${say(HOME.caughtUp)}</p>`;
  const places = { a: link(`${first.path}/write`), community: first.title };
  return html`<p class="empty">${say(HOME.nothingYet, places)}</p>`;
}

/** What came since she was last here, and what she may have seen. */
function byVisits(all: readonly PostModel[], lastHere: Date | undefined, say: Say): Part {
  const fresh = lastHere === undefined ? [] : all.filter(({ at }) => at > lastHere);
  if (lastHere === undefined || all.length === 0)
    return html`<h2 class="heard">${say(HOME.posts)}</h2>${posts(all, say)}`;
  if (fresh.length === 0) {
    return html`<p class="empty">${say(HOME.nothingNew)}</p><h2>${say(HOME.before)}</h2>${posts(all, say)}`;
  }
  const older = all.slice(fresh.length);
  return html`<h2>${say(HOME.since)}</h2>${posts(fresh, say)}${older.length === 0 ? nothing : html`<h2>${say(HOME.before)}</h2>${posts(older, say)}`}`;
}

const communityLinks = (communities: readonly CommunityBrief[]): Html =>
  html`<ul class="links">${communities.map(({ path, title }) => html`<li><a href="${href(path)}">${title}</a></li>`)}</ul>`;
