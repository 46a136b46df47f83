import { actLink, digestSettingLink, minorityLink, YOURS_ALONE } from '../actions/act-links.ts';
import type { House } from '../actions/house.ts';
import { type OpenMatters, openMattersIn } from '../actions/open-matters.ts';
import { notBefore } from '../actions/record.ts';
import { noticeId } from '../actions/tell.ts';
import type { Community } from '../community/community.ts';
import type { PersonIri } from '../community/ids.ts';
import { asPhrase, inEnglish, quoted, type Sentence, said } from '../community/said.ts';
import { isPresent } from '../governance/membership.ts';
import {
  DIGEST_TITLE,
  type DigestItem,
  type DigestPart,
  digestPart,
  weekOf,
} from '../governance/participation/digest.ts';
import { forEachOf } from './ballot-letters.ts';

type Part = DigestPart & { readonly place: OpenMatters };

const ROUND = 'digest ';

/**
 * The weekly letter: on Mondays, eight o'clock UTC, one to each person, with everything that is open in all her
 * communities here; none to whom nothing is open, and none to who does not want it. A server that was down then sends
 * it when it is back; a week that is over when it comes back has none.
 *
 * @param known rounds that this process knows to be done
 */
export async function sendDigests(house: House, communities: readonly Community[], known: Set<string>): Promise<void> {
  const now = house.clock.now();
  const week = weekOf(now).toISOString();
  const round = ROUND + week;
  if (known.has(round)) return;
  const last = await house.rounds.last(ROUND);
  // The first week there ever was began before anybody could have been told of anything; a clock set back repeats none.
  if (last !== null && last < round) await sendWeek(house, communities, week, now);
  if (last === null || last < round) await house.rounds.done(round, now);
  known.add(round);
}

async function sendWeek(house: House, communities: readonly Community[], week: string, now: Date): Promise<void> {
  const parts = new Map<PersonIri, Part[]>();
  for (const community of communities) {
    // One whose record was changed in the database holds up no other.
    const place = await openMattersIn(house, community).catch((cause) => {
      house.log.error({ err: cause, community: community.iri }, 'a community is not in this week’s letters');
      return null;
    });
    if (place === null) continue;
    const at = notBefore(place.state.at, now);
    for (const member of place.state.members.values()) {
      if (!isPresent(place.state, member)) continue;
      const part = digestPart({ state: place.state, person: member.member, facts: place.facts, now: at });
      if (part !== null) parts.set(member.member, [...(parts.get(member.member) ?? []), { ...part, place }]);
    }
  }
  const off = await house.digestSettings.offAmong([...parts.keys()]);
  await forEachOf([...parts], async ([person, of]) => {
    if (!off.has(person)) await sendTo(house, person, of, week, now);
  });
  house.wake();
}

async function sendTo(house: House, person: PersonIri, parts: readonly Part[], week: string, now: Date): Promise<void> {
  const reader = await house.people.byIri(person);
  const [first] = parts;
  if (reader === null || reader.goneAt || first === undefined) return;
  const isHere = reader.home === 'here';
  const ending = isHere
    ? 'You can switch this letter off on the page “You”.'
    : `${YOURS_ALONE.replace('This link is', 'The links in this letter are').replace('has it', 'has them')}\n\nTo get no such letter any more: ${digestSettingLink(house, person, now)}`;
  await house.notices.add({
    id: noticeId('digest', week, person),
    to: person,
    from: first.place.community.iri,
    kind: 'message',
    text: [DIGEST_TITLE, ...parts.map((part) => inLines(house, person, part, now)), ending].join('\n\n'),
    // Who reads it here needs no links of her own.
    ...(isHere ? { said: [DIGEST_TITLE, ...parts.flatMap(toldLines), ending] } : {}),
    ...(isHere ? { link: `${house.addresses.origin}/decisions` } : {}),
    at: now,
  });
}

/** Line by line. */
const toldLines = ({ open, results, against, place: { community, book } }: Part): readonly Sentence[] => [
  quoted(`${community.title}:`),
  ...open.map(({ text }) => said`– ${asPhrase(text)}`),
  ...(results.length === 0 ? [] : [DECIDED, ...results.map(({ text }) => said`– ${asPhrase(text)}`)]),
  ...(against.length === 0 ? [] : [AGAINST, ...against.map(({ text }) => said`– ${asPhrase(text)}`)]),
  ...(book === undefined ? [] : [book]),
];
const DECIDED = 'Decided this week:';
const AGAINST = 'Decided before, with new minority statements:';

function inLines(house: House, person: PersonIri, { open, results, against, place }: Part, now: Date): string {
  const { community, state, book } = place;
  const isHere = house.addresses.isHere(person);
  const own = (id: string): string => {
    const found = isHere ? null : actLink(house, { state, community, id, person, now });
    return found === null ? '' : `\n${found.link}`;
  };
  const decided = ({ id, text, todo }: DigestItem): string => {
    const found = isHere || !todo ? null : minorityLink(house, { state, community, id, person, now });
    if (found === null) return `– ${inEnglish(text)}`;
    const how = said`To put a minority statement beside it, or to sign one, until ${found.until}:`;
    return `– ${inEnglish(text)} ${inEnglish(how)}\n${found.link}`;
  };
  return [
    `${community.title}:`,
    ...open.map(({ id, text, todo }) => `– ${inEnglish(text)}${todo ? own(id) : ''}`),
    ...(results.length === 0 ? [] : [DECIDED, ...results.map(decided)]),
    ...(against.length === 0 ? [] : [AGAINST, ...against.map(decided)]),
    ...(book === undefined ? [] : [book]),
  ].join('\n');
}
