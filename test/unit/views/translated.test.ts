import { describe, expect, it } from '@jest/globals';
import { Parser } from 'htmlparser2';
import { render } from '../../../views/html.ts';
import { LANGUAGES, type Language } from '../../../views/words/language.ts';
import { allPages } from '../../support/all-samples.ts';
import type { Sample } from '../../support/samples.ts';

/** Pages that speak the viewer's language. One that goes back to English is missed here. */
const TRANSLATED = [
  'community',
  'community-signed-out',
  'community-outside',
  'community-elsewhere',
  'community-linked',
  'community-closed',
  'community-moved',
  'community-requests',
  'thread',
  'thread-poll',
  'thread-quotes',
  'thread-laden',
  'thread-worked-on',
  'edit-post',
  'delete-post',
  'quote-post',
  'held',
  'erase',
  'figures',
  'figures-empty',
  'charter',
  'link-ballot',
  'link-ballot-own',
  'link-ballot-not-own',
  'link-ballot-not-own-late',
  'link-stand',
  'link-petition',
  'link-petition-signed',
  'link-minority',
  'link-jury-talks',
  'link-digest',
  'link-digest-off',
  'proposals',
  'proposals-empty',
  'decisions',
  'choose-change',
  'propose-rule',
  'propose-rule-preview',
  'propose-repeal',
  'propose-charter',
  'proposal-voting',
  'proposal-minority-elsewhere',
  'proposal-cast',
  'proposal-not-yours',
  'proposal-seconding',
  'proposal-passed',
  'proposal-rejected',
  'rules',
  'rules-empty',
  'election-asked',
  'election-stands',
  'election-outside',
  'recall-vote',
  'propose-provisionally',
  'propose-rule-tried-out',
  'propose-rule-never',
  'propose-limit',
  'propose-link',
  'propose-readmit',
  'secret-open',
  'secret-recall',
  'secret-frozen',
  'secret-over',
  'secret-few',
  'secret-teller-deposit',
  'secret-teller-open',
  'secret-teller-wait',
  'vote-ranking',
  'vote-changing',
  'vote-changing-yes-no',
  'result-of-texts',
  'result-of-election',
  'result-of-election-of-nobody',
  'proposal-texts',
  'proposal-alone',
  'proposal-challenged',
  'proposal-reviewed',
  'propose-beside',
  'propose-list',
  'proposal-discussed',
  'secret-by-link',
  'propose-intent',
  'write',
  'problem',
  'problem-new',
  'sign-in',
  'sign-in-houses',
  'sign-in-code',
  'sign-in-code-wrong',
  'sign-up',
  'sign-up-houses',
  'sign-up-open',
  'sign-up-request',
  'sign-up-domains',
  'sign-up-invited-mail',
  'sign-up-closed',
  'asked-letter',
  'asked-operator',
  'asked-member',
  'requests',
  'requests-none',
  'newcomer',
  'confirm',
  'confirm-over',
  'address',
  'address-none',
  'forgotten',
  'forgotten-no-mail',
  'link-sent',
  'password-link',
  'password-link-over',
  'you',
  'you-moved',
  'you-password-wrong',
  'you-no-password',
  'ways-in',
  'ways-in-shown',
  'ways-in-none',
  'ways-in-no-password',
  'onward',
  'sessions',
  'sessions-one',
  'silenced',
  'silenced-nobody',
  'two-factor-off',
  'two-factor-no-password',
  'two-factor-on',
  'two-factor-set-up',
  'two-factor-set-up-wrong',
  'two-factor-codes',
  'imports',
  'import-preview',
  'import-running',
  'import-done',
  'leave',
  'leave-no-password',
  'leave-wrong',
  'authorize',
  'authorize-web',
  'authorize-code',
  'found',
  'found-with-errors',
  'found-another',
  'fork',
  'person',
  'person-heard',
  'person-elsewhere',
  'person-moved',
  'delegations',
  'delegations-none',
  'lists',
  'lists-empty',
  'notebook',
  'notebook-empty',
  'notebook-seek',
  'notebook-item',
  'notebook-sense',
  'notebook-sense-nothing',
  'notebook-note',
  'notebook-note-form',
  'notebook-bookmarks',
  'notebook-share',
  'notebook-collection',
  'notebook-collection-private',
  'collection',
  'keep',
  'welcome',
  'welcome-domains',
  'lately',
  'lately-empty',
  'communities',
  'communities-none',
  'error-404',
  'error-500',
  'notices',
  'lately-again',
  'cases',
  'cases-empty',
  'case-to-decide',
  'case-not-yours',
  'case-decided',
  'report',
  'report-without-rules',
  'own-report',
  'report-desk',
  'report-desk-empty',
  'appeal',
  'juries',
  'juries-empty',
  'jury-duty',
  'jury-duty-none',
  'jury-seed',
  'jury-seed-show',
  'jury-round',
  'jury-round-published',
  'jury-round-drawn',
  'jury-round-missed',
  'jury-seed-said',
  'jury-asked',
  'jury-waiting',
  'jury-vote',
  'jury-voted',
  'jury-deliberates',
  'jury-clerk',
  'jury-decided',
  'jury-hung',
  'jury-room',
  'jury-room-empty',
  'emergencies',
  'emergencies-none',
  'roles',
  'roles-appoint',
  'recall-ask',
  'petition',
  'petition-own',
  'petition-complete',
  'petition-lapsed',
  'record-narrowed',
  'record-narrowed-to-nothing',
  'record-broken',
  'verify',
  'verify-contradicted',
  'open-book-front-nothing',
  'open-book-front-empty',
];

/** Words that are the same in both languages, or names of things. */
const SAME = new Set([
  'Folkmoot',
  'AGPL',
  'UTC',
  'Passkeys',
  'Original',
  'Text',
  'Atom',
  'RSS',
  'Version',
  'Video',
  'in',
  'No',
  'Jury',
  'Organisation',
  'CoOwning',
  'TriedIt',
  'WhatChanged',
  'Name',
  'Server',
  'JSON',
  'OPML',
  'Feed',
  'Quorum',
  'Organisation',
]);

interface Said {
  readonly text: string;
  /** It stands in something that says it is English, or in what somebody wrote. */
  readonly marked: boolean;
}

/** Every text of a page and every attribute that is read out, in their order, with what is in a language of its own, a handle or a time marked. */
function saidBy(page: string): readonly Said[] {
  const said: Said[] = [];
  const marks: boolean[] = [];
  const inside = (): boolean => marks.some(Boolean);
  const parser = new Parser({
    onopentag(name, { lang, title, ...rest }) {
      marks.push(
        (lang !== undefined && name !== 'html') ||
          ['script', 'code', 'time'].includes(name) ||
          ['handle', 'text'].includes(rest.class ?? ''),
      );
      for (const text of [title, rest['aria-label'], rest.alt]) if (text) said.push({ text, marked: inside() });
    },
    ontext: (text) => said.push({ text, marked: inside() }),
    onclosetag: () => void marks.pop(),
  });
  parser.end(page);
  return said;
}

/** Every text in a sample's model: names, handles, what people wrote. */
function modelTexts(sample: Sample): readonly string[] {
  const texts = new Set<string>();
  sample.show((text) => {
    // Paragraph by paragraph, and without the marks of what the sanitiser let through: as it stands on the page.
    for (const piece of [text, ...text.split(/\n+|<[^>]*>/)]) texts.add(piece);
    return text;
  });
  return [...texts].filter((text) => text.length > 2).sort((one, other) => other.length - one.length);
}

/** What is left of a text when what the model put into it is taken away. */
function ownWords(text: string, model: readonly string[]): readonly string[] {
  // A picture shows how a long text begins.
  if (text.endsWith('…') && model.some((given) => given.startsWith(text.slice(0, -1)))) return [];
  const left = model.reduce((rest, given) => rest.replaceAll(given, ' '), text).replaceAll(/[\w-]+\.(mjs|json)\b/g, '');
  return (left.match(/\p{L}{2,}/gu) ?? []).filter((word) => !SAME.has(word));
}

/** Texts of a page that are the same words in another language as in English. */
function untranslated(sample: Sample, language: Language): readonly string[] {
  const model = modelTexts(sample);
  const english = new Set(saidBy(render(sample.show(undefined, 'en'))).map(({ text }) => text.trim()));
  return saidBy(render(sample.show(undefined, language)))
    .filter(({ text, marked }) => !marked && english.has(text.trim()) && ownWords(text, model).length > 0)
    .map(({ text }) => text.trim());
}

const speaks = (sample: Sample, language: Language): boolean =>
  !/<div class="page[^"]*" lang="en"/.test(render(sample.show(undefined, language)));

describe('pages in the languages of their readers', () => {
  const found = allPages.filter(({ name }) => TRANSLATED.includes(name));

  it('are those that are listed', () => {
    expect(found.map(({ name }) => name).sort()).toEqual([...TRANSLATED].sort());
  });

  it.each(found.map((sample) => [sample.name, sample] as const))('%s has no English left in it', (_, sample) => {
    for (const language of ['de', 'ar'] as const) {
      expect([language, speaks(sample, language)]).toEqual([language, true]);
      expect([language, ...untranslated(sample, language)]).toEqual([language]);
    }
  });

  it.each(found.map((sample) => [sample.name, sample] as const))('%s can be said in every language', (_, sample) => {
    for (const language of LANGUAGES) {
      const shown = render(sample.show(undefined, language));
      expect(shown).toContain(`<html lang="${language}"`);
      expect(shown).not.toMatch(/\[object |undefined/);
    }
  });

  it('what a jury is asked is marked as English among what waits, as on its own page; a member’s title is not', () => {
    const waiting = allPages.find(({ name }) => name === 'decisions-waiting');
    const page = waiting ? render(waiting.show(undefined, 'de')) : '';
    expect(page).toMatch(/juries\/J-4"><span lang="en" dir="ltr">Did the posts in case/);
    expect(page.match(/<h3><a [^>]*><span lang="en"/g)).toHaveLength(1);
  });
});
