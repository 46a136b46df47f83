import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, ProposalId, RuleId } from '../../server/community/ids.ts';
import { loadSecrets } from '../../server/secrets.ts';
import { days } from '../support/adopted-rule.ts';
import { account, community, LINKS_RULE, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';

const NAMES = ['alice', 'bob', 'carol'] as const;

let north: RunningServer;
let guild: CommunityIri;
const people = new Map<string, PersonIri>();
const person = (name: string) => people.get(name) as PersonIri;

/** Alice founded the guild a month ago; the others are members like her. */
beforeAll(async () => {
  north = await runServer('north.localhost');
  for (const name of NAMES) people.set(name, await account(north, name));
  guild = (await community(north, person('alice'), 'guild')).iri;
  for (const name of ['bob', 'carol']) {
    must(await north.actions.joinCommunity({ person: person(name), community: guild }));
  }
  await days(north, 31);
});
afterAll(() => north?.stop());

/** Days pass in this file, and sessions end: each signs in when she comes. */
async function at(name: string): Promise<Visitor> {
  const visitor = new Visitor(north);
  expect((await visitor.signIn(name, 'a long enough password')).status).toBe(303);
  return visitor;
}
const stranger = () => new Visitor(north);
const state = async () => {
  const found = await north.house.states.load(guild);
  if (found === null) throw new Error('the guild has no record');
  return found;
};
const textOf = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const pathOf = (proposal: ProposalId): string => `/communities/guild/proposals/${proposal}`;

/** A proposal of bob's, brought to its vote; days pass. */
async function toTheVote(title: string): Promise<ProposalId> {
  const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
  const asked = { community: guild, by: person('bob'), title, reasons: 'To keep it readable.', change };
  const { proposal } = must(await north.actions.submitProposal(asked)).event as { readonly proposal: ProposalId };
  expect((await (await at('carol')).submit(`${pathOf(proposal)}/second`, {})).status).toBe(303);
  await north.actions.secondProposal({ community: guild, proposal, by: person('alice') });
  await days(north, 5);
  await days(north, 2);
  return proposal;
}

/** Seconds, discussion, a vote of everybody's, and the pause: the days that the charter gives each. */
async function pass(proposal: ProposalId, long: { discussion: number; voting: number; pause: number }): Promise<void> {
  for (const name of NAMES) await (await at(name)).submit(`${pathOf(proposal)}/second`, {});
  await days(north, long.discussion);
  await days(north, 2);
  for (const name of NAMES) await (await at(name)).submit(`${pathOf(proposal)}/ballot`, { choice: 'yes' });
  await days(north, long.voting);
  await days(north, long.pause);
  expect((await state()).proposals.get(proposal)?.phase.state).toBe('in-force');
}

it('row 40: what members say against a result stays with it: on its page, in every copy of the book, among what changed', async () => {
  const proposal = await toTheVote('Fewer links from who is new');
  for (const [name, choice] of [
    ['alice', 'yes'],
    ['bob', 'yes'],
    ['carol', 'no'],
  ] as const) {
    expect((await (await at(name)).submit(`${pathOf(proposal)}/ballot`, { choice })).status).toBe(303);
  }
  const words = 'It silences the newest among us.\nA label would do.';
  // Not before there is a result.
  await (await at('carol')).submit(`${pathOf(proposal)}/minority`, { text: words });
  expect((await state()).proposals.get(proposal)?.minority).toBeUndefined();
  await days(north, 7);

  const [carol, bob] = [await at('carol'), await at('bob')];
  expect(textOf((await carol.get(pathOf(proposal))).text)).toContain('I do not agree with the result');
  expect((await carol.submit(`${pathOf(proposal)}/minority`, { text: words })).status).toBe(303);
  expect((await bob.submit(`${pathOf(proposal)}/minority/sign`, { statement: '1' })).status).toBe(303);
  // Nobody signs who could not vote: who came after the roll was taken, and who is no member.
  const nora = await account(north, 'nora');
  must(await north.actions.joinCommunity({ person: nora, community: guild }));
  await account(north, 'olga');
  for (const name of ['nora', 'olga']) {
    const her = await at(name);
    await her.submit(`${pathOf(proposal)}/minority/sign`, { statement: '1' });
    await her.submit(`${pathOf(proposal)}/minority`, { text: 'Me too.' });
  }
  expect((await stranger().submit(`${pathOf(proposal)}/minority`, { text: 'And I.' })).status).not.toBe(200);
  expect((await state()).proposals.get(proposal)?.minority).toMatchObject([
    { by: person('carol'), text: words, signatures: [person('bob')] },
  ]);

  await days(north, 3);
  const page = textOf((await stranger().get(pathOf(proposal))).text);
  expect(page).toContain('It silences the newest among us. A label would do.');
  expect(page.indexOf('Minority statements')).toBeGreaterThan(page.indexOf('Result'));
  const changes = textOf((await stranger().get('/changes')).text);
  expect(changes).toMatch(/Fewer links from who is new .*A minority statement stands with it/);
  expect(textOf((await carol.get('/communities/guild/record')).text)).toContain('put a minority statement beside');

  // The copy that any member can take holds it, and the program that checks copies says so.
  const copy = (await (await at('carol')).get('/communities/guild/record/entries.jsonl')).text;
  const entry = copy.split('\n').find((line) => line.includes('minority-stated')) ?? '';
  expect(entry).toContain('It silences the newest among us.');
  const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-copy-'));
  writeFileSync(path.join(dir, 'guild.jsonl'), copy);
  const run = spawnSync(process.execPath, ['server/verifiers/dist/verify-record.mjs', path.join(dir, 'guild.jsonl')], {
    encoding: 'utf8',
  });
  rmSync(dir, { recursive: true });
  expect([run.status, run.stdout]).toEqual([0, expect.not.stringContaining('WRONG')]);
  const said = `Beside the result of ${proposal} “Fewer links from who is new” (passed) stands a minority statement.
    By ${person('carol')}, ${person('bob')}:
    It silences the newest among us.
    A label would do.`;
  expect(run.stdout).toContain(said);

  // It can be signed for a fortnight, and stands for good.
  await days(north, 12);
  await (await at('alice')).submit(`${pathOf(proposal)}/minority/sign`, { statement: '1' });
  const after = (await stranger().get(pathOf(proposal))).text;
  expect((await state()).proposals.get(proposal)?.minority?.[0]?.signatures).toEqual([person('bob')]);
  expect(after).toContain('It silences the newest among us.');
});

it('row 6: the operator changes no rule, whatever is asked for; a passed vote does, without the operator', async () => {
  const [rule] = [...(await state()).rules.keys()];
  const { operatorToken } = loadSecrets(north.config);
  const words = { ...LINKS_RULE, title: 'As the operator likes it' };
  for (const method of ['PATCH', 'PUT', 'DELETE']) {
    const answer = await fetch(`http://127.0.0.1:${north.port}/operator/communities/guild/rules/${rule}`, {
      method,
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(words),
    });
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ error: 'needs_decision' })]);
  }
  const stands = async () => textOf((await stranger().get('/communities/guild/rules')).text);
  expect(await stands()).toContain(LINKS_RULE.title);
  expect(await stands()).not.toContain('As the operator likes it');

  const title = 'Links wait until somebody has looked';
  const change = { kind: 'amend-rule', id: rule as RuleId, rule: { ...LINKS_RULE, title } } as const;
  const asked = { community: guild, by: person('bob'), title, reasons: 'Say it more plainly.', change };
  const { proposal } = must(await north.actions.submitProposal(asked)).event as { readonly proposal: ProposalId };
  await pass(proposal, { discussion: 5, voting: 7, pause: 3 });
  expect(await stands()).toContain(title);
  const operators = (await (await at('carol')).get('/open-book?only=operator')).text;
  // Three attempts and nothing else stand in the book; the decision is the members' own.
  expect(operators.match(/<li><span class="seq">/g)).toHaveLength(3);
  expect(operators).not.toContain(title);
});

it('row 22: what any member asked “what if” becomes a proposal, a decision, and stands among what changed', async () => {
  await days(north, 31);
  const nora = await at('nora');
  const idea = { title: 'What if votes were open longer?', text: 'Shift workers see them too late.', kind: 'WhatIf' };
  const written = await nora.submit('/communities/guild/posts', idea);
  expect(textOf((await stranger().get(String(written.headers.location))).text)).toMatch(/what if/i);

  const draft = { change: 'amend-charter', parameter: 'votingDays', value: '9', title: 'Votes are open for nine days' };
  const reasons = `Shift workers see them too late: ${north.origin}${written.headers.location}`;
  const sent = await nora.submit('/communities/guild/proposals', { ...draft, reasons, step: 'submit' });
  expect(sent.status).toBe(303);
  const path = new URL(String(sent.headers.location), north.origin).pathname;
  await pass(path.split('/').at(-1) as ProposalId, { discussion: 10, voting: 14, pause: 7 });

  expect(textOf((await stranger().get(path)).text)).toContain('Proposed by nora');
  expect(textOf((await stranger().get('/communities/guild/charter')).text)).toMatch(/9 days/);
  const changes = (await stranger().get('/changes')).text;
  expect(changes).toContain(`href="${path}"`);
  expect(textOf(changes)).toMatch(/from a decision .* Votes are open for nine days In force since/);
});
