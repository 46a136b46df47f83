import { describe, expect, it } from '@jest/globals';
import { withoutKindLine } from '../../../server/pages/models/meaning.ts';

const own = [{ kind: 'fieldnote', tag: 'FieldNote' }];

describe('the last line of a text', () => {
  it('is left out where it says nothing but what the text is meant as', () => {
    expect(withoutKindLine('<p>It jams.</p><p>#Snag #FieldNote</p>', own)).toBe('<p>It jams.</p>');
    const toot =
      '<p>It jams.</p><p><a href="https://x.example/tags/snag" class="mention hashtag" rel="tag">#<span>snag</span></a></p>';
    expect(withoutKindLine(toot, own)).toBe('<p>It jams.</p>');
  });

  it('stays where it says anything else', () => {
    for (const html of [
      '<p>It jams. #snag</p>',
      '<p>It jams.</p><p>#snag #welding</p>',
      '<p>It jams.</p><p>#FieldNote</p>',
      '<p>It jams.</p><p></p>',
      'It jams. #snag',
    ]) {
      expect(withoutKindLine(html, [])).toBe(html);
    }
  });
});
