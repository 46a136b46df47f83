import type { Html, Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';
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
    { shell, title: `Proposals · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Proposals', lead })}
${mayPropose ? html`<p><a class="do" href="${href(`${community.path}/propose`)}">Propose a change</a></p>` : maybe(whyNot, (why) => html`<p class="empty">${why}</p>`)}
${none(proposals) ?? proposalsByState(proposals, { named: false })}`,
    howWeRunThis(community),
  );
}

export interface DecisionsModel {
  readonly shell: Shell;
  readonly proposals: readonly ProposalBrief[];
}

/** Proposals across all the viewer's communities here; for a visitor, of all communities here. */
export function decisionsPage({ shell, proposals }: DecisionsModel): Html {
  const lead = shell.viewer ? 'What is being decided in your communities.' : `What is being decided on ${shell.host}.`;
  return page(
    { shell, title: 'Decisions' },
    html`${heading({ title: 'Decisions', lead })}
${none(proposals) ?? proposalsByState(proposals, { named: true })}`,
  );
}

const none = (proposals: readonly ProposalBrief[]): Part | null =>
  proposals.length === 0 ? html`<p class="empty">Nothing has been proposed yet.</p>` : null;
