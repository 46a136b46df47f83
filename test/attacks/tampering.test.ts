import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { adoptRule } from '../support/adopted-rule.ts';
import { account, community, must } from '../support/people.ts';
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
