import { describe, expect, it } from '@jest/globals';
import { actorIri, communityIri, personIri, postIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { bobs, coven, eve, evil, expectNothing, honest, INBOXES, stage, vic, withCast } from '../support/cast.ts';
import type { Answered } from '../support/http-client.ts';
import { PUBLIC } from '../support/remote-origin.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

withCast();
/** The answer that is worst, of many requests one after the other. */
async function all(asks: readonly (() => Promise<Answered>)[]): Promise<Answered> {
  const answers: Answered[] = [];
  for (const ask of asks) answers.push(await ask());
  return answers.reduce((worst, answer) => (answer.status > worst.status ? answer : worst));
}
const anonymous = () => new Visitor(stage.server);
const known = (iri: string) => stage.house.posts.byIri(postIri(iri));
const stateOf = async (follower: string, target: string) =>
  (await stage.house.follows.get(actorIri(follower), actorIri(target)))?.state;

describe.each(INBOXES)('at the %s inbox', (_name, inbox) => {
  const by = (type: string, object: unknown, more: object = {}) =>
    post(inbox(), eve, activity(type, eve, object, more));

  it('no kind of activity, in no form, reaches bob’s stored Create (ORI-05)', async () => {
    const create = activity('Create', { iri: stage.person('bob') }, bobs.iri);
    const forms = [
      bobs.create,
      { ...create, id: bobs.create },
      { ...create, id: bobs.create, actor: eve.iri },
      { ...create, id: bobs.create, actor: eve.iri, attributedTo: eve.iri, object: note(eve, stage.guild, 'Mine') },
      { id: bobs.create, type: 'Tombstone' },
      [bobs.create, bobs.iri],
      { ...note(eve, stage.guild, 'Mine'), id: bobs.create },
    ];
    const types = ['Update', 'Delete', 'Undo', 'Create', 'Accept', 'Reject', 'Add', 'Remove', 'Move', 'Block'];
    await expectNothing(stage, () => all(types.flatMap((type) => forms.map((form) => () => by(type, form)))));
    await expectNothing(stage, () => post(inbox(), eve, { ...create, id: bobs.create, actor: eve.iri }));
    await expectNothing(stage, () => post(inbox(), coven, activity('Announce', coven, { ...create, id: bobs.create })));
    const served = await anonymous().get(new URL(bobs.create).pathname, { Accept: 'application/activity+json' });
    expect(JSON.parse(served.text)).toMatchObject({ type: 'Create', actor: stage.person('bob') });
  });

  it('a third one does not answer what bob asked another community (ORI-09)', async () => {
    const club = await honest.actor(`club-${_name}`, { type: 'Group' });
    await post(stage.sharedInbox, club, activity('Like', club, `${honest.origin}/nothing`));
    await until('the club is known', () => stage.house.communities.byIri(communityIri(club.iri)));
    const bob = stage.person('bob');
    await stage.actions.joinCommunity({ person: bob, community: communityIri(club.iri) });
    const [follow] = await until('bob’s Follow arrived', () => {
      const follows = honest.delivered(club).filter(({ type }) => type === 'Follow');
      return follows.length > 0 && follows;
    });
    const forms = [follow, follow?.id, { ...follow, object: coven.iri }, { id: follow?.id }, [follow]];
    const same = await honest.actor(`neighbour-${_name}`);
    for (const third of [coven, eve, vic, same]) {
      for (const form of forms) {
        await post(inbox(), third, activity('Accept', third, form));
        await post(inbox(), third, activity('Reject', third, form));
      }
    }
    await stage.quiet();
    expect(await stateOf(bob, club.iri)).toBe('requested');
    await post(inbox(), club, activity('Accept', club, follow));
    await stage.quiet();
    expect(await stateOf(bob, club.iri)).toBe('accepted');
    for (const third of [coven, eve, vic, same]) await post(inbox(), third, activity('Reject', third, follow));
    await stage.quiet();
    expect(await stateOf(bob, club.iri)).toBe('accepted');
  });

  it('eve’s Accept of her own Follow brings her nothing that the Follow does not (ORI-10)', async () => {
    const mallory = await evil.actor(`mallory-${_name}`);
    const toPerson = activity('Follow', mallory, stage.person('carol'));
    const toServer = activity('Follow', mallory, stage.house.addresses.server);
    const toNobody = activity('Follow', mallory, `${stage.origin}/actors/nobody`);
    const toElsewhere = activity('Follow', mallory, vic.iri);
    for (const follow of [toServer, toNobody, toElsewhere]) {
      for (const [object, target] of [
        [follow, follow.object],
        [follow.id, follow.object],
      ]) {
        await post(inbox(), mallory, activity('Accept', mallory, object));
        await post(inbox(), mallory, follow);
        await post(inbox(), mallory, { ...activity('Accept', mallory, object), target });
      }
    }
    await post(inbox(), mallory, activity('Accept', mallory, toPerson));
    await stage.quiet();
    const follows = await stage.db
      .collection('follows')
      .find({ follower: mallory.iri as never })
      .toArray();
    expect(follows).toEqual([]);
    expect((await stage.house.states.load(stage.guild))?.members.has(personIri(mallory.iri))).toBe(false);
  });

  it('an id of vic’s cannot be taken beforehand, in whatever way (ORI-17)', async () => {
    const genuine = activity('Create', vic, note(vic, stage.guild, `The genuine one, ${_name}`));
    const { id, object } = genuine;
    const noteId = (object as { id: string }).id;
    const attempts = [
      { ...activity('Like', eve, bobs.iri), id },
      { ...activity('Like', eve, bobs.iri), id: id.replace('vic.localhost', 'VIC.LOCALHOST') },
      { ...activity('Like', eve, bobs.iri), id: [id] },
      activity('Undo', eve, id),
      activity('Undo', eve, { id, type: 'Create', actor: eve.iri, object: noteId }),
      activity('Undo', eve, { id, type: 'Like', actor: eve.iri, object: bobs.iri }),
      activity('Delete', eve, noteId),
      activity('Delete', eve, { id: noteId, type: 'Tombstone' }),
      activity('Delete', eve, id),
      activity('Create', eve, { ...note(eve, stage.guild, 'Eve’s'), id: noteId }),
      activity('Create', eve, noteId),
      activity('Update', eve, { ...note(eve, stage.guild, 'Eve’s'), id: noteId }),
    ];
    for (const attempt of attempts) await post(inbox(), eve, attempt);
    for (const type of ['Announce', 'Create', 'Update', 'Delete']) {
      await post(inbox(), coven, activity('Announce', coven, activity(type, vic, object)));
      await post(inbox(), coven, activity(type, coven, noteId));
    }
    await stage.quiet();
    expect(await known(noteId)).toBeNull();
    expect((await post(inbox(), vic, genuine)).status).toBe(202);
    await stage.quiet();
    expect((await known(noteId))?.html).toBe(`The genuine one, ${_name}`);
  });

  it('a post of bob’s is not reached under another spelling of its id (ORI-18)', async () => {
    const { host, port } = new URL(stage.origin);
    const path = new URL(bobs.iri).pathname;
    const alike = [
      `http://${host.toUpperCase()}${path}`,
      `HTTP://${host}${path}`,
      `http://x@${host}${path}`,
      `http://${host}${path}#x`,
      `http://${host}${path}?x`,
      `http://${host}${path}/`,
      `http://${host}/.${path}`,
      `http://${host}/x/..${path}`,
      `http://${host}${path.replace('/posts/', '/%70osts/')}`,
      `http://north.localhost.:${port}${path}`,
      `http://north%2elocalhost:${port}${path}`,
      `http://ｎｏｒｔｈ.localhost:${port}${path}`,
      `http:\\\\${host}${path}`,
      ` ${bobs.iri}`,
      `${bobs.iri}\u0000`,
      `${bobs.iri}\u0301`,
      bobs.iri.normalize('NFD').replace('posts', 'po\u0073\u0323ts'),
    ];
    const attempts = (id: string) => {
      const forged = { ...note(eve, stage.guild, 'Eve’s'), id };
      const announce = (object: unknown) => () => post(inbox(), coven, activity('Announce', coven, object));
      return [
        () => by('Update', forged),
        () => by('Update', { ...forged, attributedTo: stage.person('bob') }),
        () => by('Create', forged),
        ...['Create', 'Delete', 'Undo', 'Like'].map((type) => () => by(type, id)),
        announce(forged),
        announce({ ...forged, attributedTo: coven.iri }),
        announce(activity('Delete', coven, id)),
      ];
    };
    await expectNothing(stage, () => all(alike.flatMap(attempts)));
    expect((await known(bobs.iri))?.html).toContain('What bob wrote');
  });

  it('an activity does not take the place of something of ours', async () => {
    const ids = [bobs.create, bobs.iri, stage.guild, stage.person('bob'), `${stage.origin}/inbox`, stage.origin];
    const attempts = (id: string) => [
      () => post(inbox(), eve, { ...activity('Like', eve, bobs.iri), id }),
      () => post(inbox(), eve, { ...activity('Follow', eve, stage.guild), id }),
    ];
    await expectNothing(stage, () => all(ids.flatMap(attempts)));
  });

  it('who says who acts in two ways is believed in neither', async () => {
    const as = (actor: unknown) => ({ ...activity('Create', eve, note(eve, stage.guild, 'Two-faced')), actor });
    const faces = [
      [vic.iri, eve.iri],
      { id: vic.iri, url: eve.iri },
      { '@id': eve.iri, id: vic.iri },
      { '@id': eve.iri },
      [[eve.iri]],
      `${eve.iri}#me`,
      `${eve.iri}?x`,
      `${eve.iri}/`,
      eve.iri.replace('eve.localhost', 'EVE.localhost'),
      eve.iri.replace('/users/', '/%75sers/'),
    ];
    await expectNothing(stage, () => all(faces.map((actor) => () => post(inbox(), eve, as(actor)))));
    const written = { ...note(eve, stage.guild, 'Two authors'), actor: vic.iri };
    const authors = [[eve.iri, vic.iri], [vic.iri, eve.iri], { id: vic.iri }, [{ id: vic.iri }], [], null];
    await expectNothing(stage, () =>
      all(authors.map((attributedTo) => () => by('Create', { ...written, attributedTo }))),
    );
  });

  it('things that are no posts do not become posts', async () => {
    const id = `${evil.origin}/things/${unique('thing')}`;
    const common = { id, attributedTo: eve.iri, to: [PUBLIC, stage.guild], content: 'x' };
    const types = [
      'Tombstone',
      'Person',
      'Group',
      'Create',
      'Announce',
      'Collection',
      'OrderedCollection',
      'Link',
      'Key',
    ];
    const inside = activity('Create', eve, note(eve, stage.guild, 'Inside'));
    const objects = [...types.map((type) => ({ ...common, type })), inside, [[inside.object]]];
    await expectNothing(stage, () => all(objects.map((object) => () => by('Create', object))));
  });
});
