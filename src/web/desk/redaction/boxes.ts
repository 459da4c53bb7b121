/** Arithmetic of boxes on a picture, in its pixels. Pure. */
import type { Box } from '../../../contract/redaction.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const within = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);

/** The box between two corners, wherever the second lies. */
export function boxBetween(a: Point, b: Point, { width, height }: Size): Box {
  const [left, right] = [within(Math.min(a.x, b.x), width), within(Math.max(a.x, b.x), width)];
  const [top, bottom] = [within(Math.min(a.y, b.y), height), within(Math.max(a.y, b.y), height)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Big enough to be meant: a press without a drag is no box. */
export const isMeant = ({ width, height }: Box): boolean => width >= 3 && height >= 3;

/** What stands in the middle of a picture when a box is added without a pointer. */
export const addedBox = ({ width, height }: Size): Box => ({
  x: Math.floor(width * 0.3),
  y: Math.floor(height * 0.45),
  width: Math.max(1, Math.floor(width * 0.4)),
  height: Math.max(1, Math.floor(height * 0.1)),
});

const steps: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The box after an arrow key: moved a hundredth of the picture, or resized by it; null for any other key. */
export function afterKey(box: Box, key: string, resize: boolean, { width, height }: Size): Box | null {
  const step = steps[key];
  if (step === undefined) return null;
  const by = Math.max(1, Math.round(Math.max(width, height) / 100));
  const [x, y] = [step.x * by, step.y * by];
  if (!resize)
    return { ...box, x: within(box.x + x, width - box.width), y: within(box.y + y, height - box.height) };
  return {
    ...box,
    width: Math.max(1, within(box.width + x, width - box.x)),
    height: Math.max(1, within(box.height + y, height - box.y)),
  };
}
