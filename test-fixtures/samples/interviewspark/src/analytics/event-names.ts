export const MixpanelEvents = {
  UserRegistration: 'UserRegistrationEvent',
  UserLogin: 'UserLoginEvent',
  UserProfileUpdate: 'UserProfileUpdateEvent',
  Interview: 'InterviewEvent',
  SubscriptionUpdate: 'SubscriptionUpdateEvent',
  Tutorial: 'TutorialEvent',
  UserMouseClick: 'UserMouseClickEvent',
  ResumeScan: 'ResumeScanEvent',
} as const;

export type MixpanelEventName = (typeof MixpanelEvents)[keyof typeof MixpanelEvents];

export const InterviewAction = {
  Finish: 'Finish_Interview',
  StartDialog: 'Start_Interview_Dialog',
  Start: 'Start_Interview',
  StartButton: 'Start_interview_button',
  VideoSaved: 'Interview Video Saved',
  StartQuestion: 'Start_Interview_Question',
  RetryQuestion: 'Retry_Interview_Question',
} as const;
