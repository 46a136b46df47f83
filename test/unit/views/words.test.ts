import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { html, render } from '../../../views/html.ts';
import { LANGUAGES, type Message } from '../../../views/words/language.ts';
import { link, speaker } from '../../../views/words/speaking.ts';

const rooms = new URL('../../../views/words/', import.meta.url);

/** Every message of every page, by its name. */
async function allMessages(): Promise<readonly (readonly [string, Message])[]> {
  const files = readdirSync(rooms).filter((file) => !['language.ts', 'speaking.ts'].includes(file));
  const found: (readonly [string, Message])[] = [];
  for (const file of files) {
    found.push(...messagesIn(file, { ...(await import(new URL(file, rooms).href)) }));
  }
  return found;
}

/** The messages in whatever a file says, however deep they are. */
function messagesIn(name: string, said: unknown): readonly (readonly [string, Message])[] {
  if (typeof said !== 'object' || said === null) return [];
  if ('en' in said) return [[name, said as Message]];
  return Object.entries(said).flatMap(([key, inside]) => messagesIn(`${name} ${key}`, inside));
}

/** The places, tags and kinds of choices of a message, whatever their order. */
function placesOf(text: string, language: string): readonly string[] {
  const places = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7) places.add(`${part.type} ${part.value}`);
      if (part.type === 8) walk(part.children);
      if (part.type === 5 || part.type === 6) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, language).getAst());
  return [...places].sort();
}

describe('what pages say', () => {
  it('can be said in every language, with the same things put in', async () => {
    const messages = await allMessages();
    expect(messages.length).toBeGreaterThan(15);
    for (const [name, message] of messages) {
      const inEnglish = placesOf(message.en, 'en');
      for (const language of LANGUAGES) {
        expect([name, language, message[language].trim() !== '']).toEqual([name, language, true]);
        expect([name, language, ...placesOf(message[language], language)]).toEqual([name, language, ...inEnglish]);
      }
    }
  });

  const GREETING: Message = {
    en: 'Hello <b>{who}</b>, {count, plural, =0 {nothing waits} one {# thing waits} other {# things wait}}: <a>look</a>',
    de: 'Hallo <b>{who}</b>, {count, plural, =0 {nichts wartet} one {# Sache wartet} other {# Sachen warten}}: <a>sieh nach</a>',
    fr: '<b>{who}</b> {count, plural, one {#} other {#}} <a>x</a>',
    es: '<b>{who}</b> {count, plural, one {#} other {#}} <a>x</a>',
    ar: '<b>{who}</b> {count, plural, two {شيئان} few {# أشياء} other {# شيء}} <a>x</a>',
  };

  it('counts as the language does, and lets nothing of what is put in become markup', () => {
    const put = { who: '<script>', count: 1, a: link('/notebook') };
    expect(render(html`${speaker('en')(GREETING, put)}`)).toBe(
      'Hello <b>&lt;script&gt;</b>, 1 thing waits: <a href="/notebook">look</a>',
    );
    expect(render(html`${speaker('de')(GREETING, { ...put, count: 0 })}`)).toContain('nichts wartet');
    expect(render(html`${speaker('ar')(GREETING, { ...put, count: 2 })}`)).toContain('شيئان');
    expect(render(html`${speaker('en')(GREETING, { ...put, who: html`<i>Ana</i>` })}`)).toContain('<b><i>Ana</i></b>');
  });
});
