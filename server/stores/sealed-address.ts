import { z } from 'zod';
import { canonicalAddress, type EmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import { text } from './fields.ts';

/** An address as it is kept: sealed for its person, and a keyed hash to find it by. */
const sealedAddress = { sealed: text(), key: text() };

/** What a person's document holds of her addresses. */
export const addressFields = {
  email: z.object({ ...sealedAddress, since: z.date() }).exactOptional(),
  /** `at`: when the letter to it was asked for last. */
  emailWanted: z.object({ ...sealedAddress, at: z.date() }).exactOptional(),
  emailBefore: z.object({ ...sealedAddress, since: z.date() }).exactOptional(),
};

export type Sealed = { readonly sealed: string; readonly key: string };

/** Seals and opens addresses, and finds them again. */
export const addressSealing = (sealer: Sealer) => {
  const about = (person: PersonIri): string => `e-mail address of ${person}`;
  const keyOf = (address: string): string => sealer.fingerprint(canonicalAddress(address), 'e-mail address');
  return {
    keyOf,
    seal: (person: PersonIri, address: EmailAddress): Sealed => ({
      sealed: sealer.seal(address, about(person)),
      key: keyOf(address),
    }),
    open: (person: PersonIri, { sealed }: Sealed): EmailAddress => sealer.unseal(sealed, about(person)) as EmailAddress,
  };
};
