import { describe, expect, it } from '@jest/globals';
import { addedTags, withoutWelcome, written } from '../../../server/actions/meant-as.ts';

describe('what a text is meant as', () => {
  it('stands at its end as hashtags, once', () => {
    expect(written({ text: 'It *jams*.', tags: ['Snag'] })).toEqual({
      html: '<p>It <em>jams</em>.</p><p>#Snag</p>',
      details: { hashtags: ['Snag'] },
    });
    expect(written({ text: 'A #snag again.', tags: ['Snag'] })).toEqual({
      html: '<p>A #snag again.</p>',
      details: { hashtags: ['snag'] },
    });
  });

  it('is not lost behind many other hashtags', () => {
    const many = Array.from({ length: 40 }, (_, nth) => `#t${nth}x`).join(' ');
    expect(written({ text: many, tags: ['Snag'] }).details?.hashtags).toContain('Snag');
  });

  it('is told apart from what its author typed', () => {
    const { details } = written({ text: 'About #welding', tags: ['WorkingOutLoud', 'HelpWelcome'] });
    expect(addedTags({ source: 'About #welding', details: details ?? {} })).toEqual(['WorkingOutLoud', 'HelpWelcome']);
  });

  it('can be taken out of a text where it says what is welcome', () => {
    expect(withoutWelcome('Drafting. #WorkingOutLoud #HelpWelcome\n#ideaswelcome now')).toBe(
      'Drafting. #WorkingOutLoud\n now',
    );
    expect(withoutWelcome('See https://x.example/#helpwelcome')).toBe('See https://x.example/#helpwelcome');
  });
});
