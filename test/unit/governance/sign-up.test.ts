import { describe, expect, it } from '@jest/globals';
import { mailboxOf, readDomain, readEmailAddress } from '../../../server/community/email-address.ts';
import { DEFAULT_PARAMETERS } from '../../../server/governance/charter.ts';
import { parseParameters } from '../../../server/governance/charter-bounds.ts';
import { doorsOf, readDomains, registrationsOf, sentenceOf, wayIn } from '../../../server/governance/sign-up.ts';

const address = (text: string) => {
  const read = readEmailAddress(text);
  if (!read.ok) throw new Error(read.refusal.text);
  return read.value;
};
const WORKS = address('ana@works.example');
const ELSEWHERE = address('ana@elsewhere.example');
const MODES = ['open', 'request', 'invitation'] as const;
const asking = { invited: false, address: ELSEWHERE, sentence: 'I build it.', sendsMail: true };
const way = (signUp: (typeof MODES)[number], more: object = {}, signUpDomains = 'none') => {
  const answer = wayIn({ doors: doorsOf({ signUp, signUpDomains }), ...asking, ...more });
  return answer.ok
    ? [answer.value.confirm ? 'confirm' : '', answer.value.ask ? 'ask' : ''].join(' ').trim()
    : answer.refusal.code;
};

describe('the way to an account', () => {
  it.each(MODES)('is free by invitation, where the charter says %s', (mode) => {
    expect(way(mode, { invited: true, address: undefined, sentence: '' })).toBe('');
  });

  it('asks for what the charter says, and for an address where letters can be sent', () => {
    expect(MODES.map((mode) => way(mode))).toEqual(['confirm', 'confirm ask', 'invitation-needed']);
    expect(MODES.map((mode) => way(mode, { sendsMail: false }))).toEqual(['', 'ask', 'invitation-needed']);
    const without = MODES.map((mode) => way(mode, { address: undefined }));
    expect(without).toEqual(['address-needed', 'address-needed', 'invitation-needed']);
    expect(way('request', { sentence: ' \n\u200b' })).toBe('sentence-needed');
  });

  it('is by confirming alone for an address at a domain that the charter names, whether or not letters are sent', () => {
    for (const mode of MODES) {
      for (const sendsMail of [true, false]) {
        expect(way(mode, { address: WORKS, sentence: '', sendsMail }, 'works.example')).toBe('confirm');
      }
    }
    expect(way('invitation', {}, 'works.example')).toBe('wrong-domain');
    expect(way('invitation', { address: address('a@sub.works.example') }, 'works.example')).toBe('wrong-domain');
  });

  it('is told as it is', () => {
    const told = MODES.map((signUp) => registrationsOf(doorsOf({ signUp })));
    expect(told.map(({ enabled, approval }) => [enabled, approval])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    expect(registrationsOf(doorsOf({ signUp: 'invitation', signUpDomains: 'works.example' })).enabled).toBe(true);
    // A charter from before there were domains.
    expect(doorsOf(DEFAULT_PARAMETERS)).toEqual({ mode: 'invitation', domains: [] });
  });

  it('shows members no more than a few lines, and nothing unseen', () => {
    expect(sentenceOf(` I \u202ebuild it.${'x'.repeat(600)}`)).toHaveLength(500);
    expect(sentenceOf('\u202eI build it.')).toBe('I build it.');
  });
});

describe('the domains of a charter', () => {
  it.each([
    ['works.example', 'works.example'],
    [' B.example,a.example ; b.example', 'a.example, b.example'],
    ['@works.example', 'works.example'],
    ['büro.example', 'xn--bro-hoa.example'],
    ['NONE', 'none'],
  ])('are kept in one form: %j', (typed, kept) => {
    expect(readDomains(typed)).toBe(kept);
    expect(parseParameters({ signUpDomains: typed })).toEqual({ ok: true, value: { signUpDomains: kept } });
    expect(readDomains(kept)).toBe(kept);
  });

  it.each([
    '',
    ',',
    'works',
    'ana@works.example',
    'works.example/x',
    '127.0.0.1',
    '[::1]',
    'none, works.example',
    '-a.example',
  ])('are not %j', (typed) => {
    expect(readDomains(typed)).toBeNull();
    expect(parseParameters({ signUpDomains: typed })).toMatchObject({ ok: false });
  });

  it('are twenty at most', () => {
    const many = Array.from({ length: 21 }, (_, nth) => `works${nth}.example`);
    expect([readDomains(many.slice(1).join(',')) === null, readDomains(many.join(','))]).toEqual([false, null]);
  });
});

describe('an address', () => {
  it('is read as one, whatever stands around it', () => {
    expect(address('  Ana.Ruiz+x@WORKS.Example ')).toBe('Ana.Ruiz+x@works.example');
    expect(address('ａna＠works.example')).toBe('ana@works.example');
    expect(address('ana@büro.example')).toBe('ana@xn--bro-hoa.example');
    expect(mailboxOf(address('Ana+x+y@works.example'))).toBe('ana@works.example');
    expect(readDomain('works.example.')).toBeNull();
  });
});
