/** The names that the screens have for what the server says; the shapes come from its interface document. */
import type { components } from './generated'

export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

export type Word = Schema<'Word'>
export type Reason = Schema<'Reason'>
export type Limit = Schema<'Limit'>
export type Unit = Schema<'Unit'>
export type FormField = Schema<'FormField'>
export type FormCondition = Schema<'FormCondition'>
/** A question and what was answered to it; of a moment the instant. */
export type Answered = Schema<'AnswerView'>
export type Category = Schema<'Category'>
export type Dictionary = Schema<'Dictionary'>
export type Template = Schema<'Template'>
export type Me = Schema<'Me'>
export type Spot = Schema<'Spot'>
export type Located = Schema<'Located'>

export type CaseLine = Schema<'CaseLine'>
export type CasePage = Schema<'CasePage'>
export type CaseDetail = Schema<'CaseDetail'>
export type DryRun = Schema<'DryRun'>
export type DryRunDifference = Schema<'DryRunDifference'>
export type HandlingStep = Schema<'HandlingStep'>
export type RepeatedSubjects = Schema<'RepeatedSubjects'>
export type CaseEvent = Schema<'CaseEvent'>
export type Effect = Schema<'Effect'>
export type CaseChange = Schema<'CaseChange'>
export type State = CaseLine['state']
export type ClockLine = Schema<'ClockLine'>
export type ClockView = Schema<'ClockView'>
export type Need = Schema<'NeedView'>
export type ActionOffer = Schema<'ActionOffer'>
export type Assistant = Schema<'Assignment'>
export type Reporter = Schema<'ReportView'>
export type Evidence = Schema<'Evidence'>
export type Uploaded = Schema<'Attachment'>
export type BulkAnswer = Schema<'BulkAnswer'>
export type LeadSuggestion = Schema<'LeadSuggestion'>
export type Similar = Schema<'SimilarCase'>
export type ScenarioPackage = Schema<'ScenarioPackage'>
export type ScenarioDetail = Schema<'ScenarioDetail'>
export type ScenarioVersion = Schema<'ScenarioVersion'>
export type ScenarioDifference = Schema<'ScenarioDifference'>
export type ScenarioTakenIn = Schema<'ScenarioTakenIn'>
export type ScenarioFault = Schema<'ScenarioFault'>
export type Counter = Schema<'Counter'>
export type Counters = Schema<'Counters'>
export type Today = Schema<'Today'>

export type Choice = Schema<'Choice'>
export type Taken = Schema<'Taken'>
export type Followed = Schema<'Followed'>

export type Stop = Schema<'StopView'>
export type StopDetail = Schema<'StopDetail'>
export type Round = Schema<'RoundView'>
export type Coverage = Schema<'Coverage'>
export type Miss = Schema<'Miss'>
export type SeenRecords = Schema<'SeenRecords'>
export type SeenRecord = Schema<'SeenRecord'>
export type Campaign = Schema<'CampaignView'>
export type CampaignDetail = Schema<'CampaignDetail'>

export type Notice = Schema<'NoticeView'>
export type NoticePage = Schema<'NoticePage'>
export type NoticeArrived = Schema<'NoticeArrived'>
export type Colleague = Schema<'Colleague'>
export type ImportReport = Schema<'ImportReport'>
export type CalendarYear = Schema<'CalendarYear'>
export type CalendarDay = Schema<'CalendarDay'>

export type Register = Schema<'Register'>
export type RegisterLine = Schema<'RegisterLine'>
export type RegisterScore = Schema<'RegisterScore'>
export type RegisterTodo = Schema<'RegisterTodo'>
export type RegisterEntry = Schema<'RegisterEntry'>
export type EntryDot = Schema<'EntryDot'>
export type EntryFound = Schema<'EntryFound'>
export type EntryPage = Schema<'EntryPage'>
export type EntryHistory = Schema<'EntryHistory'>
export type EntryRelations = Schema<'EntryRelations'>
export type SheetImport = Schema<'SheetImportView'>
export type SheetRows = Schema<'SheetRows'>

export type IndicatorList = Schema<'IndicatorList'>
export type IndicatorGroup = Schema<'IndicatorGroup'>
export type Indicator = Schema<'Indicator'>
export type Figure = Schema<'Figure'>
export type FigurePart = Schema<'FigurePart'>
export type FigureOfDays = Schema<'FigureOfDays'>
export type FigureRecord = Schema<'FigureRecord'>
export type FigureRecords = Schema<'FigureRecords'>
export type GridDepartment = Schema<'GridDepartment'>
export type GridReport = Schema<'GridReport'>
export type GridMerge = Schema<'GridMerge'>
export type GridPoint = Schema<'GridPoint'>
export type GridTouch = Schema<'GridTouch'>
export type DutyTable = Schema<'DutyTable'>
export type DutyLine = Schema<'CellDutyLine'>
export type CellDuties = Schema<'CellDuties'>
export type CellDuty = Schema<'CellDuty'>
export type GridComparison = Schema<'GridComparison'>
export type DutyRoute = Schema<'DutyRoute'>

export type Finding = Schema<'InsightFinding'>
export type FindingList = Schema<'InsightFindingList'>
export type FindingDetail = Schema<'InsightFindingDetail'>
export type FindingCases = Schema<'InsightCases'>
export type Forecast = Schema<'InsightForecast'>
export type PreventionTask = Schema<'PreventionTask'>
export type PreventionTaskList = Schema<'PreventionTaskList'>
export type PreventionTaskDetail = Schema<'PreventionTaskDetail'>
export type PreventionEffect = Schema<'PreventionEffect'>
