import { InterviewAction, MixpanelEvents } from '../analytics/event-names';
import { trackEvent } from '../analytics/mixpanel-event';

export function startInterview(isFromDialog: boolean): void {
  void trackEvent(MixpanelEvents.Interview, {
    action: isFromDialog ? InterviewAction.StartDialog : InterviewAction.Start,
    desc: 'User started a interview.',
  });
}

export function questionAnswered(question: { readonly id: string }, transcript: string): void {
  void trackEvent(MixpanelEvents.Interview, {
    action: 'Finish_Interview_Question',
    desc: 'User finished a interview question.',
    question_id: question.id,
    transcript,
  });
}

export function interviewFinished(startedAt: Date): void {
  void trackEvent(MixpanelEvents.Interview, {
    action: InterviewAction.Finish,
    Desc: 'User finished a interview.',
    started_at: startedAt.toISOString(),
  });
}
