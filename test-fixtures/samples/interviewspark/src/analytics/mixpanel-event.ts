import { generateClient } from 'aws-amplify/api';
import { getCurrentUser } from 'aws-amplify/auth';
import type { MixpanelEventName } from './event-names';

const client = generateClient();

const handleMixpanelEvent = /* GraphQL */ `
  mutation HandleMixpanelEvent($userEmail: AWSEmail!, $data: AWSJSON!, $eventType: String!) {
    handleMixpanelEvent(userEmail: $userEmail, data: $data, eventType: $eventType) {
      isSuccessful
      error
    }
  }
`;

async function invoke(eventType: 'trackEvent' | 'setPeople', data: object): Promise<void> {
  try {
    const user = await getCurrentUser();
    await client.graphql({
      query: handleMixpanelEvent,
      variables: { userEmail: user.signInDetails?.loginId, data: JSON.stringify(data), eventType },
    });
  } catch {
    // Analytics must not disturb an interview.
  }
}

export const trackEvent = (eventName: MixpanelEventName, eventParams: object = {}): Promise<void> =>
  invoke('trackEvent', { eventName, eventParams });

export const setPeople = (profile: object): Promise<void> => invoke('setPeople', profile);
