import { appealPage } from '../../views/pages/appeal.ts';
import { type CaseModel, casePage } from '../../views/pages/case.ts';
import { type CaseBrief, casesPage } from '../../views/pages/cases.ts';
import { ownReportPage, reportPage } from '../../views/pages/report.ts';
import { reportDeskPage } from '../../views/pages/report-desk.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn, visitor } from './samples.ts';
import { HASH } from './samples-of-rules.ts';

const rule = { id: 'R-12', version: 2, title: 'no adverts', path: '/communities/guild/rules#R-12-v2' } as const;
const brief: CaseBrief = {
  id: 'C-3',
  path: '/communities/guild/cases/C-3',
  about: jonas,
  rule,
  openedAt: at(8),
  stands: 'It waits for the moderators.',
};
const { about: _about, ...nameless } = brief;
const aCase: CaseModel = {
  shell: signedIn('/communities/guild/cases/C-3'),
  community: guild,
  id: 'C-3',
  path: '/communities/guild/cases/C-3',
  about: jonas,
  rule,
  ruleText: 'No adverts outside of the market.',
  law: 'Unfair Competition Act, § 7',
  origin: 'It was reported 3 times, from 2 organisations.',
  stands: 'It waits for the moderators.',
  happened: [{ at: at(8), what: 'It was reported.' }],
  evidence: [
    {
      title: 'New prices',
      sanitisedHtml: '<p>Buy my machines.</p>',
      at: at(7),
      hash: HASH,
      genuine: true,
      path: '/communities/guild/threads/p0llp0llp0llp0ll',
    },
  ],
  said: ['This is an advert.\n\nIt is the third one.'],
  reporters: [priya],
  decide: {
    levels: [
      { value: 'dismiss', label: 'Nothing: it broke no rule, or is not worth it' },
      { value: '2', label: '2: hiding (what was posted is hidden from everybody but its author)' },
    ],
  },
  confirm: { by: ana, measure: 'muting', facts: 'It is the third advert this week.' },
  form: { values: { measure: '2', facts: 'An advert.' }, errors: { days: 'Give a whole number of days.' } },
};
const { decide: _decide, confirm: _confirm, reporters: _reporters, ...read } = aCase;

/** Everything about reports, cases and appeals. */
export const casePages: readonly Sample[] = [
  sample('cases', casesPage, {
    shell: signedIn('/communities/guild/cases'),
    community: guild,
    waiting: [brief],
    own: [{ ...brief, id: 'C-1', path: '/communities/guild/cases/C-1' }],
    decided: [{ ...nameless, id: 'C-2', path: '/communities/guild/cases/C-2' }],
    desk: '/communities/guild/reports',
    held: [{ path: '/communities/guild/held', words: 'These are links to our own catalogue.' }],
  }),
  sample('cases-empty', casesPage, {
    shell: visitor('/communities/guild/cases'),
    community: guild,
    own: [],
    decided: [],
  }),
  sample('case-to-decide', casePage, aCase),
  sample('case-not-yours', casePage, {
    ...read,
    whyNot: 'You reported this: another moderator decides it.',
    form: EMPTY_FORM,
  }),
  sample('case-decided', casePage, {
    ...read,
    stands: 'It is decided, and can be appealed until 9 December 2024.',
    said: [],
    decision: {
      measure: 'Muting',
      until: at(16),
      facts: 'It is the third advert this week.',
      inTheirPlace: 'J-3',
      members: [ana, priya],
      foundByProgram: false,
      appealUntil: at(29),
    },
    demand: at(12),
    appeal: at(29),
    appealWords: 'It was no advert.',
    form: { values: {}, errors: { words: 'Say why you think that this is wrong.' } },
  }),
  sample('report', reportPage, {
    shell: signedIn('/communities/guild/report'),
    community: guild,
    path: '/communities/guild/report?post=p0llp0llp0llp0ll',
    about: jonas,
    post: { sanitisedHtml: '<p>Buy my machines.</p>' },
    rules: [{ value: 'R-12', label: 'R-12: No adverts' }],
    elsewhere: 'mastodon.example',
    mayOpen: true,
    form: { values: { text: 'An advert' }, errors: { rule: 'Choose the rule that is broken.' } },
  }),
  sample('report-without-rules', reportPage, {
    shell: signedIn('/communities/guild/report'),
    community: guild,
    path: '/communities/guild/report?person=jonas',
    about: jonas,
    rules: [],
    mayOpen: false,
    form: EMPTY_FORM,
  }),
  sample('own-report', ownReportPage, {
    shell: signedIn('/reports/5f'),
    community: guild,
    path: '/reports/5f',
    about: jonas,
    rule: 'R-12',
    text: 'An advert.',
    at: at(8),
    stands: 'C-3: It waits for the moderators.',
    mayWithdraw: true,
  }),
  sample('report-desk', reportDeskPage, {
    shell: signedIn('/communities/guild/reports'),
    community: guild,
    reports: [
      {
        id: '5f',
        path: '/communities/guild/reports/5f',
        about: ana,
        from: 'mastodon.example',
        text: 'Spam.',
        at: at(9),
        posts: [{ sanitisedHtml: '<p>Buy my machines.</p>' }],
      },
    ],
    rules: [{ id: 'R-12', title: 'No adverts' }],
  }),
  sample('report-desk-empty', reportDeskPage, {
    shell: signedIn('/communities/guild/reports'),
    community: guild,
    reports: [],
    rules: [],
  }),
  sample('appeal', appealPage, {
    shell: visitor('/appeals/token'),
    path: '/appeals/token',
    community: 'Machine makers’ guild',
    title: 'Case C-3',
    reasons: 'The measure: muting.\n\nIt is the third advert this week.',
    post: { sanitisedHtml: '<p>Buy my machines.</p>' },
    until: at(29),
    demand: at(12),
    asks: 'Appeal',
    stands: 'It is decided, and can be appealed until 29 November 2024.',
    form: { values: {}, errors: { words: 'Say why you think that this is wrong.' } },
  }),
];
