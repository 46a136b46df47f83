import type { PersonIri } from '../../community/ids.ts';
import { IMPORT_KINDS, IMPORT_MODES } from '../../community/imports/kinds.ts';
import { readImport } from '../../community/imports/read.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { ImportRun } from '../../ports/imports.ts';
import type { House } from '../house.ts';
import { type Belonging, belongingsOf, subjectKey } from './belongings.ts';
import { newOwnId } from './keeping.ts';

type Needs = Pick<
  House,
  'imports' | 'addresses' | 'clock' | 'random' | 'people' | 'communities' | 'follows' | 'marks' | 'ownLists'
>;

/** So many files lie here for somebody at a time. */
const MOST_IMPORTS = 20;

/** Somebody brings a file along. Nothing happens before she has seen what would, and said yes (`startImport`). */
export async function bringImport(
  house: Needs,
  ask: { readonly by: PersonIri; readonly kind: string; readonly mode: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly id: string }, string>> {
  const { by, bytes } = ask;
  const kind = IMPORT_KINDS.find((one) => one === ask.kind);
  if (kind === undefined) return refused('no-kind', 'Say what the file holds.');
  const mode = IMPORT_MODES.find((one) => one === ask.mode);
  if (mode === undefined) return refused('no-mode', 'Say what becomes of what you have here already.');
  if ((await house.imports.of(by)).length >= MOST_IMPORTS) {
    return refused('too-many', said`You have brought ${MOST_IMPORTS} files already. Take away those that are done.`);
  }
  const read = readImport(kind, bytes, house.addresses.host);
  if (!read.ok) return read;
  const { items, faults } = read.value;
  const id = newOwnId(house);
  await house.imports.add({
    id,
    person: by,
    kind,
    mode,
    at: house.clock.now(),
    items,
    faults,
    faultCount: faults.length,
  });
  return accepted({ id });
}

/** She has seen it and says yes; it is carried out from now on, whatever happens to this server meanwhile. */
export async function startImport(
  house: Pick<House, 'imports' | 'wake'>,
  { by, id }: { readonly by: PersonIri; readonly id: string },
): Promise<Result<null, 'another-runs' | 'not-there'>> {
  const all = await house.imports.of(by);
  if (all.some((run) => run.state === 'running')) {
    return refused('another-runs', 'Another file of yours is being brought in. Wait until that is done.');
  }
  if (!(await house.imports.start(by, id)))
    return refused('not-there', 'This file is not there any more. Send it again.');
  house.wake();
  return accepted(null);
}

/** She wants no more of it: what has been done stays, the rest is not done. */
export const dropImport = (
  house: Pick<House, 'imports'>,
  { by, id }: { readonly by: PersonIri; readonly id: string },
): Promise<void> => house.imports.remove(by, id);

/** What would happen, in numbers. */
export interface Preview {
  readonly added: number;
  readonly already: number;
  /** What she has and the file does not: taken away where it is to be overwritten. */
  readonly removed: readonly Belonging[];
}

/** What an import would do as things stand now. */
export async function previewOf(house: Needs, run: ImportRun): Promise<Preview> {
  const kept = await belongingsOf(house, run.person, run.kind);
  const known = new Set(kept.flatMap((one) => [subjectKey(one), subjectKey({ ...one, subject: one.iri })]));
  const already = run.items.filter((item) => known.has(subjectKey(item))).length;
  return { added: run.items.length - already, already, removed: notIn(run, kept) };
}

/** What of hers an import takes away in the end; nothing where it only adds. Memberships are never ended by a file. */
export function notIn(
  { kind, mode, items }: Pick<ImportRun, 'kind' | 'mode' | 'items'>,
  kept: readonly Belonging[],
): readonly Belonging[] {
  if (mode === 'merge') return [];
  const wanted = new Set(items.map(subjectKey));
  return kept.filter(
    (one) =>
      !(kind === 'follows' && one.isCommunity) &&
      !wanted.has(subjectKey(one)) &&
      !wanted.has(subjectKey({ ...one, subject: one.iri })),
  );
}
