import { AFFILIATION_LINK_DAYS, affiliationLink } from '../accounts/affiliations.ts';
import { CONFIRMING_DAYS, confirmationLink } from '../accounts/confirm-address.ts';
import { personMeant } from '../accounts/forgotten.ts';
import { MAILED_LINK_MINUTES, mailedPasswordLink } from '../accounts/password-link.ts';
import { invitationLink } from '../actions/community-invitations.ts';
import type { House } from '../actions/house.ts';
import { domainOf, type EmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Mail } from '../ports/mail.ts';
import { speakerFor } from './language.ts';
import { newsLetter } from './news.ts';
import {
  addressChangedWords,
  affiliationWords,
  alreadyYours,
  confirmWords,
  declinedWords,
  invitedWords,
  letInWords,
  passwordSetWords,
  resetWords,
  type Said,
} from './words.ts';

/** What a letter says as things stand when it is sent; `null` where there is nobody to whom it means anything any more. */
export async function letterFor(house: House, mail: Mail): Promise<Said | null> {
  switch (mail.kind) {
    case 'confirm':
      return confirmLetter(house, mail.person);
    case 'reset':
      return resetLetter(house, mail.said);
    case 'address-changed':
    case 'declined':
      return toFormer(house, mail);
    case 'news':
      return newsLetter(house, mail);
    case 'invited':
      return invitedLetter(house, mail);
    case 'affiliation':
      return affiliationLetter(house, mail);
    case 'password-set':
    case 'let-in':
      return toOwn(house, mail);
  }
}

async function confirmLetter(house: House, iri: PersonIri): Promise<Said | null> {
  const applicant = await house.applicants.byIri(iri);
  const waits = applicant?.unconfirmed === true && applicant.declinedAt === undefined;
  const { address: to } = (waits ? applicant.wanted : await house.emailAddresses.wanted(iri)) ?? {};
  const username = applicant?.username ?? (await house.people.byIri(iri))?.username;
  if (to === undefined || username === undefined) return null;
  const { host } = house.addresses;
  const say = await speakerFor(house, iri);
  const holder = await house.emailAddresses.holder(to);
  if (holder !== null && holder !== iri) {
    const account = (await house.people.byIri(holder))?.username ?? 'there';
    return alreadyYours({ host, to, username, account, say });
  }
  const opens = applicant === null ? 'nothing' : applicant.asks ? 'request' : 'account';
  const link = confirmationLink(house, { person: iri, address: to });
  return confirmWords({ host, to, username, say }, { link, hours: CONFIRMING_DAYS * 24, opens });
}

async function resetLetter(house: House, said: string): Promise<Said | null> {
  const person = await personMeant(house, said);
  const own = person && (await house.emailAddresses.of(person.iri));
  if (person === null || !own) return null;
  const secret = await mailedPasswordLink(house, person.iri);
  const link = `${house.addresses.origin}/password/${secret}`;
  const { host } = house.addresses;
  const say = await speakerFor(house, person.iri);
  return resetWords({ host, to: own.address, username: person.username, say }, { link, minutes: MAILED_LINK_MINUTES });
}

/** To an address that is no longer hers, or never became it. */
async function toFormer(
  house: House,
  mail: { readonly kind: 'address-changed' | 'declined'; readonly person: PersonIri; readonly to: EmailAddress },
): Promise<Said> {
  const { host, origin, person } = house.addresses;
  const username = mail.person.slice(person('').length);
  const about = { host, origin, to: mail.to, username, say: await speakerFor(house, mail.person) };
  return mail.kind === 'declined' ? declinedWords(about) : addressChangedWords(about);
}

async function invitedLetter(
  house: House,
  {
    person: by,
    to,
    invitation: id,
  }: { readonly person: PersonIri; readonly to: EmailAddress; readonly invitation: string },
): Promise<Said | null> {
  const [person, invitation] = await Promise.all([house.people.byIri(by), house.communityInvitations.get(id)]);
  const community = invitation && (await house.communities.byIri(invitation.community));
  if (person === null || invitation === null || community === null || invitation.revokedAt !== undefined) return null;
  // Whose language is not known is written to in that of who invites her.
  const say = await speakerFor(house, by);
  const about = { host: house.addresses.host, to, username: person.displayName || person.username, say };
  return invitedWords(about, { ...community, link: invitationLink(house, community, invitation) });
}

async function affiliationLetter(
  house: House,
  { person: iri, to }: { readonly person: PersonIri; readonly to: EmailAddress },
): Promise<Said | null> {
  const person = await house.people.byIri(iri);
  if (person === null || person.goneAt !== undefined) return null;
  const about = { host: house.addresses.host, to, username: person.username, say: await speakerFor(house, iri) };
  return affiliationWords(about, {
    link: affiliationLink(house, { person: iri, to }),
    hours: AFFILIATION_LINK_DAYS * 24,
    organisation: domainOf(to),
  });
}

async function toOwn(
  house: House,
  { kind, person: iri }: { readonly kind: 'password-set' | 'let-in'; readonly person: PersonIri },
): Promise<Said | null> {
  const [person, own] = await Promise.all([house.people.byIri(iri), house.emailAddresses.of(iri)]);
  if (person === null || own === null) return null;
  const { host, origin } = house.addresses;
  const about = { host, origin, to: own.address, username: person.username, say: await speakerFor(house, iri) };
  return kind === 'let-in' ? letInWords(about) : passwordSetWords(about);
}
