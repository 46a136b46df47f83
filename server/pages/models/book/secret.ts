import { timeInWords } from '../../../governance/dates.ts';
import type { SecretEvent } from '../../../governance/events/secret.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import type { Tellings } from './naming.ts';

const WHY = {
  'not-opened': 'too few tellers opened its ballots in time',
  'more-ballots-than-papers': 'there were more ballots than papers had been given out',
} as const;

/** What the book says about secret votes. */
export const secretTellings = {
  'teller-key-deposited': ({ proposal, teller }, name) => ({
    says: [name.person(teller), ' gave a key for the ballots of ', name.proposal(proposal), '.'],
    sub: 'As teller; its other half stays with them until the vote is over',
  }),
  'secret-board-closed': ({ proposal, ballots, issued, root }, name) => ({
    says: ['The ballots of ', name.proposal(proposal), ` stand fixed: ${amountOf(ballots, ['ballot', 'ballots'])}.`],
    sub: `${amountOf(issued, ['ballot paper', 'ballot papers'])} were given out; board ${root.slice(0, 8)}…`,
  }),
  'teller-key-opened': ({ proposal, teller, key }, name) => ({
    says: [
      teller === 'machine' ? 'The server' : name.person(teller),
      ' gave the key to open the ballots of ',
      name.proposal(proposal),
      '.',
    ],
    sub:
      key === undefined
        ? 'For the count alone: there are too few ballots to show them'
        : 'Everybody can recount with it',
  }),
  'tellers-reminded': ({ proposal }, name) => ({
    says: ['The tellers were asked once more to open the ballots of ', name.proposal(proposal), '.'],
  }),
  'secret-vote-failed': ({ proposal, why, refileFrom }, name) => ({
    says: [name.proposal(proposal), ' ', { strong: 'has no result' }, `: ${WHY[why]}.`],
    sub: `May come again from ${timeInWords(refileFrom)}`,
  }),
  'papers-disputed': ({ proposal, by, why }, name) => ({
    says: [name.person(by), ' disputed who was given ballot papers for ', name.proposal(proposal), '.'],
    sub: why,
  }),
} as const satisfies Tellings<SecretEvent>;
