/** Walks through HTML or XML from end to end without a tree. Entities a file defines itself are not known, so that none can grow. */
import { Parser } from 'htmlparser2';
import type { Handler } from 'htmlparser2';

/** No document nests so deep; the time it takes grows with the square of it. */
const DEEPEST = 2000;

/** @throws Error where elements lie within each other too deep */
export function walkMarkup(
  markup: string,
  handler: Partial<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag'>>,
  form: 'html' | 'xml',
): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes, isImplied) {
        depth += 1;
        if (depth > DEEPEST) throw new RangeError('elements nest too deep');
        handler.onopentag?.(name, attributes, isImplied);
      },
      ontext: (text) => handler.ontext?.(text),
      onclosetag(name, isImplied) {
        depth -= 1;
        handler.onclosetag?.(name, isImplied);
      },
    },
    { xmlMode: form === 'xml' },
  );
  parser.write(markup);
  parser.end();
}
