/** How a page reaches its host: two functions, whichever host it is. */
import type { EventName, Events, Input, OperationName, Output } from './operations';
import { Problem } from './problem';
import type { Reply } from './problem';

export interface Link {
  call(operation: OperationName, input: unknown): Promise<Reply<unknown>>;
  /** Returns the function that ends the listening. */
  listen(event: EventName, handler: (value: never) => void): () => void;
}

export interface Client {
  /** Rejects with a `Problem`, never with anything else. */
  call<Name extends OperationName>(operation: Name, input: Input<Name>): Promise<Output<Name>>;
  listen<Name extends EventName>(event: Name, handler: (value: Events[Name]) => void): () => void;
}

export function createClient(link: Link): Client {
  return {
    async call(operation, input) {
      let reply: Reply<unknown>;
      try {
        reply = await link.call(operation, input);
      } catch (cause) {
        throw new Problem('host-lost', undefined, { cause });
      }
      if (!reply.ok) throw Problem.from(reply.problem);
      return reply.value as never;
    },
    listen(event, handler) {
      return link.listen(event, handler);
    },
  };
}
