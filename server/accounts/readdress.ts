import type { House } from '../actions/house.ts';
import { readEmailAddress } from '../community/email-address.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { wayIn } from '../governance/sign-up.ts';
import type { Applicant } from '../ports/applicants.ts';
import { doorsHere } from './sign-up.ts';

/**
 * Somebody who asked for an account wants her letter again, or at another address. That one must open the same door: an
 * address at an organisation's domain cannot be given to get in, and then be changed for another.
 *
 * @param typed empty: the address that she gave
 */
export async function readdress(
  house: Pick<House, 'applicants' | 'communities' | 'states' | 'sendsMail' | 'wake'>,
  { iri, unconfirmed, asks, sentence, wanted }: Applicant,
  typed: string,
): Promise<Result<null, 'nothing-to-confirm' | 'bad-address' | 'address-needed'>> {
  if (!unconfirmed || wanted === undefined) {
    return refused('nothing-to-confirm', 'There is no address that waits to be confirmed.');
  }
  const address = typed.trim() === '' ? accepted(wanted.address) : readEmailAddress(typed);
  if (!address.ok) return address;
  if (address.value !== wanted.address) {
    const doors = await doorsHere(house);
    const way = wayIn({ doors, invited: false, address: address.value, sentence, sendsMail: house.sendsMail });
    if (!way.ok || (way.value.ask && !asks)) {
      return refused('address-needed', 'This address opens no account here. Give one like that you gave before.');
    }
  }
  await house.applicants.readdress(iri, address.value);
  house.wake();
  return accepted(null);
}
