import { describe, expect, it } from '@jest/globals';
import { Html, href, html, nothing, paragraphs, render, trusted } from '../../../views/html.ts';

describe('html', () => {
  it('escapes what somebody wrote, in text and in attributes', () => {
    const name = `"><script>alert('ana')</script>&`;
    expect(render(html`<b title="${name}">${name}</b>`)).toBe(
      '<b title="&quot;&gt;&lt;script&gt;alert(&#39;ana&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;ana&#39;)&lt;/script&gt;&amp;</b>',
    );
  });

  it('joins lists, keeps markup inside markup, and shows nothing for nothing', () => {
    const rows = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(render(html`<ul>${rows}</ul>${nothing}${0}`)).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0');
  });

  it('takes the sanitiser at its word, and nobody else can make markup', () => {
    expect(render(html`<div>${trusted('<p>fine</p>')}</div>`)).toBe('<div><p>fine</p></div>');
    expect(() => new Html(Symbol('the key to Html') as never, '<script>')).toThrow('Html is made by');
  });

  it('does not take an object that only looks like markup', () => {
    const posing = { toString: () => '<script>', map: (write: (part: string) => string) => [write('<i>')] };
    expect(render(html`${posing as never}`)).toBe('&lt;i&gt;');
  });
});

describe('href', () => {
  it.each([
    '/communities/guild',
    '/communities/guild?to=x#reply',
    '#write',
    '?older=1',
    'https://north.example/a',
    'http://localhost:8080/',
  ])('leaves %s as it is', (address) => expect(href(address)).toBe(address));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\n/evil.example',
    '/\t/evil.example',
    'https:evil.example',
    'relative',
    '',
    'https://',
  ])('refuses %j (CON-02)', (address) => expect(href(address)).toBe('#'));
});

describe('paragraphs', () => {
  it('parts text at empty lines and keeps single breaks', () => {
    expect(render(html`${paragraphs('one\r\ntwo\n\n\nthree <b>')}`)).toBe(
      '<p class="text">one<br>two</p><p class="text">three &lt;b&gt;</p>',
    );
  });
  it('makes nothing of nothing', () => expect(render(html`${paragraphs('  \n ')}`)).toBe(''));
});
