import { trackAdmin, trackFailure } from './tracking';

export function removeUser() {
  trackAdmin('user.removed');
  trackFailure('User Removal', 409);
}
