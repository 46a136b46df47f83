import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri, RuleId } from '../../../server/community/ids.ts';
import { organisationOf } from '../../../server/community/person.ts';
import type { RuleDraft } from '../../../server/governance/rules/rule.ts';
import { adoptRule, days } from '../../support/adopted-rule.ts';
import { activity, post } from '../../support/attacker.ts';
import { account, community, LINKS_RULE, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

const OFFERS = 'Offers: https://a.example https://b.example https://c.example';
/** What was reported from two organisations waits two days for somebody to look at it; in every community. */
const REPORTED: RuleDraft = {
  ...LINKS_RULE,
  title: 'Reported adverts wait',
  when: { gte: ['post.links', 3] },
  autoWhen: { gte: ['reports.distinctOrgs', 2] },
  effects: [{ do: 'hide', hours: 48 }],
  scope: 'instance',
  fixtures: { match: [{ 'post.links': 3 }], noMatch: [{ 'post.links': 2 }] },
};
const I1 = 'I-1' as RuleId;

let north: RunningServer;
let far: RemoteOrigin;
let carol: RemoteActor;
let guild: CommunityIri;
let choir: CommunityIri;
let alice: PersonIri;
let dora: PersonIri;
let hosts: { readonly here: string; readonly far: string };

const visitor = async (name: string): Promise<Visitor> => {
  const one = new Visitor(north);
  await one.signIn(name, 'a long enough password');
  return one;
};
const stateOf = async (iri: CommunityIri) => {
  const state = await north.house.states.load(iri);
  if (state === null) throw new Error(`${iri} has no record`);
  return state;
};
const write = async (author: PersonIri, text: string, into = guild): Promise<PostIri> =>
  must(await north.actions.publishPost({ author, community: into, text })).iri;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const people: PersonIri[] = [];
  for (const name of ['alice', 'bob', 'cem', 'dora']) people.push(await account(north, name));
  [alice, , , dora] = people as [PersonIri, PersonIri, PersonIri, PersonIri];
  guild = (await community(north, alice, 'guild')).iri;
  north.clock.forward(1);
  choir = (await community(north, alice, 'choir')).iri;
  for (const person of people) must(await north.actions.joinCommunity({ person, community: guild }));
  for (const person of people) must(await north.actions.joinCommunity({ person, community: choir }));
  carol = await far.actor('carol');
  await post(north.house.addresses.sharedInbox, carol, activity('Follow', carol, guild));
  await until('carol belongs to the guild', async () => (await stateOf(guild)).members.has(carol.iri as PersonIri));
  await adoptRule(north, guild, [...people, carol.iri as PersonIri], REPORTED);
  const known = await north.house.people.byIri(carol.iri as PersonIri);
  if (known === null) throw new Error('carol is not known');
  hosts = { here: north.house.addresses.host, far: organisationOf(known) };
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

describe('a rule of the whole server', () => {
  it('is in the record and on the page of the other community too, from its own entry on', async () => {
    const [rule] = (await stateOf(choir)).rules.get(I1) ?? [];
    expect(rule).toMatchObject({ title: REPORTED.title, scope: 'instance', version: 1 });
    const entries = await north.house.record.page(choir, null, 50);
    const entry = entries.find(({ event }) => event.kind === 'instance-rule-in-force');
    expect(entry?.head.at).toEqual(rule?.activeFrom);
    const source = await north.house.record.page(guild, null, 100);
    if (entry?.event.kind !== 'instance-rule-in-force') throw new Error('it is not in the record');
    const { asOf } = entry.event;
    expect(source.find(({ head }) => head.seq === asOf.seq)?.hash).toBe(asOf.hash);
    const page = (await new Visitor(north).get('/communities/choir/rules')).text;
    expect(page).toContain('Rules of the whole server');
    expect(page).toContain('decided in The guild');
    expect((await new Visitor(north).get('/communities/choir/record')).text).toContain(
      'of the whole server is in force here',
    );
  });

  it('comes into a community that is founded later, and is proposed in the home community alone', async () => {
    const later = (await community(north, dora, 'later')).iri;
    await north.settle();
    expect((await stateOf(later)).rules.has(I1)).toBe(true);
    const asked = { community: choir, by: alice, title: 'For all', reasons: 'Because.' };
    const refused = await north.actions.submitProposal({
      ...asked,
      change: { kind: 'adopt-rule', rule: { ...LINKS_RULE, scope: 'instance' } },
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { text: expect.stringContaining('home community, The guild') },
    });
  });
});

describe('a post that is reported', () => {
  const reported = async (iri: PostIri, from: string) => {
    await north.actions.report({
      activity: `https://${from}/flags/${Math.random()}`,
      sender: `https://${from}/actor`,
      from,
      about: [iri],
      text: 'Advert',
    });
    const came = await north.actions.reconsiderPost(iri);
    await north.settle();
    return came;
  };
  const arrived = (iri: PostIri, what: string) =>
    far.delivered(carol).some((one) => JSON.stringify(one).includes(iri) && JSON.stringify(one).includes(`"${what}"`));

  it('is hidden once two organisations with members here say so, taken back elsewhere, and shown again by itself', async () => {
    const iri = await write(dora, OFFERS);
    await north.settle();
    await until('carol has it', () => arrived(iri, 'Create'));
    expect(await reported(iri, hosts.far)).toBe('nothing');
    expect(await reported(iri, hosts.far)).toBe('nothing');
    for (const farm of ['one.example', 'two.example']) expect(await reported(iri, farm)).toBe('nothing');
    expect(await reported(iri, hosts.here)).toBe('hidden');
    expect((await north.house.posts.byIri(iri))?.standing.state).toBe('held');
    expect((await (await visitor('bob')).get('/communities/guild')).text).not.toContain('a.example');
    await until('carol’s server is told to take it out', () => arrived(iri, 'Delete'));
    const told = (await (await visitor('dora')).get('/notices')).text;
    expect(told).toContain('is hidden, because it was reported');
    expect(told).toContain('reported from 2 organisations');
    expect(await reported(iri, hosts.here)).toBe('nothing');
    await days(north, 2);
    expect((await north.house.posts.byIri(iri))?.standing.state).toBe('visible');
    await until('it comes back at carol’s', () => arrived(iri, 'Undo'));
    expect(await reported(iri, hosts.far)).toBe('nothing');
  });

  it('is left alone where the rule is not about it', async () => {
    const iri = await write(dora, 'Hello.');
    expect(await reported(iri, hosts.far)).toBe('nothing');
    expect(await reported(iri, hosts.here)).toBe('nothing');
  });
});

describe('before a vote', () => {
  const rule = {
    change: 'adopt-rule',
    title: 'Many links wait',
    text: 'Posts with many links are looked at first.',
    reasons: 'Adverts.',
    'when-1-fact': 'post.links',
    'when-1-test': 'gt',
    'when-1-value': '2',
    effect: 'hold',
    holdHours: '24',
  };

  it('members see what the rule would have done, with examples; others do not', async () => {
    for (const name of ['bob', 'cem']) {
      await write(north.house.addresses.person(name), `Look, ${name} found ${OFFERS}`);
    }
    const page = await (await visitor('alice')).submit('/communities/guild/proposals', { ...rule, step: 'preview' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('What it would have done');
    expect(page.text).toContain('It would have been about 3 posts, by 3 authors.');
    expect(page.text).toContain('Held: 3 posts.');
    expect(page.text).toContain('Look, bob found');
    expect(page.text).toContain('Posts in each week');
    const submitted = await (await visitor('alice')).submit('/communities/guild/proposals', {
      ...rule,
      step: 'submit',
    });
    const path = String(submitted.headers.location);
    expect((await (await visitor('bob')).get(path)).text).toContain('It would have been about 3 posts');
    expect((await new Visitor(north).get(path)).text).not.toContain('What it would have done');
  });

  it('says what cannot be known afterwards, also of a rule as the machine reads it', async () => {
    const json = JSON.stringify({
      when: { gt: ['post.links', 2] },
      autoWhen: REPORTED.autoWhen,
      effects: REPORTED.effects,
    });
    const page = await (await visitor('alice')).submit('/communities/guild/proposals', {
      ...rule,
      effect: '',
      json,
      step: 'preview',
    });
    expect(page.status).toBe(200);
    expect(page.text).toContain('from where reports came at the time');
    expect(page.text).toContain(
      'are hidden for up to 48 hours, once it is so that they were reported from at least 2 organisations',
    );
    const broken = await (await visitor('alice')).submit('/communities/guild/proposals', {
      ...rule,
      json: '{',
      step: 'preview',
    });
    expect([broken.status, broken.text]).toEqual([422, expect.stringContaining('This is no JSON object')]);
  });
});
