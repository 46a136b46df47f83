import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { actorIri, personIri, postIri } from '../../../server/community/ids.ts';
import { activity, note, unique } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { takenIn } from '../../support/taken-in.ts';

let north: RunningServer;
let far: RemoteOrigin;
let keys: KeyPair;
let guild: CommunityIri;
let asked: PostIri;

beforeAll(async () => {
  [north, far, keys] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far'), spareKeys()]);
  const alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  asked = must(await north.actions.publishPost({ author: alice, community: guild, title: 'Well?', text: 'Who?' })).iri;
  await north.settle();
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

type Activity = ReturnType<typeof activity>;

/** What somebody did, and what must be so in the end, whatever of it came first, last or twice. */
interface Story {
  readonly edits: number;
  readonly deleted: boolean;
  readonly stance: 'Like' | 'Dislike' | undefined;
  readonly stanceUndone: boolean;
  readonly signs: readonly { readonly sign: string; readonly undone: boolean }[];
  readonly joined: boolean;
  readonly left: boolean;
  readonly undoesById: boolean;
}

const story: fc.Arbitrary<Story> = fc.record({
  edits: fc.nat(3),
  deleted: fc.boolean(),
  stance: fc.constantFrom('Like' as const, 'Dislike' as const, undefined),
  stanceUndone: fc.boolean(),
  signs: fc.uniqueArray(fc.record({ sign: fc.constantFrom('🎉', '❤', ':blob:'), undone: fc.boolean() }), {
    selector: ({ sign }) => sign,
  }),
  joined: fc.boolean(),
  left: fc.boolean(),
  undoesById: fc.boolean(),
});

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString();
const again = (one: Activity): Activity => ({ ...one, id: `${one.id}-${unique('again')}` });

/** Everything that mia and noa did, in the order in which they did it. */
function historyOf(story: Story, mia: RemoteActor, noa: RemoteActor) {
  const undo = (by: RemoteActor, done: Activity) => activity('Undo', by, story.undoesById ? done.id : done);
  const first = note(mia, guild, '<p>Edition 0</p>', { published: at(0) });
  const editions = Array.from({ length: story.edits }, (_, index) =>
    activity('Update', mia, {
      ...first,
      content: `<p>Edition ${index + 1}</p>`,
      updated: at(index + 1),
      ...(index % 2 === 0 ? { summary: `Warning ${index + 1}`, sensitive: true } : {}),
    }),
  );
  const create = activity('Create', mia, first);
  const stance = story.stance && activity(story.stance, mia, asked);
  const signs = story.signs.map(({ sign, undone }) => {
    const reaction = activity('EmojiReact', mia, asked, { content: sign });
    return undone ? [reaction, undo(mia, reaction)] : [reaction];
  });
  const follow = activity('Follow', noa, guild);
  const done: readonly Activity[] = [
    create,
    ...editions,
    ...(story.deleted ? [activity('Delete', mia, { id: first.id, type: 'Tombstone' })] : []),
    ...(stance === undefined ? [] : story.stanceUndone ? [stance, undo(mia, stance)] : [stance]),
    ...signs.flat(),
    ...(story.joined ? (story.left ? [follow, undo(noa, follow)] : [follow]) : []),
  ];
  // What carries its whole content can come under a second id as well; a gesture made again after its Undo is another.
  const twice = [create, ...editions].map(again);
  return { note: postIri(first.id), done, twice };
}

async function endOf(note: PostIri, mia: RemoteActor, noa: RemoteActor) {
  const [post, follow, state] = await Promise.all([
    north.house.posts.byIri(note),
    north.house.follows.get(personIri(noa.iri), guild),
    north.house.states.load(guild),
  ]);
  const made = north.database.db.collection<{ actor: string; kind: string; emoji?: string }>('reactions');
  const reactions = await made.find({ actor: actorIri(mia.iri) }).toArray();
  const member = state?.members.get(noa.iri as PersonIri);
  return {
    text: post?.deletedAt === undefined ? post?.html : 'gone',
    warning: post?.details?.warning,
    reactions: reactions.map(({ kind, emoji }) => emoji ?? kind).sort(),
    isMember: follow?.state === 'accepted' && member !== undefined && member.leftAt === undefined,
  };
}

function endOfStory({ edits, deleted, stance, stanceUndone, signs, joined, left }: Story) {
  return {
    text: deleted ? 'gone' : `<p>Edition ${edits}</p>`,
    warning: deleted || edits % 2 === 0 ? undefined : `Warning ${edits}`,
    reactions: [
      ...(stance === undefined || stanceUndone ? [] : [stance.toLowerCase()]),
      ...signs.filter(({ undone }) => !undone).map(({ sign }) => sign),
    ].sort(),
    isMember: joined && !left,
  };
}

describe('whatever somebody elsewhere did', () => {
  it('ends the same, in whichever order it comes, and however often (DAT-09)', async () => {
    const shuffled = story.chain((told) =>
      fc.tuple(fc.constant(told), fc.array(fc.nat(), { minLength: 40, maxLength: 40 })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([told, chances]) => {
        const [mia, noa] = [await far.actor(unique('mia'), { keys }), await far.actor(unique('noa'), { keys })];
        await takenIn(north, [activity('Follow', mia, guild)]);
        const { note: written, done, twice } = historyOf(told, mia, noa);
        const all = [...done, ...twice, ...done];
        const order = all
          .map((one, index) => ({ one, place: chances[index % chances.length] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one);
        const ordered = told.edits % 2 === 0 ? order : order.toReversed();
        await takenIn(north, ordered);
        expect(await endOf(written, mia, noa)).toEqual(endOfStory(told));
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('ends the same in the order in which it was done (so the story above can fail)', async () => {
    const told: Story = {
      edits: 3,
      deleted: false,
      stance: 'Like',
      stanceUndone: false,
      signs: [{ sign: '🎉', undone: true }],
      joined: true,
      left: false,
      undoesById: false,
    };
    const [mia, noa] = [await far.actor('mia', { keys }), await far.actor('noa', { keys })];
    await takenIn(north, [activity('Follow', mia, guild)]);
    const { note: written, done } = historyOf(told, mia, noa);
    await takenIn(north, done);
    expect(await endOf(written, mia, noa)).toEqual({
      text: '<p>Edition 3</p>',
      warning: 'Warning 3',
      reactions: ['like'],
      isMember: true,
    });
  });
});

describe('an Update', () => {
  it('that comes before its Create brings the post in, and its rules look at it as at any other', async () => {
    const [mia, eve] = [await far.actor(unique('mia'), { keys }), await far.actor(unique('eve'), { keys })];
    await takenIn(north, [activity('Follow', mia, guild)]);
    const edited = note(mia, guild, '<p>Better</p>', { published: at(0), updated: at(9) });
    expect(await takenIn(north, [activity('Update', mia, edited)])).toEqual([{ outcome: 'done: kept' }]);
    expect(await north.house.posts.byIri(postIri(edited.id))).toMatchObject({
      community: guild,
      html: '<p>Better</p>',
    });
    const hers = note(eve, guild, '<p>No member</p>', { updated: at(9) });
    expect(await takenIn(north, [activity('Update', eve, hers)])).toEqual([{ outcome: 'refused: not-a-member' }]);
  });

  it('of somebody else’s post that is not known here does nothing, and asks nobody', async () => {
    const [mia, eve] = [await far.actor(unique('mia'), { keys }), await far.actor(unique('eve'), { keys })];
    const before = far.gets();
    const forged = { ...note(mia, guild, 'Forged'), id: `https://third.example/${unique('note')}` };
    expect(await takenIn(north, [activity('Update', eve, forged)])).toEqual([
      { outcome: 'ignored: not a post known here' },
    ]);
    const same = note(mia, guild, 'Forged');
    expect(await takenIn(north, [activity('Update', eve, same)])).toEqual([{ outcome: 'refused: not by its sender' }]);
    expect(far.gets() - before).toBe(0);
  });
});
