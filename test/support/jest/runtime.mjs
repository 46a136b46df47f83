import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const ofJest = createRequire(createRequire(import.meta.url).resolve('jest-circus'));
const { default: JestRuntime } = ofJest('jest-runtime');

const isPackage = (file) => file.includes(`${sep}node_modules${sep}`);
/** The program's own modules, but for those that do their work by being loaded. */
const PROGRAM = /^(?:server|federation|views)\/(?!verifiers\/|pages\/browser\/).*\.ts$/;
/** `./here.ts`, or the name of a package: neither `#here`, nor anything with a scheme. */
const isOfFile = (name) => /^(?:\.\.?\/|(?:@[\w.-]+\/)?[\w-][\w./-]*$)/.test(name) && name !== '@jest/globals';

/** Loads what outlives test files, once for all files of this worker. */
let lastingRuntime;

/** Texts of modules as they are run: files do not change while tests run. */
const texts = new Map();

/** In the same context as every test file's (`environment.mjs`), but one that outlives them. */
const lasting = (environment) =>
  Object.assign(Object.create(environment), {
    context: environment.context,
    fakeTimersModern: environment.fakeTimersModern,
  });

/**
 * Jest's runtime, except that packages and the program's own modules are loaded once per worker and not once per file:
 * that was most of what loading costs, and what has run before is compiled. The packages used here keep nothing of one
 * file for the next; nor does the program, whose modules hold no state but what `test/unit/lasting-modules.test.ts`
 * lists. Test files, what supports them, and jest's own modules are loaded anew for every file as ever.
 */
export default class Runtime extends JestRuntime {
  constructor(config, environment, ...more) {
    super(config, environment, ...more);
    lastingRuntime ??= new JestRuntime(config, lasting(environment), ...more);
    this.#root = config.rootDir;
    this.#takeLasting(lastingRuntime);
    this.#keepTexts();
  }

  #root;

  /** Whether a file is loaded once per worker. */
  #lasts(file) {
    return isPackage(file) || PROGRAM.test(relative(this.#root, file).replaceAll(sep, '/'));
  }

  #takeLasting({ cjsLoader, esmLoader }) {
    const own = this.cjsLoader.requireModule.bind(this.cjsLoader);
    this.cjsLoader.requireModule = (from, name, options, ...more) =>
      !options?.isInternalModule && this.#leadsToLasting(from, name)
        ? cjsLoader.requireModule(from, name, options, ...more)
        : own(from, name, options, ...more);
    this.#where(0, 'tryLoadGraphSync', esmLoader);
    this.#where(0, 'loadEsmModule', esmLoader);
    this.#where(1, 'loadCjsAsEsm', esmLoader);
    const resolve = this.esmLoader.resolveSpecifierForSyncGraph.bind(this.esmLoader);
    this.esmLoader.resolveSpecifierForSyncGraph = (from, name, context, scratch, registry, mode, ...more) => {
      if (isOfFile(name) && !this._resolution.isCoreModule(name)) this.#bring(from, name, context, registry, mode);
      return resolve(from, name, context, scratch, registry, mode, ...more);
    };
  }

  #leadsToLasting(from, name) {
    if (name && this._resolution.isCoreModule(name)) return false;
    return this.#lasts(this._resolution.resolveCjs(from, name));
  }

  /** A loader's method goes to the other loader where the file at that place of its arguments is one that lasts. */
  #where(place, method, other) {
    const own = this.esmLoader[method].bind(this.esmLoader);
    this.esmLoader[method] = (...given) => (this.#lasts(given[place]) ? other[method](...given) : own(...given));
  }

  /** Puts the module that a name stands for where the file's own modules are looked for. */
  #bring(from, name, context, registry, mode) {
    const file = this._resolution.resolveEsm(from, name);
    const { href } = pathToFileURL(file);
    if (registry.has(href) || !this.#lasts(file)) return;
    const module =
      this._resolution.shouldLoadAsEsm(file) || file.endsWith('.json')
        ? this.esmLoader.tryLoadGraphSync(file, '', mode, from)
        : this.esmLoader.loadCjsAsEsm(from, file, '', context);
    // Else it has to be waited for, which jest does.
    if (typeof module === 'object') registry.set(href, module);
  }

  #keepTexts() {
    const transform = this.transformCache.transform.bind(this.transformCache);
    this.transformCache.transform = (file, options) => {
      const text = texts.get(file) ?? transform(file, options);
      texts.set(file, text);
      return text;
    };
  }
}
