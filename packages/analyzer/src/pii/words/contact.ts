import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

/** E-mail, phone and the names of people, apart from `name` itself, which has its own rule. */
export const CONTACT_TERMS: readonly Term[] = [
  ...anywhere(
    'email',
    list(`
    email, email address, mail address, email address, mail id, gmail, cc address, bcc address, paypal account, email or phone, phone or email, email or username, username or email, email
    username, email login, email contact, email to, email from, cc email, bcc email, email cc, email bcc, cc list, bcc list, email list member, email recipient, email
    confirm, email again, email repeat, email lower, email canonical, email cleaned, mailto, mail to, mailbox address, reply
    to, reply to address, from address line, correo, correo electronico, courriel, emailadresse, mailadresse, mail adresse, email adresse, email alias,`),
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
    dialled number, recipient number, sender number, receiver number, ph number, phoneno, mobileno, contactno, telno, mobilenumber, telefono, telefone, celular, handynummer,
    rufnummer, telefonnummer, wa number, whatsapp id, telegram number, telegram phone, cellular number, phone digit, phone international,
    phone national, phone local, phone full, phone ext, phone extension number, tel ext, callback phone, call back number, called number,
    calling party, called party, emergency number, sms to number, sms from number, call to number, call from number, home number, work number, office number, mobile contact, imessage handle,  zelle phone, tty, direct dial, direct line, ph no, viber number, signal number, handphone, pager number, calling number, tel no
  `),
    ['smart', 'i', 'micro', 'head', 'via', 'by', 'with', 'or', 'window', 'android', 'device'],
  ),
  ...ofPerson(
    'phone',
    ['tel', 'fax', 'cell', 'mobile', 'whatsapp', 'caller id', 'mob', 'ph'],
    ['agent', 'support', 'dispatch', 'clinic', 'kyc'],
  ),
  ...ofPerson('phone', ['contact', 'contact info', 'contact information', 'contact detail']),
  ...anywhere(
    'person-name',
    list(`
    fname, lname, mname, surname, forename, nickname, lastname, firstname, fullname, middlename, maiden name, name on
    card, next of kin, emergency contact, cardholder, card holder, patronymic, given name, family name, birth name, nick
    name, sur name, fore name, vorname, nachname, apellido, prenom, moniker, furigana, pen name, former name, previous name, name kana, name of contact, authorized pickup, authorized pickup name, pickup person, pickup person name, contact person, care of, attention to, point of contact,  poc name, sobrenome,
     cognome, nombre, nombre completo, nom complet, nom famille, prenom nom, familienname, nachname, primer nombre, apellido,
    voornaam, achternaam,  given name, in case of emergency, ice contact, name on passport, name on ticket, name on account,
    name on document, name on license, name on id, name on check, name on order, name as on card, name on policy, name and surname, first and last name,
    name prefix and name, middle initial and name, name first last, name katakana, name romaji, name pinyin, name in full,  pseudonym, alias name, goes by, name pronunciation,  person name, attn
  `),
  ),
  ...ofPerson('person-name', ['poc', 'aka', 'nome', 'nick', 'account holder', 'holder']),
];
