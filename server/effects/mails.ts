import { createHash } from 'node:crypto';
import type { House } from '../actions/house.ts';
import { openLetIn } from '../actions/open-account.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Applicant, ApplicantEffect } from '../ports/applicants.ts';
import type { MailAbout } from '../ports/mail.ts';
import type { EffectParts } from './parts.ts';

type Needs = Pick<House, 'mails' | 'clock' | 'sendsMail' | 'wake'>;

const DAY_MS = 86_400_000;
/** So long a mail server may be away. A link in a letter lives from when the letter is sent. */
const DAYS = 3;

/**
 * Puts a letter by e-mail into the outbox.
 *
 * @param once what makes it this letter: asked for twice with the same, it is sent once
 */
async function post(house: Needs, about: MailAbout & { readonly person: PersonIri }, once: string): Promise<void> {
  // The operator's command hands out the links.
  if (!house.sendsMail) return;
  const at = house.clock.now();
  const id = createHash('sha256').update([about.kind, about.person, once].join('\n')).digest('base64url');
  await house.mails.add({ ...about, id, at, until: new Date(at.getTime() + DAYS * DAY_MS) });
  house.wake();
}

/** To the address that she gave: it is looked up again when the letter is sent. */
export async function confirmLetter({ house }: EffectParts, { iri }: Pick<Person, 'iri'>): Promise<void> {
  const wanted = (await house.applicants.byIri(iri))?.wanted ?? (await house.emailAddresses.wanted(iri));
  if (wanted) await post(house, { kind: 'confirm', person: iri }, wanted.at.toISOString());
}

/** She is told at the address she had, if she had one. */
export async function addressChangedLetter({ house }: EffectParts, { iri }: Person): Promise<void> {
  const former = await house.emailAddresses.former(iri);
  if (former === null) return;
  const to = former.address;
  await post(house, { kind: 'address-changed', person: iri, to }, former.since.toISOString());
  await house.emailAddresses.forgetFormer(iri);
}

export const letInLetter = ({ house }: EffectParts, { iri }: Person): Promise<void> =>
  post(house, { kind: 'let-in', person: iri }, '');

export const passwordSetLetter = (house: Needs, iri: PersonIri, changedAt: Date): Promise<void> =>
  post(house, { kind: 'password-set', person: iri }, changedAt.toISOString());

/** Carries out what follows from somebody asking for an account, or from being turned away. */
export async function carryOutApplicant(
  parts: EffectParts,
  { applicant, effects }: { readonly applicant: Applicant; readonly effects: readonly ApplicantEffect[] },
): Promise<void> {
  const { iri, wanted, declinedAt } = applicant;
  const to = wanted?.address;
  for (const effect of effects) {
    if (effect === 'confirm-letter') await confirmLetter(parts, applicant);
    else if (effect === 'let-in') await openLetIn(parts.house, iri);
    else if (to !== undefined && declinedAt !== undefined) {
      await post(parts.house, { kind: 'declined', person: iri, to }, declinedAt.toISOString());
    }
  }
}
