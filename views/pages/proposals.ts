import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, unparted } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import type { ProposalBrief } from '../parts/proposal-list.ts';
import { proposalsByState } from '../parts/proposal-list.ts';
import { PROPOSALS } from '../words/proposals.ts';
import { WAITS } from '../words/secret-says.ts';
import { SHELL } from '../words/shell.ts';
import type { Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { asked } from './juries.ts';

export interface ProposalsModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly proposals: readonly ProposalBrief[];
  readonly mayPropose: boolean;
  /** Why the viewer may not, and from when she may. */
  readonly whyNot?: Sentence;
}

/** All proposals of one community, by state. */
export function proposalsPage({ shell, community, proposals, mayPropose, whyNot }: ProposalsModel): Html {
  const say = sayIn(shell);
  const feed = {
    title: say.text(PROPOSALS.feed, { community: community.title }),
    path: `${community.path}/proposals/feed`,
  };
  return page(
    {
      shell,
      title: `${say.text(PROPOSALS.title)} · ${community.title}`,
      feeds: community.feeds ? [feed] : [],
      speaks: say.language,
    },
    html`${heading({ kind: within(community), title: say(PROPOSALS.title), lead: say(PROPOSALS.lead) })}
${mayPropose ? html`<p><a class="do" href="${href(`${community.path}/propose`)}">${say(PROPOSALS.propose)}</a></p>` : maybe(whyNot, (why) => html`<p class="empty">${shell.viewer === null ? say(WAITS.mayPropose) : told(why, say)}</p>`)}
${none(proposals, say) ?? proposalsByState(proposals, { named: false }, say)}`,
    howWeRunThis(community, say),
  );
}

/** Something that waits for the viewer. */
export interface WaitingModel {
  readonly title: Sentence;
  /** The title is what a jury is asked. */
  readonly isQuestion?: true;
  readonly path: string;
  readonly community: { readonly title: string; readonly path: string };
  /** What is asked, and until when, in a sentence in the page's language. */
  readonly asks: string;
}

export interface DecisionsModel {
  readonly shell: Shell;
  /** What waits for the viewer, the soonest first; for a visitor nothing does. */
  readonly waiting: readonly WaitingModel[];
  readonly proposals: readonly ProposalBrief[];
}

/** Proposals across all the viewer's communities here; for a visitor, of all communities here. */
export function decisionsPage({ shell, proposals, waiting }: DecisionsModel): Html {
  const say = sayIn(shell);
  const title = say.text(SHELL.decisions);
  const lead = shell.viewer ? say(PROPOSALS.inYours) : say(PROPOSALS.onHost, { host: shell.host });
  return page(
    { shell, title, feeds: [{ title, path: '/decisions/feed' }], speaks: say.language },
    html`${heading({ title, lead })}
${shell.viewer === null ? nothing : waitingList(waiting, say)}
${none(proposals, say) ?? proposalsByState(proposals, { named: true }, say)}`,
  );
}

/** What only the viewer can do; nobody else is shown it. */
function waitingList(all: readonly WaitingModel[], say: Say): Html {
  return html`<section><h2>${say(PROPOSALS.waiting)}</h2>${
    all.length === 0
      ? html`<p class="empty">${say(PROPOSALS.nothingWaits)}</p>`
      : html`<ul class="plain">${all.map(({ title, isQuestion, path, community, asks }) => html`<li class="entry"><p class="kind"><a href="${href(community.path)}">${community.title}</a></p><h3><a href="${href(path)}">${isQuestion || typeof title !== 'string' ? asked(title, say) : unparted(title)}</a></h3><p>${asks}</p></li>`)}</ul>`
  }</section>`;
}

const none = (proposals: readonly ProposalBrief[], say: Say): Part | null =>
  proposals.length === 0 ? html`<p class="empty">${say(PROPOSALS.none)}</p>` : null;
