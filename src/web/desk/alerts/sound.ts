import { remember, remembered } from '../ui/remembered.ts';

let context: AudioContext | null = null;

/** Browsers let a page make sound only after somebody touched it: opens the way at the first touch. */
function wake(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
}

/** To be called once; returns the way to stop. */
export function listenForFirstTouch(): () => void {
  window.addEventListener('pointerdown', wake, { once: true });
  window.addEventListener('keydown', wake, { once: true });
  return () => {
    window.removeEventListener('pointerdown', wake);
    window.removeEventListener('keydown', wake);
  };
}

export const soundIsOn = (): boolean => remembered('sound') !== 'off';
export const setSound = (on: boolean): void => remember('sound', on ? null : 'off');

function tone(at: number, hertz: number, seconds: number): void {
  if (context === null) return;
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(0.12, at + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}

/** Two soft notes; rising for a new conversation, level for another message. Silent when switched off or not yet touched. */
export function beep(kind: 'conversation' | 'message', always = false): void {
  if (always) wake();
  if (context === null || (!always && !soundIsOn())) return;
  const start = context.currentTime;
  tone(start, 660, 0.18);
  tone(start + 0.12, kind === 'conversation' ? 880 : 660, 0.25);
}
