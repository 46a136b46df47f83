import type { House } from '../actions/house.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Invitation } from '../ports/invitations.ts';
import { linkId } from './link-id.ts';

const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

/** Makes a one-time link's secret; only its hash is kept. */
export async function invite(
  house: Pick<House, 'invitations' | 'clock' | 'random'>,
  { purpose, by }: { readonly purpose: Invitation['purpose']; readonly by?: PersonIri },
): Promise<string> {
  const secret = house.random(20);
  const createdAt = house.clock.now();
  await house.invitations.add({
    id: linkId(secret),
    purpose,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS),
    ...(by === undefined ? {} : { by }),
  });
  return secret;
}

/** An invitation that can still be used, by its secret. */
export async function invitationFor(
  house: Pick<House, 'invitations' | 'clock'>,
  secret: string,
): Promise<Invitation | null> {
  const invitation = await house.invitations.get(linkId(secret));
  if (invitation === null || invitation.usedAt || invitation.expiresAt <= house.clock.now()) return null;
  return invitation;
}
