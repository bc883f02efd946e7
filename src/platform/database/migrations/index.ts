import { Foundations1760000000001 } from './0001-foundations.js';
import { Organisations1760000000002 } from './0002-organisations.js';
import { Referrals1760000000003 } from './0003-referrals.js';
import { Exchanges1760000000004 } from './0004-exchanges.js';
import { TiedRows1760000000005 } from './0005-tied-rows.js';
import { Natures1760000000006 } from './0006-natures.js';
import { FileLeases1760000000007 } from './0007-file-leases.js';
import { Calendar1760000000008 } from './0008-calendar.js';
import { Identity1760000000010 } from './0010-identity.js';
import { BulkWrites1760000000011 } from './0011-bulk-writes.js';
import { IdentityUndo1760000000020 } from './0020-identity-undo.js';
import { ClosingSide1760000000022 } from './0022-closing-side.js';
import { SideTablesByStatement1760000000023 } from './0023-side-tables-by-statement.js';
import { ForgottenTests1760000000025 } from './0025-forgotten-tests.js';
import { BlocksInTheIndex1760000000026 } from './0026-blocks-in-the-index.js';
import { Sessions1760000000030 } from './0030-sessions.js';
import { UnitWorklist1760000000032 } from './0032-unit-worklist.js';
import { ColumnRates1760000000033 } from './0033-column-rates.js';
import { ErasedContent1760000000034 } from './0034-erased-content.js';
import { ReviewedContacts1760000000035 } from './0035-reviewed-contacts.js';
import { DecisionsInNoIndex1760000000037 } from './0037-decisions-in-no-index.js';
import { Preparations1760000000040 } from './0040-preparations.js';
import { PendingDeposits1760000000043 } from './0043-pending-deposits.js';
import { JournalReading1760000000046 } from './0046-journal-reading.js';
import { Digests1760000000054 } from './0054-digests.js';
import { ForgottenPreparations1760000000055 } from './0055-forgotten-preparations.js';
import { AccountCreators1760000000056 } from './0056-account-creators.js';
import { RefusedKeys1760000000057 } from './0057-refused-keys.js';
import { PersonReadings1760000000058 } from './0058-person-readings.js';
import { RequestQuotas1760000000059 } from './0059-request-quotas.js';
import { RegisterChanges1760000000060 } from './0060-register-changes.js';
import { ReferenceFiles1760000000061 } from './0061-reference-files.js';
import { CodeNumbers1760000000062 } from './0062-code-numbers.js';
import { SaidMarks1760000000064 } from './0064-said-marks.js';
import { Volunteers1760000000066 } from './0066-volunteers.js';
import { Returns1760000000070 } from './0070-returns.js';
import { CejContracts1760000000074 } from './0074-cej-contracts.js';
import { SaidOfServices1760000000076 } from './0076-said-of-services.js';
import { SaidReturns1760000000080 } from './0080-said-returns.js';
import { Consistency1760000000088 } from './0088-consistency.js';
import { SaidOfEarlierServices1760000000089 } from './0089-said-of-earlier-services.js';
import { ReturnTransfers1760000000090 } from './0090-return-transfers.js';
import { PersonCorrections1760000000092 } from './0092-person-corrections.js';
import { SaidOfContracts1760000000094 } from './0094-said-of-contracts.js';
import { FollowUps1760000000096 } from './0096-follow-ups.js';
import { DeadlineFiles1760000000099 } from './0099-deadline-files.js';
import { ReplacedOutcomes1760000000100 } from './0100-replaced-outcomes.js';
import { FilesOfOnePerson1760000000104 } from './0104-files-of-one-person.js';
import { ReturnSilences1760000000103 } from './0103-return-silences.js';
import { FollowUpsByFile1760000000106 } from './0106-follow-ups-by-file.js';
import { CommitteeFigures1760000000110 } from './0110-committee-figures.js';
import { DirectApplicants1760000000115 } from './0115-direct-applicants.js';
import { DirectApplicantsByFile1760000000116 } from './0116-direct-applicants-by-file.js';
import { ReportEditions1760000000120 } from './0120-report-editions.js';
import { InformationSessions1760000000125 } from './0125-information-sessions.js';
import { OfferSheets1760000000126 } from './0126-offer-sheets.js';
import { Prerequisites1760000000127 } from './0127-prerequisites.js';
import { EvaluationNotes1760000000128 } from './0128-evaluation-notes.js';
import { MergesShownToUnits1760000000135 } from './0135-merges-shown-to-units.js';
import { LateAnswers1760000000136 } from './0136-late-answers.js';
import { DatesToAssign1760000000140 } from './0140-dates-to-assign.js';
import { RetractedApplicants1760000000141 } from './0141-retracted-applicants.js';
import { MailedInvitations1760000000142 } from './0142-mailed-invitations.js';
import { CommitteeOutreach1760000000143 } from './0143-committee-outreach.js';
import { DatedPrerequisitesCounted1760000000149 } from './0149-dated-prerequisites-counted.js';
import { ExitsBySide1760000000150 } from './0150-exits-by-side.js';
import { SilencesByRung1760000000151 } from './0151-silences-by-rung.js';
import { ExchangesOfUnits1760000000152 } from './0152-exchanges-of-units.js';
import { KeptDays1760000000156 } from './0156-kept-days.js';
import { ContactDetails1760000000157 } from './0157-contact-details.js';
import { ReferralsCountedOnce1760000000170 } from './0170-referrals-counted-once.js';
import { FilesOfAMonth1760000000172 } from './0172-files-of-a-month.js';
import { ReturnsGoingOn1760000000173 } from './0173-returns-going-on.js';
import { MonthsThatStand1760000000174 } from './0174-months-that-stand.js';
import { ApplicantsInTheTray1760000000194 } from './0194-applicants-in-the-tray.js';
import { SilencesOfAPastPeriod1760000000195 } from './0195-silences-of-a-past-period.js';
import { DaysSentEstimated1760000000196 } from './0196-days-sent-estimated.js';
import { StatesOnTheLastDay1760000000197 } from './0197-states-on-the-last-day.js';

/** Every migration, in order. A landed one is never edited: add another. */
export const migrations = [
  Foundations1760000000001,
  Organisations1760000000002,
  Referrals1760000000003,
  Exchanges1760000000004,
  TiedRows1760000000005,
  Natures1760000000006,
  FileLeases1760000000007,
  Calendar1760000000008,
  Identity1760000000010,
  BulkWrites1760000000011,
  IdentityUndo1760000000020,
  ClosingSide1760000000022,
  SideTablesByStatement1760000000023,
  ForgottenTests1760000000025,
  BlocksInTheIndex1760000000026,
  Sessions1760000000030,
  UnitWorklist1760000000032,
  ColumnRates1760000000033,
  ErasedContent1760000000034,
  ReviewedContacts1760000000035,
  DecisionsInNoIndex1760000000037,
  Preparations1760000000040,
  PendingDeposits1760000000043,
  JournalReading1760000000046,
  Digests1760000000054,
  ForgottenPreparations1760000000055,
  AccountCreators1760000000056,
  RefusedKeys1760000000057,
  PersonReadings1760000000058,
  RequestQuotas1760000000059,
  RegisterChanges1760000000060,
  ReferenceFiles1760000000061,
  CodeNumbers1760000000062,
  SaidMarks1760000000064,
  Volunteers1760000000066,
  Returns1760000000070,
  CejContracts1760000000074,
  SaidOfServices1760000000076,
  SaidReturns1760000000080,
  Consistency1760000000088,
  SaidOfEarlierServices1760000000089,
  ReturnTransfers1760000000090,
  PersonCorrections1760000000092,
  SaidOfContracts1760000000094,
  FollowUps1760000000096,
  DeadlineFiles1760000000099,
  ReplacedOutcomes1760000000100,
  ReturnSilences1760000000103,
  FilesOfOnePerson1760000000104,
  FollowUpsByFile1760000000106,
  CommitteeFigures1760000000110,
  DirectApplicants1760000000115,
  DirectApplicantsByFile1760000000116,
  ReportEditions1760000000120,
  InformationSessions1760000000125,
  OfferSheets1760000000126,
  Prerequisites1760000000127,
  EvaluationNotes1760000000128,
  MergesShownToUnits1760000000135,
  LateAnswers1760000000136,
  DatesToAssign1760000000140,
  RetractedApplicants1760000000141,
  MailedInvitations1760000000142,
  CommitteeOutreach1760000000143,
  DatedPrerequisitesCounted1760000000149,
  ExitsBySide1760000000150,
  SilencesByRung1760000000151,
  ExchangesOfUnits1760000000152,
  KeptDays1760000000156,
  ContactDetails1760000000157,
  ReferralsCountedOnce1760000000170,
  FilesOfAMonth1760000000172,
  ReturnsGoingOn1760000000173,
  MonthsThatStand1760000000174,
  ApplicantsInTheTray1760000000194,
  SilencesOfAPastPeriod1760000000195,
  DaysSentEstimated1760000000196,
  StatesOnTheLastDay1760000000197,
];
