import { describe, expect, it } from '@jest/globals';
import type { House } from '../../../server/actions/house.ts';
import { createProjector } from '../../../server/effects/projector.ts';
import { createTimekeeper } from '../../../server/effects/timekeeper.ts';
import { silentLog } from '../../../server/log.ts';

const communities = ['https://north.example/actors/tampered', 'https://north.example/actors/whole'];

/** A house of two communities; the record of the first was changed in the database. */
function houseOfTwo() {
  const loaded: string[] = [];
  const projected: string[] = [];
  const house = {
    log: silentLog,
    clock: { now: () => new Date('2026-01-01T00:00:00Z') },
    communities: { here: async () => communities.map((iri) => ({ iri })) },
    states: {
      async load(iri: string) {
        loaded.push(iri);
        if (iri.endsWith('tampered')) throw new Error('entry 3 was changed');
        return { seq: 4, proposals: new Map(), rules: new Map(), holds: new Map() };
      },
      async project(iri: string) {
        projected.push(iri);
      },
    },
  };
  return { house: house as unknown as House & Parameters<typeof createProjector>[0], loaded, projected };
}

describe('a community whose record was changed in the database', () => {
  it('does not stop the time of the others', async () => {
    const { house, loaded } = houseOfTwo();
    await createTimekeeper(house).tick();
    expect(loaded).toContain(communities[1]);
  });

  it('does not keep the states of the others from being written down', async () => {
    const { house, projected } = houseOfTwo();
    await createProjector(house).stop();
    expect(projected).toEqual([communities[1]]);
  });
});
