import { describe, expect, it } from '@jest/globals';
import { hashtagsIn, readTag, tagKey, withHashtags } from '../../../server/community/hashtags.ts';

describe('hashtags', () => {
  it.each([
    ['#One and #two_2', ['One', 'two_2']],
    ['#same #SAME #Same', ['same']],
    ['no#tag, &#39; ##twice https://a.example/#part', []],
    ['#2026 is a number, #y2026 is not', ['y2026']],
    ['#Straße, #日本語!', ['Straße', '日本語']],
    [`#${'x'.repeat(50)}`, ['x'.repeat(50)]],
  ])('in “%s”: %j', (text, found) => {
    expect(hashtagsIn(text)).toEqual(found);
  });

  it('are thirty at most', () => {
    expect(hashtagsIn(Array.from({ length: 99 }, (_, nth) => `#t${nth}`).join(' '))).toHaveLength(30);
  });

  it('are the same in whatever spelling, and nothing else is one', () => {
    expect(tagKey('Cafe\u0301')).toBe(tagKey('CAFÉ'));
    expect(readTag(' #OpenData ')).toBe('OpenData');
    for (const none of ['', '#', '12', 'a b', 'a-b', '$ne', 'x'.repeat(51)]) expect(readTag(none)).toBeNull();
  });

  it('stand beside what a post has else, as its text is now', () => {
    expect(withHashtags(undefined, 'none')).toBeUndefined();
    expect(withHashtags({ warning: 'w' }, '#a')).toEqual({ warning: 'w', hashtags: ['a'] });
    expect(withHashtags({ warning: 'w', hashtags: ['a'] }, '#b')).toEqual({ warning: 'w', hashtags: ['b'] });
    expect(withHashtags({ hashtags: ['a'] }, 'none')).toEqual({});
  });
});
