/**
 * TeamFlow, a sample application.
 *
 * A small project tracker that sends six events to Mixpanel: task_created, task_completed, dashboard_viewed,
 * sprint_started, export_generated and feature_activated. The layout is the usual one: constants, a plan in zod, a
 * wrapper, a hook, profiles, consent.
 *
 * analytics/   constants, plan, client, wrapper, hook, profiles. Clean apart from profile.ts.
 * session/     sign-in and sign-out
 * tasks/       dashboards/ sprints/ features/ settings/ search/: places that track, some right, some wrong
 * embed/       a status widget for other people's pages that starts a client of its own
 * admin/       a usage report that asks Mixpanel's query API from the browser
 *
 * The mistakes are ones that real teams make. expected.review.json has what a review says about them.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startAnalytics } from '@/analytics/client';
import { DashboardPage } from '@/dashboards/DashboardPage';

startAnalytics();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <DashboardPage dashboardId="d1" kind="team" widgets={[]} />
  </StrictMode>,
);
