// Folkmoot: voice.mjs, built from its sources by “npm run verifiers”. AGPL-3.0-or-later.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);

// server/governance/secret/crypto/bytes.ts
var random = (length) => crypto.getRandomValues(new Uint8Array(length));
var utf8 = (text) => new TextEncoder().encode(text);
function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
var toHex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
function toBase64Url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
function fromBase64Url(text, length) {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  if (length !== void 0 && bytes.length !== length) return null;
  return toBase64Url(bytes) === text ? bytes : null;
}
var fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
var toNumber = (bytes) => bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
function fromNumber(number, length) {
  const hex = number.toString(16).padStart(2 * length, "0");
  if (hex.length !== 2 * length) throw new RangeError("the number does not fit");
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}
var digestOf = async (hash, bytes) => new Uint8Array(await crypto.subtle.digest(hash, bytes));

// server/governance/secret/crypto/blind-rsa.ts
var PREFIX_BYTES = 32;
var SALT_BYTES = 48;
var HASH_BYTES = 48;
var PSS = { name: "RSA-PSS", hash: "SHA-384" };
var importIssuer = (spki) => crypto.subtle.importKey("spki", fromBase64(spki), PSS, true, ["verify"]);
async function readIssuer(spki) {
  const key = await importIssuer(spki);
  const { n = "", e = "" } = await crypto.subtle.exportKey("jwk", key);
  const numberOf = (text) => toNumber(fromBase64(text.replaceAll("-", "+").replaceAll("_", "/")));
  const modulus = numberOf(n);
  const bits = modulus.toString(2).length;
  return { n: modulus, e: numberOf(e), bits, size: Math.ceil(bits / 8), key };
}
var prepare = (prefix, message) => concat(prefix, message);
async function blind({ n, e, bits, size }, prepared, { salt, r }) {
  const m = toNumber(await encodePss(prepared, salt, bits - 1));
  const inverse = inverseOf(r, n);
  if (inverse === null || inverseOf(m, n) === null) throw new RangeError("the number has a divisor in common with n");
  return { blinded: fromNumber(m * power(r, e, n) % n, size), inverse };
}
async function finalise(issuer, prepared, { signature, inverse }) {
  const { n, size } = issuer;
  if (signature.length !== size) return null;
  const clear = fromNumber(toNumber(signature) * inverse % n, size);
  return await verifyPaper(issuer, prepared, clear) ? clear : null;
}
async function verifyPaper({ key, size }, prepared, signature) {
  if (signature.length !== size) return false;
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength: SALT_BYTES }, key, signature, prepared);
}
function blindingNumber({ n, size }, random2) {
  for (; ; ) {
    const r = toNumber(random2(size));
    if (r > 0n && r < n && inverseOf(r, n) !== null) return r;
  }
}
async function encodePss(message, salt, bits) {
  const size = Math.ceil(bits / 8);
  const hash = await digestOf("SHA-384", message);
  const h = await digestOf("SHA-384", concat(new Uint8Array(8), hash, salt));
  const padding = new Uint8Array(size - salt.length - HASH_BYTES - 2);
  const data = concat(padding, new Uint8Array([1]), salt);
  const mask = await maskOf(h, data.length);
  const masked = data.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & 255 >> 8 * size - bits;
  return concat(masked, h, new Uint8Array([188]));
}
async function maskOf(seed, length) {
  const parts = [];
  for (let counter = 0; parts.length * HASH_BYTES < length; counter += 1) {
    parts.push(await digestOf("SHA-384", concat(seed, fromNumber(BigInt(counter), 4))));
  }
  return concat(...parts).slice(0, length);
}
function power(base, exponent, modulus) {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = result * square % modulus;
    square = square * square % modulus;
  }
  return result;
}
function inverseOf(number, modulus) {
  let [a, b] = [modulus, number % modulus];
  let [x, y] = [0n, 1n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? (x % modulus + modulus) % modulus : null;
}

// server/governance/secret/crypto/keys.ts
var POINT_BYTES = 65;
var NUMBER_BYTES = 32;
function usesOf(use, half) {
  if (use === "ECDH") return half === "public" ? [] : ["deriveBits"];
  return half === "public" ? ["verify"] : ["sign"];
}
async function makeKeys(use) {
  const uses = use === "ECDH" ? ["deriveBits"] : ["sign", "verify"];
  const pair = await crypto.subtle.generateKey({ name: use, namedCurve: "P-256" }, true, uses);
  if (!("publicKey" in pair)) throw new Error("there is one key instead of two");
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const { d = "" } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return { publicKey: toBase64Url(point), privateKey: d };
}
async function readPrivate(use, { publicKey, privateKey }) {
  const point = fromBase64Url(publicKey, POINT_BYTES);
  if (point === null || fromBase64Url(privateKey, NUMBER_BYTES) === null) return null;
  const [x, y] = [toBase64Url(point.slice(1, 33)), toBase64Url(point.slice(33))];
  const key = { kty: "EC", crv: "P-256", d: privateKey, x, y, ext: true };
  const algorithm = { name: use, namedCurve: "P-256" };
  return crypto.subtle.importKey("jwk", key, algorithm, false, usesOf(use, "private")).catch(() => null);
}
var SIGNING = { name: "ECDSA", hash: "SHA-256" };
async function signText(pair, text) {
  const key = await readPrivate("ECDSA", pair);
  if (key === null) throw new Error("the private key cannot be read");
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(SIGNING, key, text)));
}

// server/governance/secret/crypto/sealing.ts
var KEY_BYTES = 32;
var TAG_BYTES = 16;
var SHARE_BYTES = KEY_BYTES + TAG_BYTES;
var IV = new Uint8Array(12);

// server/governance/secret/crypto/ballots.ts
var paperMessage = ({ community, proposal }, token) => utf8(`folkmoot/paper/1
${community}
${proposal}
${token}`);
async function draftPaper(vote, issuer, random2) {
  const token = await makeKeys("ECDSA");
  const prefix = random2(PREFIX_BYTES);
  const prepared = prepare(prefix, paperMessage(vote, token.publicKey));
  const how = { salt: random2(SALT_BYTES), r: blindingNumber(issuer, random2) };
  const { blinded, inverse } = await blind(issuer, prepared, how);
  return { token, prefix: toBase64Url(prefix), blinded: toBase64Url(blinded), inverse: inverse.toString(16) };
}
async function finishPaper(vote, issuer, draft, answer) {
  const { token, prefix } = draft;
  const signature = fromBase64Url(answer);
  const prefixBytes = fromBase64Url(prefix);
  if (signature === null || prefixBytes === null) return null;
  const prepared = prepare(prefixBytes, paperMessage(vote, token.publicKey));
  const clear = await finalise(issuer, prepared, { signature, inverse: BigInt(`0x${draft.inverse}`) });
  return clear === null ? null : { token, prefix, paper: toBase64Url(clear) };
}

// server/governance/voices/said.ts
var matterOfToken = (community, organisation, epoch) => ({
  community,
  proposal: `voice ${organisation} ${epoch}`
});
var textOfSaid = ({ community, token, text, inReplyTo, number }) => utf8(JSON.stringify(["folkmoot/voice/1", community, token, inReplyTo ?? null, number, text]));
var textOfContested = ({ community, token, case: id, words }) => utf8(JSON.stringify(["folkmoot/voice-appeal/1", community, token, id, words]));

// server/governance/voices/holder.ts
var matterOf = ({ community, organisation, epoch }) => matterOfToken(community, organisation, epoch);
async function beginToken(about, random2) {
  const { community, organisation, epoch, blindKey } = about;
  const draft = await draftPaper(matterOf(about), await readIssuer(blindKey), random2);
  return { community, organisation, epoch, blindKey, draft };
}
async function finishToken({ draft, ...about }, answer) {
  if (draft === void 0) return null;
  const paper = await finishPaper(matterOf(about), await readIssuer(about.blindKey), draft, answer.trim());
  return paper === null ? null : { ...about, paper };
}
function redeemFields({ organisation, epoch, paper }) {
  if (paper === void 0) throw new Error("there is no token yet");
  return { organisation, epoch, token: paper.token.publicKey, prefix: paper.prefix, paper: paper.paper };
}
async function saidFields({ community, paper }, { text, inReplyTo }, random2) {
  if (paper === void 0) throw new Error("there is no token yet");
  const said = { community, token: paper.token.publicKey, text, inReplyTo, number: toHex(random2(8)) };
  const signature = await signText(paper.token, textOfSaid(said));
  return { token: said.token, text, number: said.number, inReplyTo: inReplyTo ?? "", signature };
}
async function appealFields({ community, paper }, { case: id, words }) {
  if (paper === void 0) throw new Error("there is no token yet");
  const token = paper.token.publicKey;
  const signature = await signText(paper.token, textOfContested({ community, token, case: id, words }));
  return { token, case: id, words, signature };
}

// server/verifiers/command.ts
import { existsSync, readFileSync, writeFileSync } from "node:fs";
var Stop = class extends Error {
};
var say = (text) => void process.stdout.write(`${text}
`);
var keptAs = (what) => ({
  fileOf: (address) => `${what}-${new URL(address).pathname.split("/").filter(Boolean).join("-")}.json`,
  read: (file) => existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null,
  keep: (file, kept) => writeFileSync(file, `${JSON.stringify(kept, null, 2)}
`, { mode: 384 })
});
async function ask(address, fields) {
  const how = fields === void 0 ? {} : { method: "POST", body: new URLSearchParams(fields) };
  const response = await fetch(address, { ...how, headers: { Accept: "application/json" } });
  const answer = await response.json();
  if (!response.ok) throw new Stop(String(answer.text ?? `The server answered ${response.status}.`));
  return answer;
}
async function run(usage, does) {
  const words = process.argv.slice(2);
  if (words[0] === "--help" || words[0] === "-h") {
    process.stdout.write(usage);
    return 0;
  }
  const doing = does(words);
  if (doing === void 0) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    await doing;
    return 0;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    process.stderr.write(`${cause.message}
`);
    return 1;
  }
}

// server/verifiers/voice.ts
var USAGE = `Speaks in a community without a name, and without a browser. Your voice stays in a file: whoever has it can speak with it.

  node voice.mjs token ADDRESS ORGANISATION CODE   gets your token (ADDRESS: the voice page; CODE: from your organisation)
  node voice.mjs redeem ADDRESS                    spends it: your voice speaks some hours later
  node voice.mjs say ADDRESS TEXT [POST]           says something; POST: the address of the post it answers
  node voice.mjs appeal ADDRESS CASE WHY           asks that a jury looks again at what was decided about it (CASE: C-1)

Example:
  $ node voice.mjs token https://north.example/communities/guild/voice works.example 4f9c-1d20-…
  $ node voice.mjs redeem https://north.example/communities/guild/voice
  $ node voice.mjs say https://north.example/communities/guild/voice "The new process costs us two days a week."

Wait between the first and the second, a day or more: who comes for a token and spends it at once can be found by the time.
Exit code 0: done. 1: it was refused, and says why. 2: this help.
`;
var { fileOf, read, keep } = keptAs("voice");
async function getToken(address, organisation, code) {
  const file = fileOf(address);
  const setup = await ask(`${address}/setup.json`);
  const issuer = setup.issuers.find((one) => one.organisation === organisation);
  const blindKey = issuer?.epochs.find(({ epoch }) => epoch === setup.epoch)?.blindKey;
  if (issuer === void 0) throw new Stop(`This community takes no tokens of ${organisation}.`);
  if (blindKey === void 0) throw new Stop(`What ${organisation} issues now is not known there yet. Try in an hour.`);
  const before = read(file);
  const isThis = before?.organisation === organisation && before.epoch === setup.epoch;
  if (before?.paper !== void 0 && isThis) throw new Stop(`Your token is in ${file} already. Redeem it.`);
  const about = { community: setup.community, organisation, epoch: setup.epoch, blindKey };
  const begun = isThis && before?.draft !== void 0 ? before : await beginToken(about, random);
  keep(file, begun);
  const { signature } = await ask(`${issuer.url}/token`, {
    code,
    epoch: setup.epoch,
    blinded: begun.draft?.blinded ?? ""
  });
  const holding = await finishToken(begun, String(signature));
  if (holding === null) throw new Stop("What the issuer sent is no token. Tell others.");
  keep(file, holding);
  say(`Your token is in ${file}. Nobody can tell any more that it is yours. Wait a day or more before you redeem it.`);
}
function held(address) {
  const holding = read(fileOf(address));
  if (holding?.paper === void 0)
    throw new Stop("Get your token first: node voice.mjs token ADDRESS ORGANISATION CODE");
  return holding;
}
async function redeem(address) {
  const { name, speaksFrom } = await ask(`${address}/redeem`, redeemFields(held(address)));
  say(`You are ${name}. You can speak from ${speaksFrom} on.`);
}
async function speak(address, text, inReplyTo) {
  const { page, standing } = await ask(
    `${address}/speak`,
    await saidFields(held(address), { text, inReplyTo }, random)
  );
  const seen = standing === "held" ? "A rule holds it for now: somebody looks at it first." : "It is there.";
  say(`${seen} ${new URL(String(page), address).href}`);
}
async function appeal(address, id, words) {
  const { page } = await ask(`${address}/appeal`, await appealFields(held(address), { case: id, words }));
  say(`Your appeal is written down. What becomes of it: ${new URL(String(page), address).href}`);
}
process.exitCode = await run(USAGE, ([what, address = "", word = "", more]) => {
  if (what === "token" && more !== void 0) return getToken(address, word, more);
  if (what === "redeem" && address !== "") return redeem(address);
  if (what === "appeal" && more !== void 0) return appeal(address, word, more);
  return what === "say" && word !== "" ? speak(address, word, more) : void 0;
});
