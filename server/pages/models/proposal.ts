import type { Shell } from '../../../views/layout.ts';
import type { ProposalModel } from '../../../views/pages/proposal.ts';
import type { CommunityBrief } from '../../../views/parts/community.ts';
import type { Form } from '../../../views/parts/field.ts';
import type { Touched } from '../../../views/parts/severance.ts';
import type { Pages } from '../../community/addresses.ts';
import type { PersonIri, PostIri } from '../../community/ids.ts';
import { sentenceOf } from '../../community/result.ts';
import type { Proposal } from '../../governance/proposal.ts';
import { secondProposal } from '../../governance/proposals/second.ts';
import { titleOf } from '../../governance/proposals/titles.ts';
import { withdrawProposal } from '../../governance/proposals/withdraw.ts';
import type { CommunityState } from '../../governance/state.ts';
import { changeModel } from './change.ts';
import { minorityModel } from './minority.ts';
import type { NameOf } from './names.ts';
import type { Began } from './stages.ts';
import { timelineOf } from './stages.ts';
import { electionModel } from './standing.ts';
import { challengeModel, textsModel } from './texts.ts';
import type { VoteFacts } from './vote.ts';
import { voteModel } from './vote.ts';

/** What a proposal's page is made of. */
export interface ProposalFacts {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** How page addresses name the community. */
  readonly handle: string;
  readonly pages: Pages;
  readonly state: CommunityState;
  readonly proposal: Proposal;
  readonly viewer: PersonIri | null;
  readonly now: Date;
  readonly began: Began;
  readonly nameOf: NameOf;
  readonly vote: VoteFacts;
  /** The post below which it is discussed. */
  readonly discussion: PostIri;
  /** For members, while it is open: whom a decision about servers would touch. */
  readonly touched?: readonly Touched[] | null;
  /** What the rule would have done, for members. */
  readonly dryRun?: ProposalModel['dryRun'];
  /** What people of different organisations agree on in its discussion. */
  readonly agreement?: ProposalModel['agreement'] | null;
  /** What she wanted to say against the result, and why that was refused. */
  readonly objection?: Form<'text'>;
}

/** A proposal as its page shows it to one viewer. Pure: what she may do, the decisions themselves are asked. */
export function proposalModel(facts: ProposalFacts): ProposalModel {
  const { shell, community, handle, pages, state, proposal, viewer, now, nameOf } = facts;
  const { id } = proposal;
  const by = viewer === null ? null : { state, proposal: id, by: viewer, now };
  return {
    shell,
    community,
    id,
    path: pages.proposal(handle, id),
    title: titleOf(proposal, state),
    by: nameOf(proposal.by),
    ...(proposal.by === state.community ? { called: true } : {}),
    submittedAt: proposal.submittedAt,
    matter: proposal.matter,
    timeline: timelineOf(proposal, facts.began),
    reasons: proposal.reasons,
    discussion: pages.thread(handle, facts.discussion),
    seconding: {
      have: proposal.seconds.length,
      need: proposal.secondsNeeded,
      organisations: proposal.organisationsNeeded,
      by: proposal.seconds.map((second) => nameOf(second.by)),
      viewer: maySecond(by),
    },
    mayWithdraw: by !== null && withdrawProposal(by).ok,
    ...electionModel({ ...facts, change: changeModel(facts) }),
    ...textsModel(facts),
    ...challengeModel(facts),
    ...minorityModel(facts),
    ...(facts.touched ? { touched: facts.touched } : {}),
    ...(facts.dryRun === undefined ? {} : { dryRun: facts.dryRun }),
    ...(facts.agreement ? { agreement: facts.agreement } : {}),
    ...disputedIn(state, id),
    ...voteModel(facts),
  };
}

function disputedIn({ ballotDisputes }: CommunityState, id: Proposal['id']): Pick<ProposalModel, 'disputed'> {
  const disputed = ballotDisputes.get(id)?.length;
  return disputed === undefined ? {} : { disputed };
}

function maySecond(by: Parameters<typeof secondProposal>[0] | null): ProposalModel['seconding']['viewer'] {
  if (by === null) return { may: false, since: 'sign-in-to-second' };
  const asked = secondProposal(by);
  return asked.ok ? { may: true } : { may: false, why: sentenceOf(asked.refusal) };
}
