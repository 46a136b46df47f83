import { importPage, importsPage } from '../../views/pages/imports.ts';
import { leavePage } from '../../views/pages/leave.ts';
import { newcomerPage } from '../../views/pages/newcomer.ts';
import { onwardPage } from '../../views/pages/onward.ts';
import { passwordLinkOverPage, passwordLinkPage } from '../../views/pages/password-link.ts';
import { sessionsPage } from '../../views/pages/sessions.ts';
import { signInCodePage, signInPage } from '../../views/pages/sign-in.ts';
import { signUpPage } from '../../views/pages/sign-up.ts';
import { silencedPage } from '../../views/pages/silenced.ts';
import { twoFactorCodesPage, twoFactorPage, twoFactorSetUpPage } from '../../views/pages/two-factor.ts';
import { waysInPage } from '../../views/pages/ways-in.ts';
import { youPage } from '../../views/pages/you.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { at, sample, signedIn, visitor } from './samples.ts';

const WRONG = { values: {}, errors: { code: 'This code is not right, or was used already.' } };
const setUp = {
  shell: signedIn('/you/two-factor'),
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  address: 'otpauth://totp/north.example:ana?issuer=north.example&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  // Not one that can be read, but of the same size and look.
  squares: Array.from({ length: 41 }, (_, y) => Array.from({ length: 41 }, (_, x) => (x * y + x + y) % 3 === 0)),
};

const waysIn = {
  shell: signedIn('/you/ways-in'),
  shown: false,
  hasPassword: true,
  asksCode: true,
  passkeys: [
    { id: 'one', name: 'my phone', since: at(2), stopped: false },
    { id: 'two', name: 'the blue stick', since: at(3), stopped: true },
  ],
  identities: [{ key: 'k', name: 'Works Council', organisation: 'Norte Works', since: at(4), provider: 'council' }],
  providers: [{ id: 'partner', name: 'The Partner' }],
  form: EMPTY_FORM,
};
const houses = [
  { id: 'council', name: 'Works Council' },
  { id: 'partner', name: 'The Partner' },
];
const file = { id: '114' as const, kind: 'follows' as const, mode: 'overwrite' as const, at: at(10, 8), faultCount: 2 };
const brought = {
  shell: signedIn('/you/imports/114'),
  faults: [
    { line: 3, text: '“not an account” is not an account. One is written name@server.' },
    { line: 118, text: 'ghost@south.example: That server does not know this name. Check the handle: @name@server.' },
  ],
};

/** What somebody signs in by, and how she looks after it. */
export const accountPages: readonly Sample[] = [
  sample('you-password-wrong', youPage, {
    shell: signedIn('/you'),
    handle: '@ana@north.example',
    path: '/people/ana',
    form: { values: { displayName: 'Ana Ruiz', summary: '' }, errors: {} },
    password: { values: {}, errors: { old: 'This is not your password. Give the one you sign in with.' } },
    twoFactor: true,
    invitations: [],
  }),
  sample('you-no-password', youPage, {
    shell: signedIn('/you'),
    handle: '@nina@north.example',
    path: '/people/nina',
    form: { values: { displayName: 'Nina', summary: '' }, errors: {} },
    proof: 'not-shown',
    invitations: [],
  }),
  sample('ways-in', waysInPage, { ...waysIn, form: WRONG }),
  sample('ways-in-shown', waysInPage, { ...waysIn, shown: true }),
  sample('ways-in-none', waysInPage, { ...waysIn, shown: true, passkeys: [], identities: [], providers: [] }),
  sample('ways-in-no-password', waysInPage, {
    ...waysIn,
    hasPassword: false,
    passkeys: [],
    identities: [...waysIn.identities, { key: 'o', name: 'An old house', since: at(1) }],
  }),
  sample('sign-in-houses', signInPage, {
    shell: visitor('/sign-in'),
    doors: { signUp: 'open', domains: [] },
    providers: houses,
    form: { values: {}, errors: {}, error: 'Works Council does not answer now. Try again in a while.' },
  }),
  sample('sign-up-houses', signUpPage, {
    shell: visitor('/invitations/s3cret'),
    action: '/invitations/s3cret',
    host: 'north.example',
    by: 'invitation',
    doors: { signUp: 'invitation', domains: [] },
    sendsMail: false,
    invitedBy: 'Ana Ruiz',
    invitation: 's3cret',
    providers: houses,
    form: EMPTY_FORM,
  }),
  sample('newcomer', newcomerPage, {
    shell: visitor('/sign-up/by'),
    provider: 'Works Council',
    organisation: 'Norte Works',
    form: { values: { username: 'ana' }, errors: { username: 'The name ana is taken here. Choose another.' } },
  }),
  sample('onward', onwardPage, {
    shell: visitor('/sign-in/by/council'),
    name: 'Works Council',
    to: 'https://notes.example/authorize?state=x',
  }),
  sample('sessions', sessionsPage, {
    shell: signedIn('/you/sessions'),
    sessions: [
      { id: 'one', since: at(10, 8), here: true },
      { id: 'two', since: at(3, 21, 40), here: false },
    ],
  }),
  sample('sessions-one', sessionsPage, {
    shell: signedIn('/you/sessions'),
    sessions: [{ id: 'one', since: at(10, 8), here: true }],
  }),
  sample('silenced', silencedPage, {
    shell: signedIn('/you/silenced'),
    muted: [
      { iri: 'https://south.example/users/dora', author: { name: 'Dora', handle: '@dora@south.example' } },
      {
        iri: 'https://north.example/actors/emil',
        author: { name: 'Emil', handle: '@emil@north.example' },
        until: at(20),
      },
    ],
    blocked: [],
    servers: ['loud.example'],
    form: {
      values: { domain: 'not a name' },
      errors: { domain: 'This is not the name of a server. Write it like north.example.' },
    },
  }),
  sample('silenced-nobody', silencedPage, {
    shell: signedIn('/you/silenced'),
    muted: [],
    blocked: [],
    servers: [],
    form: EMPTY_FORM,
  }),
  sample('sign-in-code', signInCodePage, { shell: visitor('/sign-in/code'), next: '/decisions', form: EMPTY_FORM }),
  sample('sign-in-code-wrong', signInCodePage, { shell: visitor('/sign-in/code'), next: '/', form: WRONG }),
  sample('two-factor-off', twoFactorPage, { shell: signedIn('/you/two-factor'), form: EMPTY_FORM }),
  sample('two-factor-no-password', twoFactorPage, {
    shell: signedIn('/you/two-factor'),
    proof: 'not-shown',
    form: EMPTY_FORM,
  }),
  sample('two-factor-on', twoFactorPage, {
    shell: signedIn('/you/two-factor'),
    on: { since: at(2), recoveryLeft: 9 },
    form: WRONG,
  }),
  sample('two-factor-set-up', twoFactorSetUpPage, { ...setUp, form: EMPTY_FORM }),
  sample('two-factor-set-up-wrong', twoFactorSetUpPage, { ...setUp, form: WRONG }),
  sample('two-factor-codes', twoFactorCodesPage, {
    shell: signedIn('/you/two-factor'),
    codes: ['3f9a1-0c77e-b2d48-6a10f', '91bb2-4e0d5-77c3a-f08e6'],
  }),
  sample('imports', importsPage, {
    shell: signedIn('/you/import'),
    form: { values: { kind: 'mutes' }, errors: { file: 'There is nothing in this file.', mode: 'Say it.' } },
    files: [
      { ...file, state: 'running', total: 412, done: 120 },
      { ...file, kind: 'lists', state: 'read', total: 9, done: 0 },
      { ...file, kind: 'domains', state: 'done', total: 30, done: 30 },
    ],
    most: { lines: 10_000, megabytes: 4 },
  }),
  sample('import-preview', importPage, {
    ...brought,
    file: { ...file, state: 'read', total: 412, done: 0 },
    preview: { added: 400, already: 12, removed: ['carol@south.example', 'bob@north.example'], more: 31 },
  }),
  sample('import-running', importPage, { ...brought, file: { ...file, state: 'running', total: 412, done: 120 } }),
  sample('import-done', importPage, { ...brought, file: { ...file, state: 'done', total: 412, done: 412 } }),
  sample('leave', leavePage, { shell: signedIn('/you/leave'), asksCode: true, form: EMPTY_FORM }),
  sample('leave-no-password', leavePage, {
    shell: signedIn('/you/leave'),
    asksCode: false,
    proof: 'shown',
    form: EMPTY_FORM,
  }),
  sample('leave-wrong', leavePage, {
    shell: signedIn('/you/leave'),
    asksCode: false,
    form: { values: { posts: 'delete' }, errors: { password: 'This is not your password.', posts: 'Say it.' } },
  }),
  sample('password-link', passwordLinkPage, {
    shell: visitor('/password/s3cret'),
    action: '/password/s3cret',
    username: 'ana',
    form: { values: {}, errors: { wanted: 'Choose a password of at least 10 characters.' } },
  }),
  sample('password-link-over', passwordLinkOverPage, {
    shell: visitor('/password/s3cret'),
    why: 'This link was used already, or is over. Ask for a new one.',
  }),
];
