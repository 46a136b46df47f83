import type { Request, Response } from 'express';
import { sayIn } from '../../views/layout.ts';
import { askRecallPage, petitionPage } from '../../views/pages/recall.ts';
import { rolesPage } from '../../views/pages/roles.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import type { Say } from '../../views/words/speaking.ts';
import { personNamed } from '../actions/actor-named.ts';
import type { PersonIri, PetitionId, ProposalId } from '../community/ids.ts';
import { personIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import { ROLES, type Role } from '../governance/roles/role.ts';
import type { Petition } from '../governance/roles/state.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { type Governed, governedBy, param, query } from './governed.ts';
import { namesIn } from './models/names.ts';
import { afterAsking, petitionModel } from './models/recall.ts';
import { peopleInRoles, type RolesFacts, rolesModel } from './models/roles.ts';

/** Who does what for a community; standing for it, giving it back, and asking for a recall. */
export const rolesRoutes: Routes = (parts, router) => {
  holding(parts, router);
  elections(parts, router);
  recalls(parts, router);
};

const holding: Routes = (parts, router) => {
  const { actions } = parts;

  router.get('/communities/:handle/roles', async (request, response) => {
    const governed = await governedBy(parts, request);
    const shell = shellOf(parts, request);
    const model = rolesModel(await factsOf(parts, governed, sayIn(shell)));
    show(response, rolesPage({ shell, community: governed.brief, ...model }));
  });

  router.post('/communities/:handle/roles/resign', async (request, response) => {
    const { by, governed, home } = await acting(parts, request);
    const role = roleNamed(field(request, 'role'));
    const result = await actions.resign({ community: governed.community.iri, by, role });
    await answer(parts, request, response, { done: RESIGNED[role], path: `${home}/roles`, result });
  });

  router.post('/communities/:handle/roles/appoint', async (request, response) => {
    const { by, governed, home } = await acting(parts, request);
    const role = roleNamed(field(request, 'role'));
    const values = { member: field(request, 'member').trim() };
    const member = await memberTyped(parts, values.member);
    const community = governed.community.iri;
    const result = member && (await actions.actAsFounder({ community, by, ask: { kind: 'appoint', role, member } }));
    if (result?.ok) {
      const done = said`They hold the role now, provisionally. The open book says that you gave it to them.`;
      return answer(parts, request, response, { done, path: `${home}/roles`, result });
    }
    const error = result ? sentenceOf(result.refusal) : NOBODY;
    const form: Form<'member'> = { values, errors: { member: error } };
    const shell = shellOf(parts, request);
    const model = rolesModel(await factsOf(parts, governed, sayIn(shell)));
    const around = { shell, community: governed.brief, appoint: { role, form } };
    show(response, rolesPage({ ...model, ...around }), 422);
  });
};

const elections: Routes = (parts, router) => {
  const { actions } = parts;

  router.post('/communities/:handle/proposals/:id/stand', async (request, response) => {
    const { on, path } = await actingOn(parts, request);
    const result = await actions.stand({ ...on, statement: field(request, 'statement') });
    await answer(parts, request, response, { done: said`You stand in this election.`, path, result });
  });

  router.post('/communities/:handle/proposals/:id/stand-down', async (request, response) => {
    const { on, path } = await actingOn(parts, request);
    const result = await actions.standDown(on);
    await answer(parts, request, response, { done: said`You do not stand in this election.`, path, result });
  });

  router.post('/communities/:handle/proposals/:id/nominate', async (request, response) => {
    const { on, path } = await actingOn(parts, request);
    const member = await memberTyped(parts, field(request, 'member').trim());
    if (member === null) {
      leaveNotice(request, 'refused', NOBODY);
      return goTo(response, path);
    }
    const result = await actions.nominate({ ...on, member });
    await answer(parts, request, response, { done: said`They were asked, and can say yes or no.`, path, result });
  });
};

const recalls: Routes = (parts, router) => {
  const { actions } = parts;

  router.get('/communities/:handle/recall', async (request, response) => {
    const { governed } = await acting(parts, request);
    const asked = { role: query(request, 'role') ?? '', member: query(request, 'member') ?? '' };
    await showAsking(parts, request, response, { governed, ...asked, form: EMPTY_FORM });
  });

  router.post('/communities/:handle/recalls', async (request, response) => {
    const { by, governed, home } = await acting(parts, request);
    const role = roleNamed(field(request, 'role'));
    const member = personIri(field(request, 'member'));
    const reasons = field(request, 'reasons');
    const asked = await actions.petitionRecall({ community: governed.community.iri, by, role, member, reasons });
    if (!asked.ok) {
      const form: Form<'reasons'> = { values: { reasons }, errors: { reasons: sentenceOf(asked.refusal) } };
      return showAsking(parts, request, response, { governed, role, member, form });
    }
    const { event } = asked.value;
    const path = event.kind === 'recall-petitioned' ? `${home}/recalls/${event.petition}` : `${home}/roles`;
    await answer(parts, request, response, {
      done: said`You asked for a recall. Others can sign now.`,
      path,
      result: asked,
    });
  });

  router.get('/communities/:handle/recalls/:id', async (request, response) => {
    const governed = await governedBy(parts, request);
    await showPetition(parts, request, response, { governed, petition: petitionIn(governed, request) });
  });

  router.post('/communities/:handle/recalls/:id/sign', async (request, response) => {
    const { by, governed, home } = await acting(parts, request);
    const petition = petitionIn(governed, request).id;
    const result = await actions.signPetition({ community: governed.community.iri, by, petition });
    await answer(parts, request, response, { done: said`You signed.`, path: `${home}/recalls/${petition}`, result });
  });

  router.post('/communities/:handle/recalls/:id/answer', async (request, response) => {
    const { by, governed, home } = await acting(parts, request);
    const petition = petitionIn(governed, request);
    const text = field(request, 'text');
    const result = await actions.answerPetition({ community: governed.community.iri, by, petition: petition.id, text });
    const path = `${home}/recalls/${petition.id}`;
    if (result.ok) return answer(parts, request, response, { done: said`Your answer is shown here.`, path, result });
    const sent: Form<'text'> = { values: { text }, errors: { text: sentenceOf(result.refusal) } };
    await showPetition(parts, request, response, { governed, petition, sent });
  });
};

const RESIGNED: Readonly<Record<Role, Sentence>> = {
  moderator: said`You are no longer moderator.`,
  steward: said`You are no longer steward.`,
  clerk: said`You are no longer clerk.`,
  teller: said`You are no longer teller.`,
};

export const NOBODY = 'Nobody by this handle is known here. Give it in full, like @ana@north.example.';

async function factsOf(parts: PagesParts, { state, community, viewer, now }: Governed, say: Say): Promise<RolesFacts> {
  const { house } = parts;
  return {
    state,
    pages: house.addresses.page,
    handle: pageHandle(community),
    viewer: viewer?.iri ?? null,
    now,
    nameOf: await namesIn(house, state, peopleInRoles(state)),
    say,
  };
}

async function acting(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  const home = parts.house.addresses.page.community(pageHandle(governed.community));
  return { by: viewer.iri, governed, home };
}

async function actingOn(parts: PagesParts, request: Request) {
  const { by, governed } = await acting(parts, request);
  const proposal = param(request, 'id') as ProposalId;
  if (!governed.state.proposals.has(proposal)) throw new NotFound('There is no such election.');
  const path = parts.house.addresses.page.proposal(pageHandle(governed.community), proposal);
  return { on: { community: governed.community.iri, by, proposal }, path };
}

function petitionIn({ state }: Governed, request: Request): Petition {
  const petition = state.petitions.get(param(request, 'id') as PetitionId);
  if (petition === undefined) throw new NotFound('There is no such petition.');
  return petition;
}

function roleNamed(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new NotFound('There is no such role.');
  return role;
}

/** Somebody named by her handle, or by her name here. */
export async function memberTyped({ house }: PagesParts, typed: string): Promise<PersonIri | null> {
  return (await personNamed(house, typed))?.iri ?? null;
}

async function showAsking(
  parts: PagesParts,
  request: Request,
  response: Response,
  asking: {
    readonly governed: Governed;
    readonly role: string;
    readonly member: string;
    readonly form: Form<'reasons'>;
  },
): Promise<void> {
  const { governed, form } = asking;
  const { state, brief } = governed;
  const role = roleNamed(asking.role);
  const member = personIri(asking.member);
  if (!state.holders.get(role)?.some((holder) => holder.member === member))
    throw new NotFound('They hold no such role.');
  const shell = shellOf(parts, request);
  const say = sayIn(shell);
  const { nameOf } = await factsOf(parts, governed, say);
  const around = { shell, community: brief, about: nameOf(member), role, member, form };
  show(response, askRecallPage({ ...around, whatFollows: afterAsking(state, say) }), form === EMPTY_FORM ? 200 : 422);
}

async function showPetition(
  parts: PagesParts,
  request: Request,
  response: Response,
  {
    governed,
    petition,
    sent,
  }: { readonly governed: Governed; readonly petition: Petition; readonly sent?: Form<'text'> },
): Promise<void> {
  const shell = shellOf(parts, request);
  const model = petitionModel(await factsOf(parts, governed, sayIn(shell)), petition, sent);
  const page = petitionPage({ shell, community: governed.brief, ...model });
  show(response, page, sent === undefined ? 200 : 422);
}

/** Back to a page, with what became of the form. */
async function answer(
  { settle }: PagesParts,
  request: Request,
  response: Response,
  { done, path, result }: { readonly done: Sentence; readonly path: string; readonly result: Result<unknown> },
): Promise<void> {
  if (result.ok) {
    leaveNotice(request, 'done', done);
    await settle();
  } else leaveNotice(request, 'refused', sentenceOf(result.refusal));
  goTo(response, path);
}
