import type { ActorIri, CommunityIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { mutedBy } from '../cases/sanction.ts';
import { addHours } from '../dates.ts';
import type { CommunityState } from '../state.ts';
import { type Epoch, isCurrent } from './epoch.ts';
import type { Issuer } from './issuer.ts';

/** A voice without a name in one community. What is kept of it says nothing of who it is. */
export interface Voice {
  /** SHA-256 over the spent token, hexadecimal. */
  readonly id: string;
  readonly community: CommunityIri;
  readonly organisation: string;
  readonly epoch: Epoch;
  /** Made of words by the program, like “Quiet Alder”; no other voice of that epoch has it there. */
  readonly name: string;
  /** How many had been given a token of that epoch when this one was spent: it is one of so many. */
  readonly among: number;
  /** It speaks from this hour on. */
  readonly speaksFrom: Date;
}

/** By what rules, cases and sanctions know a voice; no actor of its own, so nothing elsewhere follows it. */
export const iriOf = ({ community, name, epoch }: Pick<Voice, 'community' | 'name' | 'epoch'>): ActorIri =>
  `${community}#${name.toLowerCase().replaceAll(' ', '-')}-${epoch}` as ActorIri;

/** The name and the month of a voice, by its IRI; `null` where it is the IRI of none. */
export function voiceNamed(iri: ActorIri): Pick<Voice, 'name' | 'epoch'> | null {
  const [, words, epoch] = /#([a-z]+-[a-z]+(?:-\d+)?)-(\d{4}-\d{2})$/.exec(iri) ?? [];
  if (words === undefined || epoch === undefined) return null;
  const name = words.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return { name: name.join(' '), epoch: epoch as Epoch };
}

/** A voice begins to speak some hours after its token was spent, and no two hours are the same: so that the time says little. */
const LEAST_WAIT_HOURS = 2;
const MOST_WAIT_HOURS = 12;
const HOUR_MS = 3_600_000;

/** @param chance from 0 to 1; the full hour from which a voice speaks whose token is spent now */
export function speaksFrom(now: Date, chance: number): Date {
  const waited = addHours(now, LEAST_WAIT_HOURS + chance * (MOST_WAIT_HOURS - LEAST_WAIT_HOURS));
  return new Date(Math.ceil(waited.getTime() / HOUR_MS) * HOUR_MS);
}

export type VoiceRefusal = 'no-such-issuer' | 'expired-epoch' | 'too-few-issued' | 'not-yet' | 'muted';

/** Whether tokens of an organisation's epoch are taken in a community now. */
export function acceptedIssuer(
  { issuers, movedTo }: CommunityState,
  { organisation, epoch }: Pick<Voice, 'organisation' | 'epoch'>,
  now: Date,
): Result<Issuer, VoiceRefusal> {
  const issuer = issuers.get(organisation);
  if (issuer === undefined || movedTo !== undefined) {
    return refused(
      'no-such-issuer',
      said`The members of this community have not decided to take tokens of ${organisation}. Its voice page says whose they take.`,
    );
  }
  if (!isCurrent(epoch, now)) {
    return refused('expired-epoch', said`Tokens of ${epoch} are over. Ask your organisation’s issuer for a new one.`);
  }
  return accepted(issuer);
}

/** Whether a voice may speak now. */
export function maySpeak(state: CommunityState, voice: Voice, now: Date): Result<null, VoiceRefusal> {
  const issuer = acceptedIssuer(state, voice, now);
  if (!issuer.ok) return issuer;
  const muted = mutedBy(state, iriOf(voice), now);
  if (muted !== null) {
    const { id, until, case: about } = muted;
    return refused(
      'muted',
      until === undefined
        ? said`${voice.name} does not speak here: ${about} says why (${id}). Read it on the page of cases.`
        : said`${voice.name} does not speak here until ${until}: ${about} says why (${id}). Read it on the page of cases.`,
    );
  }
  if (now < voice.speaksFrom) {
    return refused('not-yet', said`${voice.name} can speak from ${voice.speaksFrom} on. Come back then.`);
  }
  return accepted(null);
}

/** The line with which everything it says begins, in Markdown: on every server, whoever reads it sees whose word it is. */
export const firstLine = ({ name, organisation, among }: Pick<Voice, 'name' | 'organisation' | 'among'>): string =>
  `**${name}** · verified, ${organisation}, one of ${among}`;
