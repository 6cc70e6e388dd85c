import type { Request, Response } from 'express';
import { record } from '../analytics.js';

const commandOf = (message: string): 'show_events' | 'show_funnel' =>
  /funnel/i.test(message) ? 'show_funnel' : 'show_events';

export function chat(req: Request, res: Response): void {
  const { message } = req.body as { readonly message: string };
  record('chat_command_used', res.locals.userId, { command: commandOf(message) });
  res.json({ command: commandOf(message) });
}

/** The first version sent what people typed. */
export function chatWithContext(req: Request, res: Response): void {
  const { message } = req.body as { readonly message: string };
  record('chat_command_used', res.locals.userId, { command: 'show_reports', message });
  res.json({ ok: true });
}
