import type { PersonIri } from '../community/ids.ts';
import type { Credentials } from '../ports/actors.ts';
import type { ActorCollections } from './actors.ts';
import { toPerson } from './actors.ts';
import { moreEffects } from './pending.ts';

const STAYED = { goneAt: { $exists: false } } as const;

/** Somebody of this server who has not left. */
export const stayed = (person: PersonIri) => ({ _id: person, type: 'person', home: 'here', ...STAYED }) as const;

/** Password hashes: read here, and by nothing else. */
export function createCredentials({ people }: ActorCollections, wall: () => Date): Credentials {
  return {
    async byName(name) {
      const found = await people.findOne(
        { localName: name.toLowerCase(), type: 'person', ...STAYED },
        { projection: { credential: 1 } },
      );
      if (!found?.credential) return null;
      const { passwordHash = null, epoch = 0 } = found.credential;
      return { person: found._id, passwordHash, epoch };
    },
    async holder(name) {
      const found = await people.findOne({ localName: name.toLowerCase(), type: 'person', ...STAYED });
      return found === null ? null : { person: toPerson(found), epoch: found.credential?.epoch ?? 0 };
    },
    async setPassword(person, passwordHash) {
      const now = wall();
      const change = {
        'credential.passwordHash': { $literal: passwordHash },
        'credential.epoch': { $add: [{ $ifNull: ['$credential.epoch', 0] }, 1] },
        'credential.changedAt': now,
      };
      const after = await people.findOneAndUpdate(stayed(person), [{ $set: change }, ...moreEffects(['access'], now)], {
        returnDocument: 'after',
        projection: { credential: 1 },
      });
      return after?.credential?.epoch ?? null;
    },
    async changedAt(person) {
      const found = await people.findOne({ _id: person }, { projection: { credential: 1 } });
      return found?.credential?.changedAt ?? null;
    },
  };
}
