import { type KeyPair, makeKeys } from '../../governance/secret/crypto/keys.ts';
import { localStorage, offer, type Part, part, say, show } from './dom.ts';

/** The page of a teller: her key is made here, and its private half stays here until she gives it. */
export function tellerPage(form: Part): void {
  const { vote = '', does } = form.dataset;
  const name = `folkmoot teller ${vote}`;
  const field = part('#key');
  const kept = localStorage.getItem(name);
  show('#with-script');
  if (field === null) return;
  if (does === 'open') {
    if (kept !== null) field.value = (JSON.parse(kept) as KeyPair).privateKey;
    say(
      '#teller-status',
      kept === null ? 'The key is not in this browser. Paste it from its file.' : 'Your key was found.',
    );
    return;
  }
  part('#make-key')?.addEventListener('click', (event) => {
    event.preventDefault();
    makeKeys('ECDH').then(
      (keys) => {
        const text = JSON.stringify({ vote, ...keys }, null, 2);
        localStorage.setItem(name, text);
        field.value = keys.publicKey;
        offer('#key-file', `teller-key-${vote.slice(vote.lastIndexOf('/') + 1).replace(' ', '-')}.json`, text);
        say('#teller-status', 'Your key is made. Save its file somewhere safe, then give the public half below.');
      },
      () => say('#teller-status', 'That did not work in this browser. Use the command below instead.'),
    );
  });
}
