package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.contract.Contract.State;
import org.binome.contract.ContractDetails.PartyDetails;
import org.binome.decision.Timeline;
import org.binome.document.Digest;
import org.binome.document.Printer;
import org.binome.gate.LegalApprovalPolicy.Change;
import org.binome.gate.NothingToJudge;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pair;
import org.binome.relationship.Pairs;
import org.binome.relationship.TermSheet;
import org.binome.relationship.TermSheets;
import org.binome.relationship.Terms;
import org.binome.relationship.TermsChange;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contracts and their revisions.
 */
@Repository
public class Contracts {

	private static final String REVISION = """
			select contract_id, revision, kind, clause_profile, language, template_version, data_sha256, sha256, author,
				reason, created_at, recorded_at
			from contract_revision where contract_id = ?""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Company company;

	private final Accounts accounts;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final TermSheets termSheets;

	private final Objectives objectives;

	private final Pairs pairs;

	private final Deviations deviations;

	private final Frontiers frontiers;

	private final ContractText text;

	private final Printer printer;

	private final Timeline timeline;

	Contracts(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Company company, Accounts accounts,
			Partnerships partnerships, Organisations organisations, TermSheets termSheets, Objectives objectives,
			Pairs pairs, Deviations deviations, Frontiers frontiers, ContractText text, Printer printer,
			Timeline timeline) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
		this.company = company;
		this.accounts = accounts;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.termSheets = termSheets;
		this.objectives = objectives;
		this.pairs = pairs;
		this.deviations = deviations;
		this.frontiers = frontiers;
		this.text = text;
		this.printer = printer;
		this.timeline = timeline;
	}

	/**
	 * Opens the contract of a partnership on the terms all parties accepted (CON-06), or
	 * sets the open one on terms accepted since. Where a contract is in force, other
	 * terms go into an amendment, and the contract stays as it is (PIL-01).
	 * @throws IllegalStateException when no terms are accepted by both sides
	 */
	@Transactional
	public Contract open(UUID partnershipId) {
		TermSheet terms = acceptedTerms(partnershipId);
		Optional<Contract> inForce = inForce(partnershipId);
		if (inForce.isEmpty() || !inForce.get().termSheetId().equals(terms.id())) {
			draft(partnershipId, terms.id(), inForce.orElse(null));
		}
		Contract contract = ofPartnership(partnershipId).orElseThrow();
		this.timeline.note(partnershipId, "contract-opened:" + contract.id() + ":" + terms.revision(), "contract",
				"binome",
				"Contrat %s ouvert sur les conditions n° %d.".formatted(contract.reference(), terms.revision()),
				"Contract %s opened on terms no. %d.".formatted(contract.reference(), terms.revision()));
		return contract;
	}

	/**
	 * Opens a draft, or the one that is there again: of the contract, or of the next
	 * amendment to what is in force.
	 */
	void draft(UUID partnershipId, UUID termSheetId, Contract inForce) {
		this.jdbc
			.sql("""
					insert into contract (id, partnership_id, term_sheet_id, state, drawn_up_on, amendment, amends)
					values (?, ?, ?, 'DRAFT', ?, ?, ?)
					on conflict (partnership_id, amendment) do update set term_sheet_id = excluded.term_sheet_id, state = 'DRAFT'
					where contract.state <> 'IN_FORCE'""")
			.params(UUID.randomUUID(), partnershipId, termSheetId, LocalDate.now(this.clock),
					(inForce != null) ? inForce.amendment() + 1 : 0, (inForce != null) ? inForce.id() : null)
			.update();
	}

	/** The terms both sides accepted. */
	public TermSheet acceptedTerms(UUID partnershipId) {
		return this.termSheets.accepted(partnershipId)
			.orElseThrow(() -> new IllegalStateException("CON-06: no terms of the partnership " + partnershipId
					+ " are accepted by both sides; a contract opens only after that. Complete the stage relationship, then retry."));
	}

	/**
	 * Draws up the next revision from agreed data only (CON-08) and keeps it with its
	 * fingerprint.
	 * @param entryKey tells one visit of the process from the next; the same again gives
	 * the same revision
	 * @param profile strictness of the clauses (CON-07)
	 */
	public Revision generate(UUID contractId, long entryKey, String profile) {
		Optional<Revision> done = byEntryKey(contractId, entryKey);
		return done.orElseGet(() -> this.transaction.execute((status) -> draw(contractId, entryKey, profile)));
	}

	private Revision draw(UUID contractId, long entryKey, String profile) {
		// One revision at a time, whichever replica of the worker comes first.
		this.jdbc.sql("select id from contract where id = ? for update").param(contractId).query(UUID.class).single();
		Optional<Revision> done = byEntryKey(contractId, entryKey);
		if (done.isPresent()) {
			return done.get();
		}
		Contract contract = get(contractId);
		if (contract.state() == State.IN_FORCE) {
			throw new IllegalStateException("The contract " + contract.reference()
					+ " is in force; its text can't change. Cancel this process instance.");
		}
		int number = current(contractId).map((revision) -> revision.number() + 1).orElse(1);
		Partnership partnership = this.partnerships.get(contract.partnershipId());
		String language = this.organisations.get(partnership.organisationId()).language();
		ContractData data = data(contract, number, language, profile, partnership);
		String kind = data.values().get("kind").toString();
		String html = this.text.html(kind, language, data.values());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		byte[] pdf = this.printer.print(html, now, data.attachments());
		Optional<DetailsEntry> details = latestDetails(contractId);
		String author = details.map(DetailsEntry::enteredBy).orElse(partnership.owner());
		String reason = details.map((entry) -> entry.details().note())
			.filter((note) -> !note.isBlank())
			.orElse((number == 1) ? ("fr".equals(language) ? "Première rédaction" : "First draft")
					: ("fr".equals(language) ? "Nouvelle rédaction" : "New draft"));
		this.jdbc.sql("""
				insert into contract_revision (id, contract_id, revision, entry_key, kind, clause_profile, language,
					template_version, data, data_sha256, html, pdf, sha256, author, reason, created_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""")
			.params(UUID.randomUUID(), contractId, number, entryKey, kind, profile, language,
					this.text.version(kind, language), data.json(), data.sha256(), html, pdf, Digest.sha256(pdf),
					author, reason, Timestamp.from(now))
			.update();
		this.timeline.note(partnership.id(), "contract-revision:" + contractId + ":" + number, "contract", author,
				"Révision %d du contrat %s établie.".formatted(number, contract.reference()),
				"Revision %d of contract %s drawn up.".formatted(number, contract.reference()));
		return revision(contractId, number);
	}

	/**
	 * What a revision was made of and is no longer so: it would be another text if it
	 * were drawn up now.
	 */
	List<Change> changes(Revision revision) {
		Contract contract = get(revision.contractId());
		Partnership partnership = this.partnerships.get(contract.partnershipId());
		List<Change> changes = new ArrayList<>();
		if (!this.text.version(revision.kind(), revision.language()).equals(revision.templateVersion())) {
			changes.add(Change.TEMPLATE);
		}
		if (!data(contract, revision.number(), revision.language(), revision.clauseProfile(), partnership).sha256()
			.equals(revision.dataSha256())) {
			changes.add(Change.DATA);
		}
		return changes;
	}

	private ContractData data(Contract contract, int number, String language, String profile, Partnership partnership) {
		Optional<Pair> pair = this.pairs.current(partnership.id());
		String ourContact = this.accounts.nameOf(pair.map(Pair::ourAccount).orElse(partnership.owner()));
		String partnerContact = pair.map(Pair::partnerName)
			.orElseGet(() -> this.organisations.person(partnership.contactId()).name());
		String partnerCountry = this.organisations.get(partnership.organisationId()).country();
		ContractData data = ContractData.of(contract, number, language, profile, acceptedTerms(partnership.id()),
				this.objectives.of(partnership.id()), this.company, details(contract.id()), ourContact, partnerContact,
				partnerCountry);
		data.values().put("clauseVariants", this.deviations.variants(contract.id()));
		data.values().put("frontiers", this.frontiers.sentences(partnership.id()));
		if (contract.isAmendment()) {
			data.values().putAll(amendment(contract, data, language));
		}
		return data;
	}

	/** What an amendment changes, and in which document (PIL-01). */
	private Map<String, Object> amendment(Contract contract, ContractData data, String language) {
		Contract amended = get(contract.amends());
		Terms before = this.termSheets.get(amended.termSheetId()).terms();
		Terms after = this.termSheets.get(contract.termSheetId()).terms();
		return data.amending(amended, revision(amended.id(), amended.revisionInForce()),
				TermsChange.between(before, after, data.name("ours"), data.name("partner"), language));
	}

	/**
	 * What is known of the partner: as last entered, before that what the relationship
	 * tells.
	 */
	public ContractDetails details(UUID contractId) {
		return latestDetails(contractId).map(DetailsEntry::details).orElseGet(() -> {
			Partnership partnership = this.partnerships.get(get(contractId).partnershipId());
			Organisation organisation = this.organisations.get(partnership.organisationId());
			Person signer = signer(partnership.id());
			return new ContractDetails(organisation.name(), "", "", signer.name(), signer.role(),
					this.company.country(), "", partyDetails(contractId, null));
		});
	}

	/**
	 * What is known of the further parties of the accepted terms: as entered, before that
	 * what the terms tell.
	 * @param entry the entry it belongs to, null when there is none
	 */
	private List<PartyDetails> partyDetails(UUID contractId, Long entry) {
		Map<String, PartyDetails> entered = new HashMap<>();
		this.jdbc.sql("select * from contract_party_details where contract_id = ? and entry_key = ?")
			.params(contractId, entry)
			.query((row) -> {
				entered.put(row.getString("side"),
						new PartyDetails(row.getString("side"), row.getString("legal_name"), row.getString("address"),
								row.getString("registration"), row.getString("signatory"),
								row.getString("signatory_title")));
			});
		return this.termSheets.get(get(contractId).termSheetId())
			.terms()
			.parties()
			.stream()
			.map((party) -> entered.getOrDefault(party.side(),
					new PartyDetails(party.side(), party.name(), "", "", party.contactName(), party.contactRole())))
			.toList();
	}

	/**
	 * Keeps the details as entered.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param by user name of the person who entered them, as the engine tells it
	 */
	@Transactional
	public void correct(UUID contractId, long entryKey, ContractDetails details, String by) {
		int rows = this.jdbc.sql("""
				insert into contract_details (contract_id, entry_key, partner_legal_name, partner_address,
					partner_registration, partner_signatory, partner_signatory_title, jurisdiction, note, entered_by)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key) do nothing""")
			.params(contractId, entryKey, details.partnerLegalName(), details.partnerAddress(),
					details.partnerRegistration(), details.partnerSignatory(), details.partnerSignatoryTitle(),
					details.jurisdiction(), details.note(), by)
			.update();
		if (rows > 0) {
			details.parties()
				.forEach((party) -> this.jdbc
					.sql("""
							insert into contract_party_details (contract_id, entry_key, side, legal_name, address, registration,
								signatory, signatory_title)
							values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (contract_id, entry_key, side) do nothing""")
					.params(contractId, entryKey, party.side(), party.legalName(), party.address(),
							party.registration(), party.signatory(), party.signatoryTitle())
					.update());
		}
	}

	/**
	 * Who has to sign beside us: one person for each party, the partner who leads first.
	 */
	public List<Person> signers(UUID partnershipId) {
		List<Person> signers = new ArrayList<>();
		signers.add(signer(partnershipId));
		ofPartnership(partnershipId).map((contract) -> this.termSheets.get(contract.termSheetId()))
			.ifPresent((revision) -> revision.terms()
				.parties()
				.forEach((party) -> signers.add(this.organisations.person(party.personId()))));
		return List.copyOf(signers);
	}

	/** The partner's person who signs and gets our mails: the one of the pair. */
	public Person signer(UUID partnershipId) {
		return this.organisations.person(this.pairs.current(partnershipId)
			.map(Pair::partnerPersonId)
			.orElseGet(() -> this.partnerships.get(partnershipId).contactId()));
	}

	public Contract get(UUID id) {
		return this.jdbc.sql("select * from contract where id = ?")
			.param(id)
			.query(Contracts::contract)
			.optional()
			.orElseThrow(() -> new UnknownContract(id));
	}

	/** The contract, or the latest amendment to it, whatever became of it. */
	public Optional<Contract> ofPartnership(UUID partnershipId) {
		return chain(partnershipId).stream().findFirst();
	}

	/**
	 * The current text, for gates.
	 * @throws NothingToJudge if none is drawn up yet
	 */
	Revision drawnUp(UUID partnershipId) {
		return ofPartnership(partnershipId).flatMap((contract) -> current(contract.id()))
			.orElseThrow(() -> new NothingToJudge("Il n’y a pas encore de contrat.", "There is no contract yet.",
					"Établissez d’abord le contrat.", "Draw up the contract first."));
	}

	/** What is in force: the contract, or the latest amendment that came into force. */
	public Optional<Contract> inForce(UUID partnershipId) {
		return chain(partnershipId).stream().filter((contract) -> contract.state() == State.IN_FORCE).findFirst();
	}

	/** The contract and its amendments, the latest first (PIL-01). */
	public List<Contract> chain(UUID partnershipId) {
		return this.jdbc.sql("select * from contract where partnership_id = ? order by amendment desc")
			.param(partnershipId)
			.query(Contracts::contract)
			.list();
	}

	/** The latest revision. */
	public Optional<Revision> current(UUID contractId) {
		return this.jdbc.sql(REVISION + " order by revision desc limit 1")
			.param(contractId)
			.query(Contracts::revision)
			.optional();
	}

	public Revision revision(UUID contractId, int number) {
		return this.jdbc.sql(REVISION + " and revision = ?")
			.params(contractId, number)
			.query(Contracts::revision)
			.optional()
			.orElseThrow(() -> new UnknownContract(contractId, number));
	}

	/** All revisions, newest first. */
	public List<Revision> revisions(UUID contractId) {
		return this.jdbc.sql(REVISION + " order by revision desc").param(contractId).query(Contracts::revision).list();
	}

	/** The PDF exactly as it was stored. */
	public byte[] pdf(UUID contractId, int number) {
		return this.jdbc.sql("select pdf from contract_revision where contract_id = ? and revision = ?")
			.params(contractId, number)
			.query(byte[].class)
			.optional()
			.orElseThrow(() -> new UnknownContract(contractId, number));
	}

	/** The XHTML the PDF was made from. */
	public String html(UUID contractId, int number) {
		return this.jdbc.sql("select html from contract_revision where contract_id = ? and revision = ?")
			.params(contractId, number)
			.query(String.class)
			.optional()
			.orElseThrow(() -> new UnknownContract(contractId, number));
	}

	/** The agreed data that the latest revision is made from. */
	Map<String, Object> data(UUID contractId) {
		return this.jdbc.sql("select data from contract_revision where contract_id = ? order by revision desc limit 1")
			.param(contractId)
			.query((row, number) -> JsonMapper.shared()
				.readValue(row.getString("data"), new TypeReference<Map<String, Object>>() {
				}))
			.optional()
			.orElseThrow(() -> new UnknownContract(contractId));
	}

	/**
	 * The names of the latest contracts of a kind and language by id: reference and
	 * partner.
	 */
	public Map<UUID, String> latest(String kind, String language, int limit) {
		Map<UUID, String> names = new LinkedHashMap<>();
		this.jdbc.sql("""
				select c.id, c.number, c.drawn_up_on, o.name from contract c
					join partnership p on p.id = c.partnership_id join organisation o on o.id = p.organisation_id
				where exists (select from contract_revision r
					where r.contract_id = c.id and r.kind = ? and r.language = ?)
				order by c.number desc limit ?""").params(kind, language, limit).query((RowCallbackHandler) (row) -> {
			String reference = Contract.reference(row.getObject("drawn_up_on", LocalDate.class), row.getLong("number"));
			names.put(row.getObject("id", UUID.class), reference + " · " + row.getString("name"));
		});
		return names;
	}

	/** Notes how a draft ended. */
	@Transactional
	public void end(UUID contractId, State state) {
		this.jdbc.sql("update contract set state = ? where id = ? and state <> 'IN_FORCE'")
			.params(state.name(), contractId)
			.update();
	}

	void putInForce(UUID contractId, int revision, Term term, Instant noticeReminderAt) {
		this.jdbc
			.sql("""
					update contract set state = 'IN_FORCE', revision_in_force = ?, starts_on = ?, ends_on = ?, notice_by = ?,
						notice_reminder_at = ? where id = ? and state <> 'IN_FORCE'""")
			.params(revision, term.startsOn(), term.endsOn(), term.noticeBy(), Timestamp.from(noticeReminderAt),
					contractId)
			.update();
	}

	private Optional<Revision> byEntryKey(UUID contractId, long entryKey) {
		return this.jdbc.sql(REVISION + " and entry_key = ?")
			.params(contractId, entryKey)
			.query(Contracts::revision)
			.optional();
	}

	private Optional<DetailsEntry> latestDetails(UUID contractId) {
		return this.jdbc.sql("select * from contract_details where contract_id = ? order by id desc limit 1")
			.param(contractId)
			.query()
			.listOfRows()
			.stream()
			.findFirst()
			.map((row) -> new DetailsEntry(row.get("entered_by").toString(),
					new ContractDetails(row.get("partner_legal_name").toString(), row.get("partner_address").toString(),
							row.get("partner_registration").toString(), row.get("partner_signatory").toString(),
							row.get("partner_signatory_title").toString(), row.get("jurisdiction").toString(),
							row.get("note").toString(), partyDetails(contractId, (Long) row.get("entry_key")))));
	}

	private static Contract contract(ResultSet row, int number) throws SQLException {
		LocalDate drawnUp = row.getObject("drawn_up_on", LocalDate.class);
		Timestamp reminder = row.getTimestamp("notice_reminder_at");
		return new Contract(row.getObject("id", UUID.class), Contract.reference(drawnUp, row.getLong("number")),
				row.getObject("partnership_id", UUID.class), row.getObject("term_sheet_id", UUID.class),
				State.valueOf(row.getString("state")), drawnUp, row.getInt("amendment"),
				row.getObject("amends", UUID.class), row.getObject("revision_in_force", Integer.class),
				row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
				row.getObject("notice_by", LocalDate.class), (reminder != null) ? reminder.toInstant() : null);
	}

	private static Revision revision(ResultSet row, int number) throws SQLException {
		return new Revision(row.getObject("contract_id", UUID.class), row.getInt("revision"), row.getString("kind"),
				row.getString("clause_profile"), row.getString("language"), row.getString("template_version"),
				row.getString("data_sha256"), row.getString("sha256"), row.getString("author"), row.getString("reason"),
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("recorded_at").toInstant());
	}

	private record DetailsEntry(String enteredBy, ContractDetails details) {
	}

}
