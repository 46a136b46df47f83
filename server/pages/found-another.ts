import type { Request, Response } from 'express';
import { foundPage } from '../../views/pages/found.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { said } from '../community/said.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, requireViewer, shellOf, show } from './context.ts';
import { aroundFounding, COMMUNITY_FIELDS, type FoundForm, foundBy } from './models/founding.ts';

/** A member of this server founds a community; nobody has to approve it (promise.md §1, 7). */
export const foundAnotherRoutes: Routes = (parts, router) => {
  router.get('/found', (request, response) => {
    requireViewer(request);
    showForm(parts, request, response, EMPTY_FORM);
  });

  router.post('/found', async (request, response) => {
    const founder = requireViewer(request);
    const given = COMMUNITY_FIELDS.map((name) => [name, field(request, name)] as const);
    const values = Object.fromEntries(given) as Record<(typeof COMMUNITY_FIELDS)[number], string>;
    const founded = await foundBy(parts, request, { founder, values, onward: said`You are its first member.` });
    if (founded.ok) goTo(response, founded.path);
    else showForm(parts, request, response, founded.form);
  });
};

function showForm(parts: PagesParts, request: Request, response: Response, form: FoundForm): void {
  const around = { shell: shellOf(parts, request), action: '/found', ...aroundFounding(parts, 'another') };
  show(response, foundPage({ ...around, form }), form === EMPTY_FORM ? 200 : 422);
}
