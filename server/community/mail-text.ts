/** What stands before a quoted letter, as mail programs write it in many languages; it may be broken over lines. */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^On\b.{4,200}\bwrote:$/s,
  /^Am\b.{4,200}\bschrieb\b.{0,200}:$/s,
  /^Le\b.{4,200}\ba écrit\s?:$/s,
  /^El\b.{4,200}\bescribió:$/s,
  /^(في|بتاريخ)\s.{4,200}كتب.{0,100}:$/s,
  /^.{2,100} (wrote|schrieb|a écrit|escribió)\s?:$/,
];
/** From here on nothing is hers, whatever it looks like. */
const ORIGINAL =
  /^(-{2,} ?(Original Message|Ursprüngliche Nachricht|Message d’origine|Message d'origine|Mensaje original) ?-{2,}|_{20,})$/i;
const HEADER_BLOCK = /^\*?(From|Von|De|من)\s?:\*? .+\n\*?(Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha|To|An)\s?:/i;
/** What telephones add by themselves. */
const PHONE = /^(Sent from my|Get Outlook for|Von meinem .{2,40} gesendet|Envoyé de mon|Enviado desde mi|أُرسلت من)/i;
const MOST_LINES_OF_ATTRIBUTION = 3;

/**
 * What somebody wrote in an answer by e-mail, without what her program put under it: the letter she answers, and her
 * signature. Quotes that she answered one by one stay.
 */
export function ownWords(text: string): string {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd());
  const own = lines.slice(0, endOfHers(lines));
  while (own.length > 0 && isNotHers(own.at(-1) ?? '')) own.pop();
  return own.join('\n').trim();
}

const isQuoted = (line: string): boolean => line.startsWith('>');
const isNotHers = (line: string): boolean => line === '' || isQuoted(line) || PHONE.test(line);

/** The first line that is not hers, and after which none is. */
function endOfHers(lines: readonly string[]): number {
  for (const [at, line] of lines.entries()) {
    // RFC 3676 §4.3; many programs lose the space.
    if (line === '--' || ORIGINAL.test(line)) return at;
    if (HEADER_BLOCK.test(`${line}\n${lines[at + 1] ?? ''}`)) return at;
    const length = attributionAt(lines, at);
    if (length > 0 && restIsQuoted(lines.slice(at + length))) return at;
  }
  return lines.length;
}

/** How many lines from here say who wrote what follows; 0: none. */
function attributionAt(lines: readonly string[], at: number): number {
  for (let length = 1; length <= MOST_LINES_OF_ATTRIBUTION; length += 1) {
    const said = lines.slice(at, at + length);
    if (said.some((line) => line === '' || isQuoted(line))) return 0;
    if (ATTRIBUTIONS.some((one) => one.test(said.join('\n')))) return length;
  }
  return 0;
}

/** Nothing but quotes, up to a signature: she wrote nothing between. Some programs quote without any sign. */
function restIsQuoted(rest: readonly string[]): boolean {
  const written = rest.filter((line) => line !== '');
  if (written.length === 0 || !written.some(isQuoted)) return true;
  const firstOwn = written.findIndex((line) => !isQuoted(line));
  return firstOwn === -1 || written[firstOwn] === '--' || written.slice(firstOwn).every((line) => PHONE.test(line));
}
