import mixpanel from 'mixpanel-browser';

interface Message {
  event: string;
  properties: Record<string, unknown>;
}

export const send = (message: Message) => mixpanel.track(message.event, message.properties);
