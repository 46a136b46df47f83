import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { signedCheckpoint } from '../../server/actions/checkpoints.ts';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import { takeCosignature } from '../../server/actions/witness.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
import { openHouse } from '../../server/compose.ts';
import { leafOf, makeBoard } from '../../server/governance/ballots.ts';
import { silentLog } from '../../server/log.ts';
import { checkpointText, cosign } from '../../server/record/checkpoint.ts';
import type { Signing } from '../../server/record/note.ts';
import { adoptChange, adoptRule, days } from '../support/adopted-rule.ts';
import { account, community, LINKS_RULE, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { asForm, ballotOf, begin, endSecretVote, finish, openSecretVote } from '../support/secret-vote.ts';
import { Visitor } from '../support/visitor.ts';

/** Whoever holds the machine edits the database: it is found, or has no effect (P12, VOT-11, VOT-14). */

let server: RunningServer;
let guild: CommunityIri;
let members: readonly PersonIri[];

beforeAll(async () => {
  server = await runServer('north.localhost');
  members = await Promise.all(['ana', 'ben', 'cleo', 'dan', 'eva'].map((name) => account(server, name)));
  guild = (await community(server, members[0] as PersonIri, 'guild')).iri;
  for (const person of members.slice(1)) must(await server.actions.joinCommunity({ person, community: guild }));
  await adoptRule(server, guild, members);
});
afterAll(() => server?.stop());

const faults = async () => (await verifyCommunity(server.house, guild)).faults.map(({ where }) => where);
const collection = (name: string) => server.database.db.collection<Document>(name);

/** Edits one document, looks, and puts it back. */
async function edited(name: string, where: object, edit: object, look: () => Promise<void>): Promise<void> {
  const before = await collection(name).findOne(where);
  if (before === null) throw new Error(`there is nothing in ${name}`);
  expect((await collection(name).updateOne({ _id: before._id }, edit)).modifiedCount).toBe(1);
  await look();
  await collection(name).replaceOne({ _id: before._id }, before);
}

describe('a vote that is over', () => {
  it.each([
    ['a ballot says something else', 'ballots', { $set: { choice: 'no' } }],
    ['a ballot is somebody else’s', 'ballots', { $set: { voter: 'https://north.localhost/actors/mallory' } }],
    ['the roll has one more', 'rolls', { $push: { entries: { member: 'https://north.localhost/actors/mallory' } } }],
    ['the board lost its first', 'boards', { $pop: { leaves: -1 } }],
    ['an entry says something else', 'entries', { $set: { eventJson: '{}' } }],
    ['an entry has another hash', 'entries', { $set: { hash: '0'.repeat(64) } }],
  ])('%s: it is found', async (_what, name, edit) => {
    expect(await faults()).toEqual([]);
    const where = name === 'entries' ? { community: guild, kind: 'proposal-submitted' } : { proposal: 'P-1' };
    await edited(name, where, edit, async () => expect(await faults().catch(() => ['unreadable'])).not.toEqual([]));
    expect(await faults()).toEqual([]);
  });
});

describe('a secret vote', () => {
  it('fifty casts of one paper at once are one ballot; each answer is the same receipt or a refusal (VOT-01)', async () => {
    const { vote, pinned } = await openSecretVote(server, guild, { number: 2 });
    const path = '/communities/guild/proposals/P-2/secret/cast';
    const papers = await Promise.all(
      members.slice(1).map(async (member) => {
        const draft = await begin(vote, pinned);
        const { signature } = must(await server.actions.issuePaper({ ...vote, member, blinded: draft.blinded }));
        return finish(vote, pinned, draft, String(signature));
      }),
    );
    const [first, ...others] = papers as [(typeof papers)[number], ...typeof papers];
    const different = await Promise.all(
      ['yes', 'no', 'abstain'].map((choice) => ballotOf(vote, pinned, first, choice)),
    );
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        new Visitor(server).submit(path, asForm(different[at % 3] as (typeof different)[number])),
      ),
    );
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect(await server.house.secretBallots.last(vote)).toHaveLength(1);
    for (const paper of others) {
      const cast = await new Visitor(server).submit(path, asForm(await ballotOf(vote, pinned, paper, 'yes')));
      expect(cast.status).toBe(200);
    }
    expect(await server.house.secretBallots.last(vote)).toHaveLength(4);
  });

  it('what the operator takes off the board or puts on it after the close is found', async () => {
    await endSecretVote(server);
    await server.settle();
    expect(await faults()).toEqual([]);
    for (const edit of [{ $pop: { leaves: -1 } }, { $push: { leaves: '0'.repeat(64) } }]) {
      await edited('boards', { proposal: 'P-2' }, edit, async () => expect(await faults()).not.toEqual([]));
    }
    expect(await faults()).toEqual([]);
  });
});

describe('an open vote', () => {
  const open = 'P-3' as ProposalId;
  const ofCleo = { proposal: open, voter: 'CLEO' };

  beforeAll(async () => {
    const [ana = '', ben = '', cleo = '', dan = ''] = members as readonly PersonIri[];
    const change = {
      kind: 'adopt-rule',
      rule: { ...LINKS_RULE, title: 'Two', effects: [{ do: 'label', label: 'x' }] },
    };
    const ask = { community: guild, by: ana as PersonIri, title: 'Two', reasons: 'Calm.', change } as const;
    must(await server.actions.submitProposal(ask as never));
    for (const by of [ben, cleo, dan]) {
      await server.actions.secondProposal({ community: guild, proposal: open, by: by as PersonIri });
    }
    await days(server, 5);
    await days(server, 2);
    const cast = { community: guild, proposal: open, voter: cleo as PersonIri, choice: 'yes', via: 'web' } as const;
    must(await server.actions.castBallot(cast));
    await server.settle();
    ofCleo.voter = cleo;
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['a ballot says something else', 'ballots', { $set: { choice: 'no' } }],
    ['a ballot is dated back', 'ballots', { $set: { castAt: new Date(0) } }],
    ['a ballot is of another turn', 'ballots', { $set: { turn: 9 } }],
    ['somebody is struck from the roll', 'rolls', { $pop: { entries: 1 } }],
    ['somebody on the roll is put into another organisation', 'rolls', { $set: { 'entries.0.organisation': 'evil' } }],
  ])('%s: it is found before the close', async (_what, name, edit) => {
    const where = name === 'ballots' ? ofCleo : { proposal: open };
    await edited(name, where, edit, async () => expect(await faults()).not.toEqual([]));
    expect(await faults()).toEqual([]);
  });

  /** Whoever knows how receipts are made, as the operator does, makes a new one for the changed ballot. */
  const forged = async () => {
    const ballot = (await server.house.ballots.of(guild, open))[0];
    if (ballot === undefined) throw new Error('cleo has no ballot');
    const { leaf: _, ...changed } = { ...ballot, choice: 'no' };
    return { ballot, leaf: leafOf(changed) };
  };

  it('a ballot changed together with its receipt is not found by verification, but by who has the receipt', async () => {
    const { ballot, leaf } = await forged();
    await edited('ballots', ofCleo, { $set: { choice: 'no', leaf } }, async () => {
      expect(await faults()).toEqual([]);
      const board = makeBoard({
        community: guild,
        proposal: open,
        ballots: await server.house.ballots.of(guild, open),
      });
      expect(board.leaves).not.toContain(ballot.leaf);
    });
  });

  it('the same is found once the vote is closed: the board’s root stands in the record', async () => {
    for (const voter of members.filter((one) => one !== ofCleo.voter)) {
      must(await server.actions.castBallot({ community: guild, proposal: open, voter, choice: 'yes', via: 'web' }));
    }
    const { leaf } = await forged();
    await days(server, 7);
    await edited('ballots', ofCleo, { $set: { choice: 'no', leaf } }, async () => {
      expect(await faults()).not.toEqual([]);
      // Put onto the board as well, it does not fit the record.
      const { leaves, root } = makeBoard({
        community: guild,
        proposal: open,
        ballots: await server.house.ballots.of(guild, open),
      });
      await edited('boards', { proposal: open }, { $set: { leaves, root } }, async () => {
        expect(await faults()).toEqual(['board of P-3']);
      });
    });
    expect(await faults()).toEqual([]);
  });
});

describe('who belongs to the guild', () => {
  it('stands in the record: what is changed in the stored state is found, or is not even read', async () => {
    const mallory = await account(server, 'mallory');
    await anew().states.project(guild);
    const before = await collection('projections').findOne({ _id: guild as never });
    const text = String(before?.stateJson);
    expect(text).toContain(String(members[4]));
    const stateJson = text.replaceAll(String(members[4]), mallory);
    await collection('projections').updateOne({ _id: guild as never }, { $set: { stateJson } });
    const state = await anew().states.load(guild);
    expect([state?.members.has(mallory), state?.members.has(members[4] as PersonIri)]).toEqual([false, true]);
    expect((await verifyCommunity(anew(), guild)).faults.map(({ where }) => where)).toEqual(['projection']);
    await collection('projections').replaceOne({ _id: guild as never }, before ?? {});
    expect(await faults()).toEqual([]);
  });

  it('is not changed by changing who follows whom', async () => {
    const mallory = server.house.addresses.person('mallory');
    const follow = await collection('follows').findOne({ follower: members[4], target: guild });
    await collection('follows').updateOne({ _id: follow?._id as never }, { $set: { follower: mallory } });
    const state = await anew().states.load(guild);
    expect([state?.members.has(mallory), state?.members.has(members[4] as PersonIri)]).toEqual([false, true]);
    expect(await faults()).toEqual([]);
    await collection('follows').replaceOne({ _id: follow?._id as never }, follow ?? {});
  });
});

describe('what another community countersigned', () => {
  const witness = 'https://south.example/actors/forge' as CommunityIri;

  beforeAll(async () => {
    await adoptChange(server, guild, members, { kind: 'link-community', community: witness });
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const signing: Signing = { publicKey: key, sign: (message) => sign(null, message, privateKey) };
    const checkpoint = await signedCheckpoint(server.house, guild);
    if (checkpoint === null) throw new Error('there is no record');
    const text = checkpointText(checkpoint.checkpoint);
    const line = cosign(text, witness, new Date(), signing);
    must(await takeCosignature(server.house, { community: guild, witness, text, line, key }));
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['another root', { 'cosigned.root': '0'.repeat(64) }],
    ['fewer entries', { 'cosigned.size': 3 }],
    ['another time', { 'cosigned.at': new Date(0) }],
    ['no signature', { 'cosigned.line': '— x AAAA\n' }],
    ['the key of another', { 'cosigned.key': 'x+1234abcd+BAAA' }],
    ['another witness', { witness: 'https://evil.example/actors/forge' }],
  ])('%s: it is found', async (_what, change) => {
    await edited('cosignatures', { witness }, { $set: change }, async () => expect(await faults()).not.toEqual([]));
  });

  it('a countersignature that is gone is no fault, since it may never have come; it is said that there is none', async () => {
    const before = await collection('cosignatures').findOne({ witness });
    await collection('cosignatures').deleteOne({ witness });
    const { faults: found, notes } = await verifyCommunity(server.house, guild);
    expect(found).toEqual([]);
    expect(notes).toEqual([expect.stringContaining(`${witness} is linked, and no countersignature`)]);
    await collection('cosignatures').insertOne(before ?? {});
  });
});

describe('reports', () => {
  beforeAll(async () => {
    const [, ben, cleo, dan, eva] = members as readonly PersonIri[];
    const text = 'Adverts.';
    const post = must(await server.actions.publishPost({ author: eva as PersonIri, community: guild, text })).iri;
    for (const by of [ben, cleo, dan]) {
      const report = { community: guild, by: by as PersonIri, rule: 'R-1' as never, text: 'Spam', post };
      must(await server.actions.fileReport(report));
    }
    await server.settle();
    expect((await server.house.states.load(guild))?.cases.get('C-1' as never)?.reports).toBe(3);
    expect(await faults()).toEqual([]);
  });

  it('one that is taken away, or put into another case, is found: the case says on how many it rests', async () => {
    const one = await collection('reports').findOne({ case: 'C-1' });
    await edited('reports', { case: 'C-1' }, { $set: { case: 'C-9' } }, async () =>
      expect(await faults()).toEqual(['reports in C-1']),
    );
    await collection('reports').deleteOne({ _id: one?._id as never });
    expect(await faults()).toEqual(['reports in C-1']);
    await collection('reports').insertOne(one ?? {});
    expect(await faults()).toEqual([]);
  });

  it('what was reported, changed in the evidence, is found', async () => {
    await edited('evidence', {}, { $set: { html: '<p>Threats.</p>' } }, async () =>
      expect(await faults()).toEqual(['evidence in C-1']),
    );
  });

  it('the words of a report, changed, are not found: a hash of them would help to guess who reported', async () => {
    await edited('reports', { case: 'C-1' }, { $set: { text: 'Threats' } }, async () =>
      expect(await faults()).toEqual([]),
    );
  });

  it('who reported is sealed: changed, or put onto another report, it is not read', async () => {
    const [one, other] = await collection('reports').find({ case: 'C-1' }).toArray();
    await edited('reports', { _id: one?._id }, { $set: { sealed: other?.sealed } }, async () => {
      await expect(server.house.reports.hidden(String(one?._id))).rejects.toThrow('was changed');
    });
  });
});

/** As another process reads it, or this one after a start. */
const anew = () => openHouse(server.config, { db: server.database.db }, silentLog);
