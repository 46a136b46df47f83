import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { hostOf } from '../../../server/governance/servers.ts';
import { adoptChange, days } from '../../support/adopted-rule.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let far: RemoteOrigin;
let near: RemoteOrigin;
let mia: RemoteActor;
let noa: RemoteActor;
let guild: CommunityIri;
/** Another community of the same server, which decides for itself. */
let forge: CommunityIri;
let members: PersonIri[];

beforeAll(async () => {
  const keys = await spareKeys();
  [north, far, near] = await Promise.all([
    runServer('north.localhost'),
    startRemoteOrigin('far'),
    startRemoteOrigin('near'),
  ]);
  members = await Promise.all(['alice', 'bob', 'cem', 'dora', 'eli'].map((name) => account(north, name)));
  guild = (await community(north, members[0] as PersonIri, 'guild')).iri;
  forge = (await community(north, members[0] as PersonIri, 'forge')).iri;
  for (const person of members) must(await north.actions.joinCommunity({ person, community: guild }));
  [mia, noa] = [await far.actor('mia', { keys }), await near.actor('noa', { keys })];
  for (const one of [mia, noa]) await send(one, activity('Follow', one, guild));
  await days(north, 31);
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close(), near?.close()]);
});

const outcomeOf = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;

async function send(by: RemoteActor, what: { readonly id: string }): Promise<string | undefined> {
  expect((await post(north.house.addresses.sharedInbox, by, what)).status).toBe(202);
  await until('it is carried out', async () => (await outcomeOf(what.id)) !== undefined);
  await north.settle();
  return outcomeOf(what.id);
}

async function writes(by: RemoteActor, text: string) {
  const wrote = note(by, guild, text);
  const outcome = await send(by, activity('Create', by, wrote));
  return { outcome, iri: wrote.id as PostIri };
}

type Level = 'suspend' | 'limit' | 'reject-media' | 'none';
const decideIn = (where: CommunityIri, who: readonly PersonIri[], level: Level) =>
  adoptChange(north, where, who, { kind: 'limit-server', server: hostOf(mia.iri), level });
const decide = (level: Level) => decideIn(guild, [...members, noa.iri as PersonIri], level);
const follow = async (who: RemoteActor) => (await north.house.follows.get(who.iri as PersonIri, guild))?.state;
const page = async () => (await new Visitor(north).get('/communities/guild')).text;
const arrived = (home: RemoteOrigin) => home.arrivals.filter(({ method }) => method === 'POST').length;

describe('a server that the members suspend', () => {
  it('is not let in, and nothing is sent there; others notice nothing', async () => {
    expect((await writes(mia, 'Before it')).outcome).toBe('done: kept');
    const before = (await north.house.states.load(guild))?.members.get(mia.iri as PersonIri);
    await decide('suspend');
    expect([await follow(mia), await follow(noa)]).toEqual(['severed', 'accepted']);

    expect((await new Visitor(north).get('/communities/guild/record')).text).toContain('is suspended');

    const post = await writes(mia, 'After it');
    expect(post.outcome).toBe('refused: server-suspended');
    expect(await north.house.posts.byIri(post.iri)).toBeNull();
    const stranger = await far.actor('stranger');
    expect(await send(stranger, activity('Follow', stranger, guild))).toBe('refused: server-suspended');
    const liked = must(
      await north.actions.publishPost({ author: members[0] as PersonIri, community: guild, text: 'Hi' }),
    );
    expect(await send(mia, activity('Like', mia, liked.iri))).toContain('ignored');

    const sent = [arrived(far), arrived(near)];
    must(await north.actions.publishPost({ author: members[1] as PersonIri, community: guild, text: 'Among us' }));
    await north.settle();
    await until('near has it', () => arrived(near) > (sent[1] ?? 0));
    expect(arrived(far)).toBe(sent[0]);

    await decide('none');
    expect(await follow(mia)).toBe('accepted');
    expect((await north.house.states.load(guild))?.members.get(mia.iri as PersonIri)).toEqual(before);
    expect((await writes(mia, 'Back again')).outcome).toBe('done: kept');
  });

  it('is not even asked for anything, when no community here lets it in', async () => {
    await decide('suspend');
    await decideIn(forge, members.slice(0, 1), 'suspend');
    const other = await far.actor('other');
    const asked = far.gets();
    const answer = await post(north.house.addresses.sharedInbox, other, activity('Follow', other, guild));
    expect(answer.status).toBe(401);
    expect(far.gets()).toBe(asked);
    await decide('none');
    await decideIn(forge, members.slice(0, 1), 'none');
  });

  it('loses its members for good after 90 days', async () => {
    await decide('suspend');
    await days(north, 91);
    expect(await follow(mia)).toBe('ended');
    await decide('none');
    expect(await follow(mia)).toBe('ended');
    expect((await writes(mia, 'Am I still here?')).outcome).toBe('refused: not-a-member');
    await send(mia, activity('Follow', mia, guild));
    expect((await writes(mia, 'Now I am')).outcome).toBe('done: kept');
  });
});

describe('a server that the members limit', () => {
  it('is heard by members only, also where it changes what it wrote before', async () => {
    const earlier = await writes(mia, 'Said to everybody');
    expect((await north.house.posts.byIri(earlier.iri))?.audience).toBe('public');
    await decide('limit');
    await send(mia, activity('Update', mia, note(mia, guild, 'Said to everybody, changed', { id: earlier.iri })));
    expect((await north.house.posts.byIri(earlier.iri))?.audience).toBe('members');
    const { outcome, iri } = await writes(mia, 'Only for members');
    expect(outcome).toBe('done: kept');
    expect((await north.house.posts.byIri(iri))?.audience).toBe('members');
    expect(await page()).not.toContain('Only for members');
    const bob = new Visitor(north);
    await bob.signIn('bob', 'a long enough password');
    expect((await bob.get('/communities/guild')).text).toContain('Only for members');
    const outbox = await north.house.activities.outbox(guild, { limit: 50 });
    expect(outbox.some(({ body }) => body.includes(iri))).toBe(false);
    const passedOn = await until('noa gets it', () =>
      near.delivered(noa).find((one) => JSON.stringify(one).includes(iri)),
    );
    expect(JSON.stringify([passedOn.to, passedOn.cc])).not.toContain('Public');
    const edited = note(mia, guild, 'Still only for members', { id: iri });
    await send(mia, activity('Update', mia, edited));
    const after = await north.house.posts.byIri(iri);
    expect([after?.html.includes('Still only'), after?.audience]).toEqual([true, 'members']);
    await decide('none');
  });
});

describe('a server whose pictures the members do not want', () => {
  it('is read without them', async () => {
    await decide('reject-media');
    const attachment = [{ type: 'Document', mediaType: 'image/png', url: `${far.origin}/a.png`, name: 'A picture' }];
    const wrote = note(mia, guild, 'With a picture', { attachment });
    await send(mia, activity('Create', mia, wrote));
    const kept = await north.house.posts.byIri(wrote.id as PostIri);
    expect(kept?.html).toContain('With a picture');
    expect(kept?.details?.attachments).toBeUndefined();
    // Nor does an edit bring them back.
    const edit = activity('Update', mia, { ...wrote, content: 'With a picture after all' });
    await send(mia, edit);
    const edited = await north.house.posts.byIri(wrote.id as PostIri);
    expect(edited?.html).toContain('after all');
    expect(edited?.details?.attachments).toBeUndefined();
    await decide('none');
    const again = note(mia, guild, 'With another', { attachment });
    await send(mia, activity('Create', mia, again));
    expect((await north.house.posts.byIri(again.id as PostIri))?.details?.attachments).toHaveLength(1);
  });
});

describe('the form by which a member proposes it', () => {
  it('says whom it would cut off before it is submitted', async () => {
    const bob = new Visitor(north);
    await bob.signIn('bob', 'a long enough password');
    const draft = await bob.get('/communities/guild/propose/draft?change=limit-server');
    expect(draft.status).toBe(200);
    const asked = { change: 'limit-server', title: 'No more of it', reasons: 'Spam.', server: hostOf(mia.iri) };
    const preview = await bob.submit('/communities/guild/proposals', { ...asked, level: 'suspend', step: 'preview' });
    expect(preview.text).toContain('It would cut off 1 member of this community');
    const wrong = await bob.submit('/communities/guild/proposals', { ...asked, level: 'nonsense', step: 'preview' });
    expect(wrong.status).toBe(422);
  });
});
