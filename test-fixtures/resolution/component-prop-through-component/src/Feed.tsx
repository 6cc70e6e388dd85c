import React from 'react';
import { Card } from './ui/Card';

export const Feed = () => <Card title="News" to="/news" clickEvent="News Card Clicked" />;
