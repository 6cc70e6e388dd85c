import React from 'react';
import { useClient, useMixpanel } from './useMixpanel';

export function Sheet({ rows }: { rows: number }) {
  const client = useMixpanel();
  const other = useClient();
  return (
    <table
      onClick={() => {
        client.track('Sheet Clicked', { rows });
        other.people.set({ last_sheet_rows: rows });
      }}
    />
  );
}
