import type { House } from '../actions/house.ts';
import { readEmailAddress } from '../community/email-address.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { type NotProven, type Proof, provePassword } from './prove.ts';
import type { Throttle } from './throttle.ts';

type Needs = Pick<House, 'emailAddresses' | 'credentials' | 'wake' | 'sendsMail'> & { readonly throttle: Throttle };

/**
 * Somebody gives another address, knowing her password: it becomes hers when she follows the link in the letter to it.
 * Whether somebody else has it is told to whoever reads that letter alone.
 */
export async function changeAddress(
  house: Needs,
  { typed, ...proof }: Proof & { readonly typed: string },
): Promise<Result<null, NotProven | 'bad-address'>> {
  const address = readEmailAddress(typed);
  if (!address.ok) return address;
  const proven = await provePassword(house, proof);
  if (!proven.ok) return proven;
  await house.emailAddresses.want(proof.person.iri, address.value);
  house.wake();
  return accepted(null);
}

/** She keeps no address any more: nobody can reset her password by letter then. */
export async function removeAddress(house: Needs, proof: Proof): Promise<Result<null, NotProven>> {
  const proven = await provePassword(house, proof);
  if (!proven.ok) return proven;
  await house.emailAddresses.remove(proof.person.iri);
  return accepted(null);
}

/** The letter to the address that she has not confirmed, once more. */
export async function sendAgain(
  house: Pick<House, 'emailAddresses' | 'wake'>,
  { iri }: Pick<Person, 'iri'>,
): Promise<Result<null, 'nothing-to-confirm'>> {
  const wanted = await house.emailAddresses.wanted(iri);
  if (wanted === null) return refused('nothing-to-confirm', 'There is no address of yours to confirm. Give one first.');
  await house.emailAddresses.want(iri, wanted.address);
  house.wake();
  return accepted(null);
}
