import type { Document } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import { unverified } from '../community/profile-field.ts';
import type { Sealer } from '../database/sealing.ts';
import type { KeyPair, People, PersonEffect } from '../ports/actors.ts';
import type { ActorCollections, PersonDocument } from './actors.ts';
import { addActor, handleElsewhere, keepPersonElsewhere, personSchema, toPerson } from './actors.ts';
import { stayed } from './credentials.ts';
import { checked } from './fields.ts';
import { sealKeys } from './keys.ts';
import { firstEffects, moreEffects } from './pending.ts';
import { addressSealing } from './sealed-address.ts';
import { literally } from './writing.ts';

/** What goes when she goes. */
const KEPT_ABOUT_HER = [
  ...['credential', 'alsoKnownAs', 'fields', 'linksCheckAt', 'email', 'emailWanted', 'emailBefore'],
  ...['affiliation', 'affiliations', 'vouching'],
];

export function createPeople(actors: ActorCollections, sealer: Sealer, wall: () => Date): People {
  const { people } = actors;
  /** Changes what is known of somebody here, in one write with what follows. */
  async function change(iri: PersonIri, stage: Document, effects: readonly PersonEffect[]): Promise<void> {
    const here = { _id: iri, type: 'person', home: 'here' } as const;
    await people.updateOne(here, [stage, ...moreEffects(effects, wall())]);
  }
  /** Opens an account in one write. */
  async function add({ iri, ...rest }: Person, keys: KeyPair, besides: Partial<PersonDocument>) {
    const document = checked(personSchema, {
      _id: iri,
      type: 'person',
      ...rest,
      localName: rest.username.toLowerCase(),
      keys: sealKeys(sealer, iri, keys),
      ...besides,
    });
    return addActor(actors, document);
  }
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
    async byNumber(number) {
      const found = await people.findOne({ number, type: 'person' });
      return found === null ? null : toPerson(found);
    },
    async addHere(person, keys, passwordHash, address) {
      const wanted =
        address === undefined
          ? {}
          : {
              emailWanted: { ...addressSealing(sealer).seal(person.iri, address), at: wall() },
              ...firstEffects(['confirm-letter'], wall()),
            };
      return add(person, keys, { credential: { passwordHash }, ...wanted });
    },
    addHereBy: (person, keys, identity) => add(person, keys, { credential: { identities: [identity] } }),
    keepElsewhere: (person) => keepPersonElsewhere(actors, person),
    async describe(iri, { displayName, summary, fields }) {
      const linksCheckAt = unverified(fields).length === 0 ? {} : { linksCheckAt: wall() };
      const set = literally({ displayName, summary, fields, ...linksCheckAt });
      await change(iri, { $set: set }, ['profile']);
    },
    async claimLinkCheck(now, until) {
      const due = { type: 'person', home: 'here', linksCheckAt: { $lte: now } } as const;
      const found = await people.findOneAndUpdate(due, { $set: { linksCheckAt: until } });
      return found === null ? null : toPerson(found);
    },
    async linksChecked(iri, { pages, at, claim }) {
      if (pages.length > 0) {
        const arrayFilters = [{ 'field.value': { $in: [...pages] }, 'field.verifiedAt': { $exists: false } }];
        await people.updateOne({ _id: iri }, { $set: { 'fields.$[field].verifiedAt': at } }, { arrayFilters });
      }
      await people.updateOne({ _id: iri, linksCheckAt: claim }, { $unset: { linksCheckAt: 1 } });
    },
    async portray(iri, kind, portrait) {
      const stage = portrait === null ? { $unset: [kind] } : { $set: literally({ [kind]: portrait }) };
      await change(iri, stage, ['tidy-portraits', 'profile']);
    },
    async setAliases(iri, aliases) {
      const names = aliases.length === 0 ? { $unset: ['alsoKnownAs'] } : { $set: literally({ alsoKnownAs: aliases }) };
      await change(iri, names, ['profile']);
    },
    async moveOut(iri, to) {
      await change(iri, { $set: literally({ movedTo: to }) }, ['profile', 'move']);
    },
    async leave(iri, { at, posts }) {
      const effects: readonly PersonEffect[] = [
        'access',
        'left',
        ...(posts === 'delete' ? ['delete-posts' as const] : []),
      ];
      await people.updateOne(stayed(iri), [
        { $set: literally({ goneAt: at, summary: '', displayName: 'Somebody who left' }) },
        {
          $unset: [...KEPT_ABOUT_HER],
        },
        ...moreEffects(effects, wall()),
      ]);
    },
  };
}
