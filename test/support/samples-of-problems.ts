import { changesPage } from '../../views/pages/changes.ts';
import { newProblemPage } from '../../views/pages/new-problem.ts';
import { type ProblemModel, problemPage } from '../../views/pages/problem.ts';
import { type ProblemBrief, problemsPage } from '../../views/pages/problems.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { PostModel } from '../../views/parts/post.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn, visitor } from './samples.ts';

const path = `${guild.path}/problems/9f2c81`;
const named = { title: guild.title, path: guild.path };
const audience = { kind: 'everyone' } as const;

const said = (key: string, author: PostModel['author'], text: string, day: number): PostModel => ({
  ...{ key, author, at: at(day), sanitisedHtml: `<p>${text}</p>`, path: `${guild.path}/threads/${key}` },
  ...{ state: { kind: 'visible' }, labels: [], acts: {} },
});

const drawings: ProblemBrief = {
  ...{ title: 'How do we stop losing drawings between shifts?', path, community: named, by: ana },
  ...{ state: 'tried', since: at(12), owners: [ana, jonas] },
};
const briefs: readonly ProblemBrief[] = [
  drawings,
  {
    ...drawings,
    title: 'Who tells the supplier when a part does not fit?',
    ...{ path: `${guild.path}/problems/1`, state: 'open', owners: [], by: priya, since: at(14) },
  },
  {
    ...drawings,
    title: 'Why does the night shift hear of changes last?',
    ...{ path: `${guild.path}/problems/2`, state: 'changed', owners: [priya], since: at(8) },
  },
];

const one: Omit<ProblemModel, 'shell'> = {
  ...{
    community: guild,
    title: drawings.title,
    path,
    thread: `${guild.path}/threads/9f2c81`,
    audience,
    state: 'changed',
  },
  opening: said(
    '9f2c81',
    ana,
    'At six in the morning half of them are on the wrong bench.</p><p>Who feels it: both shifts, and whoever sets up the lathe.',
    4,
  ),
  owners: [
    { author: ana, since: at(4) },
    { author: jonas, since: at(5) },
  ],
  tries: [
    said('t1', jonas, 'A shelf with names on it. It held for a week.', 7),
    said('t2', priya, 'We hang them where the coats are. People look there.', 9),
  ],
  learned: [said('l1', ana, 'Nobody looks at shelves at night. People look where they go anyway.', 10)],
  changes: [said('c1', ana, 'Drawings hang beside the coats now, on both sites. None was lost in four weeks.', 13)],
  may: { own: false, stepBack: true, tell: true },
  form: EMPTY_FORM,
};

/** Sticky problems, and what changed. */
export const problemPages: readonly Sample[] = [
  sample('problems', problemsPage, { shell: signedIn('/problems'), problems: briefs, communities: [guild] }),
  sample('problems-none', problemsPage, { shell: visitor('/problems'), problems: [], communities: null }),
  sample('problems-german', problemsPage, {
    shell: { ...signedIn('/problems'), language: 'de' },
    problems: briefs,
    communities: [],
  }),
  sample('problem', problemPage, { ...one, shell: signedIn(path) }),
  sample('problem-arabic', problemPage, {
    ...one,
    shell: { ...signedIn(path), language: 'ar' },
    may: { own: true, stepBack: false, tell: false },
  }),
  sample('problem-new', newProblemPage, {
    shell: signedIn(`${guild.path}/problems/new`),
    community: guild,
    audience,
    form: { values: { framing: 'They vanish.' }, errors: { question: 'Say what the question is.' } },
  }),
  sample('changes', changesPage, {
    shell: signedIn('/changes'),
    changes: [
      {
        at: at(13),
        title: drawings.title,
        path,
        community: named,
        told: {
          owners: [ana, jonas],
          contents: {
            sanitisedHtml: '<p>Drawings hang beside the coats now, on both sites. None was lost in four weeks.</p>',
          },
        },
      },
      {
        at: at(10),
        title: 'New members wait three days before they post links',
        path: `${guild.path}/proposals/P-31`,
        community: named,
        minority: 2,
      },
    ],
  }),
  sample('changes-none', changesPage, { shell: visitor('/changes'), changes: [] }),
];
