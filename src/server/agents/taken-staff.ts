import { refuseTaken } from '../platform/taken.ts';

export const refuseTakenStaff = refuseTaken({
  staff_email: ['email-taken', 'email'],
  staff_staff_number_key: ['staff-number-taken', 'staffNumber'],
});
