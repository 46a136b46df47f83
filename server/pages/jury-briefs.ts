import type { JuryBrief } from '../../views/pages/jury.ts';
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
  case: async () => null,
  appeal: async () => null,
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

export function briefOn(parts: PagesParts, governed: Governed, purpose: JuryPurpose): Promise<JuryBrief | null> {
  const brief = BRIEFS[purpose.kind] as (p: PagesParts, g: Governed, q: JuryPurpose) => Promise<JuryBrief | null>;
  return brief(parts, governed, purpose);
}
