import mixpanel from 'mixpanel-browser';

/** Runs on our customers' pages, where nobody has asked visitors anything. */
export function mountStatusWidget(element: HTMLElement, token: string): void {
  mixpanel.init(token, { track_pageview: true });
  element.addEventListener('click', () => {
    mixpanel.track('feature_activated', {
      feature_name: 'status_widget',
      activation_step: 'click',
      is_first_time: false,
    });
  });
}
