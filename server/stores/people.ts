import type { UpdateFilter } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Credentials, People } from '../ports/actors.ts';
import type { ActorCollections } from './actors.ts';
import {
  addActor,
  handleElsewhere,
  keepPersonElsewhere,
  type PersonDocument,
  personSchema,
  toPerson,
} from './actors.ts';
import { checked } from './fields.ts';
import { sealKeys } from './keys.ts';
import { moreEffects } from './pending.ts';

export function createPeople(actors: ActorCollections, sealer: Sealer, wall: () => Date): People {
  const { people } = actors;
  return {
    async byIri(iri) {
      const found = await actors.byId(iri);
      return found?.type === 'person' ? toPerson(found) : null;
    },
    async byIris(iris) {
      const found = await Promise.all(iris.map((iri) => actors.byId(iri)));
      const persons = found.filter((document) => document?.type === 'person');
      return new Map(persons.map((document) => [document._id, toPerson(document)]));
    },
    async byName(name) {
      const found = await people.findOne({ localName: name.toLowerCase(), type: 'person' });
      return found === null ? null : toPerson(found);
    },
    async byHandle(name, host) {
      const found = await people.findOne({ handle: handleElsewhere(name, host), type: 'person' });
      return found === null ? null : toPerson(found);
    },
    async addHere(person, keys, passwordHash) {
      const { iri, ...rest } = person;
      const document = checked(personSchema, {
        _id: iri,
        type: 'person',
        ...rest,
        localName: person.username.toLowerCase(),
        keys: sealKeys(sealer, iri, keys),
        credential: { passwordHash },
      });
      return addActor(actors, document);
    },
    keepElsewhere: (person) => keepPersonElsewhere(actors, person),
    async describe(iri, { displayName, summary }) {
      await people.updateOne({ _id: iri, type: 'person', home: 'here' }, { $set: { displayName, summary } });
    },
    async setAliases(iri, aliases) {
      const change = aliases.length === 0 ? { $unset: { alsoKnownAs: 1 } } : { $set: { alsoKnownAs: aliases } };
      await people.updateOne({ _id: iri, type: 'person', home: 'here' }, change as UpdateFilter<PersonDocument>);
    },
    async moveOut(iri, to) {
      const update = [{ $set: { movedTo: { $literal: to } } }, ...moreEffects(['move'], wall())];
      await people.updateOne({ _id: iri, type: 'person', home: 'here' }, update);
    },
  };
}

/** Password hashes: read here, and by nothing else. */
export function createCredentials({ people }: ActorCollections): Credentials {
  return {
    async byName(name) {
      const found = await people.findOne(
        { localName: name.toLowerCase(), type: 'person', goneAt: { $exists: false } },
        { projection: { credential: 1 } },
      );
      return found?.credential ? { person: found._id, passwordHash: found.credential.passwordHash } : null;
    },
    async setPassword(person: PersonIri, passwordHash) {
      const filter = { _id: person, type: 'person', home: 'here', goneAt: { $exists: false } } as const;
      await people.updateOne(filter, { $set: { credential: { passwordHash } } });
    },
  };
}
