import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostIri } from '../../../server/community/ids.ts';
import { type ApiClient, appOf, type Json } from '../../support/api-client.ts';
import { ownView } from '../../support/api-schemas.ts';
import { activity, note, post, unique } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { AS, PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

/** Alice is at north and bob at east, both of them ours; ana is at a server like Mastodon's. */
let north: RunningServer;
let east: RunningServer;
let south: RemoteOrigin;
let ana: RemoteActor;
let eve: RemoteActor;
let alice: ApiClient;
let carol: ApiClient;
let bob: ApiClient;

const password = 'a long enough password';

beforeAll(async () => {
  [north, east, south] = await Promise.all([
    runServer('north.localhost'),
    runServer('east.localhost'),
    startRemoteOrigin('south'),
  ]);
  [ana, eve] = await Promise.all([south.actor('ana'), south.actor('eve')]);
  await Promise.all([account(north, 'alice'), account(north, 'carol'), account(east, 'bob')]);
  [alice, carol, bob] = await Promise.all([
    appOf(north, 'alice', { password }),
    appOf(north, 'carol', { password }),
    appOf(east, 'bob', { password }),
  ]);
});
afterAll(async () => {
  await Promise.all([north?.stop(), east?.stop(), south?.close()]);
});

async function write(app: ApiClient, text: string, more: object = {}): Promise<Json> {
  const written = await app.post('/api/v1/statuses', { status: text, ...more });
  if (written.status !== 200) throw new Error(written.text);
  return written.json;
}
const read = async (app: ApiClient, id: string): Promise<Json> =>
  ownView.parse((await app.get(`/api/v1/statuses/${id}`)).json);

/** A document of north's as another server gets it. */
const fetched = (iri: string) =>
  fetch(iri.replace('north.localhost', '127.0.0.1'), {
    headers: { host: new URL(iri).host, accept: 'application/activity+json' },
  });

const outcomeOf = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;
async function sent(by: RemoteActor, what: { readonly id: string }): Promise<string | undefined> {
  expect((await post(north.house.addresses.sharedInbox, by, what)).status).toBe(202);
  await until('it is carried out', async () => (await outcomeOf(what.id)) !== undefined);
  await north.settle();
  return outcomeOf(what.id);
}
/** Ana's post, and her request, as Mastodon 4.5 sends them. */
const quotingNote = (quoted: string, more: object = {}) =>
  note(ana, `${ana.iri}/followers`, 'Look at this', {
    quote: quoted,
    _misskey_quote: quoted,
    quoteUri: quoted,
    interactionPolicy: { canQuote: { automaticApproval: [PUBLIC] } },
    ...more,
  });
const request = (quoted: string, instrument: object) => ({
  ...activity('QuoteRequest', ana, quoted, { instrument }),
  '@context': [AS, { QuoteRequest: 'https://w3id.org/fep/044f#QuoteRequest' }],
});
/** What she was answered to one request. */
const answerTo = (asked: { readonly id: string }) =>
  until('she is answered', () =>
    south.delivered(ana).find(({ object }) => (object as Json | undefined)?.id === asked.id),
  );
async function asks(quoted: string, more: object = {}) {
  const quoting = quotingNote(quoted, more);
  const asked = request(quoted, quoting);
  await sent(ana, asked);
  return { quoting, answer: (await answerTo(asked)) as Json };
}

describe('a post written here that somebody elsewhere quotes', () => {
  it('is quoted with a stamp, listed and told, until its author takes it back', async () => {
    const said = await write(alice, 'Bread is done');
    const document = (await (await fetched(said.uri)).json()) as Json;
    expect(document.interactionPolicy).toEqual({ canQuote: { automaticApproval: [PUBLIC] } });
    expect(said.quote_approval).toEqual({ automatic: ['public'], manual: [], current_user: 'automatic' });

    const { quoting, answer } = await asks(said.uri);
    expect(answer).toMatchObject({
      type: 'Accept',
      actor: north.house.addresses.person('alice'),
      object: { type: 'QuoteRequest', actor: ana.iri, object: said.uri, instrument: quoting.id },
    });
    expect(await (await fetched(answer.result)).json()).toMatchObject({
      type: 'QuoteAuthorization',
      id: answer.result,
      attributedTo: north.house.addresses.person('alice'),
      interactingObject: quoting.id,
      interactionTarget: said.uri,
    });

    const stamped = { ...quoting, quoteAuthorization: answer.result };
    await sent(ana, activity('Create', ana, stamped, { to: [PUBLIC] }));
    const { json: quotes } = await alice.get(`/api/v1/statuses/${said.id}/quotes`);
    expect(quotes).toMatchObject([{ uri: quoting.id, quote: { state: 'accepted' } }]);
    expect((await read(alice, said.id)).quotes_count).toBe(1);
    const { json: told } = await alice.get('/api/v1/notifications?types[]=quote');
    expect(told).toMatchObject([{ type: 'quote', account: { username: 'ana' }, status: { uri: quoting.id } }]);

    const revoke = `/api/v1/statuses/${said.id}/quotes/${quotes[0].id}/revoke`;
    expect((await carol.post(revoke)).status).toBe(404);
    expect((await alice.post(revoke)).json).toMatchObject({ quote: { state: 'revoked', quoted_status: null } });
    const gone = await until('it is taken back', () => south.delivered(ana).find(({ type }) => type === 'Delete'));
    expect(gone).toMatchObject({ object: { type: 'QuoteAuthorization', id: answer.result } });
    expect((await fetched(answer.result)).status).toBe(404);
    expect((await alice.get(`/api/v1/statuses/${said.id}/quotes`)).json).toEqual([]);
    expect((await read(alice, said.id)).quotes_count).toBe(0);
    expect((await alice.get('/api/v1/notifications?types[]=quote')).json).toEqual([]);
    // What was taken back is not given again.
    const again = request(said.uri, quoting);
    await sent(ana, again);
    expect((await answerTo(again))?.type).toBe('Reject');
    expect((await fetched(answer.result)).status).toBe(404);
  });

  it('is not quoted where its author does not want it, or where it is not for everybody', async () => {
    const alone = await write(alice, 'Mine alone', { quote_approval_policy: 'nobody' });
    expect((await asks(alone.uri)).answer.type).toBe('Reject');
    expect(await read(carol, alone.id)).toMatchObject({ quote_approval: { automatic: [], current_user: 'denied' } });
    expect((await write(alice, 'So I said', { quoted_status_id: alone.id })).quote.state).toBe('accepted');
    const refusal = await carol.post('/api/v1/statuses', { status: 'Hm', quoted_status_id: alone.id });
    expect([refusal.status, refusal.json.error]).toEqual([422, expect.stringContaining('does not want')]);

    const changed = await alice.put(`/api/v1/statuses/${alone.id}/interaction_policy`, {
      quote_approval_policy: 'followers',
    });
    expect(changed.json).toMatchObject({ quote_approval: { automatic: ['followers'] }, edited_at: null });
    expect(
      (await carol.put(`/api/v1/statuses/${alone.id}/interaction_policy`, { quote_approval_policy: 'public' })).status,
    ).toBe(404);
    expect((await asks(alone.uri)).answer.type).toBe('Reject');
    await sent(ana, activity('Follow', ana, north.house.addresses.person('alice')));
    expect((await asks(alone.uri)).answer.type).toBe('Accept');
    expect(((await (await fetched(alone.uri)).json()) as Json).interactionPolicy.canQuote).toEqual({
      automaticApproval: [north.house.addresses.followers(north.house.addresses.person('alice'))],
    });

    const closed = await community(north, north.house.addresses.person('alice'), 'guild');
    await north.database.db
      .collection('actors')
      .updateOne({ _id: closed.iri as never }, { $set: { membersOnly: true } });
    const among = must(
      await north.actions.publishPost({
        author: north.house.addresses.person('alice'),
        community: closed.iri,
        text: 'Us',
      }),
    );
    expect(among.audience).toBe('members');
    expect((await asks(among.iri)).answer.type).toBe('Reject');
    // What is for some people alone is not even there.
    const direct = await write(alice, '@carol only you', { visibility: 'direct' });
    expect(await sent(ana, request(direct.uri, quotingNote(direct.uri)))).toBe('ignored: not a post known here');
  });

  it('is not quoted by another’s request, or in a post that quotes something else', async () => {
    const said = await write(alice, 'Another one');
    const forged = [
      quotingNote(said.uri, { attributedTo: eve.iri }),
      quotingNote(`${said.uri}-another`, { quoteUri: undefined }),
      quotingNote(said.uri, { quote: undefined, quoteUri: undefined }),
    ];
    for (const instrument of forged) expect(await sent(ana, request(said.uri, instrument))).toMatch(/^refused/);
    expect(await north.database.db.collection('quoteLeaves').countDocuments({ quoted: said.uri as PostIri })).toBe(0);
  });

  it('is quoted no more by whom she blocks, whoever asks', async () => {
    const said = await write(alice, 'For all but some');
    const { answer } = await asks(said.uri);
    expect(answer.type).toBe('Accept');
    const { json: found } = await alice.get(`/api/v1/accounts/lookup?acct=ana@${south.host}`);
    expect((await alice.post(`/api/v1/accounts/${found.id}/block`)).status).toBe(200);
    await until('it is taken back', () =>
      south.delivered(ana).find(({ object }) => (object as Json | undefined)?.id === answer.result),
    );
    expect((await fetched(answer.result)).status).toBe(404);
    expect((await asks(said.uri)).answer.type).toBe('Reject');
    await alice.post(`/api/v1/accounts/${found.id}/unblock`);
    expect((await asks(said.uri)).answer.type).toBe('Accept');
  });
});

describe('somebody here who quotes', () => {
  it('asks the author’s server, shows what she quotes once it has said yes, and no more when that is taken back', async () => {
    const said = await write(alice, 'The oven is warm');
    const { json: found } = await bob.get(
      `/api/v2/search?resolve=true&type=statuses&q=${encodeURIComponent(said.uri)}`,
    );
    const [known] = found.statuses;
    expect(known.quote_approval).toEqual({ automatic: ['public'], manual: [], current_user: 'automatic' });
    const quoting = await write(bob, 'Come and bake', { quoted_status_id: known.id });
    expect(quoting.content).toContain(`<p class="quote-inline">RE: <a href="${said.uri}">`);
    const accepted = await until('north has said yes', async () => {
      const shown = await read(bob, quoting.id);
      return shown.quote?.state === 'accepted' && shown;
    });
    expect(accepted).toMatchObject({ quote: { quoted_status: { uri: said.uri } }, edited_at: null });
    // Alice's server is sent it too, so that she can see it, and take it back.
    const hers = await until('it is listed where she is', async () => {
      const { json: quotes } = await alice.get(`/api/v1/statuses/${said.id}/quotes`);
      return quotes.find(({ uri }: Json) => uri === quoting.uri);
    });
    await alice.post(`/api/v1/statuses/${said.id}/quotes/${hers.id}/revoke`);
    await until('bob’s server has heard it', async () => (await read(bob, quoting.id)).quote?.state === 'revoked');
  });

  it('is told no by a server that says so', async () => {
    const said = await write(alice, 'Only I', { quote_approval_policy: 'nobody' });
    const { json: found } = await bob.get(
      `/api/v2/search?resolve=true&type=statuses&q=${encodeURIComponent(said.uri)}`,
    );
    const quoting = await write(bob, 'Still', { quoted_status_id: found.statuses[0].id });
    await until('north has said no', async () => (await read(bob, quoting.id)).quote?.state === 'rejected');
  });

  it('hears nobody but the author’s server, and only about what it asked', async () => {
    const said = south.publish({ '@context': AS, ...note(ana, `${ana.iri}/followers`, 'Quote me') });
    const { json: found } = await alice.get(
      `/api/v2/search?resolve=true&type=statuses&q=${encodeURIComponent(said.id)}`,
    );
    const quoting = await write(alice, 'I do', { quoted_status_id: found.statuses[0].id });
    const asked = (await until('ana is asked', () =>
      south.delivered(ana).find(({ type }) => type === 'QuoteRequest'),
    )) as Json;
    expect(asked).toMatchObject({ object: said.id, instrument: { id: quoting.uri, quote: said.id } });
    const stamp = south.publish({
      '@context': AS,
      id: `${south.origin}/stamps/${unique('stamp')}`,
      type: 'QuoteAuthorization',
      attributedTo: ana.iri,
      interactingObject: quoting.uri,
      interactionTarget: said.id,
    }).id;
    const accept = (by: RemoteActor, object: unknown, result: string) => activity('Accept', by, object, { result });
    expect(await sent(eve, accept(eve, asked, stamp))).toBe('refused: not hers to say');
    expect(await sent(ana, accept(ana, asked, `${north.origin}/stamps/x`))).toMatch(/^refused/);
    expect(await sent(ana, accept(ana, `${asked.id}-other`, stamp))).toBe('ignored: nothing was asked');
    expect((await read(alice, quoting.id)).quote?.state).toBe('pending');
    expect(await sent(ana, accept(ana, asked, stamp))).toBe('done: may be quoted');
    await until('it is shown', async () => (await read(alice, quoting.id)).quote?.state === 'accepted');
    expect(((await (await fetched(quoting.uri)).json()) as Json).quoteAuthorization).toBe(stamp);
  });

  it('quotes people here at once, but nothing that is for some alone', async () => {
    const said = await write(alice, 'Here is flour');
    const quoting = await write(carol, 'Take some', { quoted_status_id: said.id });
    expect(quoting.quote).toMatchObject({ state: 'accepted', quoted_status: { uri: said.uri } });
    await until('the stamp is there', async () => {
      const { quoteAuthorization } = (await (await fetched(quoting.uri)).json()) as Json;
      return (await fetched(quoteAuthorization)).status === 200;
    });
    const direct = await write(alice, '@carol psst', { visibility: 'direct' });
    expect((await carol.post('/api/v1/statuses', { status: 'Look', quoted_status_id: direct.id })).status).toBe(422);
    const toHer = { status: '@alice you said', visibility: 'direct', quoted_status_id: said.id };
    expect((await carol.post('/api/v1/statuses', toHer)).status).toBe(422);
    expect((await carol.post('/api/v1/statuses', { status: 'Hm', quoted_status_id: '1' })).status).toBe(404);
  });
});
