import { describe, expect, it } from '@jest/globals';
import { emergencyId, juryId, type ProposalId, proposalId } from '../../../../server/community/ids.ts';
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
    expect(phaseAfter(guild, submitted, proposalId(2))?.state).toBe('seconding');
    // Where nobody else could second it, it is discussed at once.
    const discussionUntil = addDays(guild.now, 10);
    expect(phaseAfter(guild, { ...submitted, discussionUntil }, proposalId(2))).toEqual({
      ...{ state: 'discussion', until: discussionUntil },
    });
    const { title, reasons, change, matter, until } = submitted;
    const called = { kind: 'vote-called', proposal: proposalId(2), title, reasons, change, matter, until } as const;
    expect(told(guild, called)).toBe('read');
    expect(told(guild, { ...called, proposal: P1 })).toMatch(/there is a proposal P-1 already/);
    // A block whose vote has been called does not call for another one.
    const E1 = emergencyId(1);
    guild.state = { ...guild.state, emergencies: new Map([[E1, { id: E1 } as never]]) };
    expect(stateAfter(guild, { ...called, emergency: E1 }).emergencies.get(E1)).toEqual({ id: E1, vote: 'P-2' });
    expect(stateAfter(guild, { ...called, emergency: emergencyId(2) }).emergencies.size).toBe(1);
    expect(stateAfter(guild, called).emergencies.get(E1)).toEqual({ id: E1 });
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
    // Who has moved since has signed under her new name.
    const move = { kind: 'member-moved', from: bob, to: mallory, organisation: hostOf(mallory) } as const;
    const { challenge } = stateAfter(guild, move).proposals.get(P1) ?? {};
    expect(challenge).toMatchObject({ needed: 2, opened: guild.now, signatures: [{ by: mallory }, { by: carol }] });
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
