import { never } from '../../community/result.ts';
import { LEVEL_WORDS } from '../../governance/change-words.ts';
import type { EventOf } from '../../governance/events.ts';
import type { Naming, Words } from './record-words.ts';

type FederationEvent = EventOf<
  'member-moved' | 'server-limited' | 'relations-ended' | 'community-linked' | 'community-unlinked' | 'community-moved'
>;

const BY_ITSELF = 'Carried out by itself';

/** What the book says about other servers, and about moving between them. */
export function federationWords(event: FederationEvent, name: Naming): Words {
  switch (event.kind) {
    case 'member-moved':
      return {
        says: [name.person(event.from), ' moved to another account.'],
        sub: `A member as before; counts for ${event.organisation} now`,
      };
    case 'server-limited':
      return {
        says: [
          { strong: event.server },
          event.level === 'none' ? ' is as any other server again' : ` is ${LEVEL_WORDS[event.level]}`,
          '. It was decided by ',
          name.proposal(event.proposal),
          '.',
        ],
        sub: `${BY_ITSELF}; for this community alone`,
      };
    case 'relations-ended':
      return {
        says: ['Memberships from ', { strong: event.server }, ' have ended: it has been suspended for too long.'],
        sub: 'By itself',
      };
    case 'community-linked':
      return {
        says: ['The community is linked with ', event.community, ', by ', name.proposal(event.proposal), '.'],
        sub: `${BY_ITSELF}, as soon as that community decides the same`,
      };
    case 'community-unlinked':
      return {
        says: ['The link with ', event.community, ' is over, by ', name.proposal(event.proposal), '.'],
        sub: BY_ITSELF,
      };
    case 'community-moved':
      return {
        says: ['The community moved to ', event.target, ', by ', name.proposal(event.proposal), '.'],
        sub: BY_ITSELF,
      };
    default:
      return never(event);
  }
}
