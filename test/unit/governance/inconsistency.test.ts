import { expect, it } from '@jest/globals';
import { communityIri } from '../../../server/community/ids.ts';
import { addHours } from '../../../server/governance/dates.ts';
import { seeInconsistency } from '../../../server/governance/inconsistency.ts';
import { sha256 } from '../../../server/record/canonical.ts';
import { bob, codeOf, Village } from './village.ts';

const head = (size: number) => ({ size, root: sha256(`a tree of ${size}`) });
const found = {
  origin: communityIri('https://east.example/actors/others'),
  seen: head(5),
  shown: head(7),
  note: 'What its server signed.',
};

it('that another record contradicts itself is written down once a day for each, with the proof', () => {
  const village = Village.of(bob);
  const see = (more: object = {}) =>
    village.record(seeInconsistency({ state: village.state, now: village.now, ...found, ...more }));
  expect(see()).toBe('accepted');
  expect(village.entries.at(-1)?.event).toMatchObject({ kind: 'inconsistency-seen', ...found });
  expect(see()).toBe('known');
  expect(see({ origin: communityIri('https://west.example/actors/others') })).toBe('accepted');
  const first = village.now;
  village.now = new Date(addHours(first, 24).getTime() - 1);
  expect(see()).toBe('known');
  village.now = addHours(first, 24);
  expect(see()).toBe('accepted');
  expect(codeOf(seeInconsistency({ state: village.state, now: village.now, ...found }))).toBe('known');
});
