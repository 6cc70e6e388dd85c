import Mixpanel from 'mixpanel';

const mixpanel = Mixpanel.init(process.env.MIX_PANEL_TOKEN ?? '');

interface PracticeMessage {
  /** UUID. */
  readonly userId: string;
  readonly minutes: number;
}

const send = (message: PracticeMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    mixpanel.track('PracticeTimeEvent', { distinct_id: message.userId, minutes: message.minutes }, (error) =>
      error ? reject(error) : resolve(),
    );
  });

export const handler = async (message: PracticeMessage): Promise<{ isSuccessful: boolean }> => {
  try {
    await send(message);
    return { isSuccessful: true };
  } catch (error) {
    console.error('practice time was not recorded', message.userId, error instanceof Error ? error.name : 'unknown');
    return { isSuccessful: false };
  }
};
