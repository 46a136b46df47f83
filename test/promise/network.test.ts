import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Community } from '../../server/community/community.ts';
import { endOf, lastToldAt, monthsLater, startOf } from '../../server/community/health/month.ts';
import { type CommunityIri, communityIri, type PersonIri } from '../../server/community/ids.ts';
import { loadSecrets } from '../../server/secrets.ts';
import { SCHEMAS } from '../../server/stores/schemas.ts';
import { adoptChange, days } from '../support/adopted-rule.ts';
import { peopleElsewhere, posted } from '../support/life.ts';
import { account, community } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { namesIn } from '../support/schema-names.ts';
import { Visitor } from '../support/visitor.ts';

const DAY = 24 * 60 * 60 * 1000;
const HOSTS = ['norte.example', 'linia.example', 'werk.example'];
const HEALTH = '/health-of-the-network';
let server: RunningServer;
let guild: CommunityIri;
const people: Record<string, PersonIri> = {};
/** The month that is written in, and the first moment of it. */
let month: ReturnType<typeof lastToldAt>;
let start: Date;

/**
 * A month in the guild: thirty people of three organisations say something and ask something, most are answered by
 * somebody of another one, and three people write in a corner of their own.
 */
async function liveAMonth(): Promise<void> {
  const { house } = server;
  const writers = await peopleElsewhere(house, HOSTS, 10, start);
  const name = (at: number) => writers[at % writers.length] as PersonIri;
  for (let at = 0; at < writers.length; at++) {
    const asked = new Date(start.getTime() + DAY + at * 60_000);
    const post = await posted(house, {
      id: `q${at}`,
      by: name(at),
      community: guild,
      at: asked,
      html: '<p>Who knows?</p>',
    });
    await posted(house, { id: `o${at}`, by: name(at), community: guild, at: asked });
    if (at % 3 === 0) continue;
    const answered = new Date(asked.getTime() + 2 * 60 * 60 * 1000);
    await posted(house, {
      id: `r${at}`,
      by: name(at + 10),
      community: guild,
      at: answered,
      to: { post, thread: post },
    });
    // Of every second thread a third organisation is part.
    if (at % 2 === 0)
      await posted(house, {
        id: `s${at}`,
        by: name(at + 20),
        community: guild,
        at: answered,
        to: { post, thread: post },
      });
  }
  await aProblemEnds(name);
  for (let at = 0; at < 3; at++) {
    const asked = new Date(start.getTime() + 2 * DAY);
    await posted(house, { id: `c${at}`, by: name(at), community: house.addresses.community('corner'), at: asked });
  }
}

/** Ten people of three organisations try something against a problem, and whoever opened it says what changed. */
async function aProblemEnds(name: (at: number) => PersonIri): Promise<void> {
  const { house } = server;
  const tagged = (...hashtags: string[]) => ({ details: { hashtags } });
  const at = (hours: number) => new Date(start.getTime() + 3 * DAY + hours * 60 * 60 * 1000);
  const opening = { id: 'p', by: name(0), community: guild, at: at(0), ...tagged('StickyProblem') };
  const post = await posted(house, opening);
  const answer = (id: string, by: PersonIri, hours: number, tag: string) =>
    posted(house, { id, by, community: guild, at: at(hours), to: { post, thread: post }, ...tagged(tag) });
  for (let number = 1; number <= 10; number++) await answer(`t${number}`, name(number + 10), number, 'TriedIt');
  await answer('changed', name(0), 12, 'WhatChanged');
}

beforeAll(async () => {
  server = await runServer('north.localhost');
  for (const name of ['alice', 'bob', 'carol']) people[name] = await account(server, name);
  const { alice, bob, carol } = people as Record<'alice' | 'bob' | 'carol', PersonIri>;
  guild = (await community(server, alice, 'guild')).iri;
  await community(server, alice, 'corner');
  await server.house.communities.keepElsewhere(elsewhere('belts'));
  await server.house.communities.keepElsewhere(elsewhere('ovens'));
  // The guild decides to be linked with a community elsewhere, before the others join.
  await days(server, 31);
  await adoptChange(server, guild, [alice], { kind: 'link-community', community: elsewhere('belts').iri });
  for (const person of [bob, carol]) await server.actions.joinCommunity({ person, community: guild });
  month = lastToldAt(new Date(server.house.clock.now().getTime() + 75 * DAY));
  start = startOf(month);
  await liveAMonth();
  await days(server, Math.ceil((endOf(month).getTime() - server.house.clock.now().getTime()) / DAY) + 15);
  expect(await server.house.networkHealth.lastMonth()).toBe(month);
}, 120_000);
afterAll(() => server.stop());

/** A community at another server. */
function elsewhere(name: string): Community {
  const iri = communityIri(`https://linia.example/communities/${name}`);
  return {
    iri,
    name,
    host: 'linia.example',
    title: `Linia ${name}`,
    purpose: `All about ${name}.`,
    home: 'elsewhere',
    foundedAt: new Date('2026-01-01'),
    inbox: `${iri}/inbox`,
    sharedInbox: 'https://linia.example/inbox',
    followers: `${iri}/followers`,
  };
}

/** Somebody at a browser who is signed in. */
async function visitor(name: string): Promise<Visitor> {
  const found = new Visitor(server);
  expect((await found.signIn(name, 'a long enough password')).status).toBe(303);
  return found;
}
const anybody = () => new Visitor(server);

describe('the network’s health', () => {
  it('row 50: any member sees how fast asks are answered, how many are not, and what crosses organisations; nobody sees names', async () => {
    const page = await (await visitor('carol')).get(HEALTH);
    expect(page.status).toBe(200);
    expect(page.text).toContain('half had their first answer within <b>four hours</b>');
    expect(page.text).toContain('<b>32%</b> of asks got no answer within 14 days (10 of 31)');
    expect(page.text).toContain('<b>100%</b> of replies went to somebody of another organisation (40 of 40)');
    expect(page.text).toContain('(11 of 64)');
    expect(page.text).toContain('norte.example');
    expect(page.text).toMatch(/<svg[^>]*role="img"[\s\S]*<table>/);
    const names = [
      'alice',
      'bob',
      'carol',
      ...HOSTS.flatMap((host) => [`p0 of ${host}`, `P 0 of ${host}`, `p0@${host}`]),
    ];
    expect(names.filter((name) => page.text.includes(name))).toEqual([]);
  });

  it('row 36, row 50: the founder, a member, the newest one get the same page, byte for byte', async () => {
    await account(server, 'newest');
    const paths = [HEALTH, '/communities/guild/health', `${HEALTH}.csv`];
    for (const path of paths) {
      const pages = await Promise.all(
        ['alice', 'bob', 'newest'].map(async (name) => (await (await visitor(name)).get(path)).text),
      );
      expect(new Set(pages).size).toBe(1);
    }
    // Who is not signed in reads the same figures.
    const [open, member] = await Promise.all([
      anybody().get(`${HEALTH}.csv`),
      (await visitor('bob')).get(`${HEALTH}.csv`),
    ]);
    expect(open.text).toBe(member.text);
  });

  it('row 50: what came of problems is told like what came of decisions, of eight people or more', async () => {
    const [told] = await server.house.networkHealth.last(1);
    expect(told?.server).toMatchObject({ problems: 1, 'problems-changed': 1 });
    expect(JSON.stringify(told)).not.toMatch(/p0|posts\/p\b/);
  });

  it('row 52: a download of all figures, no line under k', async () => {
    const csv = await anybody().get(`${HEALTH}.csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    expect(lines).toContainEqual([month, 'asks', 'all', '', '31', 'exactly', '8']);
    expect(lines).toContainEqual([month, 'people-of-organisation', 'norte.example', '', '8', 'at least', '8']);
    for (const [, , , , count, exactness] of lines)
      if (exactness === 'at least') expect(Number(count)).toBeGreaterThanOrEqual(8);
    // Three people wrote in the corner: not named, and what is told of the guild less the total tells nothing of it.
    expect(csv.text).not.toContain('corner');
    expect(lines.filter(([, what, place]) => what === 'threads' && place === 'guild')).toEqual([]);
    expect(lines).toContainEqual([month, 'threads', 'all', '', '64', 'exactly', '8']);
  });

  it('row 28: there are no analytics, and a figure of fewer than eight people is refused, like one of nobody', async () => {
    const alice = await visitor('alice');
    for (const path of ['/analytics', '/admin/analytics', '/communities/guild/analytics', '/api/v1/analytics'])
      expect([path, (await alice.get(path)).status]).toEqual([path, 404]);
    const cell = (place: string, what: string, of: string = month) =>
      alice.get(`${place}/cell?month=${of}&what=${what}`);
    expect(JSON.parse((await cell(HEALTH, 'asks')).text)).toEqual({ month, what: 'asks', count: 31, k: 8 });
    const refused = await Promise.all([
      cell('/communities/corner/health', 'threads'),
      cell('/communities/corner/health', 'replies'),
      cell('/communities/guild/health', 'threads'),
      cell(HEALTH, 'decisions'),
      cell(HEALTH, 'asks', monthsLater(month, 1)),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(new Set(refused.map(({ text }) => text)).size).toBe(1);
    expect((await cell(HEALTH, 'logins')).status).toBe(400);
  });

  it('row 52: what is told once stays: the next day and after more was written the answer is the same', async () => {
    const releases = () => server.database.db.collection('healthReleases').find().sort({ _id: 1 }).toArray();
    const [kept, before] = [await releases(), (await anybody().get(`${HEALTH}.csv`)).text];
    await posted(server.house, {
      id: 'late',
      by: people.bob as PersonIri,
      community: guild,
      at: new Date(start.getTime() + 3 * DAY),
    });
    await days(server, 1);
    expect((await anybody().get(`${HEALTH}.csv`)).text).toBe(before);
    expect(await releases()).toEqual(kept);
  });
});

describe('what is not there', () => {
  // `readers` holds at random whether what somebody's own lists rest on was changed, and nothing of what she reads.
  const WATCHING =
    /seen|^(un)?read(?!ers$)|(read|opened|viewed)(At|By|Count)$|typing|login|signedIn|lastActive|visit|online|presence|streak|points|score|karma|badge|attend|complet|assign|dueDate|deadline|mustRead|clicks|views$/i;

  it('row 1, row 28, row 39: no collection has a field that watches, counts or grades a person, and none is of attendance', async () => {
    for (const [collection, schemas] of Object.entries(SCHEMAS)) {
      const found = schemas.flatMap((schema) => namesIn(schema)).filter((name) => WATCHING.test(name));
      expect([collection, [...new Set(found)]]).toEqual([collection, []]);
    }
    const collections = (await server.database.db.listCollections({}, { nameOnly: true }).toArray()).map(
      ({ name }) => name,
    );
    expect(collections.filter((name) => WATCHING.test(name))).toEqual([]);
    // And what is told of the network has no person in it.
    const [release] = await server.database.db.collection('healthReleases').find().toArray();
    expect(JSON.stringify(release)).not.toMatch(/users\/p|actors\//);
  });
});

describe('the open book of all communities', () => {
  it('row 1: a member sees each act with its role, reason and decision; what the operator tried is one of them', async () => {
    const bob = await visitor('bob');
    const { operatorToken } = loadSecrets(server.config);
    const refused = await fetch(`http://127.0.0.1:${server.port}/operator/communities/guild/rules/R-1`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${operatorToken}` },
    });
    expect(refused.status).toBe(403);
    const book = (await bob.get('/open-book')).text;
    expect(book).toContain('The operator tried to');
    expect(book).toContain('it takes a decision of the members');
    expect(book).toMatch(/P-1/);
    // Members read names; whoever is none reads roles and numbers.
    expect(book).toContain('carol');
    const open = (await anybody().get('/open-book')).text;
    expect(open).not.toContain('carol');
    expect(open).toContain('Member 3 (north.localhost');
    const operator = (await bob.get('/open-book?only=operator')).text;
    expect(operator.match(/<li><span class="seq">/g)).toHaveLength(1);
    // Each leads to its own book, and to how that is checked.
    expect(book).toMatch(/href="\/communities\/guild\/record\?before=\d+#e-\d+"/);
    expect(book).toContain('/communities/guild/record/verify');
  });

  it('row 1: the book of a community for members only is in it for its members alone', async () => {
    const closed = { name: 'vault', title: 'The vault', purpose: 'For us.', membersOnly: true };
    expect((await server.actions.foundCommunity({ founder: people.alice as PersonIri, ...closed })).ok).toBe(true);
    expect((await (await visitor('alice')).get('/open-book')).text).toContain('The vault');
    for (const who of [anybody(), await visitor('bob')]) {
      expect((await who.get('/open-book')).text).not.toContain('The vault');
      expect((await who.get('/communities/vault/health')).status).toBe(404);
    }
  });

  it('says who can see what on one page, also at its address from before', async () => {
    const page = (await anybody().get('/trust')).text;
    expect(page).toContain('Rewrite what was witnessed');
    expect(page).toMatch(/<th scope="col">The operator<\/th>/);
    const before = await anybody().get('/about');
    expect([before.status, before.headers.location]).toEqual([301, '/trust']);
    const german = await anybody().get('/trust', { 'Accept-Language': 'de' });
    expect(german.text).toContain('Was der Betreiber nicht kann');
  });
});

describe('looking around', () => {
  it('row 23: interests across organisations, communities here and of linked servers, people who chose to be listed', async () => {
    const at = server.house.clock.now();
    const writers = await peopleElsewhere(server.house, HOSTS, 1, at);
    const tagged = async (tag: string, by: readonly PersonIri[]) => {
      for (const [nth, author] of by.entries())
        await posted(server.house, {
          id: `${tag}${nth}`,
          by: author,
          community: guild,
          at,
          html: `<p>About #${tag}</p>`,
          details: { hashtags: [tag] },
        });
    };
    await tagged('Sealing', writers);
    await tagged('Mine', [...writers.slice(0, 2), writers[0] as PersonIri]);
    const bob = await visitor('bob');
    const first = (await bob.get('/explore')).text;
    expect(first).toContain('>#sealing</a>');
    expect(first).not.toContain('#mine');
    for (const title of ['The guild', 'The corner', 'Linia belts', 'Linia ovens']) expect(first).toContain(title);
    expect(first).toContain('All about ovens.');
    expect(first).not.toContain('@bob@');
    await bob.submit('/you/listed', { listed: 'on' });
    expect((await anybody().get('/explore')).text).toContain('@bob');
    await bob.submit('/you/listed', { listed: 'off' });
    expect((await anybody().get('/explore')).text).not.toContain('@bob');
    // Nothing is counted beside a name.
    expect(first).not.toMatch(/#sealing<\/a>\s*\(?\d/);
    expect((await anybody().get('/search?q=%23Sealing')).text).toContain('About');
  });

  it('a search finds posts, people and communities as far as one may see them', async () => {
    const alice = await visitor('alice');
    const wrote = async (where: string, text: string) =>
      expect((await alice.submit(`/communities/${where}/posts`, { text })).status).toBe(303);
    await wrote('guild', 'The zeppelin flies over the guild.');
    await wrote('vault', 'The zeppelin hides in the vault.');
    await server.house.postSearch.takeIn();
    const found = async (who: Visitor, q: string) => (await who.get(`/search?${new URLSearchParams({ q })}`)).text;
    expect(await found(alice, 'zeppelin')).toMatch(/flies over[\s\S]*|hides in/);
    expect(await found(alice, 'zeppelin')).toContain('hides in the vault');
    const bobs = await found(await visitor('bob'), 'zeppelin');
    expect(bobs).toContain('flies over the guild');
    expect(bobs).not.toContain('hides in the vault');
    expect(await found(anybody(), 'zeppelin')).not.toContain('flies over');
    expect(await found(anybody(), 'ovens')).toContain('Linia ovens');
    // By a part of her name nobody is found who is not listed; by her whole handle she is.
    const handle = `@carol@${new URL(server.origin).host}`;
    expect(await found(anybody(), 'caro')).not.toContain(handle.slice(0, 6));
    expect(await found(anybody(), handle)).toContain('/people/carol');
  });

  it('row 44: what a community is for, and who sees what is written in it, is the first thing, also logged out', async () => {
    const page = (await anybody().get('/communities/guild')).text;
    const at = (text: string) => {
      expect(page).toContain(text);
      return page.indexOf(text);
    };
    expect(at('To try things.')).toBeLessThan(at('Visible to'));
    expect(at('Visible to')).toBeLessThan(at('<article'));
  });
});
