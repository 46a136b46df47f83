import { erasePage } from '../../views/pages/erase.ts';
import { recordPage } from '../../views/pages/record.ts';
import { verificationPage } from '../../views/pages/verification.ts';
import { at, guild, type Sample, sample, signedIn, visitor } from './samples.ts';

const ROOT = `${'q83v'.repeat(10)}q80=`;
const forge = { name: 'The forge', address: 'https://south.example/actors/forge', size: 398, at: at(11, 8) };
const shown = {
  community: guild,
  size: 412,
  root: ROOT,
  key: `https://north.example/actors/guild+c74f20a3+AR${ROOT}`,
  paths: {
    record: '/communities/guild/record',
    verify: '/communities/guild/record/verify',
    checkpoint: '/communities/guild/record/checkpoint',
    key: '/communities/guild/record/key',
    entries: '/communities/guild/record/entries.jsonl',
  },
} as const;

/** Pages about checking the record, and about what can be erased from it. */
export const verificationPages: readonly Sample[] = [
  sample('verify', verificationPage, {
    ...shown,
    shell: signedIn('/communities/guild/record/verify'),
    isMember: true,
    verifier: '/verifiers/verify-record.mjs',
    cosigned: [forge, { ...forge, name: 'Printers', size: 402 }],
    refused: [],
    kept: { line: `entry 57, root ${ROOT}`, state: 'same', size: 57 },
  }),
  sample('verify-contradicted', verificationPage, {
    ...shown,
    shell: visitor('/communities/guild/record/verify'),
    isMember: false,
    cosigned: [],
    refused: [forge],
    kept: { line: 'entry something', state: 'unreadable' },
  }),
  sample('record-countersigned', recordPage, {
    shell: signedIn('/communities/guild/record'),
    community: guild,
    entries: [
      {
        seq: 380,
        hash: 'ab'.repeat(32),
        says: [{ link: 'Ana Ruiz', path: '/people/ana' }, ' withdrew ', { link: 'P-3', path: '/p' }, '.'],
        at: at(8),
        erase: '/communities/guild/record/380/erase',
      },
    ],
    checked: { agrees: true, entries: 412, head: 'ab'.repeat(32), at: at(11, 9) },
    whoSees: [{ what: 'What stands in this book', who: 'everyone' }],
    cosigned: [forge],
    refused: [forge],
    verify: '/communities/guild/record/verify',
    verifyCommand: 'npx folkmoot record verify guild',
  }),
  sample('erase', erasePage, {
    shell: signedIn('/communities/guild/record/380/erase'),
    community: guild,
    seq: 380,
    texts: [
      { path: 'title', text: 'Shorter notices' },
      { path: 'reasons', text: 'People read two lines.\n\nNot twenty.' },
    ],
    form: '/communities/guild/record/380/erase',
    back: '/communities/guild/record?before=381#e-380',
  }),
];
