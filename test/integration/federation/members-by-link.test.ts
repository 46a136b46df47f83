import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { createParticipation } from '../../../server/effects/participation.ts';
import { turnOf } from '../../../server/governance/ballots.ts';
import { days } from '../../support/adopted-rule.ts';
import { activity, voteNote } from '../../support/attacker.ts';
import { type MembersElsewhere, membersElsewhere, pathIn } from '../../support/members-elsewhere.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import type { RemoteActor } from '../../support/remote-origin.ts';
import { asForm, ballotOf, begin, finish, openSecretVote } from '../../support/secret-vote.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let stage: MembersElsewhere;
let north: MembersElsewhere['north'];
let far: MembersElsewhere['far'];
let guild: MembersElsewhere['guild'];
let locals: MembersElsewhere['locals'];
let eve: RemoteActor;

beforeAll(async () => {
  stage = await membersElsewhere(14);
  ({ north, far, guild, locals, eve } = stage);
});
afterAll(() => stage?.stop());

const member = (number: number) => stage.member(number);
const notices = (to: RemoteActor | PersonIri) => stage.notices(to);
const send = (actor: RemoteActor, what: unknown) => stage.send(actor, what);
const state = () => stage.state();
const proposal = async (id: ProposalId) => (await state()).proposals.get(id);
const ballotsBy = async (id: ProposalId, actor: RemoteActor) =>
  (await north.house.ballots.of(guild, id)).filter(({ voter }) => voter === actor.iri);

/** Brings a proposal of alice's to its vote. */
async function openVote(title: string): Promise<ProposalId> {
  const [by, ...others] = locals;
  const change = { kind: 'adopt-rule', rule: { ...LINKS_RULE, title } } as const;
  const ask = { community: guild, by, title, reasons: 'Forty adverts.', change };
  const { event } = must(await north.actions.submitProposal(ask));
  const { proposal: id } = event as { proposal: ProposalId };
  for (const second of [...others, member(0).iri as PersonIri]) {
    await north.actions.secondProposal({ community: guild, proposal: id, by: second });
  }
  await days(north, 5);
  await days(north, 2);
  expect((await proposal(id))?.phase.state).toBe('voting');
  return id;
}

async function vote(id: ProposalId, voter: RemoteActor, choice: string): Promise<void> {
  const question = north.house.addresses.ballot('guild', id);
  await send(voter, activity('Create', voter, voteNote(voter, question, guild, choice), { to: [guild] }));
  await north.settle();
}

describe('a member elsewhere and an open vote', () => {
  let id: ProposalId;
  let change: string;
  const anon = () => new Visitor(north);

  it('gets a receipt with a link of her own, by which she sees her vote and changes it', async () => {
    id = await openVote('Links wait');
    await vote(id, member(0), 'Yes');
    const receipt = await until('the receipt is written', async () =>
      (await notices(member(0))).find(({ kind }) => kind === 'receipt'),
    );
    change = pathIn(receipt.text);
    const page = await anon().get(change);
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(page.text).toContain('You voted <b>Yes</b>');
    expect(page.text).toContain('Forty adverts.');
    // Nothing on the page leads anywhere: its only links are the style sheet, the icon and the skip link.
    expect([...page.text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['#main']);
    const sent = await anon().submit(`${change}/ballot`, { choice: 'no', change: 'yes' });
    expect([sent.status, sent.headers.location]).toEqual([303, change]);
    await north.settle();
    expect((await ballotsBy(id, member(0))).map((one) => [one.choice, turnOf(one), one.via])).toEqual([
      ['yes', 1, 'federation'],
      ['no', 2, 'web'],
    ]);
    const receipts = (await notices(member(0))).filter(({ kind }) => kind === 'receipt');
    expect(receipts.map(({ text }) => /“(\w+)”/.exec(text)?.[1])).toEqual(['no', 'yes']);
  });

  it('who votes twice by the poll is refused, with the link by which she can', async () => {
    await vote(id, member(0), 'Yes');
    const refusal = (await notices(member(0))).find(({ kind }) => kind === 'refusal');
    expect(refusal?.text).toContain('already voted');
    const page = await anon().get(new URL(refusal?.link ?? '').pathname);
    expect(page.text).toContain('You voted <b>No</b>');
  });

  it('what a stranger answers is kept apart, once and without her name, and she is told', async () => {
    await send(
      eve,
      activity('Create', eve, voteNote(eve, north.house.addresses.ballot('guild', id), guild, 'Yes'), { to: [guild] }),
    );
    await north.settle();
    await vote(id, eve, 'No');
    expect(await north.house.opinions.count(guild, id)).toEqual({ yes: 1, no: 0, abstain: 0 });
    expect(JSON.stringify(await north.database.db.collection('opinions').find().toArray())).not.toContain('eve');
    const refusals = (await notices(eve)).filter(({ kind }) => kind === 'refusal');
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.text).toContain('beside the result');
    const page = await new Visitor(north).get(`/communities/guild/proposals/${id}`);
    expect(page.text).not.toContain('Others, not counted');
  });

  it('who writes to the community about it is sent a link of her own; a stranger is not', async () => {
    for (const writer of [member(1), eve]) {
      const note = {
        id: `${writer.iri}/notes/${id}`,
        type: 'Note',
        attributedTo: writer.iri,
        to: [guild],
        content: `<p>How do I vote on ${id.toLowerCase()}?</p>`,
        tag: [{ type: 'Mention', href: guild, name: '@guild' }],
      };
      await send(writer, activity('Create', writer, far.publish(note), { to: [guild] }));
    }
    await north.settle();
    const answer = (await notices(member(1))).find(({ text }) => text.startsWith('Your own link'));
    const path = new URL(answer?.link ?? '').pathname;
    await anon().submit(`${path}/ballot`, { choice: 'yes' });
    expect((await ballotsBy(id, member(1))).map(({ choice }) => choice)).toEqual(['yes']);
    expect((await notices(eve)).filter(({ kind }) => kind === 'message')).toEqual([]);
  });

  it('is reminded twice, and not a third time, as long as she has not voted', async () => {
    const reminders = async (who: RemoteActor | PersonIri) =>
      (await notices(who)).filter(({ text }) => text.startsWith('You have not voted'));
    await north.settle();
    expect(await reminders(member(2))).toEqual([]);
    await days(north, 4);
    await days(north, 0);
    expect(await reminders(member(2))).toHaveLength(1);
    expect(await reminders(locals[1])).toHaveLength(1);
    expect(await reminders(member(0))).toEqual([]);
    const [first] = await reminders(member(2));
    await new Visitor(north).submit(`${new URL(first?.link ?? '').pathname}/ballot`, { choice: 'yes' });
    // As after a restart in the middle of the round, and as another worker does.
    await north.database.db.collection('rounds').deleteMany({ _id: /^remind/ } as never);
    await Promise.all([1, 2].map(() => createParticipation(north.house).tick()));
    expect(await reminders(member(3))).toHaveLength(1);
    await days(north, 2.5);
    await days(north, 0.1);
    expect((await reminders(member(3))).map(({ text }) => text.includes('not reminded again'))).toEqual([true, false]);
    expect(await reminders(member(2))).toHaveLength(1);
  });

  it('is asked by lot whether the vote is hers, where her server brings most of them; she says no and votes anew', async () => {
    for (const voter of stage.elsewhere.slice(3)) await vote(id, voter, 'Yes');
    expect((await state()).samples.get(id)).toBeUndefined();
    await days(north, 0.25);
    await days(north, 0);
    const [sample, ...more] = (await state()).samples.get(id) ?? [];
    expect([sample?.domain, sample?.ballots, sample?.asked.length, more]).toEqual([far.host, 11, 5, []]);
    const ballots = (await north.house.ballots.of(guild, id)).filter(({ leaf }) => sample?.asked.includes(leaf));
    const [denier, owner] = ballots.map(({ voter }) => stage.elsewhere.find(({ iri }) => iri === voter) as RemoteActor);
    const asked = async (one = denier) =>
      (await notices(one as RemoteActor)).find(({ text }) => text.includes('Did you cast it?'));
    const follow = async (path: string, what: string) => {
      const { text } = await anon().get(path);
      const leaf = /name="leaf" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
      return anon().submit(`${path}/${what}`, { leaf });
    };
    await follow(new URL((await asked(owner))?.link ?? '').pathname, 'own');
    await follow(new URL((await asked())?.link ?? '').pathname, 'not-own');
    await north.settle();
    expect((await state()).ballotDisputes.get(id)?.map(({ by }) => by)).toEqual([denier?.iri]);
    const anew = (await notices(denier as RemoteActor)).find(({ text }) => text.includes('Vote anew'));
    await anon().submit(`${new URL(anew?.link ?? '').pathname}/ballot`, { choice: 'no', change: 'yes' });
    expect((await ballotsBy(id, denier as RemoteActor)).map(({ choice }) => choice)).toEqual(['yes', 'no']);
    expect((await new Visitor(north).get(`/communities/guild/proposals/${id}`)).text).toContain('1 member says');
    expect((await new Visitor(north).get('/communities/guild/record')).text).toContain('were asked whether they voted');
  });

  it('another’s link, a changed one, one for something else and a guess open nothing', async () => {
    const [payload = '', mac = ''] = change.slice('/act/'.length).split('.');
    const [kind, subject, , end] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
    const forged = (...parts: unknown[]) => `/act/${Buffer.from(JSON.stringify(parts)).toString('base64url')}.${mac}`;
    const before = await north.house.ballots.of(guild, id);
    for (const path of [
      forged(kind, subject, member(4).iri, end),
      forged(kind, 'vote guild P-9', member(0).iri, end),
      forged(kind, subject, member(0).iri, Number(end) + 1e9),
      `/act/${payload}`,
      `/act/${payload}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`,
      '/act/AAAA.AAAA',
      `/act/${'A'.repeat(7000)}`,
    ]) {
      expect((await anon().get(path)).status).toBe(404);
      expect((await anon().submit(`${path}/ballot`, { choice: 'yes', change: 'yes' })).status).toBe(404);
    }
    expect((await anon().get(change.replace('/act/', '/appeals/'))).status).toBe(404);
    for (const what of [
      'not-own',
      'paper',
      'code',
      'sign',
      'challenge',
      'answer',
      'setting',
      'constructor',
      '__proto__',
    ]) {
      expect((await anon().submit(`${change}/${what}`, { leaf: 'x', proposal: 'P-9' })).status).toBe(404);
    }
    // Who is signed in here, and says that she is somebody else, votes as the one whose link it is.
    const mallory = new Visitor(north);
    await mallory.signIn('bob', 'a long enough password');
    await mallory.submit(`${change}/ballot`, { choice: 'no', change: 'yes', voter: member(4).iri, by: member(4).iri });
    expect(await north.house.ballots.of(guild, id)).toEqual(before);
    expect((await anon().submit(`${change}/ballot`, { choice: 'yes' }, { Origin: 'http://evil.example' })).status).toBe(
      403,
    );
  });

  it('after the close the link changes nothing, and the result tells the others’ answers apart', async () => {
    const receipt = (await notices(member(0))).findLast(({ kind }) => kind === 'receipt');
    const dispute = pathIn(receipt?.text ?? '', 1);
    await days(north, 1);
    expect((await proposal(id))?.phase.state).toBe('voting');
    await days(north, 1.1);
    expect((await proposal(id))?.outcome).toMatchObject({
      others: { yes: 1, no: 0, abstain: 0 },
      confirmed: [{ domain: far.host, asked: 5, confirmed: 1, denied: 1 }],
    });
    const before = await north.house.ballots.of(guild, id);
    expect((await anon().get(change)).text).toContain('it is over');
    await anon().submit(`${change}/ballot`, { choice: 'yes', change: 'yes' });
    expect(await north.house.ballots.of(guild, id)).toEqual(before);
    const page = await new Visitor(north).get(`/communities/guild/proposals/${id}`);
    expect(page.text).toContain('Others, not counted: 1 yes, 0 no.');
    // For two days more she can say that the ballot in her name is not hers.
    const shown = await anon().get(dispute);
    expect(shown.text).toContain('Is this your vote?');
    const leaf = /name="leaf" value="([0-9a-f]{64})"/.exec(shown.text)?.[1] ?? '';
    await anon().submit(`${dispute}/not-own`, { leaf });
    await anon().submit(`${dispute}/not-own`, { leaf });
    expect((await state()).ballotDisputes.get(id)).toHaveLength(2);
    expect((await new Visitor(north).get(`/communities/guild/proposals/${id}`)).text).toContain('2 members say');
    await days(north, 40);
    expect((await anon().get(dispute)).status).toBe(404);
    expect((await verifyCommunity(north.house, guild)).faults).toEqual([]);
  });

  it('her server hears that the vote went on longer, and that it is closed', () => {
    const question = north.house.addresses.ballot('guild', id);
    const updates = far
      .delivered({ inbox: `${far.origin}/users/m0/inbox` })
      .filter(({ type, object }) => type === 'Update' && (object as { id?: string }).id === question)
      .map(({ object }) => object as Record<string, unknown>);
    expect(updates.at(-1)).toMatchObject({ closed: expect.any(String) });
    expect(updates.every((object) => !('updated' in object))).toBe(true);
  });
});

describe('a member elsewhere and a secret vote', () => {
  it('is asked by one letter, gets her paper by its link, and a code for the command; nobody else does', async () => {
    const { vote: secret, pinned } = await openSecretVote(north, guild, { number: 50 });
    await north.settle();
    const letters = async (to: RemoteActor) =>
      (await notices(to)).filter(({ text }) => text.includes('open, and secret'));
    expect(await letters(member(1))).toHaveLength(1);
    expect(await letters(eve)).toEqual([]);
    const path = new URL((await letters(member(1)))[0]?.link ?? '').pathname;
    const page = await new Visitor(north).get(path);
    expect(page.text).toContain(`${path}/paper`);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const draft = await begin(secret, pinned);
    const given = await new Visitor(north).submit(`${path}/paper`, { blinded: draft.blinded });
    const paper = await finish(secret, pinned, draft, (JSON.parse(given.text) as { signature: string }).signature);
    const cast = await new Visitor(north).submit(
      `/communities/guild/proposals/${secret.proposal}/secret/cast`,
      asForm(await ballotOf(secret, pinned, paper, 'no')),
    );
    expect(cast.status).toBe(200);
    const other = await begin(secret, pinned);
    const again = await new Visitor(north).submit(`${path}/paper`, { blinded: other.blinded });
    expect([again.status, again.text.includes('already-issued')]).toEqual([409, true]);
    const shown = await new Visitor(north).submit(`${path}/code`, {});
    expect(shown.text).toMatch(/<code>[0-9a-f]{32}<\/code>/);
    expect((await new Visitor(north).submit(`${path}/ballot`, { choice: 'yes' })).status).toBe(404);
    await days(north, 4);
    const reminded = async (to: RemoteActor) =>
      (await notices(to)).some(({ text }) => text.startsWith('You have not asked for'));
    expect([await reminded(member(1)), await reminded(member(2))]).toEqual([false, true]);
    // Too few have voted, so it goes on for another week first.
    await days(north, 4);
    expect((await new Visitor(north).get(path)).status).toBe(200);
    await days(north, 8);
    expect((await new Visitor(north).submit(`${path}/paper`, { blinded: other.blinded })).status).toBe(409);
    expect((await new Visitor(north).get(path)).text).toContain('it is over');
  });
});
