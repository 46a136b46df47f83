import { timeInWords } from '../../../governance/dates.ts';
import type { MembershipEvent } from '../../../governance/events/membership.ts';
import { INTENT_WORDS } from '../../../governance/intent.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import type { Tellings } from './naming.ts';

const HOW = {
  address: 'Shown by an address of its domain.',
  'sign-in': 'Shown by signing in at its provider.',
  vouched: 'Two who belong to it said so.',
  page: 'Shown by a page of its domain.',
  server: 'As it was before.',
} as const;

/** What the book says about who belongs to the community. */
export const membershipTellings = {
  'community-founded': (event, name) => ({
    says: [name.founder(event.by), ' founded ', { strong: event.title }, `: ${event.purpose}`],
    sub: `With ${event.fork === undefined ? 'the default charter' : `the charter and ${amountOf(event.fork.rules.length, ['rule', 'rules'])} of ${event.fork.of}`}; provisional until ${timeInWords(event.provisionalUntil)}`,
  }),
  'intent-stated': ({ proposal, heading, text }, name) => ({
    says: [
      `Under “${INTENT_WORDS[heading]}” the charter says: ${text} It was decided by `,
      name.proposal(proposal),
      '.',
    ],
    sub: 'Carried out by itself',
  }),
  'member-joined': ({ member, admittedBy, organisation }, name) => {
    const how = admittedBy === undefined ? [' joined.'] : [' joined; ', name.person(admittedBy), ' let them in.'];
    return { says: [name.person(member), ...how], sub: `Counts for ${organisation}` };
  },
  'account-let-in': ({ account, by }, name) => ({
    says: [name.person(by), ' let in ', name.person(account), ', who had asked for an account on this server.'],
    sub: 'An account, and no membership',
  }),
  'affiliation-chosen': ({ member, organisation, how, countsFrom }, name) => ({
    says: [name.person(member), ` belongs to ${organisation}`, how === 'server' ? ', her home server.' : '.'],
    sub: `${HOW[how]} Counts for it from ${timeInWords(countsFrom)}, in no vote before`,
  }),
  'affiliation-counts': ({ member, organisation }, name) => ({
    says: [name.person(member), ` counts for ${organisation} now.`],
    sub: 'In votes whose roll is frozen from here on',
  }),
  'member-left': ({ member }, name) => ({ says: [name.person(member), ' left.'] }),
  'member-moved': ({ from, organisation }, name) => ({
    says: [name.person(from), ' moved to another account.'],
    sub: `A member as before; counts for ${organisation} now`,
  }),
} as const satisfies Tellings<MembershipEvent>;
