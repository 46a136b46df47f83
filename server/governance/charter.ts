import { ofEachSpan, type SpanName } from './charter-parameters.ts';

/**
 * The charter: the parameters by which a community decides. Its defaults are those of the model this project
 * follows; a community changes them only by the charter's own procedure.
 */
export interface Charter {
  /** 1 when the community is founded, one more with every adopted change. */
  readonly version: number;
  readonly parameters: CharterParameters;
}

/** Durations say their unit in their name; `charter-parameters.ts` has the table. */
export type CharterParameters = Readonly<Record<SpanName, number>> & {
  /** Who may open an account on this server, where this is its home community. */
  readonly signUp: 'open' | 'request' | 'invitation';
  /** Organisations' domains whose confirmed e-mail addresses open an account: in order, `, ` between. Absent: `none`. */
  readonly signUpDomains?: string;
  /** Which servers are let in: all but those suspended, or only those decided about. Absent: `open`. */
  readonly federation?: 'open' | 'allow-list';
  /** What draws of juries follow from: words of members, or a public beacon. Absent: `commit-reveal`. */
  readonly juryRandomness?: 'commit-reveal' | 'drand';
};

export const DEFAULT_PARAMETERS: CharterParameters = {
  signUp: 'invitation',
  ...ofEachSpan((span) => span.default),
};

/** What a charter says that does not name these. */
export const ABSENT_MEANS = { signUpDomains: 'none', federation: 'open', juryRandomness: 'commit-reveal' } as const;

/** A charter as it was written, completed with what this version of the program knows besides. */
export const completed = ({ version, parameters }: Charter): Charter => ({
  version,
  parameters: { ...DEFAULT_PARAMETERS, ...parameters },
});

/**
 * What no vote removes (governance.md §3.1): shown with every charter. No parameter and no kind of change reaches
 * them; they hold because the code knows no other way.
 */
export const ENTRENCHED = [
  'The record is only ever added to.',
  'Whoever is restricted is told why, and under which rule and version.',
  'Whoever is restricted may appeal, and others judge it than those who decided first.',
  'No rule reaches back to what was done before it was in force.',
  'Everybody may leave at any time and take her own things along. (This version lets her leave; it has no archive of her own things yet.)',
] as const;
