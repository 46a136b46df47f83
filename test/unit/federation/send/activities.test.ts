import { Accept, Activity, Announce, Create, Follow, Note, Tombstone, type Undo } from '@fedify/fedify/vocab';
import { describe, expect, it } from '@jest/globals';
import { announceActivity, announceObject } from '../../../../federation/send/activities/announce.ts';
import { createActivity } from '../../../../federation/send/activities/create.ts';
import { deleteActivity } from '../../../../federation/send/activities/delete.ts';
import { directMessage } from '../../../../federation/send/activities/direct-message.ts';
import {
  acceptFollow,
  followActivity,
  rejectFollow,
  undoFollow,
} from '../../../../federation/send/activities/follow.ts';
import { undoActivity } from '../../../../federation/send/activities/undo.ts';
import { updateActivity } from '../../../../federation/send/activities/update.ts';
import { voteActivity } from '../../../../federation/send/activities/vote.ts';
import { OBJECT_CONTEXT } from '../../../../federation/vocabulary/contexts.ts';
import { PUBLIC } from '../../../../federation/vocabulary/names.ts';
import { createAddresses } from '../../../../server/community/addresses.ts';
import { activityIri, personIri, postIri } from '../../../../server/community/ids.ts';

const addresses = createAddresses('https://north.example');
const guild = addresses.community('guild');
const alice = addresses.person('alice');
const bob = personIri('https://south.example/u/bob');
const published = new Date('2026-11-23T12:00:00Z');

const note = {
  '@context': OBJECT_CONTEXT,
  id: addresses.post('1'),
  type: 'Note',
  attributedTo: alice,
  content: '<p>Hello</p>',
  published: published.toISOString(),
  to: [PUBLIC],
  cc: [addresses.followers(alice), guild],
  audience: guild,
};
const follow = {
  follower: bob,
  target: guild,
  activity: activityIri('https://south.example/follows/1'),
  at: published,
};

/** Fedify reads it as a server elsewhere would, from the bundled contexts alone. */
const asFedifyReads = (document: object) => Activity.fromJsonLd(JSON.parse(JSON.stringify(document)));

describe('joining', () => {
  const asked = { ...follow, follower: alice, target: bob, activity: addresses.activity('follow', alice, bob) };

  it('alice asks bob; the id is the follow’s own', async () => {
    const document = followActivity(asked);
    expect(document).toMatchObject({ id: asked.activity, actor: alice, object: bob, to: [bob] });
    expect(await asFedifyReads(document)).toBeInstanceOf(Follow);
  });

  it('the guild takes bob in, with his whole Follow', async () => {
    const document = acceptFollow({ addresses, follow });
    expect(document).toMatchObject({ type: 'Accept', actor: guild, to: [bob] });
    expect(document.object).toEqual({ id: follow.activity, type: 'Follow', actor: bob, object: guild, to: [guild] });
    expect(await asFedifyReads(document)).toBeInstanceOf(Accept);
  });

  it('is answered by the same activity each time, but by another when bob comes back', () => {
    const again = { ...follow, at: new Date('2026-12-01T00:00:00Z') };
    expect(acceptFollow({ addresses, follow })).toEqual(acceptFollow({ addresses, follow }));
    expect(acceptFollow({ addresses, follow: again }).id).not.toBe(acceptFollow({ addresses, follow }).id);
    expect(rejectFollow({ addresses, follow }).id).not.toBe(acceptFollow({ addresses, follow }).id);
  });

  it('alice leaves: the Follow is undone towards the same actor', async () => {
    const document = undoFollow({ addresses, follow: asked });
    expect(document).toMatchObject({ type: 'Undo', actor: alice, to: [bob], object: { id: asked.activity } });
    const read = await asFedifyReads(document);
    expect(await (read as Undo).getObject()).toBeInstanceOf(Follow);
  });
});

describe('a post', () => {
  const create = createActivity({ id: addresses.activity('create', note.id), actor: alice, object: note });

  it('goes out addressed and dated as it is itself, under one context', async () => {
    const { '@context': context, ...inner } = note;
    expect(create).toMatchObject({ '@context': context, to: note.to, cc: note.cc, audience: guild });
    expect(create.published).toBe(note.published);
    expect(create.object).toEqual(inner);
    const read = (await asFedifyReads(create)) as Create;
    expect(read).toBeInstanceOf(Create);
    expect(await read.getObject()).toBeInstanceOf(Note);
  });

  it('each edition is an update of its own, the same edition the same update', () => {
    const update = (edition: string) => updateActivity({ addresses, actor: alice, object: note, edition }).id;
    expect(update('1')).toBe(update('1'));
    expect(update('2')).not.toBe(update('1'));
  });

  it('an update says nothing of being edited unless the object does (else Mastodon forgets the votes)', () => {
    const update = updateActivity({ addresses, actor: alice, object: note, edition: '1' });
    expect(JSON.stringify(update)).not.toContain('updated');
  });

  it('is deleted with its Tombstone; only moderation gives a summary', async () => {
    const tombstone = { '@context': PUBLIC, id: note.id, type: 'Tombstone', deleted: published.toISOString() };
    const own = deleteActivity({ addresses, actor: alice, tombstone, to: [PUBLIC], cc: [guild] });
    expect(own).toMatchObject({
      type: 'Delete',
      to: [PUBLIC],
      cc: [guild],
      object: { type: 'Tombstone', id: note.id },
    });
    expect(own).not.toHaveProperty('summary');
    const read = await asFedifyReads(own);
    expect(await read.getObject()).toBeInstanceOf(Tombstone);
    const removed = deleteActivity({ addresses, actor: guild, tombstone, reason: 'rule R-1', to: [PUBLIC] });
    expect(removed.summary).toBe('rule R-1');
  });

  it('is passed on by the guild as a boost of its id', async () => {
    const document = announceObject({ addresses, community: guild, object: note.id, author: alice, published });
    expect(document).toMatchObject({ type: 'Announce', actor: guild, object: note.id, to: [PUBLIC] });
    expect(document.cc).toEqual([addresses.followers(guild), alice]);
    const read = await asFedifyReads(document);
    expect(read).toBeInstanceOf(Announce);
    expect(read.objectId?.href).toBe(note.id);
  });

  it('and as the whole activity, context and all (FEP-1b12), under another id', async () => {
    const document = announceActivity({ addresses, community: guild, announced: create });
    expect(document.object).toEqual(create);
    expect(document.audience).toBe(guild);
    const plain = announceObject({ addresses, community: guild, object: create, author: alice, published });
    expect(document.id).not.toBe(plain.id);
    const read = await asFedifyReads(document);
    expect(await read.getObject()).toBeInstanceOf(Create);
  });

  it('an Announce is never announced again', () => {
    const announced = announceActivity({ addresses, community: guild, announced: create });
    expect(() => announceActivity({ addresses, community: guild, announced })).toThrow('never announced again');
  });

  it('an announcement is taken back towards the same people', () => {
    const undone = announceObject({ addresses, community: guild, object: note.id, author: alice, published });
    const { '@context': _context, ...inner } = undone;
    expect(undoActivity({ addresses, undone })).toMatchObject({
      type: 'Undo',
      to: undone.to,
      cc: undone.cc,
      object: inner,
    });
  });
});

describe('a vote', () => {
  const question = postIri('https://south.example/polls/7');
  const vote = (choice: string) => voteActivity({ addresses, question, author: bob, voter: alice, choice });

  it('names the option, for the question’s author alone, without content or time', async () => {
    const document = vote('Yes');
    expect(document).toMatchObject({ type: 'Create', actor: alice, to: [bob] });
    expect(document).not.toHaveProperty('cc');
    expect(document).not.toHaveProperty('published');
    const expected = { type: 'Note', attributedTo: alice, to: [bob], inReplyTo: question, name: 'Yes' };
    expect(document.object).toEqual({ ...expected, id: `${document.id}#note` });
    const read = (await asFedifyReads(document)) as Create;
    expect((await read.getObject())?.name?.toString()).toBe('Yes');
  });

  it('cast twice is the same vote; another choice is another', () => {
    expect(vote('Yes')).toEqual(vote('Yes'));
    expect(vote('No').id).not.toBe(vote('Yes').id);
  });
});

describe('a direct message', () => {
  const to = { iri: bob, handle: '@bob@south.example' };
  const message = directMessage({
    addresses,
    from: guild,
    to,
    about: ['P-1', 'not-a-member'],
    html: '<p>Not counted.</p>',
    published,
  });

  it('is for bob alone and mentions him', async () => {
    expect(message.to).toEqual([bob]);
    expect(message.object).toMatchObject({ type: 'Note', to: [bob], content: '<p>Not counted.</p>' });
    expect(message.object).toMatchObject({ tag: [{ type: 'Mention', href: bob, name: '@bob@south.example' }] });
    expect(JSON.stringify(message)).not.toContain('"cc"');
    expect(JSON.stringify(message)).not.toContain('#Public');
    expect(await asFedifyReads(message)).toBeInstanceOf(Create);
  });

  it('has a post’s address, the same for the same matter only', () => {
    const about = (...words: string[]) =>
      directMessage({ addresses, from: guild, to, about: words, html: 'x', published }).object;
    expect(message.object).toMatchObject({ id: expect.stringMatching(/^https:\/\/north\.example\/posts\/message-/) });
    expect(about('P-1', 'not-a-member')).toMatchObject({ id: (message.object as { id: string }).id });
    expect(about('P-2', 'not-a-member')).not.toMatchObject({ id: (message.object as { id: string }).id });
  });
});
