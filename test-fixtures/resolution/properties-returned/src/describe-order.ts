export function describeOrder(order: { id: string; lines: unknown[] }) {
  const lines = order.lines.length;
  return { order_id: order.id, lines };
}
