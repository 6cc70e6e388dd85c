/**
 * Whyness, a sample application.
 *
 * The back end of a coaching app. What users do is written to the database and sent to Mixpanel's import endpoint
 * without an SDK. There are two models: Event packs and sends one event, Log keeps what could not be sent. There are two
 * kinds of people: users of the app, and prospects who only ever got a mail.
 *
 * mixpanel/event.ts    the sender, over HTTP
 * mixpanel/config.ts   project and service account, from the environment, with a careless default
 * mixpanel/log.ts      failures
 * mixpanel/batch.ts    what is to replace the sender as volume grows
 * tracker/             middleware and click handlers that send
 */
import express from 'express';
import { goto } from './tracker/goto.js';
import { trackerLog } from './tracker/tracker-log.js';

const app = express();
app.use(express.json());
app.use(trackerLog);
app.get('/goto/:id', goto);
app.listen(8000);
