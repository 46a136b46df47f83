import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import type { Preview } from '../../views/pages/propose.ts';
import { chooseChangePage } from '../../views/pages/propose.ts';
import type { Form } from '../../views/parts/field.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Say } from '../../views/words/speaking.ts';
import { homeCommunity, wrongScope } from '../actions/instance-rules.ts';
import type { ProposalId } from '../community/ids.ts';
import type { Refusal } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import type { Change, Proposal } from '../governance/proposal.ts';
import { mayPutBeside, proposeAlternative } from '../governance/proposals/alternative.ts';
import { submitProposal } from '../governance/proposals/submit.ts';
import { actAsFounder } from '../governance/roles/founder.ts';
import { actsAsFounder } from '../governance/roles/role.ts';
import { rulesAt } from '../governance/rules/in-force.ts';
import { isMirrored } from '../governance/rules/instance.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, pageHandle, requireViewer, shellOf, show } from './context.ts';
import type { DraftRead } from './drafts.ts';
import { askedFor, draftPage, readDraft } from './drafts.ts';
import { firstForm } from './first-form.ts';
import { adoptProvisionally, isFoundersAsk } from './founder-acts.ts';
import type { Governed } from './governed.ts';
import { governedBy, query } from './governed.ts';
import { previewOf, whyNotPropose } from './models/draft.ts';
import { dryRunOf } from './models/dry-run.ts';
import { touchedBy } from './models/severance.ts';

/** How a member proposes a change: what, how exactly, what it would do, submitted. */
export const proposeRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/propose', async (request, response) => {
    const governed = await proposing(parts, request, response);
    if (governed !== null) show(response, chooser(parts, request, governed, EMPTY_FORM));
  });

  router.get('/communities/:handle/propose/draft', async (request, response) => {
    const governed = await proposing(parts, request, response);
    if (governed === null) return;
    const asked = askedFor(governed, query(request, 'change') ?? '');
    if (asked === null) return show(response, chooser(parts, request, governed, CHOOSE), 422);
    const form = firstForm(asked, request, governed.beside);
    show(response, draftPage(asked, { ...(await around(parts, request, governed)), form }));
  });

  router.post('/communities/:handle/proposals', async (request, response) => {
    const governed = await proposing(parts, request, response);
    if (governed === null) return;
    const asked = askedFor(governed, field(request, 'change'));
    if (asked === null) return show(response, chooser(parts, request, governed, CHOOSE), 422);
    const draft = await knownTarget(parts, readDraft(asked, request, governed.state));
    const step = field(request, 'step');
    if (step === 'provisionally' && draft.ok) {
      const acted = await adoptProvisionally(parts, request, governed, draft.change);
      if (acted.ok) return goTo(response, acted.path);
      const form = refusedForm(draft.values, acted.refusal);
      return show(response, draftPage(asked, { ...(await around(parts, request, governed)), form }), 422);
    }
    const sent =
      step === 'submit'
        ? await submit(parts, request, governed, draft)
        : await preview(parts, request, governed, draft);
    if ('again' in sent) {
      const { again, status, ...more } = sent;
      return show(
        response,
        draftPage(asked, { ...(await around(parts, request, governed)), ...more, form: again }),
        status,
      );
    }
    leaveNotice(request, 'done', sent.done);
    await parts.settle();
    goTo(response, parts.house.addresses.page.proposal(pageHandle(governed.community), sent.on));
  });
};

/** A community elsewhere that nobody here has looked up cannot be asked anything. */
async function knownTarget({ house }: PagesParts, draft: DraftRead): Promise<DraftRead> {
  if (!draft.ok || !('community' in draft.change || 'target' in draft.change)) return draft;
  const iri = 'community' in draft.change ? draft.change.community : draft.change.target;
  if ((await house.communities.byIri(iri)) !== null) return draft;
  const community = said`This community is not known here. Look it up under “Communities” first, then come back.`;
  return { ok: false, values: draft.values, form: { values: draft.values, errors: { community } } };
}

/** What became of a draft: the same page again, or a proposal. */
type Sent =
  | { readonly again: Form<string>; readonly preview?: Preview; readonly status: 200 | 422 }
  | { readonly on: ProposalId; readonly done: Sentence };

/** What it would do; nothing is written. Whatever the decision would say against it is said now. */
async function preview(parts: PagesParts, request: Request, drafting: Drafting, draft: DraftRead): Promise<Sent> {
  if (!draft.ok) return { again: draft.form, status: 422 };
  const { state, now, beside, community } = drafting;
  const { values, change } = draft;
  const shown = await whatItWouldDo(parts, drafting, change, sayIn(shellOf(parts, request)));
  const ask = { ...wordsIn(request), change, state, now };
  const elsewhere = await wrongScope(parts.house, community.iri, change);
  const trial =
    elsewhere ?? (beside === null ? submitProposal(ask) : proposeAlternative({ ...ask, proposal: beside.id }));
  const acted = isFoundersAsk(change) && actAsFounder({ state, by: requireViewer(request).iri, ask: change, now }).ok;
  // A conflict stands among the preview's problems already; what the founder may do herself needs no proposal.
  if (trial.ok || acted || trial.refusal.code === 'conflict') {
    return { again: { values, errors: {} }, preview: shown, status: 200 };
  }
  const { refusal } = trial;
  if (refusal.code in FIELDS) return { again: refusedForm(values, refusal), preview: shown, status: 422 };
  const problems = [...shown.problems, sentenceOf(refusal)];
  return { again: { values, errors: {} }, preview: { ...shown, problems }, status: 200 };
}

async function submit(parts: PagesParts, request: Request, drafting: Drafting, draft: DraftRead): Promise<Sent> {
  if (!draft.ok) return { again: draft.form, status: 422 };
  const { community, beside } = drafting;
  const { values, change } = draft;
  const ask = { ...wordsIn(request), change, community: community.iri };
  const result =
    beside === null
      ? await parts.actions.submitProposal(ask)
      : await parts.actions.proposeAlternative({ ...ask, proposal: beside.id });
  if (!result.ok) {
    const shown = await whatItWouldDo(parts, drafting, change, sayIn(shellOf(parts, request)));
    return { again: refusedForm(values, result.refusal), preview: shown, status: 422 };
  }
  const { event } = result.value;
  switch (event.kind) {
    case 'proposal-submitted':
      return { on: event.proposal, done: said`Your proposal ${event.proposal} is submitted.` };
    case 'alternative-proposed':
      return { on: event.proposal, done: said`Your text ${event.alternative} stands beside ${event.proposal}.` };
    default:
      throw new Error(`submitting a proposal wrote “${event.kind}”`);
  }
}

async function whatItWouldDo(parts: PagesParts, governed: Governed, change: Change, say: Say): Promise<Preview> {
  const { state, now } = governed;
  const touched = await touchedBy(parts.house, state, change, now);
  const past = await dryRunOf(parts, governed, change, say);
  return { ...previewOf(state, change, now), ...past, ...(touched === null ? {} : { touched }) };
}

const CHOOSE: Form<'change'> = { values: {}, errors: { change: 'Choose what you would change.' } };

/** A community to propose in, and where the text is to compete with a proposal's own, that one. */
interface Drafting extends Governed {
  readonly beside: Proposal | null;
}

/** For somebody who may propose there now, or put a text beside that proposal. Others are told why they may not. */
async function proposing(parts: PagesParts, request: Request, response: Response): Promise<Drafting | null> {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  const { state, now, community } = governed;
  const id = (query(request, 'beside') ?? field(request, 'beside')) as ProposalId | '';
  const beside = id === '' ? null : mayPutBeside({ state, proposal: id, by: viewer.iri, now });
  const whyNot =
    beside === null ? whyNotPropose(state, viewer.iri, now) : beside.ok ? null : sentenceOf(beside.refusal);
  const may = whyNot === null || (beside === null && actsAsFounder(state, viewer.iri, now));
  if (may) return { ...governed, beside: beside?.ok ? beside.value : null };
  leaveNotice(request, 'refused', whyNot);
  const { page } = parts.house.addresses;
  const handle = pageHandle(community);
  goTo(response, id === '' || !state.proposals.has(id) ? page.proposals(handle) : page.proposal(handle, id));
  return null;
}

const around = async (parts: PagesParts, request: Request, drafting: Drafting) => ({
  shell: shellOf(parts, request),
  governed: drafting,
  pages: parts.house.addresses.page,
  ...(drafting.beside === null ? {} : { beside: drafting.beside }),
  isHome: (await homeCommunity(parts.house))?.iri === drafting.community.iri,
});

function chooser(parts: PagesParts, request: Request, { brief, state, now }: Governed, form: Form<'change'>) {
  const rules = rulesAt(state.rules, now).filter(({ id }) => !isMirrored(id));
  return chooseChangePage({ shell: shellOf(parts, request), community: brief, rules, form });
}

const wordsIn = (request: Request) => ({
  by: requireViewer(request).iri,
  title: field(request, 'title'),
  reasons: field(request, 'reasons'),
});

/** Refusals that are about one field; the others are about the whole. */
const FIELDS: Readonly<Record<string, string>> = {
  'bad-title': 'title',
  'bad-reasons': 'reasons',
  'bad-parameters': 'value',
  'bad-intent': 'text',
  'nothing-changes': 'value',
  'bad-server': 'server',
  'bad-community': 'community',
  'bad-list': 'list',
  'bad-issuer': 'organisation',
  'no-such-member': 'member',
};

function refusedForm(values: Form<string>['values'], refusal: Refusal): Form<string> {
  const { code } = refusal;
  const text = sentenceOf(refusal);
  const name = FIELDS[code];
  return name === undefined ? { values, errors: {}, error: text } : { values, errors: { [name]: text } };
}
