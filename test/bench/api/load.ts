import autocannon from 'autocannon';

/** So many apps ask at the same time, each as soon as it is answered. */
const CONNECTIONS = 16;

/** What came of asking for a while. */
export interface Loaded {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
}

/** Whom to ask for what. */
export interface LoadPlan {
  readonly port: number;
  readonly host: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Headers by which somebody is known, taken in turn: as many people ask. */
  readonly as: readonly Readonly<Record<string, string>>[];
  readonly body?: ((number: number) => unknown) | undefined;
  /** So many seconds, or so many requests. */
  readonly seconds?: number;
  readonly requests?: number;
  /** How many ask at the same time. */
  readonly connections?: number;
}

/** Asks as fast as is answered; throws when an answer is not 2xx. */
export async function load(plan: LoadPlan): Promise<Loaded> {
  const { port, host, method, path, as, body, seconds, requests = 1, connections = CONNECTIONS } = plan;
  let number = 0;
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: Math.min(connections, seconds === undefined ? requests : connections),
    ...(seconds === undefined ? { amount: requests, sampleInt: 50 } : { duration: seconds }),
    requests: [
      {
        method,
        path,
        setupRequest: (request) => {
          number += 1;
          return {
            ...request,
            headers: { Host: host, 'Content-Type': 'application/json', ...as[number % as.length] },
            ...(body === undefined ? {} : { body: JSON.stringify(body(number)) }),
          };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${method} ${path}: ${result.non2xx} answers were not 2xx, ${result.errors} requests failed`);
  }
  const { total } = result.requests;
  return { requests: total, perSecond: total / result.duration, median: result.latency.p50, p99: result.latency.p99 };
}
