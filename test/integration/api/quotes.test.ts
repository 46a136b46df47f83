import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appOf, type Json } from '../../support/api-client.ts';
import { quoteEntity } from '../../support/api-schemas-tiers.ts';
import { activity, note, post, unique } from '../../support/attacker.ts';
import { AS, PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let south: RemoteOrigin;
let west: RemoteOrigin;
let ana: RemoteActor;
let wes: RemoteActor;
let alice: ApiClient;

beforeAll(async () => {
  [stage, south, west] = await Promise.all([Stage.open(), startRemoteOrigin('south'), startRemoteOrigin('west')]);
  [ana, wes] = await Promise.all([south.actor('ana'), west.actor('wes')]);
  alice = await appOf(stage.server, 'alice');
});
afterAll(async () => {
  await Promise.all([south.close(), west.close()]);
  await stage.close();
});

const send = async (actor: RemoteActor, sent: object) => {
  expect((await post(stage.sharedInbox, actor, sent)).status).toBe(202);
  await stage.quiet();
};
/** Somebody elsewhere has written something, which her server shows. */
const written = (author: RemoteActor, origin: RemoteOrigin, content: string, more: object = {}) =>
  origin.publish({ '@context': AS, ...note(author, `${author.iri}/followers`, content, more) });
/** Wes lets somebody quote him, or so it looks. */
const stamped = (quoting: string, quoted: string, more: object = {}) =>
  west.publish({
    '@context': [AS, { QuoteAuthorization: 'https://w3id.org/fep/044f#QuoteAuthorization' }],
    id: `${west.origin}/stamps/${unique('stamp')}`,
    type: 'QuoteAuthorization',
    attributedTo: wes.iri,
    interactingObject: quoting,
    interactionTarget: quoted,
    ...more,
  });
/** Ana writes to alice, and everybody, and quotes something. */
async function anaQuotes(quoted: string, more: object = {}) {
  const object = note(ana, `${ana.iri}/followers`, 'Look at this', {
    to: [PUBLIC, stage.person('alice')],
    quote: quoted,
    ...more,
  });
  await send(ana, activity('Create', ana, object, { to: [PUBLIC] }));
  return object;
}
const lookedUp = () =>
  until(
    'the quotes are looked up',
    async () => (await stage.db.collection('posts').countDocuments({ quoteCheckAt: { $exists: true } })) === 0,
  );
async function shown(uri: string): Promise<Json> {
  const told: readonly Json[] = (await alice.get('/api/v1/notifications?types[]=mention')).json;
  const status = told.find((one) => one.status.uri === uri)?.status;
  if (status === undefined) throw new Error(`${uri} is not shown`);
  return quoteEntity.parse(status.quote);
}

describe('a post from elsewhere that quotes another', () => {
  it('shows it where the quoted author’s server says that it may, and not before', async () => {
    const said = written(wes, west, 'Bread is <b>done</b>');
    const quoting = await anaQuotes(said.id);
    await lookedUp();
    expect(await shown(quoting.id)).toEqual({ state: 'pending', quoted_status: null });
    expect(west.gets(new URL(said.id).pathname)).toBe(0);
    // Mastodon sends the post again with the stamp, and changes nothing else of it.
    const quoteAuthorization = stamped(quoting.id, said.id).id;
    await send(ana, activity('Update', ana, { ...quoting, quoteAuthorization }, { to: [PUBLIC] }));
    await lookedUp();
    expect(await shown(quoting.id)).toMatchObject({
      state: 'accepted',
      quoted_status: { uri: said.id, account: { username: 'wes' }, quote: null },
    });
    const [{ status }] = (await alice.get('/api/v1/notifications?types[]=mention')).json;
    expect([status.edited_at, status.quote_approval, status.quotes_count]).toEqual([
      null,
      { automatic: [], manual: [], current_user: 'unknown' },
      0,
    ]);
    expect((await alice.get(`/api/v1/statuses/${status.id}/history`)).json).toHaveLength(1);
    // He changes his mind.
    await send(wes, activity('Delete', wes, quoteAuthorization, { to: [PUBLIC] }));
    expect(await shown(quoting.id)).toEqual({ state: 'revoked', quoted_status: null });
  });

  it('does not show it by a stamp about another post, by somebody else, or at another server', async () => {
    const said = written(wes, west, 'Not for ana');
    const forged = [
      (id: string) => stamped(id, `${said.id}-another`).id,
      (id: string) => stamped(`${id}-another`, said.id).id,
      (id: string) => stamped(id, said.id, { attributedTo: `${west.origin}/users/eve` }).id,
      (id: string) => stamped(id, said.id, { type: 'Note' }).id,
      (id: string) => south.publish({ ...stamped(id, said.id), id: `${south.origin}/stamps/${unique('stamp')}` }).id,
    ];
    for (const forge of forged) {
      const id = `${south.origin}/notes/${unique('quoting')}`;
      const quoting = await anaQuotes(said.id, { id, quoteAuthorization: forge(id) });
      await lookedUp();
      expect(await shown(quoting.id)).toEqual({ state: 'pending', quoted_status: null });
    }
  });

  it('shows what she wrote herself, by an older name too; a quote inside it is only named', async () => {
    const first = written(ana, south, 'The first');
    const second = written(ana, south, 'The second', { quoteUrl: first.id });
    const third = await anaQuotes(second.id, { quote: undefined, quoteUri: second.id });
    await lookedUp();
    const { state, quoted_status } = await shown(third.id);
    expect([state, quoted_status.uri, quoted_status.quote.state]).toEqual(['accepted', second.id, 'accepted']);
    const { json } = await alice.get(`/api/v1/statuses/${quoted_status.quote.quoted_status_id}`);
    expect(json.uri).toBe(first.id);
    await send(ana, activity('Delete', ana, second.id, { to: [PUBLIC] }));
    expect((await shown(third.id)).quoted_status).toBeNull();
  });

  it('is not shown inside another when alice has blocked who wrote it', async () => {
    const said = written(wes, west, 'Buy this');
    const id = `${south.origin}/notes/${unique('quoting')}`;
    await anaQuotes(said.id, { id, quoteAuthorization: stamped(id, said.id).id });
    await lookedUp();
    expect((await shown(id)).state).toBe('accepted');
    const { json } = await alice.get(`/api/v1/accounts/lookup?acct=wes@${west.host}`);
    await alice.post(`/api/v1/accounts/${json.id}/block`);
    expect((await shown(id)).state).toBe('blocked_account');
  });
});
