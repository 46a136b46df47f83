import { personPage } from '../../views/pages/person.ts';
import type { Person } from '../community/person.ts';
import type { PagesParts, Routes } from './context.ts';
import { NotFound, shellOf, show, viewerOf } from './context.ts';
import { param } from './governed.ts';
import { pageAsked, pageOf } from './models/paging.ts';
import { authorOf } from './models/person.ts';
import { postModels } from './models/post.ts';

export const peopleRoutes: Routes = (parts, router) => {
  router.get('/people/:handle', async (request, response) => {
    const { house } = parts;
    const viewer = viewerOf(request);
    const person = await personBy(parts, param(request, 'handle'));
    const author = authorOf(house, person);
    const page = pageOf(pageAsked(request), author.path ?? request.path);
    const { shown, ...links } = page.cut(await house.timelines.author(person.iri, page.query));
    show(
      response,
      personPage({
        shell: shellOf(parts, request),
        person: author,
        summary: person.home === 'here' ? { text: person.summary } : { sanitisedHtml: person.summary },
        isViewer: person.iri === viewer?.iri,
        ...(person.movedTo === undefined ? {} : { movedTo: person.movedTo }),
        posts: await postModels(house, shown, { viewer, named: true }),
        ...links,
      }),
    );
  });
};

/** Somebody by her name here, or by name and host. Who left is not found. */
async function personBy({ house }: PagesParts, handle: string): Promise<Person> {
  const [name = '', host] = handle.replace(/^@/, '').split('@', 2);
  const here = host === undefined || host === house.addresses.host;
  const person = await (here ? house.people.byName(name) : house.people.byHandle(name, host));
  if (person === null || person.goneAt) throw new NotFound('There is nobody of that name here.');
  return person;
}
