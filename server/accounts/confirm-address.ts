import type { House } from '../actions/house.ts';
import type { EmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';
import { personHere } from '../community/person-here.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';

const KIND = 'confirm-address';
const DAY_MS = 86_400_000;
/** So long a link from a letter confirms an address. */
export const CONFIRMING_DAYS = 2;

type Reading = Pick<House, 'capabilities' | 'clock' | 'emailAddresses' | 'applicants' | 'people'>;

/** A link by which somebody shows that letters to an address reach her; nothing of it is stored. */
export function confirmationLink(
  {
    capabilities,
    clock,
    addresses,
    emailAddresses,
  }: Pick<House, 'capabilities' | 'clock' | 'addresses' | 'emailAddresses'>,
  { person, address }: { readonly person: PersonIri; readonly address: EmailAddress },
): string {
  const until = new Date(clock.now().getTime() + CONFIRMING_DAYS * DAY_MS);
  const token = capabilities.issue({ kind: KIND, subject: emailAddresses.keyOf(address), person, until });
  return `${addresses.origin}/confirm/${token}`;
}

/** What a link would confirm. */
export interface Confirmable {
  readonly iri: PersonIri;
  readonly username: string;
  readonly address: EmailAddress;
  /** The hash by which the address is known. */
  readonly key: string;
  /** An account is opened by it, or asked for; else somebody who has one gets another address. */
  readonly opens: 'account' | 'request' | 'nothing';
}

const OVER =
  'This link was used already, or is over. If your account does not work yet, ask for another letter, or ask for the account again.';

/** What a link confirms now: the address that its person gave last, or nothing. */
export async function confirmableBy(house: Reading, token: string): Promise<Result<Confirmable, 'over'>> {
  const allowed = house.capabilities.read(token, KIND, house.clock.now());
  if (allowed === null) return refused('over', OVER);
  const iri = allowed.person as PersonIri;
  const key = allowed.subject;
  const applicant = await house.applicants.byIri(iri);
  if (applicant !== null) {
    const { username, wanted, unconfirmed, asks, declinedAt } = applicant;
    const address = unconfirmed && declinedAt === undefined ? wanted?.address : undefined;
    if (address === undefined || house.emailAddresses.keyOf(address) !== key) return refused('over', OVER);
    return accepted({ iri, username, address, key, opens: asks ? 'request' : 'account' });
  }
  const [person, wanted] = await Promise.all([house.people.byIri(iri), house.emailAddresses.wanted(iri)]);
  if (person === null || wanted === null) return refused('over', OVER);
  const { address } = wanted;
  if (house.emailAddresses.keyOf(address) !== key) return refused('over', OVER);
  return accepted({ iri, username: person.username, address, key, opens: 'nothing' });
}

/** Confirms the address of a link. Of many who come at once with the same, one does. */
export async function confirmAddress(
  house: Reading & Pick<House, 'addresses' | 'newKeyPair' | 'wake'>,
  token: string,
): Promise<Result<Confirmable, 'over' | 'address-taken'>> {
  const found = await confirmableBy(house, token);
  if (!found.ok) return found;
  const { iri, username, address, key, opens } = found.value;
  const holder = await house.emailAddresses.holder(address);
  if (holder !== null && holder !== iri) return taken(house, holder);
  if (opens === 'request') await house.applicants.confirm(iri, key);
  else {
    const since = house.clock.now();
    const done =
      opens === 'account'
        ? await house.applicants.open(personHere(house.addresses, { username, since }), await house.newKeyPair(), key)
        : await house.emailAddresses.confirm(iri, key, since);
    if (done === 'address-taken' || done === 'taken') return taken(house, await house.emailAddresses.holder(address));
    if (done === 'over' || done === 'not-ready') return refused('over', OVER);
  }
  house.wake();
  return found;
}

/** Whoever reads this reads the letters to that address, so that she may know whose it is. */
async function taken(house: Pick<House, 'people'>, holder: PersonIri | null) {
  const person = holder === null ? null : await house.people.byIri(holder);
  return refused(
    'address-taken',
    person === null
      ? said`This address belongs to another account here already. Sign in to that one, or use another address.`
      : said`This address belongs to the account ${person.username} here already. Sign in to that one, or use another address.`,
  );
}
