import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApexPeer, startApexPeer } from '../../peers/apex/client.ts';
import { until } from '../../support/wait.ts';

describe('two naive servers, on activitypub-express as it is', () => {
  let naive: ApexPeer;
  let simple: ApexPeer;
  const nia = () => naive.actorIri('nia');
  const sim = () => simple.actorIri('sim');

  beforeAll(async () => {
    [naive, simple] = await Promise.all([
      startApexPeer(),
      startApexPeer({ host: 'simple.localhost', people: ['sim'], groups: ['choir'] }),
    ]);
  });

  afterAll(async () => {
    await Promise.all([naive?.stop(), simple?.stop()]);
  });

  it('follow one another, once the other has accepted', async () => {
    expect((await naive.follow('nia', sim())).status).toBe(201);
    await until('the Accept', async () =>
      (await naive.health()).arrived.some(({ type, status }) => type === 'Accept' && status === 200),
    );
  });

  it('carry a post, its edit and its deletion', async () => {
    const { object } = await naive.post('nia', sim(), 'Good night');
    await until('the post', async () => (await simple.kept(object))?.content === 'Good night');
    await naive.edit('nia', object, 'Sleep well', sim());
    await until('its edit', async () => (await simple.kept(object))?.content === 'Sleep well');
    await naive.delete('nia', object, sim());
    await until('its deletion', async () => (await simple.kept(object))?.type === 'Tombstone');
  });

  it('have groups, which announce the id of what they are sent', async () => {
    const choir = simple.actorIri('choir');
    await naive.follow('nia', choir);
    const { activity } = await naive.post('nia', choir, 'A song');
    await until('the Announce', async () => (await naive.inbox('nia')).some((one) => one.type === 'Announce'));
    const announce = (await naive.inbox('nia')).find((one) => one.type === 'Announce');
    expect(JSON.stringify(announce?.object)).toContain(activity);
  });

  it('like activities only, and answer 400 for a post (security.md A24)', async () => {
    const { object, activity } = await simple.post('sim', nia(), 'Like this');
    await until('the post', () => naive.kept(object));
    expect(await naive.like('nia', object, sim())).toMatchObject({ status: 400 });
    expect(await naive.like('nia', activity, sim())).toMatchObject({ status: 201 });
  });
});
