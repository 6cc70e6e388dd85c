import { names } from './names.js';

/** Property names of telehealth, schools, couriers and games. */
export const CARE_AND_LEARNING_NAMES = names({
  P0: `
    patient_email, guardianEmail, consignee_email, clinicianEmail, student.email, parentEmails, EMAIL_ADDR, teacher_email_address, school_email, player_email, pharmacy_contact_email, courierEmail, recipient_mail, invitee_email_list,
    patientPhone, pharmacy_phone, parent_mobile, consigneePhoneNumber, driver_mobile_no, guardian_tel, sender_contact_number, pickup_phone, emergency_phone_1,
    patient_first_name, patientLastName, doctorName, nurse_name, physician_full_name, studentName, teacherFirstName, parent_name, guardian_full_name, tutor_display_name, consignee_name, shipper_contact_name, courier_name, recipient_full_name, signed_by_name, delivered_to_name, player_real_name, prescriber_name, caregiverName, principal_name, class_teacher_name, referring_physician_name,
    delivery_address, pickup_street, dropoff_zip, consignee_address, ship_to_zip_code, destination_address_line1, sender_postcode, patient_address, origin_postal_code, return_address, recipient_street, student_home_address, drop_address, house_no,
    player_ip, ip_address_v4, sessionIp, exam_ip_address, server_seen_client_ip,
    nhs_number, medicare_number, mrn, patient_national_id, insurance_member_ssn, driver_license_no, student_ssn, passportNumber, customs_tax_id, health_insurance_number, national_id_no, guardian_id_card_number,
    billing_card_number, copay_card_cvv, cardExpiryDate, payout_account_number, iban, game_store_card_number, tuition_bank_account, cod_account_iban,
    parental_pin, exam_password, student_password, lockerPasscode, game_session_token, access_token, lms_api_key, delivery_otp, parcel_pickup_pin, auth_token,
    primary_diagnosis, symptoms, chief_complaint, current_medications, allergy, prescription_name, treatment_plan, lab_results, blood_pressure, vaccination_status, pregnancy_week, mental_health_condition, medical_conditions, chronic_condition, symptom_description, pain_level, depression_score, learning_disability, bmi, therapy_notes, dosage, heart_rate, icd10_code, health_conditions, family_medical_history, glucose,
    patient_religion, student_ethnicity, patient_race, genetic_test_result, voiceprint, student_fingerprint_template,
    patient_dob, student_date_of_birth, child_birthday, player_birthdate, birthDate, driver_lat, delivery_latitude, pickup_lng, courier_gps, dropoff_coordinates, driver_location
  `,
  P1: `
    patient_age, player_age, age_in_months, child_age, student_age, birth_year, patient_city, delivery_city, pickup_city, destination_city, student_city, consignee_city, player_region, hospital_patient_county,
    device_serial_number, console_device_id, wearable_serial, tablet_imei, scanner_mac_address, advertising_id,
    gamertag, player_username, steam_username, discord_username, twitch_handle, psn_id, student_username, teacher_avatar_url, player_avatar, student_photo_url, proof_of_delivery_photo_of_recipient, doctor_profile_picture, tutor_linkedin_url,
    patient_gender, biological_sex, student_gender, parent_occupation, household_income, mother_tongue, student_nationality, gpa, sat_score, patient_marital_status, doctor_salary, graduation_year,
    delivery_instructions, delivery_note, courier_comment, driver_message, patient_message, doctor_note_text, question_text, student_answer_text, essay_text, homework_comment, teacher_feedback, forum_post_body, chat_text, in_game_chat_message, consultation_transcript, voice_transcript, lesson_feedback, course_review_text, search_term, library_search_query, gift_message, player_report_comment, support_ticket_body, ai_tutor_prompt
  `,
  P2: `
    patient_email_hash, phone_hashed, patient_initials, masked_phone, card_last_four, mrn_hash, student_email_domain, ip_prefix, player_country, doctor_initials
  `,
  clean: `
    appointment_id, appointment_type, appointment_status, visit_type, visit_duration, clinic_name, clinic_id, hospital_name, pharmacy_name, provider_id, specialty, specialty_name, provider_type, prescription_count, prescription_status, refill_count, symptom_count, symptom_checker_step, questionnaire_id, questionnaire_name, health_score_type, diagnosis_count, lab_name, lab_order_status, insurance_plan_type, insurance_plan_name, copay_amount, video_quality, waiting_room_time, reminder_type, medication_reminder_enabled, medication_count, vaccine_available, consent_version, consent_given, telehealth_platform, treatment_group, treatment_variant, condition_met, exercise_name, workout_name, workout_type, step_count, calories, sleep_goal_enabled, meditation_name,
    course_id, course_title, course_category, lesson_title, lesson_id, lesson_type, quiz_name, quiz_score, quiz_attempts, question_id, question_count, question_type, answer_correct, answer_count, assignment_type, assignment_id, assignment_name, grade_level, class_name, class_id, class_size, school_name_length, school_id, school_type, district_id, curriculum, subject_name, subject, teacher_id, student_id, student_count, student_role, parent_portal_enabled, badge_name, certificate_id, certificate_name, enrollment_status, enrollment_type, semester, module_name, video_title, video_progress, playback_speed, transcript_enabled, captions_language, reading_level, hint_count, homework_count,
    shipment_id, shipment_status, tracking_number_type, carrier_name, carrier, service_level, warehouse_name, warehouse_id, hub_name, route_id, route_name, stop_count, package_weight, package_type, parcel_count, delivery_window, delivery_method, delivery_status, delivery_attempts, delivery_fee, pickup_type, pickup_time, dropoff_type, vehicle_type, vehicle_id, fleet_name, driver_id, driver_status, driver_rating, eta_minutes, distance_miles, customs_status, incoterm, container_id, pallet_count, address_type, address_verified, zip_code_valid, region_code, port_name,
    notifyEmail, game_id, game_name, game_mode, level_name, level_id, character_name, character_class, character_id, weapon_name, weapon_type, skin_name, map_name, server_name, server_region, guild_name, guild_id, clan_name, quest_name, quest_id, boss_name, enemy_type, item_name, item_rarity, currency_type, coins_spent, gems_balance, score, high_score, rank, player_level, player_id, player_count, player_class, player_rank, match_type, match_duration, race_time, race_id, race_track_name, spawn_point, kill_count, death_count, death_reason, session_number, health_points, health_remaining, hit_points, fps, graphics_quality, ping_ms, latency_ms, controller_type, tutorial_name, tutorial_step, loot_box_type, achievement_name, purchase_sku, ip_license, spin_count, pin_type, tip_shown, zip_size
  `,
});
