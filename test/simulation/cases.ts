import type { CaseId, PersonIri, PostIri } from '../../server/community/ids.ts';
import { activityIri, actorIri, postIri, ruleId } from '../../server/community/ids.ts';
import type { Case } from '../../server/governance/cases/case.ts';
import type { Level } from '../../server/governance/cases/ladder.ts';
import { holdersOf } from '../../server/governance/roles/role.ts';
import type { RuleDraft } from '../../server/governance/rules/rule.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import type { Ledger } from './ledger.ts';
import { hostOf, isHere, tenured } from './people.ts';
import type { World } from './world.ts';

/** What most cases are about; only people can judge it. */
export const SALES_RULE: RuleDraft = {
  title: 'No sales talk',
  text: { en: 'Nobody sells anything here.' },
  authoritative: 'en',
  when: { human: 'isSalesTalk' },
  effects: [],
  kind: 'conduct',
  human: { max: 'removal' },
  overrides: [],
  fixtures: { match: [], noMatch: [] },
};
export const R1 = ruleId(1);

/** What the moderators make of a case. */
type Plan = 'dismiss' | 'one' | 'two' | 'at-once' | 'jury' | 'look-away';

/** Posts, reports of them, what moderators do about the cases, and what those concerned do about that. */
export class Cases {
  /** While it is true, everybody who can appeals. */
  everybodyAppeals = false;
  /** While it is true, one moderator decides every case, as severely as one may. */
  severe = false;
  private posts = 0;
  private reports = 0;
  private readonly plans = new Map<CaseId, Plan>();
  private readonly answered = new Set<string>();
  private readonly world: World;
  private readonly ledger: Ledger;

  constructor(world: World, ledger: Ledger) {
    this.world = world;
    this.ledger = ledger;
  }

  /** Somebody writes something that others report. */
  async happen(): Promise<void> {
    const state = await this.world.state();
    const { chance } = this.world;
    const people = tenured(state, this.world.now());
    const respondent = chance.pick(people);
    const post = await this.write(respondent, 'Buy my things!');
    if (post === null) return;
    const reporters = chance.some(
      people.filter((one) => one !== respondent),
      chance.percent(20) ? 2 : 1,
    );
    for (const reporter of reporters) await this.report(post, reporter);
  }

  /** Writes a post; `null` where it was not taken in. */
  async write(author: PersonIri, text: string): Promise<PostIri | null> {
    const { actions, guild } = this.world;
    this.posts += 1;
    if (isHere(author)) {
      const published = await actions.publishPost({ author, community: guild, text });
      return this.ledger.done('posts', published) ? published.value.iri : null;
    }
    const iri = postIri(`https://${hostOf(author)}/posts/${this.posts}`);
    const addressed = [actorIri(guild)];
    const activity = activityIri(`${iri}/create`);
    const incoming = {
      iri,
      activity,
      author: actorIri(author),
      html: `<p>${text}</p>`,
      addressed,
      audience: 'public',
    } as const;
    return this.ledger.done('posts', await actions.receivePost(incoming, { from: 'author' })) ? iri : null;
  }

  /** Somebody here by the form; somebody elsewhere by a `Flag`, for which a clerk finds the rule. */
  async report(post: PostIri, by: PersonIri): Promise<void> {
    const { actions, guild, house } = this.world;
    this.reports += 1;
    if (isHere(by)) {
      const filed = await actions.fileReport({ community: guild, by, post, rule: R1, text: 'This is sales talk.' });
      this.ledger.done('reports filed here', filed);
      return;
    }
    const from = hostOf(by);
    const activity = `https://${from}/flags/${this.reports}`;
    await actions.report({
      activity,
      sender: `https://${from}/actor`,
      from,
      about: [post],
      text: 'This is sales talk.',
    });
    this.ledger.count('reports from elsewhere');
    for (const report of await house.reports.withoutRule(guild)) await this.giveRule(report.id, report.about as string);
  }

  private async giveRule(report: string, about: string): Promise<void> {
    const { actions, guild } = this.world;
    const state = await this.world.state();
    const clerks = holdersOf(state, 'clerk', this.world.now());
    const desk = clerks.length > 0 ? clerks : holdersOf(state, 'moderator', this.world.now());
    const by = desk.find(({ member }) => member !== about)?.member ?? state.founder;
    this.ledger.done('rules found for reports', await actions.giveRule({ community: guild, report, by, rule: R1 }));
  }

  /** Moderators look at what is open; respondents at what was decided. */
  async look(): Promise<void> {
    await this.world.openCases();
    const state = await this.world.state();
    for (const one of state.cases.values()) {
      if (one.phase.state === 'open') await this.moderate(one, state);
      if (one.phase.state === 'decided') await this.answer(one, state);
    }
  }

  private planFor({ id, cited }: Case): Plan {
    const known = this.plans.get(id);
    if (known !== undefined) return known;
    if (this.severe) return 'one';
    const lot = this.world.chance.below(100);
    const plan =
      lot < 20
        ? 'dismiss'
        : lot < 58
          ? 'one'
          : lot < 78
            ? 'two'
            : lot < 84
              ? 'at-once'
              : lot < 94
                ? 'jury'
                : 'look-away';
    // Under other rules than the one about conduct a moderator decides alone.
    this.plans.set(id, cited.rule === R1 ? plan : 'one');
    return this.plans.get(id) ?? plan;
  }

  private async moderate(one: Case, state: CommunityState): Promise<void> {
    const plan = this.planFor(one);
    if (plan === 'look-away') return;
    const moderators = holdersOf(state, 'moderator', this.world.now()).map(({ member }) => member);
    for (const by of this.world.chance.some(moderators, moderators.length)) {
      if (await this.decide(one, plan, by)) return;
    }
  }

  private async decide({ id, draft, interim }: Case, plan: Plan, by: PersonIri): Promise<boolean> {
    const { actions, guild, chance } = this.world;
    const at = { community: guild, case: id, by };
    const facts = 'It offers things for money.';
    if (draft !== undefined) {
      return this.ledger.done('measures of two moderators', await actions.confirmMeasure(at));
    }
    switch (plan) {
      case 'dismiss':
        return this.ledger.done('cases dismissed', await actions.decideCase({ ...at, level: null, facts }));
      case 'two':
        return this.ledger.done('measures proposed', await actions.decideCase({ ...at, level: 3, facts, days: 3 }));
      case 'at-once':
        if (interim === undefined) {
          const asked = await actions.decideCase({ ...at, level: 4, facts, interim: true });
          return this.ledger.done('measures proposed', asked);
        }
        return this.ledger.done('juries called', await actions.callJury({ ...at, max: 4, facts }));
      case 'jury': {
        const max: Level = chance.percent(50) ? 4 : 5;
        return this.ledger.done('juries called', await actions.callJury({ ...at, max, facts }));
      }
      default: {
        const level = (this.severe ? 2 : chance.below(3)) as Level;
        return this.ledger.done('measures of one moderator', await actions.decideCase({ ...at, level, facts }));
      }
    }
  }

  /** The respondent lets it be, demands a jury, or appeals. */
  private async answer(one: Case, state: CommunityState): Promise<void> {
    const { id, respondent, sanction, decision } = one;
    const key = `${id} ${decision?.decidedBy.by ?? ''}`;
    if (sanction === undefined || (this.answered.has(key) && !this.everybodyAppeals)) return;
    this.answered.add(key);
    const { actions, guild, chance } = this.world;
    const by = respondent as PersonIri;
    const level = decision?.level ?? 0;
    if (level >= 2 && level <= 3 && chance.percent(18) && !this.everybodyAppeals) {
      this.ledger.done('juries demanded', await actions.demandJury({ community: guild, case: id, by }));
      return;
    }
    if (level < 1 || !(this.everybodyAppeals || chance.percent(18))) return;
    const asked = { community: guild, case: id, by, words: 'It was no sales talk.' };
    if (state.sanctions.get(sanction)?.state !== 'active') return;
    this.ledger.done('appeals', await actions.fileAppeal(asked));
  }
}
