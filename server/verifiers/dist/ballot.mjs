// Folkmoot: ballot.mjs, built from its sources by “npm run verifiers”. AGPL-3.0-or-later.
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
function fromNumber(number2, length) {
  const hex = number2.toString(16).padStart(2 * length, "0");
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
function inverseOf(number2, modulus) {
  let [a, b] = [modulus, number2 % modulus];
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
async function readPublic(use, publicKey) {
  const point = fromBase64Url(publicKey, POINT_BYTES);
  if (point?.[0] !== 4) return null;
  const algorithm2 = { name: use, namedCurve: "P-256" };
  return crypto.subtle.importKey("raw", point, algorithm2, true, usesOf(use, "public")).catch(() => null);
}
async function readPrivate(use, { publicKey, privateKey }) {
  const point = fromBase64Url(publicKey, POINT_BYTES);
  if (point === null || fromBase64Url(privateKey, NUMBER_BYTES) === null) return null;
  const [x, y] = [toBase64Url(point.slice(1, 33)), toBase64Url(point.slice(33))];
  const key = { kty: "EC", crv: "P-256", d: privateKey, x, y, ext: true };
  const algorithm2 = { name: use, namedCurve: "P-256" };
  return crypto.subtle.importKey("jwk", key, algorithm2, false, usesOf(use, "private")).catch(() => null);
}
var SIGNING = { name: "ECDSA", hash: "SHA-256" };
async function signText(pair, text) {
  const key = await readPrivate("ECDSA", pair);
  if (key === null) throw new Error("the private key cannot be read");
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(SIGNING, key, text)));
}
async function agree(own, other) {
  const [mine, theirs] = await Promise.all([readPrivate("ECDH", own), readPublic("ECDH", other)]);
  if (mine === null || theirs === null) return null;
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256));
}

// server/governance/secret/crypto/shamir.ts
function split(secret, { threshold, count }, random2) {
  if (threshold < 1 || count < threshold || count > 255) throw new RangeError(`no ${threshold} of ${count}`);
  const coefficients = [secret, ...Array.from({ length: threshold - 1 }, () => random2(secret.length))];
  return Array.from({ length: count }, (_, index) => {
    const at = index + 1;
    const bytes = secret.map(
      (_byte, place) => (
        // Horner’s way, from the highest coefficient down.
        coefficients.reduceRight((value, coefficient) => times(value, at) ^ (coefficient[place] ?? 0), 0)
      )
    );
    return { at, bytes };
  });
}
function times(one, other) {
  let product = 0;
  let shifted = one;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= shifted & -(other >> bit & 1);
    shifted = (shifted << 1 ^ 283 & -(shifted >> 7)) & 255;
  }
  return product;
}

// server/governance/secret/crypto/sealing.ts
var KEY_BYTES = 32;
var TAG_BYTES = 16;
var SHARE_BYTES = KEY_BYTES + TAG_BYTES;
var IV = new Uint8Array(12);
async function seal(choice, to, random2) {
  const key = random2(KEY_BYTES);
  const passing = await makeKeys("ECDH");
  const shares = split(key, { threshold: to.threshold, count: to.tellers.length }, random2);
  const sealedShares = await Promise.all(
    shares.map(async ({ at, bytes }) => {
      const under = await shareKey(passing, to, at);
      if (under === null) throw new Error(`teller ${at} has no key that can be used`);
      return encrypt(under, bytes, to.context);
    })
  );
  const inside = concat(number(passing.privateKey), padded(choice, to.length));
  const body = await encrypt(key, inside, to.context);
  const point = fromBase64Url(passing.publicKey) ?? new Uint8Array();
  return toBase64Url(concat(point, await commitment(key, to.context), body, ...sealedShares));
}
async function shareKey(passing, to, at) {
  const secret = await agree(passing, to.tellers[at - 1] ?? "");
  return secret && stretched(secret, passing.publicKey, to, at);
}
async function stretched(secret, point, { tellers, context }, at) {
  const from = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const info = utf8(`folkmoot/share/1
${context}
${at}`);
  const salt = utf8(`${point}
${tellers[at - 1]}`);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, from, 256));
}
var commitment = (key, context) => digestOf("SHA-256", concat(utf8(`folkmoot/key/1
${context}
`), key));
var aes = (key, use) => crypto.subtle.importKey("raw", key, "AES-GCM", false, [use]);
var algorithm = (context) => ({ name: "AES-GCM", iv: IV, additionalData: utf8(context) });
async function encrypt(key, text, context) {
  return new Uint8Array(await crypto.subtle.encrypt(algorithm(context), await aes(key, "encrypt"), text));
}
function number(privateKey) {
  const bytes = fromBase64Url(privateKey, KEY_BYTES);
  if (bytes === null) throw new Error("the passing key has another length");
  return bytes;
}
var LENGTH_BYTES = 2;
function padded(text, length) {
  const bytes = utf8(text);
  if (bytes.length > length - LENGTH_BYTES) throw new RangeError("the choice is longer than any choice of this vote");
  const whole = new Uint8Array(length);
  whole.set([bytes.length >> 8, bytes.length & 255]);
  whole.set(bytes, LENGTH_BYTES);
  return whole;
}

// server/governance/secret/crypto/ballots.ts
var paperMessage = ({ community, proposal }, token) => utf8(`folkmoot/paper/1
${community}
${proposal}
${token}`);
async function draftPaper(vote2, issuer, random2) {
  const token = await makeKeys("ECDSA");
  const prefix = random2(PREFIX_BYTES);
  const prepared = prepare(prefix, paperMessage(vote2, token.publicKey));
  const how = { salt: random2(SALT_BYTES), r: blindingNumber(issuer, random2) };
  const { blinded, inverse } = await blind(issuer, prepared, how);
  return { token, prefix: toBase64Url(prefix), blinded: toBase64Url(blinded), inverse: inverse.toString(16) };
}
async function finishPaper(vote2, issuer, draft, answer) {
  const { token, prefix } = draft;
  const signature = fromBase64Url(answer);
  const prefixBytes = fromBase64Url(prefix);
  if (signature === null || prefixBytes === null) return null;
  const prepared = prepare(prefixBytes, paperMessage(vote2, token.publicKey));
  const clear = await finalise(issuer, prepared, { signature, inverse: BigInt(`0x${draft.inverse}`) });
  return clear === null ? null : { token, prefix, paper: toBase64Url(clear) };
}
var textOf = ({ community, proposal }, { token, turn, prefix, paper, sealed }) => utf8(["folkmoot/ballot/1", community, proposal, token, turn, prefix, paper, sealed].join("\n"));
var leafOf = async (vote2, ballot) => toHex(await digestOf("SHA-256", textOf(vote2, ballot)));
var contextOf = ({ community, proposal }, token) => `${community}
${proposal}
${token}`;
async function signBallot(vote2, { token, prefix, paper }, { turn, sealed }) {
  const ballot = { token: token.publicKey, turn, prefix, paper, sealed };
  return { ...ballot, signature: await signText(token, textOf(vote2, ballot)) };
}

// server/governance/secret/crypto/choice.ts
var MISTAKES = {
  choose: "Choose first; abstaining is a choice too.",
  numbers: "Give numbers: 1, 2, 3 and so on.",
  once: "Give each number once: nobody can be equal to another here."
};
function mistakeIn(choice, options) {
  if (choice === "") return MISTAKES.choose;
  if (choice === "abstain") return null;
  if (options.length === 0) return ["yes", "no"].includes(choice) ? null : "Vote yes, no or abstain.";
  const named = choice.split(">");
  if (named.some((one) => !options.includes(one)))
    return `Put these in order, “>” between them: ${options.join(", ")}.`;
  return new Set(named).size === named.length ? null : "Name each of them once.";
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

// server/verifiers/ballot.ts
var USAGE = `Votes secretly without a browser. Your ballot paper stays in a file; keep it until you have checked your receipt.

  node ballot.mjs paper ADDRESS CODE      gets your ballot paper (ADDRESS: the page of the vote; CODE: from that page)
  node ballot.mjs vote ADDRESS CHOICE     votes: yes, no, abstain; or in order, best first: "N-2>N-1"
  node ballot.mjs teller-key              for tellers: makes a key; give its publicKey before, its privateKey after the vote

Example:
  $ node ballot.mjs paper https://north.example/communities/guild/proposals/P-7/secret 4f9c…
  $ node ballot.mjs vote https://north.example/communities/guild/proposals/P-7/secret yes

Exit code 0: done. 1: it was refused, and says why. 2: this help.
`;
var { fileOf, read, keep } = keptAs("ballot");
async function getPaper(address, code) {
  const file = fileOf(address);
  const before = read(file);
  if (before?.paper !== void 0) throw new Stop(`You have your paper already, in ${file}. Vote with it.`);
  const setup = before?.setup ?? await ask(`${address}/setup`, { code });
  const issuer = await readIssuer(setup.issuer);
  const draft = before?.draft ?? await draftPaper(setup, issuer, random);
  keep(file, { setup, draft });
  const { signature } = await ask(`${address}/paper-by-code`, { code, blinded: draft.blinded });
  const paper = await finishPaper(setup, issuer, draft, String(signature));
  if (paper === null) throw new Stop("What the server sent is no ballot paper of this vote. Tell others.");
  keep(file, { setup, paper });
  say(`Your ballot paper is in ${file}. Nobody can tell any more that it is yours. You need not vote at once.`);
}
async function vote(address, choice) {
  const file = fileOf(address);
  const kept = read(file);
  if (kept?.paper === void 0) throw new Stop("Get your ballot paper first: node ballot.mjs paper ADDRESS CODE");
  const { setup, paper } = kept;
  const mistake = mistakeIn(choice, setup.options);
  if (mistake !== null) throw new Stop(mistake);
  const turn = (kept.turn ?? 0) + 1;
  const sealed = await seal(choice, { ...setup, context: contextOf(setup, paper.token.publicKey) }, random);
  const ballot = await signBallot(setup, paper, { turn, sealed });
  keep(file, { ...kept, turn });
  await ask(`${address}/cast`, { ...ballot, turn: String(turn) });
  const receipt = await leafOf(setup, ballot);
  keep(file, { ...kept, turn, receipt });
  say(
    `Your ballot is in; you may vote again, and the last one counts. Your receipt, for the board after the close:
${receipt}`
  );
}
process.exitCode = await run(USAGE, ([what, address = "", word = ""]) => {
  if (what === "paper" && word !== "") return getPaper(address, word);
  if (what === "vote" && word !== "") return vote(address, word);
  return what === "teller-key" ? makeKeys("ECDH").then((keys) => say(JSON.stringify(keys, null, 2))) : void 0;
});
