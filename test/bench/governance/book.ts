import type { CommunityIri, Digest, PersonIri } from '../../../server/community/ids.ts';
import { communityIri, digest, organisation, personIri } from '../../../server/community/ids.ts';
import { DEFAULT_PARAMETERS } from '../../../server/governance/charter.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { makeEntry } from '../../../server/record/chain.ts';
import type { Entry } from '../../../server/record/entry.ts';

/** Whose record it is. */
export const GUILD: CommunityIri = communityIri('http://bench.localhost:8080/actors/guild');
export const FOUNDER: PersonIri = personIri('http://bench.localhost:8080/actors/alice');

/** Members come from so many servers. */
const SERVERS = 40;

/** The n-th person who ever joined, from 1 on; the founder is number 0. */
export const person = (number: number): PersonIri =>
  number === 0 ? FOUNDER : personIri(`https://town${number % SERVERS}.example/users/member${number}`);

export const organisationOf = (member: PersonIri) => organisation(new URL(member).host);

/** Hexadecimal digits that depend on a number alone: salts and hashes of what is not there. */
export const madeUp = (number: number, digits = 64): Digest =>
  digest((BigInt(number) * 0x9e3779b97f4a7c15n + 0x7f4a7c15n).toString(16).padStart(digits, '0').slice(-digits));

/** Writes entries one after the other, a second apart unless told otherwise. Whether they make sense, whoever reads them finds. */
export class Book {
  at: Date;
  seq = 0;
  private prev = digest('0'.repeat(64));
  private texts = 0;

  constructor(at: Date) {
    this.at = at;
  }

  founding(): Entry {
    return this.entry({
      kind: 'community-founded',
      community: GUILD,
      by: FOUNDER,
      title: 'Guild',
      purpose: 'Everything about bread.',
      charter: { version: 1, parameters: DEFAULT_PARAMETERS },
      provisionalUntil: addDays(this.at, 60),
    });
  }

  join(number: number): Entry {
    const member = person(number);
    return this.entry({ kind: 'member-joined', member, organisation: organisationOf(member) });
  }

  /** The next entry, as a server writes it: salted, and with its erasable texts apart. */
  entry(event: GovernanceEvent, at = new Date(this.at.getTime() + 1000)): Entry {
    this.at = at;
    this.seq += 1;
    const { seq, prev } = this;
    const textSalt = () => {
      this.texts += 1;
      return madeUp(this.texts, 32);
    };
    const entry = makeEntry({ community: GUILD, seq, prev, at, event, salt: madeUp(seq, 32), textSalt });
    this.prev = entry.hash;
    return entry;
  }
}
