import { createHash } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import type { Sessions } from '../ports/sessions.ts';

/** As connect-mongo keeps it, of which this is read; `server/accounts/sign-in.ts` says what stands in it. */
interface SessionDocument {
  readonly _id: string;
  readonly expires: Date;
  readonly session: { readonly passport?: { readonly user?: { readonly name: string; readonly since: string } } };
}

/** What a page may name a session by: its own id cannot be had from it. */
const sessionKey = (id: string): string => createHash('sha256').update(id).digest('base64url');

export function createSessions(db: Db, wall: () => Date): Sessions {
  const sessions: Collection<SessionDocument> = db.collection('sessions');
  const ofPerson = (name: string) => ({ 'session.passport.user.name': name });
  return {
    async of(name) {
      const found = await sessions.find({ ...ofPerson(name), expires: { $gt: wall() } }).toArray();
      return found
        .flatMap(({ _id, session }) => {
          const since = session.passport?.user?.since;
          return since === undefined ? [] : [{ id: sessionKey(_id), since: new Date(since) }];
        })
        .sort((one, other) => other.since.getTime() - one.since.getTime());
    },
    idOf: sessionKey,
    async end(name, id) {
      const hers = await sessions.find(ofPerson(name), { projection: { _id: 1 } }).toArray();
      const found = hers.find(({ _id }) => sessionKey(_id) === id);
      if (found !== undefined) await sessions.deleteOne({ _id: found._id });
    },
    async endAll(name) {
      await sessions.deleteMany(ofPerson(name));
    },
  };
}
