import { said } from '../../server/community/said.ts';
import type { RuleDraft } from '../../server/governance/rules/rule.ts';
import { exampleSentence, ruleWords } from '../../server/governance/rules/words.ts';
import { charterPage } from '../../views/pages/charter.ts';
import { errorPage } from '../../views/pages/error.ts';
import { recordPage } from '../../views/pages/record.ts';
import type { RuleModel } from '../../views/pages/rules.ts';
import { rulesPage } from '../../views/pages/rules.ts';
import { trustPage } from '../../views/pages/trust.ts';
import type { Sample } from './samples.ts';
import { at, guild, sample, signedIn, visitor } from './samples.ts';

const WHAT_IT_DOES: Pick<RuleDraft, 'when' | 'effects'> = {
  when: { all: [{ lt: ['author.tenureDays', 30] }, { gt: ['post.links', 2] }] },
  effects: [{ do: 'hold', hours: 72 }],
};
export const SENTENCE = ruleWords(WHAT_IT_DOES);
export const JSON_TEXT = JSON.stringify(WHAT_IT_DOES, null, 2);
export const HASH = '9f3c51d07be2a4486f10c9d2e7b35a8841f6de02c3b9975a6e0d18f4b27c90a1';

const decision = { id: 'P-28', path: '/communities/guild/proposals/P-28' };
export const rule: RuleModel = {
  id: 'R-12',
  version: 3,
  title: 'Links from new members',
  text: 'Posts with many links by somebody who has just come wait until a person has looked at them.',
  lang: 'en',
  sentence: SENTENCE,
  json: JSON_TEXT,
  decision,
  examples: [
    { text: exampleSentence({ 'author.tenureDays': 3, 'post.links': 4 }), caught: true },
    { text: exampleSentence({ 'post.links': 1 }), caught: false, jury: 'J-4' },
  ],
  acted: 17,
  suspended: [said`It and rule ${'R-4'} each say that they override the other.`],
  activeFrom: at(9, 18),
  sunsetAt: new Date(Date.UTC(2025, 10, 9, 18)),
};

const { decision: _decidedElsewhere, ...serverRule } = rule;

/** Rules, charter, record, and the pages that say how things are. */
export const rulePages: readonly Sample[] = [
  sample('rules', rulesPage, {
    shell: visitor('/communities/guild/rules'),
    community: guild,
    inForce: [rule],
    instance: [{ ...serverRule, id: 'I-2', server: { from: 'The neighbourhood' } }],
    former: [{ ...rule, version: 2, activeFrom: at(1), activeTo: at(9, 18), ended: 'amended' }],
    servers: [{ server: 'spam.example', restriction: 'suspend', since: at(9), decision }],
  }),
  sample('rules-empty', rulesPage, {
    shell: visitor('/communities/guild/rules'),
    community: guild,
    inForce: [],
    instance: [],
    former: [],
    servers: [],
  }),
  sample('charter', charterPage, {
    intent: {
      mindset: 'Asking early is a strength, not a gap in what one knows.',
      structures: 'Whoever feels a problem may work on it, whatever her department.',
    },
    state: '/communities/guild/propose/draft?change=state-intent',
    shell: visitor('/communities/guild/charter'),
    community: guild,
    version: 2,
    parts: [
      {
        part: 'members',
        parameters: [
          { parameter: 'signUp', value: 'invitation' },
          { parameter: 'signUpDomains', value: 'works.example, linia.example' },
          { parameter: 'tenureDays', value: 30 },
        ],
      },
      { part: 'votes', parameters: [{ parameter: 'votingDays', value: 7, provisional: true }] },
    ],
    entrenched: [
      'The record is only ever added to.',
      'Whoever is restricted is told why, and under which rule and version.',
      'No rule reaches back to what was done before it was in force.',
    ],
    changes: [
      { version: 2, at: at(9), decision: { id: 'P-9', path: '/communities/guild/proposals/P-9' } },
      { version: 1, at: at(1), how: 'founding' },
    ],
    provisionalUntil: new Date(Date.UTC(2024, 11, 31)),
    ratification: { id: 'P-2', path: '/communities/guild/proposals/P-2', phase: { state: 'discussion' } },
  }),
  sample('record', recordPage, {
    shell: visitor('/communities/guild/record'),
    community: guild,
    entries: [
      {
        seq: 412,
        hash: HASH,
        says: [
          'A post was ',
          { strong: 'held for review' },
          ' by ',
          { link: 'rule R-12, version 3', path: '/communities/guild/rules#R-12-v3' },
          '. Its author has been told why.',
        ],
        at: at(10, 22, 15),
        sub: 'automatic, no person decided this',
      },
      {
        seq: 411,
        hash: `77b0${HASH.slice(6)}3e`,
        says: [
          'The operator ',
          { strong: 'tried to change rule R-12' },
          ' from the command line. Refused: a rule changes by a decision of the members.',
        ],
        at: at(10, 2, 31),
        sub: 'operator',
      },
      {
        seq: 410,
        hash: `c2d8${HASH.slice(6)}90`,
        says: [
          { strong: 'Rule R-12, version 3, came into force' },
          ' by ',
          { link: 'decision P-28', path: '/communities/guild/proposals/P-28' },
          ' (41 yes, 6 no).',
        ],
        at: at(9, 18),
        sub: 'the pause was over',
      },
    ],
    older: '/communities/guild/record?before=410',
    checked: { agrees: true, entries: 412, head: HASH, at: at(11, 9) },
    whoSees: [
      { what: 'What stands in this book', who: 'everyone' },
      { what: 'Who voted what', who: 'members, after the close' },
    ],
    cosigned: [],
    refused: [],
    verify: '/communities/guild/record/verify',
    verifyCommand: 'npx folkmoot record verify guild',
    download: '/communities/guild/record.json',
  }),
  sample('record-broken', recordPage, {
    shell: visitor('/communities/guild/record'),
    community: guild,
    entries: [],
    newer: '/communities/guild/record',
    checked: {
      agrees: false,
      entries: 412,
      problem: 'Entry 17 does not match its hash: it was changed after it was written.',
      at: at(11, 9),
    },
    whoSees: [{ what: 'What stands in this book', who: 'everyone' }],
    cosigned: [],
    refused: [],
    verify: '/communities/guild/record/verify',
    verifyCommand: 'npx folkmoot record verify guild',
  }),
  sample('trust', trustPage, { shell: visitor('/trust') }),
  sample('trust-german', trustPage, { shell: { ...visitor('/trust'), language: 'de' } }),
  sample('trust-arabic', trustPage, { shell: { ...signedIn('/trust'), language: 'ar' } }),
  sample('error-404', errorPage, { shell: visitor('/nowhere'), status: 404 }),
  sample('error-500', errorPage, {
    shell: visitor('/'),
    status: 500,
    text: 'The database does not answer. Nothing was lost; try again in a minute.',
    onward: { path: '/communities', label: 'To the communities' },
  }),
];
