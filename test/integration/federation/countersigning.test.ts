import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { offerCheckpoint } from '../../../federation/send/activities/checkpoint.ts';
import { createOutbox } from '../../../federation/send/outbox.ts';
import { multibaseOf } from '../../../federation/vocabulary/multikey.ts';
import { signedCheckpoint } from '../../../server/actions/checkpoints.ts';
import { systemClock } from '../../../server/clock.ts';
import { type CommunityIri, type Digest, digest, type PersonIri } from '../../../server/community/ids.ts';
import { cosignedAt, openCheckpoint, signCheckpoint } from '../../../server/record/checkpoint.ts';
import { verifyConsistency, verifyInclusion } from '../../../server/record/merkle.ts';
import { readKeyLine, splitNote } from '../../../server/record/note.ts';
import { adoptChange, days } from '../../support/adopted-rule.ts';
import { send } from '../../support/http-client.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

interface Side {
  readonly server: RunningServer;
  readonly founder: PersonIri;
  readonly home: CommunityIri;
}
let north: Side;
let south: Side;

async function side(server: RunningServer, founder: string, name: string): Promise<Side> {
  const iri = await account(server, founder);
  return { server, founder: iri, home: (await community(server, iri, name)).iri };
}

async function lookUp(at: Side, other: Side): Promise<void> {
  const visitor = new Visitor(at.server);
  await visitor.signIn(at === north ? 'ana' : 'sol', 'a long enough password');
  expect((await visitor.submit('/communities/lookup', { address: other.home })).status).toBe(303);
}

const link = (at: Side, to: Side) =>
  adoptChange(at.server, at.home, [at.founder], { kind: 'link-community', community: to.home });
const cosignedOf = async (at: Side) => (await at.server.house.cosignatures.of(at.home))[0]?.cosigned;
const text = async (path: string) => (await new Visitor(north.server).get(path)).text;
const json = async (path: string) => JSON.parse(await text(path));
const hex = (base64: string): Digest => digest(Buffer.from(base64, 'base64').toString('hex'));

beforeAll(async () => {
  const first = await runServer('north.localhost');
  const second = await runServer('south.localhost', { TEST_CLOCK: first.clock.file });
  north = await side(first, 'ana', 'guild');
  south = await side({ ...second, clock: first.clock }, 'sol', 'forge');
  await lookUp(north, south);
  await lookUp(south, north);
  await days(first, 31);
  await link(north, south);
  await link(south, north);
  await until('each follows the other', async () =>
    [
      await north.server.house.follows.get(north.home, south.home),
      await north.server.house.follows.get(south.home, north.home),
    ].every((follow) => follow?.state === 'accepted'),
  );
});

afterAll(async () => {
  await Promise.all([north?.server.stop(), south?.server.stop()]);
});

/** Asks south to countersign whatever north's operator, who has the key, signs. */
async function offer(size: number, root: Digest): Promise<void> {
  const { house } = north.server;
  const note = signCheckpoint({ origin: north.home, size, root }, house.recordKey);
  const path = house.addresses.page.record('guild');
  const outbox = createOutbox({ ...house, wall: systemClock });
  const asked = { addresses: house.addresses, community: north.home, witness: south.home, note, size, path };
  await outbox.send({
    activity: offerCheckpoint(asked),
    actor: north.home,
    to: { actors: [south.home] },
    public: false,
  });
}

const inconsistencies = async () => (await south.server.house.states.load(south.home))?.inconsistencies.size;

describe('a linked community', () => {
  it('countersigns what was decided, at once, and the line holds under its own key', async () => {
    await adoptChange(north.server, north.home, [north.founder], {
      kind: 'amend-charter',
      parameters: { votingDays: 8 },
    });
    // A line for what came next may take the place of this one: then that one is looked at.
    const { cosigned, note } = await until('south countersigned, and its line is shown', async () => {
      const cosigned = await cosignedOf(north);
      const note = cosigned && splitNote(await text(`/communities/guild/record/checkpoint?size=${cosigned.size}`));
      return cosigned && note?.lines.some((one) => one.includes(south.home)) ? { cosigned, note } : undefined;
    });
    const key = readKeyLine(await text('/communities/guild/record/key'));
    if (key === undefined) throw new Error('it cannot be read');
    const { host } = new URL(north.server.origin);
    const headers = { host, accept: 'application/activity+json' };
    const shown = await send(north.server.port, { path: '/actors/guild', headers });
    const document = JSON.parse(shown.text);
    expect(document.assertionMethod[0]?.publicKeyMultibase).toBe(multibaseOf(key.key));
    const whole = [note.text, '\n', ...note.lines].join('');
    expect(openCheckpoint(whole, key.key)?.checkpoint).toMatchObject({ origin: north.home, size: cosigned.size });
    const line = note.lines.find((one) => one.includes(south.home)) ?? '';
    expect(cosignedAt(note.text, line, south.home, south.server.house.recordKey.publicKey)).toBeInstanceOf(Date);
    expect(cosignedAt(note.text, line, south.home, key.key)).toBeUndefined();
  });

  it('is named in the open book, with the entry up to which it looked', async () => {
    const page = await text('/communities/guild/record/verify');
    expect(page).toContain('Countersigned by');
    expect(page).toContain(south.home);
  });

  it('can ask for every proof: that the book goes on, and that an entry is in it', async () => {
    const { house } = north.server;
    const size = (await signedCheckpoint(house, north.home))?.checkpoint.size ?? 0;
    const head = async (at: number) => {
      const found = await signedCheckpoint(house, north.home, at);
      return { size: at, root: found?.checkpoint.root ?? digest('') };
    };
    for (const first of [1, 2, 3, size - 1, size]) {
      const { proof } = await json(`/communities/guild/record/proof/consistency?from=${first}&to=${size}`);
      expect(verifyConsistency(await head(first), await head(size), proof.map(hex))).toBe(true);
    }
    for (const seq of [1, 4, size]) {
      const { proof, hash } = await json(`/communities/guild/record/proof/entry?seq=${seq}&size=${size}`);
      const { root } = await head(size);
      expect(verifyInclusion({ leaf: hash, index: seq - 1, size, proof: proof.map(hex), root })).toBe(true);
    }
    expect(await json(`/communities/guild/record/proof/consistency?from=1&to=${size + 5}`)).toMatchObject({
      proof: null,
      entries: size,
    });
    expect((await new Visitor(north.server).get('/communities/guild/record/checkpoint?size=99999')).status).toBe(404);
  });

  it('is not led to believe a checkpoint that somebody else signed', async () => {
    const { house } = south.server;
    const note = signCheckpoint({ origin: north.home, size: 999, root: digest('ab'.repeat(32)) }, house.recordKey);
    const refused = await south.server.actions.witnessCheckpoint({
      witness: south.home,
      origin: north.home,
      note,
      offer: house.addresses.activity('offer', 'forged'),
      key: north.server.house.recordKey.publicKey,
      at: new Date(),
      askForProof: async () => ({ ok: true, value: null }),
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'bad-checkpoint' } });
    expect(await inconsistencies()).toBe(0);
  });

  it('does not countersign a second history, writes it down, and tells the members of both', async () => {
    const before = await south.server.house.witnessed.get(south.home, north.home);
    const size = (await north.server.house.states.load(north.home))?.seq ?? 0;
    await offer(size, digest('ab'.repeat(32)));
    await until('south wrote it down', async () => (await inconsistencies()) === 1);
    expect(await south.server.house.witnessed.get(south.home, north.home)).toMatchObject({
      size: before?.size,
      root: before?.root,
    });
    const post = await until('south tells its members', () =>
      south.server.house.timelines
        .community(south.home, south.founder, { limit: 5 })
        .then((posts) => posts.find(({ title }) => title?.includes('contradicts itself'))),
    );
    await until('north’s members see it', async () => {
      const mirrored = await north.server.house.posts.byIri(post.iri);
      return mirrored !== null;
    });
    await until('north’s book says so', async () =>
      (await text('/communities/guild/record/verify')).includes('does not countersign this book'),
    );
  });

  it('notices that the end of a record was cut off and written anew, also when it is shorter than before', async () => {
    const entry = await south.server.house.record.page(south.home, null, 1);
    await days(north.server, 2);
    const seen = await south.server.house.witnessed.get(south.home, north.home);
    await offer((seen?.size ?? 3) - 1, digest('cd'.repeat(32)));
    await until('south wrote it down', async () => {
      const [last] = await south.server.house.record.page(south.home, null, 1);
      return last?.event.kind === 'inconsistency-seen' && last.hash !== entry[0]?.hash;
    });
    expect(await south.server.house.witnessed.get(south.home, north.home)).toMatchObject({ size: seen?.size });
  });

  it('countersigns again what does go on', async () => {
    const before = await cosignedOf(north);
    must(
      await north.server.actions.submitProposal({
        community: north.home,
        by: north.founder,
        title: 'More time',
        reasons: 'It was short.',
        change: { kind: 'amend-charter', parameters: { votingDays: 9 } },
      }),
    );
    const signed = await signedCheckpoint(north.server.house, north.home);
    if (signed === null) throw new Error('no record');
    await offer(signed.checkpoint.size, signed.checkpoint.root);
    await until('south countersigned', async () => (await cosignedOf(north))?.size === signed.checkpoint.size);
    expect(signed.checkpoint.size).toBeGreaterThan(before?.size ?? 0);
  });
});
