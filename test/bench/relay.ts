/**
 * What everything is compared with: the least that a server on `ws` can do. It checks nothing, stores nothing and
 * forgets everything; a post becomes an events frame with the next seq, to whoever follows the conversation.
 */
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClientFrame } from '../../src/contract/frames.ts';
import { answer } from './child.ts';
import { eventsFrame, greeting, Relayed } from './relayed.ts';

const relayed = new Relayed<WebSocket>();
const server = new WebSocketServer({
  port: 0,
  host: '127.0.0.1',
  perMessageDeflate: false,
  clientTracking: false,
});

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString()) as ClientFrame;
    if (frame.t === 'post') {
      const talk = relayed.of(frame.c);
      const text = JSON.stringify(eventsFrame(frame, talk.seq++));
      for (const follower of talk.followers) follower.send(text);
    } else if (frame.t === 'sub') {
      const talk = relayed.of(frame.c);
      talk.followers.push(socket);
      socket.send(JSON.stringify(greeting(frame.c, talk.seq)));
    } else if (frame.t === 'hello') {
      socket.send(JSON.stringify({ t: 'welcome', v: frame.v, heartbeatSeconds: 25 }));
    }
  });
});

answer(async () => (server.address() as AddressInfo).port);
