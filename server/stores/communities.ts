import type { Sealer } from '../database/sealing.ts';
import type { Communities } from '../ports/actors.ts';
import type { ActorCollections } from './actors.ts';
import { addActor, communitySchema, handleElsewhere, keepCommunityElsewhere, toCommunity } from './actors.ts';
import { checked } from './fields.ts';
import { sealKeys } from './keys.ts';
import { firstEffects } from './pending.ts';

export function createCommunities(actors: ActorCollections, sealer: Sealer, wall: () => Date): Communities {
  const { communities } = actors;
  return {
    async byIri(iri) {
      const found = await actors.byId(iri);
      return found?.type === 'community' ? toCommunity(found) : null;
    },
    async byName(name) {
      const found = await communities.findOne({ localName: name.toLowerCase(), type: 'community' });
      return found === null ? null : toCommunity(found);
    },
    async byHandle(name, host) {
      const found = await communities.findOne({ handle: handleElsewhere(name, host), type: 'community' });
      return found === null ? null : toCommunity(found);
    },
    async byNumber(number) {
      const found = await communities.findOne({ number, type: 'community' });
      return found === null ? null : toCommunity(found);
    },
    async here() {
      const found = await communities
        .find({ type: 'community', home: 'here' })
        .sort({ foundedAt: 1, _id: 1 })
        .toArray();
      return found.map(toCommunity);
    },
    async addHere(community, keys) {
      const { iri, ...rest } = community;
      const document = checked(communitySchema, {
        _id: iri,
        type: 'community',
        ...rest,
        localName: community.name.toLowerCase(),
        keys: sealKeys(sealer, iri, keys),
        ...firstEffects(['found'], wall()),
      });
      return addActor(actors, document);
    },
    keepElsewhere: (community) => keepCommunityElsewhere(actors, community),
    async moveOut(iri, to) {
      await communities.updateOne({ _id: iri, type: 'community', home: 'here' }, { $set: { movedTo: to } });
    },
  };
}
