import type { Client } from 'pg';

/** Every column that a person, a partner or an operator may fill with words of their own. */
export const FREE_TEXTS: Readonly<Record<string, readonly string[]>> = {
  account: ['email', 'display_name'],
  candidacy: ['unit_file_number', 'contingent'],
  direct_applicant: [
    ...['unit_file_number', 'birth_name', 'usage_name', 'first_names', 'birth_place_label'],
    ...['street', 'address_complement', 'postal_code', 'phone', 'email', 'priority_district'],
  ],
  direct_applicant_retraction: ['unit_file_number'],
  exchange_anomaly: ['column_name', 'value', 'message', 'correction', 'rule', 'suggested_value'],
  exchange_file: ['file_name', 'exchange_identifier', 'report_number'],
  exchange_notice: ['file_name', 'partner'],
  exchange_slot: ['exempt_reason'],
  information_session: ['place'],
  machine_client: ['client_id'],
  mailbox_file: ['file_name'],
  offer_sheet: [
    ...['tracks', 'conditions', 'contact_service', 'contact_phone', 'contact_email'],
    'incorporations',
  ],
  organisation: [
    'name',
    'usual_name',
    'department',
    'siret',
    'service_email',
    'street',
    'postal_code',
    'town',
    'phone',
  ],
  person_correction: ['before', 'after'],
  person_merge: ['proposed_by'],
  register_change: ['before', 'after'],
  referral: ['track_wish', 'referent_mailbox', 'notice_version'],
  unit_file_number: ['number'],
  volunteer: ['track', 'site'],
  young_person: [
    ...['birth_name', 'usage_name', 'first_names', 'birth_place_label', 'phone', 'email'],
    ...['street', 'address_complement', 'postal_code', 'imilo_id'],
  ],
};

/** Columns of texts that are codes, keys, hashes or words of the service itself. */
const OF_THE_SERVICE = new Set(
  `account_id acknowledgement acr acting_role actor_id actor_type age age_band answer_code applied_by assessed_level attendance audience
  birth_date birth_place_code body browser_hash cancel_reason candidate_ids cascade_of cause certifications channel client code column_rates command
  commune_code consumer contact_before content correlation_id created_by decided_by depositor_id depositor_scopes detail
  diploma_level due_rule duties encoding escalation exit_level exit_reason exit_situation faults field fingerprint first_name_key flow found frequency from_state from_step headers
  confirmed_by end_reason extension_motive
  identity_key improve issuer jti key kind level manifest milestone mode name_key name_sound natural_key nature
    next_path nonce number origin outcome outcome_code payload period precision presence presence_month presence_months prerequisites priority_district
    public_keys put_by reader_id reason recorded_by reference refusal refused_code replaced_outcome replaces_report report_stage residence_code resource_id
  resource_type result role rule said said_by said_mark says scheme scopes secret_hash separator set_name sex sha256 shipped situation source state
  status step subject subject_id support taken territory time_zone to_state to_step token_hash type typed
  undone_by verifier version volunteer_type withdrawn_by name side worked`.split(/\s+/),
);

/** Columns of text that nobody said whether people fill them. */
export async function undecidedTexts(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'app' and data_type in ('text', 'jsonb', 'ARRAY', 'character varying')`,
  );
  return rows
    .filter(({ table, column }) => {
      return !FREE_TEXTS[table]?.includes(column) && !OF_THE_SERVICE.has(column);
    })
    .map(({ table, column }) => `${table}.${column}`);
}

const inArray = (value: string): string => `array[${value}]`;
/** Columns that are not a text by itself. */
const AS_KEPT: Readonly<Record<string, (value: string) => string>> = {
  first_names: inArray,
  tracks: inArray,
  conditions: inArray,
  incorporations: (value) =>
    `jsonb_build_array(jsonb_build_object('on', '2030-01-15', 'place', ${value}, 'places', 10))`,
};

/**
 * Writes texts where the door would refuse them, straight into every free column of every row. Each
 * is told apart by the name of its column and by its row: some are unique.
 */
export async function storeEverywhere(owner: Client, text: string): Promise<void> {
  for (const [table, columns] of Object.entries(FREE_TEXTS)) {
    const changes = columns.map((column) => {
      const value = `$1 || ' champ:${table}.${column}. ' || x.row`;
      return `${column} = ${AS_KEPT[column]?.(value) ?? value}`;
    });
    await owner.query(
      `update app.${table} t set ${changes.join(', ')}
       from (select ctid as place, row_number() over () as row from app.${table}) x
       where x.place = t.ctid`,
      [text],
    );
  }
  const typed = Object.fromEntries(
    TYPED.map((name) => [name, `${text} champ:referral_preparation.${name}.`]),
  );
  await owner.query('update app.referral_preparation set typed = $1', [JSON.stringify(typed)]);
}

/** Fields of the form of a referral, kept as they were typed. */
const TYPED = [
  ...['nom', 'nom-usage', 'prenoms', 'lieu-naissance', 'voie', 'complement', 'commune'],
  ...['courriel', 'filiere', 'boite', 'imilo', 'telephone', 'code-postal', 'notice', 'sexe'],
  ...['unite', 'volontariat', 'niveau', 'accompagnement', 'naissance-jour', 'naissance-annee'],
];
