import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { Event } from '../mixpanel/event.js';

/** Everything that users of the app do. */
export async function trackerLog(req: Request, res: Response, next: NextFunction): Promise<void> {
  const { userId } = res.locals as { readonly userId: string };
  const event = new Event({
    insertId: randomUUID(),
    event: 'app_activity',
    user: userId,
    ip: req.ip ?? '',
    useragent: req.get('user-agent') ?? '',
    data: req.body,
    time: new Date(),
  });
  await event.send();
  next();
}
