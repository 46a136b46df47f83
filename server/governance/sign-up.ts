import { domainOf, type EmailAddress, readDomain } from '../community/email-address.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { type SaidValue, said } from '../community/said.ts';
import { isSeen, withoutUnseen } from '../community/text.ts';
import type { CharterParameters } from './charter.ts';

/** How one may open an account on a server, as its home community's charter says. Invitations always do. */
export interface Doors {
  /** Anybody; whoever a member lets in after reading why; only who is invited. */
  readonly mode: CharterParameters['signUp'];
  /** Whose confirmed addresses open an account at once: an organisation vouches for its people by its mail. */
  readonly domains: readonly string[];
}

/** What still has to happen before an account is open. */
export interface Way {
  /** She follows the link in a letter to her address. */
  readonly confirm: boolean;
  /** A member of the home community lets her in. */
  readonly ask: boolean;
}

export type WayRefusal = 'invitation-needed' | 'wrong-domain' | 'address-needed' | 'sentence-needed';

/** What a charter says where no domain is named. */
export const NO_DOMAINS = 'none';
const MOST_DOMAINS = 20;
const LONGEST_SENTENCE = 500;

/** The doors that a charter opens. */
export const doorsOf = ({
  signUp,
  signUpDomains = NO_DOMAINS,
}: Pick<CharterParameters, 'signUp' | 'signUpDomains'>): Doors => ({
  mode: signUp,
  domains: signUpDomains === NO_DOMAINS ? [] : signUpDomains.split(', '),
});

/** A charter's list of domains as it is kept: each once, in order, with a comma and a space between; `null`: unreadable. */
export function readDomains(text: string): string | null {
  const named = text.split(/[\s,;]+/).filter((one) => one !== '');
  if (named.length === 1 && named[0]?.toLowerCase() === NO_DOMAINS) return NO_DOMAINS;
  const domains = named.map(readDomain);
  const read = [...new Set(domains.filter((domain) => domain !== null))].sort();
  return read.length === 0 || domains.includes(null) || read.length > MOST_DOMAINS ? null : read.join(', ');
}

/**
 * How somebody comes in who has no account yet.
 *
 * @param invited by a link that is still to be used up
 * @param sendsMail whether this server can send letters: where it cannot, no address is asked for, save that of an
 *   organisation, whose link the operator hands out
 */
export function wayIn({
  doors,
  invited,
  address,
  sentence,
  sendsMail,
}: {
  readonly doors: Doors;
  readonly invited: boolean;
  readonly address?: EmailAddress | undefined;
  readonly sentence: string;
  readonly sendsMail: boolean;
}): Result<Way, WayRefusal> {
  if (invited) return accepted({ confirm: false, ask: false });
  if (address !== undefined && doors.domains.includes(domainOf(address)))
    return accepted({ confirm: true, ask: false });
  if (doors.mode === 'invitation') return closed(doors);
  if (sendsMail && address === undefined) {
    return refused('address-needed', 'Give your e-mail address. We send you a link to confirm it.');
  }
  if (doors.mode === 'open') return accepted({ confirm: sendsMail, ask: false });
  return isSeen(sentence)
    ? accepted({ confirm: sendsMail, ask: true })
    : refused('sentence-needed', 'Say in a sentence who you are and why you would like an account here.');
}

const closed = ({ domains }: Doors) =>
  domains.length === 0
    ? refused('invitation-needed', 'This server takes new people by invitation. Ask a member for a link.')
    : refused(
        'wrong-domain',
        said`Without an invitation you need an address at ${oneOf(domains)}. Give that one, or ask a member for a link.`,
      );

const oneOf = ([first = '', ...others]: readonly string[]): SaidValue =>
  others.reduce<SaidValue>((before, domain) => said`${before} or ${domain}`, first);

/** What somebody says who asks for an account, as members read it. */
export const sentenceOf = (typed: string): string => withoutUnseen(typed).trim().slice(0, LONGEST_SENTENCE);

/** Whether somebody can come without an invitation, and whether a member has to let her in: what others are told. */
export const registrationsOf = ({
  mode,
  domains,
}: Doors): { readonly enabled: boolean; readonly approval: boolean } => ({
  enabled: mode !== 'invitation' || domains.length > 0,
  approval: mode === 'request',
});
