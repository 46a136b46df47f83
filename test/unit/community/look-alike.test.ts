import { expect, it } from '@jest/globals';
import { lookAlikeOf } from '../../../server/community/look-alike.ts';

it.each([
  ['paul', 'pau1'],
  ['paul', 'paui'],
  ['paul', 'p_a_u_l'],
  ['bob', 'b0b'],
  ['l1ly_o', 'iii_y0'],
])('%s could be mistaken for %s, and the other way round', (one, other) => {
  expect(lookAlikeOf(one, ['somebody', other])).toBe(other);
  expect(lookAlikeOf(other, [one])).toBe(one);
});

it.each([
  ['paul', 'paula'],
  ['bob', 'bab'],
  ['bob', 'bo8'],
  ['ana', 'anna'],
])('%s and %s are told apart', (one, other) => {
  expect(lookAlikeOf(one, [other])).toBeUndefined();
});

it('a name is no look-alike of itself: that it is taken, others say', () => {
  expect(lookAlikeOf('paul', ['paul'])).toBeUndefined();
});
