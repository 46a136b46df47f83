import { setTimeout as pass } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Focus } from '../../community/media.ts';
import { PICTURES, RECORDINGS, stateOf, type Upload } from '../../community/media.ts';
import { readNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { inEnglish } from '../../community/said.ts';
import { askedBy } from '../bearer.ts';
import { read, words } from '../bodies.ts';
import { uploadEntity } from '../entities/media.ts';
import { ApiError, notFound, refusalError } from '../errors.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';
import { createReceive } from '../receiving.ts';

/** So long an app waits for its picture before it is told to ask again. */
const WAIT_MS = 1500;
/** So long one that sends in the older way is made to wait: connections are kept open no longer. */
const LONGEST_WAIT_MS = 40_000;

/** `0.5,-0.2`: where one looks first, from −1 to 1. */
export const focusSaid = z.preprocess(
  (said) => (said === '' || said === null ? undefined : said),
  z
    .string()
    .regex(/^\s*-?\d*\.?\d+\s*,\s*-?\d*\.?\d+\s*$/, 'must be two numbers with a comma between them')
    .transform((text): Focus => {
      const [x = 0, y = 0] = text.split(',').map((part) => Math.max(-1, Math.min(1, Number(part))));
      return { x, y };
    })
    .optional(),
);

/** What an app says of a picture. A text that is too long is refused by the action, with its length. */
export const saidOfPicture = z.object({ description: words(100_000), focus: focusSaid });

/** What people send for their posts. */
export const mediaRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;
  const receive = createReceive(house.mediaFiles, {
    files: ['file'],
    most: 8,
    bytes: async () => ((await house.recordings.areTaken()) ? RECORDINGS.bytes : PICTURES.bytes),
  });

  /** Takes a file in; the picture is made afterwards. */
  async function upload(request: Request, response: Response): Promise<{ id: string; made: Promise<void> }> {
    const { iri } = askedBy(request, 'write:media');
    const path = (await receive(request, response, iri)).get('file');
    if (path === undefined) throw new ApiError(422, 'There is no file. Send one in the field “file”.');
    const said = saidOfPicture.safeParse(request.body ?? {});
    if (!said.success) {
      await house.mediaFiles.discard(path);
      throw said.error;
    }
    const begun = await actions.uploadPicture({ by: iri, path, ...present(said.data) });
    if (!begun.ok) throw refusalError(begun.refusal);
    return { id: begun.value.upload.id, made: begun.value.made };
  }

  router.post('/api/v2/media', async (request, response) => {
    const { id, made } = await upload(request, response);
    await Promise.race([made, pass(WAIT_MS, undefined, { ref: false })]);
    answer(parts, response, await ownUpload(parts, id, askedBy(request, 'write:media')), 202);
  });

  router.post('/api/v1/media', async (request, response) => {
    const { id, made } = await upload(request, response);
    // Older apps know of no waiting: a picture is there at once, a film in a moment, or it is asked for again.
    await Promise.race([made, pass(LONGEST_WAIT_MS, undefined, { ref: false })]);
    answer(parts, response, await ownUpload(parts, id, askedBy(request, 'write:media')), 202);
  });

  router.get('/api/v1/media/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:media');
    answer(parts, response, await ownUpload(parts, String(request.params.id), viewer), 206);
  });

  router.delete('/api/v1/media/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:media');
    const { id } = await ownUpload(parts, String(request.params.id), viewer);
    const done = await actions.takeUploadBack({ id, by: viewer.iri });
    if (!done.ok) throw refusalError(done.refusal);
    response.json({});
  });

  router.put('/api/v1/media/:id', async (request, response) => {
    const viewer = askedBy(request, 'write:media');
    const { id } = await ownUpload(parts, String(request.params.id), viewer);
    const done = await actions.describeUpload({ id, by: viewer.iri, ...present(read(request, saidOfPicture)) });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(uploadEntity(house, done.value));
  });
};

/** Somebody's own; anybody else's is not there for her. */
async function ownUpload({ house }: ApiParts, number: string, { iri }: Person): Promise<Upload> {
  const upload = readNumber(number) === null ? null : await house.uploads.get(number);
  if (upload === null || upload.by !== iri) throw notFound();
  return upload;
}

/** @param meanwhile the status that says that the picture is still being made */
function answer({ house }: ApiParts, response: Response, upload: Upload, meanwhile: number): void {
  const state = stateOf(upload);
  if (state === 'failed') throw new ApiError(422, inEnglish(upload.failed ?? 'Send the file again.'));
  response.status(state === 'ready' ? 200 : meanwhile).json(uploadEntity(house, upload));
}

/** What was said, without what was not. */
export const present = ({ description, focus }: z.output<typeof saidOfPicture>) => ({
  ...(description === undefined ? {} : { description }),
  ...(focus === undefined ? {} : { focus }),
});
