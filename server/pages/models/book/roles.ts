import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_FOUNDER, BOOK_ROLES } from '../../../../views/words/book-roles.ts';
import { ROLE } from '../../../../views/words/roles.ts';
import type { FounderAct, RoleEvent } from '../../../governance/events/roles.ts';
import type { EventOf } from '../../../governance/events.ts';
import { at, joined, joinedRuns, type Naming, on, type Tellings, text, told, type Words } from './naming.ts';

/** What the book says about roles, and about what the founder did for the community at its beginning. */
export const rolesTellings = {
  'founder-acted': ({ by, act }, name) => ({
    says: actWords(act, name.founder(by), name),
    sub: text(name, BOOK_FOUNDER.provisional),
  }),
  'acts-ratified': ({ proposal }, name) => ({
    says: told(name, BOOK_ROLES.ratified, { proposal: name.proposal(proposal) }),
    sub: text(name, BOOK.carriedOut),
  }),
  'acts-lapsed': ({ proposal, rules, appointed, charter }, name) => ({
    says: told(name, BOOK_ROLES.lapsed, { proposal: name.proposal(proposal) }),
    sub: joined(name, [
      text(name, BOOK.carriedOut),
      ...(rules.length ? [text(name, BOOK_ROLES.rulesEnded, { rules: rules.join(text(name, BOOK.comma)) })] : []),
      ...(appointed.length ? [text(name, BOOK_ROLES.appointmentsEnded, { count: appointed.length })] : []),
      ...(charter ? [text(name, BOOK_ROLES.charterBack, { version: charter.version })] : []),
    ]),
  }),
  nominated: ({ proposal, member, by }, name) => ({
    says: told(name, BOOK_ROLES.nominated, {
      by: name.person(by),
      member: name.person(member),
      proposal: name.proposal(proposal),
    }),
  }),
  'nomination-accepted': ({ proposal, member, organisation }, name) => ({
    says: told(name, BOOK_ROLES.stands, { member: name.person(member), proposal: name.proposal(proposal) }),
    sub: text(name, BOOK.countsFor, { organisation }),
  }),
  'nomination-withdrawn': ({ proposal, member }, name) => ({
    says: told(name, BOOK_ROLES.doesNotStand, { member: name.person(member), proposal: name.proposal(proposal) }),
  }),
  'nobody-stood': ({ proposal, refileFrom }, name) => ({
    says: told(name, BOOK_ROLES.nobodyStood, { proposal: name.proposal(proposal) }),
    sub: text(name, BOOK_ROLES.electionAgain, { time: at(name, refileFrom) }),
  }),
  'seats-filled': (event, name) => seatsWords(event, name),
  'term-ended': ({ role, member, how }, name) => ({
    says: told(name, BOOK_ROLES.ended, {
      member: name.person(member),
      role: text(name, ROLE[role]),
      how: how === 'time-over' ? 'over' : how,
    }),
    ...(how === 'resigned' ? {} : { sub: text(name, BOOK.byItself) }),
  }),
  'recall-petitioned': ({ petition, role, member, by, needed, until }, name) => ({
    says: told(name, BOOK_ROLES.petitioned, {
      by: name.person(by),
      member: name.person(member),
      role: text(name, ROLE[role]),
      petition,
    }),
    sub: text(name, BOOK_ROLES.signaturesBy, { needed, time: at(name, until) }),
  }),
  'petition-signed': ({ petition, by, organisation }, name) => ({
    says: told(name, BOOK_ROLES.signed, { by: name.person(by), petition }),
    sub: text(name, BOOK.countsFor, { organisation }),
  }),
  'petition-lapsed': ({ petition }, name) => ({
    says: told(name, BOOK_ROLES.petitionLapsed, { petition }),
    sub: text(name, BOOK.byItself),
  }),
  'recall-answered': ({ petition, by }, name) => ({
    says: told(name, BOOK_ROLES.answered, { by: name.person(by), petition }),
  }),
  'member-recalled': ({ proposal, role, member }, name) => ({
    says: told(name, BOOK_ROLES.recalled, {
      member: name.person(member),
      role: text(name, ROLE[role]),
      proposal: name.proposal(proposal),
    }),
    sub: text(name, BOOK.carriedOut),
  }),
} as const satisfies Tellings<RoleEvent>;

function seatsWords({ proposal, role, filled, skipped, relaxed }: EventOf<'seats-filled'>, name: Naming): Words {
  const around = { role: text(name, ROLE[role]), proposal: name.proposal(proposal) };
  const seats = filled.map(({ member, until }) =>
    told(name, BOOK_ROLES.seatUntil, { member: name.person(member), day: on(name, until) }),
  );
  return {
    says:
      filled.length === 0
        ? told(name, BOOK_ROLES.nobodyElected, around)
        : told(name, BOOK_ROLES.elected, { ...around, people: joinedRuns(name, seats, BOOK.semicolon) }),
    sub: joined(name, [
      text(name, BOOK.carriedOut),
      ...(relaxed ? [text(name, BOOK_ROLES.fewOrganisations)] : []),
      ...skipped.map(({ why }) => text(name, BOOK_ROLES[why])),
    ]),
  };
}

function actWords(act: FounderAct, by: ReturnType<Naming['founder']>, name: Naming): Words['says'] {
  switch (act.do) {
    case 'put-rule': {
      const { id, version, title } = act.rule;
      return told(name, BOOK_FOUNDER.putRule, { by, rule: name.rule({ rule: id, version }), title });
    }
    case 'end-rule':
      return told(name, BOOK_FOUNDER.endRule, { by, rule: name.rule({ rule: act.id, version: act.version }) });
    case 'amend-charter':
      return told(name, BOOK_FOUNDER.charter, { by, version: act.charter.version });
    case 'appoint': {
      const { member, until } = act.holder;
      const role = text(name, ROLE[act.role]);
      return told(name, BOOK_FOUNDER.appointed, { by, member: name.person(member), role, day: on(name, until) });
    }
  }
}
