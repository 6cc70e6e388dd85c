import React from 'react';
import type { Mixpanel } from 'mixpanel-browser';

// mixpanel.track('Commented Out');
const SNIPPET = `mixpanel.track('In A Template', { a: 1 })`;

export type Client = Mixpanel;

export const DocsPage = () => <pre>{SNIPPET}</pre>;
