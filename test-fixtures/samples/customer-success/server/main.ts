/**
 * Customer success, a sample application.
 *
 * Reads what customers' users do back from Mixpanel (events, funnels, profiles), keeps it for each account, and sends a
 * few events of its own. Most code that mentions Mixpanel here only reads: none of that is tracking.
 *
 * server/mixpanel/  query, export and funnels over HTTP, with a service account from the environment
 * server/routes/    connect, sync, chat
 * server/jobs/      the daily sync
 * web/              the customer page
 * scripts/          a backfill that somebody wrote on a Friday
 */
import express from 'express';
import { chat } from './routes/chat.js';
import { connect } from './routes/connect.js';

const app = express();
app.use(express.json());
app.post('/api/integrations/mixpanel/connect', connect);
app.post('/api/chat', chat);
app.listen(3000);
