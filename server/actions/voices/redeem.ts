import { createHash } from 'node:crypto';
import type { CommunityIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said, together } from '../../community/said.ts';
import { isPaper } from '../../governance/secret/crypto/ballots.ts';
import { readIssuer } from '../../governance/secret/crypto/blind-rsa.ts';
import { readPublic } from '../../governance/secret/crypto/keys.ts';
import { LEAST_ISSUED } from '../../governance/voices/issuer.ts';
import { MOST_NAMES, nameOfNumber } from '../../governance/voices/names.ts';
import { matterOfToken } from '../../governance/voices/said.ts';
import { acceptedIssuer, speaksFrom, type Voice } from '../../governance/voices/voice.ts';
import type { House } from '../house.ts';
import { statementOf } from './epochs.ts';

type Needs = Pick<House, 'states' | 'voices' | 'clock' | 'random'>;

/** A token as it is spent. */
export interface Token {
  readonly community: CommunityIri;
  readonly organisation: string;
  readonly epoch: string;
  /** The public half of a key that its holder made for it. */
  readonly token: string;
  readonly prefix: string;
  /** The issuer’s signature, unblinded. */
  readonly paper: string;
}

/** What is kept of a token: nothing can be said with it, and nothing in it says who was given it. */
export const voiceId = (community: CommunityIri, token: string): string =>
  createHash('sha256').update(`voice\n${community}\n${token}`).digest('hex');

/** For so many names one is looked for that nobody has; then one is given with a number. */
const TRIES = 50;

/**
 * Somebody spends a token and is given a voice; who she is, nobody here knows. The same token again gives the same
 * voice. It speaks some hours later. Nothing of this is logged.
 */
export async function redeemToken(house: Needs, spent: Token): Promise<Result<Voice>> {
  const { community, organisation, epoch, token } = spent;
  const state = await house.states.load(community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  const now = house.clock.now();
  const issuer = acceptedIssuer(state, { organisation, epoch }, now);
  if (!issuer.ok) return issuer;
  const statement = await statementOf(house, issuer.value, epoch);
  if (statement === null) {
    return refused(
      'not-known',
      said`What ${organisation} issued for ${epoch} is not known here yet. Try again in an hour.`,
    );
  }
  const among = statement.issuedTo.length;
  if (among < LEAST_ISSUED) {
    return refused(
      'too-few-issued',
      together(
        among === 1
          ? said`Only 1 person was given a token for ${epoch} so far.`
          : said`Only ${among} people were given a token for ${epoch} so far.`,
        said`Below ${LEAST_ISSUED} none is taken, since one of so few could be found out. Keep yours and come back; this number is looked up every hour.`,
      ),
    );
  }
  const paper = isPaper(matterOfToken(community, organisation, epoch), await readIssuer(statement.blindKey), spent);
  if ((await readPublic('ECDSA', token)) === null || !(await paper)) {
    return refused('bad-token', said`This is no token that ${organisation} issued for this community and ${epoch}.`);
  }
  const id = voiceId(community, token);
  const before = await house.voices.byId(id);
  if (before !== null) return accepted(before);
  const chance = Number.parseInt(house.random(4), 16) / 0xffffffff;
  return give(house, { id, community, organisation, epoch, among, speaksFrom: speaksFrom(now, chance) });
}

async function give(house: Needs, nameless: Omit<Voice, 'name'>): Promise<Result<Voice>> {
  for (let tried = 0; tried < TRIES * 2; tried += 1) {
    const number = Number.parseInt(house.random(6), 16);
    const name = nameOfNumber(number);
    // Where nearly all names are given, a number makes more of them.
    const voice = { ...nameless, name: tried < TRIES ? name : `${name} ${2 + (number % MOST_NAMES)}` };
    const added = await house.voices.add(voice);
    if (added === 'added') return accepted(voice);
    if (added === 'spent') {
      const twin = await house.voices.byId(nameless.id);
      if (twin !== null) return accepted(twin);
    }
  }
  throw new Error(`no name was found for a voice of ${nameless.epoch}`);
}
