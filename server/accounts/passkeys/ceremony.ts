import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Passkey } from '../../ports/ways-in.ts';

/** For whom keys are made, and where they may be used: what the operator configured, never what a request says. */
export interface RelyingParty {
  readonly origin: string;
  /** The origin's host without its port (WebAuthn §5.1.2, RP ID). */
  readonly id: string;
  /** What devices show. */
  readonly name: string;
}

/** EdDSA, ES256, RS256: one of them is in every authenticator (COSE algorithms). */
const ALGORITHMS = [-8, -7, -257];

/** Loaded when somebody uses a passkey: it brings parsers of certificates along. */
const library = () => import('@simplewebauthn/server');

/** What a browser is asked to make a key with; the challenge is in it. The key finds its owner, and asks who she is. */
export async function creationOptions(
  party: RelyingParty,
  asked: { readonly name: string; readonly handle: Buffer; readonly has: readonly Passkey[] },
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userName: asked.name,
    userDisplayName: asked.name,
    userID: new Uint8Array(asked.handle),
    attestationType: 'none',
    excludeCredentials: asked.has.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: TIMEOUT_MS,
  });
}

/** What a browser is asked to sign with a key it has; `only`: with one of these. */
export async function requestOptions(party: RelyingParty, only: readonly Passkey[] = []) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: TIMEOUT_MS,
    allowCredentials: only.map(({ id, transports }) => ({ id, transports: [...transports] })),
  });
}

/** As long as a challenge is worth something. */
const TIMEOUT_MS = 5 * 60_000;

const base64url = z.string().regex(/^[\w-]+$/);
const answer = z.object({
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
});
const made = answer.extend({
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
});
const signed = answer.extend({
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
});
export type Made = z.output<typeof made>;
export type Signed = z.output<typeof signed>;

/** What a browser sent, if it has the shape of it: `PublicKeyCredential.toJSON()` (WebAuthn §5.1.4). */
export const readMade = (text: string): Made | null => read(made, text);
export const readSigned = (text: string): Signed | null => read(signed, text);

function read<Shape>(shape: z.ZodType<Shape>, text: string): Shape | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What holds, or why it does not, for the log. */
type Checked<Value> = { readonly fits: true; readonly value: Value } | { readonly fits: false; readonly why: string };

/** Whether a new key was made for this challenge, here, by somebody who showed who she is (WebAuthn §7.1). */
export function checkMade(
  party: RelyingParty,
  { response, challenge }: { readonly response: Made; readonly challenge: string },
): Promise<Checked<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'>>> {
  return checked(async ({ verifyRegistrationResponse }) => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) throw new Error('the attestation does not verify');
    const { id, publicKey, counter } = registrationInfo.credential;
    const { transports } = response.response;
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
  });
}

/**
 * Whether a key signed this challenge, here, for somebody who showed who she is (WebAuthn §7.2). Its counter is the
 * answer, not yet held against the one before: whoever cannot sign must not make a key look copied.
 */
export function checkSigned(
  party: RelyingParty,
  {
    response,
    challenge,
    passkey,
  }: { readonly response: Signed; readonly challenge: string; readonly passkey: Passkey },
): Promise<Checked<{ readonly counter: number }>> {
  return checked(async ({ verifyAuthenticationResponse }) => {
    const publicKey = new Uint8Array(Buffer.from(passkey.publicKey, 'base64url'));
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: passkey.id, publicKey, counter: 0 },
    });
    if (!verified) throw new Error('the signature does not verify');
    return { counter: authenticationInfo.newCounter };
  });
}

/** The library throws whatever does not fit, and whatever cannot be read. */
async function checked<Value>(
  check: (parts: Awaited<ReturnType<typeof library>>) => Promise<Value>,
): Promise<Checked<Value>> {
  const parts = await library();
  try {
    return { fits: true, value: await check(parts) };
  } catch (cause) {
    return { fits: false, why: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Whether a key that counts has not gone on counting: then there are two of it (WebAuthn §7.2, signCount). */
export const isCopied = (kept: number, given: number): boolean => (kept !== 0 || given !== 0) && given <= kept;
