import { endAccess } from '../actions/end-access.ts';
import type { House } from '../actions/house.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { hashPassword, passwordFault } from './passwords.ts';
import { type NotProven, type Proof, provePassword } from './prove.ts';
import type { Throttle } from './throttle.ts';

type Needs = Pick<House, 'credentials' | 'sessions' | 'accessTokens' | 'authorizationCodes' | 'passwordLinks' | 'wake'>;

/** The epoch that sessions must be of from now on. */
export type NewEpoch = number;

/** Somebody changes her password, knowing the old one. Nothing that was signed in before is so any longer (AUT-07). */
export async function changePassword(
  house: Needs & { readonly throttle: Throttle },
  { wanted, ...proof }: Proof & { readonly wanted: string },
): Promise<Result<NewEpoch, NotProven | 'bad-password' | 'gone'>> {
  const fault = passwordFault(wanted);
  if (fault) return refused('bad-password', fault);
  const proven = await provePassword(house, proof);
  return proven.ok ? setPassword(house, proof.person, wanted) : proven;
}

/**
 * A new password: one write, from which on every session of hers is worth nothing. What apps hold ends right after it,
 * and once more as an effect of that write, in case this is stopped in between.
 */
export async function setPassword(
  house: Needs,
  person: Pick<Person, 'iri' | 'username'>,
  password: string,
): Promise<Result<NewEpoch, 'gone'>> {
  const epoch = await house.credentials.setPassword(person.iri, await hashPassword(password));
  if (epoch === null) return refused('gone', 'This account was deleted.');
  await endAccess(house, person);
  await house.passwordLinks.endOf(person.iri);
  house.wake();
  return accepted(epoch);
}
