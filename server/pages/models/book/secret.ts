import { BOOK_PROPOSALS } from '../../../../views/words/book-proposals.ts';
import { BOOK_SECRET } from '../../../../views/words/book-votes.ts';
import type { SecretEvent } from '../../../governance/events/secret.ts';
import { at, short, type Tellings, text, told } from './naming.ts';

/** What the book says about secret votes. */
export const secretTellings = {
  'teller-key-deposited': ({ proposal, teller }, name) => ({
    says: told(name, BOOK_SECRET.keyGiven, { teller: name.person(teller), proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_SECRET.otherHalf),
  }),
  'secret-board-closed': ({ proposal, ballots: count, issued, root }, name) => ({
    says: told(name, BOOK_SECRET.fixed, { proposal: name.proposal(proposal), count }),
    sub: text(name, BOOK_SECRET.papers, { issued, hash: short(root) }),
  }),
  'teller-key-opened': ({ proposal, teller, key }, name) => ({
    says: told(name, BOOK_SECRET.opened, {
      teller: teller === 'machine' ? text(name, BOOK_SECRET.server) : name.person(teller),
      proposal: name.proposal(proposal),
    }),
    sub: text(name, key === undefined ? BOOK_SECRET.countAlone : BOOK_SECRET.recount),
  }),
  'tellers-reminded': ({ proposal }, name) => ({
    says: told(name, BOOK_SECRET.reminded, { proposal: name.proposal(proposal) }),
  }),
  'secret-vote-failed': ({ proposal, why, refileFrom }, name) => ({
    says: told(name, BOOK_SECRET[why], { proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_PROPOSALS.again, { time: at(name, refileFrom) }),
  }),
  'papers-disputed': ({ proposal, by, why }, name) => ({
    says: told(name, BOOK_SECRET.disputed, { by: name.person(by), proposal: name.proposal(proposal) }),
    sub: why,
  }),
} as const satisfies Tellings<SecretEvent>;
