import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { folkmoot } from '../../../server/operator/folkmoot.ts';
import { operatorCommand, type ServerProcess, startServer } from '../../support/server-process.ts';
import { Visitor } from '../../support/visitor.ts';

const COMMANDS = [
  'start',
  'status',
  'record verify',
  'invite',
  'account password-link',
  'deliveries',
  'deliveries replay',
  'config check',
  'token',
  'rule change',
  'post delete',
  'role give',
  'member remove',
  'case decide',
  'vote close',
];

/** Asked here for its explanations, since each start of the command takes a second; what it does is done by starting it. */
const program = folkmoot();
let dir: string;
let server: ServerProcess;
const run = (...args: readonly string[]) => operatorCommand(server.env, ...args);

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-operator-'));
  server = await startServer({ host: 'north.localhost', dataDir: dir });
});

afterAll(async () => {
  await server?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('the operator’s command', () => {
  it.each(COMMANDS)('explains %s with an example', (command) => {
    const named = command
      .split(' ')
      .reduce<Command | undefined>((found, name) => found?.commands.find((one) => one.name() === name), program);
    const said: string[] = [];
    named?.configureOutput({ writeOut: (text) => said.push(text) }).outputHelp();
    expect(said.join('')).toContain('Example:');
  });

  it('on an empty server: nothing to verify, nothing to govern, and a link that founds', async () => {
    expect(await run('record', 'verify')).toMatchObject({
      code: 1,
      output: expect.stringContaining('No community'),
    });
    const refused = await run('rule', 'change', 'R-1');
    expect(refused).toMatchObject({ code: 4, output: expect.not.stringContaining('stands in the record') });
    expect((await run('invite')).output).toContain(`${server.origin}/found/`);
  });

  it('beside the running server it sees the community, verifies its record, and leaves its attempts in it', async () => {
    const founding = {
      username: 'ana',
      password: 'a long enough password',
      community: 'guild',
      title: 'Guild',
      purpose: 'To try.',
    };
    const link = new URL(server.foundingLink() ?? '').pathname;
    expect((await new Visitor(server).submit(link, founding)).status).toBe(303);
    expect((await run('status')).output).toContain('guild: 1 member, ');
    expect(await run('post', 'delete', `${server.origin}/posts/x`)).toMatchObject({ code: 4 });
    expect(await run('case', 'decide', 'C-1')).toMatchObject({
      code: 4,
      output: expect.stringMatching(/cannot decide a case.*stands in the record.*jury/s),
    });
    const verified = await run('record', 'verify', 'guild');
    expect(verified).toMatchObject({ code: 0, output: expect.stringContaining('Everything agrees') });
    expect(await run('record', 'verify', 'nobody')).toMatchObject({
      code: 1,
      output: expect.stringContaining('guild'),
    });
  });

  it('gives the token with which a program may watch, and nothing more', async () => {
    const token = (await run('token')).output.trim();
    const ask = (method: string, where: string, bearer: string) =>
      fetch(`http://127.0.0.1:${server.port}/operator/${where}`, {
        method,
        headers: { authorization: `Bearer ${bearer}` },
      });
    expect((await ask('GET', 'status', token)).status).toBe(200);
    expect((await ask('GET', 'status', 'wrong')).status).toBe(401);
    const changed = await ask('PATCH', 'communities/guild/rules/R-1', token);
    expect(changed.status).toBe(403);
    expect(await changed.json()).toMatchObject({ error: 'needs_decision' });
  });
});
