import { describe, expect, it } from '@jest/globals';
import { redacted } from '../../../server/effects/erased-copies.ts';
import { TOMBSTONE } from '../../../server/record/erasable.ts';

describe('a letter that tells of a text which is erased', () => {
  it('has a tombstone in its place, wherever it stands', () => {
    expect(redacted('What was found: It sells machines.\n\nRule R-1.', 'It sells machines.')).toBe(
      `What was found: ${TOMBSTONE}\n\nRule R-1.`,
    );
  });

  it('of a short one keeps the same word where it means something else', () => {
    expect(redacted('It is about “Rules”. Rules are rules.\nRules', 'Rules')).toBe(
      `It is about “${TOMBSTONE}”. Rules are rules.\n${TOMBSTONE}`,
    );
  });
});
