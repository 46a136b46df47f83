import sharp from 'sharp';
import type { ApiClient, Json, Said } from './api-client.ts';

/** A picture of one colour, as a phone would send it: a JPEG, unless said otherwise. Edges are in pixels. */
export const picture = ({ width = 900, height = 600, background = '#c06030' } = {}) =>
  sharp({ create: { width, height, channels: 3, background } });

/** A form with one file. */
export function formWith(
  content: Uint8Array,
  { name = 'photo.jpg', type = 'image/jpeg', fields = {} as Readonly<Record<string, string>> } = {},
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([Uint8Array.from(content)], { type }), name);
  return form;
}

/** Sends a file for a post. */
export const sendFile = (
  client: ApiClient,
  content: Uint8Array,
  how?: Parameters<typeof formWith>[1] & { readonly edition?: 'v1' | 'v2' },
): Promise<Said> => client.multipart(`/api/${how?.edition ?? 'v1'}/media`, formWith(content, how));

/** A picture that somebody has sent, as her app knows it. */
export async function sent(client: ApiClient, fields: Readonly<Record<string, string>> = {}): Promise<Json> {
  const answer = await sendFile(client, await picture().jpeg().toBuffer(), { fields });
  if (answer.status !== 200) throw new Error(`the picture was not taken: ${answer.status} ${answer.text}`);
  return answer.json;
}

/** What a server sends for a path, byte for byte. */
export async function bytesAt(port: number, path: string, init: RequestInit = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
