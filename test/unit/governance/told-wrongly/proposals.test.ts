import { describe, expect, it } from '@jest/globals';
import { juryId, optionId, type ProposalId, proposalId } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf, GovernanceEvent } from '../../../../server/governance/events.ts';
import { alice, bob, carol, dave, hostOf, mallory, Village } from '../village.ts';
import { last, stateAfter, told } from './telling.ts';

const NINE_DAYS = { kind: 'amend-charter', parameters: { votingDays: 9 } } as const;
const P1 = proposalId(1);
const village = () => Village.of(bob, carol, dave);
const phaseAfter = (where: Village, event: Parameters<typeof stateAfter>[1], id: ProposalId = P1) =>
  stateAfter(where, event).proposals.get(id)?.phase;

interface Step {
  readonly before: Pick<Village, 'state' | 'now'>;
  readonly event: GovernanceEvent;
}
type Story = ReadonlyMap<string, Step>;

/** Everything a proposal went through until it was in force, as one entry each, with the record as it stood before. */
function story(): Story {
  const guild = village();
  const steps = new Map<string, Step>();
  const write = guild.write.bind(guild);
  guild.write = (event) => {
    const before = { state: guild.state, now: guild.now };
    if ('proposal' in event && event.proposal === P1 && !steps.has(event.kind))
      steps.set(event.kind, { before, event });
    return write(event);
  };
  guild.adopt(alice, NINE_DAYS);
  return steps;
}

const steps = story();

function stepOf(kind: string): Step {
  const step = steps.get(kind);
  if (step === undefined) throw new Error(`there is no ${kind}`);
  return step;
}

describe('a record is not read in which a proposal', () => {
  const KINDS = [
    ...(['proposal-submitted', 'proposal-seconded', 'proposal-frozen', 'voting-opened', 'voting-ended'] as const),
    ...(['proposal-decided', 'charter-amended'] as const),
  ];

  it('goes its way to the end', () => {
    expect([...steps.keys()]).toEqual(KINDS);
  });

  it.each(KINDS)('takes a step out of its order, or is another one: %s', (kind) => {
    const { before, event } = stepOf(kind);
    expect(KINDS.filter((at) => told(stepOf(at).before, event) === 'read')).toEqual([kind]);
    if (kind === 'proposal-submitted') return;
    expect(told(before, { ...event, proposal: proposalId(7) } as GovernanceEvent)).toMatch(/there is no proposal P-7/);
  });

  it('is submitted or called under a number that is taken, or by nobody here', () => {
    const guild = village();
    guild.propose(alice, NINE_DAYS);
    const submitted = { ...last(guild, 'proposal-submitted'), proposal: proposalId(2) };
    expect(told(guild, submitted)).toBe('read');
    expect(told(guild, { ...submitted, proposal: P1 })).toMatch(/there is a proposal P-1 already/);
    expect(told(guild, { ...submitted, by: mallory })).toMatch(/mallory acts without being a member/);
    const { title, reasons, change, matter, until } = submitted;
    const called = { kind: 'vote-called', proposal: proposalId(2), title, reasons, change, matter, until } as const;
    expect(told(guild, called)).toBe('read');
    expect(told(guild, { ...called, proposal: P1 })).toMatch(/there is a proposal P-1 already/);
  });

  it('is seconded twice by one, or by nobody here', () => {
    const guild = village();
    guild.propose(alice, NINE_DAYS);
    const second = { kind: 'proposal-seconded', proposal: P1, by: bob, organisation: hostOf(bob) } as const;
    guild.write(second);
    expect(told(guild, second)).toMatch(/bob seconds P-1 twice/);
    expect(told(guild, { ...second, by: mallory })).toMatch(/mallory acts without being a member/);
    expect(phaseAfter(guild, { ...second, by: carol })?.state).toBe('seconding');
    const discussionUntil = addDays(guild.now, 10);
    expect(phaseAfter(guild, { ...second, by: carol, discussionUntil })).toEqual({
      ...{ state: 'discussion', until: discussionUntil },
    });
  });

  it('is extended twice for one reason; each reason counts for itself', () => {
    const guild = village();
    const proposal = guild.toTheVote(alice, NINE_DAYS);
    const until = addDays(guild.now, 20);
    const extended = (why: EventOf<'voting-extended'>['why']) =>
      ({ kind: 'voting-extended', proposal, why, until }) as const;
    expect(phaseAfter(guild, extended('quorum'))).toEqual({
      ...{ state: 'voting', until, extended: { quorum: true, late: false } },
    });
    guild.write(extended('late-quorum'));
    expect(guild.state.proposals.get(proposal)?.phase).toMatchObject({ extended: { quorum: false, late: true } });
    expect(told(guild, extended('late-quorum'))).toMatch(/P-1 is extended twice for late-quorum/);
    guild.write(extended('quorum'));
    expect(guild.state.proposals.get(proposal)?.phase).toMatchObject({ extended: { quorum: true, late: true } });
    expect(told(guild, extended('quorum'))).toMatch(/P-1 is extended twice for quorum/);
  });

  it('passes and never comes into force', () => {
    const { before, event } = stepOf('proposal-decided');
    const decided = event as EventOf<'proposal-decided'>;
    const { inForceFrom: _, ...without } = decided;
    expect(told(before, without)).toMatch(/P-1 has passed and never comes into force/);
    const refileFrom = addDays(before.now, 14);
    const tally = (result: 'lapsed' | 'rejected') => ({ ...without, tally: { ...decided.tally, result } });
    const phase = (said: EventOf<'proposal-decided'>) => stateAfter(before, said).proposals.get(P1)?.phase;
    expect(phase(tally('rejected'))).toEqual({ state: 'rejected', at: before.now });
    expect(phase(tally('lapsed'))).toEqual({ state: 'lapsed', at: before.now, why: 'quorum' });
    expect(phase({ ...tally('lapsed'), refileFrom })).toMatchObject({ state: 'lapsed', refileFrom });
    const others = { yes: 1, no: 2, abstain: 3 };
    const outcome = stateAfter(before, { ...decided, others, confirmed: [] }).proposals.get(P1)?.outcome;
    expect(outcome).toEqual({
      ...{ tally: decided.tally, ballots: 4, boardRoot: decided.boardRoot },
      others,
      confirmed: [],
    });
    expect(Object.keys(stateAfter(before, decided).proposals.get(P1)?.outcome ?? {})).toEqual([
      'tally',
      'ballots',
      'boardRoot',
    ]);
  });

  it('lapses, is withdrawn or voided where that cannot be any more', () => {
    const tell = (kind: string, event: EventOf<'proposal-withdrawn' | 'proposal-voided' | 'proposal-lapsed'>) =>
      told(stepOf(kind).before, event);
    const withdrawn = { kind: 'proposal-withdrawn', proposal: P1, by: alice } as const;
    const voided = { kind: 'proposal-voided', proposal: P1, why: 'The rule is gone.' } as const;
    const lapsed = { kind: 'proposal-lapsed', proposal: P1, refileFrom: new Date(0) } as const;
    expect([tell('proposal-seconded', withdrawn), tell('proposal-frozen', withdrawn)]).toEqual(['read', 'read']);
    expect(tell('voting-opened', withdrawn)).toBe('P-1 stands in frozen, not in seconding or discussion.');
    expect([tell('proposal-frozen', voided), tell('charter-amended', voided)]).toEqual(['read', 'read']);
    expect(tell('voting-ended', voided)).toMatch(/stands in voting/);
    expect(tell('proposal-seconded', lapsed)).toBe('read');
    expect(tell('proposal-frozen', lapsed)).toMatch(/stands in discussion, not in seconding/);
  });
});

describe('a record is not read in which the procedure of a vote', () => {
  /** Passed, and not in force yet. */
  function passed() {
    const guild = village();
    const proposal = guild.toTheVote(alice, NINE_DAYS);
    for (const voter of [alice, bob, carol, dave]) guild.vote(voter, proposal, 'yes');
    guild.pass(14.5);
    expect(guild.phaseOf(proposal)).toBe('timelock');
    return guild;
  }
  const sign = (by = bob): EventOf<'challenge-signed'> => {
    return { kind: 'challenge-signed', proposal: P1, by, ground: 'It was too short.', needed: 2 };
  };
  const found = (kept: boolean, more: Partial<EventOf<'challenge-decided'>> = {}): EventOf<'challenge-decided'> => {
    return { kind: 'challenge-decided', proposal: P1, kept, hung: false, ...more };
  };

  it('is signed against twice by one, by nobody here, or when a jury looks at it already', () => {
    const guild = passed();
    guild.write(sign());
    expect(guild.state.proposals.get(P1)?.challenge).toEqual({
      ...{ needed: 2, signatures: [{ by: bob, ground: 'It was too short.', at: guild.now }] },
    });
    expect(told(guild, sign())).toMatch(/bob signs against P-1 twice/);
    expect(told(guild, sign(mallory))).toMatch(/mallory acts without being a member/);
    guild.write({ ...sign(carol), opens: true });
    expect(guild.state.proposals.get(P1)?.challenge).toMatchObject({ opened: guild.now });
    expect(told(guild, sign(dave))).toMatch(/being looked at already/);
  });

  it('is decided on without having been challenged, or twice; until then nothing comes into force', () => {
    const guild = passed();
    expect(told(guild, found(true))).toMatch(/nobody looks at the procedure of P-1/);
    guild.write(sign());
    expect(told(guild, found(true))).toMatch(/nobody looks at the procedure of P-1/);
    guild.write({ ...sign(carol), opens: true });
    const { version, parameters } = guild.state.charter;
    const charter = { version: version + 1, parameters: { ...parameters, votingDays: 9 } };
    const amended = { kind: 'charter-amended', proposal: P1, charter } as const;
    expect(told(guild, amended)).toMatch(/comes into force while a jury looks at its procedure/);
    expect(stateAfter(guild, found(false, { jury: juryId(1) })).proposals.get(P1)).toMatchObject({
      ...{ challenge: { decided: { kept: false, jury: 'J-1', at: guild.now } }, phase: { state: 'voided' } },
    });
    const { phase } = guild.state.proposals.get(P1) ?? {};
    const until = phase?.state === 'timelock' ? phase.until : guild.now;
    const kept = (more: Partial<EventOf<'challenge-decided'>>) => phaseAfter(guild, found(true, more));
    expect(kept({})).toEqual({ state: 'timelock', until });
    expect(kept({ inForceFrom: addDays(until, 1) })).toEqual({ state: 'timelock', until: addDays(until, 1) });
    expect(kept({ inForceFrom: guild.now })).toEqual({ state: 'timelock', until });
    guild.write(found(true));
    expect(guild.state.proposals.get(P1)?.challenge?.decided).toEqual({ at: guild.now, kept: true });
    expect(told(guild, found(true))).toMatch(/nobody looks at the procedure of P-1/);
    expect(told(guild, amended)).toBe('read');
  });
});

describe('a record is not read in which a text beside a proposal', () => {
  const [T1, T2, T3] = ['T-1', 'T-2', 'T-3'].map(optionId) as [never, never, never];
  const beside = (alternative = T2, by = bob): EventOf<'alternative-proposed'> => ({
    ...{
      kind: 'alternative-proposed',
      proposal: P1,
      alternative,
      by,
      title: `Text ${alternative}`,
      reasons: 'Better.',
    },
    ...{ change: { kind: 'amend-charter', parameters: { votingDays: 10 } }, secondsNeeded: 1 },
  });
  const seconds = (alternative = T2, by = carol) =>
    ({ kind: 'alternative-seconded', proposal: P1, alternative, by }) as const;
  const takes = (alternative = T2) => ({ kind: 'amendment-taken-over', proposal: P1, alternative, by: alice }) as const;
  function discussed() {
    const guild = village();
    guild.propose(alice, NINE_DAYS);
    for (const person of [bob, carol, dave]) guild.second(person, P1);
    expect(guild.phaseOf(P1)).toBe('discussion');
    return guild;
  }

  it('has a name that is taken, also by one that is gone; or is not there', () => {
    const guild = discussed();
    expect(told(guild, seconds())).toMatch(/there is no T-2 beside P-1/);
    expect(told(guild, takes())).toMatch(/there is no T-2 beside P-1/);
    guild.write(beside());
    expect(told(guild, beside())).toMatch(/there is a T-2 beside P-1 already/);
    expect(told(guild, beside(T3, mallory))).toMatch(/mallory acts without being a member/);
    guild.write(seconds());
    expect(told(guild, seconds())).toMatch(/carol seconds T-2 twice/);
    guild.write(beside(T3, dave));
    guild.write(takes());
    const { change, alternatives, dropped } = guild.state.proposals.get(P1) ?? {};
    expect(change).toEqual(beside().change);
    expect(alternatives?.map(({ id }) => id)).toEqual([T3]);
    expect(dropped).toEqual([{ id: T2, title: 'Text T-2', by: bob, why: 'The proposer made it her own text.' }]);
    expect(told(guild, beside())).toMatch(/there is a T-2 beside P-1 already/);
  });

  it('seconds are of the text they name', () => {
    const guild = discussed();
    for (const one of [beside(), beside(T3, dave), seconds(T3), seconds(T2, dave)]) guild.write(one);
    expect(guild.state.proposals.get(P1)?.alternatives?.map((one) => [one.id, one.seconds])).toEqual([
      [T2, [dave]],
      [T3, [carol]],
    ]);
  });

  it('those that do not come to the vote are told with the reason, the proposal’s own among them', () => {
    const guild = discussed();
    for (const one of [beside(), beside(T3, dave)]) guild.write(one);
    const pinned = {} as never;
    const frozen = { kind: 'proposal-frozen', proposal: P1, pinned, votingFrom: guild.now } as const;
    const dropped = [T1, T3].map((id) => ({ id, why: 'Nobody seconded it.' }));
    const proposal = stateAfter(guild, { ...frozen, dropped }).proposals.get(P1);
    expect(proposal?.alternatives?.map(({ id }) => id)).toEqual([T2]);
    expect(proposal?.dropped).toEqual([
      { id: T1, title: 'A change', by: alice, why: 'Nobody seconded it.' },
      { id: T3, title: 'Text T-3', by: dave, why: 'Nobody seconded it.' },
    ]);
    expect(stateAfter(guild, { ...frozen, dropped: [] }).proposals.get(P1)?.alternatives).toHaveLength(2);
    expect(stateAfter(guild, frozen).proposals.get(P1)).not.toHaveProperty('dropped');
  });

  it('what who moved wrote, seconded and signed is hers under the new name', () => {
    const guild = discussed();
    for (const one of [
      beside(),
      beside(T3, dave),
      seconds(T3, bob),
      seconds(T3),
      takes(),
      beside('T-4' as never, carol),
    ])
      guild.write(one);
    const to = mallory;
    guild.write({ kind: 'member-moved', from: bob, to, organisation: hostOf(to) });
    const { alternatives, dropped } = guild.state.proposals.get(P1) ?? {};
    expect(alternatives?.map(({ by, seconds: all }) => [by, all])).toEqual([
      [dave, [to, carol]],
      [carol, []],
    ]);
    expect(dropped?.map(({ by }) => by)).toEqual([to]);
  });
});
