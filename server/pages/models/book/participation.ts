import { BOOK_SECRET } from '../../../../views/words/book-votes.ts';
import type { ParticipationEvent } from '../../../governance/events/participation.ts';
import { type Tellings, text, told } from './naming.ts';

/** What the book says about votes from elsewhere, and whether they are their voters' own. */
export const participationTellings = {
  'sample-asked': ({ proposal, domain, ballots, asked }, name) => ({
    says: told(name, BOOK_SECRET.sample, { asked: asked.length, domain, proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_SECRET.sampleWhy, { ballots }),
  }),
  'ballot-disputed': ({ proposal, by }, name) => ({
    says: told(name, BOOK_SECRET.notTheirs, { by: name.person(by), proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_SECRET.mayVoteAnew),
  }),
} as const satisfies Tellings<ParticipationEvent>;
