package org.binome.relationship;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.binome.account.Company;
import org.binome.decision.Timeline;
import org.binome.gate.Finding;
import org.binome.gate.TermSheetPolicy;
import org.binome.gate.TermSheetPolicy.Taken;
import org.binome.partner.InvalidLink;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.partner.TimeZones;
import org.binome.relationship.FormalityLadder.Rung;
import org.binome.relationship.TermSheetRevision.Answer;
import org.binome.relationship.TermSheetRevision.Reply;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of every partnership, revision by revision, and who accepted which (CON-06).
 */
@Repository
public class TermSheets {

	private static final String SHEET = "select t.* from term_sheet t ";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Pairs pairs;

	private final Company company;

	private final FormalityLadder ladder;

	private final SignedLinks links;

	private final Signals signals;

	private final Timeline timeline;

	TermSheets(JdbcClient jdbc, Clock clock, Partnerships partnerships, Organisations organisations, Pairs pairs,
			Company company, FormalityLadder ladder, SignedLinks links, Signals signals, Timeline timeline) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.pairs = pairs;
		this.company = company;
		this.ladder = ladder;
		this.links = links;
		this.signals = signals;
		this.timeline = timeline;
	}

	/**
	 * The terms in force between the parties: the latest revision, if all accepted it.
	 */
	public Optional<TermSheet> accepted(UUID partnershipId) {
		return latest(partnershipId).filter((revision) -> revision.accepted() && missing(revision).isEmpty())
			.map(TermSheetRevision::sheet);
	}

	/** The latest revision, whoever accepted it. */
	public Optional<TermSheetRevision> latest(UUID partnershipId) {
		return this.jdbc.sql(SHEET + "where t.partnership_id = ? order by t.revision desc limit 1")
			.param(partnershipId)
			.query(TermSheets::revision)
			.optional()
			.map(this::whole);
	}

	/** Every revision, newest first. */
	public List<TermSheetRevision> history(UUID partnershipId) {
		return this.jdbc.sql(SHEET + "where t.partnership_id = ? order by t.revision desc")
			.param(partnershipId)
			.query(TermSheets::revision)
			.list()
			.stream()
			.map(this::whole)
			.toList();
	}

	/** The revision of this id. */
	public TermSheetRevision get(UUID id) {
		return whole(this.jdbc.sql(SHEET + "where t.id = ?").param(id).query(TermSheets::revision).single());
	}

	/**
	 * Keeps the terms as entered as a new revision, with every further party, usable or
	 * not.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * gives the same revision
	 */
	@Transactional
	public TermSheetRevision write(UUID partnershipId, long entryKey, Terms terms) {
		Optional<TermSheetRevision> known = written(partnershipId, entryKey);
		if (known.isPresent()) {
			return known.get();
		}
		UUID id = UUID.randomUUID();
		String proposedKind = proposal(partnershipId, terms).kind();
		Commission commission = terms.commission();
		int rows = this.jdbc.sql("""
				insert into term_sheet (id, partnership_id, revision, entry_key, kind, our_contribution,
					partner_contribution, our_benefit, partner_benefit, territory, products, sectors, value_minor,
					currency, duration_months, notice_days, launch_on, risk, exclusive, kind_reason, proposed_kind,
					commission_percent, commission_basis, commission_payment_days, our_brand_conditions,
					partner_brand_conditions, our_never_shared, partner_never_shared)
				select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
					?, ?, ?, ?, ?
				from term_sheet where partnership_id = ?
				on conflict (partnership_id, entry_key) do nothing""")
			.params(id, partnershipId, entryKey, terms.kind(), terms.ourContribution(), terms.partnerContribution(),
					terms.ourBenefit(), terms.partnerBenefit(), terms.territory(), terms.products(), terms.sectors(),
					terms.valueMinor(), terms.currency(), terms.durationMonths(), terms.noticeDays(), terms.launchOn(),
					terms.risk(), terms.exclusive(), terms.kindReason(), proposedKind, commission.percent(),
					commission.basis(), commission.paymentDays(), terms.ours().brandConditions(),
					terms.partners().brandConditions(), terms.ours().neverShared(), terms.partners().neverShared(),
					partnershipId)
			.update();
		if (rows > 0) {
			terms.parties().forEach((party) -> insertParty(id, party));
		}
		TermSheetRevision revision = written(partnershipId, entryKey).orElseThrow();
		if (rows > 0) {
			this.timeline.note(partnershipId, "term-sheet:" + revision.id(), "term-sheet",
					this.partnerships.get(partnershipId).owner(),
					"Conditions rédigées, révision " + revision.revision() + ".",
					"Terms written, revision " + revision.revision() + ".");
		}
		return revision;
	}

	private Optional<TermSheetRevision> written(UUID partnershipId, long entryKey) {
		return this.jdbc.sql(SHEET + "where t.partnership_id = ? and t.entry_key = ?")
			.params(partnershipId, entryKey)
			.query(TermSheets::revision)
			.optional()
			.map(this::whole);
	}

	/** How formal the paper has to be for these terms, and why (CON-11). */
	public Rung proposal(UUID partnershipId, Terms terms) {
		BigDecimal value = currency(terms.currency()).filter((currency) -> terms.valueMinor() != null)
			.map((currency) -> BigDecimal.valueOf(terms.valueMinor(), Math.max(0, currency.getDefaultFractionDigits())))
			.orElse(null);
		return this.ladder
			.propose(new FormalityLadder.Facts(this.partnerships.get(partnershipId).type(), terms.risk(), value,
					terms.durationMonths(), 2 + terms.parties().size(), terms.exclusive(), !terms.commission().none()));
	}

	private static Optional<Currency> currency(String code) {
		return Currency.getAvailableCurrencies()
			.stream()
			.filter((currency) -> currency.getCurrencyCode().equals(code))
			.findFirst();
	}

	/** A usable party becomes an organisation with a person, who can be sent a link. */
	private void insertParty(UUID termSheetId, Party party) {
		UUID organisation = null;
		UUID person = null;
		if (usable(party)) {
			organisation = this.organisations
				.add(party.name(), null, party.country(), party.language(), zone(party.country()), null)
				.id();
			person = this.organisations
				.addPerson(organisation, party.contactName(), party.contactEmail(), party.contactRole())
				.id();
		}
		this.jdbc
			.sql("""
					insert into term_sheet_party (term_sheet_id, position, organisation_id, person_id, name, country, language,
						contact_name, contact_email, contact_role, contribution, benefit, brand_conditions, never_shared)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(termSheetId, party.position(), organisation, person, party.name(), party.country(),
					party.language(), party.contactName(), party.contactEmail(), party.contactRole(),
					party.contribution(), party.benefit(), party.reserve().brandConditions(),
					party.reserve().neverShared())
			.update();
	}

	private static boolean usable(Party party) {
		return !party.name().isBlank() && !party.contactName().isBlank()
				&& Pairs.EMAIL.matcher(party.contactEmail()).matches()
				&& Set.of(Locale.getISOCountries()).contains(party.country())
				&& Set.of("fr", "en").contains(party.language());
	}

	/** The zone of the country; of its first one where there are several. */
	private static ZoneId zone(String country) {
		return TimeZones.of(country).stream().findFirst().orElse(ZoneOffset.UTC);
	}

	/** What is missing in a revision, whenever it was written. */
	private List<Finding> missing(TermSheetRevision revision) {
		return missing(revision, LocalDate.MIN);
	}

	/** What is missing in a revision that would be sent today. */
	public List<Finding> missingToday(TermSheetRevision revision) {
		return missing(revision, LocalDate.now(this.clock));
	}

	/**
	 * A party's answer to exactly the revision the link was mailed for. The process is
	 * told once: when the first party doesn't accept, or when the last one does (CON-12).
	 * @param note what is to be changed, or why not; may be empty when accepted
	 * @throws InvalidLink if the link has been used, or a newer revision has been written
	 * @throws IllegalArgumentException if changes or a refusal come without words
	 */
	@Transactional
	public void answer(SignedLink link, Answer answer, String note) {
		if (answer != Answer.ACCEPTED && note.isBlank()) {
			throw new IllegalArgumentException("Changes and refusals need a note");
		}
		// two parties may answer at the same moment: the second sees what the first said
		this.jdbc.sql("select id from partnership where id = ? for update")
			.param(link.partnershipId())
			.query(UUID.class)
			.single();
		TermSheetRevision revision = asked(link);
		this.links.use(link);
		String side = side(revision, link);
		String person = this.organisations.person(link.personId()).name();
		insertAnswer(revision.id(), side.toUpperCase(Locale.ROOT), answer, note, person);
		Reply together = get(revision.id()).partners();
		if (revision.partners() == null && together != null) {
			this.signals.send("term-sheet-answered", link.partnershipId(),
					Map.of("termSheetAnswer", together.answer().name().toLowerCase(Locale.ROOT)));
		}
		String who = revision.terms()
			.parties()
			.stream()
			.filter((party) -> party.side().equals(side))
			.map(Party::name)
			.findFirst()
			.orElse(null);
		String french = switch (answer) {
			case ACCEPTED -> "%s accepte la révision %d des conditions.";
			case CHANGES -> "%s demande des changements à la révision %d : « %s »";
			case DECLINED -> "%s refuse la révision %d : « %s »";
		};
		String english = switch (answer) {
			case ACCEPTED -> "%s accepts revision %d of the terms.";
			case CHANGES -> "%s asks for changes to revision %d: “%s”";
			case DECLINED -> "%s declines revision %d: “%s”";
		};
		this.timeline.note(link.partnershipId(),
				"term-sheet-answer:" + revision.id() + (side.equals("partner") ? "" : ":" + side), "term-sheet", person,
				french.formatted((who != null) ? who : "Le partenaire", revision.revision(), note),
				english.formatted((who != null) ? who : "The partner", revision.revision(), note));
	}

	/** For which party of a revision a link answers. */
	public String side(TermSheetRevision revision, SignedLink link) {
		return revision.terms()
			.parties()
			.stream()
			.filter((party) -> link.personId().equals(party.personId()))
			.map(Party::side)
			.findFirst()
			.orElse("partner");
	}

	/**
	 * The revision a link asks about.
	 * @throws InvalidLink if a newer one has been written since
	 */
	public TermSheetRevision asked(SignedLink link) {
		if (!"term-sheet".equals(link.purpose())) {
			throw new InvalidLink(InvalidLink.Reason.UNKNOWN);
		}
		TermSheetRevision latest = latest(link.partnershipId())
			.orElseThrow(() -> new InvalidLink(InvalidLink.Reason.UNKNOWN));
		if (!latest.id().equals(link.subjectId())) {
			throw new InvalidLink(InvalidLink.Reason.EXPIRED);
		}
		return latest;
	}

	void acceptForUs(UUID termSheetId, String by) {
		insertAnswer(termSheetId, "OURS", Answer.ACCEPTED, "", by);
	}

	/**
	 * Gives an incomplete revision back to whoever wrote it: it is never mailed.
	 */
	@Transactional
	boolean giveBack(TermSheetRevision revision) {
		if (missingToday(revision).isEmpty()) {
			return false;
		}
		if (insertAnswer(revision.id(), "OURS", Answer.CHANGES, "", "binome")) {
			this.signals.send("term-sheet-answered", revision.partnershipId(), Map.of("termSheetAnswer", "changes"));
		}
		return true;
	}

	private List<Finding> missing(TermSheetRevision revision, LocalDate today) {
		return TermSheetPolicy.missing(facts(revision, today));
	}

	/**
	 * What the gate judges.
	 * @param today the launch must be later
	 */
	TermSheetPolicy.Terms facts(TermSheetRevision revision, LocalDate today) {
		Terms terms = revision.terms();
		Commission commission = terms.commission();
		Optional<Terms> inForce = inForce(revision);
		Organisation leading = this.organisations.get(this.partnerships.get(revision.partnershipId()).organisationId());
		String leadingAddress = this.pairs.partnerPerson(revision.partnershipId()).email().toLowerCase(Locale.ROOT);
		var paper = new TermSheetPolicy.Paper(revision.proposedKind(), terms.kindReason(), commission.percent(),
				commission.basis(), commission.paymentDays(), terms.parties().stream().map(TermSheets::party).toList(),
				List.of(new Taken(Organisations.dedupeKey(this.company.legalName(), null), TermSheetPolicy.OURSELVES),
						new Taken(Organisations.dedupeKey(leading.name(), null), "2, « " + leading.name() + " »")),
				List.of(new Taken(leadingAddress, "2, « " + leading.name() + " »")),
				inForce.filter((agreed) -> TermsChange.between(agreed, terms, "1", "2", "fr").isEmpty()).isPresent());
		// what was launched long ago may stay in an amendment
		LocalDate earliest = inForce.filter((agreed) -> Objects.equals(agreed.launchOn(), terms.launchOn()))
			.map((agreed) -> LocalDate.MIN)
			.orElse(today);
		return new TermSheetPolicy.Terms(terms.kind(), terms.ourContribution(), terms.partnerContribution(),
				terms.ourBenefit(), terms.partnerBenefit(), terms.territory(), terms.products(), terms.sectors(),
				terms.valueMinor(), terms.currency(), terms.durationMonths(), terms.noticeDays(), terms.launchOn(),
				terms.risk(), earliest, paper);
	}

	/** The terms of the contract in force, if these are terms to amend it. */
	private Optional<Terms> inForce(TermSheetRevision revision) {
		return this.jdbc.sql("""
				select term_sheet_id from contract where partnership_id = ? and state = 'IN_FORCE'
				order by amendment desc limit 1""")
			.param(revision.partnershipId())
			.query(UUID.class)
			.optional()
			.filter((id) -> !id.equals(revision.id()))
			.map((id) -> get(id).terms());
	}

	private static TermSheetPolicy.Party party(Party party) {
		return new TermSheetPolicy.Party(party.position(), party.name(), Organisations.dedupeKey(party.name(), null),
				party.country(), party.language(), party.contactName(), party.contactEmail(),
				Pairs.EMAIL.matcher(party.contactEmail()).matches(), party.contribution(), party.benefit());
	}

	private boolean insertAnswer(UUID termSheetId, String side, Answer answer, String note, String by) {
		return this.jdbc.sql("""
				insert into term_sheet_answer (term_sheet_id, side, answer, note, answered_by)
				values (?, ?, ?, ?, ?) on conflict (term_sheet_id, side) do nothing""")
			.params(termSheetId, side, answer.name(), note, by)
			.update() > 0;
	}

	private static TermSheetRevision revision(ResultSet row, int number) throws SQLException {
		Terms terms = new Terms(row.getString("kind"), row.getString("our_contribution"),
				row.getString("partner_contribution"), row.getString("our_benefit"), row.getString("partner_benefit"),
				row.getString("territory"), row.getString("products"), row.getString("sectors"),
				row.getObject("value_minor", Long.class), row.getString("currency"),
				row.getObject("duration_months", Integer.class), row.getObject("notice_days", Integer.class),
				row.getObject("launch_on", LocalDate.class), row.getString("risk"), row.getBoolean("exclusive"),
				row.getString("kind_reason"),
				new Commission(row.getBigDecimal("commission_percent"), row.getString("commission_basis"),
						row.getObject("commission_payment_days", Integer.class)),
				new Reserve(row.getString("our_brand_conditions"), row.getString("our_never_shared")),
				new Reserve(row.getString("partner_brand_conditions"), row.getString("partner_never_shared")),
				List.of());
		return new TermSheetRevision(row.getObject("id", UUID.class), row.getObject("partnership_id", UUID.class),
				row.getInt("revision"), terms, row.getString("proposed_kind"), null, Map.of());
	}

	/** The revision with its further parties and what each side answered. */
	private TermSheetRevision whole(TermSheetRevision row) {
		Map<String, Reply> replies = replies(row.id());
		Reply ours = replies.remove("ours");
		return new TermSheetRevision(row.id(), row.partnershipId(), row.revision(), row.terms().with(parties(row.id())),
				row.proposedKind(), ours, replies);
	}

	private List<Party> parties(UUID termSheetId) {
		return this.jdbc.sql("select * from term_sheet_party where term_sheet_id = ? order by position")
			.param(termSheetId)
			.query((row, number) -> new Party(row.getInt("position"), row.getObject("organisation_id", UUID.class),
					row.getObject("person_id", UUID.class), row.getString("name"), row.getString("country"),
					row.getString("language"), row.getString("contact_name"), row.getString("contact_email"),
					row.getString("contact_role"), row.getString("contribution"), row.getString("benefit"),
					new Reserve(row.getString("brand_conditions"), row.getString("never_shared"))))
			.list();
	}

	private Map<String, Reply> replies(UUID termSheetId) {
		var replies = new TreeMap<String, Reply>();
		this.jdbc.sql("select * from term_sheet_answer where term_sheet_id = ?").param(termSheetId).query((row) -> {
			replies.put(row.getString("side").toLowerCase(Locale.ROOT),
					new Reply(Answer.valueOf(row.getString("answer")), row.getString("note"),
							row.getString("answered_by"), row.getTimestamp("answered_at").toInstant()));
		});
		return replies;
	}

}
