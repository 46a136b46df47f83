import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBlocklist } from '../../../server/governance/lists/blocklist.ts';

describe('a list of servers', () => {
  it('is read as Mastodon exports it', () => {
    const text = [
      '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate',
      'spam.example,suspend,False,False,"Adverts, and ""deals""",False',
      'Loud.example,silence,False,False,,False',
      'pictures.example,noop,True,False,Pictures,False',
      'nothing.example,noop,False,False,Nothing,False',
      'sp*m.example,suspend,False,False,Obfuscated,True',
      'spam.example,noop,True,False,Again,False',
    ].join('\r\n');
    expect(readBlocklist(text)).toEqual([
      { server: 'spam.example', level: 'suspend', reason: 'Adverts, and "deals"' },
      { server: 'loud.example', level: 'limit', reason: '' },
      { server: 'pictures.example', level: 'reject-media', reason: 'Pictures' },
    ]);
  });

  it('may have its columns in another order, or be names alone', () => {
    expect(readBlocklist('\uFEFFseverity,domain\nsuspend,a.example\n')).toEqual([
      { server: 'a.example', level: 'suspend', reason: '' },
    ]);
    expect(readBlocklist('a.example\n\nb.example\n').map(({ server }) => server)).toEqual(['a.example', 'b.example']);
  });

  it('keeps a line end inside quotes, and what is longer than anybody reads is cut', () => {
    const [one, two] = readBlocklist(
      `domain,severity,public_comment\na.example,suspend,"two\nlines"\nb.example,suspend,${'x'.repeat(900)}`,
    );
    expect([one?.reason, two?.reason.length]).toEqual(['two\nlines', 500]);
    const many = Array.from({ length: 6000 }, (_, index) => `s${index}.example`).join('\n');
    expect(readBlocklist(many)).toHaveLength(5000);
  });

  it('is never more than names and levels, whatever somebody sends', () => {
    const piece = fc.constantFrom('domain', 'suspend', 'a.example', ',', '"', '""', '\n', '\r\n', '#', '*', ' ', 'é');
    const input = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(input, (text) => {
        for (const { server, level } of readBlocklist(text)) {
          expect(server).toMatch(/^[a-z0-9.:-]+$/);
          expect(['suspend', 'limit', 'reject-media']).toContain(level);
        }
      }),
      { numRuns: 1000 },
    );
    // A file of open quotes is read as fast as any other.
    expect(readBlocklist(',"'.repeat(300_000))).toEqual([]);
  });
});
