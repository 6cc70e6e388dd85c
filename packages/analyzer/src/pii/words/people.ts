/** Words for a person or the part a person plays, singular. `name` after one of them is the name of a person. */
export const PERSON_WORDS: ReadonlySet<string> = new Set(
  `user customer client patient member assignee author owner employee contact recipient sender guest student driver doctor
  person people human individual man woman adult child kid baby infant minor teen teenager parent mother father mom mum dad mummy daddy
  guardian caregiver carer caretaker nanny babysitter spouse wife husband fiance girlfriend boyfriend sibling sister brother son daughter
  relative kin grandparent grandmother grandfather aunt uncle cousin nephew niece friend buddy colleague coworker teammate peer neighbor
  neighbour follower followee subscriber viewer reader listener visitor attendee participant invitee inviter inviting invited referee
   referred referrer candidate applicant interviewer interviewee recruiter hire hiree  manager supervisor
  director executive ceo cto cfo staff staffer personnel representative rep salesperson salesman seller buyer purchaser shopper consumer
  payer payee debtor creditor borrower lender lessee lessor landlord landlady resident occupant inhabitant roommate housemate beneficiary
  benefactor donor donator  patron volunteer voter citizen taxpayer insured policyholder claimant assured cardholder
  accountholder holder shareholder stakeholder signer signee signatory cosigner witness notary lawyer attorney nominee trustee executor grantor grantee dependent dependant homeowner renter lodger respondent panelist influencer streamer broker realtor banker
  cashier clerk accountant auditor consultant adviser advisor pastor priest imam rabbi dean rector housekeeper gardener janitor veterinarian
  dietitian nutritionist radiologist cardiologist pediatrician physiotherapist chiropractor oncologist dermatologist optician detective solicitor paralegal judge
  plaintiff defendant suspect victim offender inmate prisoner officer soldier veteran policeman fireman physician surgeon nurse therapist
  psychologist psychiatrist counselor counsellor dentist clinician practitioner pharmacist midwife specialist paramedic teacher tutor
  professor instructor lecturer educator coach trainer trainee mentor mentee intern apprentice learner pupil classmate alumnus alumni
  graduate principal headteacher passenger traveler traveller tourist commuter rider cyclist pilot captain courier deliverer chauffeur
  caller callee requester requestor reporter reporting approver reviewer reviewee commenter commentator poster uploader downloader creator
  editor contributor collaborator maintainer committer developer designer engineer architect admin administrator moderator organizer
  organiser presenter  chairperson  chairman president founder cofounder  lead prospect personal
    applicator nominee nominator sitter walker cleaner plumber electrician technician contractor freelancer
   helper assistant secretary receptionist concierge chef cook waiter waitress bartender barber hairdresser stylist groomer
  player athlete gamer competitor opponent winner loser contestant champion leader subordinate deputy delegate successor adjuster officiant speaker diner eater foodie boarder camper hiker skater surfer diver angler hunter gardener grower farmer breeder collector hobbyist panellist keynoter emcee underwriter guarantor adjudicator prescriber transcriber biller surrogate donee mortgagee licensee appraiser assessor
  mediator arbitrator conservator executrix testator settlor mortgagor vendee bidder auctioneer seeker jobseeker crew steward stewardess
  attendant hostess bride groom bridesmaid celebrant godparent godmother godfather stepmother stepfather stepchild grandchild grandson
  granddaughter fiancee bestie matchmaker chaperone escort companion wingman flatmate cotenant subtenant squatter
  occupier proprietor freeholder leaseholder hirer haulier trucker   inspector surveyor electrician roofer carpenter mason welder mechanic machinist foreman laborer labourer crewmember
  analyst researcher scientist scholar columnist journalist blogger vlogger podcaster photographer videographer
  illustrator animator composer musician singer vocalist drummer guitarist dancer actor actress comedian magician stuntman
  referee umpire linesman goalkeeper striker swimmer skier golfer boxer wrestler gymnast jockey caddie spectator fan
  guildmate clanmate giver pledger investor treasurer chairwoman councillor senator mayor
  governor minister ambassador diplomat cadet recruit sergeant colonel firefighter ranger lifeguard bodyguard watchman
  hygienist orthodontist psychotherapist acupuncturist masseur masseuse doula obstetrician gynecologist urologist neurologist
  anesthesiologist pathologist podiatrist optometrist audiologist dietician homeopath provost schoolteacher
  headmaster headmistress proctor invigilator grader enrollee registrant undergraduate postgraduate freshman sophomore   believer parishioner congregant pledgee accompanist usher sponsee mentoree endorser endorsee recommender
  advocate petitioner complainant appellant accused convict parolee probationer juror bailiff sheriff
  marshal saleswoman telemarketer csm bdr sdr onboarder assigner ancestor deceased
  activist actuary adopter alumna announcer archer archivist artisan astronaut astronomer barista baron beautician bellhop blacksmith
  boatman bookseller boy bricklayer bursar butcher butler cameraman campaigner celebrity chaplain choreographer climber coauthor codriver
  coinsured commander commissioner complainer confectioner consigner consignor constable convener coordinator coowner copilot coroner
  correspondent counsel crewman curator disciple doorman draftsman entrant entrepreneur examiner facilitator farrier fiduciary fisherman biographer booker ghostwriter
  girl glazier goalie grandma grandpa granny handyman houseguest herder historian hospitalist librarian locksmith matron newcomer novelist screenwriter translator trooper youth incumbent inheritor inquirer inventor investigator invitor landowner
  lover maid marketer medic monk mourner namesake narrator naturopath nun osteopath outfielder overseer painter pal performer philosopher physio
  pilgrim poet postman potter preacher programmer proofreader prosecutor psychic quarterback rancher rapper receiver remitter rescuer
  sailor schoolmate scribe sculptor seamstress servant shepherd skipper songwriter stepson stepdaughter stranger subcontractor
  superintendent survivor sweetheart tailor taxidermist teller toddler tutee undertaker valet vet vicar villager warden weaver woodworker
  workman yogi decedent heir widow widower orphan refugee immigrant migrant foreigner expat  profile me myself self my your his her their`.split(
    /\s+/,
  ),
);

/** Words that say which of a person's things is meant, and change nothing else: `new_email`, `home_city`. */
export const SELF_WORDS: ReadonlySet<string> = new Set(
  `new old current previous prior former original initial first last next latest recent own primary secondary main default alternate
  alternative alt other backup preferred raw full complete entered typed submitted given provided input actual real true
  verified unverified confirmed unique public private personal home work office business billing shipping mailing delivery residential
  resident residence kyc tenant registered reg signup registration login emergency contact profile plain clear decrypted unmasked updated saved
  from to and or the a an of on for 1 2 3`.split(/\s+/),
);

/** What goes before `name` in the name of a person: `first_name`, `nameOnCard` aside. */
export const NAME_PARTS: ReadonlySet<string> = new Set(
  `first last full middle given family maiden display legal preferred nick real f l m sur fore christian birth chosen  paternal
  maternal patronymic billing shipping mailing delivery personal complete fst lst romanized phonetic kana`.split(
    /\s+/,
  ),
);

/** Objects that stand for a whole person when they are sent as they are. */
export const PERSON_OBJECTS: ReadonlySet<string> = new Set(
  `user profile customer contact patient member employee person subscriber student candidate applicant attendee passenger guest visitor
   lead prospect recipient sender assignee author owner viewer session me buyer seller payer payee donor guardian traveler
  traveller teacher doctor driver resident cardholder beneficiary invitee inviter`.split(/\s+/),
);
