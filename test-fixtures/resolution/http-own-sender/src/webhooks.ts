import { sendEvent } from './send-event';

export async function onDelivered(parcel: { ownerId: string; carrier: string }) {
  await sendEvent('Parcel Delivered', { distinct_id: parcel.ownerId, carrier: parcel.carrier });
}
