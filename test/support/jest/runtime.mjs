import { createRequire } from 'node:module';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const ofJest = createRequire(createRequire(import.meta.url).resolve('jest-circus'));
const { default: JestRuntime } = ofJest('jest-runtime');

const isPackage = (file) => file.includes(`${sep}node_modules${sep}`);
/** Neither `./here.ts` nor `#here`, and nothing with a scheme. */
const isBare = (name) => /^(?:@[\w.-]+\/)?[\w-][\w./-]*$/.test(name) && name !== '@jest/globals';

/** Loads the packages, once for all files of this worker. */
let packages;

/** Texts of modules as they are run: files do not change while tests run. */
const texts = new Map();

/** In the same context as every test file's (`environment.mjs`), but one that outlives them. */
const lasting = (environment) =>
  Object.assign(Object.create(environment), {
    context: environment.context,
    fakeTimersModern: environment.fakeTimersModern,
  });

/**
 * Jest's runtime, except that packages are loaded once per worker and not once per file: they were two thirds of what
 * loading costs, and what has run before is compiled. None of those used here keeps anything of one file for the next.
 * Our own modules, and jest's, are loaded anew for every file as ever.
 */
export default class Runtime extends JestRuntime {
  constructor(config, environment, ...more) {
    super(config, environment, ...more);
    packages ??= new JestRuntime(config, lasting(environment), ...more);
    this.#takePackages(packages);
    this.#keepTexts();
  }

  #takePackages({ cjsLoader, esmLoader }) {
    const own = this.cjsLoader.requireModule.bind(this.cjsLoader);
    this.cjsLoader.requireModule = (from, name, options, ...more) =>
      !options?.isInternalModule && this.#leadsToPackage(from, name)
        ? cjsLoader.requireModule(from, name, options, ...more)
        : own(from, name, options, ...more);
    this.#where(0, 'tryLoadGraphSync', esmLoader);
    this.#where(0, 'loadEsmModule', esmLoader);
    this.#where(1, 'loadCjsAsEsm', esmLoader);
    const resolve = this.esmLoader.resolveSpecifierForSyncGraph.bind(this.esmLoader);
    this.esmLoader.resolveSpecifierForSyncGraph = (from, name, context, scratch, registry, mode, ...more) => {
      if (isBare(name) && !this._resolution.isCoreModule(name)) this.#bring(from, name, context, registry, mode);
      return resolve(from, name, context, scratch, registry, mode, ...more);
    };
  }

  #leadsToPackage(from, name) {
    if (name && this._resolution.isCoreModule(name)) return false;
    return isPackage(this._resolution.resolveCjs(from, name));
  }

  /** A loader's method goes to the packages' loader where the file at that place of its arguments is a package's. */
  #where(place, method, other) {
    const own = this.esmLoader[method].bind(this.esmLoader);
    this.esmLoader[method] = (...given) => (isPackage(given[place]) ? other[method](...given) : own(...given));
  }

  /** Puts the module that a package's name stands for where the file's own modules are looked for. */
  #bring(from, name, context, registry, mode) {
    const file = this._resolution.resolveEsm(from, name);
    const { href } = pathToFileURL(file);
    if (!isPackage(file) || registry.has(href)) return;
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
