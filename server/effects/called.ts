import { placeFor } from '../actions/act-links.ts';
import { tell } from '../actions/tell.ts';
import type { Community } from '../community/community.ts';
import type { PersonIri } from '../community/ids.ts';
import { handleOf } from '../community/person.ts';
import { inEnglish, onDay, phrase, type Sentence, said } from '../community/said.ts';
import type { EventOf } from '../governance/events.ts';
import type { Proposal } from '../governance/proposal.ts';
import { electedIn } from '../governance/roles/seating.ts';
import { tallyWords } from '../governance/tally/words.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';
import { day, described, load, pageOf, publish } from './question.ts';

/** A vote that the charter calls is made known by a post of the community; below it, it is discussed. */
export async function announceCalled(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'vote-called'>,
): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  const how =
    event.change.kind === 'elect'
      ? `Members stand, or ask others to, until ${day(event.until)}. Then the members vote secretly.`
      : `Discuss it below until ${day(event.until)}; then the members vote.`;
  await publish(parts, head, community, {
    iri: parts.house.addresses.discussion(community.name, proposal.id),
    title: proposal.title,
    text: [...described(proposal), how, pageOf(parts, community, proposal)],
  });
}

/** How a vote that the charter called has ended: told to everybody, since nobody in particular asked for it. */
export async function announceCalledResult(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'proposal-decided'>,
): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  if (proposal.by !== community.iri) return;
  const next = event.inForceFrom ? ` It takes effect on ${day(event.inForceFrom)}, by itself.` : '';
  await publish(parts, head, community, {
    iri: parts.house.addresses.post(`result-${community.name}-${proposal.id}`),
    title: proposal.title,
    text: [
      `${proposal.id}, “${proposal.title}”, ${ENDED[event.tally.result]}: ${inEnglish(tallyWords(event.tally))}.${next}`,
      ...(await elected(parts, proposal)),
      pageOf(parts, community, proposal),
    ],
  });
}

const ENDED = { passed: 'passed', rejected: 'was rejected', lapsed: 'lapsed, since too few voted' } as const;

async function elected({ house }: EffectParts, proposal: Proposal): Promise<readonly string[]> {
  const nominees = electedIn(proposal);
  if (nominees.length === 0) return [];
  const people = await house.people.byIris(nominees.map(({ member }) => member));
  const names = nominees.map(({ member }) => {
    const person = people.get(member);
    return person === undefined ? member : handleOf(person);
  });
  return [`Elected: ${names.join(', ')}.`];
}

/** What the founder did has lapsed: rules have ended, so everybody hears of it. */
export async function announceLapse(parts: EffectParts, head: EntryHead, event: EventOf<'acts-lapsed'>): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  const ended = event.rules.length ? ` Ended: rules ${event.rules.join(', ')}.` : '';
  await publish(parts, head, community, {
    iri: parts.house.addresses.post(`lapse-${community.name}-${proposal.id}`),
    title: proposal.title,
    text: [
      `The members did not ratify what the founder did, so it has lapsed.${ended} The community goes on under its charter.`,
      pageOf(parts, community, proposal),
    ],
  });
}

/** Whoever is asked to stand can say yes or no. */
export async function tellAsked(parts: EffectParts, head: EntryHead, event: EventOf<'nominated'>): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  const text = said`A member of ${community.title} asks you to stand: ${proposal.title}. You stand only if you say so there.`;
  const state = await parts.house.states.load(head.community);
  const path = parts.house.addresses.page.proposal(community.name, proposal.id);
  const about = { community, id: proposal.id, person: event.member, now: head.at, path };
  const link = state === null ? pageOf(parts, community, proposal) : placeFor(parts.house, { ...about, state }).link;
  await say(parts, head, { community, to: event.member, text, link });
}

/** Those elected are told from when until when they hold the role, and those passed over, why. */
export async function tellElected(parts: EffectParts, head: EntryHead, event: EventOf<'seats-filled'>): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  const link = pageOf(parts, community, proposal);
  for (const { member, until } of event.filled) {
    const text = said`You are ${phrase(event.role)} of ${community.title} now, until ${onDay(until)}: the members elected you. You can give the role back at any time.`;
    await say(parts, head, { community, to: member, text, link });
  }
  for (const { member } of event.skipped) {
    const text = said`Members of ${community.title} voted for you as ${phrase(event.role)}, and you could not take a seat. The open book says why.`;
    await say(parts, head, { community, to: member, text, link });
  }
}

/** Whoever a recall is about is told at every step. */
export async function tellRecalled(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'member-recalled'>,
): Promise<void> {
  const { community, proposal } = await load(parts, head, event.proposal);
  const text = said`You are no longer ${phrase(event.role)} of ${community.title}: the members recalled you by ${proposal.id}.`;
  await say(parts, head, { community, to: event.member, text, link: pageOf(parts, community, proposal) });
}

export async function tellPetitioned(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'recall-petitioned'>,
): Promise<void> {
  const { house } = parts;
  const community = await house.communities.byIri(head.community);
  if (community === null) return;
  const text = said`Members of ${community.title} collect signatures for a vote on whether you stay ${phrase(event.role)}. You can answer there; your answer is shown beside their reasons.`;
  const link = `${house.addresses.origin}${house.addresses.page.community(community.name)}/recalls/${event.petition}`;
  await say(parts, head, { community, to: event.member, text, link });
}

export async function tellAppointed(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'founder-acted'>,
): Promise<void> {
  const { act } = event;
  const community = await parts.house.communities.byIri(head.community);
  if (act.do !== 'appoint' || community === null) return;
  const text = said`The founder of ${community.title} made you ${phrase(act.role)}, provisionally: the members will be asked whether that stays. You can give the role back at any time.`;
  await say(parts, head, { community, to: act.holder.member, text, link: rolesPage(parts, community) });
}

export async function tellTermOver(parts: EffectParts, head: EntryHead, event: EventOf<'term-ended'>): Promise<void> {
  const community = await parts.house.communities.byIri(head.community);
  if (event.how !== 'time-over' || community === null) return;
  const text = said`Your term as ${phrase(event.role)} of ${community.title} is over. Thank you.`;
  await say(parts, head, { community, to: event.member, text, link: rolesPage(parts, community) });
}

const rolesPage = ({ house }: EffectParts, community: Community): string =>
  `${house.addresses.origin}${house.addresses.page.community(community.name)}/roles`;

async function say(
  { house }: EffectParts,
  head: EntryHead,
  { community, ...telling }: { community: Community; to: PersonIri; text: Sentence; link: string },
): Promise<void> {
  await tell(house, { ...telling, from: community.iri, kind: 'result', about: [String(head.seq)] });
}
