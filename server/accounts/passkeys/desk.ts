import { createHmac } from 'node:crypto';
import type { Request } from 'express';
import type { Person } from '../../community/person.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { oneLine } from '../../community/text.ts';
import type { LedTo, Passkey } from '../../ports/ways-in.ts';
import type { Authenticate } from '../authenticate.ts';
import { TOO_OFTEN } from '../prove.ts';
import { checkMade, creationOptions, type RelyingParty, readMade, readSigned, requestOptions } from './ceremony.ts';
import { keepChallenge, type Purpose, takeChallenge } from './challenges.ts';
import { type ProvingNeeds, proveByKey } from './prove.ts';
import { passkeyStrategy } from './strategy.ts';

export interface PasskeyNeeds extends Omit<ProvingNeeds, 'party' | 'handleOf'> {
  readonly authenticate: Authenticate;
  /** Makes what keys know their owners by; 32 bytes. */
  readonly handleKey: Buffer;
}

type Options = Awaited<ReturnType<typeof creationOptions>> | Awaited<ReturnType<typeof requestOptions>>;
type Begun<Code extends string = never> = Promise<Result<Options, 'too-often' | Code>>;

/** Where passkeys are made and used. Each ceremony has two halves: what a browser is asked, and what it answers. */
export interface Passkeys {
  /** Asks whoever is there to sign with any key she has for this server. */
  beginSignIn(request: Request): Begun;
  /** Whom the answer leads to. The same refusal whatever is wrong with it. */
  signIn(request: Request, answer: string): Promise<Result<LedTo, 'not-let-in' | 'too-often'>>;
  /** Asks somebody who is signed in to sign with one of her own keys. */
  beginConfirming(request: Request, person: Person): Begun;
  confirm(request: Request, person: Person, answer: string): Promise<Result<null, 'not-let-in' | 'too-often'>>;
  beginAdding(request: Request, person: Person, name: string): Begun<'bad-name'>;
  add(request: Request, person: Person, answer: string): Promise<Result<null, 'not-added'>>;
}

const LONGEST_NAME = 60;

/** What she calls a key, as it may be kept; `null` when there is nothing to call it by. */
export function passkeyName(text: string): string | null {
  const name = oneLine(text);
  return name === '' || name.length > LONGEST_NAME ? null : name;
}
export const BAD_NAME = said`Give the key a name of at most ${LONGEST_NAME} characters, such as “my phone”.`;

/** The same whatever was wrong, and for keys that nobody here has. */
const NOT_LET_IN =
  'This passkey does not let you in. Try again, or sign in another way: then you find under You, Ways to sign in, which passkeys you have here.';

export function createPasskeys(needs: PasskeyNeeds): Passkeys {
  const { waysIn, throttle, authenticate, addresses, log } = needs;
  const party: RelyingParty = {
    origin: addresses.origin,
    id: new URL(addresses.origin).hostname,
    name: addresses.host,
  };
  const handleOf = ({ iri }: Person): Buffer => createHmac('sha256', needs.handleKey).update(iri).digest();
  const isFrequent = async (request: Request) => (await throttle.waitToBegin(request.ip ?? '')) !== null;
  const proving = { ...needs, party, handleOf };
  const begin = (request: Request, purpose: Purpose, options: Options, name?: string) => {
    keepChallenge(request, { purpose, challenge: options.challenge, ...(name === undefined ? {} : { name }) });
    return accepted(options);
  };

  async function proven(request: Request, purpose: Purpose, answer: string) {
    // Tries are counted for the key that is said to sign, whoever may have it, and for the address.
    const key = readSigned(answer)?.id ?? '';
    const wait = await throttle.waitFor({ name: `passkey ${key}`, address: request.ip ?? '' });
    if (wait !== null) return refused('too-often', TOO_OFTEN);
    const strategy = passkeyStrategy((asked) => proveByKey(proving, { request: asked, purpose, answer }));
    const found = await authenticate(request, strategy);
    if (found.kind !== 'user') return refused('not-let-in', NOT_LET_IN);
    await throttle.forget(`passkey ${key}`);
    return accepted<LedTo>(found.user);
  }

  return {
    async beginSignIn(request) {
      if (await isFrequent(request)) return refused('too-often', TOO_OFTEN);
      return begin(request, 'sign-in', await requestOptions(party));
    },
    signIn: (request, answer) => proven(request, 'sign-in', answer),
    async beginConfirming(request, person) {
      if (await isFrequent(request)) return refused('too-often', TOO_OFTEN);
      const { passkeys } = await waysIn.of(person.iri);
      const usable = passkeys.filter(({ stopped }) => !stopped);
      return begin(request, 'confirm', await requestOptions(party, usable));
    },
    async confirm(request, person, answer) {
      const found = await proven(request, 'confirm', answer);
      if (!found.ok) return found;
      return found.value.person.iri === person.iri ? accepted(null) : refused('not-let-in', NOT_LET_IN);
    },
    async beginAdding(request, person, text) {
      const name = passkeyName(text);
      if (name === null) return refused('bad-name', BAD_NAME);
      if (await isFrequent(request)) return refused('too-often', TOO_OFTEN);
      const { passkeys: has } = await waysIn.of(person.iri);
      const asked = { name: person.username, handle: handleOf(person), has };
      return begin(request, 'add', await creationOptions(party, asked), name);
    },
    async add(request, person, answer) {
      const asked = await takeChallenge(request, { purpose: 'add', throttle });
      const response = readMade(answer);
      if (asked === null || response === null) return refused('not-added', 'This took too long. Begin once more.');
      const checked = await checkMade(party, { response, challenge: asked.challenge });
      if (!checked.fits) {
        log.info({ why: checked.why }, 'a new passkey was not accepted');
        return refused('not-added', 'This key cannot be used here. Try another device or password manager.');
      }
      const passkey: Passkey = { ...checked.value, name: asked.name ?? '', since: new Date() };
      const added = await waysIn.addPasskey(person.iri, passkey);
      return added === 'added'
        ? accepted(null)
        : refused('not-added', 'This key is known here already, or you have twenty. Take one away first.');
    },
  };
}
