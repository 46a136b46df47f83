import { voicePage } from '../../views/pages/voice.ts';
import type { Sample } from './samples.ts';
import { guild, sample, signedIn } from './samples.ts';

const PATH = '/communities/guild/voice';
const voice = {
  shell: signedIn(PATH),
  community: guild,
  epoch: '2026-11',
  least: 20,
  organisations: [{ name: 'works.example', issued: 24 }],
  setup: { community: 'https://north.example/actors/guild', epoch: '2026-11', issuers: [], path: PATH },
  origin: 'https://north.example',
} as const;

/** Speaking without a name. */
export const voicePages: readonly Sample[] = [
  sample('voice', voicePage, voice),
  sample('voice-de', voicePage, { ...voice, shell: { ...voice.shell, language: 'de' } }),
  sample('voice-ar', voicePage, { ...voice, shell: { ...voice.shell, language: 'ar' } }),
];
