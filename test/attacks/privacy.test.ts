import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import type { PersonIri } from '../../server/community/ids.ts';
import { postIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';
import { DAY, openVote, reach } from '../support/voting-stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let honest: RemoteOrigin;
let vic: RemoteActor;

beforeAll(async () => {
  [stage, honest] = await Promise.all([Stage.open(), startRemoteOrigin('vic')]);
  vic = await honest.actor('vic');
  await stage.join(vic);
});
afterAll(async () => {
  await Promise.all([stage, honest].map((one) => one?.close()));
});

const JSON_LD = { Accept: 'application/activity+json' };
const anonymous = () => new Visitor(stage.server);

it('nobody reads an inbox (PRI-06)', async () => {
  const bob = await stage.visitor('bob');
  for (const visitor of [anonymous(), bob]) {
    for (const path of [
      '/inbox',
      '/inbox?page=true',
      '/actors/bob/inbox',
      '/actors/bob/inbox?page=true',
      '/actors/guild/inbox',
      '/actors/nobody/inbox',
    ]) {
      for (const headers of [JSON_LD, {}]) {
        const answer = await visitor.get(path, headers);
        expect([401, 403, 404, 405]).toContain(answer.status);
      }
    }
  }
});

it('who follows is counted, never named', async () => {
  for (const path of [
    '/actors/guild/followers',
    '/actors/guild/followers?page=true',
    '/actors/guild/following',
    '/actors/guild/followers?page=1',
  ]) {
    expect((await anonymous().get(path, JSON_LD)).text).not.toContain(vic.iri);
  }
});

describe('a direct message (PRI-01)', () => {
  it('of the community’s to vic is served to nobody, and looks like nothing at all', async () => {
    const stranger = await honest.actor('stranger');
    await post(stage.sharedInbox, stranger, activity('Create', stranger, note(stranger, stage.guild, 'May I?')));
    const [message] = await until('the stranger is told', () => {
      const told = honest.delivered(stranger).filter(({ type }) => type === 'Create');
      return told.length > 0 && told;
    });
    const { id, object } = message as { id: string; object: { id: string } };
    const nothing = await anonymous().get(`/posts/${unique('nothing')}`, JSON_LD);
    for (const address of [id, object.id]) {
      expect(address.startsWith(stage.origin)).toBe(true);
      const answer = await anonymous().get(new URL(address).pathname, JSON_LD);
      expect(answer.status).toBe(404);
      expect(answer.text).toBe(nothing.text);
    }
    const outbox = await outboxPages();
    expect(outbox).not.toContain(id);
    expect(outbox).not.toContain(object.id);
  });

  it('of vic’s to bob is shown to bob alone', async () => {
    const words = unique('between-vic-and-bob');
    const direct = { ...note(vic, stage.guild, words), to: [stage.person('bob')] };
    await post(stage.inboxOf('bob'), vic, activity('Create', vic, direct, { to: [stage.person('bob')] }));
    await stage.quiet();
    const [bob, carol] = await Promise.all([stage.visitor('bob'), stage.visitor('carol')]);
    expect((await bob.get('/notices')).text).toContain(words);
    const thread = `/communities/guild/threads/${postKey(postIri(direct.id))}`;
    for (const visitor of [anonymous(), carol]) {
      for (const path of [
        '/notices',
        '/',
        '/communities/guild',
        thread,
        '/people/bob',
        `/people/vic@${honest.host}`,
        '/communities/guild/record',
      ]) {
        expect((await visitor.get(path)).text).not.toContain(words);
      }
    }
    expect(await outboxPages()).not.toContain(words);
    expect(JSON.stringify(honest.arrivals)).not.toContain(words);
  });

  it('to bob and the community at once is not passed on', async () => {
    const words = unique('to-few');
    const direct = { ...note(vic, stage.guild, words), to: [stage.person('bob'), stage.guild], cc: [] };
    await post(stage.sharedInbox, vic, activity('Create', vic, direct));
    await stage.quiet();
    expect((await anonymous().get('/communities/guild')).text).not.toContain(words);
    expect(await outboxPages()).not.toContain(words);
  });

  it('for followers only is not passed on', async () => {
    const words = unique('followers-only');
    const few = { ...note(vic, stage.guild, words), to: [`${vic.iri}/followers`], cc: [stage.guild] };
    await post(stage.sharedInbox, vic, activity('Create', vic, few));
    await stage.quiet();
    expect((await anonymous().get('/communities/guild')).text).not.toContain(words);
    expect(await outboxPages()).not.toContain(words);
  });
});

/** Everything that the guild's outbox tells. */
async function outboxPages(): Promise<string> {
  const all = JSON.parse((await anonymous().get('/actors/guild/outbox', JSON_LD)).text) as { first?: unknown };
  const first =
    typeof all.first === 'string' ? (await anonymous().get(all.first.slice(stage.origin.length), JSON_LD)).text : '';
  return JSON.stringify(all) + first;
}

describe('a post that is held', () => {
  let held: string;
  let words: string;

  beforeAll(async () => {
    const elders = [stage.person('bob'), stage.person('carol'), vic.iri as PersonIri];
    await stage.forward(31 * DAY);
    const { proposal } = await openVote(stage, 'Links by newcomers', elders);
    for (const voter of [stage.person('alice'), ...elders]) {
      await stage.actions.castBallot({ community: stage.guild, proposal, voter, choice: 'yes', via: 'web' });
    }
    await stage.forward(7 * DAY + 1);
    await reach(stage, proposal, 'timelock');
    await stage.forward(3 * DAY + 1);
    await reach(stage, proposal, 'in-force');
    await stage.settle('newt');
    words = unique('held');
    const newt = await stage.visitor('newt');
    const links = ['1', '2', '3', '4'].map((name) => `https://example.org/${name}`).join(' ');
    await newt.submit('/communities/guild/posts', { title: words, text: `${words} ${links}` });
    await stage.quiet();
    const found = await stage.db.collection('posts').findOne({ title: words });
    expect(found).toMatchObject({ standing: { state: 'held' } });
    held = String(found?._id);
  });

  it('is served to nobody, passed on to nobody, and shown to its author alone', async () => {
    const carol = await stage.visitor('carol');
    const thread = `/communities/guild/threads/${postKey(postIri(held))}`;
    const create = (await stage.house.posts.byIri(postIri(held)))?.activity ?? '';
    for (const path of [new URL(held).pathname, new URL(create).pathname]) {
      expect((await anonymous().get(path, JSON_LD)).status).toBe(404);
    }
    for (const visitor of [anonymous(), carol]) {
      expect((await visitor.get(thread)).status).toBe(404);
      for (const path of ['/', '/communities/guild', '/people/newt', '/communities/guild/record']) {
        expect((await visitor.get(path)).text).not.toContain(words);
      }
    }
    expect(await outboxPages()).not.toContain(words);
    expect(JSON.stringify(honest.arrivals)).not.toContain(words);
    const newt = await stage.visitor('newt');
    expect((await newt.get(thread)).text).toContain(words);
  });

  it('cannot be brought out by a like, a boost, an answer or an Announce', async () => {
    await post(stage.sharedInbox, vic, activity('Like', vic, held));
    await post(stage.sharedInbox, vic, activity('Announce', vic, held));
    await post(
      stage.sharedInbox,
      vic,
      activity('Create', vic, note(vic, stage.guild, 'An answer', { inReplyTo: held })),
    );
    await stage.quiet();
    expect((await anonymous().get(new URL(held).pathname, JSON_LD)).status).toBe(404);
    expect(await outboxPages()).not.toContain(words);
  });
});
