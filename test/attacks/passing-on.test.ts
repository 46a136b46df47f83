import { describe, expect, it } from '@jest/globals';
import { postIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { bobs, coven, eve, evil, expectNothing, honest, INBOXES, stage, vic, withCast } from '../support/cast.ts';

withCast();

const known = (iri: string) => stage.house.posts.byIri(postIri(iri));

describe.each(INBOXES)('at the %s inbox, a community of eve’s', (_name, inbox) => {
  const announce = (object: unknown) => post(inbox(), coven, activity('Announce', coven, object));

  it('cannot pass on what vic never did (ORI-12)', async () => {
    const never = note(vic, coven.iri, 'Eve’s words');
    await expectNothing(stage, () => announce(activity('Create', vic, never)));
    await expectNothing(stage, () => announce(never));
    await expectNothing(stage, () => announce(never.id));
    await expectNothing(stage, () =>
      announce({ ...activity('Create', vic, never), id: `${evil.origin}/activities/as-vic` }),
    );
  });

  it('passes on what vic did in vic’s words (ORI-12)', async () => {
    const genuine = honest.publish(note(vic, coven.iri, `Vic’s words, ${_name}`));
    await announce(activity('Create', vic, { ...genuine, content: 'Eve’s words' }));
    await stage.quiet();
    expect((await known(genuine.id))?.html).toBe(`Vic’s words, ${_name}`);
    await expectNothing(stage, () => announce(activity('Update', vic, { ...genuine, content: 'Eve’s words' })));
    await expectNothing(stage, () => announce(activity('Delete', vic, genuine.id)));
  });

  it('cannot speak for bob by passing on (ORI-12)', async () => {
    const asBob = {
      ...note({ iri: stage.person('bob') }, stage.guild, 'Eve’s words'),
      id: `${stage.origin}/posts/${unique('p').slice(-12)}`,
    };
    await expectNothing(stage, () => announce(activity('Create', { iri: stage.person('bob') }, asBob)));
    await expectNothing(stage, () => announce({ ...asBob, id: bobs.iri }));
    await expectNothing(stage, () => announce(activity('Delete', { iri: stage.person('bob') }, bobs.iri)));
    const athers = { ...asBob, id: `${evil.origin}/notes/${unique('as-bob')}` };
    await expectNothing(stage, () => announce(activity('Create', eve, athers)));
  });

  it('is not believed when a document of hers says that it is vic’s (ORI-14)', async () => {
    const address = `${evil.origin}/x-${_name}`;
    const claimed = `${honest.origin}/notes/never-${_name}`;
    evil.serve(new URL(address).pathname, { body: { ...note(vic, coven.iri, 'Eve’s words'), id: claimed } });
    await expectNothing(stage, () => announce(address));
    await expectNothing(stage, () =>
      announce({ id: address, type: 'Note', attributedTo: vic.iri, content: 'Eve’s words' }),
    );
    await expectNothing(stage, () => post(inbox(), eve, activity('Create', eve, address)));
    evil.serve(`/redirect-${_name}`, { status: 302, headers: { Location: claimed } });
    await expectNothing(stage, () => announce(`${evil.origin}/redirect-${_name}`));
    expect(await known(claimed)).toBeNull();
  });
});
