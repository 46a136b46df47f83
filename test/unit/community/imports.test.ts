import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeText, readCsv, writeCsv } from '../../../server/community/imports/csv.ts';
import { type ImportKind, MOST_LINES } from '../../../server/community/imports/kinds.ts';
import { readImport } from '../../../server/community/imports/read.ts';
import { writeExport } from '../../../server/community/imports/write.ts';
import { inEnglish, said } from '../../../server/community/said.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (kind: ImportKind, text: string) => readImport(kind, bytes(text), 'north.example');
function itemsOf(kind: ImportKind, text: string) {
  const done = read(kind, text);
  if (!done.ok) throw new Error(done.refusal.text);
  return done.value;
}
const cells = (text: string) => readCsv(text, 100).map((row) => row.cells);

describe('a table', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a, ""b""\nc",d', [['a, "b"\nc', 'd']]],
    ['\n\n , \na', [['a']]],
    ['"never ends, a\nb', [['never ends, a\nb']]],
    ['"a"b,c', [['a', 'c']]],
    ['', []],
    ['"', []],
    ["'=1+1,'-x,'a,''=b", [['=1+1', '-x', "'a", "'=b"]]],
  ])('%j is read as %j', (text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  it('says on which line of the file each row begins', () => {
    expect(readCsv('a\n\n"b\nb"\nc', 9).map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('is read back as it was written, whatever stands in it, and no program runs any of it', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab\'"=+-@,;\t \r\né漢'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const text = writeCsv(rows);
        const asKept = rows.map((row) => row.map((one) => one.trim())).filter((row) => row.some((one) => one !== ''));
        // Around a cell nothing is kept, so a guard that stands before a space may stay.
        const trimmed = rows.map((row) => row.map((one) => one.trim()));
        expect(cells(writeCsv(trimmed))).toEqual(asKept);
        for (const row of readRaw(text)) for (const one of row) expect(one).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a hundred thousand lines is read no further than it may be, and hostile ones are as quick as others', () => {
    expect(readCsv('a@b.example\n'.repeat(100_000), 1000)).toHaveLength(1001);
    expect(readCsv(`${'"",'.repeat(500_000)}a`, 10)[0]?.cells.length ?? 0).toBeLessThanOrEqual(20);
    expect(readCsv('"'.repeat(1_000_001), 10)).toHaveLength(1);
  });
});

/** As a spreadsheet sees the cells. */
function readRaw(text: string): string[][] {
  const found: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    found.at(-1)?.push((quoted ?? bare ?? '').replaceAll('""', '"'));
    if (end === '\n') found.push([]);
  }
  return found;
}

describe('a file', () => {
  it('is read in the encodings that spreadsheets write, and others are refused with a sentence', () => {
    const text = 'Account address\nb\u00f6b@south.example';
    const wide = (le: boolean) => {
      const out = Buffer.from(`\ufeff${text}`, 'utf16le');
      return new Uint8Array(le ? out : out.swap16());
    };
    for (const file of [bytes(text), bytes(`\ufeff${text}`), wide(true), wide(false)])
      expect(decodeText(file)).toEqual({ ok: true, text });
    expect(decodeText(Buffer.from(text, 'latin1'))).toMatchObject({
      ok: false,
      why: { pattern: expect.stringContaining('UTF-8') },
    });
    for (const file of [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), Buffer.from([0xff, 0xfe, 0x00]), Buffer.from('a\0b')])
      expect(decodeText(file)).toMatchObject({ ok: false, why: { pattern: expect.stringContaining('no text file') } });
  });

  it('that Mastodon exported is read as Mastodon means it', () => {
    expect(
      itemsOf(
        'follows',
        'Account address,Show boosts,Notify on new posts,Languages\nAna@South.example,true,false,\nbob,true,false,de\n',
      ).items,
    ).toEqual([
      { line: 2, subject: 'Ana@south.example' },
      { line: 3, subject: 'bob@north.example' },
    ]);
    expect(itemsOf('mutes', 'Account address,Hide notifications\na@x.example,true\nb@x.example,false\n').items).toEqual(
      [
        { line: 2, subject: 'a@x.example', notices: true },
        { line: 3, subject: 'b@x.example', notices: false },
      ],
    );
    expect(
      itemsOf('blocks', '@a@x.example\nacct:b@x.example\n@a@X.example').items.map(({ subject }) => subject),
    ).toEqual(['a@x.example', 'b@x.example']);
    expect(itemsOf('domains', '#domain\nSpam.Example\nbücher.example\n').items.map(({ subject }) => subject)).toEqual([
      'spam.example',
      'xn--bcher-kva.example',
    ]);
    expect(itemsOf('bookmarks', '#uri\nhttps://x.example/1\n').items).toEqual([
      { line: 2, subject: 'https://x.example/1' },
    ]);
    expect(itemsOf('lists', 'Friends,a@x.example\n"Work, mostly",b@x.example\n').items).toEqual([
      { line: 1, list: 'Friends', subject: 'a@x.example' },
      { line: 2, list: 'Work, mostly', subject: 'b@x.example' },
    ]);
  });

  it('says of each line that cannot be used why', () => {
    const { items, faults } = itemsOf('follows', 'a@x.example\nnot an account\n<script>@x\n');
    expect([items.length, faults.map(({ line, text }) => ({ line, text: inEnglish(text) }))]).toEqual([
      1,
      [
        { line: 2, text: '“not an account” is not an account. One is written name@server.' },
        { line: 3, text: '“<script>@x” is not an account. One is written name@server.' },
      ],
    ]);
    expect(itemsOf('domains', 'x.example\nhttps://y.example/').faults).toMatchObject([
      { line: 2, text: { pattern: expect.stringContaining('not the name of a server') } },
    ]);
    expect(itemsOf('bookmarks', 'https://x.example/1\njavascript:alert(1)').faults).toMatchObject([{ line: 2 }]);
    expect(itemsOf('lists', 'A,a@x.example\n,b@x.example').faults).toEqual([
      { line: 2, text: said`The name of the list is missing.` },
    ]);
  });

  it('with feeds says whose they are', () => {
    const opml = `<?xml version="1.0"?>\n<opml version="2.0"><body><outline text="Friends">
<outline type="rss" text="Ana" xmlUrl="https://south.example/@ana.rss" htmlUrl="https://south.example/@ana"/>
<outline text='L' xmlUrl='https://lemmy.example/feeds/c/bread.xml?sort=Active&amp;x=1'/>
<outline text="Blog" xmlUrl="https://blog.example/feed.xml" htmlUrl="https://blog.example/"/>
</outline></body></opml>`;
    expect(itemsOf('follows', opml).items).toEqual([
      { line: 3, subject: 'ana@south.example' },
      { line: 4, subject: 'bread@lemmy.example' },
      { line: 5, subject: 'https://blog.example/' },
    ]);
    expect(read('blocks', opml)).toMatchObject({ ok: false, refusal: { code: 'another-kind' } });
    expect(read('follows', `<opml>${'<outline '.repeat(100_000)}`)).toMatchObject({ ok: false });
  });

  it('that is empty, too long, or of another kind is refused as a whole', () => {
    expect(read('follows', '')).toMatchObject({ ok: false, refusal: { code: 'nothing-in-it' } });
    expect(read('domains', 'a@x.example\nb@x.example')).toMatchObject({
      ok: false,
      refusal: { text: expect.stringContaining('Line 1') },
    });
    expect(read('blocks', 'x@y.example\n'.repeat(MOST_LINES + 1))).toMatchObject({
      ok: false,
      refusal: { code: 'too-many-lines', text: expect.stringContaining('10000 lines') },
    });
    expect(read('blocks', 'x@y.example\n'.repeat(MOST_LINES)).ok).toBe(true);
    expect(read('follows', `Account address\n${'x@y.example\n'.repeat(MOST_LINES)}`).ok).toBe(true);
  });

  it('that was taken along is brought in as it was', () => {
    const kept = [
      { subject: '-dash@x.example', notices: true, list: '=cmd|calc' },
      { subject: 'a@x.example', notices: false, list: '"quoted", and +more' },
    ];
    for (const kind of ['follows', 'blocks', 'mutes', 'lists'] as const) {
      const { items, faults } = itemsOf(kind, writeExport(kind, kept));
      expect(faults).toEqual([]);
      expect(items.map(({ subject }) => subject)).toEqual(kept.map(({ subject }) => subject));
      if (kind === 'mutes') expect(items.map(({ notices }) => notices)).toEqual([true, false]);
      if (kind === 'lists') expect(items.map(({ list }) => list)).toEqual(kept.map(({ list }) => list));
      expect(writeExport(kind, kept)).not.toMatch(/(^|,|")[=+\-@]/m);
    }
  });
});
