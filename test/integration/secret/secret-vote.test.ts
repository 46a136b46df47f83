import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import type { Pinned } from '../../../server/governance/proposal.ts';
import type { Draft, Paper, PostedBallot } from '../../../server/governance/secret/crypto/ballots.ts';
import { leafOf } from '../../../server/governance/secret/crypto/ballots.ts';
import { makeKeys } from '../../../server/governance/secret/crypto/keys.ts';
import type { Log } from '../../../server/log.ts';
import { must } from '../../support/people.ts';
import { type Answer, ask, NAMES, pathOf, type SecretGuild, secretGuild } from '../../support/secret-guild.ts';
import { asForm, ballotOf, begin, endSecretVote, finish, openSecretVote } from '../../support/secret-vote.ts';
import { Visitor } from '../../support/visitor.ts';
import { type Cast, copyOf, linksFound, ordersOf } from './linking.ts';

const VERIFIER = fileURLToPath(new URL('../../../server/verifiers/dist/verify-election.mjs', import.meta.url));

const said: string[] = [];
const note = (facts: object, message: string) => void said.push(JSON.stringify({ ...facts, message }));
const listening: Log = { info: note, warn: note, error: note, debug: note };

let stage: SecretGuild;
let server: SecretGuild['server'];
let guild: SecretGuild['guild'];

beforeAll(async () => {
  stage = await secretGuild(listening);
  ({ server, guild } = stage);
});
afterAll(() => server?.stop());

const person = (name: string) => stage.person(name);
const by = (name: string): Visitor => stage.signedIn.get(name) as Visitor;
const anonymous = () => new Visitor(server);

describe('a secret vote of twelve', () => {
  let vote: Awaited<ReturnType<typeof openSecretVote>>['vote'];
  let pinned: Pinned;
  const papers = new Map<string, Paper>();
  const drafts = new Map<string, Draft>();
  const casts: Cast[] = [];
  let last: PostedBallot;

  /** From the page where she is signed in, else with a code. */
  async function askPaper(name: string, { blinded }: Draft): Promise<Answer> {
    if (stage.signedIn.has(name)) return ask(by(name), pathOf(1, '/secret/paper'), { blinded });
    const { code } = must(await server.actions.paperCode({ ...vote, member: person(name) }));
    return ask(anonymous(), pathOf(1, '/secret/paper-by-code'), { code, blinded });
  }

  beforeAll(async () => {
    ({ vote, pinned } = await openSecretVote(server, guild));
  });

  it('says on its page to whom its ballots are sealed, and has the program that seals them there and nowhere else', async () => {
    const page = await by('bob').get(pathOf(1, '/secret'));
    expect(page.text).toContain('sealed to this server alone');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).toContain('/assets/secret-ballot.js');
    const other = await by('bob').get(pathOf(1, ''));
    expect(other.text).not.toContain('/assets/secret-ballot.js');
    expect(other.text).toContain('A secret vote');
  });

  it('gives each member on the roll one paper, and the same again after a lost answer', async () => {
    for (const name of NAMES) {
      const draft = await begin(vote, pinned);
      drafts.set(name, draft);
      const given = await askPaper(name, draft);
      expect([name, given.status]).toEqual([name, 200]);
      papers.set(name, await finish(vote, pinned, draft, String(given.signature)));
    }
    const again = await ask(by('bob'), pathOf(1, '/secret/paper'), { blinded: drafts.get('bob')?.blinded ?? '' });
    expect(again.status).toBe(200);
    const other = await ask(by('bob'), pathOf(1, '/secret/paper'), { blinded: (await begin(vote, pinned)).blinded });
    expect(other).toMatchObject({ status: 409, code: 'already-issued' });
  });

  it('gives none to who is no member, and signs nothing that is no paper', async () => {
    const { blinded } = await begin(vote, pinned);
    expect(await ask(by('mallory'), pathOf(1, '/secret/paper'), { blinded })).toMatchObject({ code: 'not-a-member' });
    const nobody = await anonymous().submit(pathOf(1, '/secret/paper'), { blinded });
    expect(nobody.status).toBe(401);
    const more = '_'.repeat(342);
    expect(await ask(by('bob'), pathOf(1, '/secret/paper'), { blinded: more })).toMatchObject({ code: 'bad-paper' });
  });

  it('takes ballots from whoever has a paper, without knowing whom', async () => {
    // Cast in another order than papers were given.
    const order = [...NAMES].sort((a, b) => (a.split('').reverse().join('') < b.split('').reverse().join('') ? -1 : 1));
    for (const [at, name] of order.entries()) {
      const choice = at % 3 === 0 ? 'no' : 'yes';
      last = await ballotOf(vote, pinned, papers.get(name) as Paper, choice);
      expect(await ask(anonymous(), pathOf(1, '/secret/cast'), asForm(last))).toMatchObject({ status: 200 });
      casts.push({ voter: person(name), token: last.token, leaf: await leafOf(vote, last) });
    }
  });

  it('refuses whoever shows who she is, papers that are forged or of another vote, and changed ballots', async () => {
    const cast = (fields: PostedBallot) => ask(anonymous(), pathOf(1, '/secret/cast'), asForm(fields));
    expect(await ask(by('bob'), pathOf(1, '/secret/cast'), asForm(last))).toMatchObject({ code: 'not-anonymous' });
    const paper = papers.get('bob') as Paper;
    const forged = { ...paper, token: await makeKeys('ECDSA') };
    expect(await cast(await ballotOf(vote, pinned, forged, 'no'))).toMatchObject({ code: 'bad-paper' });
    expect(await cast({ ...last, turn: 2 })).toMatchObject({ code: 'bad-signature' });
    expect(await cast({ ...last, token: '{"$gt":""}' })).toMatchObject({ code: 'bad-form' });
    // The same ballot again is no other ballot; another one under the same turn is refused.
    expect(await cast(last)).toMatchObject({ status: 200 });
    const name = NAMES.find((one) => papers.get(one)?.token.publicKey === last.token) ?? '';
    const twin = await ballotOf(vote, pinned, papers.get(name) as Paper, 'abstain');
    expect(await cast(twin)).toMatchObject({ code: 'turn-taken' });
  });

  it('lets bob change his mind: his last ballot counts, once', async () => {
    const second = await ballotOf(vote, pinned, papers.get('bob') as Paper, 'abstain', 2);
    expect(await ask(anonymous(), pathOf(1, '/secret/cast'), asForm(second))).toMatchObject({ status: 200 });
    const at = casts.findIndex(({ voter }) => voter === person('bob'));
    casts[at] = { ...(casts[at] as Cast), leaf: await leafOf(vote, second) };
    expect(await server.house.secretBallots.turnout(vote)).toBe(NAMES.length);
  });

  it('tells nobody before the close who has a paper, or how many have voted', async () => {
    const page = await by('ana').get(pathOf(1, '/secret'));
    expect(page.text).not.toContain('Who was given a ballot paper');
    expect((await by('ana').get(pathOf(1, '/bundle.json'))).status).toBe(404);
    expect((await by('ana').get(pathOf(1, ''))).text).not.toContain('have voted');
  });

  it('leaves nothing in the database or the log that connects a voter with her ballot', async () => {
    const copy = await copyOf(server.database.db);
    expect(linksFound(copy, said, casts)).toEqual([]);
    // By chance alone twelve stand so much alike once in a million times.
    for (const [collection, alike] of ordersOf(copy, casts))
      expect([collection, Math.abs(alike) > 0.95]).toEqual([collection, false]);
    expect(ordersOf(copy, casts).has('papers')).toBe(true);
  });

  it('would be caught if it did: the same search finds what a careless program would keep', async () => {
    const copy = await copyOf(server.database.db);
    const ballots = copy.get('secretBallots') ?? [];
    const papersKept = copy.get('papers') ?? [];
    const leaky = (change: (ballot: Document, at: number) => Document) =>
      new Map([...copy, ['secretBallots', ballots.map(change)]]);
    const voterOf = (token: string) => casts.find((cast) => cast.token === token)?.voter ?? '';
    const shared = leaky((ballot) => ({
      ...ballot,
      nonce: papersKept.find(({ member }) => member === voterOf(ballot.token))?._id,
    }));
    expect(linksFound(shared, [], casts)).not.toEqual([]);
    expect(
      linksFound(
        leaky((ballot) => ({ ...ballot, castAt: new Date() })),
        [],
        casts,
      ),
    ).not.toEqual([]);
    expect(linksFound(copy, [`POST cast by ${voterOf(last.token)}: ${last.token}`], casts)).not.toEqual([]);
    // Kept in the order in which they came:
    const placeOf = (member: string) => casts.findIndex(({ voter }) => voter === member);
    const ordered = new Map([
      ['papers', [...papersKept].sort((a, b) => placeOf(a.member) - placeOf(b.member))],
      ['secretBallots', casts.map(({ token }) => ({ token }))],
    ]);
    expect(ordersOf(ordered, casts).get('papers')).toBe(1);
  });

  it('closes its board, opens its ballots, and counts them', async () => {
    await endSecretVote(server);
    const state = await server.house.states.load(guild);
    const proposal = state?.proposals.get(vote.proposal);
    expect(state?.secretVotes.get(vote.proposal)?.board).toMatchObject({ ballots: 12, issued: 12 });
    const noes = casts.filter((_, at) => at % 3 === 0 && casts[at]?.voter !== person('bob')).length;
    expect(proposal?.outcome?.tally).toMatchObject({
      yes: 11 - noes,
      no: noes,
      abstain: 1,
      turnout: 12,
    });
    expect((await server.house.secretBallots.keys(vote))?.issuerPrivate).toBeUndefined();
  });

  it('still connects nobody with a ballot, now that every ballot can be read', async () => {
    const copy = await copyOf(server.database.db);
    expect(linksFound(copy, said, casts)).toEqual([]);
  });

  it('takes no ballot and gives no paper after the close', async () => {
    const late = await ballotOf(vote, pinned, papers.get('cleo') as Paper, 'no', 2);
    expect(await ask(anonymous(), pathOf(1, '/secret/cast'), asForm(late))).toMatchObject({ code: 'closed' });
    const { blinded } = await begin(vote, pinned);
    expect(await ask(by('cleo'), pathOf(1, '/secret/paper'), { blinded })).toMatchObject({ code: 'closed' });
  });

  it('shows cleo her receipt on the board, with the proof', async () => {
    const leaf = casts.find(({ voter }) => voter === person('cleo'))?.leaf ?? '';
    const page = await by('cleo').submit(pathOf(1, '/secret/receipt'), { leaf });
    expect(page.text).toContain('It stands on the board');
    const json = JSON.parse((await anonymous().get(pathOf(1, `/secret/receipt.json?leaf=${leaf}`))).text);
    expect(json).toMatchObject({ found: true, size: 12 });
    const none = await by('cleo').submit(pathOf(1, '/secret/receipt'), { leaf: 'f'.repeat(64) });
    expect(none.text).toContain('does not stand on the board');
  });

  it('shows members who was given a paper, and writes down what dora disputes', async () => {
    expect((await anonymous().get(pathOf(1, '/secret'))).text).not.toContain('@bob<');
    const page = await by('dora').get(pathOf(1, '/secret'));
    expect(page.text).toContain('Who was given a ballot paper');
    expect(page.text).toContain('@bob<');
    await by('dora').submit(pathOf(1, '/secret/dispute'), { why: 'Bob was on the mountain that week.' });
    expect((await by('dora').get(pathOf(1, '/secret'))).text).toContain('on the mountain');
  });

  it('is recounted by anybody from its bundle, with one file and without this server', async () => {
    const members = JSON.parse((await by('ana').get(pathOf(1, '/bundle.json'))).text) as Document;
    const everybody = (await anonymous().get(pathOf(1, '/bundle.json'))).text;
    for (const name of NAMES) expect(everybody).not.toContain(person(name));
    const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-bundle-'));
    const file = path.join(dir, 'bundle.json');
    const verify = async (bundle: unknown) => {
      writeFileSync(file, typeof bundle === 'string' ? bundle : JSON.stringify(bundle));
      return promisify(execFile)(process.execPath, [VERIFIER, file]).then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
      );
    };
    const [whole, nameless] = [await verify(members), await verify(everybody)];
    expect(whole.stdout).not.toContain('not in this bundle');
    expect([whole.code, nameless.code]).toEqual([0, 0]);
    const { tally, ballots } = members;
    expect((await verify({ ...members, tally: { ...tally, yes: tally.yes + 1 } })).code).toBe(3);
    const fewer = await verify({ ...members, ballots: ballots.slice(1) });
    expect(fewer.code).toBe(3);
    expect(fewer.stdout).toMatch(/WRONG +The board holds these ballots/);
    const { pinned: _, ...torn } = members;
    const unreadable = await verify(torn);
    expect([unreadable.code, unreadable.stdout]).toEqual([3, expect.stringMatching(/WRONG +The bundle is whole/)]);
    rmSync(dir, { recursive: true });
  });

  it('stands up to the verification of the record; a ballot changed in the database is found', async () => {
    expect((await verifyCommunity(server.house, guild)).faults).toEqual([]);
    const ballots = server.database.db.collection('secretBallots');
    const one = (await ballots.findOne({})) as Document;
    await ballots.updateOne({ _id: one._id }, { $set: { sealed: `${String(one.sealed).slice(0, -4)}AAAA` } });
    const { faults } = await verifyCommunity(server.house, guild);
    expect(faults.map(({ where }) => where)).toContain('secret vote on P-1');
    await ballots.updateOne({ _id: one._id }, { $set: { sealed: one.sealed } });
  });
});
