import type { IncomingMessage } from 'node:http';

/**
 * The exact bytes of a request, up to a cap; of what is announced or turns out to be larger nothing is kept. Whoever
 * answers `too-large` closes the connection, or the rest would be read as long as it comes.
 */
export function readRawBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | 'too-large' | 'aborted'> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    request.resume();
    return Promise.resolve('too-large');
  }
  if (request.destroyed) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve('too-large');
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => resolve('aborted'));
    request.on('aborted', () => resolve('aborted'));
  });
}
