import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ALL_SCOPES } from '../../server/accounts/oauth/scopes.ts';
import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { VERBS } from '../../server/governance/participation/acts.ts';
import { ROLES } from '../../server/governance/roles/role.ts';
import { rulesAt } from '../../server/governance/rules/in-force.ts';
import { SCHEMAS } from '../../server/stores/schemas.ts';
import { adoptChange, adoptRule, days } from '../support/adopted-rule.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { account, community, must } from '../support/people.ts';
import { routesOf } from '../support/routes.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { namesIn } from '../support/schema-names.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let north: RunningServer;
let south: RunningServer;
let mail: MailServer;
let alice: PersonIri;
let bob: PersonIri;
let sol: PersonIri;
let guild: CommunityIri;
let forge: CommunityIri;
let atAlices: Visitor;
let atBobs: Visitor;
const stranger = () => new Visitor(north);

/** Alice and bob are in the guild at north, sol has the forge at south; one clock drives both. */
beforeAll(async () => {
  mail = await mailServer();
  north = await runServer('north.localhost', { SMTP_URL: mail.url, MAIL_FROM: 'folkmoot@north.example' });
  const other = await runServer('south.localhost', { TEST_CLOCK: north.clock.file });
  south = { ...other, clock: north.clock };
  [alice, bob, sol] = await Promise.all([account(north, 'alice'), account(north, 'bob'), account(south, 'sol')]);
  guild = (await community(north, alice, 'guild')).iri;
  must(await north.actions.joinCommunity({ person: bob, community: guild }));
  forge = (await community(south, sol, 'forge')).iri;
  [atAlices, atBobs] = [await signedIn(north, 'alice'), await signedIn(north, 'bob')];
  await adoptRule(north, guild, [alice, bob]);
});

afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop(), mail?.stop()]);
});

async function signedIn(server: RunningServer, name: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(name, 'a long enough password');
  return visitor;
}

const textOf = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const accounts = () => north.database.db.collection('actors').countDocuments({ type: 'person', home: 'here' });
/** What would let somebody give others work, or a day for it (`dueAt` is when the server itself does something). */
const ASSIGNING = /assign|enrol|oblig|mandat|compulsor|due(Date|On)$|deadline|mustRead|approv(al|ed)By/i;
const guildState = async () => {
  const state = await north.house.states.load(guild);
  if (state === null) throw new Error('the guild has no record');
  return state;
};

it('row 2: two communities follow each other after both have decided it; nobody’s address can be had', async () => {
  for (const [visitor, other] of [
    [atAlices, forge],
    [await signedIn(south, 'sol'), guild],
  ] as const) {
    expect((await visitor.submit('/communities/lookup', { address: other })).status).toBe(303);
  }
  await adoptChange(north, guild, [alice, bob], { kind: 'link-community', community: forge });
  const state = async () => (await north.house.follows.get(guild, forge))?.state;
  expect(await state()).not.toBe('accepted');
  await adoptChange(south, forge, [sol], { kind: 'link-community', community: guild });
  await until('each follows the other', async () => {
    const back = await north.house.follows.get(forge, guild);
    return (await state()) === 'accepted' && back?.state === 'accepted';
  });
  expect(textOf((await stranger().get('/communities/guild')).text)).toContain('Linked communities The forge');

  const secret = 'bob.the.builder@works.example';
  const proof = { address: secret, password: 'a long enough password', old: 'a long enough password' };
  await atBobs.submit('/you/email', proof);
  await north.house.emailAddresses.want(bob, secret as never);
  await north.house.emailAddresses.confirm(bob, north.house.emailAddresses.keyOf(secret), north.house.clock.now());
  const names = { communities: 'guild', people: 'bob' } as Readonly<Record<string, string>>;
  const paths = routesOf(north).filter(({ method, path }) => method === 'get' && !path.startsWith('/you'));
  for (const { path } of paths) {
    const parts = path.split('/');
    const asked = parts
      .map((part, at) => (part.startsWith(':') ? (names[parts[at - 1] ?? ''] ?? 'x') : part))
      .join('/');
    expect([asked, (await atAlices.get(asked)).text.includes('builder@')]).toEqual([asked, false]);
  }
});

it('row 7: a newcomer founds a community on any subject at once, and nothing knows how to assign or to set a date', async () => {
  await account(north, 'nils');
  const nils = await signedIn(north, 'nils');
  const said = {
    community: 'bread',
    title: 'Bread',
    purpose: 'Baking at the weekend.',
    readers: 'everybody',
    joining: 'open',
  };
  const founded = await nils.submit('/found', said);
  expect([founded.status, founded.headers.location]).toEqual([303, '/communities/bread']);
  expect((await stranger().get('/communities/bread')).text).toContain('Baking at the weekend.');
  // No step in between: the community is hers to run, and it never waited for anybody.
  const { members } = (await north.house.states.load(north.house.addresses.community('bread'))) ?? {};
  expect([...(members?.keys() ?? [])]).toEqual([north.house.addresses.person('nils')]);
  const names = Object.values(SCHEMAS).flatMap((schemas) => schemas.flatMap((schema) => namesIn(schema)));
  expect(names).toEqual(expect.arrayContaining(['inReplyTo', 'purpose']));
  expect(names.filter((name) => ASSIGNING.test(name))).toEqual([]);
});

it('row 15: a new community has the four headings in its charter, and only a decision writes under them', async () => {
  const headings = ['Mindset changes', 'Individual behaviours', 'Organisational structures', 'Technology'];
  const charter = async () => textOf((await stranger().get('/communities/guild/charter')).text);
  for (const heading of headings) expect(await charter()).toContain(heading);
  const writing = { heading: 'structures', text: 'Whoever feels a problem may work on it.' };
  for (const path of ['/communities/guild/charter', '/communities/guild/intent', '/communities/guild']) {
    expect((await atAlices.submit(path, writing)).status).toBe(404);
  }
  expect(await charter()).not.toContain(writing.text);
  const draft = { change: 'state-intent', title: 'Help across', reasons: 'It helps.', ...writing };
  const preview = await atBobs.submit('/communities/guild/proposals', { ...draft, step: 'preview' });
  expect(textOf(preview.text)).toContain('Under “Organisational structures” the charter would say: Whoever feels');
  await adoptChange(north, guild, [alice, bob], { kind: 'state-intent', heading: 'structures', text: writing.text });
  expect(await charter()).toContain(`Organisational structures ${writing.text}`);
});

it('row 27: many at once get invitations, and no account; who is invited comes by herself, or does not', async () => {
  const before = await accounts();
  const page = '/communities/guild/invitations';
  await account(north, 'carol');
  const people = `eve@works.example, @carol@${north.house.addresses.host}\n@nobody@${north.house.addresses.host}`;
  expect((await atAlices.submit(`${page}/many`, { people })).status).toBe(303);
  expect(textOf((await atAlices.get(page)).text)).toContain('2 people invited. Not known here: @nobody@');
  expect(await accounts()).toBe(before + 1);
  expect((await guildState()).members.has(north.house.addresses.person('carol'))).toBe(false);
  const carol = await signedIn(north, 'carol');
  expect(textOf((await carol.get('/notices')).text)).toContain('invites you to The guild');

  // Eve has a letter, and nothing of hers is kept.
  const letter = await until('the letter is sent', () =>
    mail.letters.find(({ to }) => to.includes('eve@works.example')),
  );
  const link = /https?:\/\/\S+\/invited\/\S+/.exec(letter.text)?.[0] ?? '';
  const eve = stranger();
  const landed = new URL(link).pathname;
  const shown = textOf((await eve.get(landed)).text);
  expect(shown).toContain('You are invited to The guild');
  expect(shown).toContain('Visible to members at 1 organisation');
  const opened = await eve.submit(`${landed}/account`, {});
  expect(opened.status).toBe(303);
  const signedUp = await eve.submit(String(opened.headers.location), {
    username: 'eve',
    password: 'a long enough password',
  });
  expect([signedUp.status, signedUp.headers.location]).toEqual([303, landed]);
  expect((await eve.submit(landed, {})).status).toBe(303);
  await until('eve is a member', async () => (await guildState()).members.has(north.house.addresses.person('eve')));
  // It was for one.
  expect((await carol.get(landed)).status).toBe(404);
});

it('an invitation ends: it is taken back by whoever made it, or as many have come as it was for', async () => {
  const page = '/communities/guild/invitations';
  const linkOn = async () => {
    const url = /<code>(\S+\/invited\/\S+)<\/code>/.exec((await atAlices.get(page)).text)?.[1] ?? '';
    return url === '' ? '' : new URL(url).pathname;
  };
  for (const [uses, days_] of [
    ['0', '3'],
    ['101', '3'],
    ['2', '0'],
    ['2', '91'],
    ['x', '3'],
  ] as const) {
    expect((await atAlices.submit(page, { uses, days: days_ })).status).toBe(422);
  }
  expect((await atAlices.submit(page, { uses: '1', days: '2' })).status).toBe(303);
  const once = await linkOn();
  await account(north, 'dan');
  const dan = await signedIn(north, 'dan');
  expect((await dan.submit(once, {})).status).toBe(303);
  expect((await guildState()).members.has(north.house.addresses.person('dan'))).toBe(true);
  expect((await atBobs.get(once)).status).toBe(404);

  expect((await atAlices.submit(page, { uses: '5', days: '2' })).status).toBe(303);
  const [taken, id] = [await linkOn(), /name="id" value="(\w+)"/.exec((await atAlices.get(page)).text)?.[1] ?? ''];
  await atBobs.submit(`${page}/revoke`, { id });
  expect((await stranger().get(taken)).status).toBe(200);
  await atAlices.submit(`${page}/revoke`, { id });
  expect((await stranger().get(taken)).status).toBe(404);
  expect((await stranger().get(`${taken.slice(0, -1)}_`)).status).toBe(404);
});

it('who becomes a member by invitation alone is let in by it, and by nothing else', async () => {
  const asked = {
    founder: alice,
    name: 'vault',
    title: 'The vault',
    purpose: 'Quiet work.',
    admission: 'invitation',
  } as const;
  const vault = must(await north.actions.foundCommunity(asked)).iri;
  must(await north.actions.joinCommunity({ person: alice, community: vault }));
  expect((await north.actions.joinCommunity({ person: bob, community: vault })).ok).toBe(false);
  expect(textOf((await atBobs.get('/communities/vault')).text)).toContain('becomes a member here by invitation');
  const handle = `@bob@${north.house.addresses.host}`;
  must(await north.actions.inviteMany({ community: vault, by: alice, typed: handle }));
  must(await north.actions.joinCommunity({ person: bob, community: vault }));
  const events: string[] = [];
  for await (const entry of north.house.record.after(vault, 0)) events.push(JSON.stringify(entry.event));
  expect(events.some((event) => event.includes('"admittedBy"') && event.includes(bob))).toBe(true);
});

it('row 44: what a community is for, who sees what and what it wants to change come first, also signed out', async () => {
  const page = textOf((await stranger().get('/communities/guild')).text);
  const places = ['To try things.', 'Visible to members at', 'What we set out to change', 'Sign in to join'].map(
    (text) => page.indexOf(text),
  );
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

it('row 47: a member forks a community, by nobody’s leave: charter and rules are copied, and nobody is moved', async () => {
  const before = await guildState();
  expect((await (await signedIn(north, 'nils')).get('/communities/guild/fork')).status).toBe(404);
  const form = await atBobs.get('/communities/guild/fork');
  expect(textOf(form.text)).toContain('One rule goes along.');
  const said = {
    community: 'guild_two',
    title: 'The other guild',
    purpose: 'To go on.',
    readers: 'everybody',
    joining: 'open',
  };
  const forked = await atBobs.submit(
    '/communities/guild/fork',
    { ...said, announce: 'yes' },
    { 'Accept-Language': 'de' },
  );
  expect([forked.status, forked.headers.location]).toEqual([303, '/communities/guild_two']);
  const state = await north.house.states.load(north.house.addresses.community('guild_two'));
  if (state === null) throw new Error('the fork has no record');
  expect(state.charter.parameters).toEqual(before.charter.parameters);
  expect(rulesAt(state.rules, state.at).map(({ title }) => title)).toEqual(
    rulesAt(before.rules, state.at).map(({ title }) => title),
  );
  expect(state.intent).toEqual(before.intent);
  expect([...state.members.keys()]).toEqual([bob]);
  expect((await guildState()).members.size).toBe(before.members.size);
  expect(textOf((await stranger().get('/communities/guild_two')).text)).toContain('It began as a fork of The guild .');
  // Whoever stays is told by an ordinary post, since bob wanted that: in his language, as he would write it.
  expect(textOf((await stranger().get('/communities/guild')).text)).toContain('The other guild geht anderswo weiter');
  const [told] = await north.house.timelines.author(bob, { limit: 1 });
  expect(told?.details?.language).toBe('de');
});

it('row 48: for others’ taking part there is an invitation, and nothing else, whoever somebody is', async () => {
  const paths = routesOf(north).map(({ path }) => path);
  expect(paths).toContain('/communities/:handle/invitations');
  expect(
    paths.filter((path) => /assign|enrol|require|oblige|compulsory|deadline|members\/add|must-read/i.test(path)),
  ).toEqual([]);
  // Nor does any permission: what roles, apps and links let somebody do.
  const permissions = [...ROLES, ...ALL_SCOPES, ...VERBS];
  expect(permissions).toEqual(expect.arrayContaining(['moderator', 'write:statuses', 'vote']));
  expect(permissions.filter((one) => /assign|enrol|oblig|manage|require/i.test(one))).toEqual([]);
  // Nobody brings anybody in: a form that names somebody else brings in whoever sends it, or nobody.
  await account(north, 'ida');
  const ida = north.house.addresses.person('ida');
  await atAlices.submit('/communities/guild/join', { person: ida, member: ida });
  await atAlices.submit('/communities/guild/requests', { person: ida, answer: 'admit' });
  expect((await guildState()).members.has(ida)).toBe(false);
});

it('row 49: what somebody followed before becomes her own asking to follow; there is no chart of who belongs where', async () => {
  const file = `Account address,Show boosts\nalice@${north.house.addresses.host},true\n`;
  const line = 'a-line-in-no-file';
  const part = (name: string, value: string, more = '') =>
    `--${line}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
  const body = `${part('kind', 'follows')}${part('mode', 'merge')}${part('file', file, '; filename="f.csv"')}--${line}--\r\n`;
  const sent = await atBobs.submit('/you/import', Buffer.from(body), {
    'Content-Type': `multipart/form-data; boundary=${line}`,
  });
  expect(sent.status).toBe(303);
  expect((await atBobs.submit(`${String(sent.headers.location)}/start`, {})).status).toBe(303);
  await until('bob follows alice', async () => (await north.house.follows.get(bob, alice)) !== null);
  expect(
    routesOf(north).filter(({ path }) => /chart|hierarchy|reports-to|manager/i.test(path) && !path.includes('charter')),
  ).toEqual([]);
  await days(north, 1);
});
