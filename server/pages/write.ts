import type { Request, Response } from 'express';
import { type WriteModel, writePage } from '../../views/pages/write.ts';
import type { Community } from '../community/community.ts';
import type { Welcome } from '../community/kinds.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, communityBy, requireViewer, shellOf, show } from './context.ts';
import { param, query } from './governed.ts';
import { languageOf } from './language-of.ts';
import { audienceOf } from './models/audience.ts';
import { membershipOf, shownTo } from './models/community.ts';
import { ownKindsOf } from './models/meaning.ts';
import { tonguesFor } from './models/tongues.ts';

/** Writing on a page of its own: also what something else fills in before (`?title=&text=&kind=&welcome=`). */
export const writeRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/write', async (request, response) => {
    const viewer = requireViewer(request);
    const community = await shownTo(parts, await communityBy(parts, param(request, 'handle')), viewer);
    const asked = (name: string) => (query(request, name) ?? '').slice(0, LONGEST_ASKED);
    const values = Object.fromEntries(FIELDS.map((name) => [name, asked(name)]));
    await showWrite(parts, request, response, community, { values, errors: {} });
  });
};

const FIELDS = ['title', 'text', 'kind', 'welcome', 'circle', 'language'] as const;
const LONGEST_ASKED = 10_000;

/** The page on which one writes; with what was sent, when something is wrong with it. */
export async function showWrite(
  parts: PagesParts,
  request: Request,
  response: Response,
  community: Community,
  form: WriteModel['form'],
): Promise<void> {
  const viewer = requireViewer(request);
  const model: WriteModel = {
    shell: shellOf(parts, request),
    community: briefOf(parts, community),
    audience: await audienceOf(parts.house, community),
    isMember: (await membershipOf(parts, community, viewer)) === 'member' && community.movedTo === undefined,
    own: await ownKindsOf(parts, community),
    tongues: tonguesFor(request),
    form: { ...form, values: { ...form.values, language: form.values.language || (await tongueOf(parts, request)) } },
  };
  const wrong = form.error !== undefined || Object.keys(form.errors).length > 0;
  show(response, writePage(model), wrong ? 422 : 200);
}

/** What somebody writes in, until she says otherwise. */
async function tongueOf({ house }: PagesParts, request: Request): Promise<string> {
  return (await house.personLanguages.of(requireViewer(request).iri)) ?? languageOf(request);
}

/** What a form says that working out loud welcomes. */
export function readWelcome(said: string): readonly Welcome[] {
  if (said === 'both') return ['ideas', 'help'];
  return said === 'ideas' || said === 'help' ? [said] : [];
}
