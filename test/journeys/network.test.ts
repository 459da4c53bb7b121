import { beforeAll, describe, expect, it } from 'vitest';
import { Agent } from './people/agent.ts';
import { Customer } from './people/customer.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const on = stage();

describe.each(languages)('a bad network, in %s', (locale) => {
  let wei: Customer;
  let lin: Agent;
  stepByStep();
  leaveClean(() => [wei?.window, lin?.window]);

  beforeAll(async () => {
    const question = `网络 ${locale}`;
    wei = await Customer.arrives(on.browsers, '/chat', { locale });
    await wei.asks({ question });
    lin = await Agent.arrives(on.browsers, locale, on.cast.lin);
    await lin.goesTo('unassigned');
    await lin.reads(question);
    await lin.claims();
    await lin.replies('1 lin');
    await wei.sees('1 lin');
  });

  it('the server is killed: both are told, and go on writing', async () => {
    await on.centre.kill();
    await wei.page.getByText(wei.words.chat('line.waiting')).waitFor();
    await lin.page.getByText(lin.words.desk('connection.lost').split('{{')[0] as string).waitFor();
    await wei.writes('2 wei');
    await lin.replies('2 lin');
    await wei.progress('2 wei', 'pending');
    await lin
      .line('2 lin')
      .filter({ hasText: lin.words.desk('timeline.waiting') })
      .waitFor();
    await wei.window.look('chat-disconnected');
    await lin.window.look('conversation-disconnected');
  });

  it('the server is back: everything arrives, once', async () => {
    await on.centre.start();
    await wei.sees('2 lin');
    await lin.sees('2 wei');
    await wei.page.getByText(wei.words.chat('line.waiting')).waitFor({ state: 'hidden' });
    await expect.poll(() => wei.message('2 wei').count()).toBe(1);
    await expect.poll(() => lin.line('2 lin').count()).toBe(1);
    const mine = (await wei.said()).filter((text) => /^\d/.test(text));
    expect(mine.sort()).toEqual(['1 lin', '2 lin', '2 wei']);
  });

  it('the customer drives through a tunnel', async () => {
    await wei.window.context.setOffline(true);
    await wei.page.getByText(wei.words.chat('line.offline')).waitFor();
    await wei.writes('3 wei');
    await wei.progress('3 wei', 'pending');
    await wei.window.look('chat-offline');
    await lin.replies('3 lin');
    await wei.window.context.setOffline(false);
    await wei.sees('3 lin');
    await lin.sees('3 wei');
    await expect.poll(() => wei.message('3 wei').count()).toBe(1);
  });

  it('what could not be sent survives closing the page', async () => {
    await on.centre.kill();
    await wei.page.getByText(wei.words.chat('line.waiting')).waitFor();
    await wei.writes('4 wei');
    await wei.page.close();
    await on.centre.start();
    wei.page = await wei.window.tab('/chat');
    await wei.sees('4 wei');
    await lin.sees('4 wei');
    await expect.poll(() => lin.line('4 wei').count()).toBe(1);
  });
});

describe.each(languages)('a network that blocks WebSockets, in %s', (locale) => {
  let wei: Customer;
  let chen: Agent;
  stepByStep();
  leaveClean(() => [wei?.window, chen?.window]);

  it('the customer is served by long poll, and told so', async () => {
    const question = `长轮询 ${locale}`;
    wei = await Customer.arrives(on.browsers, '/', { locale });
    await wei.window.context.routeWebSocket(/./, (socket) => void socket.close());
    await wei.page.goto('/chat');
    await wei.asks({ question });
    chen = await Agent.opens(on.browsers, locale);
    await chen.window.context.routeWebSocket(/./, (socket) => void socket.close());
    await chen.page.reload();
    await chen.signsIn(on.cast.chen);
    await chen.goesTo('unassigned');
    await chen.reads(question);
    await chen.claims();
    await chen.replies('poll chen');
    await wei.sees('poll chen');
    await wei.page.getByText(wei.words.chat('line.poll')).waitFor();
    await wei.window.look('chat-long-poll');
  });

  it('messages, marks and typing go both ways', async () => {
    await wei.writes('poll wei');
    await chen.sees('poll wei');
    await wei.progress('poll wei', 'read');
    // A notice between two turns of the poll is lost by design: who goes on writing repeats it.
    const typing = wei.page.getByText(wei.words.chat('talk.typing', { name: on.cast.chen.name }));
    const keepsWriting = async () => {
      await chen.replyBox.pressSequentially('…');
      return typing.isVisible();
    };
    await expect.poll(keepsWriting, { interval: 500, timeout: 30_000 }).toBe(true);
  });
});
