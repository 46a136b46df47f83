import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';

describe('two servers that are not ours, on Fedify, beyond posts and likes', () => {
  let east: FedifyPeer;
  let west: FedifyPeer;
  const dave = () => west.actorIri('dave');
  const carol = () => east.actorIri('carol');
  const choir = () => west.actorIri('choir');

  beforeAll(async () => {
    [east, west] = await Promise.all([
      startFedifyPeer({ host: 'east.localhost', users: ['carol', 'cara'] }),
      startFedifyPeer({ host: 'west.localhost', users: ['dave'], groups: ['choir'] }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([east?.stop(), west?.stop()]);
  });

  it('carry a dislike, an emoji and a boost, each gone when it is undone', async () => {
    const { note } = await east.note('carol', { content: 'Well?', mention: dave() });
    const said = [
      await west.dislike('dave', note),
      await west.react('dave', note, '🦜'),
      await west.announce('dave', note),
    ];
    const types = async () => (await east.reactions('carol')).map(({ type }) => type).sort();
    await east.until(async () => (await types()).length === 3, 'all three');
    expect(await types()).toEqual(['Announce', 'Dislike', 'EmojiReact']);
    expect(await east.reactions('carol')).toContainEqual(expect.objectContaining({ content: '🦜', from: dave() }));
    for (const { activity } of said) await west.undo('dave', activity);
    await east.until(async () => (await types()).length === 0, 'all three to go');
  });

  it('carry a report and a block', async () => {
    const { note } = await east.note('carol', { content: 'Rude', mention: dave() });
    await west.flag('dave', { account: carol(), posts: [note], content: 'This is rude.' });
    await east.until(async () => (await east.reports()).length === 1, 'the report');
    expect(await east.reports()).toEqual([{ from: dave(), objects: [carol(), note], content: 'This is rude.' }]);

    await west.follow('dave', carol());
    await east.until(async () => (await east.followers('carol')).includes(dave()), 'the Follow');
    const { activity } = await west.block('dave', carol());
    await east.until(async () => (await east.blockedBy('carol')).includes(dave()), 'the Block');
    expect(await east.followers('carol')).toEqual([]);
    await west.undo('dave', activity);
    await east.until(async () => (await east.blockedBy('carol')).length === 0, 'its Undo');
  });

  it('take followers along in a Move, but only to an account that names the old one', async () => {
    await west.follow('dave', carol());
    await east.until(async () => (await east.followers('carol')).includes(dave()), 'the Follow');
    await east.move('carol', east.actorIri('cara'));
    const ignored = async () => (await west.health()).ignored.some(({ why }) => why.includes('does not name the old'));
    await west.until(ignored, 'the Move to be ignored');
    await east.alias('cara', carol());
    await east.move('carol', east.actorIri('cara'));
    await east.until(async () => (await east.followers('cara')).includes(dave()), 'dave to follow cara');
    await east.until(async () => (await east.followers('carol')).length === 0, 'dave to follow carol no more');
  });

  it('have groups, which pass on what their followers send them, and nobody else’s', async () => {
    const { note: early } = await east.note('carol', { content: 'Let me in', mention: choir() });
    const ignored = async () =>
      (await west.health()).ignored.some(({ why }) => why.includes('does not follow the group'));
    await west.until(ignored, 'the stranger to be ignored');
    await east.follow('carol', choir());
    await west.follow('dave', choir());
    await west.until(async () => (await west.followers('choir')).length === 2, 'both to join');
    const { note } = await east.note('carol', { content: 'A song', mention: choir() });
    const seen = async () => (await west.timeline('dave')).find(({ id }) => id === note);
    await west.until(async () => (await seen())?.via.length === 2, 'both forms of it');
    expect(await seen()).toMatchObject({ author: carol(), announcedBy: [choir()] });
    expect((await west.timeline('dave')).some(({ id }) => id === early)).toBe(false);
    expect((await west.health()).inboxErrors).toEqual([]);
  });
});
