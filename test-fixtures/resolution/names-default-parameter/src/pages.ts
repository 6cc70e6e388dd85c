import { report } from './report';

export const weekly = () => report('weekly');
export const monthly = () => report('monthly', 'Monthly Report Viewed');
