import type { Request, Response } from 'express';
import { type Shell, sayIn } from '../../views/layout.ts';
import { type CaseModel, casePage } from '../../views/pages/case.ts';
import { casesPage } from '../../views/pages/cases.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { isJurorOn } from '../actions/jury-facts.ts';
import { keepsDesk } from '../actions/report-desk.ts';
import type { CaseId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import { type Case, isOver } from '../governance/cases/case.ts';
import { type Insight, insightInto } from '../governance/cases/insight.ts';
import { isLevel, type Level } from '../governance/cases/ladder.ts';
import { mayRelease } from '../governance/holds.ts';
import { appealRoutes } from './appeals.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy, param } from './governed.ts';
import { caseBriefs, caseModel, casesSeen } from './models/cases.ts';
import { reportRoutes } from './reports.ts';

/** Pages about cases, sanctions and appeals. */
export const casesRoutes: Routes = (parts, router) => {
  reportRoutes(parts, router);
  appealRoutes(parts, router);

  router.get('/communities/:handle/cases', async (request, response) => {
    const governed = await governedBy(parts, request, { open: true });
    const shell = shellOf(parts, request);
    show(response, casesPage({ shell, ...(await listOf(parts, governed, shell)) }));
  });

  router.get('/communities/:handle/cases/:id', async (request, response) => {
    await showCase(parts, request, response, await caseAsked(parts, request));
  });

  router.post('/communities/:handle/cases/:id/decide', async (request, response) => {
    const { asked, ...acting } = await actingIn(parts, request);
    const how = field(request, 'how');
    const facts = field(request, 'facts');
    const level = levelIn(request);
    if (level === undefined)
      return showCase(parts, request, response, asked, wrong(request, 'measure', said`Choose one.`));
    const done =
      how === 'jury'
        ? await parts.actions.callJury({ ...acting, max: level ?? 0, facts })
        : await parts.actions.decideCase({
            ...acting,
            level,
            facts,
            ...daysIn(request),
            ...(how === 'at-once' ? { interim: true } : {}),
          });
    await answer(parts, request, response, asked, said`It is written down.`, done);
  });

  router.post('/communities/:handle/cases/:id/confirm', async (request, response) => {
    const { asked, ...acting } = await actingIn(parts, request);
    const done = await parts.actions.confirmMeasure(acting);
    await answer(parts, request, response, asked, said`You agreed to it; it is in effect.`, done);
  });

  router.post('/communities/:handle/cases/:id/demand', async (request, response) => {
    const { asked, ...acting } = await actingIn(parts, request);
    const done = await parts.actions.demandJury(acting);
    await answer(parts, request, response, asked, said`A jury will judge it. Until then nothing is in effect.`, done);
  });

  router.post('/communities/:handle/cases/:id/appeal', async (request, response) => {
    const { asked, ...acting } = await actingIn(parts, request);
    const done = await parts.actions.fileAppeal({ ...acting, words: field(request, 'words') });
    await answer(parts, request, response, asked, said`Your appeal is there. A jury is drawn for it.`, done);
  });
};

async function listOf({ house }: PagesParts, governed: Governed, shell: Shell) {
  const briefs = (seen: Parameters<typeof caseBriefs>[2]) => caseBriefs(house, governed, seen, sayIn(shell));
  const { state, viewer, now, community, brief } = governed;
  const seen = casesSeen(governed);
  const decides = seen.some(({ insight }) => insight === 'all');
  const open = seen.filter(({ found, insight }) => insight === 'all' && found.decision === undefined && !isOver(found));
  const own = seen.filter(({ insight }) => insight === 'own');
  const decided = seen.filter(({ found, insight }) => found.decision !== undefined && insight !== 'own');
  const releases = viewer !== null && mayRelease({ state, by: viewer.iri, now }).ok;
  return {
    community: brief,
    own: await briefs(own),
    decided: await briefs(decided),
    ...(decides ? { waiting: await briefs(open) } : {}),
    ...(viewer !== null && keepsDesk(state, viewer.iri, now) ? { desk: `${brief.path}/reports` } : {}),
    ...(releases
      ? {
          held: [...state.holdAppeals.values()].map(({ words }) => ({
            path: `/communities/${community.name}/held`,
            words,
          })),
        }
      : {}),
  };
}

/** What the state says that the viewer may see; and whoever judges a case sees what it rests on. */
async function insightOf(
  { house }: PagesParts,
  { state, viewer, now }: Governed,
  found: Case,
): Promise<Insight | null> {
  const insight = insightInto(state, found, viewer?.iri ?? null, now);
  if (viewer === null || insight === 'all' || insight === 'own') return insight;
  const person = viewer.iri;
  const judges = await Promise.all(
    (['case', 'appeal', 'interim'] as const).map((kind) =>
      isJurorOn(house, state, { purpose: { kind, case: found.id }, person }),
    ),
  );
  return judges.includes(true) ? 'juror' : insight;
}

/** A case that the viewer may see something of; to anybody else it is not there. */
async function caseAsked(parts: PagesParts, request: Request) {
  const governed = await governedBy(parts, request, { open: true });
  const { state, brief } = governed;
  const found = state.cases.get(param(request, 'id') as CaseId);
  const insight = found && (await insightOf(parts, governed, found));
  if (!found || !insight || (brief.closed === true && insight === 'nameless'))
    throw new NotFound('There is no such case.');
  return { governed, seen: { found, insight } };
}

type Asked = Awaited<ReturnType<typeof caseAsked>>;

async function actingIn(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const asked = await caseAsked(parts, request);
  return { asked, community: asked.governed.community.iri, case: asked.seen.found.id, by: viewer.iri };
}

async function showCase(
  parts: PagesParts,
  request: Request,
  response: Response,
  { governed, seen }: Asked,
  form: CaseModel['form'] = EMPTY_FORM,
): Promise<void> {
  const shell = shellOf(parts, request);
  const model = await caseModel(parts.house, governed, seen, sayIn(shell));
  show(response, casePage({ ...model, shell, form }), form === EMPTY_FORM ? 200 : 422);
}

/** `undefined`: none was chosen; `null`: nothing is to follow. */
function levelIn(request: Request): Level | null | undefined {
  const chosen = field(request, 'measure');
  if (chosen === 'dismiss') return null;
  const level = Number(chosen);
  return chosen !== '' && isLevel(level) ? level : undefined;
}

function daysIn(request: Request): { readonly days?: number } {
  const days = field(request, 'days').trim();
  return /^\d{1,3}$/.test(days) ? { days: Number(days) } : {};
}

const sent = (request: Request) => ({
  measure: field(request, 'measure'),
  days: field(request, 'days'),
  facts: field(request, 'facts'),
  words: field(request, 'words'),
});

function wrong(request: Request, name: 'measure' | 'facts' | 'words', text: Sentence): CaseModel['form'] {
  return { values: sent(request), errors: { [name]: text } };
}

/** Back to the case with what was done; or the form again, with what is wrong about it. */
async function answer(
  parts: PagesParts,
  request: Request,
  response: Response,
  asked: Asked,
  done: Sentence,
  result: Result<unknown>,
): Promise<void> {
  if (!result.ok) {
    return showCase(parts, request, response, asked, {
      values: sent(request),
      errors: {},
      error: sentenceOf(result.refusal),
    });
  }
  await parts.settle();
  leaveNotice(request, 'done', done);
  goTo(response, request.path.slice(0, request.path.lastIndexOf('/')));
}
