import mixpanel from 'mixpanel-browser';
import type { Listing } from './model';

export function viewed(listing: Listing) {
  mixpanel.track('Listing Viewed', { source: 'map', rooms: listing.rooms, listing_id: listing.id });
}
