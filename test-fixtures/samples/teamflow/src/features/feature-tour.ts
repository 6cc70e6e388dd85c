import { EVENTS } from '@/analytics/events';
import { track } from '@/analytics/track';

const STEPS = ['intro', 'try', 'done'] as const;

export function activated(feature: string, step: (typeof STEPS)[number], isFirstTime: boolean): void {
  track(EVENTS.FEATURE_ACTIVATED, { feature_name: feature, activation_step: step, is_first_time: isFirstTime });
}

/** Counts how often each tip is closed. */
export function tipClosed(tip: { readonly title: string }): void {
  track(`tip_${tip.title}_closed`);
}
