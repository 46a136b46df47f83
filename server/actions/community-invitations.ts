import type { Community } from '../community/community.ts';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { memberOf } from '../governance/membership.ts';
import type { CommunityInvitation } from '../ports/invitations.ts';
import type { House } from './house.ts';
import { joinCommunity } from './join-community.ts';

const KIND = 'invited';
const DAY_MS = 86_400_000;
/** How many may join by one link, and how many days it may be good for. */
export const MOST_USES = 100;
export const MOST_DAYS = 90;

type Making = Pick<House, 'states' | 'communities' | 'communityInvitations' | 'clock' | 'random'>;

/** Any member invites; nobody can do more than that for anybody's taking part (promise.md, 27 and 48). */
export async function inviteToCommunity(
  house: Making,
  ask: {
    readonly community: CommunityIri;
    readonly by: PersonIri;
    readonly uses: number;
    readonly days: number;
    readonly for?: PersonIri;
  },
): Promise<Result<CommunityInvitation, 'not-a-member' | 'bad-uses' | 'bad-days'>> {
  const { community, by, uses, days } = ask;
  const state = await house.states.load(community);
  if (state === null || memberOf(state, by) === null) {
    return refused('not-a-member', 'Members invite. Join this community first.');
  }
  if (!isWhole(uses, MOST_USES)) return refused('bad-uses', said`Give a whole number from 1 to ${MOST_USES}.`);
  if (!isWhole(days, MOST_DAYS)) return refused('bad-days', said`Give a whole number from 1 to ${MOST_DAYS}.`);
  const createdAt = house.clock.now();
  const invitation: CommunityInvitation = {
    id: house.random(12),
    community,
    by,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + days * DAY_MS),
    left: uses,
    accountsLeft: uses,
    ...(ask.for === undefined ? {} : { for: ask.for }),
  };
  await house.communityInvitations.add(invitation);
  return accepted(invitation);
}

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

/** The part of an invitation's address that proves it; kept nowhere, and the same whenever it is made. */
export const invitationToken = (
  { capabilities }: Pick<House, 'capabilities'>,
  { id, by, expiresAt }: Pick<CommunityInvitation, 'id' | 'by' | 'expiresAt'>,
): string => capabilities.issue({ kind: KIND, subject: id, person: by, until: expiresAt });

/** Where an invitation leads. */
export function invitationLink(
  house: Pick<House, 'capabilities' | 'addresses'>,
  community: Pick<Community, 'name'>,
  invitation: Pick<CommunityInvitation, 'id' | 'by' | 'expiresAt'>,
): string {
  const { origin, page } = house.addresses;
  return `${origin}${page.community(community.name)}/invited/${invitationToken(house, invitation)}`;
}

/** What a link invites to, as long as it does: whoever made it is still a member, and has not taken it back. */
export async function invitationBy(
  house: Pick<House, 'capabilities' | 'communityInvitations' | 'states' | 'clock'>,
  token: string,
): Promise<CommunityInvitation | null> {
  const allowed = house.capabilities.read(token, KIND, house.clock.now());
  const invitation = allowed && (await house.communityInvitations.get(allowed.subject));
  if (invitation === null || invitation.revokedAt !== undefined || invitation.left === 0) return null;
  const state = await house.states.load(invitation.community);
  return state !== null && memberOf(state, invitation.by) !== null ? invitation : null;
}

const OVER = 'This invitation is over, was taken back, or as many have come by it as it was for. Ask for another.';

/** Somebody joins by an invitation; the book says who let her in, where the community asks for that. */
export async function joinByInvitation(
  house: Parameters<typeof joinCommunity>[0] & Pick<House, 'capabilities'>,
  { person, token }: { readonly person: PersonIri; readonly token: string },
) {
  const invitation = await invitationBy(house, token);
  const isHers = invitation?.for === undefined || invitation.for === person;
  if (invitation === null || !isHers) return refused('over', OVER);
  const { id, community, by } = invitation;
  if ((await house.follows.get(person, community))?.state === 'accepted')
    return joinCommunity(house, { person, community });
  if (!(await house.communityInvitations.take(id, 'left', house.clock.now()))) return refused('over', OVER);
  const joined = await joinCommunity(house, { person, community, admittedBy: by });
  if (!joined.ok) await house.communityInvitations.giveBack(id);
  return joined;
}

/** Whoever made an invitation takes it back. */
export async function revokeInvitation(
  house: Pick<House, 'communityInvitations' | 'clock'>,
  { id, by }: { readonly id: string; readonly by: PersonIri },
): Promise<Result<null, 'no-such-invitation'>> {
  const done = await house.communityInvitations.revoke(id, by, house.clock.now());
  return done ? accepted(null) : refused('no-such-invitation', 'There is no such invitation of yours any more.');
}
