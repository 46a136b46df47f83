import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { postIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { isSought, keysOfQuery, type PostQuery, readQuery } from '../../../server/community/search/query.ts';
import { fold, searchKeysOf } from '../../../server/community/search/words.ts';

const saying = (html: string, more: Partial<Post> = {}): Post => ({ html, ...more }) as Post;

function queryFor(text: string): PostQuery {
  const read = readQuery(text);
  if (!read.ok) throw new Error(read.refusal.text);
  return read.value;
}

/** As the database does it, and then as it is compared. */
function finds(text: string, post: Post): boolean {
  const query = queryFor(text);
  const keys = new Set(searchKeysOf(post));
  const isCandidate = keysOfQuery(query).every((key) => keys.has(key));
  const is = isSought(query, post);
  // Keys never lose what is there.
  if (is) expect([text, isCandidate]).toEqual([text, true]);
  return is;
}

describe('a post is found', () => {
  it.each([
    ['uber', '<p>Über den Fluß</p>', true],
    ['ÜBER', '<p>Über den Fluß</p>', true],
    ['fluss', '<p>Über den Fluß</p>', true],
    ['Łódź', '<p>Lodz</p>', true],
    ['oskar', '<p>Øskar</p>', true],
    ['oskar', '<p>Oscar</p>', false],
    ['ΟΔΟΣ', '<p>οδός</p>', true],
    ['istanbul', '<p>İSTANBUL</p>', true],
    ['шёл', '<p>шел</p>', true],
    ['سلام', '<p>سَلَامٌ</p>', true],
    ['one two', '<p>two three one</p>', true],
    ['"one two"', '<p>two three one</p>', false],
    ['"one two"', '<p>say one <b>two</b> now</p>', true],
    ['“one two”', '<p>say one two now</p>', true],
    ['market', '<p>supermarket</p>', false],
    ['net', '<p>north<br>net</p>', true],
    ['northnet', '<p>north<br>net</p>', false],
    ['fish', '<p>fi<em>sh</em></p>', true],
    ['r&d', '<p>r&amp;d</p>', true],
    ['script', '<p class="script">nothing</p>', false],
    ['-rain walk', '<p>a walk</p>', true],
    ['-rain walk', '<p>a walk in the rain</p>', false],
    ['e-mail', '<p>by e-mail</p>', true],
    ['#moot', '<p><a href="https://x.example/tags/moot" class="hashtag">#Moot</a></p>', true],
  ])('%s in %s: %s', (text, html, expected) => {
    expect(finds(text, saying(html))).toBe(expected);
  });

  it.each([
    ['京都', '東京都に住む', true],
    ['東京', '東京都に住む', true],
    ['都東', '東京都に住む', false],
    ['猫', '黒い猫がいる', true],
    ['犬', '黒い猫がいる', false],
    ['カタカナ', 'ｶﾀｶﾅ', true],
    ['コーヒー', 'コーヒーを飲む', true],
    ['ABXBC', '一乙丙', false],
    // Every pair is there, the whole is not.
    ['一乙丙', '一乙と乙丙', false],
    ['ตลาด', 'ไปตลาดนัด', true],
    ['학교', '학교에서', true],
    ['ຕະຫຼາດ', 'ໄປຕະຫຼາດ', true],
    ['Node学園', 'Node学園祭', true],
    ['नमस्ते', 'नमस्ते दुनिया', true],
  ])('%s in %s, where no spaces are written: %s', (text, html, expected) => {
    expect(finds(text, saying(`<p>${html}</p>`))).toBe(expected);
  });

  it('by its title, warning, hashtags, options and what its pictures show', () => {
    const post = saying('<p>x</p>', {
      title: 'Harvest',
      details: {
        warning: 'Spiders',
        hashtags: ['autumn'],
        attachments: [{ kind: 'image', url: 'https://x.example/1.png', alt: 'A lighthouse' }],
      },
      poll: { options: ['Apples', 'Pears'], multiple: false },
    });
    for (const word of ['harvest', 'spiders', 'autumn', 'lighthouse', 'pears']) expect(finds(word, post)).toBe(true);
  });

  it('by what it is', () => {
    const picture = saying('<p>sea</p>', {
      inReplyTo: postIri('https://x.example/1'),
      details: { language: 'pt-BR', sensitive: true, attachments: [{ kind: 'image', url: 'https://x.example/1.png' }] },
    });
    const link = saying('<p>sea <a href="https://x.example/">here</a></p>');
    const mention = saying('<p>sea <a href="https://x.example/@a" class="u-url mention">@a</a></p>');
    const asked = (text: string) => [picture, link, mention].map((post) => finds(`sea ${text}`, post));
    expect(asked('has:media')).toEqual([true, false, false]);
    expect(asked('has:image')).toEqual([true, false, false]);
    expect(asked('-has:media')).toEqual([false, true, true]);
    expect(asked('has:video')).toEqual([false, false, false]);
    expect(asked('has:link')).toEqual([false, true, false]);
    expect(asked('is:reply')).toEqual([true, false, false]);
    expect(asked('-is:sensitive')).toEqual([false, true, true]);
    expect(asked('language:PT')).toEqual([true, false, false]);
  });

  it('whatever it says: what a text consists of, it is found by', () => {
    const some = fc.string({ unit: fc.constantFrom(...'aß é京都ก学ไ가İ_-7&"<>\u0301ﬁ'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(some, some, some, (before, word, after) => {
        const plain = (text: string) => text.replaceAll(/["<>&]/g, ' ');
        const read = readQuery(`"${plain(word)}"`);
        if (!read.ok) return;
        expect(finds(`"${plain(word)}"`, saying(`<p>${plain(before)} ${plain(word)} ${plain(after)}</p>`))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a query', () => {
  it('names days, places and people', () => {
    const query = queryFor('from:@bob -from:carol@south.example after:2026-01-01 before:2026-03-01 in:library bread');
    expect(query).toMatchObject({
      from: ['@bob'],
      notFrom: ['carol@south.example'],
      notBefore: new Date('2026-01-02T00:00:00Z'),
      before: new Date('2026-03-01T00:00:00Z'),
      place: 'library',
    });
    const day = queryFor('bread during:2026-02-28');
    expect([day.notBefore, day.before]).toEqual([new Date('2026-02-28'), new Date('2026-03-01')]);
    // Of two the narrower.
    expect(queryFor('x after:2026-02-01 after:2026-01-01').notBefore).toEqual(new Date('2026-02-02'));
  });

  it.each([
    ['has:cheese bread', 'bad-operator', 'media, image'],
    ['is:big bread', 'bad-operator', 'reply or sensitive'],
    ['before:tomorrow bread', 'bad-operator', 'a day like'],
    ['before:2026-02-30 bread', 'bad-operator', 'a day like'],
    ['in:space bread', 'bad-operator', 'library'],
    ['language:§ bread', 'bad-operator', 'a code'],
    ['before:2026-02-01', 'nothing-to-find', 'from:name'],
    ['…', 'nothing-to-find', 'from:name'],
    ['-bread', 'nothing-to-find', 'from:name'],
    ['a '.repeat(21), 'too-many-words', 'at most 20'],
  ])('%s is refused in a sentence', (text, code, words) => {
    const read = readQuery(text);
    expect(read).toMatchObject({ ok: false, refusal: { code, text: expect.stringContaining(words) } });
  });

  it('that looks like an operator of somebody else is text', () => {
    expect(finds('note:this', saying('<p>note: this</p>'))).toBe(true);
  });

  it('is as quick for hostile texts as for others', () => {
    for (const hostile of ['"'.repeat(2000), 'a:'.repeat(1000), `${'from:'.repeat(400)}`, '-'.repeat(2000)])
      readQuery(hostile);
    searchKeysOf(saying(`${'<p '.repeat(30_000)}${'&#'.repeat(30_000)}`));
    expect(fold('a'.repeat(100_000))).toHaveLength(100_000);
  });
});
