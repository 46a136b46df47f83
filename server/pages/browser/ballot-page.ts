import {
  contextOf,
  type Draft,
  draftPaper,
  finishPaper,
  leafOf,
  type Paper,
  signBallot,
  type VoterSetup,
} from '../../governance/secret/crypto/ballots.ts';
import { readIssuer } from '../../governance/secret/crypto/blind-rsa.ts';
import { random } from '../../governance/secret/crypto/bytes.ts';
import { MISTAKES, mistakeIn, rankingOf } from '../../governance/secret/crypto/choice.ts';
import { seal } from '../../governance/secret/crypto/sealing.ts';
import { localStorage, type Part, part, post, type SendingWords, say, show } from './dom.ts';

/** What the page hands over: all of it is pinned in the record. */
interface Setup extends VoterSetup {
  readonly paperPath: string;
  readonly castPath: string;
}

type Words = SendingWords &
  Readonly<Record<keyof typeof MISTAKES | 'moment' | 'noPaper' | 'paper' | 'isIn' | 'failed', string>>;

/** What stays in this browser, until the voter has checked her receipt. */
interface Kept {
  readonly draft?: Draft;
  readonly paper?: Paper;
  readonly turn?: number;
  readonly leaf?: string;
}

/** The page of an open secret vote: get a paper, vote, keep the receipt. Nothing it makes leaves it unsealed. */
export function ballotPage(form: Part): void {
  const setup = JSON.parse(form.dataset.setup ?? '{}') as Setup;
  const words = JSON.parse(form.dataset.words ?? '{}') as Words;
  const name = `folkmoot ballot ${setup.community} ${setup.proposal}`;
  const read = (): Kept => JSON.parse(localStorage.getItem(name) ?? '{}') as Kept;
  const keep = (kept: Kept): void => localStorage.setItem(name, JSON.stringify(kept));

  function present(): void {
    const { paper, leaf } = read();
    show('#get-paper', paper === undefined);
    show('#cast', paper !== undefined);
    show('#receipt', leaf !== undefined);
    say('#receipt-leaf', leaf ?? '');
  }

  async function getPaper(): Promise<void> {
    const issuer = await readIssuer(setup.issuer);
    // Kept before it is asked for: whatever becomes of the answer, the same paper can be asked for again.
    const draft = read().draft ?? (await draftPaper(setup, issuer, random));
    keep({ ...read(), draft });
    const given = await post(setup.paperPath, { blinded: draft.blinded }, { credentials: 'same-origin', words });
    if (!given.ok) return say('#secret-status', given.text);
    const paper = await finishPaper(setup, issuer, draft, given.answer.signature ?? '');
    if (paper === null) return say('#secret-status', words.noPaper);
    // The draft is forgotten: nothing is left that could connect the two.
    keep({ paper, turn: 0 });
    say('#secret-status', words.paper);
    present();
    part('#cast-heading')?.focus();
  }

  async function cast(): Promise<void> {
    const { paper, turn = 0 } = read();
    if (paper === undefined) return;
    const chosen = choiceIn(form);
    const mistake = 'mistake' in chosen ? chosen.mistake : mistakeIn(chosen.choice, setup.options);
    if ('mistake' in chosen || mistake !== null) return say('#secret-status', inWords(mistake ?? '', words));
    const { choice } = chosen;
    const context = contextOf(setup, paper.token.publicKey);
    const sealed = await seal(choice, { ...setup, context }, random);
    const ballot = await signBallot(setup, paper, { turn: turn + 1, sealed });
    // Counted up first, so that a ballot whose answer was lost is replaced and not refused.
    keep({ ...read(), turn: turn + 1 });
    const { token, prefix, signature } = ballot;
    const fields = { token, turn: `${turn + 1}`, prefix, paper: ballot.paper, sealed, signature };
    const answer = await post(setup.castPath, fields, { credentials: 'omit', words });
    if (!answer.ok) return say('#secret-status', answer.text);
    keep({ ...read(), leaf: await leafOf(setup, ballot) });
    say('#secret-status', words.isIn);
    present();
    part('#receipt-heading')?.focus();
  }

  const working = (act: () => Promise<void>) => (event: { preventDefault(): void }) => {
    event.preventDefault();
    say('#secret-status', words.moment);
    act().catch(() => say('#secret-status', words.failed));
  };
  part('#get-paper-button')?.addEventListener('click', working(getPaper));
  form.addEventListener('submit', working(cast));
  show('#with-script');
  present();
}

/** A mistake in the page's language. */
function inWords(mistake: string, words: Words): string {
  const known = (Object.keys(MISTAKES) as (keyof typeof MISTAKES)[]).find((name) => MISTAKES[name] === mistake);
  return known === undefined ? mistake : words[known];
}

/** The choice as it stands in the form, or what is wrong with it. */
function choiceIn(form: Part): ReturnType<typeof rankingOf> {
  for (const radio of form.querySelectorAll('input[name=choice]')) if (radio.checked) return { choice: radio.value };
  const fields = [...form.querySelectorAll('input[data-option]')];
  return rankingOf(fields.map(({ dataset, value }) => ({ option: dataset.option ?? '', rank: value })));
}
