/**
 * "A Mastodon user elsewhere": a small server that is not Folkmoot, with Fedify's signatures, fetching and inbox.
 *   node test/peers/fedify/peer.ts --origin http://elsewhere.localhost:8083 --listen 127.0.0.1:8083 --user carol --user dave
 * Port 0 in both takes a free port. The first line on stdout says where it is: {"origin":…,"control":…}.
 * The control interface (/control/…) has no lock on it: listen on loopback only.
 */
import './localhost-names.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    origin: { type: 'string', default: 'http://elsewhere.localhost:8083' },
    listen: { type: 'string', default: '127.0.0.1:8083' },
    user: { type: 'string', multiple: true, default: ['carol'] },
    group: { type: 'string', multiple: true, default: [] },
    signatures: { type: 'string', default: 'draft-cavage' },
    verbose: { type: 'boolean', default: false },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});

if (values.verbose) {
  const { configure, getStreamSink } = await import('@logtape/logtape');
  const { Writable } = await import('node:stream');
  const stderr = Writable.toWeb(process.stderr) as WritableStream<Uint8Array>;
  const sinks = { stderr: getStreamSink(stderr) };
  await configure({
    sinks,
    loggers: [
      { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: ['stderr'] },
      { category: 'fedify', lowestLevel: 'debug', sinks: ['stderr'] },
    ],
  });
}

const [host = '127.0.0.1', port = '0'] = values.listen.split(':');
const server = createServer();
await new Promise<void>((resolve, reject) => server.once('error', reject).listen(Number(port), host, resolve));
const { port: boundPort } = server.address() as AddressInfo;

const origin = new URL(values.origin);
if (origin.port === '0') origin.port = String(boundPort);

const { openPeer } = await import('./state.ts');
const { buildFederation } = await import('./federation.ts');
const { answering } = await import('./listener.ts');
const peer = await openPeer(origin.origin, values.user, values.group);
const firstKnock = values.signatures === 'rfc9421' ? 'rfc9421' : 'draft-cavage-http-signatures-12';
server.on('request', answering(buildFederation(peer, firstKnock), peer));

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
if (values['until-stdin-ends']) process.stdin.resume().once('end', () => process.exit(0));
console.log(JSON.stringify({ origin: origin.origin, control: `http://${host}:${boundPort}/control` }));
