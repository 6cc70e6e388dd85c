import { names } from './names.js';

/** Property names of insurers, claims desks, airlines and hotels. */
export const INSURANCE_AND_TRAVEL_NAMES = names({
  P0: `
    policyholderEmail, insured_email_address, eMail, EMAIL_ADDRESS, email2, workEmail1, emailAddr, broker_mail, claimant_e_mail, beneficiary_emails, cc_list, invited_emails, traveler.email, loyaltyEmail, emailPrimary,
    policy_holder_phone, emergencyContactPhone, claimant_mobile, next_of_kin_phone, guarantor_phone, homeTel, phone_nr, mobile_phone_no, adjuster_phone_ext, PhoneNumber1, contact_tel, hotel_guest_phone,
    policyholder_name, insuredName, claimant_full_name, adjusterName, beneficiary_first_name, spouse_first_name, next_of_kin_name, emergency_contact_name, guarantor_name, traveller_surname, passengerLastName, lead_guest_name, witness_name, pilot_name, nameOnPassport, nameOnTicket, middle_initial_and_name, mothers_maiden_name, cabin_crew_name, last_name_kana,
    propertyAddress, insured_address, addr, addr1, address2, apt, apt_no, pcode, post_code, garaging_address, loss_street, street_addr_2, homeAddressLine2, pick_up_address, zip4, postalCodeExt,
    ip_addr, claimantIp, user_ip_address, booking_ip, ipv6_address,
    passportNo, passport_num, traveller_document_number, ssn_last_name, nationalInsuranceNumber, nin, sin, bsn, nif, cpf, pesel, drivers_license_number, known_traveler_number, redress_number, tsa_precheck_number, insuredSsn, id_card_no, visa_number, bsn_number, nie, rg_number, frequent_tax_id,
    payment_card_number, iban_number, payee_account_number, cvv2, card_expiry, bank_sort_code, refundIban, account_no, cardholder_name, payout_bank_account,
    portal_password, pw, pwd, login_pin, agent_secret, booking_access_token, one_time_pin,
    pre_existing_condition, injury_description, treating_diagnosis, medicalHistory, disability, hospital_treatment, cause_of_injury, injury_type, prescriptions, smoker_status, medical_certificate, dietary_allergies, blood_group, wheelchair_need,
    religion, criminal_convictions, trade_union_member, dateOfBirth, birth_dt, insured_dob, child_birthdate, bday, accident_lat, accident_lng, loss_location_latitude, pickup_coordinates
  `,
  P1: `
    yob, birth_year, insuredAge, driver_age, traveler_ages, claim_city, residenceCity, homeTown, departure_city_of_guest,
    device_imei, telematics_device_id, vehicle_serial_number, browser_fingerprint, gaid,
    loyalty_username, guest_photo_url, driver_photo, passenger_avatar, reviewer_handle,
    marital_status, occupation, insured_gender, annual_income, employerName, nationality, traveller_citizenship, job_title, driver_sex,
    claim_description_text, claim_notes, adjuster_comment, special_requests, guest_message, review_text, search_query, complaint_text, trip_feedback, cancellation_comment, agent_notes, referrer_url
  `,
  P2: `
    email_domain, policyholder_email_hash, masked_iban, card_last4, passport_last4, phone_hash, insured_initials, ssn_last_four, truncated_ip, phone_prefix
  `,
  clean: `
    policy_type, policy_id, claim_status, claim_id, coverage_level, premium_amount, deductible, broker_id, insurer_name, insurance_company_name, policy_name, product_line, quote_count, renewal_date, underwriting_status, phone_verified, email_opt_in, emailProvider, email_template_name, phone_type, address_verified, address_format, name_length, passport_required, passport_expired_flag, visa_type, visa_status_checked, license_plate_type, license_class, driver_count, passenger_count, traveler_type, guest_count, cabin_class, airline_name, airport_code, hotel_name, flight_number, seat_number, route_name, fare_class, booking_reference_type, room_type, trip_type, trip_length, destination_airport, origin_airport, layover_count, loyalty_tier, loyalty_program_name, vehicle_make, vehicle_model, vehicle_year, accident_type, repair_shop_name, damage_category, claim_source, payment_method, payment_provider, card_network, card_type, currency_code, cvv_check_result, bank_name, policy_language, document_type, document_count, photo_count, photo_upload_status, message_template, message_length, comment_count, notes_enabled, feedback_score, search_result_count, city_count, country_code, region_code, zip_lookup_enabled, ip_version, device_type, os_version, age_group, age_band, gender_filter_enabled, health_plan_type, health_check_status, medical_coverage_enabled, diagnosis_code_type, injury_count, symptom_checker_version, otp_sent, password_reset_requested, token_type, secret_question_enabled, pin_length, session_count, agent_id, user_role, signup_method, contact_preference, contact_method, has_spouse, is_smoker, spouse_covered_flag, beneficiary_count, birthday_reminder_enabled, location_permission, gps_enabled, map_zoom_level, claim_stage, ticket_class, meal_preference_type, baggage_count, carrier_name, gate_number, terminal_name
  `,
});
