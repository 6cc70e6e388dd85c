import React from 'react';
import mixpanel from 'mixpanel-browser';
import { Dialog } from './Dialog';

export const Page = () => <Dialog onTrack={(name, props) => mixpanel.track(name, props)} />;
