import { describe, expect, it } from '@jest/globals';
import { render } from '../../../views/html.ts';
import { allPages } from '../../support/all-samples.ts';
import type { Element } from '../../support/markup.ts';
import { elementsOf } from '../../support/markup.ts';

const named = (elements: readonly Element[], ...names: readonly string[]): readonly Element[] =>
  elements.filter(({ name }) => names.includes(name));

const FILES = [
  ['voice', '/assets/secret-ballot.js'],
  ['secret-', '/assets/secret-ballot.js'],
  ['quiet', '/assets/push.js'],
  ['sign-up', '/assets/zone.js'],
] as const;

describe.each(allPages.map((sample) => [sample.name, sample] as const))('the page %s', (_name, sample) => {
  const text = render(sample.show());
  const elements = elementsOf(text);
  const ids = elements.map(({ attributes }) => attributes.id).filter((id) => id !== undefined);

  it('is one document with a language, a title, a way past the masthead and landmarks', () => {
    expect(text).toMatch(/^<!doctype html>\n<html lang="(?:(?:en|de|fr|es)" dir="ltr|ar" dir="rtl)">/);
    expect(named(elements, 'title')[0]?.text).toMatch(/\S · north\.example$/);
    expect(elements.find(({ attributes }) => attributes.class === 'skip')?.attributes.href).toBe('#main');
    for (const landmark of ['header', 'main', 'footer']) expect(named(elements, landmark)).toHaveLength(1);
  });

  it('has one h1 and leaves out no level of heading below it', () => {
    const levels = named(elements, 'h1', 'h2', 'h3').map(({ name }) => Number(name.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(named(elements, 'h1')[0]?.text.trim()).not.toBe('');
    const fromTitle = levels.slice(levels.indexOf(1));
    expect(fromTitle.every((level, at) => at === 0 || level - (fromTitle[at - 1] ?? 0) <= 1)).toBe(true);
  });

  it('has no script and no style of its own', () => {
    expect(named(elements, 'style', 'iframe', 'object', 'base')).toEqual([]);
    // One makes pages smoother for who is signed in. Pages of secret votes need a program with the voter, those of
    // passkeys one that asks the browser, a new account one that asks it for the time zone, and one that asks its push service: each one file, and nothing
    // in the page itself.
    for (const { attributes, text: inside } of named(elements, 'script')) {
      const file = FILES.find(([pages]) => sample.name.startsWith(pages))?.[1] ?? '/assets/passkeys.js';
      const smoother = attributes.src === '/assets/page.js';
      if (!smoother) expect(sample.name).toMatch(/^(quiet|secret-|voice|sign-in|sign-up|ways-in)/);
      expect([attributes.src, inside]).toEqual([smoother ? '/assets/page.js' : file, '']);
    }
    const attributes = elements.flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });

  it('labels every field, and points only to what is there', () => {
    for (const field of named(elements, 'input', 'select', 'textarea')) {
      if (field.attributes.type === 'hidden') continue;
      const label = named(elements, 'label').find((one) => one.attributes.for === field.attributes.id);
      expect(label !== undefined || field.within.includes('label')).toBe(true);
    }
    const pointed = elements.flatMap(({ attributes }) =>
      [attributes['aria-describedby'], attributes['aria-labelledby'], attributes.for].flatMap(
        (to) => to?.split(' ') ?? [],
      ),
    );
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('links each error to the field that has it', () => {
    const errors = elements.filter(
      ({ name, within, attributes }) =>
        name === 'a' && within.includes('ul') && attributes.href?.startsWith('#') && text.includes('errors-title'),
    );
    for (const { attributes } of errors) expect(ids).toContain(decodeURIComponent(attributes.href?.slice(1) ?? ''));
  });

  it('sends forms by POST to this server, and never gives a password back', () => {
    for (const { attributes } of named(elements, 'form')) {
      expect(attributes.action).toMatch(/^\/[^/]/);
      if (attributes.method !== 'post')
        expect(attributes.action).toMatch(
          /\/(propose\/draft|record\/verify|search|notebook\/sense|sessions\/new|sessions\/\w+\/work)$/,
        );
    }
    for (const { attributes } of named(elements, 'input'))
      if (attributes.type === 'password') expect(attributes.value).toBe('');
  });

  it('says every time exactly and in words', () => {
    for (const { attributes, text: words } of named(elements, 'time')) {
      expect(attributes.datetime).toMatch(/^\d{4}-\d{2}-\d{2}T/);
      expect(words).toMatch(/ \d{4}([,،] \d{2}:\d{2} UTC)?$/);
    }
  });
});

describe('what is looked for first', () => {
  it.each([
    ['community', '/communities/guild/invitations'],
    ['lately', '/learning'],
  ])(
    'stands once on the page %s, before its posts, also where everything stands below each other: %s',
    (name, path) => {
      const elements = allPages.filter((one) => one.name === name).flatMap((one) => elementsOf(render(one.show())));
      const links = elements.filter(({ attributes }) => attributes.href === path);
      expect(links).toHaveLength(1);
      const [first] = elements.filter((one) => one.name === 'article' || one === links[0]);
      expect(first).toBe(links[0]);
    },
  );
});
