import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceCommunity } from '../../../server/actions/advance/index.ts';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { postKey } from '../../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri, ProposalId, RuleId } from '../../../server/community/ids.ts';
import type { RuleDraft } from '../../../server/governance/rules/rule.ts';
import { adoptRule, days } from '../../support/adopted-rule.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { account, community, LINKS_RULE, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

const OFFERS = 'Offers: https://a.example https://b.example https://c.example';
const R1 = 'R-1' as RuleId;
const OLD_TOO: RuleDraft = {
  ...LINKS_RULE,
  title: 'No walls of links',
  when: { gte: ['post.links', 3] },
  existing: 'hide',
  fixtures: { match: [{ 'post.links': 3 }], noMatch: [{ 'post.links': 2 }] },
};

let north: RunningServer;
let far: RemoteOrigin;
let carol: RemoteActor;
let guild: CommunityIri;
let people: readonly PersonIri[];
let dora: PersonIri;
/** Posted before there was a rule. */
const old: Record<'dora' | 'mended' | 'gone' | 'carol', PostIri> = {
  dora: '',
  mended: '',
  gone: '',
  carol: '',
} as never;

const visitor = async (name: string): Promise<Visitor> => {
  const one = new Visitor(north);
  await one.signIn(name, 'a long enough password');
  return one;
};
const stateOf = async () => {
  const state = await north.house.states.load(guild);
  if (state === null) throw new Error('the guild has no record');
  return state;
};
const write = async (author: PersonIri, text: string): Promise<PostIri> =>
  must(await north.actions.publishPost({ author, community: guild, text })).iri;
const standing = async (iri: PostIri) => (await north.house.posts.byIri(iri))?.standing;
const sentToCarol = (...parts: readonly string[]) =>
  far.delivered(carol).filter((one) => parts.every((part) => JSON.stringify(one).includes(part)));
const events = async (kind: string) =>
  (await north.house.record.page(guild, null, 200)).filter(({ event }) => event.kind === kind);

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const here: PersonIri[] = [];
  for (const name of ['alice', 'bob', 'cem', 'dora']) here.push(await account(north, name));
  dora = here[3] as PersonIri;
  guild = (await community(north, here[0] as PersonIri, 'guild')).iri;
  for (const person of here) must(await north.actions.joinCommunity({ person, community: guild }));
  carol = await far.actor('carol');
  await post(north.house.addresses.sharedInbox, carol, activity('Follow', carol, guild));
  await until('carol belongs to the guild', async () => (await stateOf()).members.has(carol.iri as PersonIri));
  for (const name of ['dora', 'mended', 'gone'] as const) old[name] = await write(dora, `${OFFERS} ${name}`);
  await write(dora, 'Hello.');
  const hers = note(carol, guild, `<p>${OFFERS}</p>`);
  await post(north.house.addresses.sharedInbox, carol, activity('Create', carol, hers));
  old.carol = hers.id as PostIri;
  await until('carol’s post is there', async () => (await standing(old.carol)) !== undefined);
  await north.settle();
  people = [...here, carol.iri as PersonIri];
}, 120_000);

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

describe('a rule that is also about what exists', () => {
  it('says before the vote how many posts it would hide', async () => {
    await days(north, 31);
    const form = {
      change: 'adopt-rule',
      title: OLD_TOO.title,
      text: 'No walls of links, old or new.',
      reasons: 'Adverts.',
      'when-1-fact': 'post.links',
      'when-1-test': 'gte',
      'when-1-value': '3',
      effect: 'hold',
      holdHours: '24',
      existing: 'hide',
      step: 'preview',
    };
    const page = await (await visitor('alice')).submit('/communities/guild/proposals', form);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Of what exists already it would hide 4 posts by one or two authors');
    expect(page.text).toContain('Such posts that exist already are hidden too, seven days after');
    expect(page.text).not.toContain('no rule reaches back');
    const label = await (await visitor('alice')).submit('/communities/guild/proposals', {
      ...{ ...form, effect: 'label', label: 'Links' },
    });
    expect([label.status, label.text]).toEqual([422, expect.stringContaining('only a rule that holds or hides')]);
  });

  it('tells each author, here and elsewhere, once, with the date, as soon as it is in force', async () => {
    await adoptRule(north, guild, people, OLD_TOO);
    const state = await stateOf();
    expect(state.existing.get('R-1 v1')).toMatchObject({ stage: 'hiding', announced: 4 });
    const told = (await (await visitor('dora')).get('/notices')).text;
    expect(told).toContain('3 posts of yours in The guild will be hidden on');
    expect(told.split('will be hidden on')).toHaveLength(2);
    const [letter, ...more] = await until('carol is told', () => {
      const found = sentToCarol('will be hidden on');
      return found.length > 0 && found;
    });
    expect(JSON.stringify(letter)).toContain('A post of yours');
    expect(more).toEqual([]);
    expect(await standing(old.dora)).toEqual({ state: 'visible' });
    const book = (await new Visitor(north).get('/communities/guild/record')).text;
    expect(book).toContain('is also about what was posted before it: 4 posts will be hidden on');
    const rules = (await new Visitor(north).get('/communities/guild/rules')).text;
    expect(rules).toContain('4 posts from before it will be hidden on');
  });

  it('hides nothing before the seven days are over', async () => {
    await days(north, 6);
    expect(await standing(old.dora)).toEqual({ state: 'visible' });
    expect(await events('existing-hidden')).toEqual([]);
  });

  it('then hides what still is so, by one entry, however many workers there are, and sanctions nobody', async () => {
    must(await north.actions.editPost({ post: old.mended, by: dora, text: 'No more links.' }));
    must(await north.actions.deletePost({ post: old.gone, by: dora }));
    await north.settle();
    north.clock.forward(26);
    await Promise.all([1, 2, 3].map(() => advanceCommunity(north.house, guild)));
    await north.settle();
    const [entry, ...more] = await events('existing-hidden');
    expect(more).toEqual([]);
    if (entry?.event.kind !== 'existing-hidden') throw new Error('nothing was hidden');
    expect(entry.event.posts.map(({ post: iri }) => iri)).toEqual([old.dora, old.carol]);
    expect(entry.event.posts[0]?.facts).toContain('3 links');
    for (const iri of [old.dora, old.carol])
      expect(await standing(iri)).toMatchObject({ state: 'held', existing: true });
    expect(await standing(old.mended)).toEqual({ state: 'visible' });
    const state = await stateOf();
    expect([state.sanctions.size, state.cases.size]).toEqual([0, 0]);
    const book = (await new Visitor(north).get('/communities/guild/record')).text;
    expect(book).toContain('2 posts from before');
    const seen = (await (await visitor('bob')).get('/communities/guild')).text;
    expect(seen).not.toContain('c.example');
  });

  it('tells them why, with a way to have a person look at it, and other servers to take it out', async () => {
    const told = (await (await visitor('dora')).get('/notices')).text;
    expect(told).toContain('is hidden, because the members have decided');
    expect(told).toContain('No sanction follows');
    expect(told).toContain(`/held/${postKey(old.dora)}`);
    const own = (await (await visitor('dora')).get('/communities/guild')).text;
    expect(own).toContain('which the members made for older posts too');
    await until('carol’s server is told', () => sentToCarol('Delete', old.dora).length > 0);
    const letter = await until('carol is told why', () => sentToCarol('is hidden, because the members')[0]);
    const link = /appeals\/[A-Za-z0-9._~-]+/.exec(JSON.stringify(letter))?.[0];
    const page = await new Visitor(north).get(`/${link}`);
    expect(page.status).toBe(200);
    const asked = await new Visitor(north).submit(`/${link}`, { words: 'These are our own pages.' });
    expect(asked.status).toBeLessThan(400);
    expect((await stateOf()).holdAppeals.get(old.carol)?.words).toBe('These are our own pages.');
  });

  it('is proved by the record, which can be verified and does not change by being looked at again', async () => {
    const before = (await events('existing-hidden')).length;
    await days(north, 5);
    expect((await events('existing-hidden')).length).toBe(before);
    expect((await verifyCommunity(north.house, guild)).faults).toEqual([]);
  });

  it('shows them again when members repeal the rule', async () => {
    const { event } = must(
      await north.actions.submitProposal({
        ...{ community: guild, by: people[0] as PersonIri, title: 'Links again', reasons: 'Enough.' },
        change: { kind: 'repeal-rule', id: R1 },
      }),
    );
    const { proposal } = event as unknown as { readonly proposal: ProposalId };
    for (const by of people.slice(1)) await north.actions.secondProposal({ community: guild, proposal, by });
    await days(north, 5);
    await days(north, 2);
    for (const voter of people)
      must(await north.actions.castBallot({ community: guild, proposal, voter, choice: 'yes', via: 'web' }));
    await days(north, 7);
    await days(north, 3);
    expect((await stateOf()).holds.size).toBe(0);
    for (const iri of [old.dora, old.carol]) expect(await standing(iri)).toEqual({ state: 'visible' });
    expect((await (await visitor('dora')).get('/notices')).text).toContain('is shown again');
    await until('it comes back at carol’s', () => sentToCarol('Undo', old.dora).length > 0);
    expect((await new Visitor(north).get('/communities/guild/record')).text).toContain('2 posts from before');
  });
});
