import Module, { createRequire } from 'node:module';

/** Packages of packages that are hardly ever called, if at all, each with those it is reached through. */
const SELDOM_CALLED = [
  // activitypub-express's own fetching and checking of signatures: neither runs here.
  ['activitypub-express', 'request-promise-native'],
  ['activitypub-express', 'http-signature'],
  ['activitypub-express', 'jsonld', '@digitalbazaar/http-client'],
  // Only for `style` attributes, which nobody may write.
  ['sanitize-html', 'postcss'],
  // Only for a database that asks for a password.
  ['mongodb', '@mongodb-js/saslprep'],
] as const;

/**
 * Has some packages loaded when they are first called, instead of when a package that we use names them: together they
 * are a fifth of all code, a tenth of the time of a start and 10 MB. What is called is the real one.
 */
export function loadSeldomCalledLate(): void {
  for (const path of SELDOM_CALLED) {
    try {
      loadLate(path);
    } catch {
      // Not installed in this way: then it is loaded as ever.
    }
  }
}

function loadLate(path: readonly string[]): void {
  let file = import.meta.filename;
  for (const name of path) file = createRequire(file).resolve(name);
  const require = createRequire(file);
  if (require.cache[file] !== undefined) return;
  const standIn = new Module(file);
  standIn.filename = file;
  standIn.loaded = true;
  let real: unknown;
  standIn.exports = whenCalled(() => {
    if (require.cache[file] === standIn) {
      delete require.cache[file];
      real = require(file);
    }
    return real;
  });
  require.cache[file] = standIn;
}

/** Stands for a function, or for an object of functions, until one is called. */
function whenCalled(load: () => unknown): unknown {
  return new Proxy(() => {}, {
    apply: (_standIn, self, parts) => Reflect.apply(load() as () => unknown, self, parts),
    get(_standIn, name) {
      if (typeof name === 'symbol' || name === '__esModule' || name === 'then') return undefined;
      return whenCalled(() => {
        const owner = load() as Record<string, unknown>;
        const value = owner[name];
        return typeof value === 'function' ? value.bind(owner) : value;
      });
    },
  });
}
