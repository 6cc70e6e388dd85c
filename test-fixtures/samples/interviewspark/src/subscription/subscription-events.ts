import { trackEvent } from '../analytics/mixpanel-event';
import { MixpanelEvents } from '../analytics/event-names';

type StripeStep = 'Subscribe' | 'Cancel' | 'Renew';

export function planViewed(plan: 'basic' | 'premium'): void {
  void trackEvent(MixpanelEvents.SubscriptionUpdate, { action: 'Viewed_Plan', plan });
}

export function stripeSucceeded(step: StripeStep, card: { readonly brand: string; readonly number: string }): void {
  void trackEvent(MixpanelEvents.SubscriptionUpdate, {
    action: `Stripe_${step}_Successful`,
    card_brand: card.brand,
    card_number: card.number,
  });
}

export function cancelSurveyFilled(reason: 'price' | 'time' | 'other', feedback: string): void {
  void trackEvent(MixpanelEvents.SubscriptionUpdate, {
    action: 'User_Cancel_Subscription_Survey',
    reason,
    feedback,
  });
}
