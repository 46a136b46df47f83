import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const VIEWS = path.resolve(import.meta.dirname, '../../../views');
const sources = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(VIEWS, name), 'utf8') }));

describe('the source of the views', () => {
  it('lets no address into a page that href() has not looked at', () => {
    const unchecked = sources.filter(({ text }) => /\b(?:href|src|action)="\$\{(?!href\()/.test(text));
    expect(unchecked.map(({ name }) => name)).toEqual([]);
  });

  it('quotes every attribute', () => {
    expect(sources.filter(({ text }) => /<[a-z][^>`]*\s[a-z-]+=\$\{/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('trusts markup in two places only, where the model says that it was sanitised', () => {
    const trusting = sources.filter(({ name, text }) => name !== 'html.ts' && text.includes('trusted('));
    expect(trusting.map(({ name }) => name).sort()).toEqual(['pages/person.ts', 'parts/contents.ts']);
    for (const { text } of trusting) expect(text).toMatch(/trusted\((model|summary)\.sanitisedHtml\)/);
  });

  it('keeps the stylesheet under 20 kB, without anything from elsewhere', () => {
    const style = readFileSync(path.join(VIEWS, 'assets/look.css'), 'utf8');
    expect(style.length).toBeLessThan(20_000);
    expect(style).not.toMatch(/@import|url\(/);
  });

  it('gives scripts their words in the page’s language: no script has a sentence of its own', () => {
    const scripts = [path.join(VIEWS, 'assets'), path.join(VIEWS, '../server/pages/browser')].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /\.[jt]s$/.test(name))
        .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') })),
    );
    expect(scripts.map(({ name }) => name)).toEqual(expect.arrayContaining(['passkeys.js', 'dom.ts']));
    const sentences = scripts.flatMap(({ name, text }) =>
      [...text.replace(/^\s*(?:\/?\*|\/\/).*$/gm, '').matchAll(/(['"`])\p{Lu}\p{Ll}* [^\n]*?\1/gu)].map(
        ([said]) => `${name}: ${said}`,
      ),
    );
    expect(sentences).toEqual([]);
  });
});
