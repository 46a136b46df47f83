import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { createParticipation } from '../../../server/effects/participation.ts';
import { weekOf } from '../../../server/governance/participation/digest.ts';
import { days } from '../../support/adopted-rule.ts';
import { activity } from '../../support/attacker.ts';
import { type MembersElsewhere, membersElsewhere, pathIn } from '../../support/members-elsewhere.ts';
import { must } from '../../support/people.ts';
import type { RemoteActor } from '../../support/remote-origin.ts';
import { Visitor } from '../../support/visitor.ts';

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
const send = (actor: RemoteActor, what: unknown) => stage.send(actor, what);
const proposal = async (id: ProposalId) => (await stage.state()).proposals.get(id);
const notices = (to: RemoteActor | PersonIri) => stage.notices(to);

describe('the weekly letter', () => {
  const letters = async (to: RemoteActor | PersonIri) =>
    (await notices(to)).filter(({ text }) => text.startsWith('What is open'));
  /** Puts the clock forward to some hours after the next Monday, midnight. */
  async function toMonday(hours: number): Promise<void> {
    const now = north.house.clock.now();
    const midnight = Date.UTC(
      now.getUTCFullYear(),
      now.getUTCMonth(),
      now.getUTCDate() + ((8 - now.getUTCDay()) % 7 || 7),
    );
    await days(north, (midnight + hours * 3_600_000 - now.getTime()) / 86_400_000);
  }

  it('comes on Monday morning, once, with what is open; a restart in the middle sends none twice', async () => {
    const change = { kind: 'amend-charter', parameters: { refileDays: 21 } } as const;
    await toMonday(7);
    const before = { ana: (await letters(member(0))).length, alice: (await letters(locals[0])).length };
    const by = locals[0];
    must(
      await north.actions.submitProposal({ community: guild, by, title: 'Come again later', reasons: 'Calm.', change }),
    );
    await days(north, 0.01);
    expect(await letters(member(0))).toHaveLength(before.ana);
    await days(north, 1 / 24);
    await days(north, 0);
    expect(await letters(member(0))).toHaveLength(before.ana + 1);
    expect(await letters(by)).toHaveLength(before.alice + 1);
    const [letter] = await letters(member(0));
    expect(letter?.text).toContain('“Come again later” looks for members who second it');
    expect(letter?.text).toContain('/act/');
    const sent = { _id: { $gte: weekOf(north.house.clock.now()).toISOString().replace(/^/, 'digest ') } } as never;
    await north.database.db.collection('rounds').deleteMany(sent);
    await Promise.all([1, 2].map(() => createParticipation(north.house).tick()));
    expect(await north.database.db.collection('rounds').countDocuments(sent)).toBe(1);
    expect(await letters(member(0))).toHaveLength(before.ana + 1);
    expect(await letters(eve)).toEqual([]);
  });

  it('is switched off by link, or on the own page, and comes again when it is switched on', async () => {
    const [letter] = await letters(member(0));
    const setting = pathIn(letter?.text ?? '', -1 + [...(letter?.text ?? '').matchAll(/\/act\//g)].length);
    await new Visitor(north).submit(`${setting}/setting`, { letter: 'off' });
    const bob = new Visitor(north);
    await bob.signIn('bob', 'a long enough password');
    await bob.submit('/you/letter', { letter: 'off' });
    expect((await bob.get('/you')).text).toContain('You get none.');
    const counts = async () =>
      [await letters(member(0)), await letters(locals[1]), await letters(member(1))].map(({ length }) => length);
    const [mine, bobs, others] = await counts();
    await toMonday(9);
    expect(await counts()).toEqual([mine, bobs, (others ?? 0) + 1]);
    await new Visitor(north).submit(`${setting}/setting`, { letter: 'on' });
    expect((await new Visitor(north).get(setting)).text).toContain('On Mondays you get one letter');
  });
});

describe('a member elsewhere and a proposal that needs seconds', () => {
  it('seconds it by a link of her own, once, and not after it is discussed', async () => {
    const change = { kind: 'amend-charter', parameters: { discussionDays: 6 } } as const;
    const by = locals[0];
    const ask = { community: guild, by, title: 'Seconds from afar', reasons: 'Forty adverts.', change };
    const { proposal: id } = must(await north.actions.submitProposal(ask)).event as { proposal: ProposalId };
    const writer = member(3);
    const note = {
      id: `${writer.iri}/notes/${id}`,
      type: 'Note',
      attributedTo: writer.iri,
      to: [guild],
      content: `<p>I would like to second ${id}.</p>`,
      tag: [{ type: 'Mention', href: guild, name: '@guild' }],
    };
    await send(writer, activity('Create', writer, far.publish(note), { to: [guild] }));
    await north.settle();
    const answer = (await notices(writer)).find(({ text }) => text.startsWith(`Your own link, for ${id}`));
    const path = new URL(answer?.link ?? '').pathname;
    const page = await new Visitor(north).get(path);
    expect(page.text).toContain('0 of the');
    expect(page.text).toContain('Second it');
    expect((await new Visitor(north).submit(`${path}/second`, { by, proposal: 'P-1' })).status).toBe(303);
    expect((await proposal(id))?.seconds.map((second) => second.by)).toEqual([writer.iri]);
    expect((await new Visitor(north).get(path)).text).not.toContain('Second it');
    await new Visitor(north).submit(`${path}/second`, {});
    expect((await proposal(id))?.seconds).toHaveLength(1);
    for (const second of locals.slice(1))
      await north.actions.secondProposal({ community: guild, proposal: id, by: second });
    expect((await proposal(id))?.phase.state).toBe('discussion');
    expect((await new Visitor(north).get(path)).text).toContain('it is over');
  });
});
