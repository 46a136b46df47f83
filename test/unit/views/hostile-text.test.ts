import { describe, expect, it } from '@jest/globals';
import { render } from '../../../views/html.ts';
import { allPages } from '../../support/all-samples.ts';
import { elementsOf, skeletonOf } from '../../support/markup.ts';

/** CON-01: the list of security.md. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<a href=javascript:alert(1)>x</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<details ontoggle=alert(1) open>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style>@import "//evil.example"</style>',
  '{{7*7}}',
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  ']]>',
  '"><b autofocus onfocus=alert(1)>',
  "' onfocus='alert(1)",
  '-->',
];

const EVIL = '<img src=x onerror=alert(1)>';

/** Words that choose between cases of a model, and what the sanitiser answers for. */
const NOT_TEXT = new Set([
  'kind',
  'welcomes',
  'came',
  'part',
  'parameter',
  'entrenched',
  'language',
  'which',
  'state',
  'stage',
  'membership',
  'outcome',
  'role',
  'matter',
  'home',
  'waitingForYou',
  'signUp',
  'by',
  'proof',
  'heard',
  'choice',
  'noLetters',
  'way',
  'how',
  'ended',
  'standing',
  'sanitisedHtml',
  'within',
  'only',
  'month',
  'months',
  'posts',
  'befell',
  'called',
  'lapsed',
  'skipped',
  'restriction',
  'since',
  'to',
  'may',
  'leadsTo',
]);

/** What these fields name: they are sentences of ours, with somebody's word in their places. */
const NAMED_IN: Readonly<Record<string, string>> = { decided: 'loud.example', sentence: 'spam.example' };

/** Nowhere, somewhere here, or what the sanitiser let through in a sample. */
const SAFE = /^(#|\/(?![/\\])|https:\/\/notes\.example\/)/;

describe('hostile text', () => {
  it.each(PAYLOADS)('%s stays text in every field of every page (CON-01)', (payload) => {
    for (const sample of allPages) {
      const shown = (added: string) => render(sample.show((text, key) => (NOT_TEXT.has(key) ? text : text + added)));
      const page = shown(payload);
      // Beside harmless words, since a sentence of ours that anything is added to is nothing that can be translated.
      expect([sample.name, skeletonOf(page)]).toEqual([sample.name, skeletonOf(shown(' and more'))]);
      expect(page).not.toContain(payload.includes('<') ? payload : 'no such text');
    }
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    'java\nscript:alert(1)',
    '//evil.example',
    '/\\evil.example',
  ])('an address %j leads nowhere (CON-02)', (address) => {
    for (const sample of allPages) {
      const page = render(sample.show((text, key) => (NOT_TEXT.has(key) ? text : address)));
      for (const { attributes } of elementsOf(page)) {
        for (const to of [attributes.href, attributes.action, attributes.src]) {
          expect([sample.name, to ?? '#']).toEqual([sample.name, expect.stringMatching(SAFE)]);
        }
      }
    }
  });

  it.each([
    ['thread-laden', 'warning'],
    ['thread-laden', 'abstract'],
    ['thread-laden', 'alt'],
    ['thread-laden', 'place'],
    ['thread-laden', 'link'],
    ['thread-laden', 'emoji'],
    ['thread-laden', 'why'],
    ['thread-laden', 'community'],
    ['community-linked', 'title'],
    ['community-linked', 'handle'],
    ['community-moved', 'movedTo'],
    ['community-requests', 'name'],
    ['communities-none', 'host'],
    ['rules', 'server'],
    ['propose-limit', 'decided'],
    ['propose-limit', 'sentence'],
    ['person-moved', 'movedTo'],
    ['you-moved', 'aliases'],
    ['you-moved', 'movedTo'],
  ])('is shown, as text, on the page %s in its field %s', (page, field) => {
    const shown = allPages.find(({ name }) => name === page);
    const isMeant = (text: string, key: string) =>
      field in NAMED_IN ? key === 'values' && text === NAMED_IN[field] : key === field;
    const hostile = shown?.show((text, key) => (isMeant(text, key) ? EVIL : text));
    const text = hostile && render(hostile);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain(EVIL);
  });
});
