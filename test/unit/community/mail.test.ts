import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createReplyAddresses } from '../../../server/accounts/reply-addresses.ts';
import { postKey } from '../../../server/community/addresses.ts';
import type { EmailAddress } from '../../../server/community/email-address.ts';
import { personIri, postIri } from '../../../server/community/ids.ts';
import { nextLetter } from '../../../server/community/letters.ts';
import { vouchesFor } from '../../../server/community/mail-proof.ts';
import { ownWords } from '../../../server/community/mail-text.ts';
import { actorNumber } from '../../../server/community/numbers.ts';
import { quietUntil, usualQuietHours } from '../../../server/community/quiet-hours.ts';

describe('what somebody wrote in an answer', () => {
  it.each([
    ['is all of it where nothing is quoted', 'Yes.\n\nAt eight.', 'Yes.\n\nAt eight.'],
    ['ends before the letter', 'Yes.\n\nOn Mon, 30 Nov 2026, Folkmoot wrote:\n> Who?\n> When?\n', 'Yes.'],
    ['ends there in German', 'Ja.\n\nAm 30.11.2026 um 08:00 schrieb Folkmoot:\n> Wer?', 'Ja.'],
    ['ends there in French', 'Oui.\n\nLe lun. 30 nov. 2026 à 08:00, Folkmoot a écrit :\n> Qui ?', 'Oui.'],
    ['ends there in Spanish', 'Sí.\n\nEl lun, 30 nov 2026, Folkmoot escribió:\n> ¿Quién?', 'Sí.'],
    ['ends there in Arabic', 'نعم.\n\nفي الاثنين 30 نوفمبر 2026 كتب فولكموت:\n> من؟', 'نعم.'],
    [
      'ends there, broken over lines',
      'Yes.\n\nOn Mon, 30 Nov 2026 at 08:00, Folkmoot\n<f@north.example> wrote:\n\n> Who?',
      'Yes.',
    ],
    [
      'ends where Outlook begins',
      'Yes.\n\nFrom: Folkmoot <f@north.example>\nSent: Monday\nTo: Bob\nSubject: Week\n\nWho?',
      'Yes.',
    ],
    ['ends at a line', 'Yes.\n-----Original Message-----\nWho?', 'Yes.'],
    ['ends before a signature', 'Yes.\n-- \nBob\n+44 20', 'Yes.'],
    ['ends before a telephone', 'Yes.\n\nSent from my telephone', 'Yes.'],
    ['keeps quotes that were answered', '> Who?\nBob.\n> When?\nAt eight.', '> Who?\nBob.\n> When?\nAt eight.'],
    [
      'keeps a sentence that only looks like it',
      'On Monday bob wrote:\nnothing at all.\n> ha\nDid he?',
      'On Monday bob wrote:\nnothing at all.\n> ha\nDid he?',
    ],
    ['is nothing where all is quoted', '> Who?\n> When?', ''],
  ])('%s', (_, text, own) => {
    expect(ownWords(text)).toBe(own);
    expect(ownWords(text.replaceAll('\n', '\r\n'))).toBe(own);
  });

  it('is found in any text in little time, and never more than there was', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'binary' }), (text) => {
        expect(ownWords(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
    ownWords(`On ${'a '.repeat(200_000)}\n`.repeat(3));
  });
});

describe('a mail server’s word on where a letter is from', () => {
  const says = (words: string) => vouchesFor(`mx.north.example; ${words}`, 'mx.north.example', 'works.example');

  it.each([
    ['dmarc=pass header.from=works.example', true],
    ['dmarc=pass (p=reject; dis=none) header.from=works.example', true],
    ['dkim=pass header.d=works.example', true],
    ['dkim=pass (2048-bit key; unprotected) header.d=works.example header.i=@works.example header.b="AbC;d"', true],
    ['spf=pass smtp.mailfrom=bob@works.example', true],
    ['dkim=none; spf=pass smtp.mailfrom=bounce@works.example; dmarc=none', true],
    ['none', false],
    ['', false],
    ['dmarc=fail header.from=works.example; dkim=pass header.d=works.example', false],
    ['dmarc=temperror header.from=works.example; spf=pass smtp.mailfrom=works.example', false],
    ['dkim=fail header.d=works.example', false],
    ['dkim=pass header.d=evil.example', false],
    ['dkim=pass header.d=example', false],
    ['dkim=pass header.d=notworks.example', false],
    ['dkim=pass header.d=mail.works.example', false],
    ['dkim=pass header.d=works.example; dkim=fail header.d=works.example', false],
    ['dmarc=pass header.from=evil.example', false],
    // What a sender may have put into quotes and comments says nothing.
    ['spf=pass smtp.mailfrom="a; dmarc=pass header.from=works.example"@evil.example', false],
    ['spf=none (helo=x; dmarc=pass header.from=works.example)', false],
    ['spf=none (a \\) dmarc=pass header.from=works.example; dkim=pass header.d=works.example', false],
    ['spf=none smtp.mailfrom="x; dkim=pass header.d=works.example', false],
  ])('%s', (words, vouched) => {
    expect(says(words)).toBe(vouched);
  });

  it('is believed of the one that is trusted alone', () => {
    const pass = 'dmarc=pass header.from=works.example';
    expect(vouchesFor(`mx.north.example 1; ${pass}`, 'mx.north.example', 'works.example')).toBe(true);
    expect(vouchesFor(`mx.north.example.evil; ${pass}`, 'mx.north.example', 'works.example')).toBe(false);
    expect(vouchesFor(`evil (mx.north.example); ${pass}`, 'mx.north.example', 'works.example')).toBe(false);
  });
});

describe('an address for answers', () => {
  const addresses = createReplyAddresses('reply@in.north.example' as EmailAddress, Buffer.alloc(32, 7));
  const person = personIri('https://north.example/actors/bob');
  const post = postIri('https://north.example/posts/1');
  const until = new Date('2026-12-30T12:00:00Z');
  const address = addresses.issue({ person, post, epoch: 3, until });

  it('names a person, a post and a day, fits a mailbox, and survives mail servers that change capitals', () => {
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
    for (const spelled of [address, address.toUpperCase()]) {
      const right = addresses.read(spelled);
      expect(right).toMatchObject({ person: actorNumber(person), post: postKey(post) });
      expect(right?.until).toEqual(new Date('2026-12-31T00:00:00Z'));
      expect([3, 2, 4].map((epoch) => right?.isOf(epoch))).toEqual([true, false, false]);
    }
  });

  it('proves nothing once anything in it is changed, or by another key', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 59 }), fc.constantFrom(...alphabet), (at, sign) => {
        const changed = address.slice(0, at) + sign + address.slice(at + 1);
        expect(addresses.read(changed)?.isOf(3)).toBe(changed === address);
      }),
    );
    const others = createReplyAddresses('reply@in.north.example' as EmailAddress, Buffer.alloc(32, 8));
    expect(others.read(address)?.isOf(3)).toBe(false);
    for (const none of ['reply@in.north.example', `x${address}`, `${address}.evil`, address.replace('+', ''), '']) {
      expect(addresses.read(none)).toBeNull();
    }
  });
});

describe('an address for letters to oneself', () => {
  const addresses = createReplyAddresses('reply@in.north.example' as EmailAddress, Buffer.alloc(32, 7));
  const person = personIri('https://north.example/actors/bob');
  const address = addresses.issueCapture({ person, epoch: 3 });

  it('names a person, is of one epoch, and is none for answers', () => {
    const right = addresses.readCapture(address.toUpperCase());
    expect([right?.person, right?.isOf(3), right?.isOf(4)]).toEqual([actorNumber(person), true, false]);
    const answer = { post: postIri('https://north.example/posts/1'), until: new Date('2026-12-30T12:00:00Z') };
    expect(addresses.read(address)).toBeNull();
    expect(addresses.readCapture(addresses.issue({ person, epoch: 3, ...answer }))).toBeNull();
  });

  it('proves nothing once anything in it is changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 37 }),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
        (at, sign) => {
          const changed = address.slice(0, at) + sign + address.slice(at + 1);
          expect(addresses.readCapture(changed)?.isOf(3)).toBe(changed === address);
        },
      ),
    );
  });
});

describe('a letter of what is new', () => {
  const quiet = usualQuietHours('Europe/Berlin');
  const next = (way: 'gathered' | 'daily' | 'weekly', after: string) =>
    nextLetter(way, new Date(after), quiet).toISOString();

  it('goes out at eight in the morning where she is, each day or on Mondays', () => {
    expect(next('daily', '2026-11-25T06:59:00Z')).toBe('2026-11-25T07:00:00.000Z');
    expect(next('daily', '2026-11-25T07:00:00Z')).toBe('2026-11-26T07:00:00.000Z');
    expect(next('weekly', '2026-11-25T07:00:00Z')).toBe('2026-11-30T07:00:00.000Z');
    // Clocks are put forward on that Sunday.
    expect(next('weekly', '2026-03-25T07:00:00Z')).toBe('2026-03-30T06:00:00.000Z');
    expect(next('gathered', '2026-11-25T12:10:00Z')).toBe('2026-11-25T13:10:00.000Z');
  });

  it('never in quiet hours', () => {
    expect(next('gathered', '2026-11-25T19:30:00Z')).toBe('2026-11-26T07:00:00.000Z');
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(
        hour,
        hour,
        fc.boolean(),
        fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        (from, until, weekends, after) => {
          fc.pre(from !== until);
          const hours = { ...quiet, from, until, weekends };
          for (const way of ['gathered', 'daily', 'weekly'] as const) {
            const at = nextLetter(way, after, hours);
            expect(at.getTime()).toBeGreaterThan(after.getTime());
            expect(quietUntil(hours, at)).toBeNull();
          }
        },
      ),
    );
  });
});
