import { names } from './names.js';

/** Property names of banks, lenders, HR tools and dating services. */
export const FINANCE_AND_PEOPLE_NAMES = names({
  P0: `
    borrowerEmail, co_applicant_email, hiringManagerEmail, personalEmailId, payslip_email, parent_email, e-mail, matchEmail, emails, referral_emails, onboarding_buddy_email, statement_email_address, corporate_email, alternateEmail,
    coBorrowerPhone, altMobile, mobileNumber2, work_phone_ext, candidate_phone, hr_contact_number, home_ph, phoneNumbers, tel_home, mob_no,
    emp_name, employee_first_nm, candidateName, interviewer_name, manager_full_name, hiring_manager_name, supervisorName, reports_to_name, spouseName, fathers_name, mother_name, dependent_name, nominee_name, legal_first_name, payee_name, senderName, beneficiaryName, coSignerName, employee_surname, referee_name, bankerName,
    employee_home_address, current_address, previous_address_line_2, mailing_zip, permanentPincode, registered_address, office_street, correspondence_address, resZip, apartment_number,
    login_ip, device_ip_address, last_ip, x_forwarded_for, ip4,
    employee_ssn, national_insurance, tax_identifier, passport_id, panNumber, aadhaar_number, sin_number, drivingLicenceNo, itin, emirates_id, tax_payer_number, nric_no, work_permit_number, ssn4_full_ssn, utr,
    bank_acct_no, routing_num, account_iban, bic_code, card_no, cvc, credit_card_expiry, payroll_account_number, ifsc, payout_iban, sortCode, credit_card_num, external_account_number, plaid_access_token, bank_login_password,
    user_pass, transactionPin, mfa_code, security_answer_1, apiSecret, refreshToken, oauth_access_token, session_cookie, sso_token, temp_pwd,
    sick_leave_diagnosis, disability_status, medical_leave_reason, pregnancy_status, hiv_status, allergies, covid_vaccination, mental_health_note, blood_type,
    employee_religion, ethnicity, race, union_membership, sexual_orientation, political_views, criminal_record_check, background_check_result, face_embedding, caste, biometric_template,
    birthdate, employee_dob, date_of_birth_str, birthDay, home_lat, last_longitude, user_geo, gps_coordinates, current_lat_lng
  `,
  P1: `
    match_age, applicantAge, year_of_birth, partner_age, current_city, candidate_city, birth_yr, employee_region, work_city
    idfv, android_device_id, push_token, fcmToken, hardware_id, user_agent_string, mac_addr,
    profile_photo_url, linkedin, linkedin_profile, github_username, candidate_avatar, employee_photo, instagram_handle, profilePicUrl, cv_url, screen_handle, dating_username, employee_username,
    gender, salary, base_salary, expected_salary, current_ctc, hourly_wage, monthly_income, net_worth, job_title, designation, previous_employer, highest_degree, university, maritalStatus, relationship_status, nationality, pronouns, employment_history, citizenship, credit_score, gross_pay, applicant_occupation, veteran_status,
    cover_letter, interview_notes, interviewer_feedback, performance_review_comment, candidate_note, first_message, chat_message, opening_line, bio, profile_bio, about_me, exit_interview_comments, payment_note, transfer_memo, transaction_remark, rejection_message_text, search_keywords, leave_reason_text, employee_comment, prompt_text, manager_comments
  `,
  P2: `
    iban_masked, phone_last4, ssn_last4, email_sha256, hashed_phone_number, candidate_email_domain, account_number_last4, redacted_email, ip_truncated, country
  `,
  clean: `
    EmailID, match_name, job_city, loan_type, loan_amount, loan_purpose_category, interest_rate, apr, account_type, account_status, account_currency, account_count, balance_range, bank_id, bank_name, transaction_id, transaction_type, transfer_method, transfer_amount, merchant_name, merchant_category, card_type, card_issuer_name, card_status, card_design_name, wallet_type, wallet_provider, apple_pay_enabled, google_pay, ticker, stock_symbol, fund_name, portfolio_size, kyc_status, kyc_level, kyc_provider, document_verified, id_verified, selfie_check_passed, ssn_verified, tax_year, tax_form_type, statement_period, budget_name, goal_name, goal_type, spending_category, atm_count, branch_code, pin_enabled, pin_change_source, pin_attempts, biometric_login_enabled, face_id_enabled, touch_id_enabled, two_factor_method, otp_channel, otp_length, login_method, session_length, password_length, password_manager_detected, token_name, token_symbol, token_price,
    job_id, job_board_name, job_posting_status, job_type, department, department_name, team_name, office_name, leave_type, leave_status, leave_days, shift_type, shift_count, payroll_provider, payroll_frequency, pay_period, pay_type, salary_range, salary_band, salary_currency, benefit_type, plan_name, headcount, seat_count, requisition_id, pipeline_stage, candidate_count, candidate_status, candidate_source, interview_type, interview_stage, interview_count, scorecard_template, offer_status, onboarding_step, course_name, skill_name, skill_level, review_cycle_name, employee_id, employee_count, employee_type, manager_id, hire_date, contract_type, timezone, policy_version,
    match_id, match_count, match_score, swipe_direction, swipe_count, like_count, boost_type, superlike_count, distance_km, age_filter_max, age_range, gender_filter, photo_count, photo_order, photo_verified, profile_completion, profile_completion_rate, bio_length, prompt_id, message_count, message_type, message_read, chat_id, chat_opened, conversation_length, subscription_tier, paywall_variant, icebreaker_id, report_category, report_reason_code, block_source, distance_unit, show_age, hide_location, email_notification_enabled, email_frequency, emailVerificationStatus, email_client, email_bounced, phone_os, phone_model, has_phone, name_changed, name_visibility, address_verified_at, address_source, ip_blocked, city_filter_enabled, region_code, location_permission_status, location_enabled, device_os, error_message, toast_message, release_notes_version, note_count, comment_id, feedback_type, search_type, search_result_position, language, locale, country_code
  `,
});
