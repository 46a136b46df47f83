import type { Request, Response } from 'express';
import multer from 'multer';
import { type BroughtFile, importPage, importsPage } from '../../views/pages/imports.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { belongingsOf } from '../actions/own/belongings.ts';
import { previewOf } from '../actions/own/imports.ts';
import { IMPORT_KINDS, LARGEST_FILE, MOST_LINES } from '../community/imports/kinds.ts';
import { writeExport } from '../community/imports/write.ts';
import { refusal, sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { ImportBrief, ImportRun } from '../ports/imports.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';

const MEGABYTE = 1024 * 1024;
/** So many of what would be taken away are named. */
const MOST_NAMED = 20;

/** Lists that somebody brings from another server, and takes along from here. */
export const importsRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  async function overview(request: Request, response: Response, form: Parameters<typeof importsPage>[0]['form']) {
    const { iri } = requireViewer(request);
    const files = await house.imports.of(iri);
    const most = { lines: MOST_LINES, megabytes: LARGEST_FILE / MEGABYTE };
    const isWrong = form !== EMPTY_FORM;
    show(response, importsPage({ shell: shellOf(parts, request), form, files, most }), isWrong ? 422 : 200);
  }

  router.get('/you/import', (request, response) => overview(request, response, EMPTY_FORM));

  router.post('/you/import', async (request, response) => {
    // Nobody else's file is even received.
    const { iri } = requireViewer(request);
    const received = await receive(request, response);
    const [kind, mode] = [field(request, 'kind'), field(request, 'mode')];
    const brought =
      received === 'too-large'
        ? { ok: false as const, refusal: refusal('too-large', TOO_LARGE) }
        : await actions.bringImport({ by: iri, kind, mode, bytes: received });
    if (brought.ok) return goTo(response, `/you/imports/${brought.value.id}`);
    const { code } = brought.refusal;
    const text = sentenceOf(brought.refusal);
    const name = code === 'no-kind' ? 'kind' : code === 'no-mode' ? 'mode' : 'file';
    await overview(request, response, { values: { kind, mode }, errors: { [name]: text } });
  });

  router.get('/you/imports/:id', async (request, response) => {
    const { iri } = requireViewer(request);
    const run = await house.imports.get(iri, String(request.params.id));
    if (run === null) throw new NotFound('This file is not there any more.');
    const preview = run.state === 'read' ? { preview: await previewIn(parts, run) } : {};
    show(
      response,
      importPage({
        shell: shellOf(parts, request),
        file: briefOf(run),
        ...preview,
        faults: run.faults,
      }),
    );
  });

  router.post('/you/imports/:id/start', async (request, response) => {
    const { iri: by } = requireViewer(request);
    const id = String(request.params.id);
    const started = await actions.startImport({ by, id });
    if (!started.ok) leaveNotice(request, 'refused', sentenceOf(started.refusal));
    goTo(response, !started.ok && started.refusal.code === 'not-there' ? '/you/import' : `/you/imports/${id}`);
  });

  router.post('/you/imports/:id/drop', async (request, response) => {
    const { iri: by } = requireViewer(request);
    await actions.dropImport({ by, id: String(request.params.id) });
    leaveNotice(request, 'done', 'The file is forgotten. What had been done of it stays.');
    goTo(response, '/you/import');
  });

  router.get('/you/export/:file', async (request, response) => {
    const { iri } = requireViewer(request);
    const kind = IMPORT_KINDS.find((one) => `${one}.csv` === request.params.file);
    if (kind === undefined) throw new NotFound('There is no such list.');
    const kept = await belongingsOf(house, iri, kind);
    response.type('text/csv').attachment(`${kind}.csv`).send(writeExport(kind, kept));
  });
};

const TOO_LARGE = said`This file is larger than ${LARGEST_FILE / MEGABYTE} MB. Split it and send the parts.`;

const form = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LARGEST_FILE, files: 1, fields: 4, fieldSize: 1000, parts: 6 },
}).single('file');

/** The file that a form brings; no bytes where it brings none. */
function receive(request: Request, response: Response): Promise<Uint8Array | 'too-large'> {
  return new Promise((resolve, reject) => {
    void form(request, response, (cause: unknown) => {
      if (cause instanceof multer.MulterError && cause.code === 'LIMIT_FILE_SIZE') resolve('too-large');
      else if (cause) reject(Object.assign(cause as Error, { status: 400 }));
      else resolve(request.file?.buffer ?? new Uint8Array());
    });
  });
}

function briefOf({ items, faults: _, ...run }: ImportRun): BroughtFile & Omit<ImportBrief, 'person'> {
  return { ...run, total: items.length };
}

async function previewIn({ house }: PagesParts, run: ImportRun) {
  const { added, already, removed } = await previewOf(house, run);
  const named = removed
    .slice(0, MOST_NAMED)
    .map(({ subject, list }) => (list === undefined ? subject : `${subject} (${list})`));
  return { added, already, removed: named, more: removed.length - named.length };
}
