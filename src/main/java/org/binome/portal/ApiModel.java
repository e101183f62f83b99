package org.binome.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.binome.partner.ContactDetail.Channel;

/**
 * What the API takes and gives. Others depend on these names: fields may be added, not
 * renamed.
 */
final class ApiModel {

	private ApiModel() {
	}

	@Schema(name = "NewProgramme", description = "A programme to be opened")
	record NewProgrammeRequest(@Schema(description = "Unique among programmes") @NotBlank @Size(max = 120) String name,
			@Schema(description = "How strictly gates are applied, by the table gate_policy; standard when left out",
					allowableValues = {
							"standard", "pilot" }) @Pattern(regexp = "standard|pilot") String kind,
			@Schema(description = "Kind of partnership looked for",
					allowableValues = { "marketing", "reseller" }) @NotNull @Pattern(
							regexp = "marketing|reseller") String partnershipType,
			@Schema(description = "Whom partners should help reach, in words") @Size(max = 2000) String persona,
			@Schema(description = "How many people we reach ourselves") @NotNull @Positive Long audience,
			@Schema(description = "User name of the partnership manager; the caller when left out") String owner,
			@Schema(description = "Working language",
					allowableValues = { "fr", "en" }) @NotNull @Pattern(regexp = "fr|en") String language){
	}

	@Schema(name = "Programme", description = "A search for partners of one kind")
	record ProgrammeView(UUID id, String name, String kind, String partnershipType, String persona, long audience,
			String owner, String language,
			@Schema(description = "PROCEED, WAIT or ABANDON; absent before the first answer") String readiness,
			int candidates, boolean longlistDeclared,
			@Schema(description = "When the candidates were scored; the longlist is closed from then on") Instant scoredAt,
			Instant createdAt) {
	}

	@Schema(name = "ImportReport",
			description = "What became of every row: rowsRead = rowsAdded + rowsDuplicate + rowsRejected")
	record ImportView(UUID id, String fileName, String importedBy, Instant at, int rowsRead, int rowsAdded,
			int rowsDuplicate, int rowsRejected, List<String> ignoredColumns,
			@Schema(description = "Whether the same file had been imported before; nothing was added then") boolean repeated,
			List<ProblemView> problems) {
	}

	@Schema(name = "RowProblem", description = "Why a row was not added")
	record ProblemView(@Schema(allowableValues = {
			"REJECTED", "DUPLICATE" }) String kind,
			@Schema(description = "Line of the file the row begins on; the headings are line 1") int line,
			@Schema(description = "Heading as in the file; empty when it is about the whole row") String field,
			String value, @Schema(description = "In the language of the caller's account") String reason){
	}

	@Schema(name = "CandidatePage", description = "Part of a longlist")
	record CandidatePage(int total, int offset, List<CandidateView> items) {
	}

	@Schema(name = "Candidate", description = "An organisation on the longlist")
	record CandidateView(UUID id, String name, String website, String country, String language, String sector,
			@Schema(description = "How much we want them, 0 to 100; absent before scoring") Integer desirability,
			@Schema(description = "How likely they want us, 0 to 100; never blended with desirability") Integer likelihood,
			@Schema(description = "The criterion that eliminates them, if any") String knockedOut, boolean shortlisted,
			UUID partnershipId) {
	}

	@Schema(name = "PartnershipSummary")
	record PartnershipSummary(UUID id, String partner, UUID programmeId, String programme, String type, String owner,
			String stage, String state, @Schema(description = "When it entered the stage") Instant stageSince,
			@Schema(description = "Gates that hold it now") List<String> heldGates) {
	}

	@Schema(name = "Partnership", description = "A partnership with what comes next and what happened")
	record PartnershipView(UUID id, String partner, UUID programmeId, String programme, String type, String owner,
			String stage, String state, Instant stageSince, Instant createdAt, Instant activatedAt, Instant closedAt,
			String closingReason, UUID contractId,
			@Schema(description = "Human tasks that wait; absent while Tasklist can't be reached") List<TaskView> tasks,
			List<GateView> gates, @Schema(description = "Terms as last written") TermsView terms,
			@Schema(description = "Newest first") List<EventView> timeline) {
	}

	@Schema(name = "Task")
	record TaskView(String key, @Schema(description = "Id of the element in the BPMN model") String element,
			String name, String assignee, List<String> groups, OffsetDateTime createdAt, OffsetDateTime dueAt,
			@Schema(description = "Opens it in Tasklist") String link) {
	}

	@Schema(name = "Gate", description = "The latest evaluation of a gate")
	record GateView(String gate, boolean held, @Schema(allowableValues = {
			"OFF", "WARN", "BLOCK" }) String mode,
			@Schema(description = "Whether the process went on") boolean letThrough, Instant at,
			List<FindingView> findings){
	}

	@Schema(name = "Finding")
	record FindingView(@Schema(description = "Id of the rule, such as QUA-06") String rule, String text,
			String remedy) {
	}

	@Schema(name = "Terms")
	record TermsView(int revision, @Schema(description = "Whether both sides accepted this revision") boolean accepted,
			String kind, Money value, Integer durationMonths, Integer noticeDays, LocalDate launchOn) {
	}

	@Schema(name = "Money")
	record Money(@Schema(description = "In minor units, such as cents") long minor,
			@Schema(description = "ISO 4217") String currency) {
	}

	@Schema(name = "Event")
	record EventView(Instant at, String kind, String actor, String text) {
	}

	@Schema(name = "Contract", description = "A contract and its revisions, newest first")
	record ContractView(UUID id, String reference, UUID partnershipId, String state, Integer revisionInForce,
			LocalDate startsOn, LocalDate endsOn, LocalDate noticeBy, List<RevisionView> revisions) {
	}

	@Schema(name = "Revision")
	record RevisionView(int number, String kind, String clauseProfile, String language, String templateVersion,
			String dataSha256, @Schema(description = "Of the PDF, in hexadecimal") String sha256, String author,
			String reason, Instant createdAt) {
	}

	@Schema(name = "NewAmendment", description = "Why the terms of the contract in force are to change")
	record NewAmendmentRequest(@NotBlank @Size(max = 2000) String reason) {
	}

	@Schema(name = "Amendment", description = "An amendment under way")
	record AmendmentView(UUID contractId, String reference, @Schema(description = "Counts from 1") int amendment,
			@Schema(description = "The contract or amendment in force") UUID amends) {
	}

	@Schema(name = "Plan", description = "The plan of the launch, actions by date")
	record PlanView(int revision, LocalDate launchOn, List<ActionView> actions, @Schema(
			description = "Percent of the actions changed or given up since the plan was agreed") Integer improvisation,
			@Schema(description = "Latest first") List<PlanChangeView> changes) {
	}

	@Schema(name = "PlanChange",
			description = "A change asked for to one action; what stays as it is, is absent. The plan changes once both sides agree")
	record PlanChangeView(UUID id, UUID actionId, String action, @Schema(allowableValues = {
			"OPEN", "ASKED", "APPLIED", "REFUSED", "WITHDRAWN" }) String state,
			@Schema(description = "Whether the action is not to be done at all") boolean givenUp, String newName,
			LocalDate newDueOn, String newOwner, String necessity, String impact, String requestedBy,
			@Schema(description = "Why one side refused; empty otherwise") String refusal, Instant openedAt){
	}

	@Schema(name = "Action")
	record ActionView(UUID id, String name, LocalDate dueOn, String owner, @Schema(allowableValues = {
			"OURS", "THEIRS", "BOTH" }) String side,
			@Schema(allowableValues = { "PLANNED", "DONE", "DROPPED" }) String state, String note){
	}

	@Schema(name = "Metric", description = "What is followed, with its figures")
	record MetricView(UUID id, UUID objectiveId, String name, String kind, boolean decisive, BigDecimal target,
			String unit, String owner, String offTarget,
			@Schema(description = "Latest day first") List<ReadingView> readings) {
	}

	@Schema(name = "Reading")
	record ReadingView(UUID metricId, LocalDate on, BigDecimal value,
			@Schema(description = "Counts from 1; a correction is a new one") int revision, String by,
			Instant recordedAt) {
	}

	@Schema(name = "ContactDetail", description = "What kind of address the contact is reached by, and by what right")
	record ContactDetailView(@NotNull Channel channel,
			@Schema(description = "Where the address comes from, such as a public site") @NotBlank @Size(
					max = 500) String obtainedFrom,
			@Schema(description = "When the person agreed; needed for a private address, not in the future") LocalDate consentedOn,
			@Schema(description = "How the person agreed") @Size(max = 500) String consentNote) {
	}

	@Schema(name = "NewReading",
			description = "A figure of one metric on one day; another one for the same day corrects it")
	record NewReadingRequest(@NotNull UUID metricId, @Schema(description = "Not in the future") @NotNull LocalDate on,
			@NotNull BigDecimal value) {
	}

}
