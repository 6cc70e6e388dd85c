import { useEffect, useState } from 'react';
import { createJournal } from './local-journal';

// State that holds something else than a tracker stays out, whatever its methods are called.
export function useJournal() {
  const [client, setClient] = useState<ReturnType<typeof createJournal>>();
  useEffect(() => setClient(createJournal()), []);
  return () => client?.track('Journal Opened', { lines: 1 });
}
