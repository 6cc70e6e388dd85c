import { init } from 'mixpanel';
import { reportUsage } from './report';

const client = init('0123456789abcdef0123456789abcdef');

export const run = () => reportUsage(client, 'a_1', 10);
