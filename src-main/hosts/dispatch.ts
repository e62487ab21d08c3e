/**
 * The edge every host shares: a call from outside is checked once against the contract, then handed to the library.
 * Not for transport, and not for deciding who may call: each host does that for itself.
 */
import * as v from 'valibot';
import { operations } from '../contract/operations';
import type { OperationName } from '../contract/operations';
import type { Reply } from '../contract/problem';
import type { LibraryHandle } from '../library/library-handle';

/** Never rejects. `bad-input` names the first field that does not fit, as in `files.0.name`; `operation` where there is no such operation. */
export async function dispatch(library: LibraryHandle, operation: unknown, input: unknown): Promise<Reply<unknown>> {
  if (!isOperation(operation)) return refuse('operation');
  const checked = v.safeParse(operations[operation].input, input, { abortEarly: true });
  if (!checked.success) return refuse(v.getDotPath(checked.issues[0]) ?? 'input');
  return library.call(operation, checked.output);
}

export function isOperation(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(operations, name);
}

function refuse(field: string): Reply<never> {
  return { ok: false, problem: { code: 'bad-input', values: { field } } };
}
