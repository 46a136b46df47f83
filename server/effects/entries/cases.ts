import type { CaseId, SanctionId } from '../../community/ids.ts';
import { type Sentence, said } from '../../community/said.ts';
import type { EntryHead } from '../../record/entry.ts';
import {
  type CaseNews,
  resolveFlags,
  tellReporters,
  tellRespondent,
  tellSanction,
  updateServers,
} from '../case-news.ts';
import type { EffectParts } from '../parts.ts';
import { settleSanctions } from '../sanctions.ts';
import type { Consequences } from './consequences.ts';

/** The case that an entry is about, as it stands now. */
async function newsOf({ house }: EffectParts, head: EntryHead, id: CaseId | undefined): Promise<CaseNews | null> {
  const [community, state] = await Promise.all([
    house.communities.byIri(head.community),
    house.states.load(head.community),
  ]);
  const found = id && state?.cases.get(id);
  return community && state && found ? { head, community, state, found } : null;
}

async function ofSanction(parts: EffectParts, head: EntryHead, sanction: SanctionId): Promise<CaseNews | null> {
  const id = (await parts.house.states.load(head.community))?.sanctions.get(sanction)?.case;
  return newsOf(parts, head, id);
}

const settle = (parts: EffectParts, { head, state, found }: CaseNews) => settleSanctions(parts, head, state, found);

/** Something happened to a case: its measure is brought in line, whom it concerns is told, other servers as well. */
async function follow(
  parts: EffectParts,
  news: CaseNews | null,
  says: { readonly respondent?: Sentence; readonly reporters?: Sentence },
): Promise<void> {
  if (news === null) return;
  await settle(parts, news);
  if (says.respondent !== undefined) await tellRespondent(parts, news, says.respondent);
  if (says.reporters !== undefined) await tellReporters(parts, news, says.reporters);
  await updateServers(parts, news);
}

const REVIEWED = {
  overturned: 'A jury looked at it again: it was wrong. Everything about it is undone.',
  modified: 'A jury looked at it again: it was too severe. A milder measure stands.',
  upheld: 'A jury looked at it again: what was decided stands.',
} as const;

const AT_ONCE = {
  overturned: 'A jury looked at what was done at once: it was wrong, and is undone. The case itself goes on.',
  upheld: 'A jury looked at what was done at once: it was right, and stands until its end. The case itself goes on.',
} as const;

/** What follows from what is decided in cases: for posts and people, for those whom it concerns, and other servers. */
export const casesConsequences = {
  'case-opened': async (parts, head, event) => follow(parts, await newsOf(parts, head, event.case), {}),
  'report-withdrawn': async (parts, head, event) => follow(parts, await newsOf(parts, head, event.case), {}),
  'case-referred': async (parts, head, event) =>
    follow(parts, await newsOf(parts, head, event.case), {
      respondent:
        event.why === 'demanded'
          ? 'A jury will judge it. Until then nothing is in effect.'
          : 'It is about something you did. A jury of members, drawn by lot, will judge it; you will be told what it decides.',
    }),
  async 'case-dismissed'(parts, head, event) {
    const { rule, version } = event.decision.cited;
    const says = said`It was decided that nothing follows from it under rule ${rule}, version ${version}.`;
    const news = await newsOf(parts, head, event.case);
    const { interim } = news?.found ?? {};
    await follow(parts, news, { reporters: says, ...(interim === undefined ? {} : { respondent: says }) });
    if (news !== null) await resolveFlags(parts, news);
  },
  async 'sanction-imposed'(parts, head, event) {
    const news = await newsOf(parts, head, event.case);
    if (news === null) return;
    await settle(parts, news);
    await tellSanction(parts, news, event);
    const { rule, version } = event.decision.cited;
    const says = said`It was decided that it broke rule ${rule}, version ${version}; a measure was taken. It can be appealed.`;
    if (event.interim === undefined) await tellReporters(parts, news, says);
    await updateServers(parts, news);
    if (event.interim === undefined) await resolveFlags(parts, news);
  },
  'appeal-filed': async (parts, head, event) =>
    follow(parts, await newsOf(parts, head, event.case), {
      respondent: 'Your appeal is there. A jury is drawn for it.',
    }),
  'review-decided': async (parts, head, event) =>
    follow(
      parts,
      await newsOf(parts, head, event.case),
      event.of === 'interim'
        ? { respondent: event.outcome === 'upheld' ? AT_ONCE.upheld : AT_ONCE.overturned }
        : { respondent: REVIEWED[event.outcome], reporters: REVIEWED[event.outcome] },
    ),
  'sanction-ended': async (parts, head, event) =>
    follow(parts, await ofSanction(parts, head, event.sanction), { respondent: 'The measure is over.' }),
  'sanction-stayed': async (parts, head, event) =>
    follow(parts, await ofSanction(parts, head, event.sanction), {
      respondent: 'Your appeal has had no verdict in time, so the measure waits.',
    }),
  'sanction-resumed': async (parts, head, event) =>
    follow(parts, await ofSanction(parts, head, event.sanction), {
      respondent: 'The measure goes on, as a jury decided.',
    }),
  'case-closed': async (parts, head, event) => follow(parts, await newsOf(parts, head, event.case), {}),
} as const satisfies Consequences;
