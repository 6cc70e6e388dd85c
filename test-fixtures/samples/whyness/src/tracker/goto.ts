import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { Event } from '../mixpanel/event.js';
import { findLink, type Contact } from './links.js';

/** A link in a mail to a prospect. Prospects have no account, so their address had to do. */
export async function goto(req: Request, res: Response): Promise<void> {
  const link = await findLink(req.params.id ?? '');
  res.redirect(link.url);
  try {
    await sendClick(link.contact, link.campaign);
  } catch (error) {
    console.error('click not sent', link.contact.email);
  }
}

function sendClick(contact: Contact, campaign: string): Promise<void> {
  const click = new Event({
    insertId: randomUUID(),
    event: 'mail_clicked',
    user: contact.email,
    ip: '0',
    useragent: 'mail',
    data: { campaign, full_name: contact.fullName },
    time: new Date(),
  });
  return click.send();
}
