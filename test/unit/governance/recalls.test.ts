import { describe, expect, it } from '@jest/globals';
import { organisation, personIri } from '../../../server/community/ids.ts';
import { moveMember } from '../../../server/governance/membership.ts';
import { electionsTo } from '../../../server/governance/roles/elections.ts';
import { from, Moot } from './moot.ts';
import { alice, bob, carol, dave, mallory } from './village.ts';

const fay = personIri('https://far.example/users/fay');
const gus = personIri('https://far.example/users/gus');
const ALL = [bob, carol, dave, mallory, fay, gus];

/** bob is a moderator for long enough to be recalled. */
function governed(): Moot {
  const moot = Moot.grown(...ALL);
  moot.elect('moderator', bob, carol);
  moot.pass(30);
  return moot;
}

/** Enough members ask for a vote on bob. */
function petitioned(): Moot {
  const moot = governed();
  expect(moot.petition(carol, bob)).toBe('accepted');
  for (const member of [dave, mallory, fay]) expect(moot.sign(member)).toBe('accepted');
  expect(moot.sign(gus)).toBe('accepted');
  return moot;
}

const recall = (moot: Moot) => [...moot.state.proposals.values()].findLast(({ change }) => change.kind === 'recall');

describe('a petition for a recall', () => {
  it('is for members of full tenure, about somebody who holds the role, and not by herself', () => {
    const moot = governed();
    const stranger = personIri('https://x.example/nobody');
    const late = personIri('https://far.example/users/late');
    moot.join(late);
    expect(moot.petition(stranger, bob)).toBe('not-a-member');
    expect(moot.petition(late, bob)).toBe('too-new');
    expect(moot.petition(bob, bob)).toBe('own-recall');
    expect(moot.petition(carol, dave)).toBe('not-a-holder');
    expect(moot.petition(carol, bob)).toBe('accepted');
    expect(moot.petition(dave, bob)).toBe('already-petitioned');
    expect([moot.sign(carol), moot.sign(bob), moot.sign(late), moot.sign(dave)]).toEqual([
      'already-signed',
      'own-recall',
      'too-new',
      'accepted',
    ]);
  });

  it('cannot be opened in the first thirty days of a term', () => {
    const moot = Moot.grown(...ALL);
    moot.elect('moderator', bob);
    moot.pass(29.9);
    expect(moot.petition(carol, bob)).toBe('immune');
    moot.pass(0.1);
    expect(moot.petition(carol, bob)).toBe('accepted');
  });

  it('needs five signatures, or as many as could sign; a tenth of a large community', () => {
    const small = governed();
    small.petition(carol, bob);
    expect([...small.state.petitions.values()]).toMatchObject([{ needed: 5, organisationsNeeded: 2 }]);
    const large = Moot.grown(...ALL, ...from('south.example', ...Array.from({ length: 73 }, (_, at) => `m${at}`)));
    large.elect('moderator', bob);
    large.pass(30);
    expect(large.petition(carol, bob)).toBe('accepted');
    expect([...large.state.petitions.values()]).toMatchObject([{ needed: 8 }]);
  });

  it('lapses after two weeks; the same may be asked for again two weeks later', () => {
    const moot = governed();
    moot.petition(carol, bob);
    moot.pass(14);
    expect(moot.last('petition-lapsed')).toBeDefined();
    expect(moot.sign(dave)).toBe('petition-over');
    expect(moot.petition(dave, bob)).toBe('too-soon');
    moot.pass(14);
    expect(moot.petition(dave, bob)).toBe('accepted');
  });

  it('waits for a second organisation', () => {
    const moot = Moot.grown(...from('south.example', 'ann', 'ben', 'cat', 'don', 'eve'), bob);
    moot.elect('moderator', bob);
    moot.pass(30);
    const [ann, ...others] = from('south.example', 'ann', 'ben', 'cat', 'don', 'eve');
    moot.petition(ann ?? carol, bob);
    for (const member of others) expect(moot.sign(member)).toBe('accepted');
    moot.pass(0);
    expect(recall(moot)).toBeUndefined();
    moot.sign(alice);
    moot.pass(0);
    expect(recall(moot)?.phase.state).toBe('discussion');
  });

  it('makes the charter call the vote with the signature that was missing, and is called once', () => {
    const moot = petitioned();
    moot.pass(0);
    expect(recall(moot)).toMatchObject({ matter: 'recall', reasons: 'They never answer.', by: moot.state.community });
    expect(moot.sign(alice)).toBe('petition-over');
    moot.pass(1);
    expect([...moot.state.proposals.values()].filter(({ change }) => change.kind === 'recall')).toHaveLength(1);
  });

  it('is answered by the one it is about, until the text of the vote is frozen', () => {
    const moot = petitioned();
    expect(moot.answer(carol)).toBe('not-a-holder');
    expect(moot.answer(bob)).toBe('accepted');
    moot.pass(4);
    expect(moot.answer(bob, 'I was very ill.')).toBe('accepted');
    expect([...moot.state.petitions.values()]).toMatchObject([{ answer: 'I was very ill.' }]);
    moot.pass(1);
    expect(moot.answer(bob)).toBe('petition-over');
  });

  it('is over when the one it is about gives the role back', () => {
    const moot = governed();
    moot.petition(carol, bob);
    moot.resign(bob);
    moot.pass(0);
    expect(moot.last('petition-lapsed')).toBeDefined();
  });
});

describe('a recall', () => {
  it('takes the role by itself when it passes, and an election follows', () => {
    const moot = petitioned();
    moot.pass(5 + 2 + 7 + 3);
    expect(moot.last('member-recalled')).toMatchObject({ role: 'moderator', member: bob });
    expect(moot.holders()).toEqual([carol]);
    expect(electionsTo(moot.state, 'moderator').at(-1)?.phase.state).toBe('nomination');
    expect(moot.stand(bob)).toBe('recalled');
    expect(moot.stand(dave)).toBe('accepted');
  });

  it('leaves everything as it was when it fails, and may be tried again after ninety days', () => {
    const moot = petitioned();
    moot.recallPasses = false;
    moot.pass(5 + 2 + 7);
    expect(recall(moot)?.phase.state).toBe('rejected');
    expect(moot.holders()).toEqual([bob, carol]);
    expect(moot.petition(dave, bob)).toBe('too-soon');
    moot.pass(90);
    expect(moot.petition(dave, bob)).toBe('accepted');
  });

  it('is void when she holds the role no more', () => {
    const moot = petitioned();
    moot.pass(5 + 2 + 7);
    moot.resign(bob);
    moot.pass(3);
    expect(recall(moot)?.phase).toMatchObject({ state: 'voided' });
  });

  it('finds her under the name she has now', () => {
    const moot = petitioned();
    moot.pass(6);
    const to = personIri('https://new.example/users/bob');
    const { state } = moot;
    moot.record(moveMember({ state, from: bob, to, organisation: organisation('new.example') }));
    moot.pass(11);
    expect(moot.last('member-recalled')).toMatchObject({ member: to });
    expect(moot.holders()).toEqual([carol]);
  });
});
