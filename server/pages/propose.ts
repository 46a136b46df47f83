import type { Request, Response } from 'express';
import type { Preview } from '../../views/pages/propose.ts';
import { chooseChangePage } from '../../views/pages/propose.ts';
import type { Form } from '../../views/parts/field.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { homeCommunity, wrongScope } from '../actions/instance-rules.ts';
import type { ProposalId } from '../community/ids.ts';
import type { Refusal } from '../community/result.ts';
import { submitProposal } from '../governance/proposals/submit.ts';
import { rulesAt } from '../governance/rules/in-force.ts';
import { isMirrored } from '../governance/rules/instance.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, pageHandle, requireViewer, shellOf, show } from './context.ts';
import type { DraftRead } from './drafts.ts';
import { askedFor, draftPage, firstForm, readDraft } from './drafts.ts';
import type { Governed } from './governed.ts';
import { governedBy, query } from './governed.ts';
import { previewOf, whyNotPropose } from './models/draft.ts';
import { dryRunOf } from './models/dry-run.ts';

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
    show(response, draftPage(asked, { ...(await around(parts, request, governed)), form: firstForm(asked) }));
  });

  router.post('/communities/:handle/proposals', async (request, response) => {
    const governed = await proposing(parts, request, response);
    if (governed === null) return;
    const asked = askedFor(governed, field(request, 'change'));
    if (asked === null) return show(response, chooser(parts, request, governed, CHOOSE), 422);
    const draft = await knownTarget(parts, readDraft(asked, request, governed.state));
    const sent =
      field(request, 'step') === 'submit'
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
    leaveNotice(request, 'done', `Your proposal ${sent.submitted} is submitted.`);
    await parts.settle();
    goTo(response, parts.house.addresses.page.proposal(pageHandle(governed.community), sent.submitted));
  });
};

/** A community elsewhere that nobody here has looked up cannot be asked anything. */
async function knownTarget({ house }: PagesParts, draft: DraftRead): Promise<DraftRead> {
  if (!draft.ok || !('community' in draft.change || 'target' in draft.change)) return draft;
  const iri = 'community' in draft.change ? draft.change.community : draft.change.target;
  if ((await house.communities.byIri(iri)) !== null) return draft;
  const community = 'This community is not known here. Look it up under “Communities” first, then come back.';
  return { ok: false, values: draft.values, form: { values: draft.values, errors: { community } } };
}

/** What became of a draft: the same page again, or a proposal. */
type Sent =
  | { readonly again: Form<string>; readonly preview?: Preview; readonly status: 200 | 422 }
  | { readonly submitted: ProposalId };

/** What it would do; nothing is written. Whatever the decision would say against it is said now. */
async function preview(parts: PagesParts, request: Request, governed: Governed, draft: DraftRead): Promise<Sent> {
  if (!draft.ok) return { again: draft.form, status: 422 };
  const { state, now, community } = governed;
  const { values, change } = draft;
  const shown = { ...previewOf(state, change, now), ...(await dryRunOf(parts, governed, change)) };
  const elsewhere = await wrongScope(parts.house, community.iri, change);
  const trial = elsewhere ?? submitProposal({ ...said(request), change, state, now });
  // A conflict stands among the preview's problems already.
  if (trial.ok || trial.refusal.code === 'conflict') {
    return { again: { values, errors: {} }, preview: shown, status: 200 };
  }
  const { refusal } = trial;
  if (refusal.code in FIELDS) return { again: refusedForm(values, refusal), preview: shown, status: 422 };
  const problems = [...shown.problems, refusal.text];
  return { again: { values, errors: {} }, preview: { ...shown, problems }, status: 200 };
}

async function submit(parts: PagesParts, request: Request, governed: Governed, draft: DraftRead): Promise<Sent> {
  if (!draft.ok) return { again: draft.form, status: 422 };
  const { state, community, now } = governed;
  const { values, change } = draft;
  const result = await parts.actions.submitProposal({ ...said(request), change, community: community.iri });
  if (!result.ok) {
    return { again: refusedForm(values, result.refusal), preview: previewOf(state, change, now), status: 422 };
  }
  const { event } = result.value;
  if (event.kind !== 'proposal-submitted') throw new Error(`submitting a proposal wrote “${event.kind}”`);
  return { submitted: event.proposal };
}

const CHOOSE: Form<'change'> = { values: {}, errors: { change: 'Choose what you would change.' } };

/** The community, for somebody who may propose there now. Who may not is told so on the list of proposals. */
async function proposing(parts: PagesParts, request: Request, response: Response): Promise<Governed | null> {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  const whyNot = whyNotPropose(governed.state, viewer.iri, governed.now);
  if (whyNot === null) return governed;
  leaveNotice(request, 'refused', whyNot);
  goTo(response, parts.house.addresses.page.proposals(pageHandle(governed.community)));
  return null;
}

const around = async (parts: PagesParts, request: Request, governed: Governed) => ({
  shell: shellOf(parts, request),
  governed,
  pages: parts.house.addresses.page,
  isHome: (await homeCommunity(parts.house))?.iri === governed.community.iri,
});

function chooser(parts: PagesParts, request: Request, { brief, state, now }: Governed, form: Form<'change'>) {
  const rules = rulesAt(state.rules, now).filter(({ id }) => !isMirrored(id));
  return chooseChangePage({ shell: shellOf(parts, request), community: brief, rules, form });
}

const said = (request: Request) => ({
  by: requireViewer(request).iri,
  title: field(request, 'title'),
  reasons: field(request, 'reasons'),
});

/** Refusals that are about one field; the others are about the whole. */
const FIELDS: Readonly<Record<string, string>> = {
  'bad-title': 'title',
  'bad-reasons': 'reasons',
  'bad-parameters': 'value',
  'nothing-changes': 'value',
  'bad-server': 'server',
  'bad-community': 'community',
};

function refusedForm(values: Form<string>['values'], { code, text }: Refusal): Form<string> {
  const name = FIELDS[code];
  return name === undefined ? { values, errors: {}, error: text } : { values, errors: { [name]: text } };
}
