import { useEffect } from 'react';
import { useTrack } from '../hooks/useTrack';

export function Player({ episodeId }: { episodeId: string }) {
  const track = useTrack();

  useEffect(() => {
    track('Player Mounted', { episode_id: episodeId });
  }, [track, episodeId]);

  return <button onClick={() => track('Player Paused')}>Pause</button>;
}
