import type { ErrorCode } from '../../contract/errors.ts';
import { AppError } from './app-error.ts';

/**
 * Turns a unique constraint that a write ran into into words: constraint -> code and the field that has to change.
 * The constraint decides and not a look beforehand, because two writers may look at the same time.
 * @throws AppError with that code; anything else as it came
 */
export function refuseTaken(constraints: Record<string, [ErrorCode, string]>): (error: unknown) => never {
  return (error) => {
    const { code, constraint_name: name } = error as { code?: string; constraint_name?: string };
    const known = code === '23505' && name !== undefined ? constraints[name] : undefined;
    if (known === undefined) throw error;
    throw new AppError(known[0], {}, [{ path: known[1], message: 'is already taken' }]);
  };
}
