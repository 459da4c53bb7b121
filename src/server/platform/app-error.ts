import type { ErrorCode } from '../../contract/errors.ts';

interface FieldError {
  path: string;
  message: string;
}

/** A refusal with a code of the error registry. The HTTP layer and the socket turn it into words for the caller. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: Record<string, string | number>;
  readonly fields: FieldError[];

  constructor(code: ErrorCode, values: Record<string, string | number> = {}, fields: FieldError[] = []) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.values = values;
    this.fields = fields;
  }
}

/** Refuses an input field that a schema alone cannot judge. */
export function invalidField(path: string, message: string): AppError {
  return new AppError('invalid-input', { fields: path }, [{ path, message }]);
}
