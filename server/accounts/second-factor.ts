import { createHash } from 'node:crypto';
import type { House } from '../actions/house.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { SecondFactors } from '../ports/second-factors.ts';
import { TOO_OFTEN } from './prove.ts';
import type { Throttle } from './throttle.ts';
import { newTotpSecret, stepOf } from './totp.ts';

interface Needs {
  readonly secondFactors: SecondFactors;
  readonly throttle: Throttle;
  readonly wall: () => Date;
}
type Who = Pick<Person, 'iri' | 'username'>;

const RECOVERY_CODES = 10;

/** 80 random bits each: too many to be found from their hashes. */
const newRecoveryCodes = (random: House['random']): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () => (random(10).match(/.{5}/g) ?? []).join('-'));

const plainCode = (code: string): string => code.toLowerCase().replace(/[^0-9a-f]/g, '');
const hashOf = (code: string): string => createHash('sha256').update(plainCode(code)).digest('base64url');

/** A new secret, not asked for before she has shown a code that it makes. */
export async function beginSecondFactor(
  { secondFactors }: Pick<Needs, 'secondFactors'>,
  { iri }: Who,
): Promise<string> {
  const secret = await newTotpSecret();
  await secondFactors.begin(iri, secret);
  return secret;
}

/** She shows that what she has makes the right codes: from now on they are asked for. Her recovery codes, told once. */
export async function confirmSecondFactor(
  house: Needs & Pick<House, 'random'>,
  { person, code }: { readonly person: Who; readonly code: string },
): Promise<Result<readonly string[], 'wrong-code' | 'too-often' | 'not-begun'>> {
  if ((await house.throttle.waitForCode(person.username)) !== null) return refused('too-often', TOO_OFTEN);
  const secret = await house.secondFactors.waiting(person.iri);
  if (secret === null) return refused('not-begun', 'Begin once more: nothing was waiting for a code.');
  if (!(await fitsNow(house, { person, code, secret }))) return refused('wrong-code', WRONG_CODE);
  await house.throttle.forgetCodes(person.username);
  const codes = newRecoveryCodes(house.random);
  await house.secondFactors.confirm(person.iri, codes.map(hashOf));
  return accepted(codes);
}

/** Ten others in place of those she has. */
export async function renewRecoveryCodes(
  house: Pick<Needs, 'secondFactors'> & Pick<House, 'random'>,
  person: PersonIri,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes(house.random);
  await house.secondFactors.replaceRecovery(person, codes.map(hashOf));
  return codes;
}

/**
 * Whether a code is the one of this moment, or one of her recovery codes. Either works once. Few tries in a quarter of
 * an hour, whoever makes them.
 */
export async function checkCode(
  house: Needs,
  { person, code }: { readonly person: Who; readonly code: string },
): Promise<Result<null, 'wrong-code' | 'too-often'>> {
  if ((await house.throttle.waitForCode(person.username)) !== null) return refused('too-often', TOO_OFTEN);
  const known = await house.secondFactors.of(person.iri);
  const fits =
    known === null ||
    (await fitsNow(house, { person, code, secret: known.secret })) ||
    (await house.secondFactors.useRecovery(person.iri, hashOf(code)));
  if (!fits) return refused('wrong-code', WRONG_CODE);
  await house.throttle.forgetCodes(person.username);
  return accepted(null);
}

const WRONG_CODE = 'This code is not right, or was used already. Wait for the next one and give that.';

async function fitsNow(
  { throttle, wall }: Pick<Needs, 'throttle' | 'wall'>,
  { person, code, secret }: { readonly person: Who; readonly code: string; readonly secret: string },
): Promise<boolean> {
  const step = await stepOf(secret, code, wall());
  return step !== null && throttle.isFirstUse(person.username, step);
}
