export function addPost(post) {
  return {
    type: 'ADD_POST',
    payload: post,
    meta: { analytics: { event: 'Post Added', length: post.text.length } },
  };
}

export function removePost(id) {
  return { type: 'REMOVE_POST', payload: id, meta: { optimistic: true } };
}
