import { ballotPage } from './ballot-page.ts';
import { part } from './dom.ts';
import { tellerPage } from './teller-page.ts';

const ballot = part('form[data-setup]');
if (ballot !== null) ballotPage(ballot);
const teller = part('form[data-vote]');
if (teller !== null) tellerPage(teller);
