import { ROUTES } from '../../server/pages/routes.ts';
import type { RunningServer } from './running-server.ts';

/** Somewhere that a page answers. */
export interface Route {
  readonly method: 'get' | 'post';
  /** With its parameters: `/communities/:handle/cases/:id`. */
  readonly path: string;
}

/** Every route that pages have, asked of the pages themselves: whoever adds one need not think of the tests. */
export function routesOf({ house, actions }: RunningServer): readonly Route[] {
  const found: Route[] = [];
  const router = {
    get: (path: string) => found.push({ method: 'get', path }),
    post: (path: string) => found.push({ method: 'post', path }),
    use() {},
  };
  for (const routes of ROUTES) routes({ house, actions } as never, router as never);
  return found;
}

/** The names of what routes name, by the last fixed part before them: `proposals` → `P-1`. */
export type Names = Readonly<Record<string, string>>;

/** A path with its parameters filled in. */
export function filledIn(path: string, names: Names): string {
  const parts = path.split('/');
  return parts.map((part, at) => (part.startsWith(':') ? (names[parts[at - 1] ?? ''] ?? 'x') : part)).join('/');
}
