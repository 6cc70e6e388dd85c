import React, { useEffect } from 'react';
import { Button } from 'react-native';
import { useSession } from '@acme/session';
import { mixpanel } from '../analytics';

export function Workout({ id }: { id: string }) {
  const { userId } = useSession();

  useEffect(() => {
    mixpanel.timeEvent('Workout Finished');
    mixpanel.identify(userId);
  }, [userId]);

  const finish = () => {
    mixpanel.track('Workout Finished', { workout_id: id });
    mixpanel.getPeople().increment('workouts', 1);
    mixpanel.getPeople().set({ last_workout: id });
  };

  return <Button title="Done" onPress={finish} />;
}
