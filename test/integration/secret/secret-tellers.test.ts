import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { makeKeys } from '../../../server/governance/secret/crypto/keys.ts';
import { must } from '../../support/people.ts';
import { ask, pathOf, type SecretGuild, secretGuild } from '../../support/secret-guild.ts';
import { asForm, ballotOf, begin, endSecretVote, finish, openSecretVote } from '../../support/secret-vote.ts';
import { Visitor } from '../../support/visitor.ts';

const COMMAND = fileURLToPath(new URL('../../../server/verifiers/dist/ballot.mjs', import.meta.url));

let stage: SecretGuild;
let server: SecretGuild['server'];
let guild: SecretGuild['guild'];

beforeAll(async () => {
  stage = await secretGuild();
  ({ server, guild } = stage);
});
afterAll(() => server?.stop());

const person = (name: string) => stage.person(name);
const by = (name: string): Visitor => stage.signedIn.get(name) as Visitor;
const anonymous = () => new Visitor(server);

describe('a secret vote of few, with tellers', () => {
  it('needs its tellers, tells only the totals, and keeps no ballot', async () => {
    const keys = await Promise.all([makeKeys('ECDH'), makeKeys('ECDH'), makeKeys('ECDH')]);
    const names = ['ana', 'bob', 'cleo'] as const;
    const tellers = names.map((name, at) => ({
      teller: person(name),
      key: keys[at]?.publicKey ?? '',
    }));
    const { vote, pinned } = await openSecretVote(server, guild, { number: 2, tellers: { tellers, threshold: 2 } });
    for (const [name, choice] of [
      ['dora', 'yes'],
      ['emil', 'no'],
      ['fay', 'yes'],
    ] as const) {
      // With a code, as from the command or from elsewhere: no session at all.
      const { code } = must(await server.actions.paperCode({ ...vote, member: person(name) }));
      const draft = await begin(vote, pinned);
      const given = await ask(anonymous(), pathOf(2, '/secret/paper-by-code'), { code, blinded: draft.blinded });
      const paper = await finish(vote, pinned, draft, String(given.signature));
      await ask(anonymous(), pathOf(2, '/secret/cast'), asForm(await ballotOf(vote, pinned, paper, choice)));
    }
    // Gus uses the command.
    const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-ballot-'));
    const { code } = must(await server.actions.paperCode({ ...vote, member: person('gus') }));
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
      teller: person(name),
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
    const told = await server.house.notices.to(person('ana'), 20);
    expect(told.filter(({ text }) => text.includes('sealed to you')).length).toBeGreaterThanOrEqual(2);
  });
});
