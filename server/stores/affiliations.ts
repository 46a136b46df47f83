import type { Document } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import type { Affiliations, PersonEffect } from '../ports/actors.ts';
import type { ActorCollections } from './actors.ts';
import { toPerson } from './actors.ts';
import { stayed } from './credentials.ts';
import { moreEffects } from './pending.ts';
import { literally } from './writing.ts';

/** Of one person; more nobody looks at. */
const MOST = 10;
const MOST_ASKING = 50;
/** Others and communities are told. */
const FOLLOWING: readonly PersonEffect[] = ['profile', 'affiliation'];

/** Kept with the person, so that they go when she goes. */
export function createAffiliations({ people }: ActorCollections, wall: () => Date): Affiliations {
  const change = (iri: PersonIri, stage: Document) =>
    people.updateOne(stayed(iri), [stage, ...moreEffects(FOLLOWING, wall())]);
  return {
    async of(iri) {
      const found = await people.findOne({ _id: iri }, { projection: { affiliations: 1, vouching: 1 } });
      const asked = found?.vouching;
      return { shown: found?.affiliations ?? [], ...(asked === undefined ? {} : { asked }) };
    },
    async keep(iri, affiliation) {
      const { organisation } = affiliation;
      const known = { ...stayed(iri), 'affiliations.organisation': organisation };
      const again = await people.updateOne(known, { $set: { 'affiliations.$': affiliation } });
      if (again.matchedCount === 0) {
        const another = { ...stayed(iri), 'affiliations.organisation': { $ne: organisation } };
        await people.updateOne(another, { $push: { affiliations: { $each: [affiliation], $slice: -MOST } } });
      }
      await people.updateOne({ _id: iri, 'vouching.organisation': organisation }, { $unset: { vouching: 1 } });
    },
    async choose(iri, affiliation) {
      await change(iri, affiliation === null ? { $unset: ['affiliation'] } : { $set: literally({ affiliation }) });
    },
    async drop(iri, organisation) {
      await people.updateOne({ _id: iri }, { $pull: { affiliations: { organisation } } });
      const chosen = { ...stayed(iri), 'affiliation.organisation': organisation };
      await people.updateOne(chosen, [{ $unset: ['affiliation'] }, ...moreEffects(FOLLOWING, wall())]);
    },
    async ask(iri, asked) {
      await people.updateOne(
        stayed(iri),
        asked === null ? { $unset: { vouching: 1 } } : { $set: { vouching: { ...asked, by: [] } } },
      );
    },
    async vouch(iri, organisation, by) {
      const after = await people.findOneAndUpdate(
        { ...stayed(iri), 'vouching.organisation': organisation },
        { $addToSet: { 'vouching.by': by } },
        { returnDocument: 'after' },
      );
      return after?.vouching?.by ?? null;
    },
    async asking(organisations) {
      const found = await people
        .find({ 'vouching.organisation': { $in: [...organisations] }, type: 'person', home: 'here' })
        .sort({ 'vouching.at': 1 })
        .limit(MOST_ASKING)
        .toArray();
      return found.flatMap((one) =>
        one.vouching === undefined || one.goneAt !== undefined ? [] : [{ person: toPerson(one), asked: one.vouching }],
      );
    },
  };
}
