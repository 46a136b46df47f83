import { createHash } from 'node:crypto';
import type { House } from '../actions/house.ts';
import type { Affiliation } from '../community/affiliation.ts';
import { affiliationsByPages, organisationOfDomain, VOUCHERS_NEEDED } from '../community/affiliation.ts';
import { domainOf, type EmailAddress, readEmailAddress } from '../community/email-address.ts';
import type { Organisation, PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Provider } from './oidc/provider.ts';

type Reading = Pick<House, 'affiliations' | 'emailAddresses' | 'waysIn' | 'addresses'>;
type Providers = readonly Pick<Provider, 'issuer' | 'domain'>[];

/**
 * Everything that somebody here can show to belong to: what she has shown before, and what follows from her confirmed
 * address, her sign-in by another house and her pages as they are now. Once for each organisation, what is newest first.
 */
export async function affiliationsOf(
  house: Reading,
  person: Person,
  providers: Providers,
): Promise<readonly Affiliation[]> {
  const [{ shown }, own, { identities }] = await Promise.all([
    house.affiliations.of(person.iri),
    house.emailAddresses.of(person.iri),
    house.waysIn.of(person.iri),
  ]);
  const byAddress = own === null ? null : organisationOfDomain(domainOf(own.address));
  const bySignIn = identities.flatMap(({ issuer, since }): Affiliation[] => {
    const domain = providers.find((provider) => provider.issuer === issuer)?.domain;
    const at = domain === undefined ? null : organisationOfDomain(domain);
    return at === null ? [] : [{ organisation: at, how: 'sign-in', since }];
  });
  const all: readonly Affiliation[] = [
    ...shown,
    ...(byAddress === null || own === null
      ? []
      : [{ organisation: byAddress, how: 'address', since: own.since } as const]),
    ...bySignIn,
    ...affiliationsByPages(person.fields),
  ];
  const known = new Map([...all].reverse().map((one) => [one.organisation, one]));
  // That she is at home on this server everybody sees.
  known.delete(house.addresses.host as Organisation);
  return [...known.values()].sort((a, b) => b.since.getTime() - a.since.getTime());
}

/** She lets everybody see that she belongs to an organisation, and counts for it; or, with `null`, to none. */
export async function chooseAffiliation(
  house: Reading & Pick<House, 'wake'>,
  {
    person,
    wanted,
    providers,
  }: { readonly person: Person; readonly wanted: string | null; readonly providers: Providers },
): Promise<Result<Affiliation | null, 'not-shown'>> {
  const all = await affiliationsOf(house, person, providers);
  const found = wanted === null ? null : all.find(({ organisation }) => organisation === wanted);
  if (found === undefined) {
    return refused('not-shown', 'You have not shown yet that you belong to it. Choose one of the ways below.');
  }
  // Kept, so that it stays hers when the address or the page it rests on is changed.
  if (found !== null) await house.affiliations.keep(person.iri, found);
  await house.affiliations.choose(person.iri, found);
  house.wake();
  return accepted(found);
}

const KIND = 'affiliation';
const DAY_MS = 86_400_000;
/** So long a link from a letter shows that somebody reads letters at a domain. */
export const AFFILIATION_LINK_DAYS = 2;

/**
 * A letter to an address at an organisation: whoever opens its link, signed in as herself, has shown that she belongs
 * to it. The address is sealed until the letter is sent, and forgotten then; what stays is the domain.
 */
export async function writeToOrganisation(
  house: Pick<House, 'mails' | 'clock' | 'sendsMail' | 'wake' | 'addresses'>,
  { person, typed }: { readonly person: Person; readonly typed: string },
): Promise<Result<Organisation, 'bad-address' | 'no-mail' | 'shared-domain'>> {
  if (!house.sendsMail) return refused('no-mail', 'This server sends no letters. Choose another way.');
  const address = readEmailAddress(typed);
  if (!address.ok) return address;
  const organisation = organisationOfDomain(domainOf(address.value));
  if (organisation === null) return refused('shared-domain', ANYBODY);
  const at = house.clock.now();
  const id = createHash('sha256')
    .update([KIND, person.iri, address.value, at.toISOString()].join('\n'))
    .digest('base64url');
  const until = new Date(at.getTime() + AFFILIATION_LINK_DAYS * DAY_MS);
  await house.mails.add({ kind: KIND, person: person.iri, to: address.value, id, at, until });
  house.wake();
  return accepted(organisation);
}

const ANYBODY =
  'Anybody can have an address or a page at that domain, so it says nothing about where you work. Give one of your organisation’s own.';

/** The link in such a letter; nothing of it is stored. */
export function affiliationLink(
  { capabilities, clock, addresses }: Pick<House, 'capabilities' | 'clock' | 'addresses'>,
  { person, to }: { readonly person: PersonIri; readonly to: EmailAddress },
): string {
  const until = new Date(clock.now().getTime() + AFFILIATION_LINK_DAYS * DAY_MS);
  return `${addresses.origin}/you/organisations/confirm/${capabilities.issue({ kind: KIND, subject: domainOf(to), person, until })}`;
}

const OVER = 'This link is over, or is for another account. Sign in as who asked for it, or ask for another letter.';

/** What a link from a letter would show about whoever is signed in. */
export function confirmableAffiliation(
  { capabilities, clock }: Pick<House, 'capabilities' | 'clock'>,
  { person, token }: { readonly person: Person; readonly token: string },
): Result<Organisation, 'over'> {
  const allowed = capabilities.read(token, KIND, clock.now());
  const organisation = allowed?.person === person.iri ? organisationOfDomain(allowed.subject) : null;
  return organisation === null ? refused('over', OVER) : accepted(organisation);
}

/** She has opened the link: the organisation is one of hers, seen by nobody else until she wants that. */
export async function confirmAffiliation(
  house: Pick<House, 'capabilities' | 'clock' | 'affiliations'>,
  ask: { readonly person: Person; readonly token: string },
): Promise<Result<Organisation, 'over'>> {
  const found = confirmableAffiliation(house, ask);
  if (!found.ok) return found;
  const affiliation = { organisation: found.value, how: 'address', since: house.clock.now() } as const;
  await house.affiliations.keep(ask.person.iri, affiliation);
  return found;
}

/** She asks those of an organisation here to say that she belongs to it. */
export async function askVouchers(
  house: Pick<House, 'affiliations' | 'clock'>,
  { person, typed }: { readonly person: Person; readonly typed: string },
): Promise<Result<Organisation, 'bad-domain'>> {
  const organisation = organisationOfDomain(typed.trim().toLowerCase());
  if (organisation === null) return refused('bad-domain', 'Give the domain of your organisation, like works.example.');
  await house.affiliations.ask(person.iri, { organisation, at: house.clock.now() });
  return accepted(organisation);
}

/**
 * Somebody who belongs to an organisation says that another does. With the second it is the other's; who said so is
 * forgotten then.
 */
export async function vouch(
  house: Reading & Pick<House, 'clock'>,
  ask: {
    readonly by: Person;
    readonly person: PersonIri;
    readonly organisation: string;
    readonly providers: Providers;
  },
): Promise<Result<'waits' | 'shown', 'not-of-it' | 'asks-no-more' | 'herself'>> {
  const { by, person } = ask;
  if (by.iri === person) return refused('herself', 'Others have to say it. Ask two people who belong to it.');
  const hers = await affiliationsOf(house, by, ask.providers);
  const organisation = hers.find((one) => one.organisation === ask.organisation)?.organisation;
  if (organisation === undefined) {
    return refused('not-of-it', 'Only who has shown to belong to it says so of others. Show it first.');
  }
  const vouchers = await house.affiliations.vouch(person, organisation, by.iri);
  if (vouchers === null) return refused('asks-no-more', 'They do not ask for it any more.');
  if (vouchers.length < VOUCHERS_NEEDED) return accepted('waits');
  await house.affiliations.keep(person, { organisation, how: 'vouched', since: house.clock.now() });
  return accepted('shown');
}
