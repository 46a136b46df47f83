import { ballotPage } from './ballot-page.ts';
import { part } from './dom.ts';
import { tellerPage } from './teller-page.ts';
import { voicePage } from './voice-page.ts';

const ballot = part('form[data-setup]');
if (ballot !== null) ballotPage(ballot);
const voice = part('[data-voice]');
if (voice !== null) voicePage(voice);
const teller = part('form[data-vote]');
if (teller !== null) tellerPage(teller);
