import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { weekOf } from '../../../server/governance/participation/digest.ts';
import { days } from '../../support/adopted-rule.ts';
import { activity, unique } from '../../support/attacker.ts';
import { type MembersElsewhere, membersElsewhere, pathIn } from '../../support/members-elsewhere.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import type { RemoteActor } from '../../support/remote-origin.ts';
import { partsOf, tampered } from '../../support/signed-links.ts';
import { Visitor } from '../../support/visitor.ts';

/**
 * What members of another server say against a result, and sign, by links of their own. The first three belong to the
 * guild for long enough to stand on the roll; zoe comes when the vote is open.
 */
let stage: MembersElsewhere;
let north: MembersElsewhere['north'];
let far: MembersElsewhere['far'];
let guild: MembersElsewhere['guild'];
let id: ProposalId;
let zoe: RemoteActor;
/** Each by whose it is. */
const links = new Map<RemoteActor, string>();

beforeAll(async () => {
  stage = await membersElsewhere(3);
  ({ north, far, guild } = stage);
});
afterAll(() => stage?.stop());

/** What a page says, without its marks. */
const textOf = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const member = (number: number) => stage.member(number);
const anybody = () => new Visitor(north);
const statements = async () => (await stage.state()).proposals.get(id)?.minority ?? [];
const linkOf = (actor: RemoteActor) => links.get(actor) ?? '';
const proposes = async (by: PersonIri, title: string): Promise<ProposalId> => {
  const change = { kind: 'adopt-rule', rule: { ...LINKS_RULE, title } } as const;
  const ask = { community: guild, by, title, reasons: 'Forty adverts.', change };
  return (must(await north.actions.submitProposal(ask)).event as { proposal: ProposalId }).proposal;
};

/** She writes to the community; what she is answered. */
async function asks(writer: RemoteActor, words: string) {
  const note = {
    id: `${writer.iri}/notes/${unique('asks')}`,
    type: 'Note',
    attributedTo: writer.iri,
    to: [guild],
    content: `<p>${words}</p>`,
    tag: [{ type: 'Mention', href: guild, name: '@guild' }],
  };
  await stage.send(writer, activity('Create', writer, far.publish(note), { to: [guild] }));
  await north.settle();
  return (await stage.notices(writer)).find(({ inReplyTo }) => inReplyTo === note.id);
}

/** The path of the link to say something against a result, among those of a letter. */
const againstIn = ({ text, link = '' }: { readonly text: string; readonly link?: string }): string => {
  const all = [...text.matchAll(/http\S*\/act\/[\w.-]+/g)].map((_, nth) => pathIn(text, nth));
  if (link.includes('/act/')) all.push(new URL(link).pathname);
  const found = all.filter((path) => partsOf(path).subject === `minority guild ${id}`);
  expect(found).toHaveLength(1);
  return String(found[0]);
};

/** Does something that must leave what stands beside the result as it is. */
async function nothingFrom(work: () => Promise<unknown>): Promise<void> {
  const before = await statements();
  await work();
  await north.settle();
  expect(await statements()).toEqual(before);
}

it('who proposed from elsewhere hears the result with the link by which she objects to it', async () => {
  const [alice, bob, carol] = stage.locals;
  id = await proposes(member(0).iri as PersonIri, 'Links wait');
  const seconds = [...stage.locals, member(1).iri as PersonIri];
  for (const by of seconds) await north.actions.secondProposal({ community: guild, proposal: id, by });
  await days(north, 5);
  await days(north, 2);
  zoe = await far.actor('zoe');
  await stage.send(zoe, activity('Follow', zoe, guild));
  for (const voter of [alice, bob, carol])
    must(await north.actions.castBallot({ community: guild, proposal: id, voter, choice: 'yes', via: 'web' }));
  // Before there is a result nobody is sent there.
  expect((await asks(member(1), `What of ${id}?`))?.text).not.toContain('minority');
  await days(north, 7);
  expect((await stage.state()).proposals.get(id)?.phase.state).toBe('timelock');
  const letter = (await stage.notices(member(0))).find(({ kind }) => kind === 'result');
  expect(letter?.text).toContain('This link is yours alone');
  links.set(member(0), againstIn(letter ?? { text: '' }));
});

it('whoever asks is sent hers, beside the one by which a jury is asked; a stranger is not', async () => {
  const answer = await asks(member(1), `I doubt ${id.toLowerCase()}`);
  const challenging = new URL(answer?.link ?? '').pathname;
  expect(partsOf(challenging).subject).toBe(`challenge guild ${id}`);
  for (const what of ['minority', 'minority/sign'])
    expect((await anybody().submit(`${challenging}/${what}`, { text: 'Forged', statement: '1' })).status).toBe(404);
  links.set(member(1), againstIn(answer ?? { text: '' }));
  expect(await asks(stage.eve, `And me? ${id}`)).toBeUndefined();
  // Whoever reads the proposal without an account here is told how.
  expect(textOf((await anybody().get(`/communities/guild/proposals/${id}`)).text)).toContain(`write “${id}” to this`);
});

it('the link shows the result and what stands against it, and leads nowhere else', async () => {
  const page = await anybody().get(linkOf(member(1)));
  expect(page).toMatchObject({
    status: 200,
    headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
  expect(textOf(page.text)).toMatch(/Adopted\. +3 yes, 0 no, 0 abstained/);
  expect(page.text).not.toContain('Who voted');
  expect([...page.text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['#main']);
});

it('what is refused comes back with what was typed and what is wrong; what is taken stands in her name', async () => {
  const link = linkOf(member(1));
  const refused = await anybody().submit(`${link}/minority`, { text: ' x' });
  expect([refused.status, await statements()]).toEqual([422, []]);
  expect(refused.text).toMatch(
    /<details open>[\s\S]*class="error" id="text-error"[\s\S]*in 3 to 1,500 characters[\s\S]*\n x<\/textarea>/,
  );
  const dora = new Visitor(north);
  await dora.signIn('bob', 'a long enough password');
  const forged = { by: member(2).iri, member: member(2).iri, proposal: 'P-99', community: 'others' };
  const sent = await dora.submit(`${link}/minority`, { text: 'It keeps <b>us</b> out.', ...forged });
  expect([sent.status, sent.headers.location]).toEqual([303, link]);
  expect(await statements()).toMatchObject([{ by: member(1).iri, text: 'It keeps <b>us</b> out.', signatures: [] }]);
  const again = await anybody().submit(`${link}/minority`, { text: 'And once more.' });
  expect([again.status, (await statements()).length]).toEqual([422, 1]);
  expect(again.text).toContain('Your statement stands there already.');
  expect(again.text).toContain('\nAnd once more.</textarea>');
});

it('the weekly letter tells of it those who could vote, with the result and one link each', async () => {
  await proposes(stage.locals[1], 'Another thing that is open');
  const midnight = weekOf(north.house.clock.now()).getTime() + 7 * 86_400_000;
  await days(north, (midnight + 3_600_000 - north.house.clock.now().getTime()) / 86_400_000);
  await days(north, 0);
  const letterTo = async (actor: RemoteActor) => {
    const found = (await stage.notices(actor)).find(({ text }) => text.startsWith('What is open'));
    if (found === undefined) throw new Error('there is no letter');
    return found;
  };
  const letter = await letterTo(member(2));
  expect(letter.text).toMatch(/“Links wait” passed: .* A minority statement stands beside it\. To put a minority/);
  links.set(member(2), againstIn(letter));
  // Who was not on the roll is told the result alone.
  const zoes = (await letterTo(zoe)).text;
  expect(zoes).toContain('A minority statement stands beside it.');
  expect(zoes).not.toContain('To put a minority statement');
});

it('she signs once; who wrote it cannot sign it, and no form does anything that the link is not for', async () => {
  const link = linkOf(member(2));
  const sign = (path: string, statement = '1') => anybody().submit(`${path}/minority/sign`, { statement });
  await nothingFrom(async () => {
    for (const path of [link, `${link}/minority`, `${link}/minority/sign`]) {
      for (const headers of [{}, { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' }])
        expect([200, 303]).toContain((await anybody().get(`${path}?statement=1&text=Forged`, headers)).status);
    }
    for (const other of ['challenge', 'sign', 'ballot', 'stand', 'answer', 'setting', 'constructor', 'minority/1'])
      expect([other, (await anybody().submit(`${link}/${other}`, { text: 'Forged' })).status]).toEqual([other, 404]);
    for (const Origin of ['http://evil.example', 'null'])
      expect((await anybody().submit(`${link}/minority/sign`, { statement: '1' }, { Origin })).status).toBe(403);
    for (const statement of ['', '0', '2', '-1', '1.5', 'x', '__proto__']) await sign(link, statement);
    await sign(linkOf(member(1)));
  });
  expect((await sign(link)).status).toBe(303);
  expect(await statements()).toMatchObject([{ by: member(1).iri, signatures: [member(2).iri] }]);
  await nothingFrom(() => Promise.all([1, 2, 3].map(() => sign(link))));
});

it('another’s link, one that was changed, and one for another proposal open nothing', async () => {
  const others = { person: member(0).iri, subject: 'minority guild P-2' };
  await nothingFrom(async () => {
    for (const wrong of tampered(linkOf(member(2)), others)) {
      expect((await anybody().get(wrong)).status).toBe(404);
      expect((await anybody().submit(`${wrong}/minority`, { text: 'Forged' })).status).toBe(404);
      expect((await anybody().submit(`${wrong}/minority/sign`, { statement: '1' })).status).toBe(404);
    }
  });
});

it('who is not on the roll is told so, and gets her words back', async () => {
  const link = againstIn((await asks(zoe, `And I? ${id}`)) ?? { text: '' });
  expect(textOf((await anybody().get(link)).text)).toContain('you were not on its roll');
  await nothingFrom(async () => {
    await anybody().submit(`${link}/minority/sign`, { statement: '1' });
    const refused = await anybody().submit(`${link}/minority`, { text: 'I came late.' });
    expect([refused.status, refused.text.includes('\nI came late.</textarea>')]).toEqual([422, true]);
  });
});

it('a page gives back what a member here typed as well', async () => {
  const alice = new Visitor(north);
  await alice.signIn('alice', 'a long enough password');
  const refused = await alice.submit(`/communities/guild/proposals/${id}/minority`, { text: 'x'.repeat(1501) });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(`\n${'x'.repeat(1501)}</textarea>`);
  expect(refused.text).toContain('aria-describedby="text-hint text-error" aria-invalid="true"');
});

it('who has left can do nothing by hers, nor read what stands there', async () => {
  const leaver = member(0);
  const follow = activity('Follow', leaver, guild);
  await stage.send(leaver, activity('Undo', leaver, follow));
  await north.settle();
  expect((await stage.state()).members.get(leaver.iri as PersonIri)?.leftAt).toBeDefined();
  await nothingFrom(async () => {
    const page = await anybody().get(linkOf(leaver));
    expect(page.text).toContain('it is over');
    expect(page.text).not.toContain('us&lt;/b&gt; out.');
    await anybody().submit(`${linkOf(leaver)}/minority`, { text: 'I left.' });
    await anybody().submit(`${linkOf(leaver)}/minority/sign`, { statement: '1' });
  });
});

it('after a fortnight no link opens anything, and the record says what stood there', async () => {
  await days(north, 14);
  await nothingFrom(async () => {
    for (const link of links.values()) {
      expect((await anybody().get(link)).status).toBe(404);
      expect((await anybody().submit(`${link}/minority`, { text: 'Late.' })).status).toBe(404);
      expect((await anybody().submit(`${link}/minority/sign`, { statement: '1' })).status).toBe(404);
    }
    expect((await asks(member(2), `Still ${id}?`))?.text).toContain('nothing to do');
    const alice = new Visitor(north);
    await alice.signIn('alice', 'a long enough password');
    const late = await alice.submit(`/communities/guild/proposals/${id}/minority`, { text: 'Too late, I know.' });
    expect([late.status, late.text.includes('\nToo late, I know.</textarea>')]).toEqual([422, true]);
  });
  expect(await statements()).toMatchObject([{ by: member(1).iri, signatures: [member(2).iri] }]);
  expect((await verifyCommunity(north.house, guild)).faults).toEqual([]);
});
