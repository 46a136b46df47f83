import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { ownReportPage, type ReportModel, reportPage } from '../../views/pages/report.ts';
import { reportDeskPage } from '../../views/pages/report-desk.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { OWN_REPORT } from '../../views/words/reports.ts';
import { maySee } from '../actions/may-see.ts';
import { keepsDesk } from '../actions/report-desk.ts';
import type { PersonIri, PostIri, RuleId } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import { actsAs } from '../governance/roles/role.ts';
import { rulesAt } from '../governance/rules/in-force.ts';
import type { Report } from '../ports/reports.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, field, goTo, leaveNotice, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy, param, query } from './governed.ts';
import { standsWords } from './models/case-words.ts';
import { authorsOf } from './models/person.ts';
import { personBy } from './people.ts';

/** Pages where something is reported, where a report is looked after by who made it, and where one is given its rule. */
export const reportRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/report', async (request, response) => {
    const viewer = requireViewer(request);
    await showForm(parts, request, response, await meant(parts, request, viewer.iri));
  });
  router.post('/communities/:handle/report', (request, response) => report(parts, request, response));

  router.get('/reports/:id', async (request, response) => {
    show(response, ownReportPage(await ownReport(parts, request)));
  });
  router.post('/reports/:id/withdraw', async (request, response) => {
    const viewer = requireViewer(request);
    const withdrawn = await parts.actions.withdrawReport({ report: param(request, 'id'), by: viewer.iri });
    await parts.settle();
    if (withdrawn.ok) leaveNotice(request, 'done', 'Your report counts no longer.');
    else if (withdrawn.refusal.code === 'no-such-report') throw new NotFound('There is no such report.');
    else leaveNotice(request, 'refused', sentenceOf(withdrawn.refusal));
    goTo(response, parts.house.addresses.page.ownReport(param(request, 'id')));
  });

  router.get('/communities/:handle/reports', async (request, response) => {
    show(response, reportDeskPage(await desk(parts, request)));
  });
  router.post('/communities/:handle/reports/:id', async (request, response) => {
    const { governed, by } = await atDesk(parts, request);
    const ask = { community: governed.community.iri, report: param(request, 'id'), by };
    const rule = field(request, 'rule') as RuleId;
    const isRule = field(request, 'how') === 'rule';
    const done = await (isRule ? parts.actions.giveRule({ ...ask, rule }) : parts.actions.setAside(ask));
    await parts.settle();
    if (!done.ok) leaveNotice(request, 'refused', sentenceOf(done.refusal));
    else leaveNotice(request, 'done', isRule ? 'A case is open about it.' : 'It was set aside.');
    goTo(response, `${governed.brief.path}/reports`);
  });
};

interface Meant {
  readonly governed: Governed;
  readonly post?: Post;
  readonly person: PersonIri;
  /** The form's own address. */
  readonly path: string;
}

/** What is to be reported; what the viewer may not see is not there (MOD-02). */
async function meant(parts: PagesParts, request: Request, viewer: PersonIri): Promise<Meant> {
  const governed = await governedBy(parts, request);
  const path = parts.house.addresses.page.report(pageHandle(governed.community));
  const [key, handle] = [query(request, 'post'), query(request, 'person')];
  if (key !== undefined) {
    const post = await parts.house.posts.byKey(key);
    const isThere =
      post !== null && post.community === governed.community.iri && (await maySee(parts.house, post, viewer));
    if (!isThere) throw new NotFound('There is no such post.');
    return { governed, post, person: post.author as PersonIri, path: `${path}?post=${encodeURIComponent(key)}` };
  }
  const person = await personBy(parts, handle ?? '');
  if (governed.member === null || !governed.state.members.has(person.iri)) throw new NotFound('Nobody of that name.');
  return { governed, person: person.iri, path: `${path}?person=${encodeURIComponent(handle ?? '')}` };
}

async function showForm(
  parts: PagesParts,
  request: Request,
  response: Response,
  { governed, post, person, path }: Meant,
  form: ReportModel['form'] = EMPTY_FORM,
): Promise<void> {
  const { house } = parts;
  const { state, now, brief } = governed;
  const viewer = requireViewer(request);
  const authorOf = await authorsOf(house, [person]);
  const page = reportPage({
    shell: shellOf(parts, request),
    community: brief,
    path,
    about: authorOf(person),
    ...(post === undefined ? {} : { post: { sanitisedHtml: post.html } }),
    rules: rulesAt(state.rules, now).map(({ id, title }) => ({ value: id, label: `${id}: ${title}` })),
    ...(house.addresses.isHere(person) ? {} : { elsewhere: new URL(person).host }),
    mayOpen: post !== undefined && actsAs(state, viewer.iri, 'moderator', now),
    form,
  });
  show(response, page, form === EMPTY_FORM ? 200 : 422);
}

async function report(parts: PagesParts, request: Request, response: Response): Promise<void> {
  const viewer = requireViewer(request);
  const what = await meant(parts, request, viewer.iri);
  const values = {
    rule: field(request, 'rule'),
    text: field(request, 'text'),
    law: field(request, 'law'),
    forward: field(request, 'forward'),
  };
  const again = (errors: ReportModel['form']['errors'], error?: Sentence) =>
    showForm(parts, request, response, what, { values, errors, ...(error === undefined ? {} : { error }) });
  if (values.rule === '') return again({ rule: said`Choose the rule that is broken.` });
  const community = what.governed.community.iri;
  const rule = values.rule as RuleId;
  const isOpening = field(request, 'how') === 'open' && what.post !== undefined;
  const done = isOpening
    ? await parts.actions.openOwnCase({ community, post: what.post?.iri as PostIri, rule, by: viewer.iri })
    : await parts.actions.fileReport({
        community,
        by: viewer.iri,
        rule,
        text: values.text,
        law: values.law,
        forward: values.forward === 'yes',
        ...(what.post === undefined ? { person: what.person } : { post: what.post.iri }),
      });
  if (!done.ok) {
    const { code } = done.refusal;
    const text = sentenceOf(done.refusal);
    if (code === 'no-such-post' || code === 'no-such-person') throw new NotFound(done.refusal.text);
    if (code === 'no-text') return again({ text });
    return code === 'no-such-rule' || code === 'not-in-force' ? again({ rule: text }) : again({}, text);
  }
  await parts.settle();
  leaveNotice(
    request,
    'done',
    isOpening ? 'The case is open.' : 'Your report is there. You are told what becomes of it.',
  );
  const { page } = parts.house.addresses;
  const handle = pageHandle(what.governed.community);
  goTo(response, typeof done.value === 'string' ? page.ownReport(done.value) : page.cases(handle));
}

async function ownReport(parts: PagesParts, request: Request) {
  const { house } = parts;
  const viewer = requireViewer(request);
  const found = await house.reports.byId(param(request, 'id'));
  const isHers = found !== null && (await house.reports.hidden(found.id)).reporter === viewer.iri;
  const community = isHers && found.community ? await house.communities.byIri(found.community) : null;
  if (!isHers || community === null) throw new NotFound('There is no such report.');
  const [state, authorOf] = await Promise.all([house.states.load(community.iri), authorsOf(house, [found.about])]);
  const about = found.case && state?.cases.get(found.case);
  const shell = shellOf(parts, request);
  const say = sayIn(shell);
  return {
    shell,
    community: briefOf(parts, community),
    path: house.addresses.page.ownReport(found.id),
    about: authorOf(found.about),
    text: found.text,
    at: found.at,
    stands:
      found.over === 'withdrawn'
        ? say.text(OWN_REPORT.withdrawn)
        : about
          ? say.text(OWN_REPORT.inCase, { case: about.id, stands: standsWords(about, say) })
          : say.text(OWN_REPORT.lookedAt),
    mayWithdraw: found.over === undefined,
    ...(found.rule === undefined ? {} : { rule: found.rule }),
  };
}

/** For whoever finds rules for reports; to everybody else the page is not there. */
async function atDesk(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  if (!keepsDesk(governed.state, viewer.iri, governed.now)) throw new NotFound('Nothing here.');
  return { governed, by: viewer.iri };
}

async function desk(parts: PagesParts, request: Request) {
  const { house } = parts;
  const { governed, by } = await atDesk(parts, request);
  const { state, now, brief, community } = governed;
  const waiting = (await house.reports.withoutRule(community.iri)).filter(({ about }) => about !== by);
  const authorOf = await authorsOf(
    house,
    waiting.map(({ about }) => about),
  );
  const postsOf = async ({ acts = [] }: Report) => {
    const found = await Promise.all(acts.map(({ evidence }) => house.evidence.byHash(evidence)));
    return found.flatMap((one) => (one === null ? [] : [{ sanitisedHtml: one.html }]));
  };
  const reports = await Promise.all(
    waiting.map(async (one) => ({
      id: one.id,
      path: `${brief.path}/reports/${one.id}`,
      about: authorOf(one.about),
      from: one.from,
      text: one.text,
      at: one.at,
      posts: await postsOf(one),
    })),
  );
  const rules = rulesAt(state.rules, now).map(({ id, title }) => ({ id, title }));
  return { shell: shellOf(parts, request), community: brief, reports, rules };
}
