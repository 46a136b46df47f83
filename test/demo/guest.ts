import type { ServerProcess } from '../support/server-process.ts';
import { Visitor } from '../support/visitor.ts';

/** A page as somebody got it, after being sent on. */
export interface SeenPage {
  readonly status: number;
  readonly path: string;
  readonly text: string;
}

/** Somebody at a browser without scripts, who goes where she is sent. */
export interface Guest {
  get(path: string): Promise<SeenPage>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<SeenPage>;
}

export function openGuest(server: Pick<ServerProcess, 'origin' | 'port'>): Guest {
  const visitor = new Visitor(server);
  async function get(path: string): Promise<SeenPage> {
    const answer = await visitor.get(path);
    const next = answer.headers.location;
    return next === undefined ? { status: answer.status, path, text: answer.text } : get(pathOf(String(next), path));
  }
  return {
    get,
    async post(path, fields) {
      const answer = await visitor.submit(path, fields);
      const next = answer.headers.location;
      return next === undefined ? { status: answer.status, path, text: answer.text } : get(pathOf(String(next), path));
    },
  };
}

function pathOf(location: string, from: string): string {
  const url = new URL(location, `http://here${from}`);
  return url.pathname + url.search;
}
