import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gestureOf } from '../../../federation/receive/translate/reaction.ts';
import type { CommunityIri, PostIri } from '../../../server/community/ids.ts';
import { communityIri } from '../../../server/community/ids.ts';
import { activity, note, post, unique } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { takenIn } from '../../support/taken-in.ts';

let north: RunningServer;
let far: RemoteOrigin;
let keys: KeyPair;
let mia: RemoteActor;
let choir: RemoteActor;
let guild: CommunityIri;
let asked: PostIri;

beforeAll(async () => {
  keys = await spareKeys();
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  asked = must(await north.actions.publishPost({ author: alice, community: guild, title: 'Well?', text: 'Who?' })).iri;
  [mia, choir] = [await far.actor('mia', { keys }), await far.actor('choir', { type: 'Group', keys })];
  const inbox = north.house.addresses.sharedInbox;
  await post(inbox, choir, activity('Like', choir, `${far.origin}/nothing`));
  await post(inbox, mia, activity('Follow', mia, guild));
  must(await north.actions.joinCommunity({ person: alice, community: communityIri(choir.iri) }));
  await north.settle();
  const asking = await north.house.follows.get(alice, communityIri(choir.iri));
  await takenIn(north, [activity('Accept', choir, asking?.activity)]);
  expect((await north.house.follows.get(alice, communityIri(choir.iri)))?.state).toBe('accepted');
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const KINDS = [
  ...['Create', 'Update', 'Delete', 'Announce', 'Undo', 'Follow', 'Accept', 'Reject', 'Like', 'Dislike', 'EmojiReact'],
  ...[
    'Add',
    'Remove',
    'Block',
    'Flag',
    'Lock',
    'PollVote',
    'Move',
    'Arrive',
    'Travel',
    'View',
    'TentativeAccept',
    '',
    'Note',
  ],
];
const MEMBERS = [
  ...[
    'id',
    'type',
    'actor',
    'object',
    'target',
    'content',
    'contentMap',
    'summary',
    'name',
    'attributedTo',
    'to',
    'cc',
  ],
  ...[
    'tag',
    'attachment',
    'inReplyTo',
    'published',
    'updated',
    'oneOf',
    'anyOf',
    'endTime',
    'closed',
    'votersCount',
    'url',
  ],
  ...[
    'image',
    'icon',
    'sensitive',
    'language',
    'location',
    'startTime',
    'mediaType',
    'choice_text',
    '@context',
    'audience',
  ],
  ...['_meta', '__proto__', 'constructor', 'toString', '$set', 'unheardOf'],
];

/** Anything that JSON can say, with words and ids in it that mean something here. */
function anything(): fc.Arbitrary<unknown> {
  const ids = () => [asked, guild, mia.iri, choir.iri, `${far.origin}/notes/0`, 'https://north.localhost/x', 'x', ''];
  return fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, '', '2026-11-23T08:00:00Z', 'Public', '<b>x</b>', '🎉'),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(...ids()),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc
      .tuple(
        fc.constantFrom('Note', 'Question', 'Person', 'Group', 'Tombstone', ...KINDS),
        fc.constantFrom(...ids()),
        fc.array(fc.tuple(fc.constantFrom(...MEMBERS), tie('value')), { maxLength: 6 }),
      )
      .map(([type, id, members]) => ({ type, id, ...Object.fromEntries(members) })),
  })).value;
}

const activities = () =>
  fc
    .record({
      type: fc.oneof(fc.constantFrom(...KINDS), fc.array(fc.constantFrom(...KINDS), { maxLength: 3 })),
      by: fc.constantFrom(mia, choir),
      object: anything(),
      more: fc.array(
        fc.tuple(
          fc.constantFrom(...MEMBERS.filter((name) => !['id', 'type', 'actor', 'object'].includes(name))),
          anything(),
        ),
        {
          maxLength: 5,
        },
      ),
      inside: fc.boolean(),
    })
    .map(({ type, by, object, more, inside }) => {
      const one = { ...activity('Any', by, object), type, ...Object.fromEntries(more) };
      return inside ? activity('Announce', by, { ...one, id: `${far.origin}/a/${unique('inner')}` }) : one;
    });

describe('whatever an activity says', () => {
  it('is dealt with: ignored, refused or done, and never a failure here', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(activities(), { minLength: 30, maxLength: 30 }), async (all) => {
        const sent = all.map((one) => ({ ...one, id: `${far.origin}/a/${unique('any')}` }));
        const fates = await takenIn(north, sent);
        const failed = fates.flatMap(({ outcome, why }, index) =>
          outcome === undefined || outcome === 'failed' ? [{ why, sent: JSON.stringify(sent[index]) }] : [],
        );
        expect(failed).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('is answered 202, or with a refusal, over HTTP too', async () => {
    const all = fc.sample(activities(), 40);
    const answers = await Promise.all(
      all.map((one) => {
        const by = one.actor === mia.iri ? mia : choir;
        return post(north.house.addresses.sharedInbox, by, { ...one, id: `${far.origin}/a/${unique('http')}` });
      }),
    );
    expect(
      [...new Set(answers.map(({ status }) => status))].filter((status) => ![202, 400, 403].includes(status)),
    ).toEqual([]);
  });

  it('leaves what was here as it was', async () => {
    expect(await north.house.posts.byIri(asked)).toMatchObject({ standing: { state: 'visible' }, title: 'Well?' });
    expect(await north.house.posts.byIri(asked)).not.toHaveProperty('deletedAt');
    expect(await north.house.communities.byIri(guild)).toMatchObject({ home: 'here', title: 'The guild' });
  });
});

describe('a kind that nobody has heard of', () => {
  it('is accepted and ignored, and so is what is unknown in a known one', async () => {
    expect(await takenIn(north, [activity('Arrive', mia, guild)])).toEqual([
      { outcome: 'ignored: a kind not known here' },
    ]);
    // What was said above may have been that mia is gone for good.
    const una = await far.actor('una', { keys });
    await takenIn(north, [activity('Follow', una, guild)]);
    const wrote = note(una, guild, '<p>Hello</p>', {
      quoteUrl: 'https://far.example/1',
      interactionPolicy: { a: [{}] },
      'x:y': 7,
    });
    expect(await takenIn(north, [activity('Create', una, wrote, { signature: { type: 'RsaSignature2017' } })])).toEqual(
      [{ outcome: 'done: kept' }],
    );
  });
});

describe('a long row of signs', () => {
  it.each(['🎉'.repeat(100), '️'.repeat(200), '‍'.repeat(200), `${'1️⃣'.repeat(60)}x`, `:${'a'.repeat(190)}`])(
    'takes no time',
    (content) => {
      const began = performance.now();
      expect(gestureOf({ type: 'EmojiReact', content })).toEqual({ kind: 'like' });
      expect(performance.now() - began).toBeLessThan(50);
    },
  );
});
