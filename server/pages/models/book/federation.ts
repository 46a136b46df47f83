import { never } from '../../../community/result.ts';
import type { FederationEvent } from '../../../governance/events/federation.ts';
import { LEVEL_WORDS } from '../../../governance/server-words.ts';
import type { Naming, Tellings, Words } from './naming.ts';

const BY_ITSELF = 'Carried out by itself';

/** What the book says about other servers. */
function federationWords(event: FederationEvent, name: Naming): Words {
  switch (event.kind) {
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
    case 'list-followed':
      return {
        says: ['Members look at the list of servers at ', event.list, ', by ', name.proposal(event.proposal), '.'],
        sub: `${BY_ITSELF}; nothing on it applies by itself`,
      };
    case 'list-unfollowed':
      return {
        says: [
          'The list of servers at ',
          event.list,
          ' is no longer looked at, by ',
          name.proposal(event.proposal),
          '.',
        ],
        sub: BY_ITSELF,
      };
    case 'issuer-accepted':
      return {
        says: [
          'Whom ',
          { strong: event.organisation },
          ' confirms may speak here without a name, by ',
          name.proposal(event.proposal),
          '.',
        ],
        sub: `${BY_ITSELF}; confirmed by ${event.url}`,
      };
    case 'issuer-ended':
      return {
        says: [
          'Nobody speaks here any more without a name whom ',
          { strong: event.organisation },
          ' confirmed, by ',
          name.proposal(event.proposal),
          '.',
        ],
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

export const federationTellings = {
  'server-limited': federationWords,
  'relations-ended': federationWords,
  'community-linked': federationWords,
  'community-unlinked': federationWords,
  'list-followed': federationWords,
  'list-unfollowed': federationWords,
  'issuer-accepted': federationWords,
  'issuer-ended': federationWords,
  'community-moved': federationWords,
} as const satisfies Tellings<FederationEvent>;
