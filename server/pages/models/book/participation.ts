import type { ParticipationEvent } from '../../../governance/events/participation.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import type { Tellings } from './naming.ts';

/** What the book says about votes from elsewhere, and whether they are their voters' own. */
export const participationTellings = {
  'sample-asked': ({ proposal, domain, ballots, asked }, name) => ({
    says: [
      `${amountOf(asked.length, ['member', 'members'])} of `,
      { strong: domain },
      ' were asked whether they voted on ',
      name.proposal(proposal),
      ' themselves.',
    ],
    sub: `Drawn by lot from ${amountOf(ballots, ['ballot', 'ballots'])}: more than a fifth of those from other servers came from there`,
  }),
  'ballot-disputed': ({ proposal, by }, name) => ({
    says: [name.person(by), ' said that the ballot in that name on ', name.proposal(proposal), ' is not theirs.'],
    sub: 'As long as the vote is open, the member can vote anew; then that ballot counts',
  }),
} as const satisfies Tellings<ParticipationEvent>;
