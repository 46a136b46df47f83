// Folkmoot: secret-ballot.js, built from its sources by “npm run verifiers”. AGPL-3.0-or-later.

// server/governance/secret/crypto/bytes.ts
var random = (length) => crypto.getRandomValues(new Uint8Array(length));
var utf8 = (text) => new TextEncoder().encode(text);
function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part2) => length + part2.length, 0));
  let at = 0;
  for (const part2 of parts) {
    whole.set(part2, at);
    at += part2.length;
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
var textOf = ({ community, proposal }, { token, turn, prefix, paper, sealed }) => utf8(["folkmoot/ballot/1", community, proposal, token, turn, prefix, paper, sealed].join("\n"));
var leafOf = async (vote, ballot2) => toHex(await digestOf("SHA-256", textOf(vote, ballot2)));
var contextOf = ({ community, proposal }, token) => `${community}
${proposal}
${token}`;
async function signBallot(vote, { token, prefix, paper }, { turn, sealed }) {
  const ballot2 = { token: token.publicKey, turn, prefix, paper, sealed };
  return { ...ballot2, signature: await signText(token, textOf(vote, ballot2)) };
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
function rankingOf(numbers) {
  const given = numbers.filter(({ rank }) => rank.trim() !== "");
  if (given.some(({ rank }) => !/^[1-9]\d{0,3}$/.test(rank.trim()))) return { mistake: MISTAKES.numbers };
  const ranks = given.map(({ rank }) => Number(rank));
  if (new Set(ranks).size < ranks.length) return { mistake: MISTAKES.once };
  const inOrder = [...given].sort((a, b) => Number(a.rank) - Number(b.rank));
  return { choice: inOrder.map(({ option }) => option).join(">") };
}

// server/pages/browser/dom.ts
var { document, localStorage } = globalThis;
var part = (what) => document.querySelector(what);
function show(what, is = true) {
  const found = part(what);
  if (found !== null) found.hidden = !is;
}
function say(what, text) {
  const found = part(what);
  if (found !== null) found.textContent = text;
}
function offer(link, name, text) {
  const found = part(link);
  if (found === null) return;
  found.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  found.download = name;
  found.hidden = false;
}
async function post(path, fields, { credentials, words }) {
  try {
    const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
    const response = await fetch(path, { method: "POST", body: new URLSearchParams(fields), credentials, headers });
    const answer = await response.json();
    if (response.ok) return { ok: true, answer };
    return { ok: false, text: answer.text ?? answer.message ?? words.refused };
  } catch {
    return { ok: false, text: words.lost };
  }
}

// server/pages/browser/ballot-page.ts
function ballotPage(form) {
  const setup = JSON.parse(form.dataset.setup ?? "{}");
  const words = JSON.parse(form.dataset.words ?? "{}");
  const name = `folkmoot ballot ${setup.community} ${setup.proposal}`;
  const read = () => JSON.parse(localStorage.getItem(name) ?? "{}");
  const keep = (kept) => localStorage.setItem(name, JSON.stringify(kept));
  function present() {
    const { paper, leaf } = read();
    show("#get-paper", paper === void 0);
    show("#cast", paper !== void 0);
    show("#receipt", leaf !== void 0);
    say("#receipt-leaf", leaf ?? "");
  }
  async function getPaper() {
    const issuer = await readIssuer(setup.issuer);
    const draft = read().draft ?? await draftPaper(setup, issuer, random);
    keep({ ...read(), draft });
    const given = await post(setup.paperPath, { blinded: draft.blinded }, { credentials: "same-origin", words });
    if (!given.ok) return say("#secret-status", given.text);
    const paper = await finishPaper(setup, issuer, draft, given.answer.signature ?? "");
    if (paper === null) return say("#secret-status", words.noPaper);
    keep({ paper, turn: 0 });
    say("#secret-status", words.paper);
    present();
    part("#cast-heading")?.focus();
  }
  async function cast() {
    const { paper, turn = 0 } = read();
    if (paper === void 0) return;
    const chosen = choiceIn(form);
    const mistake = "mistake" in chosen ? chosen.mistake : mistakeIn(chosen.choice, setup.options);
    if ("mistake" in chosen || mistake !== null) return say("#secret-status", inWords(mistake ?? "", words));
    const { choice } = chosen;
    const context = contextOf(setup, paper.token.publicKey);
    const sealed = await seal(choice, { ...setup, context }, random);
    const ballot2 = await signBallot(setup, paper, { turn: turn + 1, sealed });
    keep({ ...read(), turn: turn + 1 });
    const { token, prefix, signature } = ballot2;
    const fields = { token, turn: `${turn + 1}`, prefix, paper: ballot2.paper, sealed, signature };
    const answer = await post(setup.castPath, fields, { credentials: "omit", words });
    if (!answer.ok) return say("#secret-status", answer.text);
    keep({ ...read(), leaf: await leafOf(setup, ballot2) });
    say("#secret-status", words.isIn);
    present();
    part("#receipt-heading")?.focus();
  }
  const working = (act) => (event) => {
    event.preventDefault();
    say("#secret-status", words.moment);
    act().catch(() => say("#secret-status", words.failed));
  };
  part("#get-paper-button")?.addEventListener("click", working(getPaper));
  form.addEventListener("submit", working(cast));
  show("#with-script");
  present();
}
function inWords(mistake, words) {
  const known = Object.keys(MISTAKES).find((name) => MISTAKES[name] === mistake);
  return known === void 0 ? mistake : words[known];
}
function choiceIn(form) {
  for (const radio of form.querySelectorAll("input[name=choice]")) if (radio.checked) return { choice: radio.value };
  const fields = [...form.querySelectorAll("input[data-option]")];
  return rankingOf(fields.map(({ dataset, value }) => ({ option: dataset.option ?? "", rank: value })));
}

// server/pages/browser/teller-page.ts
function tellerPage(form) {
  const { vote = "", does } = form.dataset;
  const words = JSON.parse(form.dataset.words ?? "{}");
  const name = `folkmoot teller ${vote}`;
  const field = part("#key");
  const kept = localStorage.getItem(name);
  show("#with-script");
  if (field === null) return;
  if (does === "open") {
    if (kept !== null) field.value = JSON.parse(kept).privateKey;
    say("#teller-status", kept === null ? words.notHere : words.found);
    return;
  }
  part("#make-key")?.addEventListener("click", (event) => {
    event.preventDefault();
    makeKeys("ECDH").then(
      (keys) => {
        const text = JSON.stringify({ vote, ...keys }, null, 2);
        localStorage.setItem(name, text);
        field.value = keys.publicKey;
        offer("#key-file", `teller-key-${vote.slice(vote.lastIndexOf("/") + 1).replace(" ", "-")}.json`, text);
        say("#teller-status", words.made);
      },
      () => say("#teller-status", words.failed)
    );
  });
}

// server/governance/voices/said.ts
var matterOfToken = (community, organisation, epoch) => ({
  community,
  proposal: `voice ${organisation} ${epoch}`
});
var textOfSaid = ({ community, token, text, inReplyTo, number: number2 }) => utf8(JSON.stringify(["folkmoot/voice/1", community, token, inReplyTo ?? null, number2, text]));
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

// server/pages/browser/voice-page.ts
function voicePage(root) {
  const setup = JSON.parse(root.dataset.voice ?? "{}");
  const key = `folkmoot voice ${setup.community}`;
  const read = () => JSON.parse(localStorage.getItem(key) ?? "{}");
  const keep = (kept) => {
    localStorage.setItem(key, JSON.stringify(kept));
    present();
  };
  const holding = () => read();
  const send = (to, fields) => post(`${setup.path}/${to}`, fields, { credentials: "omit", words: setup.words });
  function present() {
    const { draft, paper, name, speaksFrom, organisation } = read();
    show("#begin", draft === void 0 && paper === void 0);
    show("#finish", draft !== void 0);
    show("#spend", paper !== void 0 && name === void 0);
    show("#speak", name !== void 0);
    show("#keep", paper !== void 0);
    say("#kept", paper === void 0 ? "" : JSON.stringify(read()));
    say("#name", name === void 0 ? "" : `${name} · ${speaksFrom ?? ""}`);
    const issuer = setup.issuers.find((one) => one.organisation === organisation);
    const link = part("#issuer-link");
    if (link !== null && issuer !== void 0 && draft !== void 0) {
      const asked = new URLSearchParams({ epoch: read().epoch ?? "", blinded: draft.blinded });
      link.href = `${issuer.url}/token?${asked}`;
    }
  }
  async function begin() {
    const organisation = part("#organisation")?.value ?? "";
    const issuer = setup.issuers.find((one) => one.organisation === organisation);
    const blindKey = issuer?.epochs.find(({ epoch }) => epoch === setup.epoch)?.blindKey;
    if (blindKey === void 0) return say("#voice-status", setup.words.notKnown);
    keep(await beginToken({ community: setup.community, organisation, epoch: setup.epoch, blindKey }, random));
    say("#voice-status", setup.words.begun);
  }
  async function finish() {
    const finished = await finishToken(holding(), part("#answer")?.value ?? "");
    if (finished === null) return say("#voice-status", setup.words.wrong);
    keep(finished);
    say("#voice-status", setup.words.token);
  }
  async function spend() {
    const given = await send("redeem", redeemFields(holding()));
    if (!given.ok) return say("#voice-status", given.text);
    const { name = "", speaksFrom = "" } = given.answer;
    keep({ ...read(), name, speaksFrom });
    say("#voice-status", setup.words.voice);
  }
  async function speak() {
    const [text = "", inReplyTo = ""] = [part("#text")?.value, part("#answers")?.value.trim()];
    const said = { text, ...inReplyTo === "" ? {} : { inReplyTo } };
    const sent = await send("speak", await saidFields(holding(), said, random));
    if (!sent.ok) return say("#voice-status", sent.text);
    const field = part("#text");
    if (field !== null) field.value = "";
    say("#voice-status", sent.answer.standing === "held" ? setup.words.held : setup.words.said);
  }
  async function appeal() {
    const [id = "", words = ""] = [part("#case")?.value.trim().toUpperCase(), part("#why")?.value];
    const sent = await send("appeal", await appealFields(holding(), { case: id, words }));
    say("#voice-status", sent.ok ? setup.words.appealed : sent.text);
  }
  async function restore() {
    const { community, paper, ...rest } = JSON.parse(part("#written")?.value ?? "{}");
    if (community !== setup.community || paper === void 0) return say("#voice-status", setup.words.wrong);
    keep({ ...rest, community, paper });
  }
  const on = (button, act) => part(button)?.addEventListener("click", (event) => {
    event.preventDefault();
    act().catch(() => say("#voice-status", setup.words.failed));
  });
  on("#begin-button", begin);
  on("#finish-button", finish);
  on("#spend-button", spend);
  on("#speak-button", speak);
  on("#appeal-button", appeal);
  on("#restore-button", restore);
  on("#forget-button", async () => keep({}));
  show("#with-script");
  present();
}

// server/pages/browser/secret-ballot.ts
var ballot = part("form[data-setup]");
if (ballot !== null) ballotPage(ballot);
var voice = part("[data-voice]");
if (voice !== null) voicePage(voice);
var teller = part("form[data-vote]");
if (teller !== null) tellerPage(teller);
