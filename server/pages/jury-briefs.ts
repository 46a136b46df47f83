import type { JuryBrief } from '../../views/pages/jury.ts';
import { JURY_BRIEFS } from '../../views/words/jury-briefs.ts';
import { BOOKS } from '../../views/words/open-book.ts';
import type { Say } from '../../views/words/speaking.ts';
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
    say: Say,
  ) => Promise<JuryBrief | null>;
};

/**
 * What jurors and the clerk are shown of a matter. Each area that asks for juries fills in its line; `null`: the
 * question alone.
 */
const BRIEFS: Briefs = {
  case: onCase,
  appeal: onCase,
  interim: onCase,
  async challenge({ house }, { community, state }, { proposal: id }, say) {
    const proposal = state.proposals.get(id);
    if (proposal === undefined) return null;
    const handle = pageHandle(community);
    return {
      title: say.text(JURY_BRIEFS.proposal, { id, title: proposal.title }),
      paragraphs: [say.text(JURY_BRIEFS.onProcedure)],
      links: [
        { path: house.addresses.page.proposal(handle, id), words: say.text(JURY_BRIEFS.theProposal) },
        { path: house.addresses.page.record(handle), words: say.text(BOOKS.title) },
      ],
    };
  },
  async interpretation({ house }, { community }, { rules }, say) {
    const path = house.addresses.page.rules(pageHandle(community));
    return {
      title: say.text(JURY_BRIEFS.rules, { rules: new Intl.ListFormat(say.language).format(rules) }),
      paragraphs: [say.text(JURY_BRIEFS.onRules)],
      links: [{ path, words: say.text(JURY_BRIEFS.rulesInForce) }],
    };
  },
};

/** What is asked about a case. */
const ASKED = {
  case: JURY_BRIEFS.onCase,
  appeal: JURY_BRIEFS.onAppeal,
  interim: JURY_BRIEFS.onInterim,
} as const;

async function onCase(
  { house }: PagesParts,
  { community, state }: Governed,
  { kind, case: id }: Asked<keyof typeof ASKED>,
  say: Say,
): Promise<JuryBrief | null> {
  const found = state.cases.get(id);
  if (found === undefined) return null;
  const handle = pageHandle(community);
  const { rule, version } = found.cited;
  // What the moderators say: of a measure at once, when they took it.
  const stated = (kind === 'interim' ? found.interimFacts : found.referral?.facts) ?? '';
  return {
    title: say.text(JURY_BRIEFS.case, { id, rule, version }),
    paragraphs: [say.text(ASKED[kind]), ...(stated === '' ? [] : [say.text(JURY_BRIEFS.moderators, { stated })])],
    links: [
      { path: house.addresses.page.case(handle, id), words: say.text(JURY_BRIEFS.theCase) },
      { path: house.addresses.page.rules(handle), words: say.text(JURY_BRIEFS.theRules) },
    ],
  };
}

export function briefOn(
  parts: PagesParts,
  governed: Governed,
  purpose: JuryPurpose,
  say: Say,
): Promise<JuryBrief | null> {
  const brief = BRIEFS[purpose.kind] as (
    p: PagesParts,
    g: Governed,
    q: JuryPurpose,
    s: Say,
  ) => Promise<JuryBrief | null>;
  return brief(parts, governed, purpose, say);
}
