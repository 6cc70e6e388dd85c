import { identifyUser, trackEvent } from '../lib/analytics';

export function addToCart(sku: string, quantity: number) {
  trackEvent('Cart Item Added', { sku, quantity });
  trackEvent('Cart Viewed');
}

export function signedIn() {
  identifyUser(sessionStorage.getItem('user_id') ?? '');
}
