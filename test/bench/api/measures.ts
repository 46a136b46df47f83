import type { BareRoute } from './bare.ts';
import type { ApiVillage } from './village.ts';

export const API_MEASURES = ['home', 'thread', 'public', 'notifications', 'post', 'vote'] as const;
export type ApiMeasure = (typeof API_MEASURES)[number];

/** One thing that an app asks for, and what a bare route reads or writes in its place. */
export interface Asked {
  readonly what: ApiMeasure;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What the number-th request sends. */
  readonly body?: (number: number) => unknown;
  readonly bare: Pick<BareRoute, 'collection' | 'read'>;
  /** Whether the answer is what was meant to be measured. */
  readonly isRight: (answer: unknown) => boolean;
}

const NEWEST = { receivedAt: -1, _id: -1 } as const;
const PAGE = 20;
const NOTIFICATIONS = 40;

const isListOf = (least: number) => (answer: unknown) => Array.isArray(answer) && answer.length >= least;

/** What is measured, at a village with so many answers in its long thread. */
export function askedOf(
  { community, reader, threadRoot, threadNumber, pollNumber }: ApiVillage,
  { answers }: { readonly answers: number },
): Readonly<Record<ApiMeasure, Asked>> {
  const posts = (filter: object, sort: Readonly<Record<string, 1 | -1>>, limit: number) => ({
    collection: 'posts',
    read: { filter, sort, limit },
  });
  return {
    home: {
      what: 'home',
      method: 'GET',
      path: `/api/v1/timelines/home?limit=${PAGE}`,
      bare: posts({ community }, NEWEST, PAGE),
      isRight: isListOf(PAGE),
    },
    thread: {
      what: 'thread',
      method: 'GET',
      path: `/api/v1/statuses/${threadNumber}/context`,
      bare: posts({ thread: threadRoot }, { receivedAt: 1, _id: 1 }, answers + 1),
      isRight: (answer) => isListOf(answers)((answer as { readonly descendants?: unknown }).descendants),
    },
    public: {
      what: 'public',
      method: 'GET',
      path: `/api/v1/timelines/public?limit=${PAGE}`,
      bare: posts({}, NEWEST, PAGE),
      isRight: isListOf(PAGE),
    },
    notifications: {
      what: 'notifications',
      method: 'GET',
      path: `/api/v1/notifications?limit=${NOTIFICATIONS}`,
      bare: {
        collection: 'reactions',
        read: { filter: { author: reader, kind: 'like' }, sort: { at: -1 }, limit: NOTIFICATIONS },
      },
      isRight: isListOf(1),
    },
    post: {
      what: 'post',
      method: 'POST',
      path: '/api/v1/statuses',
      body: (number) => ({ status: `What happened in week ${number}: the second press stood still.` }),
      bare: { collection: 'posts' },
      isRight: (answer) => typeof (answer as { readonly id?: unknown }).id === 'string',
    },
    vote: {
      what: 'vote',
      method: 'POST',
      path: `/api/v1/polls/${pollNumber}/votes`,
      body: (number) => ({ choices: [number % 2] }),
      bare: { collection: 'ballots' },
      isRight: (answer) => (answer as { readonly voted?: unknown }).voted === true,
    },
  };
}
