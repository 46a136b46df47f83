import { resolveActivity } from '../../federation/send/activities/resolve.ts';
import { updateActivity } from '../../federation/send/activities/update.ts';
import { caseDocument } from '../../federation/vocabulary/objects/cases.ts';
import { tell } from '../actions/tell.ts';
import type { Community } from '../community/community.ts';
import { asPhrase, phrase, quoted, type Said, type Sentence, said, together } from '../community/said.ts';
import { demandUntil } from '../governance/cases/appeal.ts';
import type { Case } from '../governance/cases/case.ts';
import type { DecidedBy } from '../governance/cases/decision.ts';
import { LEVEL_WORDS } from '../governance/cases/ladder.ts';
import { reasonsText } from '../governance/cases/reasons.ts';
import type { EventOf } from '../governance/events.ts';
import { hoursOf } from '../governance/rules/words.ts';
import type { CommunityState } from '../governance/state.ts';
import type { EntryHead } from '../record/entry.ts';
import { caseLink } from './appeal-links.ts';
import type { EffectParts } from './parts.ts';
import { tellReporter } from './reports.ts';

/** A case that something happened to, and where. */
export interface CaseNews {
  readonly head: EntryHead;
  readonly community: Community;
  readonly state: CommunityState;
  readonly found: Case;
}

/** The statement of reasons: to whoever is sanctioned, wherever she is, with the way to an appeal. */
export async function tellSanction(
  { house }: EffectParts,
  { head, community, state, found }: CaseNews,
  { decision, interim, respondent }: EventOf<'sanction-imposed'>,
): Promise<void> {
  const { level, until, facts, cited, law, decidedBy, automation, redress } = decision;
  const text = reasonsText(
    {
      measure: said`${community.title} has decided about something you did there (case ${found.id}): ${phrase(LEVEL_WORDS[level].name)}. That is: ${phrase(LEVEL_WORDS[level].does)}.`,
      until,
      facts: quoted(facts),
      cited,
      law,
      source: found.origin,
      decidedBy: decidersWords(decidedBy),
      automation,
      redress: interim ? interimRedress(state, found) : redressWords(state, found, redress.appealUntil),
      entry: head.seq,
    },
    state,
  );
  const [first] = found.acts;
  const link = { community: community.name, case: found.id, person: respondent, until: redress.appealUntil };
  await tell(house, {
    to: respondent,
    from: community.iri,
    kind: 'statement-of-reasons',
    about: [found.id, String(head.seq)],
    text,
    link: caseLink(house, link),
    ...(first.post === undefined ? {} : { inReplyTo: first.post }),
  });
}

function interimRedress(state: CommunityState, { law }: Case): Sentence {
  const hours = state.charter.parameters.interimVerdictHours;
  return together(
    'This was done at once, for some hours only. You can appeal as long as it lasts: nine members who have not decided about it look at it.',
    ...(law === undefined ? [waits(hoursOf(hours))] : []),
    'What is decided after it can be appealed by itself. The link below leads there.',
  );
}

const waits = (time: Said): Said => said`If they have not decided after ${time}, the measure waits until they have.`;

function redressWords(state: CommunityState, found: Case, appealUntil: Date): Sentence {
  const demand = demandUntil(state, found);
  const days = state.charter.parameters.appealVerdictDays;
  return together(
    ...(demand === null ? [] : [said`You can demand a jury in the moderators’ place until ${demand}.`]),
    said`You can appeal until ${appealUntil}: nine members who have not decided it before look at it again.`,
    ...(found.law === undefined ? [waits(days === 1 ? phrase('1 day') : said`${days} days`)] : []),
    'The link below leads there.',
  );
}

export function decidersWords(decidedBy: DecidedBy): Said {
  if (decidedBy.by === 'jury') return said`a jury of members (${decidedBy.jury})`;
  return phrase(decidedBy.members.length === 1 ? 'a moderator' : 'two moderators');
}

/** What became of it later: to whomever it is about. */
export async function tellRespondent(
  { house }: EffectParts,
  { head, community, found }: CaseNews,
  says: Sentence,
): Promise<void> {
  const until = found.phase.state === 'decided' ? found.phase.appealUntil : found.decision?.redress.appealUntil;
  const person = found.respondent;
  await tell(house, {
    to: person,
    from: community.iri,
    kind: 'result',
    about: [found.id, String(head.seq)],
    text: said`Case ${found.id} in ${community.title}: ${asPhrase(says)}`,
    link: caseLink(house, { community: community.name, case: found.id, person, until: until ?? head.at }),
  });
}

/** What became of what was reported: to those here who did, each by herself. */
export async function tellReporters(
  parts: EffectParts,
  { head, community, found }: CaseNews,
  says: Sentence,
): Promise<void> {
  for (const report of await parts.house.reports.inCase(community.iri, found.id)) {
    if (report.over !== undefined) continue;
    const about = String(head.seq);
    await tellReporter(parts, report, {
      kind: 'result',
      about,
      says: (title) => said`What you reported in ${title}: ${asPhrase(says)}`,
    });
  }
}

/** The case as it stands now, to the servers that sent a `Flag`: to each as a whole, by the inbox that all there share. */
export async function updateServers(
  { house, outbox }: EffectParts,
  { head, community, found }: CaseNews,
): Promise<void> {
  const reports = await house.reports.inCase(community.iri, found.id);
  const inboxes = [...new Set(reports.flatMap(({ replyTo }) => replyTo ?? []))];
  if (inboxes.length === 0) return;
  const { addresses } = house;
  const object = caseDocument(found, { community, addresses });
  const activity = updateActivity({ addresses, actor: community.iri, object, edition: String(head.seq) });
  await outbox.send({ activity, actor: community.iri, to: { inboxes }, public: false });
}

/**
 * Each `Flag` is answered as Lemmy does when the case that it belongs to is decided: to the server that sent it, and
 * sealed until it is sent, since it names who reported.
 */
export async function resolveFlags(
  { house, outbox }: EffectParts,
  { head, community, found }: CaseNews,
): Promise<void> {
  for (const { id, text, replyTo, over } of await house.reports.inCase(community.iri, found.id)) {
    if (replyTo === undefined || over !== undefined) continue;
    const { flag } = await house.reports.hidden(id);
    if (flag?.id === undefined) continue;
    const activity = resolveActivity({
      addresses: house.addresses,
      community: community.iri,
      flag: { ...flag, text },
      edition: String(head.seq),
    });
    await outbox.send({ activity, actor: community.iri, to: { inboxes: [replyTo] }, public: false });
  }
}
