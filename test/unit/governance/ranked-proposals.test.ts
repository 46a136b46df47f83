import { describe, expect, it } from '@jest/globals';
import { optionId, organisation, type ProposalId, proposalId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { Change, Nominee, Proposal } from '../../../server/governance/proposal.ts';
import { decidedBy } from '../../../server/governance/proposals/decide.ts';
import { durationsFor, isSecretMatter } from '../../../server/governance/proposals/procedure.ts';
import { adoptedText } from '../../../server/governance/proposals/texts.ts';
import { countVote } from '../../../server/governance/tally/count.ts';
import { REOPEN } from '../../../server/governance/tally/options.ts';
import { agreed, alice, bob, carol, codeOf, dave, LINK_RULE, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };
const MILDER: Change = { kind: 'adopt-rule', rule: { ...LINK_RULE, title: 'A milder rule' } };

/** As if it had been decided so: what stands beside a proposal is put there by others' decisions. */
function put(village: Village, id: ProposalId, more: Partial<Proposal>): void {
  const proposal = village.state.proposals.get(id);
  if (proposal === undefined) throw new Error(`there is no ${id}`);
  village.state = { ...village.state, proposals: new Map(village.state.proposals).set(id, { ...proposal, ...more }) };
}

function withTwoTexts(): { village: Village; id: ProposalId } {
  const village = Village.of(bob, carol, dave);
  const id = village.propose(alice, ADOPT);
  for (const person of [bob, carol, dave]) village.second(person, id);
  const other = {
    id: optionId('T-2'),
    by: bob,
    title: 'Milder',
    reasons: 'Less is more.',
    change: MILDER,
    at: village.now,
    seconds: [],
    secondsNeeded: 0,
  };
  put(village, id, { alternatives: [other] });
  village.pass(7);
  return { village, id };
}

describe('a vote between texts', () => {
  it('is pinned with its texts and the status quo last, and the pinned text is all of them', () => {
    const { village, id } = withTwoTexts();
    const { pinned } = village.state.proposals.get(id) ?? {};
    expect(pinned).toMatchObject({ method: 'schulze', quorum: 2 });
    expect(pinned?.options).toEqual([
      { id: 'T-1', words: 'A change' },
      { id: 'T-2', words: 'Milder' },
      { id: 'status-quo', words: 'Everything stays as it is' },
    ]);
    const alone = Village.of(bob, carol, dave);
    const other = alone.toTheVote(alice, ADOPT);
    expect(alone.state.proposals.get(other)?.pinned?.textHash).not.toBe(pinned?.textHash);
    expect(alone.state.proposals.get(other)?.pinned).toMatchObject({ method: 'yes-no' });
  });

  it('takes rankings in any spelling, keeps them in one, and refuses what is none', () => {
    const { village, id } = withTwoTexts();
    expect(village.vote(bob, id, 'yes')).toMatchObject({
      refusal: { code: 'bad-choice', text: 'Give at least one of the texts a place, each at most once; or abstain.' },
    });
    expect(codeOf(village.vote(bob, id, 'T-2>T-2'))).toBe('bad-choice');
    expect(agreed(village.vote(bob, id, ' T-2 '))).toMatchObject({ choice: 'T-2>T-1=status-quo' });
    expect(agreed(village.vote(bob, id, 'T-2 > status-quo = T-1'))).toMatchObject({ turn: 1 });
    expect(codeOf(village.vote(bob, id, 'T-1'))).toBe('already-voted');
  });

  it('brings the text into force that won', () => {
    const { village, id } = withTwoTexts();
    for (const [person, choice] of [
      [alice, 'T-1>T-2'],
      [bob, 'T-2>T-1'],
      [carol, 'T-2'],
      [dave, 'abstain'],
    ] as const) {
      village.vote(person, id, choice);
    }
    village.pass(7 + 3);
    const proposal = village.state.proposals.get(id);
    expect(proposal?.outcome?.tally).toMatchObject({ method: 'schulze', winner: 'T-2', result: 'passed', turnout: 4 });
    expect(village.phaseOf(id)).toBe('in-force');
    const [rule] = [...village.state.rules.values()].flat();
    expect(rule?.title).toBe('A milder rule');
    expect(proposal && adoptedText(proposal).change).toEqual(MILDER);
  });

  it('leaves everything as it is where no text wins', () => {
    const { village, id } = withTwoTexts();
    for (const person of [alice, bob, carol]) village.vote(person, id, 'status-quo>T-1');
    village.pass(7);
    expect(village.phaseOf(id)).toBe('rejected');
    expect(village.state.rules.size).toBe(0);
  });
});

describe('an election', () => {
  const nominees: readonly Nominee[] = [
    { id: optionId('N-1'), member: bob, organisation: organisation('north.example'), statement: '' },
    { id: optionId('N-2'), member: carol, organisation: organisation('south.example'), statement: '' },
  ];
  const election: Change = { kind: 'elect', role: 'moderator', seats: 2 };

  function called(more: Partial<Proposal>): { village: Village; id: ProposalId } {
    const village = Village.of(bob, carol, dave);
    const id = proposalId(1);
    const until = addDays(village.now, 14);
    const words = { title: 'Moderators', reasons: 'The seats are empty.' };
    village.write({ kind: 'vote-called', proposal: id, ...words, change: election, matter: 'seats', until });
    put(village, id, more);
    village.pass(16);
    return { village, id };
  }

  it('pins its seats and who stands, and takes no open ballot', () => {
    const { village, id } = called({ nominees });
    const { pinned } = village.state.proposals.get(id) ?? {};
    expect(pinned).toMatchObject({ method: 'stv', seats: 2, matter: 'seats' });
    expect(pinned?.options?.map((option) => option.id)).toEqual(['N-1', 'N-2', REOPEN]);
    expect(village.vote(alice, id, 'N-1')).toMatchObject({
      refusal: { code: 'secret-vote', text: expect.stringContaining('This vote is secret.') },
    });
    expect(isSecretMatter('seats') && isSecretMatter('recall')).toBe(true);
  });

  it('lapses where nobody stands', () => {
    const { village, id } = called({});
    expect(village.state.proposals.get(id)?.phase).toMatchObject({
      state: 'lapsed',
      why: 'nobody-stood',
    });
  });

  it('takes effect with its result: nobody waits for who was elected', () => {
    const { village, id } = called({ nominees });
    const proposal = village.state.proposals.get(id);
    const roll = village.rolls.get(id);
    if (proposal?.pinned === undefined || roll === undefined) throw new Error(`${id} was never frozen`);
    const tally = countVote({ pinned: proposal.pinned, roll, ballots: [{ choice: 'N-2>N-1' }, { choice: 'N-2' }] });
    expect(tally).toMatchObject({ elected: ['N-2', 'N-1'], result: 'passed' });
    const board = { leaves: [], root: proposal.pinned.rollRoot };
    const { inForceFrom } = decidedBy({ state: village.state, proposal, tally, board, now: village.now });
    expect(inForceFrom).toEqual(village.now);
    expect(durationsFor('recall', village.state.charter.parameters).timelockHours).toBe(0);
  });
});
