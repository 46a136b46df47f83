import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type CommunityBrief, communityList } from '../parts/community.ts';
import { type Author, byline } from '../parts/person.ts';
import { type PostModel, posts } from '../parts/post.ts';
import { EXPLORE } from '../words/explore.ts';
import { link, type Say } from '../words/speaking.ts';

export interface ExploreModel {
  readonly shell: Shell;
  /** Hashtags without the sign. */
  readonly interests: readonly string[];
  readonly here: readonly CommunityBrief[];
  readonly linked: readonly CommunityBrief[];
  readonly people: readonly Author[];
}

/** What there is to find: interests, then communities, then people who said that they want to be found. */
export function explorePage({ shell, interests, here, linked, people }: ExploreModel): Html {
  const say = sayIn(shell);
  const tags = interests.map((tag) => html`<li><a href="${href(searchPath(`#${tag}`))}">#${tag}</a></li>`);
  const none = (message: Part): Html => html`<p class="empty">${message}</p>`;
  return page(
    { shell, title: say.text(EXPLORE.title), speaks: say.language },
    html`${heading({ kind: shell.host, title: say(EXPLORE.title), lead: say(EXPLORE.lead) })}
${searchForm('', say)}
<section><h2>${say(EXPLORE.interests)}</h2>${tags.length === 0 ? none(say(EXPLORE.noInterests)) : html`<p class="who-sees">${say(EXPLORE.interestsNote)}</p><ul class="links">${tags}</ul>`}</section>
<section><h2>${say(EXPLORE.here)}</h2>${here.length === 0 ? none(say(EXPLORE.noHere, { a: link('/found') })) : communityList(here)}</section>
<section><h2>${say(EXPLORE.linked)}</h2>${linked.length === 0 ? none(say(EXPLORE.noLinked)) : communityList(linked)}</section>`,
    html`<section><h2>${say(EXPLORE.people)}</h2>${people.length === 0 ? none(say(EXPLORE.noPeople, { a: link('/you') })) : peopleList(people)}</section>
<section><p>${say(EXPLORE.more, { health: link('/health-of-the-network'), book: link('/open-book') })}</p></section>`,
  );
}

export interface SearchModel {
  readonly shell: Shell;
  readonly q: string;
  /** Absent where nothing was asked for yet. */
  readonly found?: {
    readonly communities: readonly CommunityBrief[];
    readonly people: readonly Author[];
    /** `sign-in`: only members have posts looked through; `refused`: it could not be understood. */
    readonly posts: readonly PostModel[] | 'sign-in' | 'refused';
  };
}

/** What was found of what the viewer may see. */
export function searchPage({ shell, q, found }: SearchModel): Html {
  const say = sayIn(shell);
  const title = found === undefined ? say.text(EXPLORE.search) : say.text(EXPLORE.found, { q });
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ title })}${searchForm(q, say)}${maybe(found, (all) => results(all, say))}`,
    html`<section><p>${say(EXPLORE.seen)}</p><p><a href="/explore">${say(EXPLORE.title)}</a></p></section>`,
  );
}

function results({ communities, people, posts: found }: NonNullable<SearchModel['found']>, say: Say): Html {
  const nobody = html`<p class="empty">${say(EXPLORE.nothing)}</p>`;
  const postsFound: Part =
    found === 'sign-in'
      ? html`<p>${say(EXPLORE.signIn, { a: link('/sign-in') })}</p>`
      : found === 'refused'
        ? html`<p>${say(EXPLORE.refused)}</p>`
        : found.length === 0
          ? nobody
          : posts(found, say);
  return html`<h2>${say(EXPLORE.posts)}</h2>${postsFound}
${communities.length === 0 ? nothing : html`<section><h2>${say(EXPLORE.communities)}</h2>${communityList(communities)}</section>`}
${people.length === 0 ? nothing : html`<section><h2>${say(EXPLORE.peopleFound)}</h2>${peopleList(people)}</section>`}`;
}

const searchPath = (q: string): string => `/search?q=${encodeURIComponent(q)}`;

const searchForm = (q: string, say: Say): Html =>
  html`<form method="get" action="/search" role="search"><label class="field" for="q">${say(EXPLORE.look)}</label><p class="hint" id="q-hint">${say(EXPLORE.hint)}</p><input id="q" name="q" type="search" value="${q}" maxlength="500" autocomplete="off" aria-describedby="q-hint"><button class="do" type="submit">${say(EXPLORE.search)}</button></form>`;

const peopleList = (people: readonly Author[]): Html =>
  html`<ul class="plain">${people.map((person) => html`<li>${byline(person)}</li>`)}</ul>`;
