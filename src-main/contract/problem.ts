/** Failures with a stable code. The interface words them; no stack or foreign message crosses a border. */
import type { ProblemCode, ProblemData } from './model';

export class Problem extends Error {
  readonly data: ProblemData;

  constructor(code: ProblemCode, values?: Readonly<Record<string, string | number>>, options?: { cause?: unknown; reference?: string }) {
    super(values ? `${code} ${JSON.stringify(values)}` : code, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.data = {
      code,
      ...(values ? { values } : {}),
      ...(options?.reference === undefined ? {} : { reference: options.reference }),
    };
  }

  static from(data: ProblemData): Problem {
    return new Problem(data.code, data.values, data.reference === undefined ? {} : { reference: data.reference });
  }
}

/** What a host answers: an error's code survives the crossing, its stack does not. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ProblemData };

export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
