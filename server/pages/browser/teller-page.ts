import { type KeyPair, makeKeys } from '../../governance/secret/crypto/keys.ts';
import { localStorage, offer, type Part, part, say, show } from './dom.ts';

type Words = Readonly<Record<'notHere' | 'found' | 'made' | 'failed', string>>;

/** The page of a teller: her key is made here, and its private half stays here until she gives it. */
export function tellerPage(form: Part): void {
  const { vote = '', does } = form.dataset;
  const words = JSON.parse(form.dataset.words ?? '{}') as Words;
  const name = `folkmoot teller ${vote}`;
  const field = part('#key');
  const kept = localStorage.getItem(name);
  show('#with-script');
  if (field === null) return;
  if (does === 'open') {
    if (kept !== null) field.value = (JSON.parse(kept) as KeyPair).privateKey;
    say('#teller-status', kept === null ? words.notHere : words.found);
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
        say('#teller-status', words.made);
      },
      () => say('#teller-status', words.failed),
    );
  });
}
