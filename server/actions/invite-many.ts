import { createHash } from 'node:crypto';
import type { Community } from '../community/community.ts';
import { type EmailAddress, readEmailAddress } from '../community/email-address.ts';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { actorNamed } from './actor-named.ts';
import { invitationLink, inviteToCommunity } from './community-invitations.ts';
import type { House } from './house.ts';
import { tell } from './tell.ts';

/** At once; more is no invitation any more. */
export const MOST_AT_ONCE = 100;
const DAYS = 14;

type Needs = Parameters<typeof inviteToCommunity>[0] &
  Pick<House, 'people' | 'follows' | 'notices' | 'mails' | 'sendsMail' | 'capabilities' | 'addresses' | 'wake'>;

/** What became of each: how many were invited, who is a member already, what could not be done, as it was typed. */
export interface Invited {
  readonly invited: number;
  readonly already: readonly string[];
  readonly unknown: readonly string[];
  /** Addresses, where this server sends no letters. */
  readonly unsent: readonly string[];
}

/**
 * A member invites many, by addresses and handles as she has them at hand. Each of them gets one invitation, for herself
 * alone, and is free to leave it: no account is made, nobody is put on any list (promise.md, 27).
 */
export async function inviteMany(
  house: Needs,
  { community: iri, by, typed }: { readonly community: CommunityIri; readonly by: PersonIri; readonly typed: string },
): Promise<Result<Invited, 'no-such-community' | 'nobody' | 'too-many' | 'not-a-member'>> {
  const community = await house.communities.byIri(iri);
  if (community === null) return refused('no-such-community', 'There is no such community here.');
  const named = namesIn(typed);
  if (named.length === 0)
    return refused('nobody', 'Give e-mail addresses or handles, like ana@works.example or @ana@north.example.');
  if (named.length > MOST_AT_ONCE) return refused('too-many', said`Invite up to ${MOST_AT_ONCE} at once.`);
  const done = { invited: 0, already: [] as string[], unknown: [] as string[], unsent: [] as string[] };
  for (const one of named) {
    const what = await (one.startsWith('@') ? inviteHandle : inviteAddress)(house, { community, by, one });
    if (!what.ok) return what;
    if (what.value === 'invited') done.invited += 1;
    else done[what.value].push(one);
  }
  house.wake();
  return accepted(done);
}

/** Addresses and handles in what somebody typed, each once. */
export const namesIn = (typed: string): readonly string[] => [
  ...new Set(typed.split(/[\s,;<>]+/).filter((one) => one.includes('@'))),
];

interface One {
  readonly community: Community;
  readonly by: PersonIri;
  readonly one: string;
}
type What = Result<keyof Invited, 'not-a-member'>;

/** A notice, or a direct message to her own server; from there she can follow the community, and is let in. */
async function inviteHandle(house: Needs, { community, by, one }: One): Promise<What> {
  const found = await actorNamed(house, one);
  if (found?.kind !== 'person') return accepted('unknown');
  const { iri } = found.person;
  if ((await house.follows.get(iri, community.iri))?.state === 'accepted') return accepted('already');
  const made = await inviteToCommunity(house, { community: community.iri, by, uses: 1, days: DAYS, for: iri });
  if (!made.ok)
    return made.refusal.code === 'not-a-member' ? refused('not-a-member', made.refusal.text) : accepted('unknown');
  const inviter = (await house.people.byIri(by))?.username ?? 'A member';
  const link = invitationLink(house, community, made.value);
  await tell(house, {
    to: iri,
    from: community.iri,
    kind: 'result',
    about: ['invited', made.value.id],
    text: said`${inviter} invites you to ${community.title}: ${community.purpose} You need not answer. To join, open the link, or follow this account from your own server.`,
    link,
  });
  return accepted('invited');
}

/** A letter with a link; the address is sealed until it is sent, and forgotten then. */
async function inviteAddress(house: Needs, { community, by, one }: One): Promise<What> {
  const address = readEmailAddress(one);
  if (!address.ok) return accepted('unknown');
  if (!house.sendsMail) return accepted('unsent');
  const made = await inviteToCommunity(house, { community: community.iri, by, uses: 1, days: DAYS });
  if (!made.ok)
    return made.refusal.code === 'not-a-member' ? refused('not-a-member', made.refusal.text) : accepted('unknown');
  const { id, expiresAt } = made.value;
  await house.mails.add({ ...letterTo(house, address.value, { by, invitation: id }), until: expiresAt });
  return accepted('invited');
}

function letterTo(
  { clock }: Needs,
  to: EmailAddress,
  { by, invitation }: { readonly by: PersonIri; readonly invitation: string },
) {
  const id = createHash('sha256').update(['invited', by, invitation].join('\n')).digest('base64url');
  return { kind: 'invited', person: by, to, invitation, id, at: clock.now() } as const;
}
