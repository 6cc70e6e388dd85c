import mixpanel from 'mixpanel-browser';

export function filtered(tags: string[], owner?: string) {
  const props: Record<string, unknown> = { tags: tags.length };
  props.has_owner = Boolean(owner);
  if (owner) {
    props['owner_id'] = owner;
  }
  Object.assign(props, { surface: 'list' });
  mixpanel.track('List Filtered', props);
}
