import './centre.css';
import { floatChat } from './float-chat.ts';
import { showLocalTimes } from './local-times.ts';
import { offerOtherWays } from './offer-other-ways.ts';
import { answerLauncher } from './panel.ts';
import { suggest } from './suggest.ts';
import { verifyFile } from './verify-file.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) suggest(form);
showLocalTimes();
floatChat();
offerOtherWays();
verifyFile();
answerLauncher();
