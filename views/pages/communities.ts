import type { Html } from '../html.ts';
import { html, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { communityList } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';

export interface CommunitiesModel {
  readonly shell: Shell;
  readonly here: readonly CommunityBrief[];
  /** On other servers, and the viewer is in them. */
  readonly elsewhere: readonly CommunityBrief[];
  readonly lookup: Form<'address'>;
}

const FOUND = html`<section><h2>Found a community</h2><p>Any member of this server may, on any subject. Nobody has to approve it.</p><p><a class="do" href="/found">Found a community</a></p></section>`;

export function communitiesPage({ shell, here, elsewhere, lookup }: CommunitiesModel): Html {
  const form = html`<section><h2>Join a community on another server</h2><form method="post" action="/communities/lookup">
${field({ form: lookup, name: 'address', label: 'Its handle or address', hint: html`Like <span class="handle">@guild@north.example</span> or https://north.example/communities/guild`, autocomplete: 'off', max: 500, code: true })}
${act('Find it')}
</form></section>`;
  return page(
    { shell, title: 'Communities', failed: failed(lookup) },
    html`${errorSummary(lookup)}${heading({ title: 'Communities' })}
<p><a href="/explore">Explore</a> what people care about, here and on linked servers.</p>
<section><h2>Here, on ${shell.host}</h2>${here.length === 0 ? html`<p class="empty">There is none yet.</p>` : communityList(here)}</section>
${when(elsewhere.length > 0, () => html`<section><h2>On other servers, with you in them</h2>${communityList(elsewhere)}</section>`)}
${shell.viewer ? [form, FOUND] : html`<section><h2>Take part</h2><p>Follow any of them from your own server, or <a href="/sign-in">sign in</a> here.</p></section>`}`,
  );
}
