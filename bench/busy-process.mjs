/** Keeps a processor busy for a second and allocates as a parser does: a review, for `webhook-burst.mjs`. */
const end = Date.now() + 1_000;
let nodes = [];
while (Date.now() < end) {
  nodes.push({ kind: nodes.length, children: [] });
  if (nodes.length > 100_000) nodes = [];
}
