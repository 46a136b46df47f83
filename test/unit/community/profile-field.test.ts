import { describe, expect, it } from '@jest/globals';
import { meLinksIn } from '../../../server/actions/me-links.ts';
import { fieldHtml, pageNamed, settledFields } from '../../../server/community/profile-field.ts';

describe('a page that a profile names', () => {
  it.each([
    ['https://ana.example', 'https://ana.example/'],
    ['http://ana.example/me?a=1', 'http://ana.example/me?a=1'],
    ['HTTPS://ANA.example/x', 'https://ana.example/x'],
  ])('is %s', (value, page) => {
    expect(pageNamed({ value })).toBe(page);
  });

  it.each([
    'ana.example',
    'see https://ana.example',
    'https://a b.example',
    'javascript:alert(1)',
    'https://u:p@a.example',
  ])('is not %s', (value) => {
    expect(pageNamed({ value })).toBeUndefined();
  });

  it('is a link that breaks out of nothing', () => {
    const html = fieldHtml({ value: 'https://a.example/"><b>' });
    expect(html).toMatch(
      /^<a href="https:\/\/a\.example\/[^"<>]*" rel="me [^"]*">https:\/\/a\.example\/&quot;&gt;&lt;b&gt;<\/a>$/,
    );
  });

  it('stays verified as long as it is named, whatever it is called', () => {
    const verifiedAt = new Date('2026-11-01T00:00:00Z');
    const before = [{ name: 'Site', value: 'https://a.example', verifiedAt }];
    expect(settledFields([{ name: 'Home', value: ' https://a.example ' }], before)).toEqual({
      ok: true,
      value: [{ name: 'Home', value: 'https://a.example', verifiedAt }],
    });
    expect(settledFields([{ name: 'Site', value: 'https://b.example' }], before)).toEqual({
      ok: true,
      value: [{ name: 'Site', value: 'https://b.example' }],
    });
  });
});

describe('where a page says that its owner is too', () => {
  it('is found in links of it alone, however they are written', () => {
    const page = `<!-- <a rel="me" href="https://no.example/1"> --><title>x</title>
      <A HREF=' https://yes.example/a ' REL='nofollow ME'>me</A>
      <link rel=me href=https://yes.example/b>
      <script>"<a rel='me' href='https://no.example/2'>"</script>
      <a rel="some" href="https://no.example/3">no</a> <a rel="me">no</a> <p rel="me" href="https://no.example/4">no</p>
      <a rel="me" href="/relative">no</a>`;
    expect(meLinksIn(page)).toEqual(['https://yes.example/a', 'https://yes.example/b']);
  });
});
