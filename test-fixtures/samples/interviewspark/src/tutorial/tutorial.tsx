import { MixpanelEvents } from '../analytics/event-names';
import { trackEvent } from '../analytics/mixpanel-event';

export function Tutorial({ step }: { readonly step: number }) {
  return (
    <aside>
      <button onClick={() => void trackEvent(MixpanelEvents.Tutorial, { action: 'User_Clicked_Tutorial', step })}>
        Next
      </button>
      <a
        href="/start"
        onClick={() => void trackEvent(MixpanelEvents.UserMouseClick, { action: 'User_Clicked_On_Left_Navigation_List' })}
      >
        Start
      </a>
    </aside>
  );
}
