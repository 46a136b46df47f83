import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type {
  AccessToken,
  AccessTokens,
  AuthorizationCode,
  AuthorizationCodes,
  ClientApp,
  ClientApps,
} from '../ports/oauth.ts';
import { checked, count, type FieldsOf, list, text } from './fields.ts';
import { gatherReadsInTurn } from './gathering.ts';
import { pushSchema } from './push-fields.ts';
import { insertNew } from './writing.ts';

const appFields = {
  name: text(),
  website: text().exactOptional(),
  secretHash: text(),
  redirectUris: list(text()),
  scopes: list(text()),
  createdAt: z.date(),
} satisfies FieldsOf<Omit<ClientApp, 'id'>>;
export const clientAppSchema = z.object({ _id: text(), ...appFields });

const codeFields = {
  app: text(),
  person: text<PersonIri>(),
  redirectUri: text(),
  scopes: list(text()),
  expiresAt: z.date(),
  challenge: text().exactOptional(),
  used: count,
} satisfies FieldsOf<Omit<AuthorizationCode, 'id'>>;
export const authorizationCodeSchema = z.object({ _id: text(), ...codeFields });

const tokenFields = {
  app: text(),
  person: text<PersonIri>().exactOptional(),
  scopes: list(text()),
  code: text().exactOptional(),
  createdAt: z.date(),
} satisfies FieldsOf<Omit<AccessToken, 'id'>>;
export const accessTokenSchema = z.object({
  _id: text(),
  ...tokenFields,
  /** What its app is told of through a push service (`stores/push.ts`). */
  push: pushSchema.exactOptional(),
});

type Stored<Thing extends { readonly id: string }> = Omit<Thing, 'id'> & { readonly _id: string };
const read = <Thing extends { readonly id: string }>(document: Stored<Thing> | null): Thing | null => {
  if (document === null) return null;
  const { _id: id, ...rest } = document;
  return { id, ...rest } as unknown as Thing;
};

export function createClientApps(db: Db): ClientApps {
  const apps: Collection<Stored<ClientApp>> = db.collection('clientApps');
  return {
    async add({ id, ...app }) {
      await insertNew(apps, checked(clientAppSchema, { _id: id, ...app }));
    },
    get: async (id) => read<ClientApp>(await apps.findOne({ _id: id })),
  };
}

export function createAuthorizationCodes(db: Db): AuthorizationCodes {
  const codes: Collection<Stored<AuthorizationCode>> = db.collection('authorizationCodes');
  return {
    async add({ id, ...code }) {
      await insertNew(codes, checked(authorizationCodeSchema, { _id: id, ...code }));
    },
    get: async (id) => read<AuthorizationCode>(await codes.findOne({ _id: id })),
    async use(id) {
      const after = await codes.findOneAndUpdate({ _id: id }, { $inc: { used: 1 } }, { returnDocument: 'after' });
      return after?.used ?? 0;
    },
    async revokeOf(person) {
      await codes.deleteMany({ person });
    },
  };
}

export function createAccessTokens(db: Db): AccessTokens {
  const tokens: Collection<Stored<AccessToken>> = db.collection('accessTokens');
  const itself = { projection: { push: 0 } } as const;
  // Every request of every app asks for its token: it is never kept at hand, so that one that has ended ends at once.
  const byId = gatherReadsInTurn<string, Stored<AccessToken>>(async (ids) => {
    const found = await tokens.find({ _id: { $in: [...ids] } }, itself).toArray();
    return new Map(found.map((document) => [document._id, document]));
  });
  return {
    async add({ id, ...token }) {
      await insertNew(tokens, checked(accessTokenSchema, { _id: id, ...token }));
    },
    get: async (id) => read<AccessToken>((await byId(id)) ?? null),
    async standing(ids) {
      const found = tokens.find({ _id: { $in: [...ids] } }, { projection: { _id: 1 } });
      return new Set((await found.toArray()).map(({ _id }) => _id));
    },
    async revoke(id) {
      await tokens.deleteOne({ _id: id });
    },
    async revokeOfCode(code) {
      await tokens.deleteMany({ code });
    },
    async revokeOf(person, app) {
      await tokens.deleteMany({ person, ...(app === undefined ? {} : { app }) });
    },
    async revokeBefore(person, before) {
      await tokens.deleteMany({ person, createdAt: { $lt: before } });
    },
    async of(person) {
      const found = await tokens.find({ person }, itself).sort({ createdAt: -1 }).toArray();
      return found.map((document) => read<AccessToken>(document)).filter((token) => token !== null);
    },
  };
}

/** Forgets codes that are over: long enough after, so that one used again is still known (and ends its tokens). */
export async function purgeAuthorizationCodes(db: Db, before: Date): Promise<number> {
  return (await db.collection('authorizationCodes').deleteMany({ expiresAt: { $lt: before } })).deletedCount;
}

/** Forgets apps from before a time that act for nobody: whoever registers one and never uses it leaves nothing behind. */
export async function purgeClientApps(db: Db, before: Date): Promise<number> {
  const used: string[] = await db.collection('accessTokens').distinct('app');
  const unused = { createdAt: { $lt: before }, _id: { $nin: used } };
  return (await db.collection<{ _id: string }>('clientApps').deleteMany(unused)).deletedCount;
}
