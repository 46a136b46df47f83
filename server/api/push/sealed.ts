import type { PushSubscription } from '../../ports/push.ts';

/** By what this server proves to push services that it is the one that an app subscribed to (VAPID, RFC 8292). */
export interface Vapid {
  readonly publicKey: string;
  readonly privateKey: string;
  /** Where whoever runs a push service finds who runs this server. */
  readonly subject: string;
}

/** A message on its way to a push service. */
export interface PushRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A phone that is off for longer is not told: what it would be told of has passed. */
const KEPT_BY_THE_SERVICE_S = 24 * 60 * 60;

/** What the client sets by itself. */
const OWN = new Set(['content-length']);

/**
 * Seals a text for a subscription (RFC 8291, or its fourth draft), and signs for who sends it. Only the app can read
 * it: the push service sees its length, when it came, and from which server.
 */
export async function sealedFor(
  { address: { endpoint, p256dh, auth }, standard }: PushSubscription,
  text: string,
  vapid: Vapid,
): Promise<PushRequest> {
  // Loaded with the first message: most processes never send one.
  const { default: webPush } = await import('web-push');
  const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
    vapidDetails: vapid,
    TTL: KEPT_BY_THE_SERVICE_S,
    contentEncoding: standard ? 'aes128gcm' : 'aesgcm',
    urgency: 'normal',
  });
  const headers = Object.entries(details.headers as Readonly<Record<string, unknown>>);
  return {
    url: details.endpoint,
    headers: Object.fromEntries(
      headers.map(([name, value]) => [name.toLowerCase(), String(value)] as const).filter(([name]) => !OWN.has(name)),
    ),
    body: details.body as Buffer,
  };
}
