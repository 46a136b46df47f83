import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, unparted } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import type { ProposalBrief } from '../parts/proposal-list.ts';
import { proposalsByState } from '../parts/proposal-list.ts';

export interface ProposalsModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly proposals: readonly ProposalBrief[];
  readonly mayPropose: boolean;
  /** Why the viewer may not, and from when she may. */
  readonly whyNot?: string;
}

/** All proposals of one community, by state. */
export function proposalsPage({ shell, community, proposals, mayPropose, whyNot }: ProposalsModel): Html {
  const lead = 'What the members propose, and what became of it.';
  return page(
    {
      shell,
      title: `Proposals · ${community.title}`,
      feeds: community.feeds
        ? [{ title: `Decisions in ${community.title}`, path: `${community.path}/proposals/feed` }]
        : [],
    },
    html`${heading({ kind: within(community), title: 'Proposals', lead })}
${mayPropose ? html`<p><a class="do" href="${href(`${community.path}/propose`)}">Propose a change</a></p>` : maybe(whyNot, (why) => html`<p class="empty">${why}</p>`)}
${none(proposals) ?? proposalsByState(proposals, { named: false })}`,
    howWeRunThis(community),
  );
}

/** Something that waits for the viewer. */
export interface WaitingModel {
  readonly title: string;
  readonly path: string;
  readonly community: { readonly title: string; readonly path: string };
  /** What is asked, and until when, in a sentence. */
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
  const lead = shell.viewer ? 'What is being decided in your communities.' : `What is being decided on ${shell.host}.`;
  return page(
    { shell, title: 'Decisions', feeds: [{ title: 'Decisions', path: '/decisions/feed' }] },
    html`${heading({ title: 'Decisions', lead })}
${shell.viewer === null ? nothing : waitingList(waiting)}
${none(proposals) ?? proposalsByState(proposals, { named: true })}`,
  );
}

/** What only the viewer can do; nobody else is shown it. */
function waitingList(all: readonly WaitingModel[]): Html {
  return html`<section><h2>Waiting for you</h2>${
    all.length === 0
      ? html`<p class="empty">Nothing waits for you.</p>`
      : html`<ul class="plain">${all.map(({ title, path, community, asks }) => html`<li class="entry"><p class="kind"><a href="${href(community.path)}">${community.title}</a></p><h3><a href="${href(path)}">${unparted(title)}</a></h3><p>${asks}</p></li>`)}</ul>`
  }</section>`;
}

const none = (proposals: readonly ProposalBrief[]): Part | null =>
  proposals.length === 0 ? html`<p class="empty">Nothing has been proposed yet.</p>` : null;
