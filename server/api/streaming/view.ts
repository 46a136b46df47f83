import { type Place, unwantedBy } from '../../actions/own/unwanted-by.ts';
import { isListed, type Listed } from '../../community/listing.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { isUnwanted, type Unwanted } from '../../community/unwanted.ts';
import { filteringFor } from '../entities/filter.ts';
import { ApiError } from '../errors.ts';
import { homeOf } from '../home.ts';
import { listBy, listedIn } from '../own-lists.ts';
import type { ApiParts } from '../parts.ts';
import type { Subscription } from './streams.ts';

type House = ApiParts['house'];
type Home = Awaited<ReturnType<typeof homeOf>>;

/**
 * How somebody sees things: what her lists are made of, what she does not want to see, what her filters find. Each part
 * is read when it is first needed, and kept until something of hers changes; who may see a post is never kept.
 */
export class View {
  readonly person: Person;
  readonly #house: House;
  readonly #parts = new Map<string, Promise<unknown>>();

  constructor(house: House, person: Person) {
    this.#house = house;
    this.person = person;
  }

  home(): Promise<Home> {
    return this.#once('home', () => homeOf(this.#house, this.person.iri));
  }
  unwanted(place: Place): Promise<Unwanted | undefined> {
    return this.#once(`unwanted ${place}`, () => unwantedBy(this.#house, this.person.iri, place));
  }
  filtering(): ReturnType<typeof filteringFor> {
    return this.#once('filters', () => filteringFor(this.#house, this.person));
  }
  /** Threads of which she wants to be told no more. */
  mutedThreads(): Promise<ReadonlySet<string>> {
    return this.#once('threads', async () => {
      const marks = await this.#house.marks.of(this.person.iri, ['muted-thread']);
      return new Set(marks.map(({ subject }) => subject));
    });
  }
  /** What a list of hers is made of; `null` when it is hers no longer. */
  list(id: string): Promise<Listed | null> {
    return this.#once(`list ${id}`, async () => {
      try {
        return await listedIn(this.#house, await listBy(this.#house, this.person, id), this.person);
      } catch (cause) {
        if (cause instanceof ApiError) return null;
        throw cause;
      }
    });
  }

  /** Whether a post is one of those that she listens to, and that she wants to see there. */
  async wants(subscription: Subscription, post: Post): Promise<boolean> {
    const { name, tag = '', list = '' } = subscription;
    const { iri } = this.person;
    if (name === 'user:notification' || name === 'direct') return false;
    if (name === 'user') return isListed(await this.home(), post, iri) && !(await this.#isUnwanted('home', post));
    if (name === 'list') {
      const of = await this.list(list);
      return of !== null && isListed(of, post, iri) && !(await this.#isUnwanted('list', post));
    }
    const here = name.includes(':local');
    const of: Listed = name.startsWith('hashtag')
      ? { tagged: [tag], all: [], none: [], here }
      : { public: here ? 'here' : 'everywhere' };
    if (!isListed(of, post, iri) || (name.includes(':remote') && post.home === 'here')) return false;
    return hasFilesIfAsked(name, post) && !(await this.#isUnwanted('public', post));
  }

  async #isUnwanted(place: Place, post: Post): Promise<boolean> {
    const unwanted = await this.unwanted(place);
    return unwanted !== undefined && isUnwanted(unwanted, post);
  }

  #once<Part>(name: string, read: () => Promise<Part>): Promise<Part> {
    const kept = this.#parts.get(name) as Promise<Part> | undefined;
    if (kept !== undefined) return kept;
    const part = read();
    part.catch(() => this.#parts.delete(name));
    this.#parts.set(name, part);
    return part;
  }
}

/** Of a deleted post the files are gone: it may have had some. */
const hasFilesIfAsked = (name: string, { details, deletedAt }: Post): boolean =>
  !name.endsWith(':media') || deletedAt !== undefined || (details?.attachments?.length ?? 0) > 0;

/** So long a view is kept at the most: mutes and filters end by themselves, and nothing tells of it. */
const OLDEST_MS = 60_000;

/** The views of those who listen here. */
export class Views {
  readonly #house: House;
  readonly #kept = new Map<string, { readonly view: View; readonly since: number }>();

  constructor(house: House) {
    this.#house = house;
  }

  of(person: Person): View {
    const kept = this.#kept.get(person.iri);
    if (kept !== undefined && performance.now() - kept.since < OLDEST_MS) return kept.view;
    const view = new View(this.#house, person);
    this.#kept.set(person.iri, { view, since: performance.now() });
    return view;
  }

  forget(iri: string): void {
    this.#kept.delete(iri);
  }
  forgetAll(): void {
    this.#kept.clear();
  }
}
