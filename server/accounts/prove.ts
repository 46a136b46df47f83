import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Credentials } from '../ports/actors.ts';
import { passwordFits } from './passwords.ts';
import type { Throttle } from './throttle.ts';

export interface Proof {
  readonly person: Person;
  readonly password: string;
  readonly address: string;
  /** She has shown a moment ago, in this browser, that it is she. */
  readonly confirmed: boolean;
}
export type NotProven = 'wrong-password' | 'not-confirmed' | 'too-often';

/** Seconds are left out: whoever is told to wait a quarter of an hour can. */
export const TOO_OFTEN = 'Too many tries. Wait a quarter of an hour, then try again.';

const NOT_CONFIRMED =
  'You have no password here. First show under You, Ways to sign in, that it is you; then come back.';

/**
 * Whether whoever sits at a browser that is signed in knows the password as well: asked before what a borrowed browser
 * must not be enough for. Tries count together with those at sign-in. Whoever has no password shows it by what she
 * signs in with, before (`confirmed.ts`).
 */
export async function provePassword(
  { credentials, throttle }: { readonly credentials: Pick<Credentials, 'byName'>; readonly throttle: Throttle },
  { person, password, address, confirmed }: Proof,
): Promise<Result<null, NotProven>> {
  const known = await credentials.byName(person.username);
  if (known !== null && known.passwordHash === null) {
    return confirmed ? accepted(null) : refused('not-confirmed', NOT_CONFIRMED);
  }
  if ((await throttle.waitFor({ name: person.username, address })) !== null) return refused('too-often', TOO_OFTEN);
  if (!(await passwordFits(known?.passwordHash ?? null, password))) {
    return refused('wrong-password', 'This is not your password. Give the one you sign in with.');
  }
  await throttle.forget(person.username);
  return accepted(null);
}
