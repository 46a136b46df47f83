import { communitiesPage } from '../../views/pages/communities.ts';
import { communityPage } from '../../views/pages/community.ts';
import { deletePostPage, editPostPage } from '../../views/pages/edit-post.ts';
import { foundPage } from '../../views/pages/found.ts';
import { latelyPage, welcomePage } from '../../views/pages/home.ts';
import { noticesPage } from '../../views/pages/notices.ts';
import { personPage } from '../../views/pages/person.ts';
import { quotePostPage } from '../../views/pages/quote-post.ts';
import { signInPage } from '../../views/pages/sign-in.ts';
import { signUpClosedPage, signUpPage } from '../../views/pages/sign-up.ts';
import { threadPage } from '../../views/pages/thread.ts';
import { youPage } from '../../views/pages/you.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { ana, at, guild, jonas, nightShift, sample, signedIn, visitor, voting } from './samples.ts';
import {
  AUDIENCE,
  closedPoll,
  gone,
  held,
  inside,
  openPoll,
  quoting,
  sealing,
  swapped,
  unquotable,
} from './samples-of-posts.ts';

const in_guild = { title: guild.title, path: guild.path };

/** Everything that people come by before and between decisions. */
export const everydayPages: readonly Sample[] = [
  sample('found', foundPage, {
    withAccount: true,
    shell: visitor('/found/s3cret'),
    action: '/found/s3cret',
    host: 'north.example',
    charter: {
      signUp: 'request',
      tenure: 30,
      discussion: 7,
      freeze: 24,
      voting: 7,
      timelock: 48,
      sunset: 12,
      hold: 72,
    },
    form: EMPTY_FORM,
  }),
  sample('found-with-errors', foundPage, {
    withAccount: true,
    shell: visitor('/found/s3cret'),
    action: '/found/s3cret',
    host: 'north.example',
    charter: { signUp: 'invitation', tenure: 0, discussion: 1, freeze: 1, voting: 2, timelock: 1, sunset: 1, hold: 1 },
    form: {
      values: {
        username: 'Ana Ruiz',
        password: 'too short',
        community: 'guild',
        title: 'Machine makers’ guild',
        purpose: '',
      },
      errors: {
        username: 'A name is 2 to 30 letters, digits or _, and begins with a letter.',
        password: 'Choose a password of at least 10 characters.',
        purpose: 'Say in up to 500 characters what it is for.',
      },
    },
  }),
  sample('sign-up', signUpPage, {
    shell: visitor('/invitations/s3cret'),
    action: '/invitations/s3cret',
    host: 'north.example',
    by: 'invitation',
    doors: { signUp: 'invitation', domains: [] },
    sendsMail: false,
    invitedBy: 'Ana Ruiz',
    form: { values: { username: 'tomasz' }, errors: { username: 'The name tomasz is taken here. Choose another.' } },
  }),
  sample('sign-up-closed', signUpClosedPage, {
    shell: visitor('/sign-up'),
    why: 'This invitation was used already, or is over.',
  }),
  sample('sign-in', signInPage, {
    shell: visitor('/sign-in'),
    next: '/communities/guild',
    doors: { signUp: 'invitation', domains: ['works.example', 'linia.example'] },
    form: { values: { username: 'ana' }, errors: {}, error: 'Name and password do not go together. Try again.' },
  }),
  sample('welcome', welcomePage, {
    shell: visitor('/'),
    communities: [guild],
    doors: { signUp: 'request', domains: [] },
  }),
  sample('lately', latelyPage, {
    shell: signedIn('/'),
    posts: [
      { ...sealing, community: in_guild },
      { ...openPoll, community: in_guild },
    ],
    deciding: [voting],
    communities: [guild, nightShift],
  }),
  sample('lately-again', latelyPage, {
    shell: signedIn('/'),
    posts: [
      { ...sealing, at: at(14), community: in_guild },
      { ...openPoll, at: at(12), community: in_guild },
    ],
    deciding: [voting],
    communities: [guild, nightShift],
    lastHere: at(13),
  }),
  sample('lately-empty', latelyPage, { shell: signedIn('/'), posts: [], deciding: [], communities: [] }),
  sample('lately-nothing-yet', latelyPage, { shell: signedIn('/'), posts: [], deciding: [], communities: [guild] }),
  sample('communities', communitiesPage, {
    shell: signedIn('/communities'),
    here: [guild],
    elsewhere: [nightShift],
    lookup: {
      values: { address: '@guild' },
      errors: { address: 'Give the whole handle, with the server: @guild@north.example.' },
    },
  }),
  sample('community', communityPage, {
    shell: {
      ...signedIn('/communities/guild'),
      notice: { kind: 'done', text: 'You are a member of Machine makers’ guild now.' },
    },
    community: guild,
    audience: AUDIENCE,
    membership: 'member',
    posts: [sealing, openPoll, held],
    deciding: [voting],
    write: EMPTY_FORM,
  }),
  sample('community-signed-out', communityPage, {
    shell: visitor('/communities/guild'),
    community: guild,
    audience: AUDIENCE,
    membership: 'signed-out',
    posts: [sealing],
    older: '/communities/guild?before=1',
    deciding: [voting],
    write: EMPTY_FORM,
  }),
  sample('community-outside', communityPage, {
    shell: signedIn('/communities/guild'),
    community: guild,
    audience: AUDIENCE,
    membership: 'outside',
    posts: [],
    deciding: [],
    write: EMPTY_FORM,
  }),
  sample('community-elsewhere', communityPage, {
    shell: {
      ...signedIn(nightShift.path),
      notice: { kind: 'refused', text: 'linia.example did not answer. Try again in a while.' },
    },
    community: nightShift,
    audience: AUDIENCE,
    membership: 'asked',
    posts: [closedPoll],
    deciding: [],
    write: EMPTY_FORM,
  }),
  sample('thread', threadPage, {
    shell: signedIn(sealing.path),
    community: guild,
    audience: AUDIENCE,
    path: sealing.path,
    posts: [sealing, swapped, gone, held, closedPoll],
    replyTo: { key: swapped.key, name: 'Jonas Beck' },
    mayReply: true,
    reply: { values: { text: '' }, errors: { text: 'Write something first.' } },
  }),
  sample('thread-poll', threadPage, {
    shell: visitor(openPoll.path),
    community: guild,
    audience: AUDIENCE,
    path: openPoll.path,
    posts: [openPoll],
    mayReply: false,
    whyNot: { kind: 'signed-out' },
    reply: EMPTY_FORM,
  }),
  sample('quote-post', quotePostPage, {
    shell: signedIn(`${swapped.path}/quote`),
    community: guild,
    audience: AUDIENCE,
    action: `${swapped.path}/quote`,
    back: swapped.path,
    quoted: inside,
    asks: 'Jonas Beck',
    form: { values: { title: 'Eleven Mondays', text: '' }, errors: { text: 'Write something first.' } },
  }),
  sample('thread-quotes', threadPage, {
    shell: signedIn(quoting.path),
    community: guild,
    audience: AUDIENCE,
    path: quoting.path,
    posts: [quoting, unquotable],
    mayReply: true,
    reply: EMPTY_FORM,
  }),
  sample('edit-post', editPostPage, {
    audience: { kind: 'some', others: 2, organisations: 2 },
    wider: [
      {
        to: 'members',
        audience: { kind: 'members', organisations: 4 },
      },
      { to: 'public', audience: AUDIENCE },
    ],
    widen: '/communities/guild/threads/a1/widen',
    shell: signedIn('/posts/Qm3x8sLkZ0aVbYtR/edit'),
    action: '/posts/Qm3x8sLkZ0aVbYtR/edit',
    back: sealing.path,
    hasTitle: true,
    form: {
      values: { title: 'The sealing head drifts', text: '\nWe re-calibrate by hand.\n\nWho sees this too?' },
      errors: {},
    },
  }),
  sample('delete-post', deletePostPage, {
    shell: signedIn('/posts/Qm3x8sLkZ0aVbYtR/delete'),
    action: '/posts/Qm3x8sLkZ0aVbYtR/delete',
    back: sealing.path,
    text: 'We re-calibrate by hand and lose an hour.',
  }),
  sample('person', personPage, {
    shell: visitor('/people/ana'),
    person: ana,
    summary: { text: 'Runs line 3.\n\nAsk me about sealing heads.' },
    fields: [
      {
        name: 'Notes',
        value: { text: 'https://notes.example/ana', page: 'https://notes.example/ana' },
        isVerified: true,
      },
      { name: 'Speaks', value: { text: 'Spanish, German' }, isVerified: false },
    ],
    isViewer: false,
    posts: [{ ...sealing, community: in_guild, acts: {} }],
    older: '/people/ana?before=1',
  }),
  sample('person-heard', personPage, {
    shell: signedIn('/people/jonas@mastodon.example'),
    person: jonas,
    summary: { sanitisedHtml: '<p>Mends things.</p>' },
    isViewer: false,
    heard: 'heard',
    posts: [],
  }),
  sample('person-elsewhere', personPage, {
    shell: signedIn('/people/jonas@mastodon.example'),
    person: jonas,
    summary: { sanitisedHtml: '<p>Mends things.</p>' },
    fields: [
      { name: 'Shop', value: { sanitisedHtml: '<a href="https://notes.example/jonas">jonas</a>' }, isVerified: false },
    ],
    isViewer: false,
    heard: 'muted',
    posts: [],
  }),
  sample('you', youPage, {
    apps: [{ id: 'a1', name: 'Tusky', since: new Date('2026-11-03T08:00:00Z') }],
    shell: signedIn('/you'),
    handle: '@ana@north.example',
    path: '/people/ana',
    form: { values: { displayName: 'Ana Ruiz', summary: 'Runs line 3.' }, errors: {} },
    invitations: [
      { createdAt: at(2), expiresAt: at(16), state: 'open' },
      { createdAt: at(1), expiresAt: at(15), state: 'used' },
    ],
    newInvitation: { url: 'https://north.example/invitations/Zk3vQ0bq9mJr2c8yWfT1uXa7', expiresAt: at(25) },
  }),
  sample('notices', noticesPage, {
    shell: signedIn('/notices'),
    notices: [
      {
        kind: 'statement-of-reasons',
        text: 'Your post “Drafting the hand-over sheet” is held until 13 November, 22:15 UTC.\n\nIt carries 3 links, and you joined 4 days ago. That is what rule R-12, version 3, is about. It was done automatically.',
        from: { name: 'Machine makers’ guild', path: '/communities/guild' },
        link: '/communities/guild/rules#R-12-v3',
        at: at(10, 22, 15),
      },
      {
        kind: 'receipt',
        text: 'Your vote on P-28 was received: Yes.',
        from: { name: 'Machine makers’ guild' },
        at: at(9),
      },
    ],
  }),
];
