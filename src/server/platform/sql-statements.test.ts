import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitStatements } from './sql-statements.ts';

const texts = (script: string): string[] => splitStatements(script).map(({ text }) => text);

describe('a script', () => {
  test('is split at semicolons that end a statement, and at no others', () => {
    expect(texts('select \';\'; select ";" from t; -- a; b\nselect 1 /* ; */ + 2;')).toEqual([
      "select ';'",
      'select ";" from t',
      'select 1 /* ; */ + 2',
    ]);
  });

  test('keeps the body of a function whole', () => {
    const body = 'create function f() returns int language plpgsql as $x$ begin return 1; end; $x$';
    expect(texts(`${body};\nselect $$;$$, $1;`)).toEqual([body, 'select $$;$$, $1']);
  });

  test("understands quotes within quotes, and escapes in e'' alone", () => {
    expect(texts(`select 'it''s;', 'c:\\'; select e'\\';'; select 2`)).toEqual([
      "select 'it''s;', 'c:\\'",
      "select e'\\';'",
      'select 2',
    ]);
  });

  test('tells the line on which each statement begins', () => {
    const script = '-- about\n\nselect 1;\n\n  -- more\n  select\n  2;\n';
    expect(splitStatements(script).map(({ line }) => line)).toEqual([3, 6]);
  });

  test('comes apart as it was put together, whatever the statements hold', () => {
    const piece = fc.constantFrom(
      'a',
      "'x;y'",
      '"q;"',
      '$$;$$',
      '$t$ ; $t$',
      '--c;\n',
      '/* ; */',
      ' ',
      '\n',
      "''",
    );
    const statement = fc.array(piece).map((pieces) => ` select ${pieces.join('')} z`.trim());
    fc.assert(
      fc.property(fc.array(statement), (statements) => {
        expect(texts(statements.map((text) => `${text};\n`).join(''))).toEqual(statements);
      }),
    );
  });
});
