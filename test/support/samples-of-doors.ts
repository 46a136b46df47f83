import { addressPage, confirmOverPage, confirmPage } from '../../views/pages/address.ts';
import { welcomePage } from '../../views/pages/home.ts';
import { forgottenPage, linkSentPage } from '../../views/pages/password-link.ts';
import { askedPage, requestsPage, signUpPage } from '../../views/pages/sign-up.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { at, guild, sample, signedIn, visitor } from './samples.ts';

const signUp = {
  shell: visitor('/sign-up'),
  action: '/sign-up',
  host: 'north.example',
  by: 'doors',
  sendsMail: true,
} as const;
const domains = ['linia.example', 'works.example'];

/** How an account is opened, and what letters by e-mail lead to. */
export const doorPages: readonly Sample[] = [
  sample('sign-up-open', signUpPage, { ...signUp, doors: { signUp: 'open', domains: [] }, form: EMPTY_FORM }),
  sample('sign-up-request', signUpPage, {
    ...signUp,
    doors: { signUp: 'request', domains },
    form: {
      values: { username: 'tomasz', address: 'tomasz@works', sentence: '' },
      errors: {
        address: 'Give one e-mail address, like ana@works.example.',
        sentence: 'Say in a sentence who you are and why you would like an account here.',
      },
    },
  }),
  sample('sign-up-domains', signUpPage, { ...signUp, doors: { signUp: 'invitation', domains }, form: EMPTY_FORM }),
  sample('sign-up-invited-mail', signUpPage, {
    ...signUp,
    by: 'invitation',
    invitedBy: 'Ana Ruiz',
    doors: { signUp: 'invitation', domains: [] },
    form: EMPTY_FORM,
  }),
  sample('asked-letter', askedPage, { shell: visitor('/sign-up/asked/letter'), state: 'letter', form: EMPTY_FORM }),
  sample('asked-operator', askedPage, {
    shell: visitor('/sign-up/asked/operator'),
    state: 'operator',
    form: EMPTY_FORM,
  }),
  sample('asked-member', askedPage, { shell: visitor('/sign-up/asked/member'), state: 'member', form: EMPTY_FORM }),
  sample('requests', requestsPage, {
    shell: signedIn('/sign-up/requests'),
    requests: [
      {
        iri: 'https://north.example/actors/tomasz',
        username: 'tomasz',
        sentence: 'I mend the presses at Linia, and would like to compare notes about bearings.',
        since: at(12, 14, 5),
      },
      {
        iri: 'https://north.example/actors/ines',
        username: 'ines',
        sentence: 'New in the night shift.',
        since: at(14),
      },
    ],
  }),
  sample('requests-none', requestsPage, { shell: signedIn('/sign-up/requests'), requests: [] }),
  sample('confirm', confirmPage, {
    shell: visitor('/confirm/s3cret'),
    action: '/confirm/s3cret',
    username: 'tomasz',
    address: 'tomasz.kowalski@works.example',
    state: 'request',
  }),
  sample('confirm-over', confirmOverPage, {
    shell: visitor('/confirm/s3cret'),
    why: 'This address belongs to the account ana here already. Sign in to that one, or use another address.',
  }),
  sample('address', addressPage, {
    shell: signedIn('/you/email'),
    confirmed: { address: 'ana@works.example', since: at(3) },
    wanted: 'ana.ruiz@linia.example',
    sendsMail: true,
    form: {
      values: { address: '' },
      errors: { password: 'This is not your password. Give the one you sign in with.' },
    },
  }),
  sample('address-none', addressPage, { shell: signedIn('/you/email'), sendsMail: false, form: EMPTY_FORM }),
  sample('forgotten', forgottenPage, {
    shell: visitor('/password'),
    sendsMail: true,
    form: { values: { account: '' }, errors: { account: 'Give your name here, or your e-mail address.' } },
  }),
  sample('forgotten-no-mail', forgottenPage, { shell: visitor('/password'), sendsMail: false, form: EMPTY_FORM }),
  sample('link-sent', linkSentPage, { shell: visitor('/password/sent') }),
  sample('welcome-domains', welcomePage, {
    shell: visitor('/'),
    communities: [guild],
    doors: { signUp: 'invitation', domains },
  }),
];
