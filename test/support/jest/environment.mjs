import { createRequire } from 'node:module';
import { constants, createContext } from 'node:vm';

/** Jest's own packages, which are ours only through jest. */
const ofJest = createRequire(createRequire(import.meta.url).resolve('jest-circus'));
const { ModernFakeTimers } = ofJest('@jest/fake-timers');
const { ModuleMocker } = ofJest('jest-mock');
const { installCommonGlobals } = ofJest('jest-util');

/** What a new context has by itself, or gets in another way. */
const NOT_LENT = new Set(['globalThis', 'global', 'GLOBAL', 'root', 'process']);
/** Node's own modules make and check these: there must be one of each. */
const THE_SAME = ['Buffer', 'ArrayBuffer', 'Uint8Array'];

/** A global of Node's, asked for when it is first read: some are loaded by that, and some warn. */
function lent(name, to) {
  const keep = (value) =>
    Object.defineProperty(to, name, { value, writable: true, configurable: true, enumerable: false });
  const get = () => keep(globalThis[name])[name];
  return { get, set: keep, configurable: true, enumerable: false };
}

/** An ordinary context: with one that stands behind a proxy, as jest's, every look at a global goes through it. */
function newRealm() {
  const realm = createContext(constants.DONT_CONTEXTIFY);
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!NOT_LENT.has(name) && !Object.hasOwn(realm, name)) Object.defineProperty(realm, name, lent(name, realm));
  for (const name of THE_SAME) realm[name] = globalThis[name];
  realm.global = realm;
  installCommonGlobals(realm, {});
  return realm;
}

const realm = newRealm();
const AT_FIRST = Object.getOwnPropertyDescriptors(realm);

/** What the file before this one did to the globals is undone, and its `process` with its environment goes. */
function asAtFirst() {
  for (const name of Reflect.ownKeys(realm)) if (!Object.hasOwn(AT_FIRST, name)) Reflect.deleteProperty(realm, name);
  for (const name of Reflect.ownKeys(AT_FIRST)) Reflect.defineProperty(realm, name, AT_FIRST[name]);
  const some = { Symbol: realm.Symbol, Date: realm.Date };
  installCommonGlobals(some, {});
  realm.process = some.process;
  realm.Error.stackTraceLimit = 100;
}

/**
 * Where test files run: all files of a worker in one context, so that packages are loaded into it once (`runtime.mjs`).
 * Every file has globals as at first, and our own modules anew.
 */
export default class Environment {
  global = realm;
  context = realm;
  moduleMocker = new ModuleMocker(realm);

  constructor({ projectConfig: config }) {
    asAtFirst();
    this.fakeTimersModern = new ModernFakeTimers({ config, global: realm });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    this.fakeTimersModern = null;
    this.context = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
}
