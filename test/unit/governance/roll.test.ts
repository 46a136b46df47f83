import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PARAMETERS } from '../../../server/governance/charter.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { activeMembers, currentMembers } from '../../../server/governance/roll.ts';
import { alice, bob, carol, Village } from './village.ts';

describe('who counts', () => {
  it('bob, who has left, is no member any more, and no quorum waits for him', () => {
    const village = Village.of(bob, carol);
    village.write({ kind: 'member-left', member: bob });
    const { state } = village;
    expect(currentMembers(state).map(({ member }) => member)).toEqual([alice, carol]);
    expect(activeMembers({ state, at: village.now }).map(({ member }) => member)).toEqual([alice, carol]);
  });

  it('who has long done nothing is not active, unless she did what no record shows', () => {
    const { state } = Village.of(bob, carol);
    const at = addDays(state.at, DEFAULT_PARAMETERS.activeDays + 1);
    expect(activeMembers({ state, at })).toEqual([]);
    const actedSince = new Map([[carol, addDays(at, -1)]]);
    expect(activeMembers({ state, at, actedSince }).map(({ member }) => member)).toEqual([carol]);
  });
});
