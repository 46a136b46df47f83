import { lettersByLinkPage, type QuietModel, quietPage } from '../../views/pages/quiet.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { sample, signedIn, visitor } from './samples.ts';

const hers: QuietModel = {
  shell: signedIn('/you/quiet'),
  form: { values: { on: 'yes', from: '21', until: '8', zone: 'Europe/Berlin' }, errors: {} },
  zones: ['UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu', 'Europe/Berlin'],
  letters: { ...EMPTY_FORM, values: { way: 'weekly' } },
  hadLetters: true,
  told: {
    key: 'BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U',
    browsers: [
      { id: 'one', since: new Date('2026-11-20T09:00:00Z'), here: true },
      { id: 'two', since: new Date('2026-11-12T18:30:00Z'), here: false },
    ],
  },
};
const wrong = { from: 'Choose two different hours: when it becomes quiet, and until when.' };
const byLink = {
  shell: visitor('/letters/token'),
  handle: '@ana@north.example',
  action: '/letters/token',
  form: { ...EMPTY_FORM, values: { way: 'daily' } },
  saved: true,
};

/** Quiet hours, and letters by e-mail. */
export const quietPages: readonly Sample[] = [
  sample('quiet', quietPage, hers),
  sample('quiet-german', quietPage, { ...hers, shell: { ...hers.shell, language: 'de' } }),
  sample('quiet-arabic', quietPage, { ...hers, shell: { ...hers.shell, language: 'ar' } }),
  sample('quiet-no-address', quietPage, {
    ...hers,
    form: { values: { ...hers.form.values, from: '8' }, errors: wrong },
    noLetters: 'no-address',
    hadLetters: false,
    told: { ...hers.told, browsers: [] },
  }),
  sample('letters-by-link', lettersByLinkPage, byLink),
];
