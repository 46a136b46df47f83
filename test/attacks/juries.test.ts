import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Community } from '../../server/community/community.ts';
import type { JuryId, PersonIri, ProposalId } from '../../server/community/ids.ts';
import { proposalId, ruleId } from '../../server/community/ids.ts';
import { checkPool } from '../../server/governance/juries/pool.ts';
import { createJuryPools } from '../../server/stores/juries.ts';
import { days } from '../support/adopted-rule.ts';
import { browsers, callJury, jurorsOf, juryOf, poolOf } from '../support/jury-stage.ts';
import { account, community, LINKS_RULE, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';

let server: RunningServer;
let guild: Community;
/** Ana proposed what is challenged; ali is another account of hers. */
let ana: PersonIri;
let ali: PersonIri;
let members: readonly PersonIri[];
let at: ReturnType<typeof browsers>;
let challenge: JuryId;
/** On the jury that is deliberating. */
let jurors: readonly PersonIri[];
const path = (id: JuryId) => `/communities/guild/juries/${id}`;

beforeAll(async () => {
  server = await runServer();
  at = browsers(server);
  const names = ['ana', 'ali', 'bo', 'cleo', 'dan', 'eva', 'finn', 'gwen', 'hal'];
  members = await Promise.all(names.map((name) => account(server, name)));
  [ana, ali] = members as [PersonIri, PersonIri];
  guild = await community(server, ana, 'guild');
  for (const person of members.slice(1)) must(await server.actions.joinCommunity({ person, community: guild.iri }));
  must(await server.actions.nameAliases({ person: ali, aliases: [ana] }));
  await days(server, 31);
  const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
  const said = { title: LINKS_RULE.title, reasons: 'To keep it readable.', change };
  const { event } = must(await server.actions.submitProposal({ community: guild.iri, by: ana, ...said }));
  const { proposal } = event as { readonly proposal: ProposalId };
  must(await server.actions.secondProposal({ community: guild.iri, proposal, by: members[2] as PersonIri }));
  challenge = await callJury(server, guild.iri, { purpose: { kind: 'challenge', proposal } });
  await days(server, 1);
  jurors = await jurorsOf(server, guild.iri, challenge);
});

afterAll(() => server?.stop());

describe('who is never drawn (MOD-03)', () => {
  it('a party, under any account of hers', async () => {
    const pool = await poolOf(server, guild.iri, challenge);
    const names = pool.map(({ member }) => member);
    expect(names).toHaveLength(7);
    for (const party of [ana, ali]) expect(names).not.toContain(party);
  });

  it('a party cannot have a hand in the seed either', async () => {
    const unrelated = await callJury(server, guild.iri, { purpose: { kind: 'challenge', proposal: proposalId(9) } });
    expect((await juryOf(server, guild.iri, unrelated)).asked).toContain(ana);
    expect((await juryOf(server, guild.iri, challenge)).asked).not.toContain(ana);
  });

  it('somebody who is on another jury', async () => {
    const other = await callJury(server, guild.iri, { purpose: { kind: 'interpretation', rules: [ruleId(1)] } });
    const names = (await poolOf(server, guild.iri, other)).map(({ member }) => member);
    for (const juror of jurors) expect(names).not.toContain(juror);
  });

  it('a party who turns out to be one while she is a juror: she goes out, and the book says so', async () => {
    const [late, ...others] = jurors as [PersonIri, ...PersonIri[]];
    for (const juror of others) await (await at(juror)).submit(`${path(challenge)}/answer`, { answer: 'accept' });
    must(await server.actions.nameAliases({ person: late, aliases: [ana] }));
    await (await at(late)).submit(`${path(challenge)}/answer`, { answer: 'accept' });
    expect((await juryOf(server, guild.iri, challenge)).seats[0]).toMatchObject({ standing: 'out', why: 'conflict' });
    const { text } = await (await at(ana)).get('/communities/guild/record');
    expect(text).toContain('Juror 1 of jury J-1 is replaced: the matter concerns them.');
    expect((await (await at(late)).submit(`${path(challenge)}/vote`, { option: 'kept' })).status).toBe(404);
    jurors = await jurorsOf(server, guild.iri, challenge);
    expect(jurors).not.toContain(late);
    const substitute = jurors.at(-1) as PersonIri;
    await (await at(substitute)).submit(`${path(challenge)}/answer`, { answer: 'accept' });
    await server.settle();
  });
});

describe('votes', () => {
  it('fifty votes of one juror at once are one vote, which stays', async () => {
    const [juror] = jurors as [PersonIri];
    const browser = await at(juror);
    const vote = (number: number) =>
      browser.submit(`${path(challenge)}/vote`, { option: number % 2 ? 'kept' : 'broken' });
    const answers = await Promise.all(Array.from({ length: 50 }, (_, number) => vote(number)));
    for (const { status } of answers) expect(status).toBe(303);
    const [first, ...more] = await server.house.juryVotes.of(guild.iri, challenge);
    expect(more).toEqual([]);
    await vote(first?.option === 'kept' ? 0 : 1);
    expect(await server.house.juryVotes.of(guild.iri, challenge)).toEqual([first]);
  });

  it('nobody else can vote on it, and to her the form leads nowhere', async () => {
    const outsiders = members.filter((one) => !jurors.includes(one));
    for (const person of outsiders) {
      const answer = await (await at(person)).submit(`${path(challenge)}/vote`, { option: 'kept' });
      expect(answer.status).toBe(404);
    }
    expect(await server.house.juryVotes.of(guild.iri, challenge)).toHaveLength(1);
  });

  it.each(['', 'mild', 'kept broken', '$where', 'constructor'])('“%s” is no answer', async (option) => {
    const juror = jurors[1] as PersonIri;
    expect((await (await at(juror)).submit(`${path(challenge)}/vote`, { option })).status).toBe(303);
    expect(await server.house.juryVotes.of(guild.iri, challenge)).toHaveLength(1);
  });

  it('no page tells a vote, or a juror, before the verdict', async () => {
    const outsider = await at(ana);
    const pages = [path(challenge), `${path(challenge)}/draw.json`, '/communities/guild/record.json'];
    for (const page of pages) {
      const { status, text } = await outsider.get(page);
      expect(status).toBe(200);
      const pool = await poolOf(server, guild.iri, challenge);
      for (const { salt } of pool) expect(text).not.toContain(salt);
      expect(text).not.toContain((await server.house.juryVotes.of(guild.iri, challenge))[0]?.leaf);
    }
    const draw = (await outsider.get(`${path(challenge)}/draw.json`)).text;
    for (const juror of jurors) expect(draw).not.toContain(juror);
  });
});

describe('the deliberation', () => {
  const room = () => `${path(challenge)}/deliberation`;

  it('is read by jurors alone: a member, a party and whoever is signed out find nothing', async () => {
    for (const juror of jurors.slice(1)) await (await at(juror)).submit(`${path(challenge)}/vote`, { option: 'kept' });
    await server.settle();
    expect((await juryOf(server, guild.iri, challenge)).phase.state).toBe('deliberation');
    const [juror] = jurors as [PersonIri];
    await (await at(juror)).submit(room(), { text: 'I saw the roll <b>myself</b>.' });
    expect((await (await at(juror)).get(room())).text).toContain('I saw the roll &lt;b&gt;myself&lt;/b&gt;.');
    for (const person of members.filter((one) => !jurors.includes(one) && one !== ana)) {
      const browser = await at(person);
      expect((await browser.get(room())).status).toBe(404);
      expect((await browser.submit(room(), { text: 'Let me in.' })).status).toBe(404);
      expect((await browser.submit(`${path(challenge)}/briefing`, { text: 'Believe me.' })).status).toBe(404);
    }
    const nobody = new Visitor(server);
    expect((await nobody.get(room())).text).not.toContain('I saw the roll');
    expect((await nobody.get(path(challenge))).text).not.toContain('Juror');
  });

  it('is closed to the founder as well, who acts as the clerk of a young community but is a party here', async () => {
    expect((await (await at(ana)).get(room())).status).toBe(404);
    expect((await (await at(ana)).submit(`${path(challenge)}/briefing`, { text: 'I was right.' })).status).toBe(404);
  });
});

describe('whoever holds the machine', () => {
  it('cannot change a vote that was cast: it is not counted, and its receipt is missing', async () => {
    await days(server, 1);
    const [first, ...others] = jurors as [PersonIri, ...PersonIri[]];
    const vote = async (juror: PersonIri) => (await at(juror)).submit(`${path(challenge)}/vote`, { option: 'broken' });
    await vote(first);
    const [cast] = await server.house.juryVotes.of(guild.iri, challenge, 'final');
    const votes = server.database.db.collection('juryVotes');
    const changed = await votes.updateOne({ leaf: cast?.leaf }, { $set: { option: 'kept' } });
    expect(changed.modifiedCount).toBe(1);
    for (const juror of others) await vote(juror);
    await server.settle();
    const { final } = (await juryOf(server, guild.iri, challenge)).rounds;
    expect(final?.leaves).not.toContain(cast?.leaf);
    // Of hers, the blind vote stands, as for whoever does not vote again.
    const blind = await server.house.juryVotes.of(guild.iri, challenge, 'blind');
    expect(final?.leaves).toContain(blind.find(({ juror }) => juror === cast?.juror)?.leaf);
    expect(final?.votes).toBe(3);
  });

  it('cannot put somebody into a frozen pool: the draw goes by what was frozen, and the change is found', async () => {
    const id = await callJury(server, guild.iri, { purpose: { kind: 'interpretation', rules: [ruleId(7)] } });
    const frozen = (await poolOf(server, guild.iri, id)).map(({ member }) => member);
    expect(frozen).not.toHaveLength(0);
    const pools = server.database.db.collection('juryPools');
    const changed = await pools.updateOne({ jury: id }, { $set: { 'entries.0.member': ana } });
    expect(changed.modifiedCount).toBe(1);
    await days(server, 2);
    const drawn = await jurorsOf(server, guild.iri, id);
    expect(drawn).not.toHaveLength(0);
    for (const juror of drawn) expect(frozen).toContain(juror);
    // Whoever reads it anew, as after a restart, draws nothing from it.
    const anew = (await createJuryPools(server.database.db).of(guild.iri)).get(id);
    expect(anew && checkPool(anew, await juryOf(server, guild.iri, id))).toBe(false);
  });
});
