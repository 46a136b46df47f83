import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { recordAffiliation } from '../../../server/actions/affiliation.ts';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { type MailServer, mailServer } from '../../support/mail-server.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let mail: MailServer;
let guild: CommunityIri;
const people = new Map<string, PersonIri>();
const at = new Map<string, Visitor>();
const HERE = '/you/organisations';

beforeAll(async () => {
  mail = await mailServer();
  north = await runServer('north.localhost', { SMTP_URL: mail.url, MAIL_FROM: 'folkmoot@north.example' });
  for (const name of ['alice', 'bob', 'carol', 'dan']) {
    people.set(name, await account(north, name));
    const visitor = new Visitor(north);
    await visitor.signIn(name, 'a long enough password');
    at.set(name, visitor);
  }
  guild = (await community(north, iri('alice'), 'guild')).iri;
  for (const name of ['bob', 'carol']) must(await north.actions.joinCommunity({ person: iri(name), community: guild }));
});

afterAll(async () => {
  await Promise.all([north?.stop(), mail?.stop()]);
});

const iri = (name: string) => people.get(name) as PersonIri;
const as = (name: string) => at.get(name) as Visitor;
const textOf = async (name: string, path: string) =>
  (await as(name).get(path)).text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const memberOf = async (name: string) => (await north.house.states.load(guild))?.members.get(iri(name));
const organisations = async (name: string) =>
  (await north.house.affiliations.of(iri(name))).shown.map(({ organisation, how }) => `${organisation} ${how}`);

/** Shows by a letter that she belongs to works.example. */
async function showByLetter(name: string): Promise<void> {
  const address = `${name}@works.example`;
  expect((await as(name).submit(`${HERE}/letter`, { address })).status).toBe(303);
  const letter = await until('the letter is sent', () => mail.letters.find(({ to }) => to.includes(address)));
  const link = /https?:\/\/\S+\/confirm\/\S+/.exec(letter.text)?.[0] ?? '';
  const path = new URL(link).pathname;
  // Whoever else reads it can do nothing by it.
  expect((await as('dan').submit(path, {})).status).toBe(404);
  expect((await as(name).submit(path, {})).status).toBe(303);
}

it('bob shows by a letter where he belongs; the address is kept nowhere, and nobody sees it until he wants that', async () => {
  await showByLetter('bob');
  expect(await organisations('bob')).toEqual(['works.example address']);
  expect(await textOf('carol', '/people/bob')).not.toContain('works.example');
  const [mails, actors] = await Promise.all(
    ['mails', 'actors'].map((name) => north.database.db.collection(name).find().toArray()),
  );
  expect(JSON.stringify([mails, actors])).not.toContain('bob@works.example');
  for (const shared of ['bob@gmail.com', 'bob@someone.github.io', 'bob', 'bob@localhost']) {
    expect([shared, (await as('bob').submit(`${HERE}/letter`, { address: shared })).status]).toEqual([shared, 422]);
  }
});

it('he lets it be seen: a tag after his name, a line of his profile elsewhere, and in the book, where it counts after the tenure', async () => {
  expect((await as('bob').submit(`${HERE}/show`, { organisation: 'council.example' })).status).toBe(303);
  expect((await memberOf('bob'))?.chosen).toBeUndefined();
  expect((await as('bob').submit(`${HERE}/show`, { organisation: 'works.example' })).status).toBe(303);
  expect(await textOf('carol', '/people/bob')).toContain('works.example');
  const actor = await new Visitor(north).get(new URL(iri('bob')).pathname, { Accept: 'application/activity+json' });
  expect(JSON.parse(actor.text)).toMatchObject({
    attachment: [{ type: 'PropertyValue', name: 'Organisation', value: 'works.example' }],
    affiliation: { type: 'Organization', name: 'works.example' },
  });
  const { host } = north.house.addresses;
  await until('the book has it', async () => (await memberOf('bob'))?.chosen !== undefined);
  expect(await memberOf('bob')).toMatchObject({ organisation: host, chosen: { organisation: 'works.example' } });
  await days(north, 29);
  expect((await memberOf('bob'))?.organisation).toBe(host);
  await days(north, 2);
  await until('it counts', async () => (await memberOf('bob'))?.organisation === 'works.example');
  expect(await textOf('carol', '/communities/guild')).toContain('Visible to members at 2 organisations');
  expect(await textOf('carol', '/communities/guild/record')).toContain('belongs to works.example');
});

it('two who belong to it say that carol does; one is not enough, and neither is who does not belong to it', async () => {
  await showByLetter('alice');
  expect((await as('carol').submit(`${HERE}/ask`, { domain: 'works.example' })).status).toBe(303);
  const said = { person: iri('carol'), organisation: 'works.example' };
  expect(await textOf('dan', HERE)).not.toContain('carol');
  for (const name of ['dan', 'carol']) await as(name).submit(`${HERE}/vouch`, said);
  expect(await textOf('bob', HERE)).toContain('carol belongs to works.example');
  await as('bob').submit(`${HERE}/vouch`, said);
  await as('bob').submit(`${HERE}/vouch`, said);
  expect(await organisations('carol')).toEqual([]);
  await as('alice').submit(`${HERE}/vouch`, said);
  expect(await organisations('carol')).toEqual(['works.example vouched']);
  // Who said it is forgotten then.
  expect((await north.house.affiliations.of(iri('carol'))).asked).toBeUndefined();
});

it('a page of the domain that leads back to her shows it; one at which anybody has a page does not', async () => {
  const verifiedAt = new Date();
  const fields = ['https://people.council.example/dan', 'https://dan.github.io/'].map((value) => ({
    name: 'Page',
    value,
    verifiedAt,
  }));
  await north.database.db.collection<{ _id: string }>('actors').updateOne({ _id: iri('dan') }, { $set: { fields } });
  const page = await textOf('dan', HERE);
  expect(page).toContain('people.council.example , by a page of its domain');
  expect(page).not.toContain('github.io , by');
});

it('carol shows it no longer: she counts for her server again, after the same time, and nothing is written twice', async () => {
  await as('carol').submit(`${HERE}/show`, { organisation: 'works.example' });
  await until('the book has it', async () => (await memberOf('carol'))?.chosen !== undefined);
  await as('carol').submit(`${HERE}/hide`, {});
  await until('the book has it', async () => (await memberOf('carol'))?.chosen === undefined);
  const person = await north.house.people.byIri(iri('carol'));
  if (person === null) throw new Error('carol is gone');
  const { seq } = (await north.house.states.load(guild)) ?? {};
  await recordAffiliation(north.house, person, guild);
  expect((await north.house.states.load(guild))?.seq).toBe(seq);
  expect(await organisations('carol')).toEqual(['works.example vouched']);
  await as('carol').submit(`${HERE}/drop`, { organisation: 'works.example' });
  expect(await organisations('carol')).toEqual([]);
});

it('who founds a community counts for what she has shown from the time on that her charter asks', async () => {
  const forge = (await community(north, iri('bob'), 'forge')).iri;
  await north.settle();
  const member = (await north.house.states.load(forge))?.members.get(iri('bob'));
  expect(member).toMatchObject({ organisation: north.house.addresses.host, chosen: { organisation: 'works.example' } });
  // Who joins with it counts for it at once: she waits as every new member does.
  const crew = (await community(north, iri('carol'), 'crew')).iri;
  must(await north.actions.joinCommunity({ person: iri('bob'), community: crew }));
  const joined = (await north.house.states.load(crew))?.members.get(iri('bob'));
  expect(joined).toMatchObject({ organisation: 'works.example', host: north.house.addresses.host });
});
