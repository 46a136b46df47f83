import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type Author, name } from '../parts/person.ts';
import { time } from '../parts/time.ts';
import { LEARNING, SESSION } from '../words/learning.ts';
import type { Say } from '../words/speaking.ts';

/** A session in a list. */
export interface SessionBrief {
  readonly path: string;
  readonly title?: string;
  readonly startsAt?: Date;
  readonly place?: string;
  readonly host: Author;
  readonly community: { readonly title: string; readonly path: string };
}

export interface LearningModel {
  readonly shell: Shell;
  /** The one community it is about; absent: all of the viewer's, or all that a visitor may read. */
  readonly community?: { readonly title: string; readonly path: string };
  /** The next one first; those without a date last. */
  readonly toCome: readonly SessionBrief[];
  /** The latest first. */
  readonly goneBy: readonly SessionBrief[];
  /** Where the viewer may propose one. */
  readonly proposeIn: readonly { readonly title: string; readonly path: string }[];
  readonly guides: readonly { readonly title: string; readonly path: string }[];
}

/** Learning sessions, and the practice guides beside them. */
export function learningPage(model: LearningModel): Html {
  const { shell, community, toCome, goneBy } = model;
  const say = sayIn(shell);
  const title = community ? say.text(LEARNING.inCommunity, { title: community.title }) : say.text(LEARNING.title);
  const named = community === undefined;
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ ...(community && { kind: html`<a href="${href(community.path)}">${community.title}</a>` }), title, lead: say(LEARNING.lead) })}
<section><h2>${say(LEARNING.toCome)}</h2>${toCome.length === 0 ? html`<p class="empty">${say(LEARNING.none)}</p>` : briefs(toCome, named, say)}</section>
${when(goneBy.length > 0, () => html`<section><h2>${say(LEARNING.goneBy)}</h2>${briefs(goneBy, named, say)}</section>`)}
<p class="caught-up">${say(LEARNING.end)}</p>`,
    html`${propose(model, say)}<section><h2>${say(LEARNING.guides)}</h2><ul class="links">${model.guides.map((guide) => html`<li><a href="${href(guide.path)}">${guide.title}</a></li>`)}</ul></section>
${community === undefined ? nothing : html`<p><a href="/learning">${say(LEARNING.all)}</a></p>`}`,
  );
}

function briefs(sessions: readonly SessionBrief[], named: boolean, say: Say): Part {
  return html`<ul class="plain">${sessions.map(
    ({ path, title, startsAt, place, host, community }) =>
      html`<li class="entry"><h3><a href="${href(path)}">${title ?? say(SESSION.untitled)}</a></h3><p class="by">${startsAt === undefined ? say(LEARNING.noDate) : time(startsAt, say.language)}${maybe(place, (where) => html` <span>${where}</span>`)}</p><p class="by"><span>${say(SESSION.hosts)}</span> ${name(host)}${when(named, () => html` <span><a href="${href(community.path)}">${community.title}</a></span>`)}</p></li>`,
  )}</ul>`;
}

function propose({ proposeIn, community }: LearningModel, say: Say): Part {
  const [only, ...others] = proposeIn;
  if (only === undefined) return nothing;
  if (community !== undefined || others.length === 0)
    return html`<section><h2>${say(LEARNING.propose)}</h2><p><a class="do" href="${href(`${only.path}/sessions/new`)}">${say(LEARNING.propose)}</a></p></section>`;
  return html`<section><h2>${say(LEARNING.propose)}</h2><p>${say(LEARNING.proposeIn)}</p><ul class="links">${proposeIn.map(({ title, path }) => html`<li><a href="${href(`${path}/sessions/new`)}">${title}</a></li>`)}</ul></section>`;
}
