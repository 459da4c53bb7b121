import { remember, remembered } from '../ui/remembered.ts';

/** Whether Enter alone sends (Shift+Enter breaks the line); Ctrl or Cmd with Enter always does. */
export const enterSends = (): boolean => remembered('enter-sends') !== 'off';
export const setEnterSends = (on: boolean): void => remember('enter-sends', on ? null : 'off');
