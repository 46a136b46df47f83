import { guidePage, guidesPage } from '../../views/pages/learn.ts';
import { learningPage } from '../../views/pages/learning.ts';
import { type SessionModel, sessionPage } from '../../views/pages/learning-session.ts';
import { linkWorkPage } from '../../views/pages/link-work.ts';
import { newSessionPage } from '../../views/pages/new-session.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { PostModel } from '../../views/parts/post.ts';
import { GUIDES } from '../../views/words/guides.ts';
import type { Language } from '../../views/words/language.ts';
import type { Sample } from './samples.ts';
import { sample, signedIn, visitor } from './samples.ts';

const ana = { name: 'Ana Ruiz', handle: '@ana@norte.example', path: '/people/ana', organisation: 'norte.example' };
const jon = { name: 'Jón', handle: '@jon@linia.example', organisation: 'linia.example' };
const mina = {
  name: 'Mina Okafor',
  handle: '@mina@north.example',
  path: '/people/mina',
  organisation: 'north.example',
};
const guild = { title: 'Machine makers’ guild', path: '/communities/guild' };
const brief = { ...guild, handle: '@guild@north.example', home: 'here' as const, purpose: 'Machines that last.' };
const path = `${guild.path}/sessions/aaaaaaaaaaaaaaaa`;
const thread = `${guild.path}/threads/bbbbbbbbbbbbbbbb`;
const at = new Date('2024-11-12T09:30:00Z');
const startsAt = new Date('2024-11-21T14:00:00Z');
const endsAt = new Date('2024-11-21T15:30:00Z');

const said = (key: string, author: PostModel['author'], text: string): PostModel => ({
  key,
  path: `${thread}#p-${key}`,
  author,
  sanitisedHtml: `<p>${text}</p>`,
  at,
  state: { kind: 'visible' },
  labels: [],
  acts: {},
});
const work = (title: string, author: PostModel['author']) => ({ title, path: thread, author });

const session = (language: Language): SessionModel => ({
  shell: { ...signedIn(path), language },
  community: brief,
  path,
  thread,
  title: 'Reading hydraulic drawings',
  about: { sanitisedHtml: '<p>Bring a drawing that you do not understand. We read it together, at the machine.</p>' },
  event: { startsAt, endsAt, place: 'Hall 3, beside the press' },
  hosts: [ana, jon],
  worked: [work('The press is up again, by the drawing alone', mina)],
  didNotWork: [work('Three hours lost with the drawing of another press', jon)],
  reflections: [
    said('r1', mina, 'I find the pilot valve now. Before, I asked Ana each time.'),
    said('r2', jon, 'Half an hour of slides before anybody touched a drawing. Begin at the machine next time.'),
  ],
  answers: [said('a1', mina, 'Is there one for the night shift too?')],
  yours: { mayWrite: true, hosting: false },
  form: EMPTY_FORM,
});

const listed = { path, title: 'Reading hydraulic drawings', startsAt, place: 'Hall 3', host: ana, community: guild };
const learning = (language: Language) => ({
  shell: { ...signedIn('/learning'), language },
  toCome: [listed, { path, title: 'What the new alloy does under the tool', host: jon, community: guild }],
  goneBy: [{ ...listed, title: 'Labels that stay on', startsAt: at, host: mina }],
  proposeIn: [guild, { title: 'Night shift', path: '/communities/night' }],
  guides: [{ title: 'Working out loud', path: '/learn/working-out-loud' }],
});

const proposing = {
  shell: signedIn(`${guild.path}/sessions/new`),
  community: brief,
  audience: { kind: 'everyone' as const },
  zone: 'Europe/Berlin',
  form: { values: { title: 'Reading hydraulic drawings' }, errors: {} },
};
const related = {
  threads: [work('Which valve is which?', jon), work('Drawings that lie', mina)],
  people: [jon, mina],
};
const guides = GUIDES.map(({ slug, title }) => ({ title: title.en, path: `/learn/${slug}` }));

/** Learning sessions and practice guides. */
export const learningPages: readonly Sample[] = [
  sample('learning', learningPage, learning('en')),
  sample('learning-empty', learningPage, {
    ...learning('de'),
    ...{ community: guild, toCome: [], goneBy: [], proposeIn: [guild] },
  }),
  sample('learning-session', sessionPage, session('en')),
  sample('learning-session-german', sessionPage, session('de')),
  sample('learning-session-arabic', sessionPage, session('ar')),
  sample('learning-session-deleted', sessionPage, {
    ...(({ about: _, title: __, event: ___, ...rest }: SessionModel) => rest)(session('en')),
    ...{ shell: visitor(path), hosts: [], worked: [], didNotWork: [], answers: [] },
    yours: { mayWrite: false, hosting: false },
  }),
  sample('learning-session-refused', sessionPage, {
    ...session('en'),
    form: { values: { text: '', kind: 'answer' }, errors: { text: 'Write something first.' } },
  }),
  sample('new-session', newSessionPage, proposing),
  sample('new-session-related', newSessionPage, { ...proposing, related }),
  sample('new-session-arabic', newSessionPage, {
    ...{ ...proposing, shell: { ...proposing.shell, language: 'ar' } },
    related,
    form: { values: { title: 'x', startsAt: 'x' }, errors: { startsAt: 'هذا ليس تاريخًا ووقتًا.' } },
  }),
  sample('link-work', linkWorkPage, {
    shell: signedIn(`${path}/work`),
    path,
    title: 'Reading hydraulic drawings',
    words: 'press',
    found: [
      { ...work('The press is up again', mina), address: 'https://north.example/1' },
      { ...work('Three hours lost', jon), address: 'https://north.example/2' },
    ],
    form: { values: {}, errors: { outcome: 'Say how it turned out.' } },
  }),
  sample('learn', guidesPage, { shell: visitor('/learn'), guides }),
  sample('learn-guide', guidePage, { shell: visitor('/learn/working-out-loud'), which: 0, guides }),
  sample('learn-guide-arabic', guidePage, {
    shell: { ...visitor('/learn/sticky-problem'), language: 'ar' },
    which: 1,
    guides,
  }),
];
