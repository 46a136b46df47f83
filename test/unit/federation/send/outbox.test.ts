import { describe, expect, it } from '@jest/globals';
import { createActivity } from '../../../../federation/send/activities/create.ts';
import { createOutbox, type Recipients } from '../../../../federation/send/outbox.ts';
import { createAddresses } from '../../../../server/community/addresses.ts';
import type { Community } from '../../../../server/community/community.ts';
import { communityIri, type PersonIri, personIri } from '../../../../server/community/ids.ts';
import type { Person } from '../../../../server/community/person.ts';
import { memoryQueue } from '../../../support/memory-queue.ts';

const addresses = createAddresses('https://north.example');
const guild = addresses.community('guild');
const alice = addresses.person('alice');
const now = new Date('2026-11-23T12:00:00Z');
const SOUTH = 'https://south.example/inbox';

function elsewhere(name: string, more: Partial<Person> = {}): Person {
  const iri = personIri(`https://south.example/u/${name}`);
  const names = { username: name, displayName: name, host: 'south.example', summary: '' };
  return { iri, ...names, home: 'elsewhere', inbox: `${iri}/inbox`, sharedInbox: SOUTH, since: now, ...more };
}
const bob = elsewhere('bob');
const carol = elsewhere('carol', { inbox: 'https://west.example/carol/inbox' });
const { sharedInbox: _none, ...dave } = elsewhere('dave');
const gone = elsewhere('erin', { goneAt: now });
const known = new Map<PersonIri, Person>([bob, carol, dave, gone].map((person) => [person.iri, person]));
const club = {
  iri: communityIri('https://west.example/c/club'),
  inbox: 'https://west.example/c/club/inbox',
} as Community;

function outboxOf(followers: readonly string[] = []) {
  const queue = memoryQueue();
  const woken: string[] = [];
  const outbox = createOutbox({
    ...queue,
    follows: { inboxesOf: async () => followers },
    people: {
      byIris: async (iris) => new Map(iris.flatMap((iri) => (known.has(iri) ? [[iri, known.get(iri) as Person]] : []))),
    },
    communities: { byIri: async (iri) => (iri === club.iri ? club : null) },
    addresses,
    wall: { now: () => now },
    wake: () => woken.push('woken'),
  });
  const post = (to: Recipients, content = 'Hello', isPublic = true) => {
    const object = { id: addresses.post('1'), type: 'Note', content };
    const activity = createActivity({ id: addresses.activity('create', object.id), actor: alice, object });
    return outbox.send({ activity, actor: alice, to, public: isPublic, object: object.id });
  };
  return { queue, outbox, post, woken };
}

describe('the outbox', () => {
  it('keeps what it sends as the text that is delivered', async () => {
    const { queue, post } = outboxOf();
    await post({ inboxes: [SOUTH] });
    const kept = await queue.activities.byIri(queue.to(SOUTH).activity);
    expect(kept).toMatchObject({ actor: alice, type: 'Create', public: true, object: addresses.post('1'), at: now });
    expect(JSON.parse(kept?.body ?? '')).toMatchObject({ type: 'Create', object: { content: 'Hello' } });
  });

  it('done twice, sends once, as first kept', async () => {
    const { queue, post } = outboxOf();
    await post({ inboxes: [SOUTH] }, 'first');
    await post({ inboxes: [SOUTH] }, 'second');
    expect(queue.all()).toHaveLength(1);
    expect((await queue.activities.byIri(queue.to(SOUTH).activity))?.body).toContain('first');
  });

  it('never delivers to its own server, and to nobody is no reason to wake the worker', async () => {
    const { queue, post, woken } = outboxOf([addresses.sharedInbox]);
    await post({ inboxes: [addresses.inbox(guild)], followersOf: guild, actors: [guild, alice] });
    expect(queue.all()).toEqual([]);
    expect(woken).toEqual([]);
    await post({ inboxes: [SOUTH] });
    expect(woken).toEqual(['woken']);
  });

  it('delivers something public once to a shared inbox, whoever is there', async () => {
    const { post } = outboxOf([SOUTH]);
    const sent = await post({ inboxes: [SOUTH], followersOf: guild, actors: [bob.iri, dave.iri] });
    expect(sent.inboxes).toEqual([SOUTH, dave.inbox]);
  });

  it('delivers something private to the inbox of the one it is for', async () => {
    const { post } = outboxOf();
    expect((await post({ actors: [bob.iri] }, 'psst', false)).inboxes).toEqual([bob.inbox]);
  });

  it('reaches a community as well as people', async () => {
    const { post } = outboxOf();
    expect((await post({ actors: [club.iri] })).inboxes).toEqual([club.inbox]);
  });

  it('says whom it does not know and writes to nobody who left', async () => {
    const { post } = outboxOf();
    const frank = personIri('https://south.example/u/frank');
    expect(await post({ actors: [frank, gone.iri] })).toEqual({ inboxes: [], unknown: [frank, gone.iri] });
  });

  it('passes over an inbox that is no address', async () => {
    const { post } = outboxOf(['javascript:alert(1)', '']);
    expect((await post({ followersOf: guild })).inboxes).toEqual([]);
  });

  it('bob cannot be made to sign what alice does', async () => {
    const { outbox } = outboxOf();
    const activity = createActivity({ id: addresses.activity('create', 'x'), actor: alice, object: { id: 'x' } });
    await expect(outbox.send({ activity, actor: bob.iri, to: {}, public: true })).rejects.toThrow('cannot send');
  });
});
