/** One statement of a script, with the line it begins on. */
export interface Statement {
  readonly text: string;
  readonly line: number;
}

/** What may contain a semicolon that ends nothing: comments, strings, quoted names, dollar-quoted bodies. */
const opaque =
  /--[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1/;
const token = new RegExp(`${opaque.source}|;|[^]`, 'g');

/**
 * Splits a script into its statements, so that a failure can name the one that failed.
 * Joined together they are the script again, apart from blanks and comments between them.
 */
export function splitStatements(script: string): Statement[] {
  const statements: Statement[] = [];
  let text = '';
  let line = 1;
  let begin = 0;
  const finish = (): void => {
    if (begin > 0) statements.push({ text: text.trim(), line: begin });
    text = '';
    begin = 0;
  };
  for (const [part] of script.matchAll(token)) {
    const isBlank = /^\s|^--|^\/\*/.test(part);
    if (begin === 0 && !isBlank && part !== ';') begin = line;
    if (begin > 0 && part !== ';') text += part;
    if (part === ';') finish();
    line += part.split('\n').length - 1;
  }
  finish();
  return statements;
}
