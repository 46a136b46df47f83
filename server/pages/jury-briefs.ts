import type { JuryBrief } from '../../views/pages/jury.ts';
import type { CaseId } from '../community/ids.ts';
import type { JuryPurpose } from '../governance/juries/jury.ts';
import type { PagesParts } from './context.ts';
import { pageHandle } from './context.ts';
import type { Governed } from './governed.ts';

type Asked<Kind> = Extract<JuryPurpose, { readonly kind: Kind }>;
type Briefs = {
  readonly [Kind in JuryPurpose['kind']]: (
    parts: PagesParts,
    governed: Governed,
    purpose: Asked<Kind>,
  ) => Promise<JuryBrief | null>;
};

/**
 * What jurors and the clerk are shown of a matter. Each area that asks for juries fills in its line; `null`: the
 * question alone.
 */
const BRIEFS: Briefs = {
  case: async (parts, governed, { case: id }) =>
    onCase(parts, governed, id, 'Judge what was done by the rule that it cites, and by nothing else.'),
  appeal: async (parts, governed, { case: id }) =>
    onCase(
      parts,
      governed,
      id,
      'Judge whether it was right to decide as was decided, by the same rule and the same evidence.',
    ),
  interim: async (parts, governed, { case: id }) =>
    onCase(
      parts,
      governed,
      id,
      'Judge whether it was right to do this at once, before the case is decided, by the rule that it cites. What is to follow in the end is not asked.',
      governed.state.cases.get(id)?.interimFacts,
    ),
  async challenge({ house }, { community, state }, { proposal: id }) {
    const proposal = state.proposals.get(id);
    if (proposal === undefined) return null;
    const handle = pageHandle(community);
    return {
      title: `Proposal ${id}: ${proposal.title}`,
      paragraphs: [
        'Judge the procedure alone: times, seconds, roll, quorum and count. Whether what was adopted is wise is not asked.',
      ],
      links: [
        { path: house.addresses.page.proposal(handle, id), words: 'The proposal, its vote and its board' },
        { path: house.addresses.page.record(handle), words: 'The open book' },
      ],
    };
  },
  async interpretation({ house }, { community }, { rules }) {
    const path = house.addresses.page.rules(pageHandle(community));
    return {
      title: `Rules ${rules.join(' and ')}`,
      paragraphs: ['Two rules say different things about the same act. Say how they go together.'],
      links: [{ path, words: 'The rules in force, word for word' }],
    };
  },
};

function onCase(
  { house }: PagesParts,
  { community, state }: Governed,
  id: CaseId,
  asked: string,
  stated = state.cases.get(id)?.referral?.facts,
): JuryBrief | null {
  const found = state.cases.get(id);
  if (found === undefined) return null;
  const handle = pageHandle(community);
  const { rule, version } = found.cited;
  return {
    title: `Case ${id}: ${rule}, version ${version}`,
    paragraphs: [asked, ...(stated === undefined || stated === '' ? [] : [`The moderators say: ${stated}`])],
    links: [
      { path: house.addresses.page.case(handle, id), words: 'The case: the rule, and what was written, word for word' },
      { path: house.addresses.page.rules(handle), words: 'The rules, and their versions' },
    ],
  };
}

export function briefOn(parts: PagesParts, governed: Governed, purpose: JuryPurpose): Promise<JuryBrief | null> {
  const brief = BRIEFS[purpose.kind] as (p: PagesParts, g: Governed, q: JuryPurpose) => Promise<JuryBrief | null>;
  return brief(parts, governed, purpose);
}
