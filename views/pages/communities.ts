import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { communityList } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { COMMUNITIES, HOME } from '../words/home.ts';
import { SHELL } from '../words/shell.ts';
import { link, type Say } from '../words/speaking.ts';

export interface CommunitiesModel {
  readonly shell: Shell;
  readonly here: readonly CommunityBrief[];
  /** On other servers, and the viewer is in them. */
  readonly elsewhere: readonly CommunityBrief[];
  readonly lookup: Form<'address'>;
}

const foundOne = (say: Say): Html =>
  html`<section><h2>${say(COMMUNITIES.found)}</h2><p>${say(COMMUNITIES.anyMember)}</p><p><a class="do" href="/found">${say(COMMUNITIES.found)}</a></p></section>`;

const lookFor = (lookup: CommunitiesModel['lookup'], say: Say): Html =>
  html`<section><h2>${say(COMMUNITIES.join)}</h2><form method="post" action="/communities/lookup">
${field({ form: lookup, name: 'address', label: say(COMMUNITIES.handle), hint: say(COMMUNITIES.like, { handle: html`<span class="handle">@guild@north.example</span>`, address: 'https://north.example/communities/guild' }), autocomplete: 'off', max: 500, code: true, say })}
${act(say.text(COMMUNITIES.find))}
</form></section>`;

export function communitiesPage({ shell, here, elsewhere, lookup }: CommunitiesModel): Html {
  const say = sayIn(shell);
  const title = say.text(SHELL.communities);
  return page(
    { shell, title, speaks: say.language, failed: failed(lookup) },
    html`${errorSummary(lookup, say)}${heading({ title })}
<p>${say(COMMUNITIES.explore, { a: link('/explore') })}</p>
<section><h2>${say(COMMUNITIES.here, { host: shell.host })}</h2>${here.length === 0 ? html`<p class="empty">${say(HOME.none)}</p>` : communityList(here)}</section>
${when(elsewhere.length > 0, () => html`<section><h2>${say(COMMUNITIES.elsewhere)}</h2>${communityList(elsewhere)}</section>`)}
${shell.viewer ? [lookFor(lookup, say), foundOne(say)] : html`<section><h2>${say(COMMUNITIES.takePart)}</h2><p>${say(COMMUNITIES.followAny, { a: link('/sign-in') })}</p></section>`}`,
  );
}
