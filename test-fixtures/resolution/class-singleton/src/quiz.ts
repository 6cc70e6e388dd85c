import Tracker from './tracker';

const tracker = Tracker.getInstance();

export function answered(correct: boolean) {
  tracker.log('Question Answered', { correct });
  Tracker.getInstance().log('Quiz Continued');
}
