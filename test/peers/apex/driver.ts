import type { Collection, Db, Document } from 'mongodb';

const FIND_AND = new Set(['findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete']);

/**
 * A database as activitypub-express 4.4.2 knows it: written for version 4 of the driver, it looks for what was found
 * beside the command's other answers (`value`, `ok`). Without this every updated collection would be "not found".
 */
export function asDriver4(db: Db): Db {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'collection') return (called: string) => withMetadata(target.collection(called));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function withMetadata(collection: Collection): Collection {
  return new Proxy(collection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (!FIND_AND.has(String(name))) return value.bind(target);
      return (...args: Document[]) => {
        const options = { ...args[name === 'findOneAndDelete' ? 1 : 2], includeResultMetadata: true };
        const query = name === 'findOneAndDelete' ? args.slice(0, 1) : args.slice(0, 2);
        return Reflect.apply(value, target, [...query, options]);
      };
    },
  });
}
