import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';

describe('two servers that are not ours, on Fedify', () => {
  let east: FedifyPeer;
  let west: FedifyPeer;
  const dave = () => west.actorIri('dave');
  const carol = () => east.actorIri('carol');

  beforeAll(async () => {
    [east, west] = await Promise.all([
      startFedifyPeer({ host: 'east.localhost', users: ['carol'] }),
      startFedifyPeer({ host: 'west.localhost', users: ['dave', 'erin'], signatures: 'rfc9421' }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([east?.stop(), west?.stop()]);
  });

  it('follow each other, once each has accepted', async () => {
    await east.follow('carol', west.handle('dave'));
    await west.follow('dave', carol());
    const accepted = async (peer: FedifyPeer, user: string) =>
      (await peer.following(user)).some(({ state }) => state === 'accepted');
    await east.until(() => accepted(east, 'carol'), "dave's Accept");
    await west.until(() => accepted(west, 'dave'), "carol's Accept");
    expect(await east.followers('carol')).toEqual([dave()]);
    expect(await west.followers('dave')).toEqual([carol()]);
  });

  it('carry a note, its edit and a like', async () => {
    const { note } = await east.note('carol', { content: 'Good morning <all>' });
    const seen = await west.until(async () => (await west.timeline('dave')).find(({ id }) => id === note), 'the note');
    expect(seen).toMatchObject({ author: carol(), content: '<p>Good morning &lt;all&gt;</p>', via: ['create'] });
    expect(await west.timeline('erin')).toEqual([]);

    await east.edit('carol', note, 'Good evening');
    const edited = async () => (await west.timeline('dave')).find(({ content }) => content === '<p>Good evening</p>');
    expect((await west.until(edited, 'the edit')).updated).not.toBeNull();

    await west.like('dave', note);
    const liked = async () => (await east.inbox('carol')).find(({ type }) => type === 'Like');
    expect(await east.until(liked, 'the like')).toMatchObject({
      from: dave(),
      recipient: 'carol',
      activity: { object: note },
    });

    await east.delete('carol', note);
    await west.until(async () => (await west.timeline('dave')).length === 0, 'the note to go');
    await expect(west.lookup('dave', note)).rejects.toThrow('cannot be fetched');
  });

  it('count a vote once, and tell the new tally', async () => {
    const { note: question } = await east.question('carol', { content: 'Tea?', options: ['Yes', 'No'], minutes: 5 });
    const poll = async () => (await west.polls('dave')).find(({ id }) => id === question);
    expect(await west.until(poll, 'the poll')).toMatchObject({ multiple: false, closed: null, votersCount: 0 });

    await expect(west.vote('dave', question, ['Perhaps'])).rejects.toThrow('is no option');
    await west.vote('dave', question, ['Yes']);
    await west.vote('dave', question, ['No']);
    await west.until(async () => (await poll())?.votersCount === 1, 'the tally');
    const votes = async () => (await east.inbox('carol')).filter(({ type }) => type === 'Create').length === 2;
    await east.until(votes, 'the second vote');
    expect((await west.lookup('dave', question)).document).toMatchObject({
      votersCount: 1,
      oneOf: [
        { name: 'Yes', replies: { totalItems: 1 } },
        { name: 'No', replies: { totalItems: 0 } },
      ],
    });
    expect(await east.timeline('carol')).toEqual([]);
  });

  it('keep a direct message between the two, and show a boost to followers only', async () => {
    const { note: secret } = await west.note('dave', { content: 'Just for you', to: [carol()] });
    await east.until(async () => (await east.messages('carol')).some(({ id }) => id === secret), 'the message');
    await expect(west.lookup('erin', secret)).rejects.toThrow('cannot be fetched');
    expect((await east.lookup('carol', secret)).type).toBe('Note');

    const { note } = await west.note('erin', { content: 'Nobody follows me yet' });
    const { activity } = await west.announce('dave', note);
    const boosted = await east.until(
      async () => (await east.timeline('carol')).find(({ id }) => id === note),
      'the boost',
    );
    expect(boosted).toMatchObject({ author: west.actorIri('erin'), via: ['announce'], announcedBy: [dave()] });
    expect((await east.lookup('carol', activity)).type).toBe('Announce');
  });

  it("take a Group's Announce of a whole Create, but only from whom they follow", async () => {
    const { note, activity } = await west.note('erin', { content: 'To the group', mention: west.handle('dave') });
    const create = (await west.lookup('erin', activity)).document;
    const relay = (by: string) =>
      west.send(by, carol(), { type: 'Announce', object: { id: create.id, type: 'Create', object: create.object } });
    await relay('erin');
    const ignored = async () => (await east.health()).ignored.find(({ why }) => why.includes('follows the announcer'));
    await east.until(ignored, 'the Announce to be ignored');
    expect((await east.timeline('carol')).some(({ id }) => id === note)).toBe(false);

    await relay('dave');
    const relayed = async () => (await east.timeline('carol')).find(({ id }) => id === note);
    expect(await east.until(relayed, 'the relayed post')).toMatchObject({
      via: ['announce-create'],
      mentions: [dave()],
    });

    await east.unfollow('carol', dave());
    await west.until(async () => (await west.followers('dave')).length === 0, 'the Undo of the Follow');
  });

  it('refuse what nobody signed, and what the signer did not do', async () => {
    const inbox = `${east.control.replace('/control', '')}/users/carol/inbox`;
    const body = JSON.stringify({
      '@context': 'https://www.w3.org/ns/activitystreams',
      id: `${dave()}#likes/0`,
      type: 'Like',
      actor: dave(),
      object: carol(),
    });
    const headers = { 'content-type': 'application/activity+json' };
    expect((await fetch(inbox, { method: 'POST', headers, body })).status).toBe(401);

    await west.send('erin', carol(), { type: 'Like', id: `${dave()}#likes/1`, actor: dave(), object: carol() });
    const refused = async () => (await east.health()).refused.filter(({ status }) => status === 401).length >= 3;
    await east.until(refused, 'the refusal of both kinds of signature');
    expect((await east.inbox('carol')).filter(({ activity }) => activity.object === carol())).toHaveLength(1);
    expect((await east.health()).inboxErrors).toEqual([]);
  });
});
