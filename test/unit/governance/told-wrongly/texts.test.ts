import { describe, expect, it } from '@jest/globals';
import { optionId, proposalId } from '../../../../server/community/ids.ts';
import type { EventOf } from '../../../../server/governance/events.ts';
import { alice, bob, carol, dave, hostOf, mallory, Village } from '../village.ts';
import { stateAfter, told } from './telling.ts';

const NINE_DAYS = { kind: 'amend-charter', parameters: { votingDays: 9 } } as const;
const P1 = proposalId(1);

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
    const guild = Village.of(bob, carol, dave);
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
