import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

/** E-mail, phone and the names of people, apart from `name` itself, which has its own rule. */
export const CONTACT_TERMS: readonly Term[] = [
  ...anywhere(
    'email',
    list(`
    email, email address, mail address, email addr, mail id, gmail, cc address, bcc address, paypal account
  `),
  ),
  ...ofPerson('email', ['mail']),
  ...onlyAfter('email', ['email id'], []),
  ...ofPerson('email', ['bcc', 'bcc recipient', 'cc recipient']),
  ...anywhere(
    'phone',
    list(`
    phone, phone number, telephone, telephone number, tel number, msisdn, mobile number, cell number, cellphone, cell
    phone, cellphone number, fax number, contact number, whatsapp number, landline, landline number, mobile phone, phone
    line, callback number, sms number, telefon, mobile phone number, phone extension, caller number, dialed number,
    dialled number, ph number, viber number, signal number, handphone, pager number, calling number, tel no
  `),
    ['smart', 'i', 'micro', 'head', 'via', 'by', 'with', 'or', 'window', 'android', 'device'],
  ),
  ...ofPerson('phone', ['tel', 'fax', 'cell', 'mobile', 'whatsapp', 'caller id', 'mob']),
  ...ofPerson('phone', ['contact', 'contact info', 'contact information', 'contact detail']),
  ...anywhere(
    'person-name',
    list(`
    fname, lname, mname, surname, forename, nickname, lastname, firstname, fullname, middlename, maiden name, name on
    card, next of kin, emergency contact, cardholder, card holder, patronymic, given name, family name, birth name, nick
    name, sur name, fore name, vorname, nachname, apellido, prenom, moniker, furigana, pen name, former name, previous name, name kana
  `),
  ),
  ...ofPerson('person-name', ['nick', 'account holder', 'holder']),
];
