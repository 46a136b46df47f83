import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A sentence that the server says to a person, and where. */
export interface FoundSentence {
  /** As it is looked up: with `{0}` … for its values. */
  readonly pattern: string;
  readonly file: string;
  readonly line: number;
  /** Put together as plain text, so that nothing can translate it: it should be `` said`…` ``. */
  readonly loose: boolean;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Whose argument, counted from 0, is a sentence. */
const SAYING: Readonly<Record<string, number>> = { refused: 1, refusal: 1, leaveNotice: 2, phrase: 0, toldAs: 0 };

/**
 * What the server says, read from its source: second arguments of `refused` and `refusal`, third ones of `leaveNotice`,
 * texts of refusals and of notices, clauses and what is put together of them, errors of forms, and every `` said`…` ``.
 * Names stand for what the same file gives them.
 */
export function sentencesOfServer(folders: readonly string[] = ['server']): readonly FoundSentence[] {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: ROOT })).toSorted();
  return files.flatMap((file) => sentencesIn(file, readFileSync(path.join(ROOT, file), 'utf8')));
}

/** Every text that stands anywhere in the source: what is not among them is said by nobody. */
export function textsOfServer(): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const file of globSync('server/**/*.ts', { cwd: ROOT })) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) texts.add(node.text);
      else if (ts.isTemplateExpression(node)) texts.add(patternOf(node));
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return texts;
}

export function sentencesIn(file: string, text: string): readonly FoundSentence[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const named = constantsOf(source);
  const found: FoundSentence[] = [];
  const seen = new Set<ts.Node>();

  function say(node: ts.Node, pattern: string, loose = false): void {
    if (seen.has(node)) return;
    seen.add(node);
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    if (/\p{L}/u.test(pattern.replaceAll(/\{\d+\}/g, ''))) found.push({ pattern, file, line: line + 1, loose });
  }

  /** Everything an expression can come to. */
  function take(node: ts.Expression | undefined): void {
    if (node === undefined) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) say(node, node.text);
    else if (ts.isTemplateExpression(node)) say(node, patternOf(node), true);
    else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(take);
    else if (ts.isSpreadElement(node)) take(node.expression);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(take);
    else if (ts.isBinaryExpression(node)) take(node.right);
    else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) take(node.expression);
    else if (ts.isIdentifier(node)) take(named.get(node.text));
    else if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) {
      const table = ts.isIdentifier(node.expression) ? named.get(node.expression.text) : undefined;
      if (table && ts.isObjectLiteralExpression(table)) for (const row of table.properties) takeRow(row);
    }
  }
  const takeRow = (row: ts.ObjectLiteralElementLike) => ts.isPropertyAssignment(row) && take(row.initializer);

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const at = SAYING[node.expression.text];
      if (at !== undefined) take(node.arguments[at]);
      if (node.expression.text === 'together') node.arguments.forEach(take);
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'said') say(node, patternOf(node.template));
    if (ts.isObjectLiteralExpression(node)) {
      const row = (name: string) =>
        node.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === name);
      const [code, words, errors] = [row('code'), row('text'), row('errors')];
      if ((code || row('about')) && words) takeRow(words);
      for (const told of [row('respondent'), row('reporters')]) if (told) takeRow(told);
      if (errors && ts.isPropertyAssignment(errors) && ts.isObjectLiteralExpression(errors.initializer))
        for (const one of errors.initializer.properties) takeRow(one);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

function patternOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const spans = template.templateSpans.map(({ literal }, at) => `{${at}}${literal.text}`);
  return template.head.text + spans.join('');
}

/** Constants of a file, by their names. */
function constantsOf(source: ts.SourceFile): ReadonlyMap<string, ts.Expression> {
  const named = new Map<string, ts.Expression>();
  (function visit(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      named.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  })(source);
  return named;
}
