import { useState } from 'preact/hooks';
import { useWhen } from '../ui/use-when.ts';

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Takes files dropped anywhere on the chat. Returns whether some are held over it just now. */
export function useDrop(take: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useWhen([], () => {
    let depth = 0;
    const moved = (by: number) => (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += by;
      setOver(depth > 0);
    };
    const dropped = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      take(filesIn(event.dataTransfer));
    };
    const listeners = { dragenter: moved(1), dragover: moved(0), dragleave: moved(-1), drop: dropped };
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name as 'drop', listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) removeEventListener(name as 'drop', listener);
    };
  });
  return over;
}

/** The files in a paste, when it is files that were copied; text that comes with a picture of itself stays text. */
export function pastedFiles(event: ClipboardEvent): File[] {
  const data = event.clipboardData;
  return data?.types.includes('text/plain') === true ? [] : filesIn(data);
}
