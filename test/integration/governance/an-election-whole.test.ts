import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import type { Proposal } from '../../../server/governance/proposal.ts';
import { ratificationOf } from '../../../server/governance/roles/provisional.ts';
import { makeKeys } from '../../../server/governance/secret/crypto/keys.ts';
import { days } from '../../support/adopted-rule.ts';
import { must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { beginStory, expectOrder, joinFromAfar, type Story, votesSecretly } from '../../support/whole-story.ts';

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn', 'gina', 'hugo', 'ida', 'jon'] as const;
const VERIFIER = fileURLToPath(new URL('../../../server/verifiers/dist/verify-election.mjs', import.meta.url));
const home = '/communities/guild';

let story: Story;
let south: RemoteOrigin;
let west: RemoteOrigin;
let gil: RemoteActor & { readonly person: PersonIri };
let hal: RemoteActor & { readonly person: PersonIri };
let wim: typeof hal;
let receipt: string;
const keys = new Map<string, string>();

/** Ten members here, gil in the south, hal and wim in the west. Ana made three of them tellers before those two came. */
beforeAll(async () => {
  [story, south, west] = await Promise.all([beginStory(NAMES), startRemoteOrigin('south'), startRemoteOrigin('west')]);
  gil = await joinFromAfar(story, south, 'gil');
  for (const member of ['@cleo', '@dora', `@gil@${south.host}`]) {
    await story.sends('ana', `${home}/roles/appoint`, { role: 'teller', member });
  }
  hal = await joinFromAfar(story, west, 'hal');
  wim = await joinFromAfar(story, west, 'wim');
});
afterAll(async () => {
  await Promise.all([story?.server.stop(), south?.close(), west?.close()]);
});

const all = () => [...story.people, gil.person, hal.person, wim.person];
const afar = () => new Map([gil, hal, wim].map(({ person }) => [person.slice(person.lastIndexOf('/') + 1), person]));
const elections = async (): Promise<readonly Proposal[]> =>
  [...(await story.state()).proposals.values()].filter(
    ({ change }) => change.kind === 'elect' && change.role === 'moderator',
  );
const pathOf = ({ id }: Pick<Proposal, 'id'>) => `${home}/proposals/${id}`;
const holders = async () => ((await story.state()).holders.get('moderator') ?? []).map(({ member }) => member);

async function election(): Promise<Proposal> {
  const last = (await elections()).at(-1);
  if (last === undefined) throw new Error('no election was called');
  return last;
}
/** The option by which somebody stands. */
function nominee({ nominees = [] }: Proposal, member: PersonIri): string {
  return nominees.find((one) => one.member === member)?.id ?? '';
}
async function verify(bundle: string): Promise<{ readonly code: number; readonly stdout: string }> {
  const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-election-'));
  writeFileSync(path.join(dir, 'bundle.json'), bundle);
  const run = promisify(execFile)(process.execPath, [VERIFIER, path.join(dir, 'bundle.json')]);
  const said = await run.then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
  rmSync(dir, { recursive: true });
  return said;
}

describe('the first election', () => {
  it('is called by the charter when the founder’s time is over, and members stand', async () => {
    await days(story.server, 31);
    const { title, phase } = await election();
    expect([title, phase.state]).toEqual(['Election of 3 moderators', 'nomination']);
    for (const name of ['ana', 'ben']) {
      await story.sends(name, `${pathOf(await election())}/stand`, { statement: `I am ${name}.` });
    }
    const stand = { community: story.guild, proposal: (await election()).id, statement: 'From the south.' };
    must(await story.server.actions.stand({ ...stand, by: gil.person }));
    expect((await election()).nominees).toHaveLength(3);
    const others = [...(await story.state()).proposals.values()].filter(({ change }) => change.kind === 'elect');
    expect(others.map(({ title: one }) => one)).not.toContain('Election of 3 tellers');
  });

  it('is frozen with its roll and sealed to the machine, for no teller gave a key; nobody is told how many vote', async () => {
    await days(story.server, 14);
    const { phase, pinned } = await election();
    expect(phase.state).toBe('frozen');
    expect(pinned).toMatchObject({ rollSize: 13, organisations: 3, method: 'stv', seats: 3 });
    expect(pinned?.secret?.tellers.map(({ teller }) => teller)).toEqual(['machine']);
    await days(story.server, 2);
    const ratification = ratificationOf(await story.state())?.id as ProposalId;
    for (const voter of all()) {
      const ballot = { community: story.guild, proposal: ratification, voter, choice: 'yes', via: 'web' } as const;
      must(await story.server.actions.castBallot(ballot));
    }
    const page = await story.sees('finn', pathOf(await election()));
    expect(page).toContain('secret');
    expect(page).not.toContain('have voted');
  });

  it('waits for who has no ballot paper, and for nobody who has one', async () => {
    const waits = async () => {
      const list = (await story.sees('finn', `${home}/proposals`)).split('<li ');
      return list.find((item) => item.includes('Election of 3 moderators'))?.includes('Your vote is still open.');
    };
    expect(await waits()).toBe(true);
    await votes(story.person('finn'), ['ben', 'gil']);
    expect(await waits()).toBe(false);
  });

  it('is counted at its close: ana, ben and gil are elected; one organisation takes no more than a third', async () => {
    for (const name of ['ana', 'ben', 'cleo', 'dora', 'emil']) await votes(story.person(name), ['ben', 'ana', 'gil']);
    for (const name of ['gina', 'hugo', 'ida']) receipt = await votes(story.person(name), ['gil', 'ben', 'ana']);
    await votes(story.person('jon'), ['ana', 'gil']);
    await votes(gil.person, ['gil']);
    await votes(hal.person, ['gil', 'ben']);
    await days(story.server, 7);
    const { phase, outcome } = await election();
    expect([phase.state, outcome?.tally.turnout]).toEqual(['in-force', 12]);
    expect(outcome?.tally).toMatchObject({ method: 'stv', elected: ['N-2', 'N-3', 'N-1'] });
    expect((await holders()).toSorted()).toEqual([story.person('ben'), gil.person].toSorted());
    const page = await story.sees('emil', pathOf(await election()));
    for (const part of [
      '<b>Elected:</b> ben, gil, ana.',
      '2 of 3 seats filled',
      'Passed over: ana',
      'Round by round',
      '<svg',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).toContain('people stood');
    expect(page).not.toContain('seconded');
    expect(page).not.toContain('Who voted what');
    expect(await story.sees('ana', '/notices')).toContain('you could not take a seat');
    const roles = await story.sees('ben', `${home}/roles`);
    expect(roles).toContain('3 seats; 1 is empty');
  });

  it('lets those who were elected act as moderators, and nobody else', async () => {
    expect(await story.sees('ben', '/notices')).toContain('You are moderator of The guild now');
    const status = async (name: string, where: string) => (await (await story.as(name)).get(where)).status;
    const where = `${home}/reports`;
    expect([await status('ben', where), await status('ana', where)]).toEqual([200, 404]);
    expect(await story.sees('ben', `${home}/emergencies`)).toContain('Do it now');
    expect(await story.sees('ana', `${home}/emergencies`)).not.toContain('Do it now');
  });

  it('shows every voter her receipt, and anybody recounts it from its bundle', async () => {
    const one = pathOf(await election());
    expect(await story.sends('ida', `${one}/secret/receipt`, { leaf: receipt })).toContain('It stands on the board');
    const bundle = await story.sees('emil', `${one}/bundle.json`);
    const right = await verify(bundle);
    expect([right.code, right.stdout]).toEqual([0, expect.stringContaining('12 ballots')]);
    expect(right.stdout).not.toContain('not in this bundle');
    expect((await verify(bundle.replace('"elected":["N-2","N-3"', '"elected":["N-3","N-2"'))).code).toBe(3);
  });

  it('leaves everything in order', () => expectOrder(story));
});

describe('the second election, for the seat that is left', () => {
  it('is called after the pause; who would bring an organisation above its third cannot stand', async () => {
    await days(story.server, 14);
    const { title, phase } = await election();
    expect([title, phase.state]).toEqual(['Election of 1 moderator', 'nomination']);
    const path = pathOf(await election());
    expect(await story.sends('ida', `${path}/stand`, { statement: '' })).toContain('holds as many of these seats');
    must(
      await story.server.actions.stand({
        community: story.guild,
        proposal: (await election()).id,
        by: hal.person,
        statement: '',
      }),
    );
  });

  it('is sealed to three tellers of two organisations, who gave their keys', async () => {
    const path = pathOf(await election());
    for (const name of ['cleo', 'dora']) {
      const { publicKey, privateKey } = await makeKeys('ECDH');
      keys.set(name, privateKey);
      expect(await story.sees(name, `${path}/teller`)).toContain('key');
      expect(await story.sends(name, `${path}/teller/deposit`, { key: publicKey })).toContain('Your key is given');
    }
    expect(await story.sends('ida', `${path}/teller/deposit`, { key: (await makeKeys('ECDH')).publicKey })).toContain(
      'sealed to the members who are tellers',
    );
    const { publicKey: key } = await makeKeys('ECDH');
    must(
      await story.server.actions.depositTellerKey({
        community: story.guild,
        proposal: (await election()).id,
        by: gil.person,
        key,
      }),
    );
    await days(story.server, 14);
    await days(story.server, 2);
    const { pinned, phase } = await election();
    expect([phase.state, pinned?.secret?.threshold, pinned?.secret?.tellers.length]).toEqual(['voting', 2, 3]);
  });

  it('is opened by two of them after the close; reopening wins, and nobody takes the seat', async () => {
    for (const person of all().slice(0, 9)) await votes(person, ['reopen', 'hal']);
    for (const person of all().slice(9, 12)) await votes(person, ['hal']);
    await days(story.server, 7);
    expect((await election()).phase.state).toBe('counting');
    const path = pathOf(await election());
    expect(await story.sends('cleo', `${path}/teller/open`, { key: keys.get('cleo') ?? '' })).toContain('Thank you');
    expect((await election()).phase.state).toBe('counting');
    await story.sends('dora', `${path}/teller/open`, { key: keys.get('dora') ?? '' });
    const { phase, outcome } = await election();
    expect([phase.state, outcome?.tally]).toMatchObject(['rejected', { method: 'stv', elected: [], reopened: true }]);
    expect(await story.sees('emil', path)).toContain('Nobody was elected');
    const right = await verify(await story.sees('emil', `${path}/bundle.json`));
    expect([right.code, right.stdout]).toEqual([0, expect.stringContaining('12 ballots')]);
    expect(await holders()).toHaveLength(2);
  });
});

describe('the third election', () => {
  it('ends in a tie, which a lot decides that lies in the ballots themselves; then no seat is empty', async () => {
    await days(story.server, 14);
    expect((await election()).title).toBe('Election of 1 moderator');
    const proposal = (await election()).id;
    for (const { person: by } of [hal, wim]) {
      must(await story.server.actions.stand({ community: story.guild, proposal, by, statement: '' }));
    }
    await days(story.server, 14);
    await days(story.server, 2);
    for (const person of all().slice(0, 5)) await votes(person, ['hal']);
    for (const person of all().slice(5, 10)) await votes(person, ['wim']);
    await days(story.server, 7);
    const { outcome, phase } = await election();
    expect(phase.state).toBe('in-force');
    expect(outcome?.tally).toMatchObject({
      rounds: expect.arrayContaining([expect.objectContaining({ tiedWith: expect.anything() })]),
    });
    expect(await story.sees('emil', pathOf(await election()))).toContain('1 of 1 seat filled');
    expect(await holders()).toHaveLength(3);
  });

  it('leaves everything in order', () => expectOrder(story));
});

async function votes(voter: PersonIri, order: readonly string[]): Promise<string> {
  const one = await election();
  const options = order.map((name) => {
    return name === 'reopen' ? name : nominee(one, afar().get(name) ?? story.person(name));
  });
  return votesSecretly(story, one.id, voter, options.join('>'));
}
