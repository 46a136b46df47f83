import type { Request, RequestHandler, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { PersonIri } from '../community/ids.ts';
import { PICTURES } from '../community/media.ts';
import type { MediaFiles } from '../ports/media.ts';
import { unreadable } from './bodies.ts';
import { ApiError } from './errors.ts';

/** Where each file of a form lies now, by its field. */
export type Received = ReadonlyMap<string, string>;

/** Reads a form with files for somebody who has proved who she is. What names the files had there is never used. */
export type Receive = (request: Request, response: Response, by: PersonIri) => Promise<Received>;

/**
 * Forms that bring files: one in each of the fields named, and few other fields beside them. Of one person a few at a
 * time, because what comes in takes room.
 *
 * @param most how many other fields there may be
 * @param bytes how large a file may be
 */
export function createReceive(
  mediaFiles: Pick<MediaFiles, 'arriving'>,
  {
    files,
    most,
    bytes = async () => PICTURES.bytes,
  }: { readonly files: readonly string[]; readonly most: number; readonly bytes?: () => Promise<number> },
): Receive {
  const storage = multer.diskStorage({
    destination: (_request, _file, done) => {
      mediaFiles.arriving().then(
        (directory) => done(null, directory),
        (cause) => done(cause, ''),
      );
    },
  });
  const formOf = (fileSize: number) =>
    multer({
      storage,
      limits: {
        fileSize,
        files: files.length,
        fields: most,
        parts: most + files.length,
        fieldSize: 16 * 1024,
        fieldNameSize: 100,
        headerPairs: 20,
      },
    }).fields(files.map((name) => ({ name, maxCount: 1 })));
  const underWay = new Map<PersonIri, number>();
  const count = (by: PersonIri, more: number) => {
    const now = (underWay.get(by) ?? 0) + more;
    if (now === 0) underWay.delete(by);
    else underWay.set(by, now);
    return now;
  };

  return async (request, response, by) => {
    try {
      if (count(by, 1) > PICTURES.atOnce) {
        throw new ApiError(429, 'Several files of yours are still on their way. Wait for them, then send this one.');
      }
      const largest = await bytes();
      await through(formOf(largest), request, response).catch((cause: unknown) => {
        const isTooLarge = cause instanceof MulterError && cause.code === 'LIMIT_FILE_SIZE';
        throw isTooLarge ? new ApiError(422, tooLarge(largest)) : cause;
      });
      return filesIn(request);
    } finally {
      count(by, -1);
    }
  };
}

const tooLarge = (bytes: number): string =>
  `This file is too large: at most ${bytes / 1024 / 1024} MB are taken. Make it smaller.`;

const through = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void handler(request, response, (cause?: unknown) => (cause === undefined ? resolve() : reject(unreadable(cause))));
  });

function filesIn({ files = {} }: Request): Received {
  const fields = files as Readonly<Record<string, readonly Express.Multer.File[]>>;
  return new Map(Object.entries(fields).flatMap(([name, [file]]) => (file === undefined ? [] : [[name, file.path]])));
}
