import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
import type { Proposal } from '../../server/governance/proposal.ts';
import { copyOf } from '../integration/secret/linking.ts';
import { days } from '../support/adopted-rule.ts';
import { activity, post, unique } from '../support/attacker.ts';
import { account, community, LINKS_RULE, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { partsOf, proofsIn, tampered } from '../support/signed-links.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';
import { nameOf } from '../support/whole-story.ts';

/**
 * What gil, who belongs to the guild from another Folkmoot, does by links of his own: stand, sign a petition, challenge
 * a vote (governance.md §3.7). Each link comes as a direct message at his own server, opens one thing, and stands in no
 * database where somebody else could take it from.
 */

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn'] as const;
const PASSWORD = 'a long enough password';
const home = '/communities/guild';

let north: RunningServer;
let south: RunningServer;
let guild: CommunityIri;
let gil: PersonIri;
let hal: PersonIri;
/** Every link that was sent, by what it is for. */
const links = new Map<string, string>();
const visitors = new Map<string, Visitor>();

/** Six members in the north, of whom ben is moderator; gil and hal belong to the guild from the south. */
beforeAll(async () => {
  north = await runServer('north.localhost');
  south = await runServer('south.localhost', { TEST_CLOCK: north.clock.file });
  const people = await Promise.all(NAMES.map((name) => account(north, name)));
  [gil, hal] = (await Promise.all(['gil', 'hal'].map((name) => account(south, name)))) as [PersonIri, PersonIri];
  guild = (await community(north, people[0] as PersonIri, 'guild')).iri;
  for (const person of people.slice(1)) must(await north.actions.joinCommunity({ person, community: guild }));
  for (const person of [gil, hal]) {
    const name = nameOf(person);
    await (await at(south, name)).submit('/communities/lookup', { address: guild });
    must(await south.actions.joinCommunity({ person, community: guild }));
    await until(`${name} is in`, async () => (await south.house.follows.get(person, guild))?.state === 'accepted');
  }
  await north.settle();
  await sends('ana', `${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
  await days(north, 61);
});
afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop()]);
});

async function at(server: RunningServer, name: string): Promise<Visitor> {
  const known = visitors.get(name);
  if (known !== undefined) return known;
  const visitor = new Visitor(server);
  expect((await visitor.signIn(name, PASSWORD)).status).toBe(303);
  visitors.set(name, visitor);
  return visitor;
}
const anybody = () => new Visitor(north);
const state = async () => {
  const found = await north.house.states.load(guild);
  if (found === null) throw new Error('there is no guild');
  return found;
};
async function sends(name: string, path: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const { status } = await (await at(north, name)).submit(path, fields);
  expect([name, path, status]).toEqual([name, path, 303]);
  await north.settle();
}
const election = async (): Promise<Proposal> => {
  const all = [...(await state()).proposals.values()];
  const found = all.find(({ change }) => change.kind === 'elect');
  if (found === undefined) throw new Error('no election was called');
  return found;
};

/** Somebody of the south writes to the guild, as from any program; her server signs it. */
async function writesToGuild(person: PersonIri, words: string): Promise<void> {
  const key = await south.house.keys.signingKey(person);
  if (key === null) throw new Error(`${person} has no key`);
  const note = {
    id: `${south.origin}/posts/${unique('asks')}`,
    type: 'Note',
    attributedTo: person,
    to: [guild],
    content: `<p>@guild ${words}</p>`,
    tag: [{ type: 'Mention', href: guild, name: '@guild' }],
  };
  const asked = activity('Create', { iri: person }, note, { to: [guild] });
  expect((await post(north.house.addresses.sharedInbox, key, asked)).status).toBe(202);
  await north.settle();
}

const HREF = /http:\/\/north\.localhost:\d+(\/act\/[\w.-]+)/g;
/** A link for one thing, taken from the page where somebody of the south reads what she was told. */
async function linkToldTo(name: string, verb: 'stand' | 'petition' | 'challenge'): Promise<string> {
  const told = () => at(south, name).then((visitor) => visitor.get('/notices'));
  const link = await until(`${name} was sent a link`, async () => {
    const found = [...(await told()).text.matchAll(HREF)].map(([, one = '']) => one);
    return found.find((one) => partsOf(one).subject.startsWith(`${verb} guild `));
  });
  links.set(`${name} ${verb}`, link);
  return link;
}

/** How much was ever decided: whatever changes the governance is one more. */
const entries = () => north.database.db.collection('entries').countDocuments({ community: guild });
/** Does something that must change nothing in the record. */
async function nothingFrom(work: () => Promise<unknown>): Promise<void> {
  const before = await entries();
  await work();
  await north.settle();
  expect(await entries()).toBe(before);
}

/** Whatever asks for an address before its reader wants to: previews, virus scanners, programs that fetch ahead. */
async function fetchedAhead(link: string, what: string): Promise<void> {
  const headers = [{}, { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' }, { Accept: 'application/activity+json' }];
  for (const more of headers) {
    expect((await anybody().get(link, more)).status).toBe(200);
    expect((await anybody().get(`${link}/${what}`, more)).status).toBe(303);
    expect((await anybody().get(`${link}/${what}?statement=x&ground=x`, more)).status).toBe(303);
  }
}

/** Everything that must be in vain with a link that is good. */
async function misused(link: string, what: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await nothingFrom(() => fetchedAhead(link, what));
  await nothingFrom(async () => {
    for (const wrong of tampered(link, { person: hal, subject: 'petition guild RC-2' })) {
      expect((await anybody().get(wrong)).status).toBe(404);
      expect((await anybody().submit(`${wrong}/${what}`, fields)).status).toBe(404);
    }
    const others = ['stand', 'stand-down', 'sign', 'challenge', 'ballot', 'paper', 'own', 'answer', 'setting'];
    for (const other of others.filter((one) => !`${what} stand-down`.split(' ').includes(one))) {
      expect([other, (await anybody().submit(`${link}/${other}`, fields)).status]).toEqual([other, 404]);
    }
    for (const Origin of ['http://evil.example', 'null']) {
      expect((await anybody().submit(`${link}/${what}`, fields, { Origin })).status).toBe(403);
    }
    expect((await new Visitor(south).submit(`${link}/${what}`, fields)).status).toBe(404);
  });
}

describe('the link by which gil stands', () => {
  let link: string;
  const nominees = async () => (await election()).nominees ?? [];

  it('comes to his own server when a member asks him, and nothing but his own form does anything', async () => {
    const member = `@gil@${new URL(south.origin).host}`;
    await sends('ana', `${home}/proposals/${(await election()).id}/nominate`, { member });
    link = await linkToldTo('gil', 'stand');
    const page = await anybody().get(link);
    const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
    expect(page).toMatchObject({ status: 200, headers });
    expect(page.text).toContain('name="statement"');
    await misused(link, 'stand', { statement: 'Forged' });
    expect(await nominees()).toEqual([]);
  });

  it('lets him stand, whoever else is signed in at that browser and whatever the form says', async () => {
    const ben = await at(north, 'ben');
    const forged = { by: north.house.addresses.person('ben'), member: hal, proposal: 'P-99', community: 'others' };
    const sent = await ben.submit(`${link}/stand`, { statement: 'From the south.', ...forged });
    expect([sent.status, sent.headers.location]).toEqual([303, link]);
    await north.settle();
    expect(await nominees()).toMatchObject([{ member: gil, statement: 'From the south.' }]);
    const book = await (await at(north, 'cleo')).get(`${home}/record`);
    expect(book.text).toContain('gil');
  });

  it('makes him stand once, however often it is used', async () => {
    await nothingFrom(async () => {
      const again = Array.from({ length: 5 }, () => anybody().submit(`${link}/stand`, { statement: 'Again.' }));
      for (const { status } of await Promise.all(again)) expect(status).toBe(303);
    });
    expect(await nominees()).toMatchObject([{ statement: 'From the south.' }]);
  });

  it('works for nobody who has left the guild', async () => {
    const member = `@hal@${new URL(south.origin).host}`;
    await sends('ana', `${home}/proposals/${(await election()).id}/nominate`, { member });
    const hals = await linkToldTo('hal', 'stand');
    must(await south.actions.leaveCommunity({ person: hal, community: guild }));
    await until('hal has left', async () => (await state()).members.get(hal)?.leftAt);
    await north.settle();
    await nothingFrom(() => anybody().submit(`${hals}/stand`, { statement: 'I left.' }));
    expect(await nominees()).toHaveLength(1);
  });
});

describe('the link by which gil signs a petition', () => {
  let link: string;
  const signed = async () => (await state()).petitions.get('RC-1' as never)?.signatures ?? [];

  it('is sent to who asks for it; nothing but his own form signs', async () => {
    const ben = north.house.addresses.person('ben');
    await sends('cleo', `${home}/recalls`, { role: 'moderator', member: ben, reasons: 'Nobody is answered.' });
    await writesToGuild(gil, 'How do I sign RC-1?');
    link = await linkToldTo('gil', 'petition');
    await misused(link, 'sign', {});
    expect(await signed()).toHaveLength(1);
  });

  it('signs once, in his name', async () => {
    const dora = await at(north, 'dora');
    expect((await dora.submit(`${link}/sign`, { by: hal })).status).toBe(303);
    await north.settle();
    await nothingFrom(() => Promise.all([1, 2, 3].map(() => anybody().submit(`${link}/sign`, {}))));
    expect((await signed()).map(({ by }) => by)).toEqual([north.house.addresses.person('cleo'), gil]);
  });

  it('is not sent to who is no member', async () => {
    const sent = async () => (await (await at(south, 'hal')).get('/notices')).text.match(HREF)?.length;
    const before = await sent();
    await writesToGuild(hal, 'And me? RC-1');
    await south.settle();
    expect(await sent()).toBe(before);
  });
});

describe('the link by which gil challenges a vote', () => {
  let link: string;
  let id: ProposalId;
  const challengers = async () => (await state()).proposals.get(id)?.challenge?.signatures ?? [];

  it('is sent to who asks for it while the decision waits; nothing but his own form challenges', async () => {
    const by = north.house.addresses.person('ana');
    const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
    const ask = { community: guild, by, title: 'Links wait', reasons: 'Calm.', change };
    ({ proposal: id } = must(await north.actions.submitProposal(ask)).event as { proposal: ProposalId });
    for (const second of [north.house.addresses.person('cleo'), north.house.addresses.person('dora'), gil]) {
      await north.actions.secondProposal({ community: guild, proposal: id, by: second });
    }
    await days(north, 5);
    await days(north, 2);
    for (const name of NAMES) {
      const voter = north.house.addresses.person(name);
      must(await north.actions.castBallot({ community: guild, proposal: id, voter, choice: 'yes', via: 'web' }));
    }
    await days(north, 7);
    expect((await state()).proposals.get(id)?.phase.state).toBe('timelock');
    await writesToGuild(gil, `I doubt ${id}`);
    link = await linkToldTo('gil', 'challenge');
    expect((await anybody().get(link)).text).toContain('name="ground"');
    await misused(link, 'challenge', { ground: 'Forged' });
    expect(await challengers()).toEqual([]);
  });

  it('challenges once, with his words', async () => {
    const words = { ground: 'The roll was frozen too early.', by: hal };
    expect((await anybody().submit(`${link}/challenge`, words)).status).toBe(303);
    await north.settle();
    const again = () => anybody().submit(`${link}/challenge`, { ground: 'Other words.' });
    await nothingFrom(() => Promise.all([1, 2, 3].map(again)));
    expect(await challengers()).toMatchObject([{ by: gil, ground: 'The roll was frozen too early.' }]);
  });
});

describe('after the time for it', () => {
  it('no link does anything: the election is at its vote, the petition has lapsed, the decision is in force', async () => {
    await days(north, 4);
    expect((await election()).phase.state).not.toBe('nomination');
    await nothingFrom(async () => {
      for (const [, link] of links) {
        const shown = await anybody().get(link);
        expect([404, 200]).toContain(shown.status);
        expect(shown.text).not.toContain('<form');
        for (const what of ['stand', 'stand-down', 'nominate', 'sign', 'challenge']) {
          const { status } = await anybody().submit(`${link}/${what}`, { statement: 'Late', ground: 'Late' });
          expect([303, 404]).toContain(status);
        }
      }
    });
    expect((await verifyCommunity(north.house, guild)).faults).toEqual([]);
  });
});

describe('whoever takes a copy of the databases', () => {
  it('finds no link that was ever sent, neither where it was made nor where it was read', async () => {
    expect(links.size).toBeGreaterThan(3);
    expect(proofsIn([[{ text: `Your own link: ${north.origin}${[...links.values()][0]}` }]])).toHaveLength(1);
    for (const { database } of [north, south]) {
      const copy = await copyOf(database.db);
      const text = JSON.stringify([...copy]);
      expect(text).not.toMatch(/\/act\/[\w-]/);
      for (const link of links.values()) {
        for (const part of link.slice('/act/'.length).split('.')) expect(text).not.toContain(part);
      }
      for (const found of proofsIn(copy.values())) expect((await anybody().get(`/act/${found}`)).status).toBe(404);
    }
  });
});
