import { placeFor } from '../actions/act-links.ts';
import { wholePool } from '../actions/jury-facts.ts';
import { tell } from '../actions/tell.ts';
import type { Community } from '../community/community.ts';
import type { JuryId, PersonIri } from '../community/ids.ts';
import { asPhrase, said, type Words } from '../community/said.ts';
import { addDays } from '../governance/dates.ts';
import type { EventOf } from '../governance/events.ts';
import { answerWords, questionOf } from '../governance/juries/asked.ts';
import type { Jury, Seat } from '../governance/juries/state.ts';
import { seated } from '../governance/juries/state.ts';
import type { EntryHead } from '../record/entry.ts';
import type { EffectParts } from './parts.ts';

/** So long after the verdict a jury's texts and votes are kept, for whoever doubts the count. */
const KEPT_DAYS = 7;

/** Members who are asked for their parts of the seed are told so. */
export async function askForSeed(
  parts: EffectParts,
  head: EntryHead,
  event: EventOf<'jury-pool-frozen' | 'beacon-round-missed'>,
) {
  const { about, community } = await load(parts, head, event.jury);
  const text = said`A jury is drawn by lot in ${community.title}, and the draw needs a few words from you that nobody else knows: so nobody can steer it. Please give them by ${event.until}; a day later you show them. The page says how.`;
  for (const person of event.asked) await about({ person, text, key: 'seed' });
}

/** The round is out and not here: those who help with the draw are asked to hand it in. */
export async function askForRound(parts: EffectParts, head: EntryHead, event: EventOf<'beacon-round-late'>) {
  const { about, community, jury } = await load(parts, head, event.jury);
  if (jury.beacon === undefined || jury.phase.state !== 'awaiting-round') return;
  const text = said`A jury is drawn by lot in ${community.title} from round ${jury.beacon.round} of drand, a public random number. It is published, and this server does not have it yet. Please hand it in by ${event.until}: the page gives the address where it is, and a field to paste it into. Anybody who brings it brings the same, and nobody can change it.`;
  for (const person of jury.asked) await about({ person, text, key: 'round' });
}

/** Those who committed are asked to show what they committed to. */
export async function askToShow(parts: EffectParts, head: EntryHead, event: EventOf<'seed-closed'>) {
  const { about, jury } = await load(parts, head, event.jury);
  const text = said`Please show the words you gave for the draw of jury ${jury.id}, by ${event.until}. Then the jury is drawn.`;
  for (const { by } of jury.contributions) await about({ person: by, text, key: 'show' });
}

/** Those who were drawn are asked whether they accept. */
export async function callJurors(parts: EffectParts, head: EntryHead, event: EventOf<'jury-drawn'>) {
  const { call } = await load(parts, head, event.jury);
  for (const { leaf } of event.jurors) await call(leaf, event.answerBy);
}

export async function callSubstitute(parts: EffectParts, head: EntryHead, event: EventOf<'juror-replaced'>) {
  const { call, about, jury, personOf } = await load(parts, head, event.jury);
  if (event.next !== undefined && event.answerBy !== undefined) await call(event.next.leaf, event.answerBy);
  if (event.why !== 'conflict') return;
  const person = personOf(jury.seats[event.juror - 1]?.leaf);
  const text = said`You are no longer on jury ${jury.id}: the matter concerns you or your organisation. Somebody else is asked. Nothing else follows from it.`;
  if (person !== null) await about({ person, text, key: 'conflict' });
}

/** The jury is asked to vote. */
export async function openToJurors(parts: EffectParts, head: EntryHead, event: EventOf<'jury-vote-opened'>) {
  const { jury, toJurors } = await load(parts, head, event.jury);
  const { until } = event;
  const text =
    event.round === 'blind'
      ? said`Jury ${jury.id} is seated. Please read what it is about, and vote by ${until}, each for yourself. Nobody is shown who voted what.`
      : said`The deliberation of jury ${jury.id} is over. Please vote again by ${until}; if you do not, your first vote stands.`;
  await toJurors(text, `open ${event.round}`);
}

/** Half of the time to vote is over: those who have not are told so, once. */
export async function remindJurors(parts: EffectParts, head: EntryHead, event: EventOf<'jury-reminded'>) {
  const { jury, toJurors } = await load(parts, head, event.jury);
  if (jury.phase.state !== 'voting' || jury.phase.round !== event.round) return;
  const votes = await parts.house.juryVotes.of(head.community, jury.id, event.round);
  const voted = new Set(votes.map(({ juror }) => juror));
  const text = said`Jury ${jury.id} is waiting for your vote, until ${jury.phase.until}.`;
  await toJurors(text, `remind ${event.round}`, ({ leaf }) => !voted.has(leaf));
}

export async function openDeliberation(parts: EffectParts, head: EntryHead, event: EventOf<'jury-vote-counted'>) {
  const { jury, toJurors } = await load(parts, head, event.jury);
  const text = said`The first vote of jury ${jury.id} is counted. Until ${event.until} the jury talks it over; only jurors and the clerk can read what is said. Then you vote again.`;
  await toJurors(text, 'deliberation');
}

/** The jurors are told the verdict; what they said and voted is forgotten some days later. */
export async function tellVerdict(parts: EffectParts, head: EntryHead, event: EventOf<'jury-verdict'>) {
  const { jury, toJurors } = await load(parts, head, event.jury);
  const option = jury.options.find(({ id }) => id === event.option);
  const words = option === undefined ? event.option : answerWords(option);
  const told = event.hung
    ? said`Jury ${jury.id} did not agree, so the mildest outcome holds: ${asPhrase(words)}`
    : said`Jury ${jury.id} has decided: ${asPhrase(words)}`;
  await toJurors([told, 'Thank you for your time.'], 'verdict');
  await parts.house.juryRooms.forgetFrom(head.community, jury.id, addDays(head.at, KEPT_DAYS));
}

interface Loaded {
  readonly community: Community;
  readonly jury: Jury;
  readonly personOf: (leaf: string | undefined) => PersonIri | null;
  readonly about: (telling: { person: PersonIri; text: Words; key: string }) => Promise<void>;
  readonly call: (leaf: string, answerBy: Date) => Promise<void>;
  readonly toJurors: (text: Words, key: string, which?: (seat: Seat) => boolean) => Promise<void>;
}

async function load({ house }: EffectParts, head: EntryHead, id: JuryId): Promise<Loaded> {
  const [community, state, pools] = await Promise.all([
    house.communities.byIri(head.community),
    house.states.load(head.community),
    house.juryPools.of(head.community),
  ]);
  const jury = state?.juries.get(id);
  if (!community || !state || !jury) throw new Error(`${id} of ${head.community} is in the record but cannot be found`);
  const members = new Map(wholePool(jury, pools)?.entries.map(({ leaf, member }) => [String(leaf), member]));
  const personOf = (leaf: string | undefined) => members.get(leaf ?? '') ?? null;
  const path = house.addresses.page.jury(community.name, id);
  const about: Loaded['about'] = ({ person, text, key }) =>
    tell(house, {
      to: person,
      from: community.iri,
      kind: 'message',
      about: [id, key],
      text,
      // Who has no account here finds the page by a link of her own.
      link: placeFor(house, { state, community, id, person, now: head.at, path }).link,
    });
  return {
    community,
    jury,
    personOf,
    about,
    async call(leaf, answerBy) {
      const person = personOf(leaf);
      const text = [
        said`You were drawn by lot for jury ${id} in ${community.title}: ${asPhrase(questionOf(jury))}`,
        said`Please say by ${answerBy} whether you accept. You may decline without a reason; then the next is asked.`,
      ];
      if (person !== null) await about({ person, text, key: 'call' });
    },
    async toJurors(text, key, which = () => true) {
      for (const seat of seated(jury).filter(which)) {
        const person = personOf(seat.leaf);
        if (person !== null) await about({ person, text, key });
      }
    },
  };
}
