import { dayInWords, timeInWords } from '../../../governance/dates.ts';
import type { FounderAct, RoleEvent, SkippedWhy } from '../../../governance/events/roles.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import type { Naming, Tellings, Words } from './naming.ts';

const BY_ITSELF = 'Carried out by itself';
const PROVISIONAL = 'As the founder, provisionally; it stands for good only if the members ratify it';

/** What the book says about roles, and about what the founder did for the community at its beginning. */
export const rolesTellings = {
  'founder-acted': ({ by, act }, name) => ({ says: [name.founder(by), ...actWords(act, name)], sub: PROVISIONAL }),
  'acts-ratified': ({ proposal }, name) => ({
    says: ['What the founder did stands. It was ratified by ', name.proposal(proposal), '.'],
    sub: BY_ITSELF,
  }),
  'acts-lapsed': ({ proposal, rules, appointed, charter }, name) => ({
    says: [
      'What the founder did provisionally has ',
      { strong: 'lapsed' },
      ': ',
      name.proposal(proposal),
      ' did not ratify it.',
    ],
    sub: [
      BY_ITSELF,
      ...(rules.length ? [`ended: rules ${rules.join(', ')}`] : []),
      ...(appointed.length ? [`${amountOf(appointed.length, ['appointment', 'appointments'])} ended`] : []),
      ...(charter
        ? [`version ${charter.version} of the charter is in force, as at the founding where the founder changed it`]
        : []),
    ].join('; '),
  }),
  nominated: ({ proposal, member, by }, name) => ({
    says: [name.person(by), ' asked ', name.person(member), ' to stand in ', name.proposal(proposal), '.'],
  }),
  'nomination-accepted': ({ proposal, member, organisation }, name) => ({
    says: [name.person(member), ' stands in ', name.proposal(proposal), '.'],
    sub: `Counts for ${organisation}`,
  }),
  'nomination-withdrawn': ({ proposal, member }, name) => ({
    says: [name.person(member), ' does not stand in ', name.proposal(proposal), '.'],
  }),
  'nobody-stood': ({ proposal, refileFrom }, name) => ({
    says: [name.proposal(proposal), ' ', { strong: 'lapsed' }, ': nobody stood.'],
    sub: `The charter calls the election again from ${timeInWords(refileFrom)}`,
  }),
  'seats-filled': ({ proposal, role, filled, skipped, relaxed }, name) => ({
    says: [
      filled.length === 0 ? 'Nobody took a seat as ' : 'Elected ',
      { strong: role },
      ' by ',
      name.proposal(proposal),
      ...(filled.length === 0 ? [] : [': ']),
      ...filled.flatMap(({ member, until }, at) => [
        ...(at === 0 ? [] : ['; ']),
        name.person(member),
        `, until ${dayInWords(until)}`,
      ]),
      '.',
    ],
    sub: [
      BY_ITSELF,
      ...(relaxed ? ['fewer than three organisations on the roll, so none was kept to a third of the seats'] : []),
      ...skipped.map(({ why }) => SKIPPED[why]),
    ].join('; '),
  }),
  'term-ended': ({ role, member, how }, name) => ({
    says: [name.person(member), ' is no longer ', { strong: role }, `: ${ENDED[how]}.`],
    ...(how === 'resigned' ? {} : { sub: 'By itself' }),
  }),
  'recall-petitioned': ({ petition, role, member, by, needed, until }, name) => ({
    says: [name.person(by), ' asked for a vote on whether ', name.person(member), ` stays ${role} (${petition}).`],
    sub: `It needs ${amountOf(needed, ['signature', 'signatures'])} by ${timeInWords(until)}`,
  }),
  'petition-signed': ({ petition, by, organisation }, name) => ({
    says: [name.person(by), ` signed ${petition}.`],
    sub: `Counts for ${organisation}`,
  }),
  'petition-lapsed': ({ petition }) => ({ says: [petition, ' ', { strong: 'lapsed' }, '.'], sub: 'By itself' }),
  'recall-answered': ({ petition, by }, name) => ({ says: [name.person(by), ` answered ${petition}.`] }),
  'member-recalled': ({ proposal, role, member }, name) => ({
    says: [name.person(member), ' was ', { strong: 'recalled' }, ` as ${role} by `, name.proposal(proposal), '.'],
    sub: BY_ITSELF,
  }),
} as const satisfies Tellings<RoleEvent>;

function actWords(act: FounderAct, name: Naming): Words['says'] {
  switch (act.do) {
    case 'put-rule': {
      const { id, version, title } = act.rule;
      return [' put ', name.rule({ rule: id, version }), ` in force: “${title}”.`];
    }
    case 'end-rule':
      return [' ended ', name.rule({ rule: act.id, version: act.version }), '.'];
    case 'amend-charter':
      return [` changed the charter: version ${act.charter.version} is in force.`];
    case 'appoint':
      return [
        ' made ',
        name.person(act.holder.member),
        ' ',
        { strong: act.role },
        `, until ${dayInWords(act.holder.until)}.`,
      ];
  }
}

const ENDED = {
  'time-over': 'the term is over',
  resigned: 'they resigned',
  left: 'they left',
  suspended: 'their membership rests',
} as const;

const SKIPPED: Readonly<Record<SkippedWhy, string>> = {
  'organisation-full': 'one who was elected was passed over: a third of the seats is one organisation’s already',
  'no-longer-a-member': 'one who was elected is no longer a member',
  'too-many-terms': 'one who was elected has served as many terms in a row as the charter allows',
  'no-seat-left': 'for one who was elected no seat was left',
};
