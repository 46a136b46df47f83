import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

/**
 * Mastodon, GoToSocial and snac read a community's plain boost, and an Update or Delete of the author's, but no Announce
 * of an activity: what they show must not differ from what is here. Carol follows the guild, and nobody in it.
 */
let elsewhere: FedifyPeer;
let north: RunningServer;
let ana: PersonIri;
let guild: CommunityIri;
let carol: PersonIri;

const sees = async (iri: string) => (await elsewhere.timeline('carol')).find(({ id }) => id === iri);
const byAna = async (text: string) => must(await north.actions.publishPost({ author: ana, community: guild, text }));

beforeAll(async () => {
  [north, elsewhere] = await Promise.all([runServer('north.localhost'), startFedifyPeer({ users: ['carol'] })]);
  ana = await account(north, 'ana');
  guild = (await community(north, ana, 'guild')).iri;
  carol = elsewhere.actorIri('carol') as PersonIri;
  await elsewhere.follow('carol', guild);
  await until('carol is a member', async () => (await north.house.states.load(guild))?.members.has(carol));
});

afterAll(async () => {
  await elsewhere?.stop();
  await north?.stop();
});

describe('what ana writes here, on a server that knows no groups', () => {
  it('shows her edit, and is gone when she deletes it', async () => {
    const { iri } = await byAna('At five.');
    await until('carol has it', () => sees(iri));
    must(await north.actions.editPost({ post: iri, by: ana, text: 'At six.' }));
    await until('carol has the edit', async () => (await sees(iri))?.content.includes('At six.'));
    must(await north.actions.deletePost({ post: iri, by: ana }));
    await until('carol has it no more', async () => (await sees(iri)) === undefined);
  });

  it('so it is with her answer to a post', async () => {
    const { note } = await elsewhere.note('carol', { content: 'When?', mention: guild });
    await until('it is here', () => north.house.posts.byIri(note as PostIri));
    const reply = { author: ana, community: guild, inReplyTo: note as PostIri, text: 'At seven.' };
    const { iri } = must(await north.actions.publishPost(reply));
    await until('carol has it', () => sees(iri));
    must(await north.actions.editPost({ post: iri, by: ana, text: 'At eight.' }));
    await until('carol has the edit', async () => (await sees(iri))?.content.includes('At eight.'));
    must(await north.actions.deletePost({ post: iri, by: ana }));
    await until('carol has it no more', async () => (await sees(iri)) === undefined);
  });
});
