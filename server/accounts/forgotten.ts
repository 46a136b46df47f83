import type { House } from '../actions/house.ts';
import { readEmailAddress } from '../community/email-address.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { TOO_OFTEN } from './prove.ts';
import type { Throttle } from './throttle.ts';

const LONGEST = 254;
const HOUR_MS = 3_600_000;

/**
 * Somebody forgot her password, and says which account is hers, by its name or its address. What was said is put down as
 * it is, and looked up when the letter is sent: for an account that is not there the same is done, in the same time.
 */
export async function askForNewPassword(
  house: Pick<House, 'mails' | 'clock' | 'random' | 'wake' | 'emailAddresses'> & {
    readonly throttle: Pick<Throttle, 'waitToReset'>;
  },
  { said, address }: { readonly said: string; readonly address: string },
): Promise<Result<null, 'nothing-said' | 'too-often'>> {
  const about = said.normalize('NFKC').trim().slice(0, LONGEST);
  if (about === '') return refused('nothing-said', 'Give your name here, or your e-mail address.');
  const counted = house.emailAddresses.keyOf(about.replace(/^@/, '').replace(/\+[^@]*(?=@)/, ''));
  if ((await house.throttle.waitToReset({ about: counted, address })) !== null) return refused('too-often', TOO_OFTEN);
  const at = house.clock.now();
  await house.mails.add({
    id: `reset ${house.random(16)}`,
    kind: 'reset',
    said: about,
    at,
    until: new Date(at.getTime() + HOUR_MS),
  });
  house.wake();
  return accepted(null);
}

/** The account that somebody meant: by its confirmed address, its name, or its handle. */
export async function personMeant(
  house: Pick<House, 'people' | 'emailAddresses' | 'addresses'>,
  said: string,
): Promise<Person | null> {
  const name = said.replace(/^@/, '');
  const at = name.indexOf('@');
  const host = at < 0 ? house.addresses.host : name.slice(at + 1).toLowerCase();
  const named = host === house.addresses.host ? await house.people.byName(at < 0 ? name : name.slice(0, at)) : null;
  if (named?.home === 'here' && !named.goneAt) return named;
  const address = readEmailAddress(said);
  const holder = address.ok ? await house.emailAddresses.holder(address.value) : null;
  return holder === null ? null : house.people.byIri(holder);
}
