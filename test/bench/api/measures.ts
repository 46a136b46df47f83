import type { Asked } from '../support/beside-bare.ts';
import type { ApiVillage } from './village.ts';

export const API_MEASURES = ['home', 'thread', 'public', 'notifications', 'post', 'vote'] as const;
export type ApiMeasure = (typeof API_MEASURES)[number];

const NEWEST = { receivedAt: -1, _id: -1 } as const;
const PAGE = 20;
const NOTIFICATIONS = 40;

/** An answer, as its JSON says it. */
const saying = (isRight: (answer: unknown) => boolean) => (text: string) => isRight(JSON.parse(text));
const isList = (answer: unknown, least: number) => Array.isArray(answer) && answer.length >= least;
const isListOf = (least: number) => saying((answer) => isList(answer, least));
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** What is measured, at a village with so many answers in its long thread. */
export function askedOf(
  { community, reader, threadRoot, threadNumber, pollNumber, tokens }: ApiVillage,
  { answers }: { readonly answers: number },
): { readonly [What in ApiMeasure]: Asked<What> } {
  const posts = (filter: object, sort: Readonly<Record<string, 1 | -1>>, limit: number) => ({
    collection: 'posts',
    read: { filter, sort, limit },
  });
  // What is written is written by many; what is read is one person's.
  const many = tokens.map(bearer);
  const as = many.slice(0, 1);
  return {
    home: {
      what: 'home',
      method: 'GET',
      path: `/api/v1/timelines/home?limit=${PAGE}`,
      bare: posts({ community }, NEWEST, PAGE),
      isRight: isListOf(PAGE),
      as,
    },
    thread: {
      what: 'thread',
      method: 'GET',
      path: `/api/v1/statuses/${threadNumber}/context`,
      bare: posts({ thread: threadRoot }, { receivedAt: 1, _id: 1 }, answers + 1),
      isRight: saying((answer) => isList((answer as { readonly descendants?: unknown }).descendants, answers)),
      as,
    },
    public: {
      what: 'public',
      method: 'GET',
      path: `/api/v1/timelines/public?limit=${PAGE}`,
      bare: posts({}, NEWEST, PAGE),
      isRight: isListOf(PAGE),
      as,
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
      as,
    },
    post: {
      what: 'post',
      method: 'POST',
      path: '/api/v1/statuses',
      body: (number) => ({ status: `What happened in week ${number}: the second press stood still.` }),
      bare: { collection: 'posts' },
      isRight: saying((answer) => typeof (answer as { readonly id?: unknown }).id === 'string'),
      as: many,
    },
    vote: {
      what: 'vote',
      method: 'POST',
      path: `/api/v1/polls/${pollNumber}/votes`,
      body: (number) => ({ choices: [number % 2] }),
      bare: { collection: 'ballots' },
      isRight: saying((answer) => (answer as { readonly voted?: unknown }).voted === true),
      as: many,
    },
  };
}
