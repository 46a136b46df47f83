// Folkmoot: verify-election.mjs, built from its sources by “npm run verifiers”. AGPL-3.0-or-later.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);

// server/verifiers/verify-election.ts
import { readFileSync } from "node:fs";

// server/community/ids.ts
var optionId = (id) => id;
var digest = (hex) => hex;

// server/record/canonical.ts
import { hash } from "node:crypto";

// node_modules/canonicalize/lib/canonicalize.js
function serializeString(value) {
  if (!value.isWellFormed()) {
    throw new Error("Lone surrogate is not allowed");
  }
  return JSON.stringify(value);
}
function serializePrimitive(value) {
  switch (typeof value) {
    case "number":
      if (isNaN(value)) {
        throw new Error("NaN is not allowed");
      }
      if (!isFinite(value)) {
        throw new Error("Infinity is not allowed");
      }
      return JSON.stringify(value);
    case "string":
      return serializeString(value);
    case "boolean":
      return value ? "true" : "false";
    default:
      return JSON.stringify(value);
  }
}
function enterValue(value, seen) {
  let wrappers = null;
  while (value !== null && typeof value === "object" && typeof value.toJSON === "function") {
    if (seen.has(value)) {
      throw new Error("Circular reference detected");
    }
    seen.add(value);
    (wrappers ??= []).push(value);
    value = value.toJSON();
  }
  if (value instanceof Number || value instanceof String || value instanceof Boolean) {
    value = value.valueOf();
  }
  if (value === null || typeof value !== "object") {
    if (wrappers !== null) {
      for (const wrapper of wrappers) seen.delete(wrapper);
    }
    return serializePrimitive(value);
  }
  if (seen.has(value)) {
    throw new Error("Circular reference detected");
  }
  seen.add(value);
  return {
    container: value,
    // null marks an array frame; object frames carry their sorted keys.
    // `sort()`'s default comparator orders by UTF-16 code unit, which is the
    // order JCS requires.
    keys: Array.isArray(value) ? null : Object.keys(value).sort(),
    // Next child to serialize; the frame resumes here after a nested
    // container's subtree completes.
    index: 0,
    // Whether no member has been emitted yet (controls comma placement).
    first: true,
    // toJSON wrappers to release from `seen` when this frame completes.
    wrappers
  };
}
function canonicalize(object) {
  if (object === null || typeof object !== "object") {
    return serializePrimitive(object);
  }
  const seen = /* @__PURE__ */ new Set();
  const root = enterValue(object, seen);
  if (typeof root !== "object") {
    return root;
  }
  let result = root.keys === null ? "[" : "{";
  const stack = [root];
  outer:
    while (stack.length > 0) {
      const frame = stack[stack.length - 1];
      const container = frame.container;
      if (frame.keys === null) {
        while (frame.index < container.length) {
          const i = frame.index++;
          if (i > 0) {
            result += ",";
          }
          const element = container[i];
          const value = element === void 0 || typeof element === "symbol" || typeof element === "function" ? null : element;
          if (value === null || typeof value !== "object") {
            result += serializePrimitive(value);
            continue;
          }
          const child = enterValue(value, seen);
          if (typeof child !== "object") {
            result += child === void 0 ? "null" : child;
            continue;
          }
          result += child.keys === null ? "[" : "{";
          stack.push(child);
          continue outer;
        }
        result += "]";
      } else {
        const keys = frame.keys;
        while (frame.index < keys.length) {
          const key = keys[frame.index++];
          const value = container[key];
          if (value === void 0 || typeof value === "symbol" || typeof value === "function") {
            continue;
          }
          if (value === null || typeof value !== "object") {
            if (frame.first) {
              frame.first = false;
            } else {
              result += ",";
            }
            result += serializeString(key) + ":" + serializePrimitive(value);
            continue;
          }
          const child = enterValue(value, seen);
          if (child === void 0) {
            continue;
          }
          if (frame.first) {
            frame.first = false;
          } else {
            result += ",";
          }
          result += serializeString(key) + ":";
          if (typeof child !== "object") {
            result += child;
            continue;
          }
          result += child.keys === null ? "[" : "{";
          stack.push(child);
          continue outer;
        }
        result += "}";
      }
      seen.delete(container);
      if (frame.wrappers !== null) {
        for (const wrapper of frame.wrappers) seen.delete(wrapper);
      }
      stack.pop();
    }
  return result;
}

// server/record/canonical.ts
function canonicalText(value) {
  return write(plain(value, { odd: false }));
}
function write({ value, odd }) {
  const fast = odd ? void 0 : JSON.stringify(value);
  if (fast !== void 0 && !fast.includes("\\ud")) return fast;
  const text = canonicalize(value);
  if (text === void 0) throw new TypeError("nothing to write: the value has no JSON form");
  return text;
}
function isCanonical(text, parsed) {
  const fast = JSON.stringify(parsed) === text && !text.includes("\\ud") && inOrder(parsed);
  return fast || canonicalText(parsed) === text;
}
function inOrder(value) {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(inOrder);
  let before;
  for (const name of Object.keys(value)) {
    if (before !== void 0 && name <= before || !inOrder(value[name])) return false;
    before = name;
  }
  return true;
}
function hashOf(value) {
  return sha256(canonicalText(value));
}
function sha256(text) {
  return digest(hash("sha256", text, "hex"));
}
function plain(value, seen) {
  const copied = copy(value, seen);
  return { value: copied, odd: seen.odd };
}
function copy(value, seen) {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value !== "object") {
    if (!Number.isFinite(value)) seen.odd = true;
    return value;
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map || value instanceof Set) return sorted([...value], seen);
  if (Array.isArray(value)) return value.map((part) => copy(part, seen));
  return ordered(value, seen);
}
function ordered(value, seen) {
  const result = /* @__PURE__ */ Object.create(null);
  for (const name of Object.keys(value).sort()) {
    const part = value[name];
    if (part === void 0) continue;
    const first = name.charCodeAt(0);
    if (first >= 48 && first <= 57) seen.odd = true;
    result[name] = copy(part, seen);
  }
  return result;
}
function sorted(values, seen) {
  const written = values.map((one) => {
    const part = plain(one, { odd: false });
    if (part.odd) seen.odd = true;
    return { part: part.value, text: write(part) };
  });
  written.sort((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
  return written.map(({ part }) => part);
}

// server/governance/dates.ts
var HOUR_MS = 36e5;
var DAY_MS = 24 * HOUR_MS;
var MONTHS = "January February March April May June July August September October November December".split(" ");
function dayInWords(date) {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
function timeInWords(date) {
  return `${dayInWords(date)}, ${date.toISOString().slice(11, 16)} UTC`;
}

// server/community/said.ts
function said(strings, ...given) {
  const pattern = strings.map((piece, at2) => at2 === 0 ? piece : `{${at2 - 1}}${piece}`).join("");
  return { pattern, values: given.map((value) => value instanceof Date ? { time: value.toISOString() } : value) };
}
function inEnglish(sentence) {
  if (typeof sentence !== "object") return String(sentence);
  if ("day" in sentence) return dayInWords(new Date(sentence.day));
  if ("time" in sentence) return timeInWords(new Date(sentence.time));
  return sentence.pattern.replaceAll(/\{(\d+)\}/g, (place, at2) => {
    const value = sentence.values[Number(at2)];
    return value === void 0 ? place : inEnglish(value);
  });
}

// server/community/result.ts
var accepted = (value) => ({ ok: true, value });
var refused = (code, text, log) => ({ ok: false, refusal: refusal(code, text, log) });
var refusal = (code, text, log) => ({
  code,
  text: inEnglish(text),
  ...typeof text === "string" ? {} : { said: text },
  ...log === void 0 ? {} : { log }
});
function never(value) {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

// server/governance/events/cases.ts
var CASES_DATES = {
  "case-opened": ["acts.*.actAt"],
  "report-merged": ["acts.*.actAt"],
  "report-withdrawn": ["acts.*.actAt"],
  "measure-proposed": [],
  "case-dismissed": ["decision.until", "decision.redress.appealUntil"],
  "sanction-imposed": ["decision.until", "decision.redress.appealUntil"],
  "case-referred": [],
  "appeal-filed": ["verdictBy"],
  "review-decided": ["until", "appealUntil"],
  "sanction-ended": [],
  "sanction-stayed": [],
  "sanction-resumed": ["until"],
  "case-closed": [],
  "hold-appealed": [],
  "member-readmitted": []
};
var CASES_TEXTS = {
  "case-opened": ["law"],
  "measure-proposed": ["facts"],
  "case-dismissed": ["decision.facts", "decision.law"],
  "sanction-imposed": ["decision.facts", "decision.law"],
  "case-referred": ["facts"],
  "appeal-filed": ["words"],
  "hold-appealed": ["words"]
};

// server/governance/events/conversation.ts
var CONVERSATION_DATES = {
  "kind-named": [],
  "kind-dropped": [],
  "thread-split": [],
  "threads-merged": []
};
var CONVERSATION_TEXTS = {
  "thread-split": ["title"]
};

// server/governance/events/delegations.ts
var DELEGATIONS_DATES = {
  "delegation-given": ["until"],
  "delegation-ended": []
};

// server/governance/events/emergency.ts
var EMERGENCY_DATES = {
  "emergency-declared": ["confirmUntil", "until"],
  "emergency-confirmed": [],
  "emergency-ended": []
};
var EMERGENCY_TEXTS = {
  "emergency-declared": ["facts"]
};

// server/governance/events/enforcement.ts
var ENFORCEMENT_DATES = {
  "post-held": ["until", "statement.actAt", "statement.since"],
  "existing-announced": ["from.at", "upTo.at", "hideAt"],
  "existing-hidden": ["upTo.at", "posts.*.actAt", "until"],
  "existing-shown": [],
  "hold-ended": [],
  "post-labelled": ["statement.actAt", "statement.since"]
};
var ENFORCEMENT_TEXTS = {
  "post-held": ["statement.facts"],
  "post-labelled": ["statement.facts"],
  "existing-hidden": ["posts.*.facts"]
};

// server/governance/events/federation.ts
var FEDERATION_DATES = {
  "server-limited": [],
  "relations-ended": [],
  "community-linked": [],
  "community-unlinked": [],
  "list-followed": [],
  "list-unfollowed": [],
  "issuer-accepted": [],
  "issuer-ended": [],
  "community-moved": []
};

// server/governance/events/house.ts
var HOUSE_DATES = {
  "attempt-refused": [],
  "password-link-made": [],
  "inconsistency-seen": [],
  "text-erased": []
};

// server/governance/events/juries.ts
var JURIES_DATES = {
  "jury-called": [],
  "jury-pool-frozen": ["until"],
  "beacon-round-late": ["until"],
  "beacon-round-given": [],
  "beacon-round-missed": ["until"],
  "seed-committed": [],
  "seed-closed": ["until"],
  "seed-revealed": [],
  "jury-drawn": ["barredUntil", "answerBy", "until"],
  "juror-accepted": [],
  "juror-replaced": ["answerBy"],
  "jury-vote-opened": ["until", "remindAt"],
  "jury-reminded": [],
  "jury-vote-ended": [],
  "jury-vote-counted": ["until"],
  "jury-verdict": [],
  "jury-dissolved": []
};

// server/governance/events/membership.ts
var MEMBERSHIP_DATES = {
  "community-founded": ["provisionalUntil"],
  "intent-stated": [],
  "member-joined": [],
  "member-left": [],
  "affiliation-chosen": ["countsFrom"],
  "affiliation-counts": [],
  "account-let-in": [],
  "member-moved": []
};

// server/governance/events/participation.ts
var PARTICIPATION_DATES = {
  "sample-asked": [],
  "ballot-disputed": []
};

// server/governance/events/proposals.ts
var PROPOSALS_DATES = {
  "proposal-submitted": ["until", "discussionUntil"],
  "proposal-seconded": ["discussionUntil"],
  "proposal-withdrawn": [],
  "vote-called": ["until"],
  "proposal-frozen": ["votingFrom"],
  "voting-opened": ["until"],
  "voting-extended": ["until"],
  "voting-ended": [],
  "proposal-decided": ["inForceFrom", "refileFrom"],
  "alternative-proposed": [],
  "alternative-seconded": [],
  "amendment-taken-over": [],
  "challenge-signed": [],
  "challenge-decided": ["inForceFrom"],
  "minority-stated": [],
  "minority-signed": [],
  "proposal-lapsed": ["refileFrom"],
  "proposal-voided": []
};
var PROPOSALS_TEXTS = {
  "proposal-submitted": ["title", "reasons"],
  /** What the charter asks by itself; of a recall, the petition's own words. */
  "vote-called": ["title", "reasons"],
  "alternative-proposed": ["title", "reasons"],
  /** Titles of the texts on the ballot; votes are for their names (`T-2`). */
  "proposal-frozen": ["pinned.options.*.words"],
  "challenge-signed": ["ground"],
  "minority-stated": ["text"]
};

// server/governance/events/roles.ts
var ROLES_DATES = {
  "founder-acted": [
    "act.rule.activeFrom",
    "act.rule.activeTo",
    "act.rule.sunsetAt",
    "act.holder.since",
    "act.holder.until"
  ],
  "acts-ratified": [],
  "acts-lapsed": [],
  nominated: [],
  "nomination-accepted": [],
  "nomination-withdrawn": [],
  "nobody-stood": ["refileFrom"],
  "seats-filled": ["filled.*.since", "filled.*.until"],
  "term-ended": [],
  "recall-petitioned": ["until"],
  "petition-signed": [],
  "petition-lapsed": [],
  "recall-answered": [],
  "member-recalled": []
};
var ROLES_TEXTS = {
  "nomination-accepted": ["says"],
  "recall-petitioned": ["reasons"],
  "recall-answered": ["text"]
};

// server/governance/events/rules.ts
var RULES_DATES = {
  "rule-in-force": ["rule.activeFrom", "rule.activeTo", "rule.sunsetAt"],
  "rule-repealed": [],
  "rule-expired": [],
  "rules-renewed": ["sunsetAt"],
  "charter-amended": [],
  "rules-suspended": [],
  "rules-resolved": [],
  "rule-example-added": [],
  "instance-rule-in-force": ["rule.activeFrom", "rule.activeTo", "rule.sunsetAt"],
  "instance-rule-ended": []
};

// server/governance/events/secret.ts
var SECRET_DATES = {
  "teller-key-deposited": [],
  "secret-board-closed": [],
  "teller-key-opened": [],
  "tellers-reminded": [],
  "secret-vote-failed": ["refileFrom"],
  "papers-disputed": []
};
var SECRET_TEXTS = {
  "papers-disputed": ["why"]
};

// server/governance/events.ts
var EVENT_DATES = {
  ...MEMBERSHIP_DATES,
  ...PROPOSALS_DATES,
  ...RULES_DATES,
  ...FEDERATION_DATES,
  ...ENFORCEMENT_DATES,
  ...ROLES_DATES,
  ...CASES_DATES,
  ...JURIES_DATES,
  ...EMERGENCY_DATES,
  ...DELEGATIONS_DATES,
  ...SECRET_DATES,
  ...PARTICIPATION_DATES,
  ...CONVERSATION_DATES,
  ...HOUSE_DATES
};
var EVENT_TEXTS = {
  ...PROPOSALS_TEXTS,
  ...ENFORCEMENT_TEXTS,
  ...ROLES_TEXTS,
  ...CASES_TEXTS,
  ...EMERGENCY_TEXTS,
  ...SECRET_TEXTS,
  ...CONVERSATION_TEXTS
};

// server/record/erasable.ts
var TOMBSTONE = "[erased]";
var textCommitment = ({ salt, text }) => ({
  sha256: hashOf({ salt, text })
});
function joinTexts(committed, kind, texts) {
  let event = committed;
  const left = new Map(texts.map((text) => [text.path, text]));
  for (const path of placesIn(committed, kind)) {
    const stands = valueAt(committed, path);
    if (!isCommitment(stands)) continue;
    const kept = left.get(path);
    left.delete(path);
    if (kept !== void 0 && textCommitment(kept).sha256 !== stands.sha256)
      throw new TypeError(`the text at ${path} is not the one that was committed to`);
    event = withValue(event, path, kept?.text ?? TOMBSTONE);
  }
  const [stray] = left.keys();
  if (stray !== void 0) throw new TypeError(`there is a text at ${stray} that was not committed to`);
  return event;
}
function isCommitment(value) {
  return typeof value === "object" && value !== null && typeof value.sha256 === "string";
}
function placesIn(event, kind) {
  const patterns = Object.hasOwn(EVENT_TEXTS, kind) ? EVENT_TEXTS[kind] : [];
  if (!patterns.some((pattern) => pattern.includes("*"))) return patterns;
  return patterns.flatMap((pattern) => spelledOut(event, pattern.split(".")));
}
function spelledOut(value, [step, ...rest], before = "") {
  if (step === void 0) return [before];
  if (typeof value !== "object" || value === null) return [];
  const steps = step === "*" ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return steps.flatMap((one) => spelledOut(value[one], rest, before === "" ? one : `${before}.${one}`));
}
function valueAt(value, path) {
  return path.split(".").reduce((at2, step) => at2?.[step], value);
}
function withValue(value, path, put) {
  const [step = "", ...rest] = path.split(".");
  const inner = rest.length === 0 ? put : withValue(value[step] ?? {}, rest.join("."), put);
  if (Array.isArray(value)) return value.map((one, place) => String(place) === step ? inner : one);
  return { ...value, [step]: inner };
}

// server/record/iso-text.ts
var DAY_MS2 = 864e5;
var TIME_LENGTH = 13;
var ZERO = "0".charCodeAt(0);
var TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
var lastDay = Number.NaN;
var dayText = "";
var dayTexts = /* @__PURE__ */ new Map();
function dateFromIso(text) {
  if (typeof text !== "string") return void 0;
  const onLastDay = text.startsWith(dayText) && text.length === dayText.length + TIME_LENGTH;
  const date = new Date(onLastDay ? lastDay * DAY_MS2 + msOf(text, dayText.length) : text);
  return !Number.isNaN(date.getTime()) && isoText(date) === text ? date : void 0;
}
function msOf(text, at2) {
  const two = (place) => 10 * text.charCodeAt(at2 + place) + text.charCodeAt(at2 + place + 1) - 11 * ZERO;
  const seconds = 3600 * two(0) + 60 * two(3) + two(6);
  return 1e3 * seconds + 10 * two(9) + text.charCodeAt(at2 + 11) - ZERO;
}
function beginning(day, date) {
  const text = date.toISOString().slice(0, -TIME_LENGTH);
  if (dayTexts.size > 1e3) dayTexts.clear();
  dayTexts.set(day, text);
  return text;
}
function isoText(date) {
  const time = date.getTime();
  const day = Math.floor(time / DAY_MS2);
  if (day !== lastDay) {
    dayText = dayTexts.get(day) ?? beginning(day, date);
    lastDay = day;
  }
  const inDay = time - day * DAY_MS2;
  const ms = inDay % 1e3;
  const seconds = (inDay - ms) / 1e3;
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const clock = `${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${TWO_DIGITS[seconds % 60]}`;
  return `${dayText}${clock}.${ms < 100 ? "0" : ""}${ms < 10 ? "0" : ""}${ms}Z`;
}

// server/record/chain.ts
var FIRST_PREV = digest("0".repeat(64));
function commitmentOf(text, salt) {
  return sha256(`{"event":${text},"salt":${JSON.stringify(salt)}}`);
}
function headHash({ at: at2, commitment: commitment2, community, kind, prev, seq }) {
  const made = `{"at":"${isoText(at2)}","commitment":${JSON.stringify(commitment2)}`;
  const where = `"community":${quoted(community)},"kind":${quoted(kind)}`;
  return sha256(`${made},${where},"prev":${JSON.stringify(prev)},"seq":${seq}}`);
}
function quoted(text) {
  const known2 = quotes.get(text);
  if (known2 !== void 0) return known2;
  if (quotes.size > 500) quotes.clear();
  const made = JSON.stringify(text);
  quotes.set(text, made);
  return made;
}
var quotes = /* @__PURE__ */ new Map();
function checkEntry(entry, previous) {
  const { head, event, text, salt } = entry;
  if (headHash(head) !== entry.hash) return refused("hash", headChanged(previous));
  if (commitmentOf(text, salt) !== head.commitment)
    return refused("commitment", said`Entry ${placeAfter(previous)}: what it says is not what was committed to.`);
  if (event.kind !== head.kind)
    return refused(
      "kind",
      said`Entry ${placeAfter(previous)}: it holds “${event.kind}”, and its head says “${head.kind}”.`
    );
  return misplaced(head, previous) ?? accepted(entry);
}
var placeAfter = (previous) => (previous?.head.seq ?? 0) + 1;
var headChanged = (previous) => said`Entry ${placeAfter(previous)}: its head was changed; the hash does not fit.`;
function misplaced(head, previous) {
  const place = placeAfter(previous);
  if (head.seq !== place) {
    return refused("seq", said`Entry ${place}: it is missing; entry ${head.seq} stands in its place.`);
  }
  if (head.prev !== (previous?.hash ?? FIRST_PREV)) {
    return refused("prev", said`Entry ${place}: it does not follow from the entry before it.`);
  }
  if (previous === null) return null;
  if (head.community !== previous.head.community) {
    return refused("community", said`Entry ${place}: it belongs to the record of ${head.community}.`);
  }
  return head.at.getTime() < previous.head.at.getTime() ? refused("time", said`Entry ${place}: it is dated before the entry before it.`) : null;
}

// server/record/fault.ts
var RecordFault = class extends Error {
  seq;
  what;
  constructor(seq, what, text, options) {
    super(text, options);
    this.name = "RecordFault";
    this.seq = seq;
    this.what = what;
  }
};

// server/record/revive.ts
function reviveDates(object, paths) {
  for (const path of paths) reviveAt(object, stepsOf(path), path);
}
var known = /* @__PURE__ */ new Map();
function stepsOf(path) {
  const steps = known.get(path) ?? path.split(".");
  known.set(path, steps);
  return steps;
}
function reviveAt(value, steps, path, at2 = 0) {
  const step = steps[at2];
  if (step === void 0) return dateOf(value, path);
  if (step === "*") {
    if (!Array.isArray(value)) throw new TypeError(`there is no list on the way to ${path}`);
    for (const [place, element] of value.entries()) value[place] = reviveAt(element, steps, path, at2 + 1);
    return value;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`there is nothing on the way to ${path}`);
  }
  const fields = value;
  if (Object.hasOwn(fields, step)) fields[step] = reviveAt(fields[step], steps, path, at2 + 1);
  return fields;
}
function dateOf(value, path) {
  const date = dateFromIso(value);
  if (date === void 0) throw new TypeError(`${path} holds no date`);
  return date;
}

// server/record/encoding.ts
function decodeEntry(encoded) {
  const { community, seq, prev, at: at2, kind, commitment: commitment2, hash: hash3, salt, eventJson, texts } = encoded;
  try {
    if (!(at2 instanceof Date) || Number.isNaN(at2.getTime())) throw new TypeError("its time is no date");
    const event = decodeEvent(eventJson, texts);
    return {
      head: {
        community,
        seq,
        prev,
        at: at2,
        kind,
        commitment: commitment2
      },
      hash: hash3,
      event,
      text: eventJson,
      ...texts === void 0 ? {} : { texts },
      salt
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RecordFault(seq, "unreadable", `Entry ${seq}: it cannot be read (${why}).`, { cause });
  }
}
function decodeEvent(text, texts = []) {
  const event = JSON.parse(text);
  if (!isCanonical(text, event)) throw new TypeError("its text is not in canonical form");
  if (typeof event !== "object" || event === null || !("kind" in event)) throw new TypeError("it holds no event");
  const { kind } = event;
  if (typeof kind !== "string" || !Object.hasOwn(EVENT_DATES, kind))
    throw new TypeError(`no event is called “${kind}”`);
  const known2 = kind;
  const joined = texts.length > 0 || text.includes('"sha256":') ? joinTexts(event, known2, texts) : event;
  reviveDates(joined, EVENT_DATES[known2]);
  return joined;
}

// server/record/tree-hash.ts
import { hash as hash2 } from "node:crypto";
var SIZE = 32;
var leafData = Buffer.alloc(1 + SIZE, 0);
var nodeData = Buffer.alloc(1 + 2 * SIZE, 1);
function leafHash(leaf) {
  if (leaf.length !== 2 * SIZE) return digest(hash2("sha256", Buffer.from(`00${leaf}`, "hex"), "hex"));
  fill(leafData, leaf, 1);
  return digest(hash2("sha256", leafData, "hex"));
}
function nodeHash(left, right) {
  fill(nodeData, left, 1);
  fill(nodeData, right, 1 + SIZE);
  return digest(hash2("sha256", nodeData, "hex"));
}
function fill(data, hash3, at2) {
  if (hash3.length !== 2 * SIZE || data.write(hash3, at2, "hex") !== SIZE) throw new TypeError("that is no SHA-256 hash");
}
var emptyRoot = () => digest(hash2("sha256", "", "hex"));
function leftSize(size) {
  return 2 ** (31 - Math.clz32(size - 1));
}

// server/record/merkle.ts
function merkleRoot(leaves) {
  return rootOf(leaves.map(leafHash));
}
function rootOf(hashes) {
  const [only] = hashes;
  if (only === void 0) return emptyRoot();
  if (hashes.length === 1) return only;
  const cut = leftSize(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, cut)), rootOf(hashes.slice(cut)));
}

// server/governance/tally/ranking.ts
function readRanking(options, text) {
  const places = text.split(">").map((place) => place.split("=").map((name) => name.trim()));
  const named = places.flat();
  const known2 = new Set(options);
  if (new Set(named).size !== named.length || !named.every((name) => known2.has(name))) return null;
  return places;
}
function writeRanking(options, places) {
  const at2 = (option) => options.indexOf(option);
  return places.map((place) => [...place].sort((a, b) => at2(a) - at2(b)).join("=")).join(">");
}
function orderReader(options) {
  const numbers = new Map(options.map((option, number) => [option, number]));
  const namedIn = new Array(options.length).fill(0);
  let reading = 0;
  return (text) => {
    reading += 1;
    const names = text.split(">");
    for (const name of names) {
      const number = numbers.get(name);
      if (number === void 0 || namedIn[number] === reading) return 0;
      namedIn[number] = reading;
    }
    return names.length;
  };
}

// server/governance/tally/yes-no.ts
var DUAL_MAJORITY_FROM = 3;
function tallyYesNo({
  votes,
  roll,
  matter,
  quorum
}) {
  const counts = [...votes.piles].map(([organisation, pile]) => ({ organisation, ...countOf(pile) }));
  const byOrganisation = counts.flatMap(
    ({ organisation, ...count }) => organisation === null ? [] : [{ organisation, ...count }]
  );
  byOrganisation.sort((a, b) => a.organisation < b.organisation ? -1 : 1);
  const { yes, no, abstain } = sum(counts);
  const { turnout, delegated } = votes;
  const dual = (matter === "charter" || matter === "federation") && organisationsOn(roll) >= DUAL_MAJORITY_FROM;
  const yesForQuorum = dual ? cappedYes(byOrganisation, roll, quorum) : yes;
  const tests = {
    turnout: turnout >= quorum,
    quorum: yesForQuorum >= quorum,
    majority: yes > no && (matter !== "charter" || 3 * yes >= 2 * (yes + no)),
    ...dual ? { dualMajority: mostOrganisationsAgree(byOrganisation) } : {}
  };
  const passed = tests.quorum && tests.majority && tests.dualMajority !== false;
  const result = passed ? "passed" : tests.turnout ? "rejected" : "lapsed";
  const forOthers = delegated > 0 ? { delegated } : {};
  return { yes, no, abstain, turnout, ...forOthers, quorum, yesForQuorum, byOrganisation, tests, result };
}
function mostOrganisationsAgree(organisations) {
  const voting = organisations.filter(({ yes, no }) => yes + no > 0);
  return 2 * voting.filter(({ yes, no }) => yes > no).length > voting.length;
}
function cappedYes(organisations, roll, quorum) {
  const cap = capsOf(roll, quorum);
  return organisations.reduce((total, { organisation, yes }) => total + Math.min(yes, cap(organisation)), 0);
}
function capsOf(roll, quorum) {
  const half = Math.ceil(quorum / 2);
  const active = /* @__PURE__ */ new Map();
  for (const entry of roll.entries) {
    if (entry.active) active.set(entry.organisation, (active.get(entry.organisation) ?? 0) + 1);
  }
  const bring = (organisation) => Math.min(active.get(organisation) ?? 0, half);
  const all = [...active.keys()].reduce((total, organisation) => total + bring(organisation), 0);
  return (organisation) => Math.max(half, quorum - Math.ceil((all - bring(organisation)) / 2));
}
function countOf(pile) {
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const [choice, number] of pile) count[choice] += number;
  return count;
}
function sum(counts) {
  const total = { yes: 0, no: 0, abstain: 0 };
  for (const { yes, no, abstain } of counts) {
    total.yes += yes;
    total.no += no;
    total.abstain += abstain;
  }
  return total;
}
function organisationsOn(roll) {
  return new Set(roll.entries.map(({ organisation }) => organisation)).size;
}

// server/governance/tally/schulze.ts
function tallySchulze({
  votes,
  options,
  roll,
  matter,
  quorum
}) {
  const statusQuo = options.at(-1);
  if (statusQuo === void 0 || options.length < 2) throw new RangeError("a ranked vote needs something to choose");
  const ranked = rankedPiles(votes, options);
  const duels = duelsOf(options.length, ranked);
  const againstStatusQuo = options.slice(0, -1).map((_, text) => tallyYesNo({ votes: duelOf(votes, ranked, text, options.length - 1), roll, matter, quorum }));
  const passed = againstStatusQuo.flatMap(({ result }, text) => result === "passed" ? [text] : []);
  const paths = strongestPaths(duels, passed);
  const winners = passed.filter((a) => passed.every((b) => a === b || !isStronger(at(paths, b, a), at(paths, a, b))));
  const only = winners.length === 1 ? winners[0] : void 0;
  const { turnout, delegated } = votes;
  return {
    method: "schulze",
    turnout,
    ...delegated > 0 ? { delegated } : {},
    quorum,
    options,
    winner: (only === void 0 ? void 0 : options[only]) ?? statusQuo,
    duels,
    againstStatusQuo,
    paths,
    result: only !== void 0 ? "passed" : turnout >= quorum ? "rejected" : "lapsed"
  };
}
function rankedPiles({ piles }, options) {
  const places = placesIn2(options);
  const ranked = [];
  for (const [organisation, pile] of piles) {
    for (const [choice, ballots] of pile) ranked.push({ organisation, places: places(choice), ballots });
  }
  return ranked;
}
function placesIn2(options) {
  const numbers = new Map(options.map((option, number) => [option, number]));
  const put = (places, name, place) => {
    const number = numbers.get(name);
    if (number !== void 0) places[number] = place;
  };
  return (choice) => {
    const places = new Array(options.length).fill(0);
    let place = 0;
    for (const names of choice === "abstain" ? [] : choice.split(">")) {
      if (names.includes("=")) for (const name of names.split("=")) put(places, name, place);
      else put(places, names, place);
      place += 1;
    }
    return places;
  };
}
function duelsOf(size, ranked) {
  const duels = Array.from({ length: size }, () => new Array(size).fill(0));
  for (const { places, ballots } of ranked) {
    for (let a = 0; a < size; a += 1) {
      const row = duels[a];
      const place = places[a];
      for (let b = 0; b < size; b += 1) if (place < places[b]) row[b] = row[b] + ballots;
    }
  }
  return duels;
}
function duelOf(votes, ranked, one, other) {
  const piles = /* @__PURE__ */ new Map();
  for (const { organisation, places, ballots } of ranked) {
    let pile = piles.get(organisation);
    if (pile === void 0) {
      pile = /* @__PURE__ */ new Map();
      piles.set(organisation, pile);
    }
    const side = sideOf(places[one], places[other]);
    pile.set(side, (pile.get(side) ?? 0) + ballots);
  }
  return { ...votes, piles };
}
function sideOf(own, other) {
  if (own === other) return "abstain";
  return own < other ? "yes" : "no";
}
function strongestPaths(duels, texts) {
  const paths = duels.map(
    (row, a) => row.map((forIt, b) => {
      const againstIt = duels[b]?.[a] ?? 0;
      return texts.includes(a) && texts.includes(b) && forIt > againstIt ? [forIt, againstIt] : null;
    })
  );
  for (const over of texts) {
    for (const from of texts) {
      for (const to of texts) {
        if (from === to || from === over || to === over) continue;
        const round = weaker(at(paths, from, over), at(paths, over, to));
        const row = paths[from];
        if (row !== void 0 && isStronger(round, at(paths, from, to))) row[to] = round;
      }
    }
  }
  return paths;
}
var at = (paths, from, to) => paths[from]?.[to] ?? null;
var weaker = (a, b) => isStronger(a, b) ? b : a;
function isStronger(a, b) {
  if (a === null || b === null) return a !== null;
  return a[0] > b[0] || a[0] === b[0] && a[1] < b[1];
}

// server/governance/tally/options.ts
var STATUS_QUO = optionId("status-quo");
var REOPEN = optionId("reopen");
var OWN_TEXT = optionId("T-1");

// server/governance/tally/meek.ts
var WHOLE = 1000000000n;
var OMEGA = 1000n;
var ROUNDING = 1000000n;
function electionOf({
  choices,
  options,
  seats,
  seed
}) {
  const rankings = rankingsOf(choices, options);
  const count = {
    candidates: options.map((option) => ({ option, state: "hopeful", keep: WHOLE, votes: 0n })),
    rankings,
    seats: BigInt(seats),
    ballots: rankings.reduce((sum2, [, ballots]) => sum2 + BigInt(ballots), 0n),
    history: [],
    seed
  };
  const elected = [];
  const rounds = [];
  const canReopen = options.includes(REOPEN);
  let reopened = false;
  const hopefuls = () => count.candidates.filter(({ state }) => state === "hopeful");
  const left = () => seats - elected.length;
  while (!reopened && left() > 0 && hopefuls().length > (canReopen ? 0 : left())) {
    const round = oneRound(count);
    rounds.push(round);
    count.history.push(count.candidates.map(({ votes }) => votes));
    reopened = round.elected.includes(REOPEN);
    elected.push(...round.elected.filter((option) => option !== REOPEN));
  }
  if (!canReopen)
    elected.push(
      ...byVotes(count, hopefuls()).slice(0, left()).map(({ option }) => option)
    );
  return { elected, reopened, rounds };
}
function oneRound(count) {
  const { candidates } = count;
  const bundles = bundlesOf(count);
  let before = count.ballots * WHOLE;
  for (let first = true; ; first = false) {
    distribute(candidates, bundles);
    const total = candidates.reduce((sum2, { votes }) => sum2 + votes, 0n);
    const quota = total / (count.seats + 1n) + 1n;
    const keep = candidates.map((one) => Number(one.keep));
    const state = {
      votes: candidates.map(({ votes }) => Number(votes)),
      keep,
      quota: Number(quota),
      exhausted: Number(count.ballots * WHOLE - total)
    };
    const winners = electAbove(count, quota);
    if (winners.length > 0) return { ...state, elected: winners };
    const surplus = surplusOf(candidates, quota);
    if (surplus < OMEGA || !first && surplus >= before) return { ...state, elected: [], ...exclude(count, surplus) };
    before = surplus;
    for (const one of candidates) {
      if (one.state === "elected") one.keep = upwards(upwards(one.keep * quota, WHOLE) * WHOLE, one.votes);
    }
  }
}
function electAbove(count, quota) {
  const winners = byVotes(
    count,
    count.candidates.filter(({ state, votes }) => state === "hopeful" && votes >= quota)
  );
  const end = winners.findIndex(({ option }) => option === REOPEN);
  const elected = end < 0 ? winners : winners.slice(0, end + 1);
  for (const one of elected) one.state = "elected";
  return elected.map(({ option }) => option);
}
function surplusOf(candidates, quota) {
  const surplus = candidates.reduce((sum2, { state, votes }) => state === "elected" ? sum2 + votes - quota : sum2, 0n);
  return surplus < 0n ? 0n : surplus;
}
function exclude(count, surplus) {
  const hopefuls = count.candidates.filter(({ state }) => state === "hopeful");
  const tied = within(hopefuls, ({ votes }) => votes, surplus);
  const [lowest] = tied.length > 1 ? [fewestBefore(count, tied)] : tied;
  if (lowest === void 0) return {};
  lowest.state = "excluded";
  lowest.keep = 0n;
  const others = tied.filter((one) => one !== lowest).map(({ option }) => option);
  return { excluded: lowest.option, ...others.length > 0 ? { tiedWith: others } : {} };
}
function fewestBefore(count, tied) {
  let left = tied;
  for (const votes of count.history.toReversed()) {
    left = within(left, (one) => votes[count.candidates.indexOf(one)] ?? 0n, ROUNDING);
  }
  return [...left].sort((a, b) => lotOf(count, a) < lotOf(count, b) ? -1 : 1)[0];
}
function within(some, votesOf2, more) {
  const [fewest = 0n] = some.map(votesOf2).sort((a, b) => a < b ? -1 : 1);
  return some.filter((one) => votesOf2(one) <= fewest + more);
}
var lotOf = ({ seed }, { option }) => sha256(`${seed()} ${option}`);
function byVotes(count, some) {
  return [...some].sort((a, b) => {
    if (a.votes !== b.votes) return a.votes > b.votes ? -1 : 1;
    if (a.option === REOPEN !== (b.option === REOPEN)) return a.option === REOPEN ? 1 : -1;
    return lotOf(count, a) < lotOf(count, b) ? -1 : 1;
  });
}
function distribute(candidates, bundles) {
  for (const one of candidates) one.votes = 0n;
  for (const { path, ballots } of bundles) {
    let weight = WHOLE;
    for (const number of path) {
      const one = candidates[number];
      const kept = upwards(weight * one.keep, WHOLE);
      one.votes += kept * ballots;
      weight -= kept;
      if (weight <= 0n) break;
    }
  }
}
function bundlesOf({ candidates, rankings }) {
  const states = candidates.map(({ state }) => state);
  const bundles = /* @__PURE__ */ new Map();
  for (const [ranking, ballots] of rankings) {
    const path = [];
    let key = "";
    for (const number of ranking) {
      const state = states[number];
      if (state === "excluded") continue;
      path.push(number);
      key += String.fromCharCode(number);
      if (state === "hopeful") break;
    }
    const bundle = bundles.get(key);
    if (bundle === void 0) bundles.set(key, { path, ballots });
    else bundle.ballots += ballots;
  }
  return [...bundles.values()].map(({ path, ballots }) => ({ path, ballots: BigInt(ballots) }));
}
function rankingsOf(choices, options) {
  const numbers = new Map(options.map((option, number) => [option, number]));
  const rankings = [];
  for (const [choice, ballots] of choices) {
    const ranking = [];
    for (const option of choice.split(">")) {
      const number = numbers.get(option);
      if (number !== void 0) ranking.push(number);
    }
    if (ranking.length > 0) rankings.push([ranking, ballots]);
  }
  return rankings;
}
var upwards = (a, b) => (a + b - 1n) / b;

// server/governance/tally/votes.ts
function votesOf({
  ballots,
  roll,
  delegations,
  read
}) {
  const organisations = new Map(roll.entries.map(({ member, organisation }) => [member, organisation]));
  const meaning = remembered(read);
  const piles = /* @__PURE__ */ new Map();
  const add = (organisation, choice) => {
    const pile = piles.get(organisation) ?? /* @__PURE__ */ new Map();
    pile.set(choice, (pile.get(choice) ?? 0) + 1);
    piles.set(organisation, pile);
    turnout += 1;
  };
  let turnout = 0;
  for (const { voter, choice } of ballots) {
    const said2 = voter === void 0 ? meaning(choice) : null;
    if (said2 !== null) add(null, said2);
  }
  const own = /* @__PURE__ */ new Map();
  for (const [voter, { choice }] of lastOfEach(ballots)) {
    const organisation = organisations.get(voter);
    const said2 = meaning(choice);
    if (organisation === void 0 || said2 === null) continue;
    own.set(voter, said2);
    add(organisation, said2);
  }
  const cast = turnout;
  for (const [by, to] of new Map(delegations.map((one) => [one.by, one.to]))) {
    const organisation = organisations.get(by);
    const said2 = own.has(by) ? void 0 : own.get(to);
    if (organisation !== void 0 && said2 !== void 0) add(organisation, said2);
  }
  return { turnout, delegated: turnout - cast, piles };
}
function together({ piles }) {
  const all = /* @__PURE__ */ new Map();
  for (const pile of piles.values()) {
    for (const [choice, number] of pile) all.set(choice, (all.get(choice) ?? 0) + number);
  }
  return all;
}
function lastOfEach(ballots) {
  const last = /* @__PURE__ */ new Map();
  for (const ballot of ballots) {
    if (ballot.voter === void 0) continue;
    const other = last.get(ballot.voter);
    if (other === void 0 || supersedes(ballot, other)) last.set(ballot.voter, ballot);
  }
  return last;
}
function supersedes(a, b) {
  const [turn, before] = [a.turn ?? 1, b.turn ?? 1];
  return turn > before || turn === before && (a.leaf ?? a.choice) < (b.leaf ?? b.choice);
}
function remembered(read) {
  const known2 = /* @__PURE__ */ new Map();
  return (choice) => {
    const before = known2.get(choice);
    if (before !== void 0) return before;
    const said2 = read(choice);
    known2.set(choice, said2);
    return said2;
  };
}

// server/governance/tally/stv.ts
function tallyStv({
  votes,
  options,
  seats,
  quorum,
  seed
}) {
  const { turnout, delegated } = votes;
  const election = electionOf({ choices: together(votes), options, seats, seed });
  return {
    method: "stv",
    turnout,
    ...delegated > 0 ? { delegated } : {},
    quorum,
    seats,
    options,
    elected: election.elected,
    ...election.reopened ? { reopened: true } : {},
    rounds: election.rounds,
    result: election.elected.length > 0 ? "passed" : turnout >= quorum ? "rejected" : "lapsed"
  };
}

// server/governance/tally/tally.ts
var CHOICES = ["yes", "no", "abstain"];

// server/governance/tally/count.ts
function readChoice(pinned, text) {
  return choiceReader(pinned)(text);
}
function choiceReader({ method, options = [] }) {
  if (method === "yes-no") return (text) => CHOICES.some((known2) => known2 === text) ? text : null;
  const ids = options.map(({ id }) => id);
  const isOrder = orderReader(ids);
  return (text) => {
    if (text === "abstain") return text;
    const named = isOrder(text);
    if (named > 0 && (method === "stv" || named === ids.length)) return text;
    return readPlaces(method, ids, text);
  };
}
function readPlaces(method, ids, text) {
  const places = readRanking(ids, text);
  if (places === null) return null;
  if (method === "stv") return places.some((place) => place.length > 1) ? null : writeRanking(ids, places);
  const named = new Set(places.flat());
  const last = ids.filter((id) => !named.has(id));
  return writeRanking(ids, last.length === 0 ? places : [...places, last]);
}
function countVote({
  pinned,
  roll,
  ballots,
  delegations = [],
  seed
}) {
  const { method, matter, quorum } = pinned;
  const votes = votesOf({ ballots, roll, delegations, read: choiceReader(pinned) });
  const options = (pinned.options ?? []).map(({ id }) => id);
  switch (method) {
    case "yes-no":
      return tallyYesNo({ votes, roll, matter, quorum });
    case "schulze":
      return tallySchulze({ votes, options, roll, matter, quorum });
    case "stv":
      return tallyStv({ votes, options, seats: pinned.seats ?? 1, quorum, seed: () => seed ?? seedOf(pinned, votes) });
    default:
      return never(method);
  }
}
function seedOf({ rollRoot }, votes) {
  return hashOf({ rollRoot, cast: [...together(votes)].sort(([a], [b]) => a < b ? -1 : 1) });
}

// server/governance/secret/choices.ts
function choicesThatCount(pinned, opened) {
  return opened.flatMap((text) => {
    const choice = text === null ? null : readChoice(pinned, text);
    return choice === null ? [] : [{ choice }];
  });
}

// server/governance/secret/crypto/bytes.ts
var utf8 = (text) => new TextEncoder().encode(text);
function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at2 = 0;
  for (const part of parts) {
    whole.set(part, at2);
    at2 += part.length;
  }
  return whole;
}
function equal(one, other) {
  return one.length === other.length && one.every((byte, at2) => byte === other[at2]);
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
var digestOf = async (hash3, bytes) => new Uint8Array(await crypto.subtle.digest(hash3, bytes));

// server/governance/secret/crypto/blind-rsa.ts
var PREFIX_BYTES = 32;
var SALT_BYTES = 48;
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
async function verifyPaper({ key, size }, prepared, signature) {
  if (signature.length !== size) return false;
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength: SALT_BYTES }, key, signature, prepared);
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
var SIGNATURE_BYTES = 64;
async function isSigned(publicKey, text, signature) {
  const bytes = fromBase64Url(signature, SIGNATURE_BYTES);
  const key = bytes && await readPublic("ECDSA", publicKey);
  return bytes !== null && key !== null && crypto.subtle.verify(SIGNING, key, bytes, text);
}
async function agree(own, other) {
  const [mine, theirs] = await Promise.all([readPrivate("ECDH", own), readPublic("ECDH", other)]);
  if (mine === null || theirs === null) return null;
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256));
}
async function belongTogether(pair) {
  const probe = await makeKeys("ECDH");
  const [one, other] = await Promise.all([agree(pair, probe.publicKey), agree(probe, pair.publicKey)]);
  return one !== null && other !== null && equal(one, other);
}

// server/governance/secret/crypto/shamir.ts
function valueAt2(shares, at2) {
  const factors = shares.map(
    (share) => shares.reduce(
      (factor, other) => other === share ? factor : times(factor, times(at2 ^ other.at, inverse(share.at ^ other.at))),
      1
    )
  );
  const length = shares[0]?.bytes.length ?? 0;
  return Uint8Array.from(
    { length },
    (_, place) => shares.reduce((value, share, index) => value ^ times(factors[index] ?? 0, share.bytes[place] ?? 0), 0)
  );
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
function inverse(number) {
  let power = 1;
  for (let step = 0; step < 254; step += 1) power = times(power, number);
  return power;
}

// server/governance/secret/crypto/sealing.ts
var KEY_BYTES = 32;
var POINT_BYTES2 = 65;
var TAG_BYTES = 16;
var SHARE_BYTES = KEY_BYTES + TAG_BYTES;
var IV = new Uint8Array(12);
function sealedLength({ tellers, length }) {
  const bytes = POINT_BYTES2 + KEY_BYTES + KEY_BYTES + length + TAG_BYTES + SHARE_BYTES * tellers.length;
  return Math.ceil(bytes * 4 / 3);
}
async function open(sealed, to, keys) {
  if (keys.size < to.threshold) throw new RangeError(`${keys.size} keys do not open what takes ${to.threshold}`);
  const parts = partsOf(sealed, to);
  if (parts === null) return null;
  const shares = [];
  const secrets = /* @__PURE__ */ new Map();
  for (const [place, privateKey] of [...keys].slice(0, to.threshold)) {
    const own = { privateKey, publicKey: to.tellers[place] ?? "" };
    const secret = await agree(own, parts.point);
    const under = secret && await stretched(secret, parts.point, to, place + 1);
    const bytes = under && await decrypt(under, parts.shares[place], to.context);
    if (secret === null || bytes === null) return null;
    secrets.set(place, secret);
    shares.push({ at: place + 1, bytes });
  }
  const key = valueAt2(shares, 0);
  if (!equal(await commitment(key, to.context), parts.commitment)) return null;
  const inside = await decrypt(key, parts.body, to.context);
  if (inside === null) return null;
  const passing = { publicKey: parts.point, privateKey: toBase64Url(inside.slice(0, KEY_BYTES)) };
  return await wasSealedSo({ passing, parts, to, shares, secrets }) ? unpadded(inside.slice(KEY_BYTES)) : null;
}
function partsOf(sealed, { tellers, length }) {
  const bytes = sealed.length === sealedLength({ tellers, length }) ? fromBase64Url(sealed) : null;
  if (bytes === null) return null;
  const body = POINT_BYTES2 + KEY_BYTES;
  const first = body + KEY_BYTES + length + TAG_BYTES;
  return {
    point: toBase64Url(bytes.slice(0, POINT_BYTES2)),
    commitment: bytes.slice(POINT_BYTES2, body),
    body: bytes.slice(body, first),
    shares: tellers.map((_, at2) => bytes.slice(first + at2 * SHARE_BYTES, first + (at2 + 1) * SHARE_BYTES))
  };
}
async function wasSealedSo({
  passing,
  parts,
  to,
  shares,
  secrets
}) {
  for (const [place, teller] of to.tellers.entries()) {
    const secret = await agree(passing, teller);
    const seen = secrets.get(place);
    if (secret === null || seen !== void 0 && !equal(secret, seen)) return false;
    const under = await stretched(secret, parts.point, to, place + 1);
    const bytes = await decrypt(under, parts.shares[place], to.context);
    if (bytes === null || !equal(bytes, valueAt2(shares, place + 1))) return false;
  }
  return true;
}
async function stretched(secret, point, { tellers, context }, at2) {
  const from = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const info = utf8(`folkmoot/share/1
${context}
${at2}`);
  const salt = utf8(`${point}
${tellers[at2 - 1]}`);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, from, 256));
}
var commitment = (key, context) => digestOf("SHA-256", concat(utf8(`folkmoot/key/1
${context}
`), key));
var aes = (key, use) => crypto.subtle.importKey("raw", key, "AES-GCM", false, [use]);
var algorithm = (context) => ({ name: "AES-GCM", iv: IV, additionalData: utf8(context) });
async function decrypt(key, text, context) {
  if (text === void 0) return null;
  const under = await aes(key, "decrypt");
  return crypto.subtle.decrypt(algorithm(context), under, text).then(
    (clear) => new Uint8Array(clear),
    () => null
  );
}
var LENGTH_BYTES = 2;
function unpadded(bytes) {
  const length = (bytes[0] ?? 0) << 8 | (bytes[1] ?? 0);
  const end = LENGTH_BYTES + length;
  if (end > bytes.length || bytes.slice(end).some((byte) => byte !== 0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice(LENGTH_BYTES, end));
  } catch {
    return null;
  }
}

// server/governance/secret/crypto/ballots.ts
var MOST_TURNS = 99;
var SIGNATURE_BYTES2 = 64;
var paperMessage = ({ community, proposal }, token) => utf8(`folkmoot/paper/1
${community}
${proposal}
${token}`);
var textOf = ({ community, proposal }, { token, turn, prefix, paper, sealed }) => utf8(["folkmoot/ballot/1", community, proposal, token, turn, prefix, paper, sealed].join("\n"));
var leafOf = async (vote, ballot) => toHex(await digestOf("SHA-256", textOf(vote, ballot)));
var contextOf = ({ community, proposal }, token) => `${community}
${proposal}
${token}`;
async function isPaper(vote, issuer, { token, prefix, paper }) {
  const start = fromBase64Url(prefix, PREFIX_BYTES);
  const signature = fromBase64Url(paper, issuer.size);
  if (start === null || signature === null || fromBase64Url(token) === null) return false;
  return verifyPaper(issuer, prepare(start, paperMessage(vote, token)), signature);
}
async function faultOf(vote, { issuer, seal }, ballot) {
  const { token, turn, sealed } = ballot;
  const prefix = fromBase64Url(ballot.prefix, PREFIX_BYTES);
  const paper = fromBase64Url(ballot.paper, issuer.size);
  const signature = fromBase64Url(ballot.signature, SIGNATURE_BYTES2);
  const key = await readPublic("ECDSA", token);
  const inRange = Number.isInteger(turn) && turn >= 1 && turn <= MOST_TURNS;
  const fits = sealed.length === sealedLength(seal) && fromBase64Url(sealed) !== null;
  if (prefix === null || paper === null || signature === null || key === null || !inRange || !fits) return "bad-form";
  if (!await isPaper(vote, issuer, ballot)) return "bad-paper";
  return await isSigned(token, textOf(vote, ballot), ballot.signature) ? null : "bad-signature";
}

// server/governance/secret/setup.ts
var BLOCK = 128;
function choiceLength({ options = [] }) {
  const longest = options.reduce((length, { id }) => length + id.length + 1, "abstain".length + 2);
  return Math.ceil(longest / BLOCK) * BLOCK;
}

// server/governance/secret/election.ts
async function checkElection(bundle) {
  try {
    return await checksOf(bundle);
  } catch (cause) {
    const note = cause instanceof Error ? cause.message : String(cause);
    return [{ what: "The bundle is whole and can be read", holds: false, note }];
  }
}
async function checksOf(bundle) {
  const { pinned, board, ballots, keys } = bundle;
  const setup = pinned.secret;
  if (setup === void 0) return [{ what: "The vote is a secret one", holds: false }];
  const issuer = await readIssuer(setup.issuer);
  const seal = {
    tellers: setup.tellers.map(({ key }) => key),
    threshold: setup.threshold,
    length: choiceLength(pinned)
  };
  const faults = await Promise.all(ballots.map((ballot) => faultOf(bundle, { issuer, seal }, ballot)));
  const tokens = new Set(ballots.map(({ token }) => token));
  const leaves = (await Promise.all(ballots.map((ballot) => leafOf(bundle, ballot)))).sort().map(digest);
  const matching = await Promise.all(
    keys.map(({ place, key }) => belongTogether({ publicKey: seal.tellers[place] ?? "", privateKey: key }))
  );
  const places = new Map(keys.map(({ place, key }) => [place, key]));
  const enough = places.size >= setup.threshold && matching.every(Boolean);
  const opened = enough ? await Promise.all(
    ballots.map(({ token, sealed }) => open(sealed, { ...seal, context: contextOf(bundle, token) }, places))
  ) : [];
  const counted = choicesThatCount(pinned, opened);
  const roll = { entries: bundle.roll ?? [], root: pinned.rollRoot, active: pinned.active };
  const tally = enough ? countVote({ pinned, roll, ballots: counted }) : null;
  return [
    {
      what: "Every ballot is on a paper that was issued for this vote",
      holds: faults.every((fault) => fault === null)
    },
    { what: "No paper was used for two ballots", holds: tokens.size === ballots.length },
    {
      what: "The board holds these ballots and no others",
      holds: merkleRoot(leaves) === board.root && leaves.length === board.ballots
    },
    {
      what: "There are no more ballots than papers, and no more papers than members on the roll",
      holds: board.ballots <= board.issued && board.issued <= pinned.rollSize
    },
    { what: "The keys are those to which the ballots were sealed, and enough of them", holds: enough },
    {
      what: "The ballots say what was counted",
      holds: tally !== null && canonicalText(tally) === canonicalText(bundle.tally),
      ...opened.length > counted.length ? { note: `${opened.length - counted.length} spoiled` } : {}
    },
    ...namedChecks(bundle)
  ];
}
function namedChecks({ pinned, board, roll, issued, entries, tally, proposal }) {
  const onRoll = new Set(roll?.map(({ member }) => member));
  const rollHolds = roll === void 0 ? null : merkleRoot(roll.map((line) => hashOf(line))) === pinned.rollRoot;
  return [
    { what: "The roll is the one that was frozen", holds: rollHolds },
    {
      what: "Papers went to members on the roll, one to each",
      holds: issued === void 0 || roll === void 0 ? null : issued.length >= board.issued && new Set(issued).size === issued.length && issued.every((member) => onRoll.has(member))
    },
    {
      what: "The entries of the record say the same",
      holds: entries === void 0 ? null : entriesAgree(entries, { proposal, pinned, board, tally })
    }
  ];
}
function entriesAgree(encoded, { proposal, pinned, board, tally }) {
  const entries = encoded.map((one) => {
    const entry = one;
    return decodeEntry({ ...entry, at: new Date(entry.at) });
  });
  if (entries.some(
    (entry) => !checkEntry(entry, { head: { ...entry.head, seq: entry.head.seq - 1 }, hash: entry.head.prev }).ok
  )) {
    return false;
  }
  const events = entries.map(({ event }) => event).filter((event) => "proposal" in event && event.proposal === proposal);
  const same = (one, other) => canonicalText(one) === canonicalText(other);
  return events.some((event) => event.kind === "proposal-frozen" && same(event.pinned, pinned)) && events.some(
    (event) => event.kind === "secret-board-closed" && same({ root: event.root, ballots: event.ballots, issued: event.issued }, board)
  ) && events.some(
    (event) => event.kind === "proposal-decided" && same(event.tally, tally) && event.boardRoot === board.root
  );
}
function inWords(bundle, checks) {
  const lines = checks.map(({ what, holds, note }) => {
    const mark = holds === null ? "not in this bundle" : holds ? "holds" : "WRONG";
    return `  ${mark.padEnd(18)} ${what}${note === void 0 ? "" : ` (${note})`}.`;
  });
  const right = checks.every(({ holds }) => holds !== false);
  const end = right ? "  Everything that this bundle holds agrees." : "  This does not agree.";
  return {
    right,
    text: [`${bundle.proposal}: ${bundle.title}, ${bundle.board.ballots} ballots`, ...lines, end].join("\n")
  };
}

// server/verifiers/verify-election.ts
var USAGE = `Recounts a secret vote from its bundle and checks every proof, without any server.

  node verify-election.mjs BUNDLE      BUNDLE: the file from the page of the vote

Example:
  $ node verify-election.mjs P-7-bundle.json

Exit code 0: everything that the bundle holds agrees. 2: there is no such file, or it is no bundle. 3: it does not agree.
`;
async function main(file) {
  if (file === "--help" || file === "-h") {
    process.stdout.write(USAGE);
    return 0;
  }
  if (file === void 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const bundle = readBundle(file);
  if (bundle === null) {
    process.stderr.write(`${file} is no bundle of a secret vote, or cannot be read. Download it again.
`);
    return 2;
  }
  const { text, right } = inWords(bundle, await checkElection(bundle));
  process.stdout.write(`${text}
`);
  return right ? 0 : 3;
}
function readBundle(file) {
  try {
    const read = JSON.parse(readFileSync(file, "utf8"));
    return read?.format === "folkmoot/election/1" ? read : null;
  } catch {
    return null;
  }
}
process.exitCode = await main(process.argv[2]);
