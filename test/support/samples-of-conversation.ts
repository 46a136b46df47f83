import { historyPage } from '../../views/pages/history.ts';
import { kindPage, kindsPage } from '../../views/pages/kinds.ts';
import { movePage, supersedePage } from '../../views/pages/order-thread.ts';
import { threadPage } from '../../views/pages/thread.ts';
import { writePage } from '../../views/pages/write.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { PostModel } from '../../views/parts/post.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, priya, sample, signedIn, visitor } from './samples.ts';
import { AUDIENCE, sealing, swapped } from './samples-of-posts.ts';

const own = [{ kind: 'fieldnote', tag: 'FieldNote', mayDrop: true }];
const german = (path: string) => ({ ...signedIn(path), language: 'de' as const });
const arabic = (path: string) => ({ ...signedIn(path), language: 'ar' as const });

/** A post that says what it is meant as, was put right, was tried, and was followed by another. */
export const workedOn: PostModel = {
  ...sealing,
  meant: {
    kinds: [{ kind: 'workingoutloud', path: '/communities/guild/kinds/workingoutloud' }],
    welcomes: 'both',
    close: `${sealing.path}/close-invitation`,
  },
  history: `${sealing.path}/history`,
  related: {
    corrections: [
      {
        key: 'C0rrectC0rrectC0',
        path: `${sealing.path}#p-C0rrectC0rrectC0`,
        author: priya,
        at: at(11, 9, 10),
        sanitisedHtml: '<p>It is the <em>head</em> that cools, not the belt.</p>',
        putBack: `${sealing.path}/correction`,
      },
    ],
    later: {
      key: 'LaterLaterLater0',
      path: '/communities/guild/threads/LaterLaterLater0',
      author: jonas,
      at: at(12),
      title: 'The hand-over sheet, second try',
    },
    trials: [
      { key: 'b71kXx00aaPq9_w2', path: swapped.path, author: jonas, at: at(10, 18, 5), came: 'works' },
      {
        key: 'Tr1alTr1alTr1al0',
        path: `${sealing.path}#p-Tr1alTr1alTr1al0`,
        author: priya,
        at: at(11, 6),
        came: 'doesnotwork',
      },
    ],
  },
  acts: { ...sealing.acts, correct: '#reply', move: `${sealing.path}/move` },
};
const suggested: PostModel = {
  ...swapped,
  key: 'C0rrectC0rrectC0',
  meant: { kinds: [{ kind: 'correction', path: '/communities/guild/kinds/correction' }] },
  mayTake: `${sealing.path}/correction`,
  acts: { ...swapped.acts, tried: '#reply', correct: '#reply', move: '#move' },
};

const tongues = [
  { value: 'de', label: 'Deutsch' },
  { value: 'en', label: 'English' },
];
const writing = { community: guild, audience: AUDIENCE, isMember: true, own, tongues };
const kinds = { community: guild, own, mayName: true, form: EMPTY_FORM };
const kind = {
  community: guild,
  kind: 'workingoutloud',
  which: 'open',
  posts: [workedOn, { ...swapped, meant: { kinds: [{ kind: 'snag', path: '/communities/guild/kinds/snag' }] } }],
  older: '/communities/guild/kinds/workingoutloud?before=2024-11-10T10:00:00.000Z&which=open',
  mayWrite: true,
} as const;
const history = {
  community: guild,
  path: sealing.path,
  name: ana.name,
  lang: 'en',
  editions: [
    {
      at: at(11, 8),
      title: [
        { kind: 'same', text: 'The sealing head drifts' },
        { kind: 'new', text: ' after every Monday restart' },
      ],
      text: [
        { kind: 'same', text: 'We re-calibrate by hand and lose ' },
        { kind: 'gone', text: 'half an hour' },
        { kind: 'new', text: 'an hour' },
        { kind: 'same', text: '.\n\nWho sees this too?' },
      ],
    },
    {
      at: at(11, 7, 42),
      title: [{ kind: 'same', text: 'The sealing head drifts' }],
      text: [{ kind: 'same', text: 'We re-calibrate by hand and lose half an hour.\n\nWho sees this too?' }],
    },
  ],
} as const;
const order = {
  community: guild,
  path: sealing.path,
  text: 'We re-calibrate by hand and lose an hour.',
  form: EMPTY_FORM,
};
const refused = { values: { title: ' ' }, errors: { title: 'Give the new thread a title.' } };
const at1 = '/communities/guild/write';
const at2 = '/communities/guild/kinds';

/** How members converse: what posts are meant as, and what becomes of them. */
export const conversationPages: readonly Sample[] = [
  sample('write', writePage, { ...writing, shell: signedIn(at1), form: { values: { kind: 'snag' }, errors: {} } }),
  sample('write-german', writePage, { ...writing, shell: german(at1), form: EMPTY_FORM }),
  sample('write-arabic', writePage, {
    ...{ ...writing, shell: arabic(at1) },
    form: { values: {}, errors: { text: 'Write something first.' } },
  }),
  sample('write-outside', writePage, { ...writing, isMember: false, shell: signedIn(at1), form: EMPTY_FORM }),
  sample('kinds', kindsPage, { ...kinds, shell: signedIn(at2) }),
  sample('kinds-german', kindsPage, { ...kinds, shell: german(at2) }),
  sample('kinds-arabic', kindsPage, { ...kinds, own: [], mayName: false, shell: arabic(at2) }),
  sample('kind', kindPage, { ...kind, shell: visitor(`${at2}/workingoutloud`) }),
  sample('kind-german', kindPage, { ...kind, which: 'all', shell: german(`${at2}/workingoutloud`) }),
  sample('kind-arabic', kindPage, { ...kind, posts: [], shell: arabic(`${at2}/workingoutloud`) }),
  sample('history', historyPage, { ...history, shell: visitor(`${sealing.path}/history`) }),
  sample('history-german', historyPage, { ...history, shell: german(`${sealing.path}/history`) }),
  sample('history-arabic', historyPage, { ...history, shell: arabic(`${sealing.path}/history`) }),
  sample('supersede', supersedePage, { ...order, shell: signedIn(`${sealing.path}/supersede`) }),
  sample('supersede-german', supersedePage, { ...order, shell: german(`${sealing.path}/supersede`) }),
  sample('supersede-arabic', supersedePage, { ...order, shell: arabic(`${sealing.path}/supersede`) }),
  sample('move', movePage, { ...order, isReply: true, form: refused, shell: signedIn(`${sealing.path}/move`) }),
  sample('move-german', movePage, { ...order, isReply: false, shell: german(`${sealing.path}/move`) }),
  sample('move-arabic', movePage, { ...order, isReply: true, shell: arabic(`${sealing.path}/move`) }),
  sample('thread-worked-on', threadPage, {
    shell: signedIn(sealing.path),
    community: guild,
    audience: AUDIENCE,
    path: sealing.path,
    posts: [workedOn, suggested],
    moved: [
      {
        key: 'M0vedM0vedM0ved0',
        path: '/communities/guild/threads/M0vedM0vedM0ved0',
        title: 'Parking',
        at: at(11, 12),
      },
    ],
    replyTo: { key: suggested.key, name: suggested.author.name },
    replyAs: { kind: 'triedit', own: false },
    mayReply: true,
    reply: EMPTY_FORM,
  }),
];
