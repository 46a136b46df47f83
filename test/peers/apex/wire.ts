import type { Json } from '../fedify/wire.ts';

/** What an activity handed to a user's outbox became: the package's own answer. */
export type Done = {
  /** 201 when the package took it; 400 where it knows no such thing to do. */
  status: number;
  text: string;
  /** The id that the package gave the activity. */
  activity: string;
  /** The id of what it created, or is about. */
  object: string;
};

/** One activity that came to an inbox, and the package's answer. */
export type Arrived = { path: string; type: string; id: string; status: number };

/** One delivery that was tried. The package asks neither for the sense of an answer below 500 nor a second time. */
export type Delivery = { inbox: string; status: number };

export type Health = {
  ok: true;
  arrived: Arrived[];
  deliveries: Delivery[];
  /** What the package complained of. */
  complaints: string[];
};

/** How somebody signs: for requests that the package itself would not send. */
export type Key = { keyId: string; privateKeyPem: string };

export type { Json };
