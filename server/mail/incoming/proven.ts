import type { House } from '../../actions/house.ts';
import { canonicalAddress, domainOf, type EmailAddress } from '../../community/email-address.ts';
import { vouchesFor } from '../../community/mail-proof.ts';
import type { Person } from '../../community/person.ts';
import type { Incoming } from './read.ts';

/** Why a letter is not taken to be hers; `null` where it is. */
export async function notFromHer(
  house: House,
  { iri }: Person,
  { from, results }: Incoming,
  trusts: string,
): Promise<'not-hers' | 'unproven' | null> {
  const own = await house.emailAddresses.of(iri);
  const [said, ...others] = from;
  if (own === null || said === undefined || others.length > 0) return 'not-hers';
  if (canonicalAddress(said) !== canonicalAddress(own.address)) return 'not-hers';
  // Whoever receives puts its word on top; one further down can have been in the letter when it came.
  const topmost = results.find((result) => result.toLowerCase().startsWith(trusts));
  const domain = domainOf(own.address as EmailAddress);
  return topmost !== undefined && vouchesFor(topmost, trusts, domain) ? null : 'unproven';
}
