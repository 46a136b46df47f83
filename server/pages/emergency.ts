import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { type EmergencyField, emergenciesPage } from '../../views/pages/emergencies.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import type { EmergencyId, PersonIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { EmergencyAct } from '../governance/emergency/emergency.ts';
import { actsAs } from '../governance/roles/role.ts';
import { hostOf } from '../governance/servers.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy, param, query } from './governed.ts';
import { emergencyModels } from './models/emergency.ts';
import { namesIn } from './models/names.ts';

const FIELDS = ['posts', 'do', 'harm', 'facts'] as const;

/** What was done at once, and the forms by which moderators do it, confirm it and lift it. */
export const emergencyRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/emergencies', async (request, response) => {
    const governed = await governedBy(parts, request);
    const form = { ...EMPTY_FORM, values: { posts: query(request, 'post') ?? '' } };
    await answerPage(parts, request, response, governed, form);
  });

  router.post('/communities/:handle/emergencies', async (request, response) => {
    const by = requireViewer(request).iri;
    const governed = await governedBy(parts, request);
    if (!actsAs(governed.state, by, 'moderator', governed.now)) {
      // There is no form on her page in which to say it.
      leaveNotice(request, 'refused', 'Only a moderator can do this. Report the post; a moderator will look at it.');
      return goTo(response, request.path);
    }
    const values = Object.fromEntries(FIELDS.map((name) => [name, field(request, name)]));
    const posts = await postsNamed(parts, governed, values.posts ?? '');
    const act = actOf(values.do ?? '', posts?.[0]);
    if (posts === null || act === null) {
      const errors = {
        ...(posts === null
          ? { posts: said`One of these is no post of this community. Copy its address as it is.` }
          : {}),
        ...(act === null ? { do: said`Choose what to do.` } : {}),
      };
      return answerPage(parts, request, response, governed, { values, errors }, 422);
    }
    const { community } = governed;
    const { harm = '', facts = '' } = values;
    const ask = { community: community.iri, by, harm, facts, act, grounds: posts.map(({ iri }) => iri) };
    const declared = await parts.actions.declareEmergency(ask);
    if (!declared.ok) {
      return answerPage(
        parts,
        request,
        response,
        governed,
        { values, errors: {}, error: sentenceOf(declared.refusal) },
        422,
      );
    }
    await parts.settle();
    leaveNotice(request, 'done', 'It is done, and stands in the open book. A second moderator has to confirm it.');
    goTo(response, request.path);
  });

  for (const [verb, done] of [
    ['confirm', said`You confirmed it.`],
    ['lift', said`It is lifted.`],
  ] as const) {
    router.post(`/communities/:handle/emergencies/:id/${verb}`, async (request, response) => {
      const by = requireViewer(request).iri;
      const { community } = await governedBy(parts, request);
      const ask = { community: community.iri, emergency: param(request, 'id') as EmergencyId, by };
      const { confirmEmergency, liftEmergency } = parts.actions;
      const result: Result<unknown> = await (verb === 'confirm' ? confirmEmergency(ask) : liftEmergency(ask));
      if (result.ok) await parts.settle();
      leaveNotice(request, result.ok ? 'done' : 'refused', result.ok ? done : sentenceOf(result.refusal));
      goTo(response, `${parts.house.addresses.page.community(pageHandle(community))}/emergencies`);
    });
  }
};

async function answerPage(
  parts: PagesParts,
  request: Request,
  response: Response,
  governed: Governed,
  form: Form<EmergencyField>,
  status = 200,
): Promise<void> {
  const { state, viewer, member, community, brief, now } = governed;
  const mayDeclare = viewer !== null && actsAs(state, viewer.iri, 'moderator', now);
  const people = [...state.emergencies.values()].flatMap(({ by, confirmed, act }) => [
    by,
    ...(confirmed === undefined ? [] : [confirmed.by]),
    ...(act.do === 'mute' ? [act.person] : []),
  ]);
  const nameOf = await namesIn(parts.house, state, people);
  const { emergencyConfirmHours, emergencyHours, emergencyBlockDays } = state.charter.parameters;
  const shell = shellOf(parts, request);
  const page = emergenciesPage({
    shell,
    community: brief,
    path: `${brief.path}/emergencies`,
    ...emergencyModels({
      state,
      viewer: viewer?.iri ?? null,
      isMember: member !== null,
      now,
      nameOf,
      pages: parts.house.addresses.page,
      handle: pageHandle(community),
      say: sayIn(shell),
    }),
    hours: { confirm: emergencyConfirmHours, most: emergencyHours, blockDays: emergencyBlockDays },
    ...(mayDeclare ? { form } : {}),
  });
  show(response, page, status);
}

/** The posts that somebody named by their addresses: page addresses end in a key, others are the post's own id. */
async function postsNamed(
  { house }: PagesParts,
  { community }: Governed,
  text: string,
): Promise<readonly Post[] | null> {
  const named = text.split(/\s+/).filter(Boolean).slice(0, 20);
  const found = await Promise.all(
    named.map(async (address) => {
      const key = /#p-([\w-]{16})$|\/threads\/([\w-]{16})$/.exec(address);
      const post = await (key ? house.posts.byKey(key[1] ?? key[2] ?? '') : house.posts.byIri(address as PostIri));
      return post?.community === community.iri && post.deletedAt === undefined ? post : null;
    }),
  );
  const posts = found.filter((post) => post !== null);
  return posts.length === 0 || posts.length < found.length ? null : posts;
}

function actOf(what: string, post: Post | undefined): EmergencyAct | null {
  if (post === undefined) return null;
  const author = post.author as PersonIri;
  switch (what) {
    case 'hide-post':
      return { do: what, post: post.iri, author };
    case 'mute':
      return { do: what, person: author };
    case 'block-server':
      return { do: what, server: hostOf(post.author) };
    default:
      return null;
  }
}
