import { random } from '../../governance/secret/crypto/bytes.ts';
import {
  appealFields,
  beginToken,
  finishToken,
  type Holding,
  redeemFields,
  saidFields,
} from '../../governance/voices/holder.ts';
import { localStorage, type Part, part, post, type SendingWords, say, show } from './dom.ts';

/** What the page hands over. */
interface Setup {
  readonly community: string;
  readonly epoch: string;
  readonly path: string;
  readonly issuers: readonly {
    readonly organisation: string;
    readonly url: string;
    readonly epochs: readonly { readonly epoch: string; readonly blindKey: string }[];
  }[];
  readonly words: SendingWords &
    Readonly<
      Record<'notKnown' | 'begun' | 'wrong' | 'token' | 'voice' | 'said' | 'held' | 'appealed' | 'failed', string>
    >;
}

interface Kept extends Partial<Holding> {
  readonly name?: string;
  readonly speaksFrom?: string;
}

/** The page of voices without a name: begin a token, take the issuer's answer in, spend it, speak. */
export function voicePage(root: Part): void {
  const setup = JSON.parse(root.dataset.voice ?? '{}') as Setup;
  const key = `folkmoot voice ${setup.community}`;
  const read = (): Kept => JSON.parse(localStorage.getItem(key) ?? '{}') as Kept;
  const keep = (kept: Kept): void => {
    localStorage.setItem(key, JSON.stringify(kept));
    present();
  };
  const holding = (): Holding => read() as Holding;
  const send = (to: string, fields: Readonly<Record<string, string>>) =>
    post(`${setup.path}/${to}`, fields, { credentials: 'omit', words: setup.words });

  function present(): void {
    const { draft, paper, name, speaksFrom, organisation } = read();
    show('#begin', draft === undefined && paper === undefined);
    show('#finish', draft !== undefined);
    show('#spend', paper !== undefined && name === undefined);
    show('#speak', name !== undefined);
    show('#keep', paper !== undefined);
    say('#kept', paper === undefined ? '' : JSON.stringify(read()));
    say('#name', name === undefined ? '' : `${name} · ${speaksFrom ?? ''}`);
    const issuer = setup.issuers.find((one) => one.organisation === organisation);
    const link = part('#issuer-link');
    if (link !== null && issuer !== undefined && draft !== undefined) {
      const asked = new URLSearchParams({ epoch: read().epoch ?? '', blinded: draft.blinded });
      link.href = `${issuer.url}/token?${asked}`;
    }
  }

  async function begin(): Promise<void> {
    const organisation = part('#organisation')?.value ?? '';
    const issuer = setup.issuers.find((one) => one.organisation === organisation);
    const blindKey = issuer?.epochs.find(({ epoch }) => epoch === setup.epoch)?.blindKey;
    if (blindKey === undefined) return say('#voice-status', setup.words.notKnown);
    keep(await beginToken({ community: setup.community, organisation, epoch: setup.epoch, blindKey }, random));
    say('#voice-status', setup.words.begun);
  }

  async function finish(): Promise<void> {
    const finished = await finishToken(holding(), part('#answer')?.value ?? '');
    if (finished === null) return say('#voice-status', setup.words.wrong);
    // The draft is forgotten: nothing is left that could connect the two.
    keep(finished);
    say('#voice-status', setup.words.token);
  }

  async function spend(): Promise<void> {
    const given = await send('redeem', redeemFields(holding()));
    if (!given.ok) return say('#voice-status', given.text);
    const { name = '', speaksFrom = '' } = given.answer;
    keep({ ...read(), name, speaksFrom });
    say('#voice-status', setup.words.voice);
  }

  async function speak(): Promise<void> {
    const [text = '', inReplyTo = ''] = [part('#text')?.value, part('#answers')?.value.trim()];
    const said = { text, ...(inReplyTo === '' ? {} : { inReplyTo }) };
    const sent = await send('speak', await saidFields(holding(), said, random));
    if (!sent.ok) return say('#voice-status', sent.text);
    const field = part('#text');
    if (field !== null) field.value = '';
    say('#voice-status', sent.answer.standing === 'held' ? setup.words.held : setup.words.said);
  }

  async function appeal(): Promise<void> {
    const [id = '', words = ''] = [part('#case')?.value.trim().toUpperCase(), part('#why')?.value];
    const sent = await send('appeal', await appealFields(holding(), { case: id, words }));
    say('#voice-status', sent.ok ? setup.words.appealed : sent.text);
  }

  async function restore(): Promise<void> {
    const { community, paper, ...rest } = JSON.parse(part('#written')?.value ?? '{}') as Kept;
    if (community !== setup.community || paper === undefined) return say('#voice-status', setup.words.wrong);
    keep({ ...rest, community, paper });
  }

  const on = (button: string, act: () => Promise<void>) =>
    part(button)?.addEventListener('click', (event) => {
      event.preventDefault();
      act().catch(() => say('#voice-status', setup.words.failed));
    });
  on('#begin-button', begin);
  on('#finish-button', finish);
  on('#spend-button', spend);
  on('#speak-button', speak);
  on('#appeal-button', appeal);
  on('#restore-button', restore);
  on('#forget-button', async () => keep({}));
  show('#with-script');
  present();
}
