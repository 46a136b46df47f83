import type { Request } from 'express';
import type { House } from '../../actions/house.ts';
import { noticeId } from '../../actions/tell.ts';
import type { Person } from '../../community/person.ts';
import { said, toldAs } from '../../community/said.ts';
import type { LedTo, Passkey } from '../../ports/ways-in.ts';
import type { Throttle } from '../throttle.ts';
import { checkSigned, isCopied, type RelyingParty, readSigned } from './ceremony.ts';
import { type Purpose, takeChallenge } from './challenges.ts';

export interface ProvingNeeds extends Pick<House, 'waysIn' | 'notices' | 'addresses' | 'clock' | 'log' | 'wake'> {
  readonly throttle: Throttle;
  readonly party: RelyingParty;
  /** What a key knows its owner by. */
  readonly handleOf: (person: Person) => Buffer;
}

/** Whom an answer leads to, if it holds; the log alone is told why it does not. */
export async function proveByKey(
  needs: ProvingNeeds,
  { request, purpose, answer }: { readonly request: Request; readonly purpose: Purpose; readonly answer: string },
): Promise<LedTo | null> {
  const { waysIn, throttle, party, log } = needs;
  const asked = await takeChallenge(request, { purpose, throttle });
  const response = readSigned(answer);
  if (asked === null || response === null) return null;
  const led = await waysIn.byPasskey(response.id);
  if (led === null || led.passkey.stopped) return null;
  const { person, passkey, epoch } = led;
  const checked = await checkSigned(party, { response, challenge: asked.challenge, passkey });
  if (!checked.fits) {
    log.info({ why: checked.why }, 'a passkey was not accepted');
    return null;
  }
  // Given where the key found its owner itself; then it has to be her (WebAuthn §7.2, step 6).
  const { userHandle } = response.response;
  const isHers = userHandle ? userHandle === needs.handleOf(person).toString('base64url') : purpose !== 'sign-in';
  return isHers && (await counts(needs, { person, passkey }, checked.value.counter)) ? { person, epoch } : null;
}

/** Keeps what a key counted. One that may have a copy is of no use any more, to whoever has it. */
async function counts(
  needs: ProvingNeeds,
  { person, passkey }: { readonly person: Person; readonly passkey: Passkey },
  counter: number,
): Promise<boolean> {
  const { waysIn, log } = needs;
  if (!isCopied(passkey.counter, counter)) {
    return counter === 0 || waysIn.countPasskey(person.iri, passkey.id, counter);
  }
  log.warn({ kept: passkey.counter, given: counter }, 'a passkey counted backwards and is stopped');
  await waysIn.stopPasskey(person.iri, passkey.id);
  await tellOwner(needs, person, passkey);
  return false;
}

async function tellOwner({ notices, addresses, clock, wake }: ProvingNeeds, { iri }: Person, { id, name }: Passkey) {
  await notices.add({
    id: noticeId('passkey-stopped', id),
    to: iri,
    from: addresses.server,
    kind: 'message',
    ...toldAs([
      said`Your passkey “${name}” counted backwards, so there may be a copy of it. It lets nobody in any more.`,
      'Take it away under Ways to sign in, look where you are signed in, and add a new one on a device that you trust.',
    ]),
    link: `${addresses.origin}/you/ways-in`,
    at: clock.now(),
  });
  wake();
}
