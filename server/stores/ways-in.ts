import type { Document, Filter } from 'mongodb';
import type { PersonIri } from '../community/ids.ts';
import type { LedTo, Removed, WaysIn } from '../ports/ways-in.ts';
import { type ActorCollections, type PersonDocument, toPerson } from './actors.ts';
import { stayed } from './credentials.ts';
import { isDuplicate } from './writing.ts';

const MOST_PASSKEYS = 20;

/** Ways in beside the password, inside the person's own document: one write knows whether one is the last. */
export function createWaysIn({ people }: ActorCollections): WaysIn {
  /** Whom something leads to, and what is kept of her. */
  async function ledBy(filter: Filter<PersonDocument>): Promise<(LedTo & { document: PersonDocument }) | null> {
    const document = await people.findOne({ ...filter, type: 'person', goneAt: { $exists: false } });
    return document && { person: toPerson(document), epoch: document.credential?.epoch ?? 0, document };
  }

  /** Adds to a list of hers, as long as the filter holds. */
  async function add(filter: Filter<PersonDocument>, push: Document): Promise<'added' | 'not-added'> {
    try {
      const { modifiedCount } = await people.updateOne(filter, { $push: push });
      return modifiedCount === 1 ? 'added' : 'not-added';
    } catch (cause) {
      // It leads to somebody else.
      if (isDuplicate(cause)) return 'not-added';
      throw cause;
    }
  }

  async function remove(
    person: PersonIri,
    one: Filter<PersonDocument>,
    others: Filter<PersonDocument>[],
    what: Document,
  ) {
    const filter = { ...stayed(person), ...one };
    const after = await people.findOneAndUpdate(
      { ...filter, $or: others },
      { $pull: what, $inc: { 'credential.epoch': 1 } },
      { returnDocument: 'after', projection: { credential: 1 } },
    );
    if (after !== null) return { epoch: after.credential?.epoch ?? 0 };
    return (await people.countDocuments(filter)) === 0 ? 'not-there' : 'only-way-in';
  }

  return {
    async of(person) {
      const found = await people.findOne(stayed(person), { projection: { credential: 1 } });
      const { passwordHash, passkeys = [], identities = [] } = found?.credential ?? {};
      return { password: passwordHash !== undefined, passkeys, identities };
    },
    async byPasskey(id) {
      const led = await ledBy({ 'credential.passkeys.id': id });
      const passkey = led?.document.credential?.passkeys?.find((one) => one.id === id);
      return led && passkey ? { person: led.person, epoch: led.epoch, passkey } : null;
    },
    addPasskey: (person, passkey) =>
      add(
        {
          ...stayed(person),
          'credential.passkeys.id': { $ne: passkey.id },
          [`credential.passkeys.${MOST_PASSKEYS - 1}`]: { $exists: false },
        },
        { 'credential.passkeys': passkey },
      ),
    async renamePasskey(person, id, name) {
      await people.updateOne(hasKey(person, id), { $set: { 'credential.passkeys.$.name': name } });
    },
    async countPasskey(person, id, counter) {
      const behind = { $elemMatch: { id, counter: { $lt: counter }, stopped: { $exists: false } } };
      const { modifiedCount } = await people.updateOne(
        { ...stayed(person), 'credential.passkeys': behind },
        { $set: { 'credential.passkeys.$.counter': counter } },
      );
      return modifiedCount === 1;
    },
    async stopPasskey(person, id) {
      await people.updateOne(hasKey(person, id), { $set: { 'credential.passkeys.$.stopped': true } });
    },
    removePasskey: (person, id, issuers): Promise<Removed> =>
      remove(person, { 'credential.passkeys.id': id }, [BY_PASSWORD, byPasskeyBut(id), byIdentityBut('', issuers)], {
        'credential.passkeys': { id },
      }),
    byIdentity: async (key) => {
      const led = await ledBy({ 'credential.identities.key': key });
      return led && { person: led.person, epoch: led.epoch };
    },
    addIdentity: (person, identity) =>
      add(
        { ...stayed(person), 'credential.identities.issuer': { $ne: identity.issuer } },
        { 'credential.identities': identity },
      ),
    removeIdentity: (person, key, issuers): Promise<Removed> =>
      remove(
        person,
        { 'credential.identities.key': key },
        [BY_PASSWORD, byPasskeyBut(''), byIdentityBut(key, issuers)],
        { 'credential.identities': { key } },
      ),
  };
}

const hasKey = (person: PersonIri, id: string) => ({ ...stayed(person), 'credential.passkeys.id': id });

/** What leaves her a way in when something else is taken away. */
const BY_PASSWORD = { 'credential.passwordHash': { $exists: true } };
const byPasskeyBut = (id: string) => ({
  'credential.passkeys': { $elemMatch: { id: { $ne: id }, stopped: { $exists: false } } },
});
const byIdentityBut = (key: string, issuers: readonly string[]) => ({
  'credential.identities': { $elemMatch: { key: { $ne: key }, issuer: { $in: [...issuers] } } },
});
