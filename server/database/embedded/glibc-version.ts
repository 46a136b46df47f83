/** A glibc version as [major, minor]. */
export type GlibcVersion = readonly [number, number];

/** What the engine is linked against. */
export const GLIBC_NEEDED: GlibcVersion = [2, 38];

/** The glibc this process runs on; undefined where there is none (macOS, musl). */
export function glibcVersion(): GlibcVersion | undefined {
  const report: NodeJS.ProcessReport & { excludeNetwork?: boolean } = process.report;
  const { excludeNetwork = false } = report;
  // The report would look up the name of every open connection's peer otherwise.
  report.excludeNetwork = true;
  const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } };
  report.excludeNetwork = excludeNetwork;
  return parseGlibcVersion(header?.glibcVersionRuntime);
}

/** `"2.36"` → `[2, 36]`. */
export function parseGlibcVersion(text: string | undefined): GlibcVersion | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(text ?? '') ?? [];
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)];
}

/** Whether a glibc can load the engine. */
export function isNewEnough([major, minor]: GlibcVersion): boolean {
  const [neededMajor, neededMinor] = GLIBC_NEEDED;
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
