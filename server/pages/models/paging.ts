import type { Request } from 'express';
import type { Post } from '../../community/post.ts';
import type { Page } from '../../ports/posts.ts';
import { query } from '../governed.ts';

const PER_PAGE = 20;

/** The page that was asked for: from before a time, or the first. */
export interface PageAsked {
  readonly before?: Date;
}

/** `?before=2026-05-03T10:00:00.000Z`; anything else asks for the first page. */
export function pageAsked(request: Request): PageAsked {
  const text = query(request, 'before') ?? '';
  const before = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text) ? new Date(text) : null;
  return before === null || Number.isNaN(before.getTime()) ? {} : { before };
}

/** Asks for one post more than is shown: whether it came says whether there is an older page. */
export function pageOf(
  { before }: PageAsked,
  path: string,
): {
  readonly query: Page;
  readonly cut: (found: readonly Post[]) => {
    readonly shown: readonly Post[];
    readonly older?: string;
    readonly newer?: string;
  };
} {
  return {
    query: { limit: PER_PAGE + 1, ...(before === undefined ? {} : { before }) },
    cut(found) {
      const shown = found.slice(0, PER_PAGE);
      const last = found.length > PER_PAGE ? shown.at(-1) : undefined;
      return {
        shown,
        ...(last === undefined ? {} : { older: `${path}?before=${last.receivedAt.toISOString()}` }),
        ...(before === undefined ? {} : { newer: path }),
      };
    },
  };
}
