import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { byFeed, howWeRunThis, joinFromElsewhere, learnHere } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { type IntentModel, intentSaid } from '../parts/intent.ts';
import { meantFields } from '../parts/meant-fields.ts';
import { pagination } from '../parts/pagination.ts';
import type { Author } from '../parts/person.ts';
import { byline } from '../parts/person.ts';
import type { PostModel } from '../parts/post.ts';
import { posts } from '../parts/post.ts';
import type { ProposalBrief } from '../parts/proposal-list.ts';
import { beingDecided } from '../parts/proposal-list.ts';
import { speaker } from '../words/speaking.ts';

/** How the viewer stands to a community; `asked`: its home server has not answered yet. */
export type Membership = 'signed-out' | 'outside' | 'asked' | 'member';

export interface CommunityModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Who sees what is posted here, in a sentence. */
  readonly audience: string;
  readonly membership: Membership;
  /** What it sets out to change, as far as it has said so. */
  readonly intent?: IntentModel;
  /** The community whose charter and rules it began with. */
  readonly forkedFrom?: Pick<CommunityBrief, 'title' | 'path'>;
  /** Where it has moved to; nobody joins it or writes in it any more. */
  readonly movedTo?: string;
  /** Communities it has decided to be linked with; `agreed`: so have they. */
  readonly links?: readonly (Pick<CommunityBrief, 'title' | 'handle' | 'path'> & { readonly agreed: boolean })[];
  /** One becomes a member when a member lets one in. */
  readonly byRequest?: boolean;
  /** One becomes a member when a member has invited one. */
  readonly byInvitation?: boolean;
  /** Who asks to join: shown to members, who let them in or turn them away. */
  /** How many ask for an account on this server, where its members decide about that and the viewer is one. */
  readonly asking?: number;
  readonly requests?: readonly { readonly iri: string; readonly author: Author }[];
  /** First posts of linked communities, newest first, each naming its community. */
  readonly linked?: readonly PostModel[];
  /** First posts of threads, newest first. */
  readonly posts: readonly PostModel[];
  readonly older?: string;
  readonly newer?: string;
  readonly deciding: readonly ProposalBrief[];
  readonly write: Form<'title' | 'text' | 'circle' | 'kind' | 'welcome'>;
  /** Kinds that its members named. */
  readonly ownKinds?: readonly { readonly kind: string; readonly tag: string }[];
  /** Where held posts wait, for whoever may let them go; absent for everybody else, and when none is held. */
  readonly held?: string;
}

/** A community, founded here or mirrored from its home server. */
export function communityPage(model: CommunityModel): Html {
  const { shell, community, audience, membership, posts: all, deciding, write } = model;
  return page(
    { shell, title: community.title, failed: failed(write), ...feedsOf(community) },
    html`${errorSummary(write)}${heading({ kind: 'community', title: community.title, lead: community.purpose })}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience}</span></p>
${intentSaid(model.intent ?? {})}${maybe(model.forkedFrom, ({ title, path }) => html`<p class="by">It began as a fork of <a href="${href(path)}">${title}</a>.</p>`)}${moved(model)}${membershipForm(model)}${maybe(model.asking, accountRequests)}${requestList(community, model.requests ?? [])}
${community.closed ? nothing : html`<p><a href="${href(`${community.path}/kinds/workingoutloud?which=open`)}">Open invitations</a> · <a href="${href(`${community.path}/kinds`)}">Kinds of posts</a></p>`}
<h2 class="heard">Threads</h2>
${all.length === 0 ? html`<p class="empty">${community.closed ? 'What is written here is for its members.' : 'Nobody has written anything yet.'}</p>` : posts(all)}
${model.older === undefined && all.length > 0 ? html`<p class="caught-up">That is all there is.</p>` : nothing}${pagination(model)}
${model.linked?.length ? html`<section><h2>From linked communities</h2>${posts(model.linked)}</section>` : nothing}
${membership === 'member' && model.movedTo === undefined ? writeForm(model) : nothing}`,
    html`${maybe(model.held, (path) => html`<section><h2>Held posts</h2><p><a href="${href(path)}">Look at the posts that a rule holds</a></p></section>`)}${model.movedTo === undefined ? joinFromElsewhere(community.handle, model.byRequest) : nothing}${community.feeds ? byFeed(community.path) : nothing}${beingDecided(deciding)}${linkedWith(model.links ?? [])}${learnHere(community)}${howWeRunThis(community)}${membership === 'member' ? forkAndLeave(community) : nothing}`,
  );
}

/** Public communities that live here can be followed by a reader of feeds. */
const feedsOf = ({ feeds, title, path }: CommunityBrief) =>
  feeds
    ? {
        feeds: [
          { title, path: `${path}/feed` },
          { title: `Decisions in ${title}`, path: `${path}/proposals/feed` },
        ],
      }
    : {};

function moved({ movedTo }: CommunityModel): Part {
  return maybe(
    movedTo,
    (to) =>
      html`<div class="held"><p><b>This community has moved</b> to <a href="${href(to)}" rel="nofollow noopener">${to}</a>. Its book stays here to be read; nobody joins or writes here any more.</p></div>`,
  );
}

function linkedWith(links: NonNullable<CommunityModel['links']>): Part {
  if (links.length === 0) return nothing;
  return html`<section><h2>Linked communities</h2><ul class="plain linked">${links.map(
    ({ title, handle, path, agreed }) =>
      html`<li><a href="${href(path)}">${title}</a> <small class="handle">${handle}</small>${agreed ? nothing : html` <small>Not yet: they have not decided the same.</small>`}</li>`,
  )}</ul></section>`;
}

function membershipForm({ community, membership, byRequest, byInvitation, movedTo }: CommunityModel): Part {
  if (movedTo !== undefined && membership !== 'asked') return nothing;
  if (byInvitation && (membership === 'outside' || membership === 'signed-out')) {
    return html`<p>One becomes a member here by invitation. Ask a member for one.</p>`;
  }
  switch (membership) {
    case 'signed-out':
      return html`<p><a href="/sign-in?next=${encodeURIComponent(community.path)}">Sign in</a> to ${byRequest ? 'ask to join' : 'join'}, or follow <b class="handle">${community.handle}</b> from your own server.${byRequest ? ' A member has to let you in.' : ''}</p>`;
    case 'outside':
      return html`<form class="join" method="post" action="${href(`${community.path}/join`)}">${act(byRequest ? 'Ask to join' : 'Join')}<p class="who-sees">${byRequest ? 'A member has to let you in. ' : ''}Your membership stands in the community’s open book. You can leave at any time.</p></form>`;
    case 'asked':
      return html`<div class="held"><p><b>You asked to join.</b> ${community.home === 'here' ? 'A member has to let you in.' : 'The community’s home server has not answered yet.'} You need not ask again.</p></div>${leaveForm(community, 'Take it back')}`;
    case 'member':
      return html`<p class="member">You are a member. <a href="#write">Write something</a></p>`;
  }
}

const accountRequests = (count: number): Html =>
  html`<section class="note"><h2>Asking for an account</h2><p><a href="/sign-up/requests">${count === 1 ? 'One person asks' : `${count} people ask`} for an account on this server</a>. Any member may let somebody in. The open book says who did.</p></section>`;

function requestList(community: CommunityBrief, requests: NonNullable<CommunityModel['requests']>): Part {
  if (requests.length === 0) return nothing;
  return html`<section class="note"><h2>Asking to join</h2><p>Any member may let somebody in. The open book says who did.</p><ul class="plain">${requests.map(
    ({ iri, author }) =>
      html`<li class="entry"><p class="by">${byline(author)}</p><form method="post" action="${href(`${community.path}/requests`)}"><input type="hidden" name="person" value="${iri}"><div class="both"><button class="do" type="submit" name="answer" value="admit">Let in<span class="heard"> ${author.name}</span></button> <button class="plain" type="submit" name="answer" value="decline">Turn away<span class="heard"> ${author.name}</span></button></div></form></li>`,
  )}</ul></section>`;
}

function forkAndLeave(community: CommunityBrief): Part {
  const fork = html`<p><a href="${href(`${community.path}/invitations`)}">Invite people</a></p><p><a href="${href(`${community.path}/fork`)}">Fork it</a>: go on elsewhere with the same charter and rules.</p>`;
  return html`${community.home === 'here' ? fork : nothing}${leaveForm(community)}`;
}

function leaveForm(community: CommunityBrief, label = 'Leave this community'): Html {
  return html`<form class="leave" method="post" action="${href(`${community.path}/leave`)}"><button class="plain" type="submit">${label}</button></form>`;
}

function writeForm({ community, audience, write: form, ownKinds = [] }: CommunityModel): Html {
  return html`<section id="write"><h2>Write something</h2><form method="post" action="${href(`${community.path}/posts`)}">
<p class="who-sees" id="write-audience"><span aria-hidden="true">◌</span> <span>${audience}</span></p>
${field({ form, name: 'title', label: 'Title', optional: true, autocomplete: 'off', max: 150 })}
${field({ form, name: 'text', label: 'Text', rows: 6, autocomplete: 'off', max: 10_000, describedBy: 'write-audience' })}
${field({ form, name: 'circle', label: 'Only for', hint: html`If it is for some members alone: their handles, like <span class="handle">@ana@north.example</span>, with spaces between. Nobody else sees it then, until you yourself let more people see it.`, optional: true, autocomplete: 'off', max: 1000, code: true })}
${meantFields(form, speaker('en'), ownKinds)}
${act('Post it')}
</form></section>`;
}
