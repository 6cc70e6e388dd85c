import { MixpanelAnalytics } from './adapters/mixpanel-analytics';
import { PublishPost } from './use-cases/publish-post';

export const publishPost = new PublishPost(new MixpanelAnalytics());
