import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_MEMBERS } from '../../../../views/words/book-members.ts';
import { INTENT } from '../../../../views/words/charter.ts';
import type { MembershipEvent } from '../../../governance/events/membership.ts';
import { at, type Tellings, text, told } from './naming.ts';

/** What the book says about who belongs to the community. */
export const membershipTellings = {
  'community-founded': ({ by, title, purpose, fork, provisionalUntil }, name) => {
    const time = at(name, provisionalUntil);
    return {
      says: told(name, BOOK_MEMBERS.founded, { by: name.founder(by), title, purpose }),
      sub:
        fork === undefined
          ? text(name, BOOK_MEMBERS.defaultCharter, { time })
          : text(name, BOOK_MEMBERS.forkCharter, { rules: fork.rules.length, of: fork.of, time }),
    };
  },
  'intent-stated': ({ proposal, heading, text: words }, name) => ({
    says: told(name, BOOK_MEMBERS.intent, {
      heading: text(name, INTENT[heading]),
      text: words,
      proposal: name.proposal(proposal),
    }),
    sub: text(name, BOOK.carriedOut),
  }),
  'member-joined': ({ member, admittedBy, organisation }, name) => ({
    says:
      admittedBy === undefined
        ? told(name, BOOK_MEMBERS.joined, { member: name.person(member) })
        : told(name, BOOK_MEMBERS.admitted, { member: name.person(member), by: name.person(admittedBy) }),
    sub: text(name, BOOK.countsFor, { organisation }),
  }),
  'account-let-in': ({ account, by }, name) => ({
    says: told(name, BOOK_MEMBERS.letIn, { by: name.person(by), account: name.person(account) }),
    sub: text(name, BOOK_MEMBERS.noMembership),
  }),
  'affiliation-chosen': ({ member, organisation, how, countsFrom }, name) => ({
    says: told(name, how === 'server' ? BOOK_MEMBERS.belongsHome : BOOK_MEMBERS.belongs, {
      member: name.person(member),
      organisation,
    }),
    sub: text(name, BOOK_MEMBERS.countsFrom, {
      how: how === 'sign-in' ? 'signin' : how,
      time: at(name, countsFrom),
    }),
  }),
  'affiliation-counts': ({ member, organisation }, name) => ({
    says: told(name, BOOK_MEMBERS.countsNow, { member: name.person(member), organisation }),
    sub: text(name, BOOK_MEMBERS.fromHereOn),
  }),
  'member-left': ({ member }, name) => ({ says: told(name, BOOK_MEMBERS.left, { member: name.person(member) }) }),
  'member-moved': ({ from, organisation }, name) => ({
    says: told(name, BOOK_MEMBERS.moved, { from: name.person(from) }),
    sub: text(name, BOOK_MEMBERS.asBefore, { organisation }),
  }),
} as const satisfies Tellings<MembershipEvent>;
