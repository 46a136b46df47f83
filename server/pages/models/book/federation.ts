import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_SERVERS } from '../../../../views/words/book-servers.ts';
import type { FederationEvent } from '../../../governance/events/federation.ts';
import { type Tellings, text, told } from './naming.ts';

/** What the book says about other servers. */
export const federationTellings = {
  'server-limited': ({ server, level, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.limited, {
      server,
      level: level === 'reject-media' ? 'media' : level,
      proposal: name.proposal(proposal),
    }),
    sub: text(name, BOOK_SERVERS.alone),
  }),
  'relations-ended': ({ server }, name) => ({
    says: told(name, BOOK_SERVERS.relationsEnded, { server }),
    sub: text(name, BOOK.byItself),
  }),
  'community-linked': ({ community, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.linked, { community, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_SERVERS.bothDecide),
  }),
  'community-unlinked': ({ community, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.unlinked, { community, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK.carriedOut),
  }),
  'list-followed': ({ list, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.listFollowed, { list, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_SERVERS.nothingApplies),
  }),
  'list-unfollowed': ({ list, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.listUnfollowed, { list, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK.carriedOut),
  }),
  'issuer-accepted': ({ organisation, url, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.issuer, { organisation, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_SERVERS.issuedAt, { url }),
  }),
  'issuer-ended': ({ organisation, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.issuerEnded, { organisation, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK.carriedOut),
  }),
  'community-moved': ({ target, proposal }, name) => ({
    says: told(name, BOOK_SERVERS.moved, { target, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK.carriedOut),
  }),
} as const satisfies Tellings<FederationEvent>;
