import { endAccess } from '../actions/end-access.ts';
import type { House } from '../actions/house.ts';
import type { Result } from '../community/result.ts';
import { accepted } from '../community/result.ts';
import { type NotProven, type Proof, provePassword } from './prove.ts';
import { checkCode } from './second-factor.ts';
import type { Throttle } from './throttle.ts';

/**
 * Somebody leaves this server for good. One write makes her gone: from then on no session, no app and no password acts
 * for her. That others are told, that her memberships end, and, if she wants it, her posts, are effects of that write.
 *
 * @param code asked for where she signs in by one
 */
export async function leaveServer(
  house: House & { readonly throttle: Throttle; readonly wall: () => Date },
  { code, posts, ...proof }: Proof & { readonly code: string; readonly posts: 'keep' | 'delete' },
): Promise<Result<null, NotProven | 'wrong-code'>> {
  const proven = await provePassword(house, proof);
  if (!proven.ok) return proven;
  const fits = await checkCode(house, { person: proof.person, code });
  if (!fits.ok) return fits;
  await house.people.leave(proof.person.iri, { at: house.clock.now(), posts });
  await endAccess(house, proof.person);
  house.wake();
  return accepted(null);
}
