import { expect, it } from '@jest/globals';
import { eraserOf } from '../../../server/governance/apply/erasers.ts';
import { draftOf } from '../../../server/governance/apply.ts';
import { EVENT_TEXTS, type GovernanceEvent } from '../../../server/governance/events.ts';
import { encodeState } from '../../../server/governance/state-text.ts';
import { TOMBSTONE } from '../../../server/record/erasable.ts';
import { bob, carol, Village } from './village.ts';

const POST = 'https://north.example/posts/1';
const [T2, T4] = ['T-2', 'T-4'];

/** Of everything that holds words two, of which the second says nothing that could be erased, or says other words. */
const state = {
  ...Village.of(bob, carol).state,
  proposals: new Map([
    [
      'P-1',
      {
        ...{ id: 'P-1', title: 'its title', reasons: 'its reasons' },
        alternatives: [
          { id: T2, by: carol, title: 'title of T-2', reasons: 'reasons of T-2' },
          { id: 'T-3', by: bob, title: 'title of T-3', reasons: 'reasons of T-3' },
        ],
        dropped: [
          { id: T4, by: carol, title: 'title of T-4', why: 'Nobody seconded it.' },
          { id: 'T-5', by: carol, title: 'title of T-5', why: 'Nobody seconded it.' },
        ],
        nominees: [
          { id: 'N-1', member: bob, statement: 'bob says' },
          { id: 'N-2', member: carol, statement: 'carol says' },
        ],
        pinned: {
          options: [
            { id: 'T-1', words: 'words of T-1' },
            { id: T2, words: 'words of T-2' },
          ],
        },
        challenge: {
          signatures: [
            { by: bob, ground: 'the ground of bob' },
            { by: carol, ground: 'the ground of carol' },
          ],
        },
        minority: [
          { by: bob, text: 'bob objects', signatures: [carol] },
          { by: carol, text: 'carol objects', signatures: [] },
        ],
      },
    ],
    ['P-2', { id: 'P-2', title: 'another title', reasons: 'other reasons' }],
    ['P-3', { id: 'P-3', title: 'a third title', reasons: 'third reasons', pinned: {} }],
  ]),
  petitions: new Map([
    ['RC-1', { id: 'RC-1', reasons: 'why a petition', answer: 'her answer' }],
    ['RC-2', { id: 'RC-2', reasons: 'why another petition' }],
  ]),
  cases: new Map([
    [
      'C-1',
      {
        ...{ id: 'C-1', law: 'a law', interimFacts: 'facts at once', draft: { level: 3, facts: 'proposed facts' } },
        ...{
          decision: { level: 2, facts: 'facts decided', law: 'the law decided by' },
          referral: { facts: 'a referral' },
        },
        ...{ appeal: { words: 'an appeal' }, interimAppeal: { words: 'an appeal at once' } },
      },
    ],
    ['C-2', { id: 'C-2', decision: { level: 1, facts: 'other facts' } }],
    ['C-3', { id: 'C-3' }],
  ]),
  holdAppeals: new Map([
    [POST, { words: 'look at it' }],
    [`${POST}0`, { words: 'at this, too' }],
  ]),
  emergencies: new Map([
    ['E-1', { id: 'E-1', facts: 'a flood' }],
    ['E-2', { id: 'E-2', facts: 'another flood' }],
  ]),
  secretVotes: new Map([
    [
      'P-1',
      {
        disputes: [
          { by: bob, why: 'so says bob' },
          { by: carol, why: 'so says carol' },
        ],
      },
    ], // prettier-ignore
  ]),
} as unknown as ReturnType<typeof Village.of>['state'];

/** Takes a text out of whatever came of an entry. @param about the entry, as far as it names what it is about */
function erased(of: string, about: object, path: string): string {
  const eraser = eraserOf(of);
  if (eraser === undefined) throw new Error(`nothing can be erased from ${of}`);
  const draft = draftOf(state);
  eraser.erase(draft, eraser.subject(about as never), path);
  return encodeState(draft);
}

type Row = readonly [of: GovernanceEvent['kind'], about: object, path: string, words: string];
const ROWS: readonly Row[] = [
  ['proposal-submitted', { proposal: 'P-1' }, 'title', 'its title'],
  ['proposal-submitted', { proposal: 'P-2' }, 'reasons', 'other reasons'],
  ['vote-called', { proposal: 'P-1' }, 'reasons', 'its reasons'],
  ['alternative-proposed', { proposal: 'P-1', alternative: T2 }, 'title', 'title of T-2'],
  ['alternative-proposed', { proposal: 'P-1', alternative: T2 }, 'reasons', 'reasons of T-2'],
  ['alternative-proposed', { proposal: 'P-1', alternative: T4 }, 'title', 'title of T-4'],
  ['proposal-frozen', { proposal: 'P-1' }, 'pinned.options.0.words', 'words of T-1'],
  ['proposal-frozen', { proposal: 'P-1' }, 'pinned.options.1.words', 'words of T-2'],
  ['challenge-signed', { proposal: 'P-1', by: carol }, 'ground', 'the ground of carol'],
  ['minority-stated', { proposal: 'P-1', statement: 2 }, 'text', 'carol objects'],
  ['nomination-accepted', { proposal: 'P-1', nominee: 'N-2' }, 'says', 'carol says'],
  ['recall-petitioned', { petition: 'RC-1' }, 'reasons', 'why a petition'],
  ['recall-answered', { petition: 'RC-1' }, 'text', 'her answer'],
  ['case-opened', { case: 'C-1' }, 'law', 'a law'],
  ['measure-proposed', { case: 'C-1' }, 'facts', 'proposed facts'],
  ['case-dismissed', { case: 'C-1' }, 'decision.facts', 'facts decided'],
  ['case-dismissed', { case: 'C-1' }, 'decision.law', 'the law decided by'],
  ['sanction-imposed', { case: 'C-1' }, 'decision.facts', 'facts decided'],
  ['sanction-imposed', { case: 'C-1' }, 'decision.law', 'the law decided by'],
  ['sanction-imposed', { case: 'C-1', interim: true }, 'decision.facts', 'facts at once'],
  ['case-referred', { case: 'C-1' }, 'facts', 'a referral'],
  ['appeal-filed', { case: 'C-1' }, 'words', 'an appeal'],
  ['appeal-filed', { case: 'C-1', of: 'interim' }, 'words', 'an appeal at once'],
  ['hold-appealed', { post: POST }, 'words', 'look at it'],
  ['emergency-declared', { emergency: 'E-1' }, 'facts', 'a flood'],
  ['papers-disputed', { proposal: 'P-1', by: carol }, 'why', 'so says carol'],
];

it.each(ROWS)('what was said in %s is taken out where it stands, and nothing else is', (of, about, path, words) => {
  const before = encodeState(state);
  expect(before.split(`"${words}"`)).toHaveLength(2);
  expect(erased(of, about, path)).toBe(before.replace(`"${words}"`, JSON.stringify(TOMBSTONE)));
});

const NOTHING: readonly (readonly [of: GovernanceEvent['kind'], about: object, path: string])[] = [
  ['proposal-submitted', { proposal: 'P-9' }, 'title'],
  ['alternative-proposed', { proposal: 'P-1', alternative: T4 }, 'reasons'],
  ['alternative-proposed', { proposal: 'P-2', alternative: T2 }, 'title'],
  ['alternative-proposed', { proposal: 'P-9', alternative: T2 }, 'title'],
  ['proposal-frozen', { proposal: 'P-1' }, 'pinned.options.2.words'],
  ['proposal-frozen', { proposal: 'P-2' }, 'pinned.options.0.words'],
  ['proposal-frozen', { proposal: 'P-3' }, 'pinned.options.0.words'],
  ['challenge-signed', { proposal: 'P-2', by: bob }, 'ground'],
  ['minority-stated', { proposal: 'P-1', statement: 3 }, 'text'],
  ['minority-stated', { proposal: 'P-2', statement: 1 }, 'text'],
  ['nomination-accepted', { proposal: 'P-2', nominee: 'N-1' }, 'says'],
  ['recall-petitioned', { petition: 'RC-9' }, 'reasons'],
  ['recall-answered', { petition: 'RC-2' }, 'text'],
  ['case-opened', { case: 'C-2' }, 'law'],
  ['measure-proposed', { case: 'C-2' }, 'facts'],
  ['case-dismissed', { case: 'C-3' }, 'decision.facts'],
  ['case-dismissed', { case: 'C-2' }, 'decision.law'],
  ['sanction-imposed', { case: 'C-2', interim: true }, 'decision.facts'],
  ['sanction-imposed', { case: 'C-1', interim: true }, 'decision.law'],
  ['case-referred', { case: 'C-2' }, 'facts'],
  ['appeal-filed', { case: 'C-2' }, 'words'],
  ['appeal-filed', { case: 'C-2', of: 'interim' }, 'words'],
  ['case-opened', { case: 'C-9' }, 'law'],
  ['hold-appealed', { post: `${POST}9` }, 'words'],
  ['emergency-declared', { emergency: 'E-9' }, 'facts'],
  ['papers-disputed', { proposal: 'P-2', by: bob }, 'why'],
  ['post-held', { statement: { post: POST } }, 'statement.facts'],
  ['post-labelled', { statement: { post: POST } }, 'statement.facts'],
  ['existing-hidden', { rule: 'R-1', version: 1 }, 'posts.0.facts'],
  ['thread-split', { post: POST }, 'title'],
];

it.each(NOTHING)(
  'where nothing stands any more of what was said in %s, the state stays as it is',
  (of, about, path) => {
    expect(erased(of, about, path)).toBe(encodeState(state));
  },
);

it('every kind of entry that has words has been tried', () => {
  expect(new Set([...ROWS, ...NOTHING].map(([of]) => of))).toEqual(new Set(Object.keys(EVENT_TEXTS)));
});
