import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
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
import { ASKED } from '../words/asked.ts';
import { COMMUNITY } from '../words/community.ts';
import { KINDS, WRITE } from '../words/kinds.ts';
import { PROBLEMS } from '../words/problems.ts';
import { link, type Say } from '../words/speaking.ts';
import { HELD } from '../words/thread-page.ts';

/** How the viewer stands to a community; `asked`: its home server has not answered yet. */
export type Membership = 'signed-out' | 'outside' | 'asked' | 'member';

export interface CommunityModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Who sees what is posted here. */
  readonly audience: AudienceModel;
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
  readonly write: Form<'title' | 'text' | 'circle' | 'kind' | 'welcome' | 'language'>;
  /** Kinds that its members named. */
  readonly ownKinds?: readonly { readonly kind: string; readonly tag: string }[];
  /** Where held posts wait, for whoever may let them go; absent for everybody else, and when none is held. */
  readonly held?: string;
}

/** A community, founded here or mirrored from its home server. */
export function communityPage(model: CommunityModel): Html {
  const { shell, community, posts: all, write } = model;
  const say = sayIn(shell);
  return page(
    { shell, title: community.title, speaks: say.language, failed: failed(write), ...feedsOf(community, say) },
    html`${errorSummary(write, say)}${heading({ kind: say(COMMUNITY.kind), title: community.title, lead: html`<span dir="auto">${community.purpose}</span>` })}
<p class="who-sees"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)}</span></p>
${beginning(model, say)}${moved(model, say)}${membershipForm(model, say)}${maybe(model.asking, (count) => accountRequests(count, say))}${requestList(model, say)}
${community.closed ? nothing : html`<p><a href="${href(`${community.path}/kinds/workingoutloud?which=open`)}">${say(KINDS.open)}</a> · <a href="${href(`${community.path}/kinds/stickyproblem`)}">${say(PROBLEMS.title)}</a> · <a href="${href(`${community.path}/kinds`)}">${say(KINDS.title)}</a></p>`}
<h2 class="heard">${say(COMMUNITY.threads)}</h2>
${all.length === 0 ? html`<p class="empty">${say(community.closed ? COMMUNITY.forMembers : COMMUNITY.nothingYet)}</p>` : posts(all, say)}
${model.older === undefined && all.length > 0 ? html`<p class="caught-up">${say(KINDS.end)}</p>` : nothing}${pagination(model, say)}
${model.linked?.length ? html`<section><h2>${say(COMMUNITY.fromLinked)}</h2>${posts(model.linked, say)}</section>` : nothing}
${model.membership === 'member' && model.movedTo === undefined ? writeForm(model, say) : nothing}`,
    besides(model, say),
  );
}

/** What it sets out to change, and where it comes from. */
function beginning({ intent, forkedFrom }: CommunityModel, say: Say): Part {
  const fork = maybe(
    forkedFrom,
    ({ title, path }) => html`<p class="by">${say(COMMUNITY.forkOf, { title, a: link(path) })}</p>`,
  );
  return [intentSaid(intent ?? {}, say), fork];
}

/** What matters about the place, beside its threads. */
function besides(model: CommunityModel, say: Say): Part {
  const { community, membership, deciding } = model;
  const held = maybe(
    model.held,
    (path) =>
      html`<section><h2>${say(HELD.title)}</h2><p><a href="${href(path)}">${say(COMMUNITY.lookAtHeld)}</a></p></section>`,
  );
  return html`${held}${model.movedTo === undefined ? joinFromElsewhere(community.handle, say, model.byRequest) : nothing}${community.feeds ? byFeed(community.path, say) : nothing}${beingDecided(deciding, say)}${linkedWith(model.links ?? [], say)}${learnHere(community, say)}${howWeRunThis(community, say)}${membership === 'member' ? forkAndLeave(community, say) : nothing}`;
}

/** Public communities that live here can be followed by a reader of feeds. */
const feedsOf = ({ feeds, title, path }: CommunityBrief, say: Say) =>
  feeds
    ? {
        feeds: [
          { title, path: `${path}/feed` },
          { title: say.text(COMMUNITY.decisionsIn, { title }), path: `${path}/proposals/feed` },
        ],
      }
    : {};

function moved({ movedTo }: CommunityModel, say: Say): Part {
  return maybe(movedTo, (path) => {
    const to = html`<a href="${href(path)}" rel="nofollow noopener">${path}</a>`;
    return html`<div class="held"><p>${say(COMMUNITY.moved, { to })}</p></div>`;
  });
}

function linkedWith(links: NonNullable<CommunityModel['links']>, say: Say): Part {
  if (links.length === 0) return nothing;
  return html`<section><h2>${say(COMMUNITY.linked)}</h2><ul class="plain linked">${links.map(
    ({ title, handle, path, agreed }) =>
      html`<li><a href="${href(path)}">${title}</a> <small class="handle">${handle}</small>${agreed ? nothing : html` <small>${say(COMMUNITY.notAgreed)}</small>`}</li>`,
  )}</ul></section>`;
}

function membershipForm(model: CommunityModel, say: Say): Part {
  const { community, membership, byRequest, byInvitation, movedTo } = model;
  if (movedTo !== undefined && membership !== 'asked') return nothing;
  if (byInvitation && (membership === 'outside' || membership === 'signed-out')) {
    return html`<p>${say(COMMUNITY.byInvitation)}</p>`;
  }
  switch (membership) {
    case 'signed-out': {
      const handle = html`<b class="handle">${community.handle}</b>`;
      const a = link(`/sign-in?next=${encodeURIComponent(community.path)}`);
      return html`<p>${say(byRequest ? COMMUNITY.signInToAsk : COMMUNITY.signInToJoin, { handle, a })}</p>`;
    }
    case 'outside':
      return html`<form class="join" method="post" action="${href(`${community.path}/join`)}">${act(say.text(byRequest ? COMMUNITY.askToJoin : COMMUNITY.join))}<p class="who-sees">${say(byRequest ? COMMUNITY.letInFirst : COMMUNITY.inTheBook)}</p></form>`;
    case 'asked':
      return html`<div class="held"><p>${say(community.home === 'here' ? COMMUNITY.askedHere : COMMUNITY.askedElsewhere)}</p></div>${leaveForm(community, say(COMMUNITY.takeItBack))}`;
    case 'member':
      return html`<p class="member">${say(COMMUNITY.areMember, { a: link('#write') })}${community.home === 'here' ? invite(community, say) : nothing}</p>`;
  }
}

/** Where a member meets it at once, on a phone as well. */
const invite = ({ path }: CommunityBrief, say: Say): Html =>
  html` · <a href="${href(`${path}/invitations`)}">${say(COMMUNITY.invite)}</a>`;

const accountRequests = (count: number, say: Say): Html =>
  html`<section class="note"><h2>${say(ASKED.asking)}</h2><p>${say(COMMUNITY.accountRequests, { count, a: link('/sign-up/requests') })}</p></section>`;

function requestList({ community, requests = [] }: CommunityModel, say: Say): Part {
  if (requests.length === 0) return nothing;
  return html`<section class="note"><h2>${say(COMMUNITY.asking)}</h2><p>${say(COMMUNITY.askingLead)}</p><ul class="plain">${requests.map(
    ({ iri, author }) =>
      html`<li class="entry"><p class="by">${byline(author)}</p><form method="post" action="${href(`${community.path}/requests`)}"><input type="hidden" name="person" value="${iri}"><div class="both"><button class="do" type="submit" name="answer" value="admit">${say(ASKED.letIn, { name: author.name })}</button> <button class="plain" type="submit" name="answer" value="decline">${say(ASKED.turnAway, { name: author.name })}</button></div></form></li>`,
  )}</ul></section>`;
}

function forkAndLeave(community: CommunityBrief, say: Say): Part {
  const fork = html`<p>${say(COMMUNITY.fork, { a: link(`${community.path}/fork`) })}</p>`;
  return html`${community.home === 'here' ? fork : nothing}${leaveForm(community, say(COMMUNITY.leave))}`;
}

function leaveForm(community: CommunityBrief, label: Part): Html {
  return html`<form class="leave" method="post" action="${href(`${community.path}/leave`)}"><button class="plain" type="submit">${label}</button></form>`;
}

function writeForm({ community, write: form, ownKinds = [], ...model }: CommunityModel, say: Say): Html {
  const handle = html`<span class="handle">@ana@north.example</span>`;
  return html`<section id="write"><h2>${say(COMMUNITY.write)}</h2><form method="post" action="${href(`${community.path}/posts`)}">
<p class="who-sees" id="write-audience"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)}</span></p>
${field({ form, name: 'title', label: say(WRITE.heading), optional: true, autocomplete: 'off', max: 150, say })}
${field({ form, name: 'text', label: say(WRITE.text), rows: 6, autocomplete: 'off', max: 10_000, describedBy: 'write-audience', say })}
${field({ form, name: 'circle', label: say(WRITE.circle), hint: say(COMMUNITY.circleHint, { handle }), optional: true, autocomplete: 'off', max: 1000, code: true, say })}
${meantFields(form, say, ownKinds)}
${act(say.text(WRITE.post))}
</form></section>`;
}
