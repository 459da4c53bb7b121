/** The same relay as `relay.ts`, as one writes it with Socket.IO: a room for each conversation, WebSocket transport only. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { ClientFrame } from '../../src/contract/frames.ts';
import { answer } from './child.ts';
import { eventsFrame, greeting, Relayed } from './relayed.ts';

const relayed = new Relayed<never>();
const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });

io.on('connection', (socket) => {
  socket.on('frame', (frame: ClientFrame) => {
    if (frame.t === 'post') {
      const talk = relayed.of(frame.c);
      io.to(frame.c).emit('frame', eventsFrame(frame, talk.seq++));
    } else if (frame.t === 'sub') {
      void socket.join(frame.c);
      socket.emit('frame', greeting(frame.c, relayed.of(frame.c).seq));
    }
  });
});

await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
answer(async () => (http.address() as AddressInfo).port);
