import { refuseTaken } from '../platform/taken.ts';

export const refuseTakenName = refuseTaken({ teams_name: ['team-name-taken', 'name'] });
