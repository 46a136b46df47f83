import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
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

describe('a long thread', () => {
  let first: PostIri;
  const replies: PostIri[] = [];
  const at = (iri: PostIri) => `/communities/guild/threads/${postKey(iri)}`;
  const keysOn = (text: string) => [...text.matchAll(/<article class="post" id="p-([\w-]+)"/g)].map(([, key]) => key);

  beforeAll(async () => {
    const write = async (by: string, text: string, inReplyTo?: PostIri) => {
      const about = inReplyTo === undefined ? { title: 'What we learnt this year' } : { inReplyTo };
      const draft = { author: person(by), community: guild, text, ...about };
      return must(await north.actions.publishPost(draft)).iri;
    };
    first = await write('carol', 'Write yours below.');
    for (let number = 1; number <= 41; number += 1) replies.push(await write('dave', `Lesson ${number}.`, first));
  });

  it('stands on pages of twenty replies, and says so', async () => {
    const one = await bob.get(at(first));
    expect(keysOn(one.text)).toEqual([first, ...replies.slice(0, 20)].map(postKey));
    expect(one.text).toContain('Page 1 of 3.');
    expect(one.text).toContain(`<a rel="next" href="${at(first)}?page=2">Later replies</a>`);
    expect(one.text).not.toContain('Earlier replies');
    const three = await bob.get(`${at(first)}?page=3`);
    expect(keysOn(three.text)).toEqual([replies[40] as PostIri].map(postKey));
    expect(three.text).toContain(`<a href="${at(first)}">To the post that opened it</a>`);
    expect(three.text).not.toContain('Later replies');
    for (const page of ['99', '-1', 'x']) expect((await bob.get(`${at(first)}?page=${page}`)).status).toBe(200);
  });

  it('leads to the page of each reply, by its own address and by the link to answer it', async () => {
    const [second, last] = [replies[20] as PostIri, replies[40] as PostIri];
    expect((await bob.get(at(second))).headers.location).toBe(`${at(first)}?page=2#p-${postKey(second)}`);
    const { text } = await bob.get(`${at(first)}?page=3`);
    expect(text).toContain(`href="?page=3&amp;to=${postKey(last)}#reply"`);
    const answering = await bob.get(`${at(first)}?page=3&to=${postKey(last)}`);
    expect(answering.text).toContain('Reply to dave');
    // A link from elsewhere does not know the page.
    expect(keysOn((await bob.get(`${at(first)}?to=${postKey(last)}`)).text)).toContain(postKey(last));
  });

  it('leads who answers or likes to where that stands', async () => {
    const liked = await bob.submit(`${at(replies[30] as PostIri)}/gesture`, { gesture: 'like' });
    expect(liked.headers.location).toBe(`${at(first)}?page=2#p-${postKey(replies[30] as PostIri)}`);
    expect((await bob.get(`${at(first)}?page=2`)).text).toContain('One person likes this.');
    const answered = await bob.submit('/communities/guild/posts', { inReplyTo: postKey(first), text: 'And mine.' });
    expect(answered.headers.location).toMatch(/\?page=3#p-/);
  });
});
