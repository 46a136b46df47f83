import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown, plainText } from '../../../server/actions/content.ts';
import { markdownOf } from '../../../server/api/activitypub/markdown-of.ts';

const again = (html: string): string =>
  fromMarkdown(markdownOf(html))
    .replaceAll(/ rel="[^"]*"/g, '')
    .replaceAll('\n', '');

describe('what a client wrote as HTML', () => {
  it.each([
    ['<p>one</p><p>two<br>three</p>', '<p>one</p><p>two<br />three</p>'],
    ['<p><b>old</b> and <i>new</i></p>', '<p><strong>old</strong> and <em>new</em></p>'],
    [
      '<p>see <a href="https://a.example/?x=1&amp;y=(2)">this</a>.</p>',
      '<p>see <a href="https://a.example/?x=1&amp;y=(2)">this</a>.</p>',
    ],
    ['<ul><li>one</li><li>two</li></ul>', '<ul><li>one</li><li>two</li></ul>'],
    ['<blockquote><p>said</p></blockquote><p>yes</p>', '<blockquote><p>said</p></blockquote><p>yes</p>'],
    ['<p>1. *not* _this_ # or &lt;b&gt;that&lt;/b&gt;</p>', '<p>1. *not* _this_ # or &lt;b&gt;that&lt;/b&gt;</p>'],
    ['<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['<p><a href="javascript:alert(1)">x</a></p>', '<p>x</p>'],
    ['<p>- a list? &amp;lt; no<br>+ nor = this | that</p>', '<p>- a list? &amp;lt; no<br />+ nor = this | that</p>'],
    [
      '<p>https://a.example/b_c_d?e=f</p>',
      '<p><a href="https://a.example/b_c_d?e=f">https://a.example/b_c_d?e=f</a></p>',
    ],
    ['no markup', '<p>no markup</p>'],
    ['', ''],
  ])('is shown as it was written: %s', (html, shown) => expect(again(html)).toBe(shown));

  it('keeps its words, whatever they are', () => {
    const signs = fc.constantFrom(...'-+=*_`~#|<>&[]()!\\.:;"\' 1aäß🏠');
    const words = fc
      .array(signs, { minLength: 1, maxLength: 30 })
      .map((all) => all.join(''))
      .filter((text) => text.trim() !== '');
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(words, (text) => {
        expect(squeezed(plainText(fromMarkdown(markdownOf(`<p>${escaped(text)}</p>`))))).toBe(squeezed(text));
      }),
      { numRuns: Number(process.env.CASES ?? 200) },
    );
  });
});
