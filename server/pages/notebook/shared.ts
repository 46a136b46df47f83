import { collectionPage } from '../../../views/pages/notebook/share.ts';
import type { Routes } from '../context.ts';
import { NotFound, shellOf, show } from '../context.ts';
import { param } from '../governed.ts';
import { collectedIn } from '../models/notebook/collections.ts';
import { OUTLETS, type OutletKind } from '../models/notebook/outlets.ts';
import { authorOf } from '../models/person.ts';

/** A published collection as everybody reads it: a page, and files for programs that read lists. */
export const sharedRoutes: Routes = (parts, router) => {
  const { house } = parts;

  router.get('/people/:username/collections/:file', async (request, response) => {
    const [id = '', kind, ...more] = param(request, 'file').split('.');
    const [kept, person] = await Promise.all([
      house.collections.published(id),
      house.people.byName(param(request, 'username')),
    ]);
    const isThere = kept !== null && person !== null && person.goneAt === undefined && kept.person === person.iri;
    if (!isThere || more.length > 0 || !(kind === undefined || Object.hasOwn(OUTLETS, kind)))
      throw new NotFound('There is no such collection, or it is not published.');
    const { title, summary } = kept.content;
    const author = authorOf(house, person);
    const path = house.addresses.page.collection(person.username, kept.id);
    const things = await collectedIn(house, kept, 'everybody');
    if (kind === undefined) {
      const by = { name: author.name, path: author.path ?? '/' };
      return show(
        response,
        collectionPage({ shell: shellOf(parts, request), title, summary, author: by, path, things }),
      );
    }
    const { type, write } = OUTLETS[kind as OutletKind];
    const { origin } = house.addresses;
    const whole = things.map((thing) => ({ ...thing, url: new URL(thing.url, origin).href }));
    const text = await write({
      title,
      summary,
      author: author.name,
      page: origin + path,
      self: `${origin}${path}.${kind}`,
      updatedAt: kept.published?.updatedAt ?? kept.at,
      things: whole,
    });
    response.type(type).send(text);
  });
};
