import type { Request, Response } from 'express';
import {
  confirmOrganisationPage,
  type OrganisationsModel,
  organisationsPage,
} from '../../views/pages/organisations.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import {
  affiliationsOf,
  askVouchers,
  chooseAffiliation,
  confirmAffiliation,
  confirmableAffiliation,
  vouch,
  writeToOrganisation,
} from '../accounts/affiliations.ts';
import type { Organisation } from '../community/ids.ts';
import { personIri } from '../community/ids.ts';
import { sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { param } from './governed.ts';
import { authorOf } from './models/person.ts';

const HERE = '/you/organisations';

/** Which organisation somebody belongs to: shown in one of four ways, seen by others only when she wants that. */
export const organisationsRoutes: Routes = (parts, router) => {
  const { house } = parts;
  const providersHere = () => parts.oidc.providers;

  router.get(HERE, (request, response) => showPage(parts, request, response, EMPTY_FORM));

  router.post(`${HERE}/show`, async (request, response) => {
    const person = requireViewer(request);
    const chosen = await chooseAffiliation(house, {
      person,
      wanted: field(request, 'organisation'),
      providers: providersHere(),
    });
    await parts.settle();
    if (!chosen.ok) leaveNotice(request, 'refused', sentenceOf(chosen.refusal));
    else if (chosen.value !== null)
      leaveNotice(request, 'done', said`Everybody sees now that you belong to ${chosen.value.organisation}.`);
    goTo(response, HERE);
  });

  router.post(`${HERE}/hide`, async (request, response) => {
    await chooseAffiliation(house, { person: requireViewer(request), wanted: null, providers: providersHere() });
    await parts.settle();
    leaveNotice(request, 'done', said`You show no organisation any more, and count for ${house.addresses.host}.`);
    goTo(response, HERE);
  });

  router.post(`${HERE}/drop`, async (request, response) => {
    await house.affiliations.drop(requireViewer(request).iri, field(request, 'organisation') as Organisation);
    await parts.settle();
    leaveNotice(
      request,
      'done',
      'It is forgotten here. What an address, a sign-in or a page of yours shows stays in the list.',
    );
    goTo(response, HERE);
  });

  router.post(`${HERE}/letter`, async (request, response) => {
    const address = field(request, 'address');
    const sent = await writeToOrganisation(house, { person: requireViewer(request), typed: address });
    if (!sent.ok) {
      return showPage(
        parts,
        request,
        response,
        { values: { address }, errors: { address: sentenceOf(sent.refusal) } },
        422,
      );
    }
    leaveNotice(request, 'done', 'A letter is on its way. Open its link within two days, signed in here.');
    goTo(response, HERE);
  });

  router.post(`${HERE}/ask`, async (request, response) => {
    const person = requireViewer(request);
    if (field(request, 'what') === 'end') {
      await house.affiliations.ask(person.iri, null);
      return goTo(response, HERE);
    }
    const domain = field(request, 'domain');
    const asked = await askVouchers(house, { person, typed: domain });
    if (!asked.ok) {
      return showPage(
        parts,
        request,
        response,
        { values: { domain }, errors: { domain: sentenceOf(asked.refusal) } },
        422,
      );
    }
    leaveNotice(request, 'done', said`Whoever belongs to ${asked.value} here sees on this page that you ask.`);
    goTo(response, HERE);
  });

  router.post(`${HERE}/vouch`, async (request, response) => {
    const ask = {
      person: personIri(field(request, 'person')),
      organisation: field(request, 'organisation'),
      providers: providersHere(),
    };
    const done = await vouch(house, { by: requireViewer(request), ...ask });
    if (!done.ok) leaveNotice(request, 'refused', sentenceOf(done.refusal));
    else
      leaveNotice(request, 'done', done.value === 'shown' ? 'Said. You are the second.' : 'Said. One more is needed.');
    goTo(response, HERE);
  });

  router.get(`${HERE}/confirm/:token`, async (request, response) => {
    const found = confirmableAffiliation(house, { person: requireViewer(request), token: param(request, 'token') });
    response.set('Referrer-Policy', 'no-referrer');
    if (!found.ok) throw new NotFound(found.refusal.text);
    show(
      response,
      confirmOrganisationPage({ shell: shellOf(parts, request), action: request.path, organisation: found.value }),
    );
  });

  router.post(`${HERE}/confirm/:token`, async (request, response) => {
    const kept = await confirmAffiliation(house, { person: requireViewer(request), token: param(request, 'token') });
    if (!kept.ok) throw new NotFound(kept.refusal.text);
    leaveNotice(request, 'done', said`You have shown that you belong to ${kept.value}. Nobody else sees it yet.`);
    goTo(response, HERE);
  });
};

async function showPage(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: OrganisationsModel['form'],
  status = 200,
): Promise<void> {
  const { house } = parts;
  const viewer = requireViewer(request);
  const [yours, { asked }] = await Promise.all([
    affiliationsOf(house, viewer, parts.oidc.providers),
    house.affiliations.of(viewer.iri),
  ]);
  const asking = await house.affiliations.asking(yours.map(({ organisation }) => organisation));
  const chosen = viewer.affiliation?.organisation;
  const model: OrganisationsModel = {
    shell: shellOf(parts, request),
    host: house.addresses.host,
    yours,
    asking: asking
      .filter(({ person, asked: { by } }) => person.iri !== viewer.iri && !by.includes(viewer.iri))
      .map(({ person, asked: { organisation } }) => ({
        iri: person.iri,
        author: authorOf(house, person),
        organisation,
      })),
    providers: parts.oidc.providers.flatMap(({ domain, name }) => (domain === undefined ? [] : [name])),
    sendsMail: house.sendsMail,
    form,
    ...(chosen === undefined ? {} : { chosen }),
    ...(asked === undefined ? {} : { asked: { organisation: asked.organisation, said: asked.by.length } }),
  };
  show(response, organisationsPage(model), status);
}
