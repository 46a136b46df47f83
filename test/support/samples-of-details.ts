import { authorizePage, codePage } from '../../views/pages/authorize.ts';
import { communitiesPage } from '../../views/pages/communities.ts';
import { communityPage } from '../../views/pages/community.ts';
import { foundPage } from '../../views/pages/found.ts';
import { personPage } from '../../views/pages/person.ts';
import { threadPage } from '../../views/pages/thread.ts';
import { youPage } from '../../views/pages/you.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { PostModel } from '../../views/parts/post.ts';
import type { Sample } from './samples.ts';
import { at, guild, jonas, nightShift, priya, sample, signedIn } from './samples.ts';
import { AUDIENCE, sealing, swapped } from './samples-of-posts.ts';

/** A post with everything that one from another server can have. */
const laden: PostModel = {
  ...sealing,
  author: jonas,
  warning: 'An accident at a machine, with pictures',
  abstract: 'We measured for eleven weeks.',
  link: 'https://notes.example/measurements',
  event: { startsAt: at(20, 18), endsAt: at(20, 21), place: 'The old hall, 3 Mill Lane' },
  attachments: [
    { kind: 'image', url: 'https://notes.example/1.png', alt: 'The open cover', width: 1640, height: 480 },
    { kind: 'video', url: 'https://notes.example/2.mp4' },
  ],
  audience: { kind: 'named', members: 1 },
  pinned: true,
  lockedAt: at(12),
  counts: { likes: 3, dislikes: 1, shares: 2, emojis: [{ emoji: ':blobcat:', count: 2 }] },
  gesture: { action: '/communities/guild/threads/Qm3x8sLkZ0aVbYtR/gesture', dislikes: true },
  acts: {},
};
const liked: PostModel = {
  ...swapped,
  attachments: [
    {
      kind: 'image',
      url: 'https://north.example/assets/header.png',
      alt: 'The belt, seen from the door',
      width: 1500,
      height: 500,
      shown: { path: '/assets/header.png', preview: { path: '/assets/header.png', width: 640, height: 213 } },
    },
    {
      kind: 'video',
      url: 'https://north.example/media/belt.mp4',
      alt: 'The belt is running',
      width: 1280,
      height: 426,
      shown: { path: '/media/belt.mp4', preview: { path: '/assets/header.png', width: 640, height: 213 } },
    },
    { kind: 'audio', url: 'https://north.example/media/belt.mp3', shown: { path: '/media/belt.mp3' } },
  ],
  counts: { likes: 1, dislikes: 0, shares: 0, emojis: [] },
  gesture: { action: '/communities/guild/threads/b71kXx00aaPq9_w2/gesture', mine: 'like' },
};
const takenOut: PostModel = {
  ...swapped,
  key: 'r3m0vedr3m0vedr3',
  state: { kind: 'removed', community: nightShift.title, at: at(12), why: 'No sales on weekdays.' },
};

/** Pages with what came from other servers, and with what leads there. */
export const detailPages: readonly Sample[] = [
  sample('thread-laden', threadPage, {
    shell: signedIn('/communities/guild/threads/Qm3x8sLkZ0aVbYtR'),
    community: guild,
    audience: AUDIENCE,
    path: '/communities/guild/threads/Qm3x8sLkZ0aVbYtR',
    posts: [laden, liked, takenOut],
    mayReply: false,
    whyNot: { kind: 'closed' },
    reply: EMPTY_FORM,
  }),
  sample('community-linked', communityPage, {
    shell: signedIn('/communities/guild'),
    community: guild,
    audience: AUDIENCE,
    membership: 'member',
    links: [
      { ...nightShift, agreed: true },
      { title: 'https://notes.example/forge', handle: '', path: 'https://notes.example/forge', agreed: false },
    ],
    linked: [{ ...laden, community: { title: nightShift.title, path: nightShift.path } }],
    posts: [],
    deciding: [],
    write: EMPTY_FORM,
  }),
  sample('community-closed', communityPage, {
    shell: signedIn('/communities/guild'),
    community: { ...guild, closed: true },
    audience: { kind: 'members' },
    membership: 'outside',
    byRequest: true,
    posts: [],
    deciding: [],
    write: EMPTY_FORM,
  }),
  sample('community-moved', communityPage, {
    shell: signedIn('/communities/guild'),
    community: guild,
    audience: AUDIENCE,
    membership: 'member',
    movedTo: 'https://notes.example/guild',
    posts: [],
    deciding: [],
    write: EMPTY_FORM,
  }),
  sample('communities-none', communitiesPage, {
    shell: signedIn('/communities'),
    here: [],
    elsewhere: [],
    lookup: EMPTY_FORM,
  }),
  sample('found-another', foundPage, {
    shell: signedIn('/found'),
    withAccount: false,
    action: '/found',
    host: 'north.example',
    charter: { tenure: 30, discussion: 7, freeze: 24, voting: 7, timelock: 48, sunset: 12, hold: 72 },
    form: {
      values: { community: 'guild', title: 'The guild' },
      errors: { community: 'The name guild is taken here.' },
    },
  }),
  sample('person-moved', personPage, {
    shell: signedIn('/people/priya@linia.example'),
    person: priya,
    summary: { text: 'Night shift.' },
    isViewer: false,
    movedTo: 'https://notes.example/priya',
    posts: [],
  }),
  sample('authorize', authorizePage, {
    shell: signedIn('/oauth/authorize'),
    app: { name: 'Tusky', website: 'https://tusky.example' },
    may: ['readPosts', 'vote'],
    leadsTo: 'device',
    fields: { client_id: 'a1', redirect_uri: 'oauth2redirect://tusky', response_type: 'code', scope: 'read write' },
  }),
  sample('authorize-web', authorizePage, {
    shell: signedIn('/oauth/authorize'),
    app: { name: 'Elk' },
    may: ['readPosts', 'seeProfile', 'seeNotices', 'seeKept', 'writePosts', 'vote', 'join', 'changeKept', 'report'],
    leadsTo: { host: 'elk.example' },
    fields: { client_id: 'a2', redirect_uri: 'https://elk.example/back', response_type: 'code', scope: 'read write' },
  }),
  sample('authorize-code', codePage, {
    shell: signedIn('/oauth/authorize'),
    app: { name: 'toot' },
    code: 'Zk3vQ0bq9mJr2c8yWfT1uXa7LbN4eSd6GhVpKoRiYtE',
  }),
  sample('you-moved', youPage, {
    shell: signedIn('/you'),
    handle: '@ana@north.example',
    path: '/people/ana',
    form: { values: { displayName: 'Ana Ruiz', summary: '' }, errors: {} },
    moving: {
      values: { aliases: 'https://notes.example/ana', target: 'nowhere' },
      errors: { target: 'No account answers at this address.', aliases: 'Give addresses, https://…' },
    },
    movedTo: 'https://notes.example/ana',
    invitations: [],
  }),
];
