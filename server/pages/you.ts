import type { Request } from 'express';
import type { YouModel } from '../../views/pages/you.ts';
import { youPage } from '../../views/pages/you.ts';
import { requestsFor } from '../accounts/let-in.ts';
import { linkId } from '../accounts/link-id.ts';
import { describeOneself } from '../accounts/profile.ts';
import { invite } from '../accounts/sign-up.ts';
import { personIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import { handleOf } from '../community/person.ts';
import { sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, requireViewer, shellOf, show } from './context.ts';
import { proofAsked } from './proof.ts';

export const youRoutes: Routes = (parts, router) => {
  router.get('/you', async (request, response) => {
    const viewer = requireViewer(request);
    show(response, youPage(await youModel(parts, request, viewer)));
  });

  router.post('/you/letter', async (request, response) => {
    const viewer = requireViewer(request);
    const wanted = field(request, 'letter') === 'on';
    await parts.house.digestSettings.set(viewer.iri, wanted);
    leaveNotice(request, 'done', wanted ? 'You get the weekly letter again.' : 'You get no weekly letter any more.');
    goTo(response, '/you');
  });

  router.post('/you/listed', async (request, response) => {
    const viewer = requireViewer(request);
    const wanted = field(request, 'listed') === 'on';
    await parts.house.listedPeople.set(viewer.iri, wanted);
    leaveNotice(request, 'done', wanted ? 'You are listed under Explore.' : 'You are not listed any more.');
    goTo(response, '/you');
  });

  router.post('/you', async (request, response) => {
    const viewer = requireViewer(request);
    const values = { displayName: field(request, 'displayName'), summary: field(request, 'summary') };
    const described = await describeOneself(parts.house, { person: viewer.iri, ...values });
    if (!described.ok) {
      const { code } = described.refusal;
      const text = sentenceOf(described.refusal);
      const form = { values, errors: code === 'bad-summary' ? { summary: text } : { displayName: text } };
      return show(response, youPage({ ...(await youModel(parts, request, viewer)), form }), 422);
    }
    leaveNotice(request, 'done', 'Saved.');
    goTo(response, '/you');
  });

  router.post('/you/aliases', async (request, response) => {
    const viewer = requireViewer(request);
    const aliases = field(request, 'aliases');
    const named = await parts.actions.nameAliases({ person: viewer.iri, aliases: aliases.split(/\s+/) });
    if (!named.ok) {
      const moving = { values: { aliases }, errors: { aliases: sentenceOf(named.refusal) } };
      return show(response, youPage({ ...(await youModel(parts, request, viewer)), moving }), 422);
    }
    leaveNotice(request, 'done', 'Saved. You can now move from those accounts to this one.');
    goTo(response, '/you');
  });

  router.post('/you/move', async (request, response) => {
    const viewer = requireViewer(request);
    const target = field(request, 'target').trim().slice(0, 500);
    // Fetched now: only what the other account's own document says counts.
    const met = /^https?:\/\//.test(target) ? await parts.meet(target, { again: true }) : null;
    const moved = met === 'person' ? await parts.actions.moveOut({ person: viewer.iri, to: personIri(target) }) : null;
    if (moved === null || !moved.ok) {
      const text =
        moved === null
          ? said`No account answers at this address. Give its address, https://…`
          : sentenceOf(moved.refusal);
      const values = { aliases: (viewer.alsoKnownAs ?? []).join('\n'), target };
      return show(
        response,
        youPage({ ...(await youModel(parts, request, viewer)), moving: { values, errors: { target: text } } }),
        422,
      );
    }
    await parts.settle();
    leaveNotice(request, 'done', 'You have moved. Whoever follows you is told.');
    goTo(response, '/you');
  });

  router.post('/you/apps/end', async (request, response) => {
    const viewer = requireViewer(request);
    const app = field(request, 'app');
    await parts.house.accessTokens.revokeOf(viewer.iri, app);
    leaveNotice(request, 'done', 'Done. That app can do nothing for you any more.');
    goTo(response, '/you');
  });

  router.post('/you/invitations', async (request, response) => {
    const { house } = parts;
    const viewer = requireViewer(request);
    const secret = await invite(house, { purpose: 'join', by: viewer.iri });
    const made = await house.invitations.get(linkId(secret));
    if (made === null) throw new Error('an invitation just made cannot be found');
    const newInvitation = { url: `${house.addresses.origin}/invitations/${secret}`, expiresAt: made.expiresAt };
    show(response, youPage({ ...(await youModel(parts, request, viewer)), newInvitation }));
  });
};

/** What the page shows beside what a form on it was answered with. */
export async function youModel({ house, ...parts }: PagesParts, request: Request, viewer: Person): Promise<YouModel> {
  return {
    shell: shellOf({ house, ...parts }, request),
    handle: handleOf(viewer),
    path: house.addresses.page.person(viewer.username),
    form: { values: { displayName: viewer.displayName, summary: viewer.summary }, errors: {} },
    moving: { values: { aliases: (viewer.alsoKnownAs ?? []).join('\n') }, errors: {} },
    apps: await appsOf(house, viewer),
    proof: await proofAsked({ house, ...parts }, request),
    twoFactor: (await house.secondFactors.of(viewer.iri)) !== null,
    digestOff: await house.digestSettings.isOff(viewer.iri),
    listed: await house.listedPeople.isListed(viewer.iri),
    ...(await askingHere(house, viewer)),
    ...(viewer.movedTo === undefined ? {} : { movedTo: viewer.movedTo }),
    // Which links somebody made is not kept in a way that could be listed.
    invitations: [],
  };
}

async function askingHere(house: PagesParts['house'], { iri }: Person): Promise<Pick<YouModel, 'asking'>> {
  const asking = await requestsFor(house, iri);
  return asking.length === 0 ? {} : { asking: asking.length };
}

/** Each app once, with the time since when it may act for her. */
async function appsOf({ accessTokens, clientApps }: PagesParts['house'], viewer: Person) {
  const tokens = await accessTokens.of(viewer.iri);
  const since = new Map(tokens.map(({ app, createdAt }) => [app, createdAt]));
  const apps = await Promise.all([...since.keys()].map((id) => clientApps.get(id)));
  return apps.flatMap((app) =>
    app === null ? [] : [{ id: app.id, name: app.name, since: since.get(app.id) as Date }],
  );
}
