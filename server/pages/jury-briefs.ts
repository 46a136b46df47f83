import type { JuryBrief } from '../../views/pages/jury.ts';
import { JURY_BRIEFS } from '../../views/words/jury-briefs.ts';
import type { Message } from '../../views/words/language.ts';
import { BOOKS } from '../../views/words/open-book.ts';
import type { Say } from '../../views/words/speaking.ts';
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
    say: Say,
  ) => Promise<JuryBrief | null>;
};

/**
 * What jurors and the clerk are shown of a matter. Each area that asks for juries fills in its line; `null`: the
 * question alone.
 */
const BRIEFS: Briefs = {
  case: async (parts, governed, { case: id }, say) =>
    onCase(parts, governed, {
      id,
      asked: JURY_BRIEFS.onCase,
      stated: governed.state.cases.get(id)?.referral?.facts,
      say,
    }),
  appeal: async (parts, governed, { case: id }, say) =>
    onCase(parts, governed, {
      id,
      asked: JURY_BRIEFS.onAppeal,
      stated: governed.state.cases.get(id)?.referral?.facts,
      say,
    }),
  interim: async (parts, governed, { case: id }, say) =>
    onCase(parts, governed, {
      id,
      asked: JURY_BRIEFS.onInterim,
      stated: governed.state.cases.get(id)?.interimFacts,
      say,
    }),
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

interface OnCase {
  readonly id: CaseId;
  readonly asked: Message;
  /** What the moderators say. */
  readonly stated: string | undefined;
  readonly say: Say;
}

function onCase(
  { house }: PagesParts,
  { community, state }: Governed,
  { id, asked, stated, say }: OnCase,
): JuryBrief | null {
  const found = state.cases.get(id);
  if (found === undefined) return null;
  const handle = pageHandle(community);
  const { rule, version } = found.cited;
  return {
    title: say.text(JURY_BRIEFS.case, { id, rule, version }),
    paragraphs: [
      say.text(asked),
      ...(stated === undefined || stated === '' ? [] : [say.text(JURY_BRIEFS.moderators, { stated })]),
    ],
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
