import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri, ProposalId } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { account, community, LINKS_RULE, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

let north: RunningServer;
let guild: CommunityIri;
/** For members only. */
let quarter: CommunityIri;
let bob: Visitor;
const people = new Map<string, PersonIri>();
const person = (name: string): PersonIri => people.get(name) ?? ('' as PersonIri);
const stranger = (): Visitor => new Visitor(north);
const P1 = 'P-1' as ProposalId;
const PAGE = '/communities/guild/proposals/P-1';

beforeAll(async () => {
  north = await runServer('north.localhost');
  const ana = await account(north, 'ana');
  people.set('ana', ana);
  guild = (await community(north, ana, 'guild')).iri;
  const closed = { founder: ana, name: 'quarter', title: 'The quarter', purpose: 'Ours.', membersOnly: true };
  quarter = must(await north.actions.foundCommunity(closed)).iri;
  must(await north.actions.joinCommunity({ person: ana, community: quarter }));
  for (const name of ['bob', 'carol', 'dave', 'erin']) {
    people.set(name, await account(north, name));
    must(await north.actions.joinCommunity({ person: person(name), community: guild }));
  }
  await days(north, 31);
  const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
  must(
    await north.actions.submitProposal({
      community: guild,
      by: ana,
      title: LINKS_RULE.title,
      reasons: 'Adverts.',
      change,
    }),
  );
  await north.settle();
  for (const by of ['bob', 'carol', 'dave']) {
    await north.actions.secondProposal({ community: guild, proposal: P1, by: person(by) });
  }
  await north.settle();
  bob = new Visitor(north);
  await bob.signIn('bob', 'a long enough password');
});
afterAll(() => north?.stop());

/** Somebody of an organisation elsewhere who likes or dislikes a reply: what her server would have sent. */
async function fromLinia(name: string, post: PostIri, kind: 'like' | 'dislike'): Promise<void> {
  const actor = `https://linia.example/${name}` as PersonIri;
  const activity = `${actor}/gestures/${name}`;
  await north.house.reactions.add({ actor, post, kind, activity, at: new Date(0) });
}

describe('what people of different organisations agree on', () => {
  let reply: PostIri;

  it('is not told before anybody has said what they like', async () => {
    const inReplyTo = north.house.addresses.discussion('guild', P1);
    const text = 'The examples should be part of the text.';
    reply = must(await north.actions.publishPost({ author: person('ana'), community: guild, inReplyTo, text })).iri;
    await north.settle();
    expect((await stranger().get(PAGE)).text).toContain('Not enough people of different organisations');
  });

  it('bridges nothing within one organisation, and counts nobody who is no member', async () => {
    for (const name of ['bob', 'carol', 'dave', 'ana']) {
      must(await north.actions.likePost({ post: reply, by: person(name), kind: 'like' }));
    }
    must(await north.actions.likePost({ post: reply, by: person('erin'), kind: 'dislike' }));
    await fromLinia('nobody-here', reply, 'dislike');
    await north.settle();
    // One organisation alone has nothing to bridge: who is no member counts for none.
    expect((await stranger().get(PAGE)).text).toContain('Not enough people of different organisations');
  });

  it('reads likes and dislikes of many posts at once', async () => {
    const all = await north.house.reactions.stances([reply, 'https://north.localhost/posts/none' as PostIri]);
    expect(all.filter(({ kind }) => kind === 'like')).toHaveLength(4);
    expect(all.filter(({ kind }) => kind === 'dislike')).toHaveLength(2);
    expect(await north.house.reactions.stances([])).toEqual([]);
  });
});

describe('the page of decisions', () => {
  it('says what waits for bob, until it does not wait any more', async () => {
    expect((await bob.get('/decisions')).text).toContain('Nothing waits for you.');
    await days(north, 5);
    await days(north, 2);
    bob = new Visitor(north);
    await bob.signIn('bob', 'a long enough password');
    const waiting = (await bob.get('/decisions')).text;
    expect(waiting).toContain('Waiting for you');
    expect(waiting).toContain('Your vote is open until');
    expect((await stranger().get('/decisions')).text).not.toContain('Waiting for you');
    must(
      await north.actions.castBallot({
        community: guild,
        proposal: P1,
        voter: person('bob'),
        choice: 'yes',
        via: 'web',
      }),
    );
    expect((await bob.get('/decisions')).text).toContain('Nothing waits for you.');
  });

  it('tells a visitor nothing of what is for members only', async () => {
    const quiet = { community: quarter, by: person('ana'), title: 'A quiet matter', reasons: 'Ours.' };
    must(await north.actions.submitProposal({ ...quiet, change: { kind: 'adopt-rule', rule: LINKS_RULE } }));
    const ana = new Visitor(north);
    await ana.signIn('ana', 'a long enough password');
    expect((await ana.get('/decisions')).text).toContain('A quiet matter');
    expect((await stranger().get('/decisions')).text).not.toContain('A quiet matter');
  });
});

describe('the open book and the figures', () => {
  it('narrows the book down to entries of one kind', async () => {
    const members = await stranger().get('/communities/guild/record?only=members');
    expect(members.text).toContain('joined');
    expect(members.text).not.toContain('>P-1<');
    const juries = await stranger().get('/communities/guild/record?only=juries');
    expect(juries.text).toContain('Nothing of this kind stands in the book yet.');
    expect((await stranger().get('/communities/guild/record?only=nonsense')).text).toContain('>P-1<');
  });

  it('has figures for everybody, even before there are any', async () => {
    const page = await stranger().get('/communities/guild/figures');
    expect([page.status, page.text.includes('Nothing has been reported yet.')]).toEqual([200, true]);
  });
});
