import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import type { Pinned } from '../../../server/governance/proposal.ts';
import type { Draft, Paper, PostedBallot } from '../../../server/governance/secret/crypto/ballots.ts';
import { leafOf } from '../../../server/governance/secret/crypto/ballots.ts';
import { makeKeys } from '../../../server/governance/secret/crypto/keys.ts';
import type { Log } from '../../../server/log.ts';
import { account, community as found, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { asForm, ballotOf, begin, endSecretVote, finish, openSecretVote } from '../../support/secret-vote.ts';
import { Visitor } from '../../support/visitor.ts';
import { type Cast, copyOf, linksFound, ordersOf } from './linking.ts';

const NAMES = ['ana', 'bob', 'cleo', 'dora', 'emil', 'fay', 'gus', 'hana', 'ivo', 'jo', 'kim', 'lea'] as const;
const PASSWORD = 'a long enough password';
const VERIFIER = fileURLToPath(new URL('../../../server/verifiers/dist/verify-election.mjs', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../../server/verifiers/dist/ballot.mjs', import.meta.url));

const said: string[] = [];
const note = (facts: object, message: string) => void said.push(JSON.stringify({ ...facts, message }));
const listening: Log = { info: note, warn: note, error: note, debug: note };

let server: RunningServer;
let guild: CommunityIri;
const people = new Map<string, PersonIri>();
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  server = await runServer('north.localhost', {}, listening);
  await Promise.all([...NAMES, 'mallory'].map(async (name) => people.set(name, await account(server, name))));
  guild = (await found(server, people.get('ana') as PersonIri, 'guild')).iri;
  for (const name of NAMES.slice(1)) {
    must(await server.actions.joinCommunity({ person: people.get(name) as PersonIri, community: guild }));
  }
  const atBrowsers = ['ana', 'bob', 'cleo', 'dora', 'mallory'].map(async (name) => {
    const visitor = new Visitor(server);
    await visitor.signIn(name, PASSWORD);
    visitors.set(name, visitor);
  });
  await Promise.all(atBrowsers);
});
afterAll(() => server?.stop());

const by = (name: string): Visitor => visitors.get(name) as Visitor;
const pathOf = (number: number, rest: string) => `/communities/guild/proposals/P-${number}${rest}`;
const anonymous = () => new Visitor(server);

interface Answer {
  readonly status: number;
  readonly [name: string]: unknown;
}

async function ask(visitor: Visitor, where: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const { status, text } = await visitor.submit(where, fields);
  return { status, ...(JSON.parse(text) as object) };
}

describe('a secret vote of twelve', () => {
  let vote: Awaited<ReturnType<typeof openSecretVote>>['vote'];
  let pinned: Pinned;
  const papers = new Map<string, Paper>();
  const drafts = new Map<string, Draft>();
  const casts: Cast[] = [];
  let last: PostedBallot;

  /** From the page where she is signed in, else with a code. */
  async function askPaper(name: string, { blinded }: Draft): Promise<Answer> {
    if (visitors.has(name)) return ask(by(name), pathOf(1, '/secret/paper'), { blinded });
    const { code } = must(await server.actions.paperCode({ ...vote, member: people.get(name) as PersonIri }));
    return ask(anonymous(), pathOf(1, '/secret/paper-by-code'), { code, blinded });
  }

  beforeAll(async () => {
    ({ vote, pinned } = await openSecretVote(server, guild));
  });

  it('says on its page to whom its ballots are sealed, and lets one script run there and nowhere else', async () => {
    const page = await by('bob').get(pathOf(1, '/secret'));
    expect(page.text).toContain('sealed to this server alone');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const other = await by('bob').get(pathOf(1, ''));
    expect(other.headers['content-security-policy']).toContain("script-src 'none'");
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
      casts.push({ voter: people.get(name) as PersonIri, token: last.token, leaf: await leafOf(vote, last) });
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
    const at = casts.findIndex(({ voter }) => voter === people.get('bob'));
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
    const noes = casts.filter((_, at) => at % 3 === 0 && casts[at]?.voter !== people.get('bob')).length;
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
    const leaf = casts.find(({ voter }) => voter === people.get('cleo'))?.leaf ?? '';
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
    for (const name of NAMES) expect(everybody).not.toContain(people.get(name));
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

describe('a secret vote of few, with tellers', () => {
  it('needs its tellers, tells only the totals, and keeps no ballot', async () => {
    const keys = await Promise.all([makeKeys('ECDH'), makeKeys('ECDH'), makeKeys('ECDH')]);
    const names = ['ana', 'bob', 'cleo'] as const;
    const tellers = names.map((name, at) => ({
      teller: people.get(name) as PersonIri,
      key: keys[at]?.publicKey ?? '',
    }));
    const { vote, pinned } = await openSecretVote(server, guild, { number: 2, tellers: { tellers, threshold: 2 } });
    for (const [name, choice] of [
      ['dora', 'yes'],
      ['emil', 'no'],
      ['fay', 'yes'],
    ] as const) {
      // With a code, as from the command or from elsewhere: no session at all.
      const { code } = must(await server.actions.paperCode({ ...vote, member: people.get(name) as PersonIri }));
      const draft = await begin(vote, pinned);
      const given = await ask(anonymous(), pathOf(2, '/secret/paper-by-code'), { code, blinded: draft.blinded });
      const paper = await finish(vote, pinned, draft, String(given.signature));
      await ask(anonymous(), pathOf(2, '/secret/cast'), asForm(await ballotOf(vote, pinned, paper, choice)));
    }
    // Gus uses the command.
    const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-ballot-'));
    const { code } = must(await server.actions.paperCode({ ...vote, member: people.get('gus') as PersonIri }));
    const address = `http://127.0.0.1:${server.port}${pathOf(2, '/secret')}`;
    const command = (...words: readonly string[]) =>
      promisify(execFile)(process.execPath, [COMMAND, ...words], { cwd: dir });
    await expect(command('vote', address, 'yes')).rejects.toThrow('Get your ballot paper first');
    expect((await command('paper', address, code)).stdout).toContain('Your ballot paper is in');
    expect((await command('vote', address, 'no')).stdout).toMatch(/[0-9a-f]{64}/);
    expect((await command('vote', address, 'yes')).stdout).toMatch(/[0-9a-f]{64}/);
    rmSync(dir, { recursive: true });

    const bad = { code: 'ffff', blinded: (await begin(vote, pinned)).blinded };
    expect(await ask(anonymous(), pathOf(2, '/secret/paper-by-code'), bad)).toMatchObject({ code: 'bad-code' });

    await by('ana').submit(pathOf(2, '/teller/open'), { key: keys[0]?.privateKey ?? '' });
    expect((await by('ana').get(pathOf(2, '/secret'))).text).toContain('until the vote is over');
    await endSecretVote(server);
    const phase = async () => (await server.house.states.load(guild))?.proposals.get(vote.proposal)?.phase.state;
    expect(await phase()).toBe('counting');
    await by('ana').submit(pathOf(2, '/teller/open'), { key: keys[1]?.privateKey ?? '' });
    expect((await by('ana').get(pathOf(2, '/teller'))).text).toContain('not the other half');
    await by('ana').submit(pathOf(2, '/teller/open'), { key: keys[0]?.privateKey ?? '' });
    await server.settle();
    expect(await phase()).toBe('counting');
    await by('cleo').submit(pathOf(2, '/teller/open'), { key: keys[2]?.privateKey ?? '' });
    await server.settle();
    const state = await server.house.states.load(guild);
    expect(state?.proposals.get(vote.proposal)?.outcome?.tally).toMatchObject({ yes: 3, no: 1, turnout: 4 });
    expect(state?.secretVotes.get(vote.proposal)?.opened.every(({ key }) => key === undefined)).toBe(true);
    expect(await server.house.secretBallots.last(vote)).toEqual([]);
    expect((await server.house.secretBallots.opened(vote)).size).toBe(0);
    const page = await by('dora').get(pathOf(2, '/secret'));
    expect(page.text).toContain('a recount is not available');
    expect((await by('dora').get(pathOf(2, '/bundle.json'))).status).toBe(404);
    expect((await verifyCommunity(server.house, guild)).faults).toEqual([]);
  });

  it('lapses when its tellers keep silent, after they were asked again', async () => {
    const keys = await Promise.all([makeKeys('ECDH'), makeKeys('ECDH')]);
    const tellers = ['ana', 'bob'].map((name, at) => ({
      teller: people.get(name) as PersonIri,
      key: keys[at]?.publicKey ?? '',
    }));
    const { vote } = await openSecretVote(server, guild, { number: 3, tellers: { tellers, threshold: 2 } });
    await endSecretVote(server);
    // Too few voted: it was extended first.
    await endSecretVote(server);
    server.clock.forward(49);
    await server.settle();
    expect((await server.house.states.load(guild))?.secretVotes.get(vote.proposal)?.reminded).toBe(true);
    server.clock.forward(49);
    await server.settle();
    const phase = (await server.house.states.load(guild))?.proposals.get(vote.proposal)?.phase;
    expect(phase).toMatchObject({ state: 'lapsed', why: 'not-counted' });
    const told = await server.house.notices.to(people.get('ana') as PersonIri, 20);
    expect(told.filter(({ text }) => text.includes('sealed to you')).length).toBeGreaterThanOrEqual(2);
  });
});
