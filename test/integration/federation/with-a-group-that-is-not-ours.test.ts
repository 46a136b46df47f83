import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { account, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

/** The choir is a Group on a server built on Fedify, which passes on what its followers send it (FEP-1b12). */
let elsewhere: FedifyPeer;
let north: RunningServer;
let ana: PersonIri;
let choir: CommunityIri;

const kept = (iri: string) => north.house.posts.byIri(iri as PostIri);
const carolSees = async (iri: string) => (await elsewhere.timeline('carol')).find(({ id }) => id === iri);
/** Everything that the other server refused, could not verify or stumbled over: nothing of ours should be there. */
const complaints = async () => {
  const { refused, unverified, inboxErrors, outboxErrors } = await elsewhere.health();
  return [...refused, ...unverified, ...inboxErrors, ...outboxErrors];
};

beforeAll(async () => {
  [north, elsewhere] = await Promise.all([
    runServer('north.localhost'),
    startFedifyPeer({ users: ['carol'], groups: ['choir'] }),
  ]);
  ana = await account(north, 'ana');
  choir = elsewhere.actorIri('choir') as CommunityIri;
  await elsewhere.follow('carol', choir);
});

afterAll(async () => {
  await elsewhere?.stop();
  await north?.stop();
});

describe('ana, here, and a group on a server built on Fedify', () => {
  it('finds the group by its handle, joins, and is accepted', async () => {
    const browser = new Visitor(north);
    expect((await browser.signIn('ana', 'a long enough password')).status).toBe(303);
    expect((await browser.submit('/communities/lookup', { address: elsewhere.handle('choir') })).status).toBe(303);
    must(await north.actions.joinCommunity({ person: ana, community: choir }));
    await until('she is accepted', async () => (await north.house.follows.get(ana, choir))?.state === 'accepted');
    expect(await elsewhere.followers('choir')).toContain(ana);
  });

  it('her post, edit and deletion reach carol through the group', async () => {
    const post = must(
      await north.actions.publishPost({ author: ana, community: choir, title: 'Songs', text: 'Which one first?' }),
    );
    const seen = await until('carol sees it', () => carolSees(post.iri));
    expect(seen).toMatchObject({ type: 'Note', author: ana, announcedBy: [choir], mentions: [choir] });
    expect(seen.content).toContain('Which one first?');

    must(await north.actions.editPost({ post: post.iri, by: ana, text: 'Which one last?' }));
    const received = async (type: string) => (await elsewhere.inbox('choir')).some((one) => one.type === type);
    await until('the edit is verified there', () => received('Update'));
    expect((await elsewhere.lookup('carol', post.iri)).document).toMatchObject({
      content: expect.stringContaining('last?'),
    });
    must(await north.actions.deletePost({ post: post.iri, by: ana }));
    await until('the deletion is verified there', () => received('Delete'));
    await expect(elsewhere.lookup('carol', post.iri)).rejects.toThrow('cannot be fetched');
  });

  it('carol’s post, edit and deletion reach ana through the group, and ana answers', async () => {
    const { note } = await elsewhere.note('carol', { content: 'Tenor wanted', mention: choir });
    expect(await until('it is kept here', () => kept(note))).toMatchObject({
      community: choir,
      author: elsewhere.actorIri('carol'),
      home: 'elsewhere',
    });
    const reply = must(
      await north.actions.publishPost({ author: ana, community: choir, inReplyTo: note as PostIri, text: 'I sing.' }),
    );
    expect(await until('carol sees the answer', () => carolSees(reply.iri))).toMatchObject({ inReplyTo: note });

    await elsewhere.edit('carol', note, 'Two tenors wanted');
    await until('the edit is here', async () => (await kept(note))?.html.includes('Two tenors'));
    await elsewhere.delete('carol', note);
    await until('the deletion is here', async () => (await kept(note))?.deletedAt);
  });

  it('she votes in the group’s poll, and is counted', async () => {
    const { note } = await elsewhere.question('choir', { content: 'Bach?', options: ['Yes', 'No'], minutes: 60 });
    await until('the poll is here', async () => (await kept(note))?.poll);
    must(await north.actions.voteElsewhere({ question: note as PostIri, voter: ana, choice: 'Yes' }));
    await until('it is counted', async () => {
      const { document } = await elsewhere.lookup('carol', note);
      return document.votersCount === 1;
    });
  });

  it('leaves, and the group has one follower less', async () => {
    must(await north.actions.leaveCommunity({ person: ana, community: choir }));
    await until('she is gone', async () => !(await elsewhere.followers('choir')).includes(ana));
  });

  it('nothing of ours was refused there, or could not be read', async () => {
    expect(await complaints()).toEqual([]);
  });
});
