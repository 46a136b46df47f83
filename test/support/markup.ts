import { Parser } from 'htmlparser2';

/** An element as it was opened, with what stands around it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements it lies in, the outermost first. */
  readonly within: readonly string[];
  /** All text below it. */
  text: string;
}

/** Every element of a page in its order, read by a parser that is not the one under test. */
export function elementsOf(page: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, within: open.map((one) => one.name), text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(page);
  return elements;
}

/** Attributes that come and go with what a text says, as they should. */
const CHOSEN = new Set(['aria-current', 'checked', 'selected']);

/** The page without its words: elements and the names of their attributes. Text that becomes markup changes it. */
export function skeletonOf(page: string): readonly string[] {
  return elementsOf(page).map(
    ({ name, attributes, within }) =>
      `${within.join('/')}/${name} ${Object.keys(attributes)
        .filter((one) => !CHOSEN.has(one))
        .sort()
        .join(' ')}`,
  );
}
