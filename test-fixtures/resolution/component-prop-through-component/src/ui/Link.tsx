import React, { type ReactNode } from 'react';
import mixpanel from 'mixpanel-browser';

export const Link = ({ href, trackAs, children }: { href: string; trackAs: string; children: ReactNode }) => (
  <a href={href} onClick={() => mixpanel.track(trackAs, { href })}>
    {children}
  </a>
);
