/** @jsxImportSource preact */
import { render } from 'preact';
import '../tokens.css';
import './styles/chat.css';
import './styles/controls.css';
import './styles/talk.css';
import './styles/bubbles.css';
import './styles/composer.css';
import './styles/guard.css';
import './styles/start.css';
import './styles/list.css';
import './styles/proof.css';
import './styles/help.css';
import { App } from './app.tsx';
import { ChatSession } from './session/session.ts';
import { type ChatOptions, settingsOf } from './settings.ts';
import { fitViewport } from './ui/fit-viewport.ts';
import { Words, wordsFor } from './words.ts';

export interface MountedChat {
  /** Takes the chat off the page. What is pending stays stored and goes out with the next one. */
  unmount(): void;
}

/** Puts the chat into an element, which gives it its size. */
export function mountChat(element: HTMLElement, options: ChatOptions): MountedChat {
  const session = new ChatSession(options.base ?? '', options.locale);
  const unfit = fitViewport(element);
  element.classList.add('okpay-chat');
  element.lang = options.locale;
  element.replaceChildren();
  render(
    <Words.Provider value={wordsFor(options.locale)}>
      <App session={session} options={options} />
    </Words.Provider>,
    element,
  );
  void session.load();
  return {
    unmount: () => {
      unfit();
      session.stop();
      render(null, element);
    },
  };
}

const place = document.querySelector<HTMLElement>('#okpay-chat, [data-chat-root]');
if (place !== null) mountChat(place, settingsOf(place));
