const { stdout } = process;
const colour = (code: number) => (text: string) => (stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = colour(1);
const soft = colour(2);
const green = colour(32);

/** Tells the story line by line, as it happens. */
export interface Narrator {
  /** A new chapter. */
  chapter(number: number, title: string): void;
  /** Something that happened and was checked. */
  saw(what: string): void;
  /** Something said by the software, word for word. */
  quote(text: string): void;
  /** Time passing in the community. */
  time(what: string): void;
}

export function createNarrator(): Narrator {
  const began = Date.now();
  const seconds = () => soft(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`);
  const line = (text: string) => stdout.write(`${seconds()}  ${text}\n`);
  return {
    chapter: (number, title) => stdout.write(`\n${bold(`${number}. ${title}`)}\n`),
    saw: (what) => line(`${green('✓')} ${what}`),
    quote: (text) => {
      for (const part of text.split('\n').filter((one) => one.trim())) line(soft(`  │ ${part.trim()}`));
    },
    time: (what) => line(soft(`… ${what}`)),
  };
}

/** A thing the story rests on; when it is not so, the demo stops and says it. */
export function check(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Error(`this should be so, and is not: ${what}`);
}
