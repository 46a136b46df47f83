import { describe, expect, it } from '@jest/globals';
import { activityIri, actorIri, personIri, postIri } from '../../server/community/ids.ts';
import { receivedCollection } from '../../server/stores/inbox.ts';
import { activity, note, post } from '../support/attacker.ts';
import {
  bobs,
  coven,
  eve,
  evil,
  expectNothing,
  honest,
  INBOXES,
  stage,
  vic,
  withCast,
  writtenBy,
} from '../support/cast.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

withCast();
const anonymous = () => new Visitor(stage.server);
const known = (iri: string) => stage.house.posts.byIri(postIri(iri));
const stateOf = async (follower: string, target: string) =>
  (await stage.house.follows.get(actorIri(follower), actorIri(target)))?.state;

describe.each(INBOXES)('at the %s inbox', (_name, inbox) => {
  it('a community elsewhere follows nobody: it asks the guild for a link, and gets none by asking', async () => {
    const group = await evil.actor(`group-${_name}`, { type: 'Group' });
    const asked = [stage.guild, stage.person('bob'), group.iri, coven.iri, stage.house.addresses.server];
    const follows = asked.map((target) => activity('Follow', group, target));
    for (const follow of follows) {
      await post(inbox(), group, follow);
      await post(inbox(), group, activity('Accept', group, follow));
      await post(inbox(), group, activity('Accept', group, follow.id));
      await post(inbox(), eve, activity('Follow', eve, eve.iri));
    }
    await stage.quiet();
    const mine = await stage.db
      .collection('follows')
      .find({ follower: { $in: [group.iri, stage.guild] } as never })
      .toArray();
    expect(mine.map(({ target, state }) => ({ target, state }))).toEqual([{ target: stage.guild, state: 'requested' }]);
    expect((await stage.house.states.load(stage.guild))?.members.has(personIri(group.iri))).toBe(false);
    expect(await stateOf(eve.iri, eve.iri)).toBeUndefined();
    await writtenBy(stage, 'carol', `Not for the group, ${_name}`);
    expect(JSON.stringify(evil.delivered(group))).not.toContain('Not for the group');
  });

  it('nobody is deleted by a neighbour, a community or herself in another’s name', async () => {
    const neighbour = await honest.actor(`mean-${_name}`);
    await stage.join(neighbour);
    const victims = [vic.iri, stage.guild, stage.person('bob'), stage.house.addresses.server];
    for (const victim of victims) {
      for (const object of [victim, { id: victim, type: 'Person' }, { id: victim, type: 'Tombstone' }, [victim]]) {
        await post(inbox(), neighbour, activity('Delete', neighbour, object));
        await post(inbox(), coven, activity('Delete', coven, object));
        await post(inbox(), coven, activity('Announce', coven, activity('Delete', vic, object)));
      }
    }
    await stage.quiet();
    expect((await stage.house.people.byIri(personIri(vic.iri)))?.goneAt).toBeUndefined();
    expect((await stage.house.states.load(stage.guild))?.members.get(personIri(vic.iri))?.leftAt).toBeUndefined();
    expect((await anonymous().get('/people/bob')).status).toBe(200);
  });

  it('a neighbour on the same server does not touch what vic did (by the actor, not by the origin alone)', async () => {
    const neighbour = await honest.actor(`close-${_name}`);
    await stage.join(neighbour);
    const written = note(vic, stage.guild, `Vic’s, ${_name}`);
    await post(inbox(), vic, activity('Create', vic, written));
    const like = activity('Like', vic, bobs.iri);
    await post(inbox(), vic, like);
    await stage.quiet();
    const attempts = [
      activity('Update', neighbour, { ...written, content: 'Changed' }),
      activity('Update', neighbour, { ...written, content: 'Changed', attributedTo: neighbour.iri }),
      activity('Delete', neighbour, written.id),
      activity('Undo', neighbour, like),
      activity('Undo', neighbour, like.id),
      activity('Undo', neighbour, { ...like, actor: neighbour.iri }),
      activity('Create', neighbour, { ...written, content: 'Changed', attributedTo: neighbour.iri }),
      activity('Create', neighbour, { ...note(vic, stage.guild, 'In vic’s name') }),
    ];
    await expectNothing(stage, async () => {
      for (const attempt of attempts) await post(inbox(), neighbour, attempt);
      return post(inbox(), neighbour, activity('Undo', neighbour, activityIri(`${like.id}x`)));
    });
    expect((await known(written.id))?.html).toBe(`Vic’s, ${_name}`);
  });

  it('a neighbour does not undo what vic sent while it waits to be tried again', async () => {
    const neighbour = await honest.actor(`hasty-${_name}`);
    await stage.join(neighbour);
    const waits = note(vic, stage.guild, `Waits, ${_name}`);
    const create = activity('Create', vic, waits);
    const received = receivedCollection(stage.db);
    // As it stands after a first try that failed here: due again in a while.
    await received.insertOne({
      _id: activityIri(create.id),
      sender: actorIri(vic.iri),
      body: JSON.stringify(create),
      receivedAt: new Date(),
      dueAt: new Date(Date.now() + 1500),
      place: 0,
      attempts: 1,
    });
    const undoing = [create.id, { ...create, actor: neighbour.iri }, { id: create.id, type: 'Create' }];
    for (const object of undoing) {
      const undo = activity('Undo', neighbour, object);
      await post(inbox(), neighbour, undo);
      await until('the Undo is over', () => stage.outcome(undo.id));
    }
    await stage.quiet();
    expect(await received.findOne({ _id: activityIri(create.id) })).toMatchObject({ outcome: 'done: kept' });
    expect((await known(waits.id))?.html).toBe(`Waits, ${_name}`);
  });
});

it('a held account of dates: neither the far past nor the far future moves a post in the community’s order', async () => {
  const dates = ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2999-01-01T00:00:00+14:00'];
  for (const published of dates) {
    const dated = note(eve, stage.guild, `Dated ${published}`, { published, updated: published });
    await post(stage.sharedInbox, eve, activity('Create', eve, dated, { published }));
    await stage.quiet();
    expect((await known(dated.id))?.receivedAt.getFullYear()).toBe(new Date().getFullYear());
  }
  const last = await writtenBy(stage, 'carol', 'After all of them');
  const [first] = await stage.house.timelines.community(stage.guild, null, { limit: 1 });
  expect(first?.iri).toBe(last.iri);
});

it('several posts in one Create are all passed on to the members elsewhere', async () => {
  const val = await honest.actor('val');
  await stage.join(val);
  const first = note(vic, stage.guild, 'One of three');
  const notes = [
    first,
    note(vic, stage.guild, 'Two of three', { inReplyTo: first.id }),
    note(vic, stage.guild, 'Three'),
  ];
  const create = activity('Create', vic, notes);
  await post(stage.sharedInbox, vic, create);
  await stage.quiet();
  expect(await stage.outcome(create.id)).toBe('done: kept');
  for (const { id } of notes) {
    await until(`${id} reached val`, () =>
      honest.delivered(val).some(({ type, object }) => {
        const inner = (object as { object?: { id?: string } }).object;
        return type === 'Announce' && inner?.id === id;
      }),
    );
  }
});
