import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { placeFor } from '../../../server/actions/act-links.ts';
import type { JuryId, PersonIri } from '../../../server/community/ids.ts';
import { QUICKNET } from '../../../server/governance/juries/beacon.ts';
import type { DrawBundle } from '../../../server/governance/juries/draw-bundle.ts';
import { sha256 } from '../../../server/record/canonical.ts';
import { activity } from '../../support/attacker.ts';
import { answerOf, FOREIGN_1000, type Relay, ROUND_1000, startRelay } from '../../support/drand-rounds.ts';
import { callBeforeRound1000, type DrandStage, drandStage, minutesAfterRound1000 } from '../../support/drand-stage.ts';
import { jurorsOf, juryOf } from '../../support/jury-stage.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { operatorCommand } from '../../support/server-process.ts';
import { takenIn } from '../../support/taken-in.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';
import { expectOrder, type Story } from '../../support/whole-story.ts';

const VERIFIER = fileURLToPath(new URL('../../../server/verifiers/dist/verify-record.mjs', import.meta.url));

let relays: readonly [Relay, Relay];
let stage: DrandStage;
let id: JuryId;
/** Drawn from the same round, which somebody elsewhere hands in. */
let second: JuryId;
let far: RemoteOrigin;
let vera: PersonIri;
let dir: string;
const jury = () => juryOf(stage.server, stage.guild, id);
const page = () => `/communities/guild/juries/${id}`;
const bertil = () => stage.at(stage.members[1] as PersonIri);

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-drand-'));
  relays = [await startRelay(), await startRelay()];
  stage = await drandStage({ DRAND_URLS: relays.map(({ address }) => address).join(', ') });
  far = await startRemoteOrigin('far');
  const actor = await far.actor('vera');
  vera = actor.iri as PersonIri;
  await takenIn(stage.server, [activity('Follow', actor, stage.guild)]);
  id = await callBeforeRound1000(stage);
  second = await callBeforeRound1000(stage, { number: 2, size: 1 });
}, 90_000);

afterAll(async () => {
  await stage?.stop();
  await Promise.all([far?.close(), ...relays.map((relay) => relay.stop())]);
  await rm(dir, { recursive: true, force: true });
});

it('the round is named with the frozen pool; nobody is asked for it before it is out', async () => {
  const { phase, beacon, pool, source } = await jury();
  expect([phase.state, source, beacon]).toEqual(['awaiting-round', 'drand', { chain: QUICKNET.hash, round: 1000 }]);
  expect(pool?.members).toBe(5);
  const { text } = await (await bertil()).get(page());
  expect(text).toContain('round 1000 of drand');
  expect(text).toContain('23 Aug 2023, 15:59 UTC');
  expect(text).not.toContain('Hand it in');
  expect(relays.flatMap(({ asked }) => asked)).toEqual([]);
});

it('while no relay has it the draw waits, members are asked, and the page takes it from any of them', async () => {
  await minutesAfterRound1000(stage, 11);
  expect((await jury()).phase.state).toBe('awaiting-round');
  const [first, other] = relays;
  expect(first.asked[0]).toBe(`/${QUICKNET.hash}/public/1000`);
  expect(other.asked.length).toBeGreaterThan(0);
  const browser = await bertil();
  expect((await browser.get(page())).text).toContain(`https://api.drand.sh/${QUICKNET.hash}/public/1000`);
  expect((await browser.get('/notices')).text).toContain('Please hand it in');
  expect((await browser.get('/jury-duty')).text).toContain('Hand in the random number');
});

it('somebody elsewhere hands it in by a link of her own, and her jury is drawn', async () => {
  const { house } = stage.server;
  const [community, state] = await Promise.all([house.communities.byIri(stage.guild), house.states.load(stage.guild)]);
  if (!community || !state) throw new Error('there is no guild');
  const place = placeFor(house, { state, community, id: second, person: vera, now: house.clock.now(), path: '/' });
  const { pathname } = new URL(place.link);
  const anybody = new Visitor(stage.server);
  expect((await anybody.get(pathname)).text).toContain('Hand in the random number');
  await anybody.submit(`${pathname}/seed/round`, { signature: FOREIGN_1000 });
  expect((await juryOf(stage.server, stage.guild, second)).phase.state).toBe('awaiting-round');
  await anybody.submit(`${pathname}/seed/round`, { signature: answerOf(ROUND_1000) });
  await stage.server.settle();
  const { phase, beacon } = await juryOf(stage.server, stage.guild, second);
  expect([phase.state, beacon?.by]).toEqual(['answering', vera]);
});

it('a relay that lies is passed over; from the other one’s answer the jury is drawn', async () => {
  const [liar, honest] = relays;
  liar.publish(1000, answerOf({ ...ROUND_1000, signature: FOREIGN_1000 }));
  honest.publish(1000, answerOf(ROUND_1000));
  await until('the jury is drawn', async () => {
    await stage.server.settle();
    return (await jury()).seed;
  });
  const { phase, seed, pool, beacon } = await jury();
  expect([phase.state, beacon?.signature]).toEqual(['answering', ROUND_1000.signature]);
  expect(seed).toBe(sha256(['jury/1', id, 'challenge P-1', pool?.root, ROUND_1000.signature].join('\n')));
  const { text } = await (await bertil()).get(page());
  expect(text).toContain(ROUND_1000.signature);
  const asked = relays.map((relay) => relay.asked.length);
  await stage.server.settle();
  expect(relays.map((relay) => relay.asked.length)).toEqual(asked);
});

it('the jury sits, votes and decides as any other', async () => {
  for (let round = 0; round < 3; round += 1) {
    for (const juror of await jurorsOf(stage.server, stage.guild, id)) {
      await (await stage.at(juror)).submit(`${page()}/answer`, { answer: 'accept' });
    }
    await stage.server.settle();
  }
  const jurors = await jurorsOf(stage.server, stage.guild, id);
  for (const option of ['kept', 'broken']) {
    for (const juror of jurors) await (await stage.at(juror)).submit(`${page()}/vote`, { option });
    await stage.server.settle();
    stage.server.clock.forward(25);
    await stage.server.settle();
  }
  expect((await jury()).phase.state).toBe('decided');
});

it('anybody draws it again by the operator’s command, and is told what to look for in the book', async () => {
  const { text } = await (await bertil()).get(`${page()}/draw.json`);
  const bundle = JSON.parse(text) as DrawBundle;
  expect(bundle.format).toBe('folkmoot/jury-draw/2');
  const run = async (change: object) => {
    const file = path.join(dir, 'draw.json');
    await writeFile(file, JSON.stringify({ ...bundle, ...change }));
    return operatorCommand(stage.server.env, 'jury', 'verify', file);
  };
  const good = await run({});
  expect(good).toMatchObject({ code: 0, output: expect.not.stringContaining('WRONG') });
  expect(good.output).toContain(`round 1000 of drand’s chain ${QUICKNET.hash}, published on 23 August 2023, 15:59 UTC`);
  const forged = await run({ beacon: { ...bundle.beacon, signature: FOREIGN_1000 } });
  expect(forged).toMatchObject({ code: 3, output: expect.stringContaining('not the signature of round 1000') });
});

it('the book tells it, and whoever has a copy checks the round without this server', async () => {
  const browser = await bertil();
  const book = (await browser.get('/communities/guild/record?only=juries')).text;
  expect(book).toContain('Round 1000 of drand came');
  expect(book).toContain('the draw follows from round 1000 of drand, published on 23 August 2023, 15:59 UTC');
  const { text } = await browser.get('/communities/guild/record/entries.jsonl');
  const file = path.join(dir, 'record.jsonl');
  await writeFile(file, text);
  const { stdout } = await promisify(execFile)(process.execPath, [VERIFIER, file]);
  expect(stdout).toContain('Every entry makes sense after those before it.');
  await expectOrder({ server: stage.server, guild: stage.guild } as Story);
});
