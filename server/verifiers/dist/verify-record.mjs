import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// server/verifiers/verify-record.ts
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

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

// server/record/tree-hash.ts
import { hash } from "node:crypto";

// server/community/ids.ts
var personIri = (iri) => iri;
var digest = (hex) => hex;
var organisation = (domain) => domain.toLowerCase();

// server/record/tree-hash.ts
var SIZE = 32;
var leafData = Buffer.alloc(1 + SIZE, 0);
var nodeData = Buffer.alloc(1 + 2 * SIZE, 1);
function leafHash(leaf) {
  if (leaf.length !== 2 * SIZE) return digest(hash("sha256", Buffer.from(`00${leaf}`, "hex"), "hex"));
  fill(leafData, leaf, 1);
  return digest(hash("sha256", leafData, "hex"));
}
function nodeHash(left, right) {
  fill(nodeData, left, 1);
  fill(nodeData, right, 1 + SIZE);
  return digest(hash("sha256", nodeData, "hex"));
}
function fill(data, hash4, at) {
  if (hash4.length !== 2 * SIZE || data.write(hash4, at, "hex") !== SIZE) throw new TypeError("that is no SHA-256 hash");
}
var emptyRoot = () => digest(hash("sha256", "", "hex"));

// server/record/frontier.ts
function addLeaf(frontier, size, leaf) {
  const merged = trailingOnes(size);
  let node = leafHash(leaf);
  for (let nth = 1; nth <= merged; nth += 1) node = nodeHash(frontier[frontier.length - nth] ?? "", node);
  return [...frontier.slice(0, frontier.length - merged), node];
}
var GrowingTree = class {
  size = 0;
  peaks = [];
  /** @param leaf data, hexadecimal */
  add(leaf) {
    this.push(leafHash(leaf), this.size);
    this.size += 1;
  }
  /**
   * Adds the root of a whole subtree as if its leaves were added one by one. @param nth how many subtrees of that size
   * there are before it
   */
  addWhole(root, nth, leaves) {
    this.push(root, nth);
    this.size += leaves;
  }
  root() {
    return folded(this.peaks);
  }
  push(hash4, place) {
    let node = hash4;
    for (let merged = trailingOnes(place); merged > 0; merged -= 1) node = nodeHash(this.peaks.pop() ?? "", node);
    this.peaks.push(node);
  }
};
function folded(peaks) {
  return peaks.length === 0 ? emptyRoot() : peaks.reduceRight((right, left) => nodeHash(left, right));
}
function trailingOnes(size) {
  let ones = 0;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) ones += 1;
  return ones;
}

// server/governance/apply/cases.ts
var casesHandlers = {};

// server/governance/apply/delegations.ts
var delegationsHandlers = {};

// server/governance/apply/emergency.ts
var emergencyHandlers = {};

// server/community/result.ts
var accepted = (value) => ({ ok: true, value });
var refused = (code, text, log) => ({
  ok: false,
  refusal: log === void 0 ? { code, text } : { code, text, log }
});
function never(value) {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

// server/governance/dates.ts
var HOUR_MS = 36e5;
var DAY_MS = 24 * HOUR_MS;
var addDays = (date, days) => new Date(date.getTime() + days * DAY_MS);
var earlier = (a, b) => b < a ? b : a;
var later = (a, b) => b > a ? b : a;
var MONTHS = "January February March April May June July August September October November December".split(" ");

// server/governance/draft.ts
function draftOf(state) {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, copyOf(value)]));
}
function copyOf(value) {
  if (value instanceof Map) return new Map(value);
  return value instanceof Set ? new Set(value) : value;
}
function senseless({ seq }, why) {
  throw new RecordFault(seq, "state", `Entry ${seq}: ${why}.`);
}

// server/governance/rules/effects.ts
function actKey({ post, evidence, cited, effect }) {
  const what = effect.do === "label" ? `label ${effect.label}` : "hold";
  return [post, evidence, cited.rule, what].join(" ");
}

// server/governance/rules/in-force.ts
function versionAt(rules, id, at) {
  return rules.get(id)?.find((rule) => isInForce(rule, at)) ?? null;
}
function endOf({ activeTo, sunsetAt }) {
  return activeTo === void 0 ? sunsetAt : earlier(activeTo, sunsetAt);
}
function isInForce(rule, at) {
  return rule.activeFrom <= at && at < endOf(rule);
}

// server/governance/apply/enforcement.ts
function applyEnforcement(context, event) {
  const { draft } = context;
  switch (event.kind) {
    case "post-held": {
      dealWith(context, event.statement);
      const { post, cited } = event.statement;
      const before = draft.holds.get(post);
      draft.holds.set(post, { cited, until: before === void 0 ? event.until : later(before.until, event.until) });
      return;
    }
    case "post-labelled":
      dealWith(context, event.statement);
      return;
    case "hold-ended":
      if (!draft.holds.delete(event.post)) senseless(context, `${event.post} is not held`);
      return;
    default:
      never(event);
  }
}
function dealWith(context, statement) {
  const { draft } = context;
  const { rule, version } = statement.cited;
  if (versionAt(draft.rules, rule, statement.actAt)?.version !== version) {
    senseless(context, `${rule}, version ${version}, was not in force at the time of the act`);
  }
  const key = actKey(statement);
  if (draft.dealtWith.has(key)) senseless(context, `${rule} deals with the same act twice`);
  draft.dealtWith.add(key);
}
var enforcementHandlers = {
  "post-held": applyEnforcement,
  "hold-ended": applyEnforcement,
  "post-labelled": applyEnforcement
};

// server/governance/servers.ts
var RESTORABLE_DAYS = 90;
function limitOf({ servers }, host) {
  if (servers.size === 0) return null;
  const covering = [...servers].filter(([server]) => covers(server, host));
  const [nearest] = covering.sort(([one], [other]) => other.length - one.length);
  return nearest?.[1] ?? null;
}
function isCutOff(state, host) {
  const onlyNamed = state.charter.parameters.federation === "allow-list";
  if (!onlyNamed && state.servers.size === 0 || hostOf(state.community) === host) return false;
  const limit2 = limitOf(state, host);
  return limit2 === null ? onlyNamed : limit2.level === "suspend";
}
function covers(server, host) {
  const [name = "", port] = server.split(":", 2);
  const [asked = "", askedPort] = host.toLowerCase().split(":", 2);
  if (port !== void 0 && port !== askedPort) return false;
  return asked === name || asked.endsWith(`.${name}`);
}
function hostOf(iri) {
  return URL.canParse(iri) ? new URL(iri).host : "";
}

// server/governance/charter-parameters.ts
var SPANS = {
  tenureDays: span("members", 30, [0, 365], "Days of membership before one may propose and vote"),
  activeDays: span("members", 90, [7, 730], "Days without an act after which a member no longer counts for the quorum"),
  maxOpenProposals: span("proposals", 2, [1, 20], "Open proposals one member may have"),
  secondingDays: span("proposals", 14, [1, 60], "Days to find seconders"),
  discussionDays: span("proposals", 5, [1, 60], "Days of discussion"),
  charterDiscussionDays: span("proposals", 10, [3, 90], "Days of discussion on the charter"),
  freezeHours: span("proposals", 48, [1, 168], "Hours between the frozen text and the vote"),
  refileDays: span("proposals", 14, [0, 365], "Days before a lapsed proposal may come again"),
  votingDays: span("votes", 7, [3, 60], "Days of voting"),
  charterVotingDays: span("votes", 14, [7, 90], "Days of voting on the charter"),
  extensionDays: span("votes", 7, [1, 30], "Days of the one extension when too few have voted"),
  lateQuorumHours: span("votes", 24, [1, 72], "Hours added when the quorum is reached late"),
  timelockHours: span("votes", 72, [1, 720], "Hours between a passed vote and its effect"),
  charterTimelockHours: span("votes", 168, [24, 1440], "The same for the charter"),
  ordinaryQuorumPercent: span("votes", 100, [50, 300], "Quorum of ordinary matters, in percent of the members\u2019 root"),
  ordinaryQuorumFloor: span("votes", 5, [1, 50], "Least quorum of ordinary matters"),
  federationQuorumPercent: span("votes", 150, [100, 300], "The same percentage for other servers, and for recalls"),
  federationQuorumFloor: span("votes", 5, [1, 50], "Least quorum for other servers, and for recalls"),
  charterQuorumPercent: span("votes", 200, [150, 400], "The same percentage for the charter"),
  charterQuorumFloor: span("votes", 7, [3, 50], "Least quorum for the charter"),
  delegationDays: span("votes", 90, [7, 365], "Days after which a delegation ends"),
  delegationsPerDelegate: span("votes", 3, [0, 20], "Members for whom one member may vote"),
  ballotDisputeHours: span("votes", 48, [1, 168], "Hours to dispute who was given a ballot paper"),
  ruleSunsetMonths: span("rules", 12, [1, 60], "Months after which a rule ends unless renewed"),
  ruleRenewalDays: span("rules", 60, [30, 180], "Days before its end when a rule\u2019s renewal is voted on"),
  maxHoldHours: span("rules", 72, [1, 72], "Most hours that a rule may hold a post"),
  moderatorSeats: span("roles", 3, [1, 30], "Seats for moderators"),
  stewardSeats: span("roles", 3, [1, 30], "Seats for stewards"),
  clerkSeats: span("roles", 2, [1, 10], "Seats for clerks"),
  tellerSeats: span("roles", 3, [1, 15], "Seats for tellers"),
  termMonths: span("roles", 6, [1, 24], "Months of a term"),
  consecutiveTerms: span("roles", 3, [1, 10], "Terms in a row"),
  nominationDays: span("roles", 14, [3, 60], "Days to stand for a role"),
  recallPetitionDays: span("roles", 14, [3, 60], "Days to sign for a recall"),
  recallPetitionPercent: span("roles", 10, [5, 50], "Percent of the members who must sign for a recall"),
  recallImmunityDays: span("roles", 30, [0, 90], "Days in a role before a recall may be asked for"),
  recallAgainDays: span("roles", 90, [0, 365], "Days before a failed recall may be tried again"),
  reportAnswerHours: span("cases", 24, [1, 168], "Hours within which a report is acknowledged"),
  limitationDays: span("cases", 90, [7, 365], "Days after which what somebody did is no longer a case"),
  severeLimitationDays: span("cases", 365, [30, 1095], "The same for severe cases"),
  warningDays: span("cases", 90, [7, 365], "Days that a warning stands"),
  muteDays: span("cases", 7, [1, 7], "Most days that somebody may be muted"),
  suspensionDays: span("cases", 30, [1, 30], "Most days that somebody may be suspended"),
  readmissionDays: span("cases", 180, [30, 1095], "Days before somebody who was removed may ask to come back"),
  juryDemandHours: span("cases", 72, [24, 168], "Hours to demand a jury instead of the moderators"),
  interimHours: span("cases", 72, [1, 72], "Most hours of a measure that two moderators take at once"),
  appealDays: span("cases", 30, [14, 180], "Days to appeal"),
  appealVerdictDays: span("cases", 14, [7, 60], "Days for the verdict on an appeal, before the sanction is stayed"),
  jurorAnswerHours: span("cases", 24, [6, 96], "Hours to accept or decline jury duty"),
  juryVoteHours: span("cases", 48, [12, 168], "Hours for each vote of a jury"),
  deliberationHours: span("cases", 24, [6, 168], "Hours of a jury\u2019s deliberation"),
  juriesPerYear: span("cases", 4, [1, 12], "Juries a member may be called to in a year"),
  emergencyHours: span("emergencies", 72, [1, 72], "Most hours of an emergency measure"),
  emergencyConfirmHours: span("emergencies", 24, [1, 24], "Hours for a second moderator to confirm it"),
  emergencyBlockDays: span("emergencies", 14, [1, 14], "Days that a server may be blocked before the members vote")
};
function span(about, byDefault, [least, most], words) {
  return { about, default: byDefault, least, most, words };
}
var ofEachSpan = (value) => Object.fromEntries(Object.entries(SPANS).map(([name, one]) => [name, value(one)]));

// server/governance/charter.ts
var DEFAULT_PARAMETERS = {
  signUp: "invitation",
  ...ofEachSpan((span2) => span2.default)
};
var completed = ({ version, parameters }) => ({
  version,
  parameters: { ...DEFAULT_PARAMETERS, ...parameters }
});

// server/governance/apply/membership.ts
function applyFounding(context, event) {
  const { draft, at } = context;
  const { by, title, purpose, provisionalUntil, membersOnly, admission } = event;
  const charter = completed(event.charter);
  Object.assign(draft, { founder: by, title, purpose, charter, charters: [charter], provisionalUntil });
  if (membersOnly) draft.membersOnly = membersOnly;
  if (admission) draft.admission = admission;
  if (!URL.canParse(by)) senseless(context, `\u201C${by}\u201D is nobody\u2019s name`);
  const { host } = new URL(by);
  draft.members.set(by, { member: by, organisation: organisation(host), joinedAt: at, lastActAt: at });
}
function applyMembership(context, event) {
  if (event.kind === "member-moved") {
    applyMove(context, event);
    return;
  }
  const { draft, at } = context;
  const { member } = event;
  const before = draft.members.get(member);
  const isMember = before !== void 0 && before.leftAt === void 0;
  if (event.kind === "member-joined") {
    if (isMember) senseless(context, `${member} joins without having left`);
    if (event.admittedBy !== void 0) noteAct(context, event.admittedBy);
    draft.members.set(member, { member, organisation: event.organisation, joinedAt: at, lastActAt: at });
    return;
  }
  if (!isMember) senseless(context, `${member} leaves without being a member`);
  draft.members.set(member, { ...before, leftAt: at });
}
function applyMove(context, { from, to, organisation: organisation2 }) {
  const { draft, at } = context;
  const before = draft.members.get(from);
  if (before === void 0 || before.leftAt !== void 0) senseless(context, `${from} moves without being a member`);
  if (from === to) senseless(context, `${from} moves to the same name`);
  const other = draft.members.get(to);
  const there = other !== void 0 && other.leftAt === void 0 ? other : void 0;
  const joinedAt = there === void 0 ? before.joinedAt : earlier(before.joinedAt, there.joinedAt);
  const formerly = [...there?.formerly ?? [], ...before.formerly ?? [], from].filter((name) => name !== to);
  draft.members.set(from, { ...before, leftAt: at });
  draft.members.set(to, { member: to, organisation: organisation2, joinedAt, lastActAt: at, formerly: [...new Set(formerly)] });
  if (draft.founder === from) draft.founder = to;
  for (const [id, proposal] of draft.proposals) {
    const by = proposal.by === from ? to : proposal.by;
    const seconds = proposal.seconds.map((second) => second.by === from ? { ...second, by: to } : second);
    draft.proposals.set(id, { ...proposal, by, seconds });
  }
}
function noteAct(context, person) {
  const { draft, at } = context;
  const member = draft.members.get(person);
  if (member === void 0 || member.leftAt !== void 0) senseless(context, `${person} acts without being a member`);
  draft.members.set(person, { ...member, lastActAt: at });
}
var membershipHandlers = {
  "community-founded": applyFounding,
  "member-joined": applyMembership,
  "member-left": applyMembership,
  "member-moved": applyMembership
};

// server/governance/apply/proposals.ts
function applyProposal(context, event) {
  context.draft.proposals.set(event.proposal, proposalAfter(context, event));
}
function proposalAfter(context, event) {
  const { at } = context;
  const { proposal: id } = event;
  switch (event.kind) {
    case "proposal-submitted":
      return submitted(context, event);
    case "proposal-seconded":
      return seconded(context, event);
    case "proposal-withdrawn":
      return { ...inPhase(context, id, "seconding", "discussion"), phase: { state: "withdrawn", at } };
    case "vote-called":
      return called(context, event);
    case "proposal-frozen": {
      const proposal = inPhase(context, id, "discussion", "nomination");
      return { ...proposal, pinned: event.pinned, phase: { state: "frozen", until: event.votingFrom } };
    }
    case "voting-opened": {
      const phase = { state: "voting", until: event.until, extended: { quorum: false, late: false } };
      return { ...inPhase(context, id, "frozen"), question: event.question, votingOpenedAt: at, phase };
    }
    case "voting-extended":
      return extended(context, event);
    case "voting-ended":
      return { ...inPhase(context, id, "voting"), votingEndedAt: at, phase: { state: "counting", endedAt: at } };
    case "proposal-decided":
      return decided(context, event);
    case "proposal-lapsed": {
      const { refileFrom } = event;
      return { ...inPhase(context, id, "seconding"), phase: { state: "lapsed", at, why: "not-seconded", refileFrom } };
    }
    case "proposal-voided":
      return { ...inPhase(context, id, "discussion", "timelock"), phase: { state: "voided", at, why: event.why } };
    default:
      return never(event);
  }
}
function inPhase(context, id, ...phases) {
  const proposal = context.draft.proposals.get(id);
  if (proposal === void 0) return senseless(context, `there is no proposal ${id}`);
  if (!phases.includes(proposal.phase.state)) {
    return senseless(context, `${id} stands in ${proposal.phase.state}, not in ${phases.join(" or ")}`);
  }
  return proposal;
}
function submitted(context, event) {
  const { kind: _, proposal: id, until, discussionUntil, ...said } = event;
  if (context.draft.proposals.has(id)) senseless(context, `there is a proposal ${id} already`);
  noteAct(context, event.by);
  const phase = discussionUntil === void 0 ? { state: "seconding", until } : { state: "discussion", until: discussionUntil };
  return { ...said, id, submittedAt: context.at, seconds: [], phase };
}
function called(context, event) {
  const { kind: _, proposal: id, until, ...said } = event;
  if (context.draft.proposals.has(id)) senseless(context, `there is a proposal ${id} already`);
  const state = event.change.kind === "elect" ? "nomination" : "discussion";
  const { community } = context.draft;
  const unseconded = { secondsNeeded: 0, organisationsNeeded: 0, seconds: [] };
  return { ...said, ...unseconded, id, by: community, submittedAt: context.at, phase: { state, until } };
}
function seconded(context, event) {
  const { proposal: id, by, organisation: organisation2, discussionUntil } = event;
  const proposal = inPhase(context, id, "seconding");
  if (proposal.seconds.some((second) => second.by === by)) senseless(context, `${by} seconds ${id} twice`);
  noteAct(context, by);
  const phase = discussionUntil === void 0 ? proposal.phase : { state: "discussion", until: discussionUntil };
  return { ...proposal, seconds: [...proposal.seconds, { by, organisation: organisation2 }], phase };
}
function extended(context, { proposal: id, why, until }) {
  const proposal = inPhase(context, id, "voting");
  if (proposal.phase.state !== "voting") return senseless(context, `${id} is not voted on`);
  const before = proposal.phase.extended;
  if (why === "quorum" ? before.quorum : before.late) senseless(context, `${id} is extended twice for ${why}`);
  const extended2 = why === "quorum" ? { ...before, quorum: true } : { ...before, late: true };
  return { ...proposal, phase: { state: "voting", until, extended: extended2 } };
}
function decided(context, event) {
  const { at } = context;
  const { proposal: id, tally, ballots, boardRoot, inForceFrom, refileFrom } = event;
  const proposal = { ...inPhase(context, id, "counting"), outcome: { tally, ballots, boardRoot } };
  switch (tally.result) {
    case "passed":
      if (inForceFrom === void 0) return senseless(context, `${id} has passed and never comes into force`);
      return { ...proposal, phase: { state: "timelock", until: inForceFrom } };
    case "rejected":
      return { ...proposal, phase: { state: "rejected", at } };
    case "lapsed":
      return {
        ...proposal,
        phase: { state: "lapsed", at, why: "quorum", ...refileFrom === void 0 ? {} : { refileFrom } }
      };
    default:
      return never(tally.result);
  }
}
var proposalsHandlers = {
  "proposal-submitted": applyProposal,
  "proposal-seconded": applyProposal,
  "proposal-withdrawn": applyProposal,
  "vote-called": applyProposal,
  "proposal-frozen": applyProposal,
  "voting-opened": applyProposal,
  "voting-extended": applyProposal,
  "voting-ended": applyProposal,
  "proposal-decided": applyProposal,
  "proposal-lapsed": applyProposal,
  "proposal-voided": applyProposal
};

// server/governance/apply/rules.ts
function applyRule(context, event) {
  const { draft, at } = context;
  switch (event.kind) {
    case "rule-in-force": {
      const { rule } = event;
      const before = draft.rules.get(rule.id) ?? [];
      if (rule.version !== before.length + 1) senseless(context, `${rule.id} has no version before ${rule.version}`);
      draft.rules.set(rule.id, [...endedBy(before, rule.activeFrom), rule]);
      enact(context, event.proposal);
      break;
    }
    case "rule-repealed":
      draft.rules.set(event.rule, endedBy(versionsOf(context, event.rule), at));
      enact(context, event.proposal);
      break;
    case "rule-expired": {
      const last = versionsOf(context, event.rule).at(-1);
      if (last?.version !== event.version || endOf(last) > at) {
        senseless(context, `version ${event.version} of ${event.rule} has not come to its end`);
      }
      draft.rules.set(event.rule, endedBy(versionsOf(context, event.rule), last.sunsetAt));
      break;
    }
    case "charter-amended":
      if (event.charter.version !== draft.charter.version + 1)
        senseless(context, "a version of the charter is missing");
      draft.charter = completed(event.charter);
      draft.charters = [...draft.charters, draft.charter];
      enact(context, event.proposal);
      break;
    default:
      never(event);
  }
}
function endedBy(versions, at) {
  return versions.map(
    (version, index) => index === versions.length - 1 ? { ...version, activeTo: earlier(endOf(version), at) } : version
  );
}
function versionsOf(context, id) {
  return context.draft.rules.get(id) ?? senseless(context, `there is no rule ${id}`);
}
function enact(context, id) {
  const proposal = inPhase(context, id, "timelock");
  context.draft.proposals.set(id, { ...proposal, phase: { state: "in-force", since: context.at } });
}
var rulesHandlers = {
  "rule-in-force": applyRule,
  "rule-repealed": applyRule,
  "rule-expired": applyRule,
  "charter-amended": applyRule
};

// server/governance/apply/federation.ts
function applyFederation(context, event) {
  const { draft, at } = context;
  switch (event.kind) {
    case "server-limited":
      limit(context, event);
      enact(context, event.proposal);
      return;
    case "relations-ended":
      endRelations(context, event);
      return;
    case "community-linked":
      draft.links.set(event.community, { since: at, proposal: event.proposal });
      enact(context, event.proposal);
      return;
    case "community-unlinked":
      draft.links.delete(event.community);
      enact(context, event.proposal);
      return;
    case "community-moved":
      draft.movedTo = event.target;
      enact(context, event.proposal);
      return;
    default:
      never(event);
  }
}
function limit({ draft, at }, { server, level, proposal }) {
  const before = draft.servers.get(server);
  if (level === "none") draft.servers.delete(server);
  else if (level === "suspend" && before?.level === "suspend") draft.servers.set(server, { ...before, proposal });
  else draft.servers.set(server, { level, since: at, proposal });
}
function endRelations(context, { server }) {
  const { draft, at } = context;
  const suspended = draft.servers.get(server);
  if (suspended?.level !== "suspend" || suspended.relationsEndedAt || addDays(suspended.since, RESTORABLE_DAYS) > at) {
    senseless(context, `nothing that was severed from ${server} ends now`);
  }
  draft.servers.set(server, { ...suspended, relationsEndedAt: at });
  for (const [name, member] of draft.members) {
    if (member.leftAt !== void 0 || !covers(server, member.organisation)) continue;
    if (isCutOff(draft, member.organisation)) draft.members.set(name, { ...member, leftAt: at });
  }
}
var federationHandlers = {
  "server-limited": applyFederation,
  "relations-ended": applyFederation,
  "community-linked": applyFederation,
  "community-unlinked": applyFederation,
  "community-moved": applyFederation
};

// server/governance/events/cases.ts
var CASES_DATES = {};

// server/governance/events/delegations.ts
var DELEGATIONS_DATES = {};

// server/governance/events/emergency.ts
var EMERGENCY_DATES = {};

// server/governance/events/enforcement.ts
var ENFORCEMENT_DATES = {
  "post-held": ["until", "statement.actAt"],
  "hold-ended": [],
  "post-labelled": ["statement.actAt"]
};
var ENFORCEMENT_TEXTS = {
  "post-held": ["statement.facts"],
  "post-labelled": ["statement.facts"]
};

// server/governance/events/federation.ts
var FEDERATION_DATES = {
  "server-limited": [],
  "relations-ended": [],
  "community-linked": [],
  "community-unlinked": [],
  "community-moved": []
};

// server/governance/events/house.ts
var HOUSE_DATES = {
  "attempt-refused": [],
  "inconsistency-seen": [],
  "text-erased": []
};

// server/governance/events/juries.ts
var JURIES_DATES = {};

// server/governance/events/membership.ts
var MEMBERSHIP_DATES = {
  "community-founded": ["provisionalUntil"],
  "member-joined": [],
  "member-left": [],
  "member-moved": []
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
  "proposal-lapsed": ["refileFrom"],
  "proposal-voided": []
};
var PROPOSALS_TEXTS = {
  "proposal-submitted": ["title", "reasons"]
};

// server/governance/events/roles.ts
var ROLES_DATES = {};

// server/governance/events/rules.ts
var RULES_DATES = {
  "rule-in-force": ["rule.activeFrom", "rule.activeTo", "rule.sunsetAt"],
  "rule-repealed": [],
  "rule-expired": [],
  "charter-amended": []
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
  ...HOUSE_DATES
};
var EVENT_TEXTS = {
  ...PROPOSALS_TEXTS,
  ...ENFORCEMENT_TEXTS
};

// server/record/canonical.ts
import { hash as hash2 } from "node:crypto";

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
  const text = canonicalize(plain(value));
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
  return digest(hash2("sha256", text, "hex"));
}
function plain(value) {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map) return sorted([...value].map(plain));
  if (value instanceof Set) return sorted([...value].map(plain));
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
function sorted(parts) {
  const written = parts.map((part) => ({ part, text: canonicalize(part) ?? "" }));
  written.sort((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
  return written.map(({ part }) => part);
}

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
  return patterns.flatMap((pattern) => spelledOut(event, pattern.split(".")));
}
function spelledOut(value, [step, ...rest], before = "") {
  if (step === void 0) return [before];
  if (typeof value !== "object" || value === null) return [];
  const steps = step === "*" ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return steps.flatMap((one) => spelledOut(value[one], rest, before === "" ? one : `${before}.${one}`));
}
function valueAt(value, path) {
  return path.split(".").reduce((at, step) => at?.[step], value);
}
function withValue(value, path, put) {
  const [step = "", ...rest] = path.split(".");
  const inner = rest.length === 0 ? put : withValue(value[step] ?? {}, rest.join("."), put);
  if (Array.isArray(value)) return value.map((one, place) => String(place) === step ? inner : one);
  return { ...value, [step]: inner };
}

// server/governance/apply/erasers.ts
var nothing = () => {
};
var ERASERS = {
  "proposal-submitted": {
    subject: ({ proposal }) => proposal,
    erase(draft, subject, path) {
      const proposal = draft.proposals.get(subject);
      if (proposal !== void 0) draft.proposals.set(proposal.id, { ...proposal, [path]: TOMBSTONE });
    }
  },
  "post-held": { subject: ({ statement }) => statement.post, erase: nothing },
  "post-labelled": { subject: ({ statement }) => statement.post, erase: nothing }
};
function eraserOf(kind) {
  return Object.hasOwn(ERASERS, kind) ? ERASERS[kind] : void 0;
}

// server/governance/apply/house.ts
var houseHandlers = {
  "attempt-refused": ({ draft }) => {
    draft.refusedAttempts += 1;
  },
  "inconsistency-seen": ({ draft, at }, { origin, shown }) => {
    draft.inconsistencies.set(origin, { at, shown });
  },
  /** Also where the text is still in the entry: the state is the same before it is taken out there, and afterwards. */
  "text-erased": (context, { seq, of, subject, path }) => {
    const eraser = eraserOf(of);
    if (eraser === void 0) return senseless(context, `nothing can be erased from \u201C${of}\u201D`);
    if (seq >= context.seq) senseless(context, `a text of entry ${seq}, which is not written yet, is erased`);
    eraser.erase(context.draft, subject, path);
  }
};

// server/governance/apply/juries.ts
var juriesHandlers = {};

// server/governance/apply/roles.ts
var rolesHandlers = {};

// server/record/chain.ts
var FIRST_PREV = digest("0".repeat(64));
function commitmentOf(text, salt) {
  return sha256(`{"event":${text},"salt":${JSON.stringify(salt)}}`);
}
function headHash({ at, commitment, community, kind, prev, seq }) {
  const made = `{"at":"${at.toISOString()}","commitment":${JSON.stringify(commitment)}`;
  const where = `"community":${JSON.stringify(community)},"kind":${JSON.stringify(kind)}`;
  return sha256(`${made},${where},"prev":${JSON.stringify(prev)},"seq":${seq}}`);
}
function checkHead(entry, previous) {
  if (headHash(entry.head) !== entry.hash) return wrongAt(previous)("hash", HEAD_CHANGED);
  const link = checkPlace(entry, previous);
  return link.ok ? accepted(entry) : link;
}
var HEAD_CHANGED = "its head was changed; the hash does not fit";
var wrongAt = (previous) => (what, why) => refused(what, `Entry ${(previous?.head.seq ?? 0) + 1}: ${why}.`);
function checkPlace({ head }, previous) {
  const place = (previous?.head.seq ?? 0) + 1;
  const wrong = wrongAt(previous);
  if (head.seq !== place) return wrong("seq", `it is missing; entry ${head.seq} stands in its place`);
  if (head.prev !== (previous?.hash ?? FIRST_PREV)) return wrong("prev", "it does not follow from the entry before it");
  if (previous !== null && head.community !== previous.head.community) {
    return wrong("community", `it belongs to the record of ${head.community}`);
  }
  if (previous !== null && head.at < previous.head.at) return wrong("time", "it is dated before the entry before it");
  return accepted(true);
}

// server/governance/cases/state.ts
var NO_CASES = {};

// server/governance/delegations/state.ts
var NO_DELEGATIONS = {};

// server/governance/emergency/state.ts
var NO_EMERGENCY = {};

// server/governance/house/state.ts
var NO_HOUSE = { tree: [], refusedAttempts: 0, inconsistencies: /* @__PURE__ */ new Map() };

// server/governance/juries/state.ts
var NO_JURIES = { verdicts: /* @__PURE__ */ new Map() };

// server/governance/roles/state.ts
var NO_ROLES = { holders: /* @__PURE__ */ new Map() };

// server/governance/initial-state.ts
function initialState(community) {
  const never2 = /* @__PURE__ */ new Date(0);
  return {
    community,
    seq: 0,
    head: FIRST_PREV,
    at: never2,
    founder: personIri(""),
    title: "",
    purpose: "",
    provisionalUntil: never2,
    charter: { version: 0, parameters: DEFAULT_PARAMETERS },
    charters: [],
    members: /* @__PURE__ */ new Map(),
    proposals: /* @__PURE__ */ new Map(),
    rules: /* @__PURE__ */ new Map(),
    holds: /* @__PURE__ */ new Map(),
    dealtWith: /* @__PURE__ */ new Set(),
    servers: /* @__PURE__ */ new Map(),
    links: /* @__PURE__ */ new Map(),
    ...NO_ROLES,
    ...NO_CASES,
    ...NO_JURIES,
    ...NO_EMERGENCY,
    ...NO_DELEGATIONS,
    ...NO_HOUSE
  };
}

// server/governance/apply.ts
var HANDLERS = {
  ...membershipHandlers,
  ...proposalsHandlers,
  ...rulesHandlers,
  ...federationHandlers,
  ...enforcementHandlers,
  ...rolesHandlers,
  ...casesHandlers,
  ...juriesHandlers,
  ...emergencyHandlers,
  ...delegationsHandlers,
  ...houseHandlers
};
function applyInPlace(draft, entry) {
  const { head, hash: hash4, event } = entry;
  if (head.community !== draft.community) {
    throw new RecordFault(head.seq, "community", `Entry ${head.seq}: it belongs to the record of ${head.community}.`);
  }
  if (head.seq !== draft.seq + 1) throw new RecordFault(draft.seq + 1, "seq", `Entry ${draft.seq + 1}: it is missing.`);
  if (head.prev !== draft.head) {
    throw new RecordFault(head.seq, "prev", `Entry ${head.seq}: it does not follow from the entry before it.`);
  }
  if (head.at < draft.at) {
    throw new RecordFault(head.seq, "time", `Entry ${head.seq}: it is dated before the entry before it.`);
  }
  if (head.seq === 1 !== (event.kind === "community-founded")) {
    throw new RecordFault(head.seq, "state", `Entry ${head.seq}: a record begins with the founding, and only there.`);
  }
  applyEvent(event, { draft, seq: head.seq, at: head.at });
  draft.tree = addLeaf(draft.tree, draft.seq, hash4);
  draft.seq = head.seq;
  draft.head = hash4;
  draft.at = head.at;
  return draft;
}
function applyEvent(event, context) {
  if (!Object.hasOwn(HANDLERS, event.kind)) senseless(context, "this version does not know what it says");
  const handler = HANDLERS[event.kind];
  handler(context, event);
}

// server/record/note.ts
import { createPublicKey, hash as hash3, verify } from "node:crypto";
var TYPES = { ed25519: 1, cosignature: 4 };
var ID_BYTES = 4;
var TIME_BYTES = 8;
var SIGNATURE_BYTES = 64;
var ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");
function keyId({ name, type }, key) {
  return hash3("sha256", Buffer.concat([Buffer.from(`${name}
`), Buffer.of(TYPES[type]), key]), "buffer").subarray(
    0,
    ID_BYTES
  );
}
function readKeyLine(line) {
  const parts = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line.trim());
  const [, name, id, body = ""] = parts ?? [];
  const bytes = Buffer.from(body, "base64");
  const type = ["ed25519", "cosignature"].find((one) => TYPES[one] === bytes[0]);
  if (name === void 0 || type === void 0 || bytes.length !== 33) return void 0;
  const [signature, key] = [{ name, type }, bytes.subarray(1)];
  return keyId(signature, key).toString("hex") === id ? { signature, key } : void 0;
}
function verifiesLine(text, line, signature, key) {
  const prefix = `\u2014 ${signature.name} `;
  if (!line.startsWith(prefix) || key.length !== 32) return void 0;
  const encoded = line.slice(prefix.length).replace(/\n$/, "");
  const body = Buffer.from(encoded, "base64");
  const timeBytes = signature.type === "cosignature" ? TIME_BYTES : 0;
  if (body.length !== ID_BYTES + timeBytes + SIGNATURE_BYTES || body.toString("base64") !== encoded) return void 0;
  if (!body.subarray(0, ID_BYTES).equals(keyId(signature, key))) return void 0;
  const seconds = timeBytes === 0 ? void 0 : Number(body.readBigUInt64BE(ID_BYTES));
  const signed = body.subarray(ID_BYTES + timeBytes);
  if (!verify(null, messageOf(text, seconds), publicKeyOf(key), signed)) return void 0;
  return seconds === void 0 ? {} : { at: new Date(seconds * 1e3) };
}
var LONGEST_NOTE = 16384;
function splitNote(note) {
  const cut = note.lastIndexOf("\n\n");
  if (cut === -1 || note.length > LONGEST_NOTE || !note.endsWith("\n")) return void 0;
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) return void 0;
  const lines = note.slice(cut + 2).split(/(?<=\n)/);
  return lines.every((line) => line.startsWith("\u2014 ")) ? { text: note.slice(0, cut + 1), lines } : void 0;
}
function publicKeyOf(key) {
  return createPublicKey({ key: Buffer.concat([ED25519_SPKI, key]), format: "der", type: "spki" });
}
function messageOf(text, seconds) {
  return Buffer.from(seconds === void 0 ? text : `cosignature/v1
time ${seconds}
${text}`);
}

// server/record/checkpoint.ts
function readCheckpoint(text) {
  const [origin, size = "", root = ""] = text.split("\n");
  const bytes = Buffer.from(root, "base64");
  const isRoot = bytes.length === 32 && bytes.toString("base64") === root;
  if (!origin || !/^(0|[1-9]\d{0,14})$/.test(size) || !isRoot) return void 0;
  return { origin, size: Number(size), root: digest(bytes.toString("hex")) };
}
function rootFrom(written) {
  const text = written.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return digest(text.toLowerCase());
  const bytes = Buffer.from(text, "base64");
  return bytes.length === 32 && bytes.toString("base64") === text ? digest(bytes.toString("hex")) : void 0;
}

// server/record/revive.ts
function reviveDates(object, paths) {
  return paths.reduce((revived, path) => reviveAt(revived, stepsOf(path), path), object);
}
var known = /* @__PURE__ */ new Map();
function stepsOf(path) {
  const steps = known.get(path) ?? path.split(".");
  known.set(path, steps);
  return steps;
}
function reviveAt(value, steps, path, at = 0) {
  const step = steps[at];
  if (step === void 0) return dateOf(value, path);
  if (step === "*") {
    if (!Array.isArray(value)) throw new TypeError(`there is no list on the way to ${path}`);
    return value.map((element) => reviveAt(element, steps, path, at + 1));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`there is nothing on the way to ${path}`);
  }
  const fields = value;
  return Object.hasOwn(fields, step) ? { ...fields, [step]: reviveAt(fields[step], steps, path, at + 1) } : fields;
}
function dateOf(value, path) {
  const date = new Date(typeof value === "string" ? value : Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString() !== value) throw new TypeError(`${path} holds no date`);
  return date;
}

// server/record/encoding.ts
function decodeEntry(encoded) {
  const { community, seq, prev, at, kind, commitment, hash: hash4, salt, eventJson, texts } = encoded;
  try {
    if (!(at instanceof Date) || Number.isNaN(at.getTime())) throw new TypeError("its time is no date");
    const event = decodeEvent(eventJson, texts);
    return {
      head: {
        community,
        seq,
        prev,
        at,
        kind,
        commitment
      },
      hash: hash4,
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
    throw new TypeError(`no event is called \u201C${kind}\u201D`);
  const known2 = kind;
  const joined = texts.length > 0 || text.includes('"sha256":') ? joinTexts(event, known2, texts) : event;
  return reviveDates(joined, EVENT_DATES[known2]);
}

// server/record/export.ts
function createExportCheck({
  roots = [],
  onEntry
} = {}) {
  const tree = new GrowingTree();
  const wanted = /* @__PURE__ */ new Map();
  for (const { size, root } of roots) wanted.set(size, [...wanted.get(size) ?? [], root]);
  let previous = null;
  let told = 0;
  function add(line) {
    const place = (previous?.head.seq ?? 0) + 1;
    const { hash: hash4, salt, eventJson } = line;
    const link = { head: headOf(line, place), hash: digest(hash4) };
    const checked = checkHead(link, previous);
    if (!checked.ok) throw new RecordFault(place, checked.refusal.code, checked.refusal.text);
    if (salt !== void 0 && eventJson !== void 0) {
      if (commitmentOf(eventJson, salt) !== line.commitment)
        throw new RecordFault(place, "commitment", `Entry ${place}: what it says is not what was committed to.`);
      told += 1;
      onEntry?.(decodeEntry({ ...line, at: link.head.at, salt, eventJson }));
    }
    previous = link;
    tree.add(hash4);
    const expected = wanted.get(tree.size);
    if (expected?.some((root) => root !== tree.root()))
      throw new RecordFault(place, "tree", `Up to entry ${place} the record is not the one that was signed or kept.`);
    wanted.delete(tree.size);
  }
  return {
    add,
    done() {
      const [missing] = wanted.keys();
      if (missing !== void 0 && missing > tree.size)
        throw new RecordFault(missing, "tree", `Entry ${missing} is missing: a signed or kept root speaks of it.`);
      return { entries: tree.size, head: previous?.hash ?? null, root: tree.root(), told };
    }
  };
}
function headOf({ community, seq, prev, at, kind, commitment }, place) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime()) || date.toISOString() !== at)
    throw new RecordFault(place, "unreadable", `Entry ${place}: its time is no date.`);
  return { community, seq, prev, at: date, kind, commitment };
}

// server/verifiers/verify-record.ts
var USAGE = `Checks a copy of an open book, without the server it came from.

  node verify-record.mjs record.jsonl [--kept "entry 57, root \u2026"]\u2026 [--key name+id+key]\u2026

  --kept  a line from a receipt, a notice or a digest: the book must still be the one it speaks of
  --key   a key you trust; without any, those in the file are taken, which its server could have made up

Exit code 0: everything fits. 1: it does not, and what is wrong is said. 2: it could not be read.`;
var say = (line) => void process.stdout.write(`${line}
`);
function keptHead(line) {
  const [, size, written = ""] = /(?:^|\D)([1-9]\d{0,9})\D+?([0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=)/.exec(line) ?? [];
  const root = rootFrom(written);
  if (root === void 0) throw new TypeError(`\u201C${line}\u201D has no entry and root in it`);
  return { size: Number(size), root };
}
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kept: { type: "string", multiple: true, default: [] },
      key: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", default: false }
    }
  });
  const [file] = positionals;
  if (file === void 0 || values.help) {
    say(USAGE);
    return values.help ? 0 : 2;
  }
  const { signed, community } = await signedIn(file);
  const heads = signed.flatMap(({ checkpoint }) => readCheckpoint(splitNote(checkpoint)?.text ?? "") ?? []);
  let draft = community === void 0 ? void 0 : draftOf(initialState(community));
  const check = createExportCheck({
    roots: [...values.kept.map(keptHead), ...heads],
    onEntry(entry) {
      if (draft?.seq === entry.head.seq - 1) draft = applyInPlace(draft, entry);
    }
  });
  for await (const line of linesOf(file)) if ("seq" in line) check.add(line);
  const { entries, told, root } = check.done();
  say(`${entries} entries of ${community ?? "nobody"}: the chain is whole, and the tree over it has the root`);
  say(`  ${Buffer.from(root, "hex").toString("base64")}`);
  say(told === entries ? "  Every entry makes sense after those before it." : `  Words are there of ${told} of them.`);
  for (const line of values.kept) say(`  It is still the book of which you kept: ${line}`);
  return signed.map((one) => signaturesHold(one, values.key)).every(Boolean) ? 0 : 1;
}
async function* linesOf(file) {
  const input = file === "-" ? process.stdin : createReadStream(file);
  for await (const line of createInterface({ input })) if (line !== "") yield JSON.parse(line);
}
async function signedIn(file) {
  const signed = [];
  let community;
  for await (const line of linesOf(file)) {
    if ("checkpoint" in line) signed.push(line);
    else if (community === void 0 && "community" in line) community = line.community;
  }
  return { signed, community };
}
function signaturesHold({ checkpoint, keys }, trusted) {
  const note = splitNote(checkpoint);
  const head = note && readCheckpoint(note.text);
  if (note === void 0 || head === void 0) {
    say("WRONG  A checkpoint in the file cannot be read.");
    return false;
  }
  const known2 = (trusted.length > 0 ? trusted : keys).flatMap((line) => readKeyLine(line) ?? []);
  let own = false;
  for (const { signature, key } of known2) {
    const found = note.lines.filter((line) => line.startsWith(`\u2014 ${signature.name} `));
    const holding = found.flatMap((line) => verifiesLine(note.text, line, signature, key) ?? []);
    if (found.length > 0 && holding.length === 0) {
      say(`WRONG  The signature of ${signature.name} under entry ${head.size} does not hold.`);
      return false;
    }
    for (const { at } of holding)
      say(
        `  Signed by ${signature.name} up to entry ${head.size}${at === void 0 ? "" : `, on ${at.toISOString()}`}`
      );
    own ||= holding.length > 0 && signature.name === head.origin && signature.type === "ed25519";
  }
  if (!own)
    say(`WRONG  There is no signature by ${head.origin} itself under entry ${head.size} that could be checked.`);
  return own;
}
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.exitCode = error instanceof RecordFault ? 1 : 2;
    say(error instanceof RecordFault ? `WRONG  ${error.message}` : `It cannot be read: ${String(error)}`);
  }
);
