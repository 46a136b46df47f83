const LONGEST_NAME = 200;

/**
 * Reads an organisation's roll, whoever may be given a token each month: one name a line; empty lines and those that
 * begin with `#` say nothing.
 *
 * @returns the names, or the sentence that says what is wrong with which line
 */
export function readRoll(text: string): readonly string[] | string {
  const names = new Set<string>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const name = line.trim();
    if (name === '' || name.startsWith('#')) continue;
    if (name.length > LONGEST_NAME) return `Line ${at + 1} is too long for a name.`;
    if (names.has(name)) return `Line ${at + 1}: ${name} stands on the roll twice. Tell the two apart by their names.`;
    names.add(name);
  }
  return [...names];
}
