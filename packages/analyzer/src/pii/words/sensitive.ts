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
    period date, last period, body fat, smoking status, fertility, fertility status, fertility treatment, surgery history, surgery type, surgery date, insurance member number, insurance member id, genetic condition, impairment, medical diagnosis,
    health insurance number, health insurance id, health card number, pregnancy week, medication name, drug name,
    disease name, symptom name, diagnosis name, prescription name, condition name, allergen, comorbidity, immunization,
    therapy, trimester, biopsy, body temperature, blood oxygen, spo 2, hba 1 c, ecg, menopause, ovulation, medical id, heart condition, glucose, therapy note, treatment note, progress note, session note, soap note, insulin, blood sugar level, treatment plan, medical report, lab report, blood test, injury, injury type, injury description, cause of injury, nature of injury,  hospital treatment, medical treatment, medical certificate, medical exam, medical examination, medical issue, medical problem, medical need, medical test, medical test result, medical result, medical file,
    medical document, medical emergency, medical procedure, medical leave reason, medical detail, medical alert, medical reason, medical background, medical questionnaire, medical accommodation, wheelchair, wheelchair user, wheelchair need, accessibility need, special need, special assistance, hearing loss, visual impairment, hearing impairment, hearing aid,
    smoker, smoker status, smoking, smoking habit, tobacco use, tobacco status, alcohol use, alcohol consumption, alcohol intake, drinking habit, drug use, drug test, drug test result, substance use, substance abuse, drinking status, sobriety date, recovery day sober,
     mood score, mood entry, mood rating, pain level, pain score, pain scale, pain location, stress level, anxiety, anxiety level, anxiety score, depression, depression score, depression level, phq 9, phq 9 score, gad 7, gad 7 score, phq score, gad score, suicidal ideation, suicide risk, self harm, eating disorder,
    cycle day, cycle phase, menstrual phase, menstruation, period start, period start date, last period date,  lmp date, period flow, pregnancy due date, due date of baby, gestational age, gestation, gestation week, gestational week, contraception, contraceptive, birth control, ivf, ivf stage, libido, std test, std test result, std result, sti test, sti test result, sexual health, sexual history, sti status,   hiv, hiv test result, hiv result,
    cancer, cancer type, cancer stage, tumor type, diabetes, diabetes type, asthma, epilepsy, autism, adhd, neurodivergence, allergy list, allergic reaction, food allergy, dietary allergy, allergy severity, dietary restriction, health declaration, health certificate, health score of patient, health note, health risk, health log, health metric value, health history note, health detail, health complaint, chief complaint, presenting complaint, reason for visit, visit reason, reason for consultation, consultation reason, appointment reason, admission reason, discharge summary, discharge diagnosis, clinical summary, clinical finding, clinical history, clinical data, clinical impression, prognosis, anamnesis,  care plan, care note, nursing note, nurse note, doctor note, physician note,   treatment history, treatment detail,  remedy, therapy type, therapy name, rehab,
    vaccination date, vaccine status, vaccine dose, vaccine type, covid test, covid test result, covid result, pcr result, antibody result, antigen result, covid vaccination status, vaccination record, immunization record, immunization status, immunization history, family history of disease, family medical history, family health history, surgical history, surgical procedure, operation history,
    lab value, lab test, lab test result, blood result, blood test result, blood work, blood pressure reading, a 1 c, a 1 c, hba 1 c, hemoglobin, creatinine, ldl, hdl, triglyceride, systolic, diastolic, bp systolic, bp diastolic, bp reading, pulse rate, resting heart rate, heart rate variability, hrv, oxygen saturation, o 2 saturation, spo 2, sp o 2, respiratory rate,  vital sign, glucose reading, blood glucose level, insulin dose, ketone, medication dose, medication dosage, medication list, medicine name, rx, rx number, prescription number, prescription detail, prescription id number, refill number,  snomed code, icd, icd code, icd 9, icd 11, icd 10 diagnosis, ndc code,  dx code, comorbidity list, genetic disorder, hereditary disease, mental illness, mental state, mental condition, mental disorder, mental health status, mental health history, mental health note, psychiatric history, psychological condition, counseling note, diagnosed condition, diagnosed with, health insurance policy number, health plan number, member health id, nhs no, organ donor, organ donor status, rhesus factor, eyeglass prescription, lens prescription, patient chart, chart number, clinical trial participation, sleep disorder, sleep apnea, weight loss goal, current weight, target weight, starting weight, goal weight, body measurement, waist circumference, body mass, bodyfat, weight kg, weight lb, height cm, disability percentage, disability description, disability category type of, disability need, impairment type, chronic disease, chronic illness, symptom list, symptom severity, symptom description, symptom duration of
  `),
    ['race', 'ad', 'crash', 'error'],
  ),
  ...ofPerson('health', ['condition', 'pregnant', 'treatment', 'dx', 'lmp', 'std', 'sti', 'mood'], MEDICAL),
  ...onlyAfter('health', ['weight', 'height'], ['body', 'birth', 'goal']),
  ...anywhere(
    'special-category',
    list(`
    religion, religious belief, religious affiliation, religious view, faith, ethnicity, ethnic group, ethnic origin,
    ethnic background, race ethnicity, racial origin, political, political view, political party, political affiliation,
    political opinion, political belief, political leaning, political orientation, party affiliation, union membership,
    trade union, trade union membership, union member, sexual orientation, sexual preference, sexuality, sex life,
    biometric, biometric data, biometric template, biometric id, genetic, genetic data, dna, genome, criminal record,
    criminal history, criminal conviction, conviction, arrest record, voiceprint, voice print, voice print id, voiceprint id, face print id, faceprint, face print,
    face embedding, retina scan, iris scan, fingerprint data, fingerprint template, caste, philosophical belief, party
    membership, skin color, skin color, race ethnic, face template, fingerprint scan, racial group, dna sequence, dna
    sample, voting intention, union membership status, criminal offence, criminal offense, church, background check, criminal record check, criminal background check, criminal history check, police check, db check, religious, religious preference, religious denomination, religious background, religious identity, religious community, religious group, religion name, creed, sect, spiritual belief, mosque, synagogue, parish church, ethnic identity, ethnic community, ethnic category, ethnicity code name, race or ethnicity, race and ethnicity, racial identity, racial background, racial category, hispanic origin, tribal affiliation, tribe name, indigenous status,
    aboriginal status, ancestry, ethnic heritage, political ideology, political donation, political alignment, political preference, political persuasion, political identity, politics, voted for, vote choice, voting preference, voting history, party registration, party preference, political party name, labor union, labour union, union name, union affiliation, union status, union member id, union card number, union local number, sexual identity, sexual attraction, sexual behaviour, sexual behavior, sexual activity, sexual interest, sexual desire, romantic orientation,
    kink, fetish, lgbt status, lgbtq status, transgender status, trans status, gender reassignment, facial recognition data, face geometry, face vector, face descriptor, face encoding, face signature, facial template, facial feature, facial image, facial scan, face scan, face map, thumbprint, thumb print, palm print, palm scan, palm vein, hand geometry,  iris code, iris template,  retinal scan, voice sample, voice biometric, voice template, voice signature, fingerprint image, fingerprint template id, gait pattern, typing biometric, keystroke biometric, biometric hash value, biometric signature, biometric token, biometric info, biometric identifier, biometric sample, biometric scan,
    genotype, genetic marker, genetic test result, genetic result, genetic variant, genetic risk, genetic profile, genetic info, genetic sequence, dna profile, dna result, dna match, dna test result, haplogroup, criminal background, criminal charge, criminal case number, criminal past, crime history, felony, felony conviction, misdemeanor, arrest, arrest date, arrest history, conviction history, conviction date, police record, prison record, probation status, parole status, background check result, background check report, offence history, offense history, sex offender status, refugee status, asylum status, philosophy of life, world view, worldview
  `),
    ['good'],
  ),
  ...ofPerson('special-category', ['race', 'union', 'ethnic', 'tribe']),
  ...anywhere(
    'birth',
    list(`
    dob, date of birth, birth date, birthdate, birthday, birth day, born, born on, birth, place of birth, birth place,
    birthplace, city of birth, birthday, born date, born at, birthday date, birth date, country of birth, birth time, time of
    birth, dob date, birth timestamp, birth month, month of birth, date of death, geburtsdatum, dob day, dob month, dob string, birth date time, birthday month, birthday day, dob full, dayofbirth, day of birth, fecha nacimiento, fecha de nacimiento, date naissance, date de naissance, data nascimento, data de nascimento, geburtstag, geboortedatum, birth info, birth detail, born in, birth city, birth country, birth town, birth state, birth hour, birth certificate date, death date,`),
  ),
  ...anywhere(
    'age',
    list(`
    birth year, year of birth, birthyear, yob, age in year, age year, year born, born year, year old, dob year, birthday year, birth year, age in month, age month, age year, age at signup, age at registration, age at diagnosis, age at event, age at purchase, age at join, age at enrollment, birth decade year, edad, alter jahre
  `),
  ),
  ...ofPerson(
    'age',
    ['age'],
    [
      'male',
      'female',
      'exact',
      'patient',
      'estimated',
      'partner',
      'match',
      'self',
      'reported',
      'declared',
      'biological',
      'chronological',
      'insured',
      'entry',
      'retirement',
      'onset',
      'worker',
      'agent',
      'host',
      'operator',
      'family',
      'household',
      'sponsor',
      'runner',
    ],
  ),
  ...anywhere(
    'demographic',
    list(`
    gender, gender identity, sex at birth, gender at birth, work title, marital status, relationship status, civil status, income, annual income, household income,
    yearly income, net worth, salary, wage, job title, occupation, profession, employer, employer name, nationality,
    citizenship, citizenship status, immigration status, employment status, veteran status, pronoun, credit score,
    education, education history, work history, salary expectation, university, university name, college name, school
    name, alma mater, degree, mother tongue, designation, current salary, expected salary, marital, visa status,
    military status, job position, place of work, workplace, marriage status, occupation title, earning, marital state, family status, civil state, relationship state, parental status, legal gender, sex assigned at birth, assigned sex, biological sex, gender pronoun, preferred pronoun, self described gender, partner gender, preferred gender, seeking gender, interested in gender, gender preference value, monthly income, gross income, net income, disposable income, total income value, personal income, spouse income, family income,  source of income, source of fund, source of wealth,  base salary, gross salary, net salary, salary currency amount, take home pay,  gross pay, net pay, base pay, hourly wage, hourly pay, remuneration, stipend, ctc, current ctc, expected ctc, annual bonus, bonus pay, credit rating, fico, fico score, cibil score, creditworthiness, debt to income, household wealth, job role name, work position, position title, position held, current position, current role title, current job, current employer, previous employer, past employer, employment history, employment title, employer company, employer organization, company employer, work experience, work experience summary, prior experience, career history,   trade profession, ocupacion, beruf, education qualification, educational background, education degree, degree name, degree title, highest degree, highest education, highest qualification,  academic background, academic degree, academic record, field of study, study field, course of study, academic major, college major, university major, gpa, grade point average, sat score, act score, gre score, transcript gpa, graduation year, graduation date, grad year, class of year, university attended, college attended, school attended, high school, high school name, school district name, secondary school, primary school name, institution attended, alma mater name, native language, first language, home language, home ownership, home ownership status, housing status, residency status, residence status, immigration, migrant status, citizen status, dual citizenship, second nationality, nationality code name, country of nationality, citizenship country, country of citizenship, nationality country, veteran, veteran state, military rank, military branch, military service, military background, living situation, living arrangement, family composition, household composition, family size value, demographic, demographic info, eye color, hair color, body type description, zodiac sign, star sign, horoscope sign, body build, physique, geschlecht, genero, sexo, sexe, estado civil, familienstand, nacionalidad, socioeconomic status, social class, social status, financial status, employment state
  `),
    list(`
    filter, average, total, net, gross, min, max, angle, rotation, ad, rental, passive
  `),
  ),
  ...ofPerson('demographic', [
    'pay',
    'wealth',
    'vocation',
    'sex',
    'college',
    'compensation',
    'maritalstatus',
  ]),
  ...onlyAfter(
    'demographic',
    ['title', 'job', 'school', 'position', 'education'],
    ['professional', 'dream', 'high'],
  ),
];
