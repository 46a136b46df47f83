import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import { postIri } from '../../server/community/ids.ts';
import { activity, note, post, unique, voteNote } from '../support/attacker.ts';
import { type Cast, expectNothing, openCast } from '../support/cast.ts';
import type { Answered } from '../support/http-client.ts';
import type { RemoteActor, RemoteOrigin } from '../support/remote-origin.ts';
import type { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';

/** A poll of vic's server, asked in the guild: his counts are his claim, and nobody else’s (VOT-08). */

let cast: Cast;
let stage: Stage;
let honest: RemoteOrigin;
let eve: RemoteActor;
let vic: RemoteActor;
let coven: RemoteActor;

beforeAll(async () => {
  cast = await openCast();
  ({ stage, honest, eve, vic, coven } = cast);
});
afterAll(() => cast?.close());

const INBOXES = [
  ['personal', () => stage.inboxOf('guild')],
  ['shared', () => stage.sharedInbox],
] as const;

const option = (name: string, totalItems?: unknown) => ({
  type: 'Note',
  name,
  ...(totalItems === undefined ? {} : { replies: { type: 'Collection', totalItems } }),
});
const question = (more: object = {}) => ({
  ...note(vic, stage.guild, 'Tea or coffee?'),
  id: `${honest.origin}/polls/${unique('poll')}`,
  type: 'Question',
  oneOf: [option('Tea', 0), option('Coffee', 0)],
  ...more,
});
const pollOf = async ({ id }: { id: string }) => (await stage.house.posts.byIri(postIri(id)))?.poll;

async function asked(more: object = {}): Promise<ReturnType<typeof question>> {
  const poll = question(more);
  await post(stage.sharedInbox, vic, activity('Create', vic, poll));
  await stage.quiet();
  expect((await pollOf(poll))?.options).toEqual(['Tea', 'Coffee']);
  return poll;
}

describe.each(INBOXES)('at the %s inbox', (_name, inbox) => {
  const all = async (sent: readonly (readonly [RemoteActor, object])[]): Promise<Answered> => {
    const answers: Answered[] = [];
    for (const [as, what] of sent) answers.push(await post(inbox(), as, what));
    return answers.reduce((worst, one) => (one.status > worst.status ? one : worst));
  };

  it('nobody but vic says anything about his poll', async () => {
    const poll = await asked();
    const counted = {
      ...poll,
      oneOf: [option('Tea', 9), option('Coffee', 9)],
      closed: new Date().toISOString(),
      votersCount: 9,
    };
    const vote = voteNote(vic, poll.id, stage.guild, 'Tea');
    const evils = voteNote(eve, poll.id, stage.guild, 'Tea');
    const neighbour = await honest.actor(unique('neighbour'));
    await stage.join(neighbour);
    await expectNothing(stage, () =>
      all([
        [eve, activity('Create', eve, vote)],
        [eve, { ...activity('Create', eve, vote), actor: vic.iri }],
        [eve, activity('Create', eve, { ...vote, id: evils.id })],
        [eve, activity('Create', eve, evils)],
        [eve, activity('PollVote', eve, poll.id, { choice_text: 'Tea' })],
        ...[eve, neighbour].flatMap((as) =>
          ['Update', 'Create'].flatMap((type): (readonly [RemoteActor, object])[] => [
            [as, activity(type, as, counted)],
            [as, activity(type, as, { ...counted, attributedTo: as.iri })],
            [as, activity(type, as, { id: poll.id, type: 'Question', votersCount: 9 })],
          ]),
        ),
        [coven, activity('Announce', coven, activity('Update', vic, counted))],
        [coven, activity('Announce', coven, activity('Create', eve, evils))],
      ]),
    );
    expect(await pollOf(poll)).not.toHaveProperty('counts');
  });

  it('vic’s counts are his to raise and to lower, and are nobody’s ballots', async () => {
    const poll = await asked();
    const ballots = () => stage.db.collection('ballots').countDocuments();
    const entries = () => stage.db.collection('entries').countDocuments({ community: stage.guild });
    const before = [await ballots(), await entries()];
    const says = async (tea: unknown, coffee: unknown, voters: unknown) => {
      const closed = new Date().toISOString();
      const oneOf = [option('Tea', tea), option('Coffee', coffee)];
      await post(inbox(), vic, activity('Update', vic, { ...poll, oneOf, closed, votersCount: voters }));
      await stage.quiet();
      return pollOf(poll);
    };
    expect(await says(1000, 0, 1000)).toMatchObject({ counts: [1000, 0], voters: 1000 });
    expect(await says(1, 2, 3)).toMatchObject({ counts: [1, 2], voters: 3 });
    for (const odd of [-1, 1.5, 1e308, '7', null, { $gt: '' }, [], Number.MAX_SAFE_INTEGER * 2]) {
      const after = await says(odd, 1, odd);
      expect(after).not.toHaveProperty('counts');
      expect(after).not.toHaveProperty('voters');
    }
    expect([await ballots(), await entries()]).toEqual(before);
    const page = await new Visitor(stage.server).get(`/communities/guild/threads/${postKey(postIri(poll.id))}`, {
      Accept: 'text/html',
    });
    expect(page.status).toBe(200);
  });

  it('vic does not exchange what was asked, nor open it again', async () => {
    const poll = await asked();
    const closed = new Date().toISOString();
    const changed = [
      { oneOf: [option('Coffee', 5), option('Tea', 1)] },
      { oneOf: [option('Tea', 5), option('Coffee', 1), option('Eve', 100)] },
      { oneOf: [option('Tea', 5)] },
      { oneOf: undefined },
    ];
    for (const more of changed) {
      await post(inbox(), vic, activity('Update', vic, { ...poll, ...more, closed }));
      await stage.quiet();
      expect(await pollOf(poll)).toMatchObject({ options: ['Tea', 'Coffee'] });
      expect(await pollOf(poll)).not.toHaveProperty('counts');
    }
    const over = { ...poll, closed, oneOf: [option('Tea', 5), option('Coffee', 1)] };
    await post(inbox(), vic, activity('Update', vic, over));
    await post(inbox(), vic, activity('Update', vic, poll));
    await stage.quiet();
    expect(await pollOf(poll)).toMatchObject({ counts: [5, 1], closedAt: new Date(closed) });
  });
});
