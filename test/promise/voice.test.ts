import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActorIri, PostIri } from '../../server/community/ids.ts';
import { makeDecision } from '../../server/governance/cases/decision.ts';
import { groundOf } from '../../server/governance/cases/moderate.ts';
import { addDays } from '../../server/governance/dates.ts';
import type { RuleDraft } from '../../server/governance/rules/rule.ts';
import { random } from '../../server/governance/secret/crypto/bytes.ts';
import { makeKeys } from '../../server/governance/secret/crypto/keys.ts';
import {
  appealFields,
  beginToken,
  finishToken,
  type Holding,
  redeemFields,
  saidFields,
} from '../../server/governance/voices/holder.ts';
import type { Log } from '../../server/log.ts';
import { copyOf } from '../integration/secret/linking.ts';
import { adoptChange, adoptRule } from '../support/adopted-rule.ts';
import { type IssuerProcess, startIssuer } from '../support/issuer-process.ts';
import { LINKS_RULE, must } from '../support/people.ts';
import { ask, NAMES, type SecretGuild, secretGuild } from '../support/secret-guild.ts';
import { write } from '../support/secret-vote.ts';
import { Visitor } from '../support/visitor.ts';

const HOUR_MS = 3_600_000;
const COMMAND = fileURLToPath(new URL('../../server/verifiers/dist/voice.mjs', import.meta.url));
const VOICE = '/communities/guild/voice';
const WORKS = 'works.example';
const OTHERS = Array.from({ length: 12 }, (_, at) => `Person ${at + 1}`);

const said: string[] = [];
const note = (facts: object, message: string) => void said.push(JSON.stringify({ ...facts, message }));
const listening: Log = { info: note, warn: note, error: note, debug: note };

let stage: SecretGuild;
let issuer: IssuerProcess;
let codes: ReadonlyMap<string, string>;
const holdings = new Map<string, Holding>();

const anybody = () => new Visitor(stage.server);
const now = () => stage.server.house.clock.now();

interface Setup {
  readonly epoch: string;
  readonly issuers: readonly {
    readonly organisation: string;
    readonly epochs: readonly { readonly epoch: string; readonly blindKey: string; readonly issued: number }[];
  }[];
}

/** What the voice page tells everybody’s program. */
const setup = async (): Promise<Setup> => JSON.parse((await anybody().get(`${VOICE}/setup.json`)).text) as Setup;

/** What somebody’s own program makes, before the issuer has signed it. */
async function begin(): Promise<Holding & { readonly draft: NonNullable<Holding['draft']> }> {
  const { epoch, issuers } = await setup();
  const blindKey = issuers[0]?.epochs.find((one) => one.epoch === epoch)?.blindKey ?? '';
  return beginToken({ community: stage.guild, organisation: WORKS, epoch, blindKey }, random);
}

async function atIssuer(fields: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const headers = { Accept: 'application/json' };
  const answer = await fetch(`${issuer.url}/token`, { method: 'POST', body: new URLSearchParams(fields), headers });
  return (await answer.json()) as Readonly<Record<string, string>>;
}

async function getToken(name: string): Promise<void> {
  const begun = await begin();
  const { epoch, draft } = begun;
  const { signature = '' } = await atIssuer({ code: codes.get(name) ?? '', epoch, blinded: draft.blinded });
  holdings.set(name, (await finishToken(begun, signature)) as Holding);
}

const held = (name: string): Holding => holdings.get(name) as Holding;
const redeem = (holding: Holding, changed: object = {}) =>
  ask(anybody(), `${VOICE}/redeem`, { ...redeemFields(holding), ...changed });
const speak = async (holding: Holding, text: string, inReplyTo?: string) =>
  ask(anybody(), `${VOICE}/speak`, await saidFields(holding, { text, inReplyTo }, random));
/** An hour passes, so that the issuer is asked again. */
const anHour = async (hours = 1) => {
  stage.server.clock.forward(hours);
  await stage.server.settle();
};

beforeAll(async () => {
  stage = await secretGuild(listening);
  const { server, guild, person } = stage;
  issuer = await startIssuer(WORKS, [...NAMES, ...OTHERS], server.clock.file);
  const members = NAMES.slice(0, 7).map(person);
  await adoptRule(server, guild, members, {
    ...LINKS_RULE,
    kind: 'conduct',
    human: { max: 'mute:7d' },
  } as unknown as RuleDraft);
  await adoptChange(server, guild, members, {
    kind: 'accept-issuer',
    organisation: WORKS,
    key: issuer.key,
    url: issuer.url,
  });
  // To the third of a month, so that what follows happens within it.
  const next = Date.UTC(now().getUTCFullYear(), now().getUTCMonth() + 1, 3);
  await anHour(Math.ceil((next - now().getTime()) / HOUR_MS));
  codes = await issuer.codes();
}, 180_000);
afterAll(async () => {
  await issuer?.stop();
  await stage?.server.stop();
});

describe('a verified but unnamed voice', () => {
  it('is given by an issuer of the organisation: one token for each on its roll, by a code', async () => {
    for (const name of NAMES) await getToken(name);
    expect([...holdings.values()].every(({ paper }) => paper !== undefined)).toBe(true);
    const { epoch, draft } = await begin();
    const asked = { epoch, blinded: draft.blinded };
    expect(await atIssuer({ ...asked, code: codes.get('bob') ?? '' })).toMatchObject({ code: 'already-issued' });
    expect(await atIssuer({ ...asked, code: '1234-1234' })).toMatchObject({ code: 'bad-code' });
    expect(await atIssuer({ ...asked, code: codes.get('Person 1') ?? '', epoch: '2001-01' })).toMatchObject({
      code: 'expired-epoch',
    });
  });

  it('is refused while fewer than twenty were given a token', async () => {
    await anHour();
    expect((await setup()).issuers[0]?.epochs[0]?.issued).toBe(12);
    expect(await redeem(held('bob'))).toMatchObject({ status: 409, code: 'too-few-issued' });
    for (const name of OTHERS.slice(0, 10)) await getToken(name);
    await anHour();
    expect((await setup()).issuers[0]?.epochs[0]?.issued).toBe(22);
  });

  it('is not had with a token of another key, another month, or another community, nor by whoever shows who she is', async () => {
    const bob = held('bob');
    const twin = { ...bob, paper: { ...(bob.paper as NonNullable<Holding['paper']>), token: await makeKeys('ECDSA') } };
    expect(await redeem(twin)).toMatchObject({ code: 'bad-token' });
    expect(await redeem(bob, { epoch: '2001-01' })).toMatchObject({ code: 'expired-epoch' });
    expect(await redeem(bob, { organisation: 'elsewhere.example' })).toMatchObject({ code: 'no-such-issuer' });
    const shown = await ask(stage.signedIn.get('bob') as Visitor, `${VOICE}/redeem`, redeemFields(bob));
    expect(shown).toMatchObject({ status: 400, code: 'not-anonymous' });
  });

  it('speaks some hours after its token was spent, and a token is spent once', async () => {
    const order = [...NAMES].sort((a, b) => (a.split('').reverse().join('') < b.split('').reverse().join('') ? -1 : 1));
    for (const name of order) expect(await redeem(held(name))).toMatchObject({ status: 200, among: 22 });
    const first = await redeem(held('bob'));
    expect(await redeem(held('bob'))).toEqual(first);
    expect(await stage.server.database.db.collection('voices').countDocuments()).toBe(NAMES.length);
    const waits = (new Date(String(first.speaksFrom)).getTime() - now().getTime()) / HOUR_MS;
    expect(waits).toBeGreaterThan(1);
    expect(waits).toBeLessThan(14);
    expect(await speak(held('bob'), 'Too early.')).toMatchObject({ status: 409, code: 'not-yet' });
    await anHour(14);
  });

  it('row 37: a post reads “verified, works.example, one of 22”, and is its community’s on every server', async () => {
    const { status, page } = await speak(held('bob'), 'The new process costs us two days a week.');
    expect(status).toBe(200);
    await stage.server.settle();
    const shown = await (stage.signedIn.get('ana') as Visitor).get(String(page));
    const { name } = await redeem(held('bob'));
    expect(shown.text).toContain(`<strong>${String(name)}</strong> · verified, works.example, one of 22`);
    expect(shown.text).toContain('costs us two days a week');
    const post = await stage.server.database.db.collection('posts').findOne({ voice: { $exists: true } });
    const note = JSON.parse(
      (await anybody().get(new URL(String(post?._id)).pathname, { Accept: 'application/activity+json' })).text,
    );
    expect(note).toMatchObject({ attributedTo: stage.guild, type: 'Note' });
    expect(JSON.stringify(note)).not.toContain(String(post?.voice));
  });

  it('has a page only where members decided so, with the program that makes tokens', async () => {
    const page = await (stage.signedIn.get('ana') as Visitor).get(VOICE);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).toContain('works.example: 22 people were given a token');
    const front = await (stage.signedIn.get('ana') as Visitor).get('/communities/guild');
    expect(front.text).toContain(VOICE);
    must(
      await stage.server.actions.foundCommunity({
        founder: stage.person('mallory'),
        name: 'plain',
        title: 'Plain',
        purpose: 'For us.',
      }),
    );
    const mallory = stage.signedIn.get('mallory') as Visitor;
    expect((await mallory.get('/communities/plain/voice')).status).toBe(404);
    expect((await mallory.get('/communities/plain')).text).not.toContain('/voice');
  });

  // In a browser, by the page’s own program: test/journeys/voice.
  it('is had with the command as well, in one file', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-voice-'));
    // The host of the trial resolves in browsers alone.
    const address = `http://localhost:${stage.server.port}${VOICE}`;
    const voice = (...given: readonly string[]) =>
      promisify(execFile)(process.execPath, [COMMAND, ...given], { cwd: dir }).then(
        ({ stdout }) => stdout,
        ({ stderr }: { stderr: string }) => stderr,
      );
    const code = codes.get('Person 12') ?? '';
    expect(await voice('token', address, WORKS, '1234')).toContain('This code is not one of this month');
    expect(await voice('token', address, WORKS, code)).toContain('Nobody can tell any more that it is yours');
    expect(await voice('redeem', address)).toMatch(/^You are [A-Z]\w+ [A-Z]\w+\. You can speak from /);
    expect(await voice('say', address, 'Too early.')).toContain('Come back then');
    rmSync(dir, { recursive: true });
  });

  it('answers others, says nothing twice, and nobody else speaks with it', async () => {
    const { server, guild, person } = stage;
    const asked = must(
      await server.actions.publishPost({ author: person('cleo'), community: guild, text: 'How is it?' }),
    );
    const fields = await saidFields(held('dora'), { text: 'It is slow.', inReplyTo: asked.iri }, random);
    const [once, again] = [
      await ask(anybody(), `${VOICE}/speak`, fields),
      await ask(anybody(), `${VOICE}/speak`, fields),
    ];
    expect([once.status, again.page]).toEqual([200, once.page]);
    expect(await server.database.db.collection('posts').countDocuments({ inReplyTo: asked.iri })).toBe(1);
    expect(await ask(anybody(), `${VOICE}/speak`, { ...fields, text: 'It is fast.' })).toMatchObject({
      code: 'bad-signature',
    });
    const stranger: Holding = {
      ...held('dora'),
      paper: { ...(held('dora').paper as never as object), token: await makeKeys('ECDSA') } as never,
    };
    expect(await speak(stranger, 'I am dora.')).toMatchObject({ code: 'no-such-voice' });
    expect(await speak(held('dora'), '  ')).toMatchObject({ code: 'no-text' });
  });

  it('row 37: the database and the logs of both processes hold no link from a voice to a person', async () => {
    const db = stage.server.database.db;
    const copy = await copyOf(db);
    const texts = [...copy].flatMap(([where, all]) => all.map((one) => [where, JSON.stringify(one)] as const));
    const left = [...said, ...issuer.leftBehind()].map((line) => ['a log, or the issuer’s files', line] as const);
    expect(await links([...texts, ...left])).toEqual([]);
    // Of a voice there is no time but the full hour from which it speaks, and no order but that of its hash.
    const voices = copy.get('voices') ?? [];
    const dates = voices.flatMap((voice) => Object.entries(voice).filter(([, value]) => value instanceof Date));
    expect(new Set(dates.map(([name]) => name))).toEqual(new Set(['speaksFrom']));
    expect(dates.every(([, value]) => (value as Date).getTime() % HOUR_MS === 0)).toBe(true);
    const ids = voices.map(({ _id }) => String(_id));
    expect(ids).toEqual([...ids].sort());
    // The issuer’s file has its names in their own order, and no time.
    const file = issuer.leftBehind().find((text) => text.includes('"issued"')) ?? '';
    const names = Object.keys((JSON.parse(file) as { issued: object }).issued);
    expect(names).toEqual([...names].sort());
    expect(file).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    // A careless program would be caught by the same search.
    const bobs = (await marksOf('bob'))[0];
    expect(await links([['voices', JSON.stringify({ _id: bobs, member: stage.person('bob') })]])).not.toEqual([]);
    expect(await links([['the log', `POST /voice/redeem by ${stage.person('bob')}: ${bobs}`]])).not.toEqual([]);
  });

  it('is moderated like anybody: a case is about the voice, and hides what it said', async () => {
    const { server, guild, person } = stage;
    const spoken = await server.database.db
      .collection<{ _id: PostIri; voice: ActorIri }>('posts')
      .findOne({ voice: { $exists: true } });
    if (spoken === null) throw new Error('nothing was said');
    const state = await server.house.states.load(guild);
    if (state === null) throw new Error('there is no guild');
    const report = {
      community: guild,
      by: person('bob'),
      post: spoken._id,
      rule: 'R-1' as never,
      text: 'Look at this.',
    };
    must(await server.actions.fileReport(report));
    await server.settle();
    const reported = await server.house.states.load(guild);
    const [found] = [...(reported?.cases.values() ?? [])];
    expect(found?.respondent).toBe(spoken.voice);
    if (reported == null || found === undefined) throw new Error('no case was opened');
    // Who moderates, and how they agree, is another test's matter.
    const decidedBy = { by: 'moderators', members: [person('ana'), person('cleo')] } as const;
    const draft = {
      ...groundOf(reported, found, now()),
      level: 3 as const,
      until: addDays(now(), 7),
      facts: 'It broke the rule.',
      decidedBy,
    };
    const decision = { ...must(makeDecision(draft)), level: 3 as const };
    const about = { case: found.id, sanction: 'S-1' as never, respondent: found.respondent };
    await write(server, guild, { kind: 'sanction-imposed', ...about, decision });
    expect(await speak(held('bob'), 'Once more.')).toMatchObject({ status: 409, code: 'muted' });
    expect((await speak(held('cleo'), 'I can still speak.')).status).toBe(200);
    // It contests that as itself: by its key, and nobody else’s.
    const contest = async (holding: Holding, id: string, changed: object = {}) => {
      const fields = await appealFields(holding, { case: id, words: 'It said what is so.' });
      return ask(anybody(), `${VOICE}/appeal`, { ...fields, ...changed });
    };
    expect(await contest(held('cleo'), found.id)).toMatchObject({ status: 409, code: 'not-yours' });
    expect(await contest(held('bob'), found.id, { words: 'Other words.' })).toMatchObject({ code: 'bad-signature' });
    expect(await contest(held('bob'), 'C-99')).toMatchObject({ code: 'no-such-case' });
    const shown = stage.signedIn.get('bob') as Visitor;
    const asked = await appealFields(held('bob'), { case: found.id, words: 'It said what is so.' });
    expect(await ask(shown, `${VOICE}/appeal`, asked)).toMatchObject({ status: 400, code: 'not-anonymous' });
    const page = `/communities/guild/cases/${found.id}`;
    expect(await contest(held('bob'), found.id)).toMatchObject({ status: 200, page });
    expect(await contest(held('bob'), found.id)).toMatchObject({ status: 409, code: 'nothing-to-appeal' });
    await server.settle();
    const appealed = (await server.house.states.load(guild))?.cases.get(found.id);
    expect(appealed?.phase.state).toBe('appealed');
    expect(appealed?.appeal?.words).toBe('It said what is so.');
    // Members see which voice it is about; what it says for itself, whoever decides.
    const { name } = await redeem(held('bob'));
    expect((await (stage.signedIn.get('dora') as Visitor).get(page)).text).toContain(`<b>${String(name)}</b>`);
    const entries = (await copyOf(server.database.db)).get('entries') ?? [];
    const written = entries.map((one) => ['entries', JSON.stringify(one)] as const);
    expect(written.some(([, text]) => text.includes('It said what is so.'))).toBe(true);
    expect(await links(written)).toEqual([]);
    const hidden = await (stage.signedIn.get('cleo') as Visitor).get(
      server.house.addresses.page.thread('guild', spoken._id),
    );
    expect(hidden.text).not.toContain('two days a week');
    expect(
      await links(
        (await copyOf(server.database.db)).get('notices')?.map((one) => ['notices', JSON.stringify(one)] as const) ??
          [],
      ),
    ).toEqual([]);
  });

  it('ends with the month after its own, and is then forgotten', async () => {
    await anHour(24 * 62);
    expect(await speak(held('cleo'), 'Still here.')).toMatchObject({ status: 409 });
    expect(await redeem(held('cleo'))).toMatchObject({ code: 'expired-epoch' });
    expect(await stage.server.database.db.collection('voices').countDocuments()).toBe(0);
  });
});

/** By what somebody’s voice is known: its hash, its name, its key, its token. */
async function marksOf(name: string): Promise<readonly string[]> {
  const { paper } = held(name);
  const { voiceId } = await import('../../server/actions/voices/redeem.ts');
  const token = paper?.token.publicKey ?? '';
  const id = voiceId(stage.guild, token);
  const voice = await stage.server.house.voices.byId(id);
  return [
    id,
    voice?.name ?? '',
    `#${voice?.name.toLowerCase().replace(' ', '-')}`,
    token,
    paper?.paper ?? '',
    paper?.prefix ?? '',
  ];
}

/** Documents and lines that name somebody beside her own voice. */
async function links(texts: readonly (readonly [string, string])[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of NAMES) {
    const marks = await marksOf(name);
    const iri = stage.person(name);
    for (const [where, text] of texts) {
      const isNamed = text.includes(`${iri}"`) || text.includes(`${iri}:`) || text.includes(`"${name}"`);
      if (isNamed && marks.some((mark) => text.includes(mark))) found.push(`${where}: ${name}`);
    }
  }
  return found;
}
