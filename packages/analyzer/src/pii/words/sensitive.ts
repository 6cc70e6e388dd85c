import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

const MEDICAL = list(`
    medical, health, mental, preexisting, existing, chronic, clinical, skin, heart, pre, underlying
  `);

/** Health, specially protected categories, birth and age, demographic data. */
export const SENSITIVE_TERMS: readonly Term[] = [
  ...anywhere(
    'health',
    list(`
    diagnosis, medication, symptom, disability, pregnancy, pregnancy status, blood type, blood group, medical, medical
    record, medical record number, health record, medical history, health history, patient history, allergy, disease,
    illness, prescription, medical info, medical information, health information, health info, health data, medical
    data, medical note, clinical note, blood pressure, glucose level, blood glucose, blood sugar, heart rate, bmi, body
    mass index, hiv status, vaccination status, vaccination, vaccine, covid status, medicine, disorder, mental health,
    mental icd code, icd 10, icd 10 code, diagnosis code, surgery, drug, menstrual cycle, disability
    status, disability type, medical condition, health condition, health problem, health issue, health concern, health
    goal, body weight, dosage, cholesterol, lab result, test result covid, mrn, std status, addiction, ovulation date,
    period date, last period, body fat, smoking status, fertility, genetic condition, impairment, medical diagnosis,
    health insurance number, health insurance id, health card number, pregnancy week, medication name, drug name,
    disease name, symptom name, diagnosis name, prescription name, condition name, allergen, comorbidity, immunization,
    therapy, trimester, biopsy, body temperature, blood oxygen, spo2, hba1c, ecg, menopause, ovulation, medical id, heart condition, glucose, therapy note, treatment note, progress note, session note, soap note, insulin, blood sugar level, treatment plan, medical report, lab report, blood test
  `),
    ['race', 'ad', 'crash', 'error'],
  ),
  ...ofPerson('health', ['condition', 'treatment', 'pregnant'], MEDICAL),
  ...onlyAfter('health', ['weight', 'height'], ['body', 'birth', 'goal']),
  ...anywhere(
    'special-category',
    list(`
    religion, religious belief, religious affiliation, religious view, faith, ethnicity, ethnic group, ethnic origin,
    ethnic background, race ethnicity, racial origin, political, political view, political party, political affiliation,
    political opinion, political belief, political leaning, political orientation, party affiliation, union membership,
    trade union, trade union membership, union member, sexual orientation, sexual preference, sexuality, sex life,
    biometric, biometric data, biometric template, biometric id, genetic, genetic data, dna, genome, criminal record,
    criminal history, criminal conviction, conviction, arrest record, voiceprint, voice print, faceprint, face print,
    face embedding, retina scan, iris scan, fingerprint data, fingerprint template, caste, philosophical belief, party
    membership, skin color, skin colour, race ethnic, face template, fingerprint scan, racial group, dna sequence, dna
    sample, voting intention, criminal offence, criminal offense, church
  `),
    ['good'],
  ),
  ...ofPerson('special-category', ['race', 'union', 'ethnic', 'tribe']),
  ...anywhere(
    'birth',
    list(`
    dob, date of birth, birth date, birthdate, birthday, birth day, born, born on, birth, place of birth, birth place,
    birthplace, city of birth, bday, born date, born at, birthday date, birth dt, country of birth, birth time, time of
    birth, dob date, birth timestamp, birth month, month of birth, date of death, geburtsdatum
  `),
  ),
  ...anywhere(
    'age',
    list(`
    birth year, year of birth, birthyear, yob, age in year, age year, year born, born year, year old
  `),
  ),
  ...ofPerson('age', ['age'], ['male', 'female', 'exact', 'patient', 'estimated']),
  ...anywhere(
    'demographic',
    list(`
    gender, gender identity, sex at birth, gender at birth, work title, marital status, relationship status, civil status, income, annual income, household income,
    yearly income, net worth, salary, wage, job title, occupation, profession, employer, employer name, nationality,
    citizenship, citizenship status, immigration status, employment status, veteran status, pronoun, credit score,
    education, education history, work history, salary expectation, university, university name, college name, school
    name, alma mater, degree, mother tongue, designation, current salary, expected salary, marital, visa status,
    military status, job position, place of work, workplace, marriage status, occupation title, earning
  `),
    list(`
    filter, average, total, net, gross, min, max, angle, rotation, ad, rental, passive
  `),
  ),
  ...ofPerson('demographic', ['sex', 'college', 'compensation', 'maritalstatus']),
  ...onlyAfter('demographic', ['title', 'job', 'school'], ['professional', 'dream', 'high']),
];
