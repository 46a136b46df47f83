import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endOf, lastToldAt, monthsLater, startOf } from '../../server/community/health/month.ts';
import { SCHEMAS } from '../../server/stores/schemas.ts';
import { peopleElsewhere, posted } from '../support/life.ts';
import { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

const DAY = 24 * 60 * 60 * 1000;
const HOSTS = ['norte.example', 'linia.example', 'werk.example'];
const HEALTH = '/health-of-the-network';
let stage: Stage;
/** The month that is written in, and the first moment of it. */
let month: ReturnType<typeof lastToldAt>;
let start: Date;

/**
 * A month in the guild: thirty people of three organisations say something and ask something, most are answered by
 * somebody of another one, and three people write in a corner of their own.
 */
async function liveAMonth(): Promise<void> {
  const { house, guild } = stage;
  const people = await peopleElsewhere(house, HOSTS, 10, start);
  const name = (at: number) => people[at % people.length] as (typeof people)[number];
  for (let at = 0; at < people.length; at++) {
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
  for (let at = 0; at < 3; at++) {
    const asked = new Date(start.getTime() + 2 * DAY);
    await posted(house, { id: `c${at}`, by: name(at), community: house.addresses.community('corner'), at: asked });
  }
}

beforeAll(async () => {
  stage = await Stage.open();
  const founded = await stage.actions.foundCommunity({
    founder: stage.person('alice'),
    name: 'corner',
    title: 'A corner',
    purpose: 'For three people.',
  });
  expect(founded.ok).toBe(true);
  month = lastToldAt(new Date(stage.house.clock.now().getTime() + 75 * DAY));
  start = startOf(month);
  await liveAMonth();
  await stage.forward(Math.ceil((endOf(month).getTime() - stage.house.clock.now().getTime()) / 3_600_000) + 24 * 15);
  // Whatever is done there has it look at what is due.
  await (await stage.visitor('alice')).submit('/communities/guild/posts', { text: 'Good morning.' });
  await until('the month is told of', async () => (await stage.house.networkHealth.lastMonth()) === month, 90_000);
}, 120_000);
afterAll(() => stage.close());

const anybody = () => new Visitor(stage.server);

describe('the network’s health', () => {
  it('row 50: any member sees how fast asks are answered, how many are not, and what crosses organisations; nobody sees names', async () => {
    const page = await (await stage.visitor('carol')).get(HEALTH);
    expect(page.status).toBe(200);
    expect(page.text).toContain('half had their first answer within <b>four hours</b>');
    expect(page.text).toContain('<b>33%</b> of asks got no answer within 14 days (10 of 30)');
    expect(page.text).toContain('<b>100%</b> of replies went to somebody of another organisation (30 of 30)');
    expect(page.text).toContain('(10 of 63)');
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
    await stage.settle('newest');
    const paths = [HEALTH, '/communities/guild/health', `${HEALTH}.csv`];
    for (const path of paths) {
      const pages = await Promise.all(
        ['alice', 'bob', 'newest'].map(async (name) => (await (await stage.visitor(name)).get(path)).text),
      );
      expect(new Set(pages).size).toBe(1);
    }
    // Who is not signed in reads the same figures.
    const [open, member] = await Promise.all([
      anybody().get(`${HEALTH}.csv`),
      (await stage.visitor('bob')).get(`${HEALTH}.csv`),
    ]);
    expect(open.text).toBe(member.text);
  });

  it('row 52: a download of all figures, no line under k', async () => {
    const csv = await anybody().get(`${HEALTH}.csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    expect(lines).toContainEqual([month, 'asks', 'all', '', '30', 'exactly', '8']);
    expect(lines).toContainEqual([month, 'people-of-organisation', 'norte.example', '', '8', 'at least', '8']);
    for (const [, , , , count, exactness] of lines)
      if (exactness === 'at least') expect(Number(count)).toBeGreaterThanOrEqual(8);
    // Three people wrote in the corner: not named, and what is told of the guild less the total tells nothing of it.
    expect(csv.text).not.toContain('corner');
    expect(lines.filter(([, what, place]) => what === 'threads' && place === 'guild')).toEqual([]);
    expect(lines).toContainEqual([month, 'threads', 'all', '', '63', 'exactly', '8']);
  });

  it('row 28: there are no analytics, and a figure of fewer than eight people is refused, like one of nobody', async () => {
    const alice = await stage.visitor('alice');
    for (const path of ['/analytics', '/admin/analytics', '/communities/guild/analytics', '/api/v1/analytics'])
      expect([path, (await alice.get(path)).status]).toEqual([path, 404]);
    const cell = (place: string, what: string, of: string = month) =>
      alice.get(`${place}/cell?month=${of}&what=${what}`);
    expect(JSON.parse((await cell(HEALTH, 'asks')).text)).toEqual({ month, what: 'asks', count: 30, k: 8 });
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
    const releases = () => stage.db.collection('healthReleases').find().sort({ _id: 1 }).toArray();
    const [kept, before] = [await releases(), (await anybody().get(`${HEALTH}.csv`)).text];
    await posted(stage.house, {
      id: 'late',
      by: stage.person('bob'),
      community: stage.guild,
      at: new Date(start.getTime() + 3 * DAY),
    });
    await stage.forward(24);
    await stage.quiet();
    expect((await anybody().get(`${HEALTH}.csv`)).text).toBe(before);
    expect(await releases()).toEqual(kept);
  });
});

describe('what is not there', () => {
  /** Every name in a schema, however deep. */
  function names(schema: unknown, seen = new Set<unknown>()): string[] {
    if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
    seen.add(schema);
    const shape = 'shape' in schema ? (schema.shape as object) : {};
    const def = 'def' in schema ? Object.values(schema.def as object) : [];
    const parts = [...def, ...Object.values(shape), ...(Array.isArray(schema) ? schema : [])];
    return [...Object.keys(shape), ...parts.flatMap((part) => names(part, seen))];
  }
  const WATCHING =
    /seen|^(un)?read|(read|opened|viewed)(At|By|Count)$|typing|login|signedIn|lastActive|visit|online|presence|streak|points|score|karma|badge|attend|complet|assign|dueDate|deadline|mustRead|clicks|views$/i;

  it('row 1, row 28, row 39: no collection has a field that watches, counts or grades a person, and none is of attendance', async () => {
    for (const [collection, schemas] of Object.entries(SCHEMAS)) {
      const found = schemas.flatMap((schema) => names(schema)).filter((name) => WATCHING.test(name));
      expect([collection, [...new Set(found)]]).toEqual([collection, []]);
    }
    const collections = (await stage.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
    expect(collections.filter((name) => WATCHING.test(name))).toEqual([]);
    // And what is told of the network has no person in it.
    const [release] = await stage.db.collection('healthReleases').find().toArray();
    expect(JSON.stringify(release)).not.toMatch(/users\/p|actors\//);
  });
});
