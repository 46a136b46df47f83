import type { Html, Part } from '../html.ts';
import { href, html, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { communityList } from '../parts/community.ts';
import type { DoorsModel } from '../parts/doors.ts';
import { doorSentences } from '../parts/doors.ts';
import { pagination } from '../parts/pagination.ts';
import type { PostModel } from '../parts/post.ts';
import { posts } from '../parts/post.ts';
import type { ProposalBrief } from '../parts/proposal-list.ts';
import { beingDecided } from '../parts/proposal-list.ts';

export interface WelcomeModel {
  readonly shell: Shell;
  readonly communities: readonly CommunityBrief[];
  readonly doors: DoorsModel;
}

/** What this place is, for somebody who is not signed in. */
export function welcomePage({ shell, communities, doors }: WelcomeModel): Html {
  const lead =
    'Communities that belong to the people in them: they write the rules, vote on them, and everything done with power stands in an open book.';
  return page(
    { shell, title: 'Welcome' },
    html`${heading({ kind: 'a folkmoot server', title: shell.host, lead })}
<h2>Communities here</h2>
${communities.length === 0 ? html`<p class="empty">There is none yet.</p>` : communityList(communities)}`,
    html`<section class="note"><h2>Join from your own server</h2><p>Search for a community’s handle in any fediverse app and follow it. You can post, reply and vote from there.</p></section>
<section><h2>An account here</h2><p>${doorSentences(doors)}</p><p><a href="/sign-in">Sign in</a></p></section>`,
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
  const end =
    communities.length === 0
      ? html`<p class="empty">You are in no community yet. <a href="/communities">Find one</a>, here or on another server.</p>`
      : html`<p class="caught-up">You’re caught up.</p>`;
  return page(
    { shell, title: 'Lately' },
    html`${heading({ title: 'Lately', lead: 'New in your communities, the newest first.' })}
${byVisits(all, lastHere)}${pages.older === undefined ? end : nothing}${pagination(pages)}`,
    html`${beingDecided(deciding)}<section><h2>Your communities</h2>${communityLinks(communities)}<p><a href="/communities">All communities</a></p></section><section><h2>Learning</h2><p><a href="/learning">Learning sessions and practice guides</a></p></section>`,
  );
}

/** What came since she was last here, and what she may have seen. */
function byVisits(all: readonly PostModel[], lastHere: Date | undefined): Part {
  const fresh = lastHere === undefined ? [] : all.filter(({ at }) => at > lastHere);
  if (lastHere === undefined || all.length === 0) return html`<h2 class="heard">Posts</h2>${posts(all)}`;
  if (fresh.length === 0) {
    return html`<p class="empty">Nothing new since you were last here.</p><h2>Before that</h2>${posts(all)}`;
  }
  const older = all.slice(fresh.length);
  return html`<h2>Since you were last here</h2>${posts(fresh)}${older.length === 0 ? nothing : html`<h2>Before that</h2>${posts(older)}`}`;
}

const communityLinks = (communities: readonly CommunityBrief[]): Html =>
  html`<ul class="links">${communities.map(({ path, title }) => html`<li><a href="${href(path)}">${title}</a></li>`)}</ul>`;
