import { proposeRulePage } from '../../views/pages/propose.ts';
import type { DryRunModel } from '../../views/parts/dry-run.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { at, guild, jonas, priya, sample, signedIn } from './samples.ts';
import { whatFollows } from './samples-of-decisions.ts';
import { SENTENCE } from './samples-of-rules.ts';

const WEEKS = [0, 1, 0, 0, 4, 2, 0, 1, 0, 0, 7, 2, 0];

export const dryRun: DryRunModel = {
  says: [
    'Since 1 September 2024 there were 412 posts here. It would have been about 17 posts, by 9 authors.',
    'Held: 17 posts.',
  ],
  notes: ['Posts are counted as they are now.'],
  byWeek: WEEKS.map((posts, week) => ({ from: at(1 + week), posts })),
  byOrganisation: [
    { organisation: 'mastodon.example', posts: 11 },
    { organisation: null, posts: 6 },
  ],
  examples: [
    { path: '/communities/guild/threads/aaaa', words: 'Offers of the week', author: jonas, at: at(10, 22) },
    { path: '/communities/guild/threads/bbbb', words: 'Have a look at these shops …', author: priya, at: at(9, 7) },
  ],
};

/** What a rule would have done, as members see it before a vote. */
export const dryRunPages: readonly Sample[] = [
  sample('propose-rule-tried-out', proposeRulePage, {
    shell: signedIn('/communities/guild/propose/draft'),
    community: guild,
    whatFollows,
    maxHoldHours: 72,
    home: true,
    preview: { sentence: SENTENCE, examples: [], problems: [], dryRun },
    form: {
      values: { measure: 'mute', measureDays: '9' },
      errors: { measureDays: 'Give a whole number of days from 1 to 7.' },
    },
  }),
  sample('propose-rule-never', proposeRulePage, {
    shell: signedIn('/communities/guild/propose/draft'),
    community: guild,
    whatFollows,
    maxHoldHours: 72,
    preview: {
      sentence: SENTENCE,
      examples: [],
      problems: [],
      dryRun: {
        says: ['Since 1 September 2024 there were 412 posts here. It would have been about none of them.'],
        notes: [],
        byWeek: WEEKS.map((_, week) => ({ from: at(1 + week), posts: 0 })),
        byOrganisation: [],
        examples: [],
      },
    },
    form: EMPTY_FORM,
  }),
];
