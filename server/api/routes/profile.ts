import type { Request, Response } from 'express';
import { z } from 'zod';
import { describeOneself } from '../../accounts/profile.ts';
import { PORTRAITS, type PortraitKind } from '../../community/media.ts';
import type { Person } from '../../community/person.ts';
import { askedBy } from '../bearer.ts';
import { many, read, words } from '../bodies.ts';
import { ownEntity } from '../entities/account.ts';
import { refusalError } from '../errors.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { createReceive, type Received } from '../receiving.ts';

const KINDS = Object.keys(PORTRAITS) as readonly PortraitKind[];

const fieldSaid = z
  .object({ name: words(1000), value: words(1000) })
  .transform(({ name = '', value = '' }) => ({ name, value }));
/** Some apps send more fields than there can be, empty ones. */
const fieldsSaid = z
  .unknown()
  .optional()
  .transform((said) => (said === undefined ? undefined : many(fieldSaid, 20).parse(said)));
const profileSaid = z.object({ display_name: words(1000), note: words(5000), fields_attributes: fieldsSaid });

/** What somebody shows of herself: her name, a few words, and two pictures. */
export const profileRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;
  const receive = createReceive(house.mediaFiles, { files: KINDS, most: 60 });

  router.patch('/api/v1/accounts/update_credentials', async (request, response) => {
    const person = askedBy(request, 'write:accounts');
    const files = await filesIn(request, response, person);
    try {
      const said = read(request, profileSaid);
      const { display_name: displayName = person.displayName, note: summary = person.summary } = said;
      const fields = said.fields_attributes === undefined ? {} : { fields: said.fields_attributes };
      const done = await describeOneself(house, { person: person.iri, displayName, summary, ...fields });
      if (!done.ok) throw refusalError(done.refusal);
      for (const kind of KINDS) {
        const path = files.get(kind);
        if (path === undefined) continue;
        const shown = await actions.portray({ by: person.iri, kind, path });
        if (!shown.ok) throw refusalError(shown.refusal);
      }
    } finally {
      // Those that were not come to are of no use any more.
      await Promise.all([...files.values()].map((path) => house.mediaFiles.discard(path)));
    }
    response.json(await asShe(parts, person));
  });

  for (const kind of KINDS) {
    router.delete(`/api/v1/profile/${kind}`, async (request, response) => {
      const person = askedBy(request, 'write:accounts');
      await actions.unportray({ by: person.iri, kind });
      response.json(await asShe(parts, person));
    });
  }

  /** Only a multipart form brings any. */
  const filesIn = (request: Request, response: Response, { iri }: Person): Promise<Received> =>
    request.is('multipart/form-data') ? receive(request, response, iri) : Promise.resolve(new Map());
};

async function asShe({ house, settle }: ApiParts, person: Person) {
  await settle();
  return ownEntity(house, (await house.people.byIri(person.iri)) ?? person);
}
