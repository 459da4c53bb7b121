export const simplified = new Map<string, string>();
