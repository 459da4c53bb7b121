/** Customers who have their chat open and say nothing, as a process of its own. */
import { answer } from '../child.ts';
import { dialects } from './dialect.ts';
import { Wire } from './wire.ts';

export type IdleRequest =
  | { do: 'join'; port: number; from: string; customers: { ticket: string; c: string }[] }
  | { do: 'leave' };

const AT_ONCE = 50;
const wires: Wire[] = [];

/** Opens a socket, says hello and follows the conversation; resolves when its log has arrived. */
async function join(port: number, from: string, { ticket, c }: { ticket: string; c: string }): Promise<void> {
  const { path, opening, isReady } = dialects.plain;
  let onText = (_text: string) => {};
  const wire = await Wire.open(
    port,
    path,
    (buffer, start, end) => onText(buffer.toString('utf8', start, end)),
    from,
  );
  wires.push(wire);
  await new Promise<void>((resolve, reject) => {
    onText = (text) => {
      if (isReady(text)) wire.sendText(JSON.stringify({ t: 'sub', c, after: 0 }));
      if (text.startsWith('{"t":"events"')) resolve();
      if (/^\{"t":"(bye|refused)"/.test(text)) reject(new Error(`the server said ${text}`));
    };
    for (const text of opening(ticket)) wire.sendText(text);
  });
}

answer(async (request: IdleRequest): Promise<unknown> => {
  if (request.do === 'leave') {
    for (const wire of wires.splice(0)) wire.socket.destroy();
    return null;
  }
  const { port, from, customers } = request;
  for (let i = 0; i < customers.length; i += AT_ONCE) {
    await Promise.all(customers.slice(i, i + AT_ONCE).map((customer) => join(port, from, customer)));
  }
  return wires.length;
});
