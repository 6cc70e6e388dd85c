export const reducer = (state = { posts: [] }, action) =>
  action.type === 'ADD_POST' ? { posts: [...state.posts, action.payload] } : state;
