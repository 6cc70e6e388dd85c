import { names } from './names.js';

/** Property names of pet care, farming, construction, recruiting agencies, religious and sports clubs, printing and childcare. */
export const FARM_AND_FLEET_NAMES = names({
  P0: `
    pet_owner_email, farmer_email, foreman_email, club_secretary_email, babysitter_email, parent1_email, coach_email_address, subcontractorEmail, applicant_e_mail, email_of_guardian, print_customer_email, CONTACT_EMAIL_2,
    owner_phone, vet_phone, site_contact_phone, coachMobile, parent2_phone, emergencyNumber_phone, nanny_contact_number, farm_phone_no, recruiter_tel, second_phone,
    pet_owner_name, farmer_name, foreman_name, coach_full_name, babysitter_name, child_full_name, parent_last_name, player_first_name, team_captain_name, site_manager_name, referee_full_name, worker_first_name, subcontractor_contact_name, authorized_pickup_name, doctor_on_record_name, recruiter_first_name, congregant_name,
    farm_address, pet_owner_zip, delivery_post_code, parent_address, shipping_address_line_2, job_site_street, worker_home_address, club_member_postcode, mailing_street,
    kiosk_visitor_ip, ip_address, worker_ip,
    worker_ssn, farmer_tax_id, applicant_passport_number, work_permit_number, nationalId, coach_driver_license, right_to_work_passport, sin_number, employee_nino,
    membership_card_iban, worker_bank_account, payroll_routing_number, subsidy_iban, payment_card_cvv, account_number,
    gate_pin, app_password, daycare_door_code, kiosk_passcode, tractor_api_token, sso_secret, magic_link,
    child_allergies, player_injury, worker_injury_description, child_medical_notes, vaccination_record, concussion_diagnosis, drug_test, child_disability, worker_blood_type, fitness_medical_exam,
    congregant_religion, worker_ethnicity, criminal_record, background_check, union_membership_status, baptism_religion,
    child_birth_date, player_dob, worker_birthday, coach_date_of_birth, tractor_operator_latitude, site_visitor_lat, foreman_gps, clock_in_longitude, clock_in_location_lat, child_location
  `,
  P1: `
    child_age, player_age, worker_age, applicant_birth_year, farmer_city, owner_city, club_member_region, birthYear,
    tracker_imei, tractor_serial_number, tablet_device_id, kiosk_serial, collar_serial_number, badge_reader_mac_address, scanner_serial_no, push_token,
    coach_photo, child_photo, child_photo_url, player_avatar, applicant_linkedin, worker_profile_picture, club_instagram_handle, babysitter_profile_url, username,
    worker_gender, player_gender, applicant_nationality, hourly_pay, hourly_wage, parent_occupation, applicant_education, family_income, worker_salary, marital_status, worker_job_title, applicant_desired_salary, applicant_degree,
    site_notes, foreman_comment, parent_message, daily_report_text, child_note, coach_feedback, pickup_note, sitter_review_text, print_message, card_greeting_message_text, applicant_cover_letter, custom_engraving, vet_notes, worker_feedback, observation_note, search_query, prayer_request, question_to_sitter_text, complaint_text
  `,
  P2: `
    owner_email_hash, phone_last4, child_initials, masked_iban, worker_ssn_last4, farmer_country, hashed_phone, applicant_email_domain
  `,
  clean: `
    site_address, job_site_city, pet_name, pet_type, pet_breed, pet_age_group, pet_count, breed_name, vaccine_stock_count, vet_clinic_name, clinic_type, visit_count, farm_name, farm_id, farm_size, crop_name, crop_type, field_name, field_id, field_size, soil_type, harvest_year, yield_tons, tractor_model, machine_name, machine_type, equipment_name, equipment_id, seed_type, seed_count, fertilizer_name, weather_station_name, irrigation_mode, subsidy_type, herd_size, barn_name,
    site_name, site_id, project_name, project_phase, task_name, task_status, blueprint_name, drawing_number, material_name, material_type, supplier_name, tool_name, crew_size, shift_type, shift_length, permit_status, inspection_type, inspection_status, safety_score, incident_type, incident_count, weather_delay_hours, contractor_type, subcontractor_count, bid_status, bid_count, unit_price, invoice_status,
    agency_name, placement_type, placement_status, vacancy_title, vacancy_id, skill_count, cv_uploaded, cv_template_name, resume_format, interview_mode, candidate_stage, salary_visible, salary_filter_min, notice_period_days, contract_length,
    club_name, club_id, team_name, league_name, season_name, match_id, match_result, fixture_type, stadium_name, pitch_type, position, jersey_size, kit_type, training_type, training_duration, drill_name, score_home, score_away, tournament_name, ticket_type, member_type, membership_plan, service_type, event_name, donation_type, group_name, group_type, song_name, sermon_title, language,
    print_type, paper_size, paper_type, page_count, template_id, template_name, font_name, font_size, layout_name, card_type, card_design_id, card_size, card_count, greeting_type, envelope_color, file_name, file_type, file_size, image_count, photo_count, proof_status, print_quality, finish_type, delivery_option, shipping_method, tracking_enabled,
    room_name, classroom_name, class_name, activity_name, activity_type, nap_duration, meal_type, meal_count, child_count, child_id, parent_id, guardian_count, enrollment_status, enrollment_type, waitlist_position, attendance_status, pickup_method, checkin_method, staff_ratio, program_name, tuition_plan_name, billing_frequency, message_template_id, message_channel, photo_sharing_enabled, email_digest_frequency, emails_enabled, phone_call_made, phone_support_used, address_confirmed, name_tag_printed, age_group, age_range, gender_neutral_enabled, health_form_completed, allergy_form_status, medical_form_required, injury_report_count, background_check_status_id, location_sharing_enabled, location_id, gps_accuracy, gps_device_count, device_status, kiosk_mode, pin_required, password_changed, token_type, session_count, note_count, comment_count, feedback_rating, search_filter_count, referral_program_name, city_count, country_code, region_id, zip_length, street_count, tax_type, license_status, id_type, certificate_type, role, plan_type
  `,
});
