import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { EmergencyId, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { activity, note, post as send, voteNote } from '../../support/attacker.ts';
import { must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { operatorCommand } from '../../support/server-process.ts';
import { beginStory, expectOrder, joinFromAfar, type Story } from '../../support/whole-story.ts';

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn'] as const;
const home = '/communities/guild';
const path = `${home}/emergencies`;

let story: Story;
let south: RemoteOrigin;
let west: RemoteOrigin;
let gil: RemoteActor & { readonly person: PersonIri };
let wim: typeof gil;
const posts: PostIri[] = [];

/** Ana founded the guild and made ben and cleo moderators, and gil of the south; wim is of the west. */
beforeAll(async () => {
  [story, south, west] = await Promise.all([beginStory(NAMES), startRemoteOrigin('south'), startRemoteOrigin('west')]);
  gil = await joinFromAfar(story, south, 'gil');
  for (const member of ['@ben', '@cleo']) {
    await story.sends('ana', `${home}/roles/appoint`, { role: 'moderator', member });
  }
  wim = await joinFromAfar(story, west, 'wim');
  await days(story.server, 31);
  for (const text of ['Here is where the mayor lives: …', 'And here is her number: …', 'Come and see!']) {
    const author = story.person('emil');
    posts.push(must(await story.server.actions.publishPost({ author, community: story.guild, text })).iri);
  }
  await story.server.settle();
});
afterAll(async () => {
  await Promise.all([story?.server.stop(), south?.close(), west?.close()]);
});

const threadOf = (post: PostIri | undefined) => `${home}/threads/${postKey(post as PostIri)}`;
const emergency = async (id: string) => (await story.state()).emergencies.get(id as EmergencyId);
const declare = (by: string, what: Readonly<Record<string, string>>) =>
  story.sends(by, path, { harm: 'exposure', facts: 'It tells where the mayor lives.', ...what });
const hours = async (count: number) => {
  story.server.clock.forward(count);
  await story.server.settle();
};

describe('a post that does harm', () => {
  it('is hidden at once by a moderator, from its own page’s address, and by nobody else', async () => {
    const address = `${story.server.origin}${threadOf(posts[0])}`;
    expect(await story.sees('dora', path)).not.toContain('Act at once');
    expect(await declare('dora', { posts: address, do: 'hide-post' })).toContain('Only a moderator can do this.');
    expect(await declare('ben', { posts: `${address}x`, do: 'hide-post' })).toContain('is no post of this community');
    expect(await declare('ben', { posts: address, do: '' })).toContain('Choose what to do.');
    expect(await declare('ben', { posts: address, do: 'hide-post', harm: 'rudeness' })).toContain(
      'harms that are listed',
    );
    expect(await declare('ben', { posts: address, do: 'hide-post' })).toContain(
      'A second moderator has to confirm it.',
    );
    expect((await (await story.as('dora')).get(threadOf(posts[0]))).status).toBe(404);
    expect(await story.sees('emil', threadOf(posts[0]))).toContain('Here is where the mayor lives');
    const told = await story.sees('emil', '/notices');
    for (const part of ['A post of yours is hidden', 'private details of somebody', 'No program decided this']) {
      expect(told).toContain(part);
    }
  });

  it('stays hidden when another moderator confirms it, until its time; then it is shown again by itself', async () => {
    await story.sends('ben', `${path}/E-1/confirm`);
    expect((await emergency('E-1'))?.confirmed).toBeUndefined();
    expect(await story.sees('cleo', path)).toContain('Confirm it');
    expect(await story.sends('cleo', `${path}/E-1/confirm`)).toContain('You confirmed it.');
    await hours(49);
    expect((await (await story.as('dora')).get(threadOf(posts[0]))).status).toBe(404);
    await hours(24);
    expect(await story.sees('dora', threadOf(posts[0]))).toContain('Here is where the mayor lives');
    expect((await emergency('E-1'))?.ended?.how).toBe('time-over');
    const address = `${story.server.origin}${threadOf(posts[0])}`;
    expect(await declare('cleo', { posts: address, do: 'hide-post' })).toContain('never used twice');
  });
});

describe('somebody who goes on', () => {
  const publishes = (text: string) => story.sends('emil', `${home}/posts`, { text });

  it('is muted, and can write again after a day that nobody confirmed it in', async () => {
    await declare('cleo', { posts: posts[1] ?? '', do: 'mute' });
    expect(await publishes('Still here.')).toContain('moderators have muted you');
    await hours(25);
    expect((await emergency('E-2'))?.ended?.how).toBe('not-confirmed');
    await publishes('Here again.');
    expect(await story.sees('dora', home)).toContain('Here again.');
    expect(await story.sees('dora', home)).not.toContain('Still here.');
  });

  it('can write again as soon as a moderator lifts it', async () => {
    await declare('cleo', { posts: posts[2] ?? '', do: 'mute' });
    expect(await story.sends('ben', `${path}/E-3/lift`)).toContain('It is lifted.');
    await publishes('And again.');
    expect(await story.sees('dora', home)).toContain('And again.');
  });
});

describe('a server that floods', () => {
  const says = async (content: string) => {
    const said = note(wim, story.guild, `<p>${content}</p>`);
    west.publish(said);
    const answer = await send(
      story.server.house.addresses.sharedInbox,
      wim,
      activity('Create', wim, said, { to: said.to }),
    );
    await story.server.settle();
    return { said, status: answer.status };
  };

  it('is blocked at once; nothing from there is let in', async () => {
    must(
      await story.server.actions.actAsFounder({
        community: story.guild,
        by: story.person('ana'),
        ask: { kind: 'appoint', role: 'moderator', member: gil.person },
      }),
    );
    const { said } = await says('Buy! Buy! Buy!');
    expect(await story.sees('dora', home)).toContain('Buy! Buy! Buy!');
    expect(await declare('ben', { posts: said.id, do: 'block-server', harm: 'flood' })).toContain('It is done');
    await says('More of it.');
    expect(await story.sees('dora', home)).not.toContain('More of it.');
  });

  it('stays so when a moderator of another organisation confirms it, and the members are asked', async () => {
    await story.sends('cleo', `${path}/E-4/confirm`);
    expect((await emergency('E-4'))?.confirmed).toBeUndefined();
    must(
      await story.server.actions.confirmEmergency({
        community: story.guild,
        emergency: 'E-4' as EmergencyId,
        by: gil.person,
      }),
    );
    await story.server.settle();
    const vote = [...(await story.state()).proposals.values()].at(-1);
    expect([vote?.title, vote?.phase.state]).toEqual([`Suspend ${west.host}?`, 'discussion']);
    expect(await story.sees('dora', path)).toContain(`The members are asked in`);
  });

  it('lets its members vote, also from there, and also about itself', async () => {
    await days(story.server, 1);
    await days(story.server, 2);
    const vote = [...(await story.state()).proposals.values()].at(-1);
    expect([vote?.phase.state, vote?.pinned?.rollSize]).toEqual(['voting', 8]);
    const choice = activity('Create', wim, voteNote(wim, vote?.question ?? '', story.guild, 'No'));
    await send(story.server.house.addresses.sharedInbox, wim, choice);
    await story.server.settle();
    for (const name of NAMES) await story.sends(name, `${home}/proposals/${vote?.id}/ballot`, { choice: 'no' });
    await days(story.server, 7);
    const decided = (await story.state()).proposals.get(vote?.id as never);
    expect(decided?.outcome?.tally).toMatchObject({ no: 7 });
  });

  it('is let in again when the members say no', async () => {
    expect((await emergency('E-4'))?.ended?.how).toBe('decided');
    await says('Peace?');
    expect(await story.sees('dora', home)).toContain('Peace?');
  });
});

it('leaves everything in order, as the operator’s command says too', async () => {
  await expectOrder(story);
  const { code, output } = await operatorCommand(story.server.env, 'record', 'verify', 'guild');
  expect([code, output]).toEqual([0, expect.stringContaining('guild')]);
});
