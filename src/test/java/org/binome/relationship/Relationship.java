package org.binome.relationship;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.SentMails;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.Verdict;
import org.binome.gate.Verdict.Held;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.relationship.Objectives.Draft;
import org.binome.relationship.TermSheetRevision.Answer;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads a partnership through the relationship stage, for tests of it and of those that
 * follow.
 */
public final class Relationship {

	private static final AtomicLong KEYS = new AtomicLong(1);

	private final ApplicationContext context;

	private final Partnership partnership;

	private final String contact;

	private Relationship(ApplicationContext context, Partnership partnership, String contact) {
		this.context = context;
		this.partnership = partnership;
		this.contact = contact;
	}

	/** A partnership between us in France and an organisation of this country. */
	public static Relationship open(ApplicationContext context, String country, String language) {
		UUID programme = UUID.randomUUID();
		context.getBean(JdbcClient.class).sql("""
				insert into programme (id, name, partnership_type, owner, language)
				values (?, ?, 'marketing', 'manager', 'fr')""").params(programme, "Programme " + programme).update();
		Organisations organisations = context.getBean(Organisations.class);
		Organisation organisation = organisations.add("Atelier " + programme, null, country, language,
				ZoneId.of("Europe/Paris"), null);
		Person person = organisations.addPerson(organisation.id(), "Direction des partenariats",
				"contact@" + programme + ".example", "Direction");
		Partnership partnership = context.getBean(Partnerships.class)
			.open(programme, organisation.id(), person.id(), "marketing", "manager");
		return new Relationship(context, partnership, person.email());
	}

	/** A key as of another element instance. */
	public static long key() {
		return KEYS.incrementAndGet();
	}

	public UUID id() {
		return this.partnership.id();
	}

	public String contact() {
		return this.contact;
	}

	public Relationship pair() {
		this.context.getBean(Pairs.class)
			.name(id(), key(), "manager", "Direction des partenariats", this.contact, "Direction");
		return this;
	}

	public Relationship objectives() {
		this.context.getBean(Objectives.class)
			.set(id(), key(), "Vendre ensemble aux libraires",
					List.of(new Draft("Chiffre d’affaires", new BigDecimal("50000"), "EUR", today().plusMonths(9),
							"30000 avec un concurrent"),
							new Draft("Acheteurs", new BigDecimal("400"), "clients", today().plusMonths(9),
									"rien de comparable sur ce marché")));
		return this;
	}

	public Relationship terms(LocalDate launchOn) {
		this.context.getBean(TermSheets.class).write(id(), key(), TestTerms.complete(launchOn));
		this.context.getBean(Correspondence.class).sendTermSheet(id());
		return this;
	}

	/** Pair, objectives and terms accepted by both sides. */
	public Relationship agreed(LocalDate launchOn) {
		pair().objectives().terms(launchOn);
		this.context.getBean(TermSheets.class).answer(mailedLink(), Answer.ACCEPTED, "");
		this.context.getBean(SponsorDecisions.class).decide(id(), key(), true, "", "sponsor", 900);
		return this;
	}

	/** The link in the latest mail to the partner. */
	public SignedLink mailedLink() {
		return mailedLink(this.contact);
	}

	/** The link in the latest mail to this address. */
	public SignedLink mailedLink(String address) {
		return this.context.getBean(SignedLinks.class)
			.resolve(this.context.getBean(SentMails.class).latestTokenTo(address));
	}

	public List<String> rules(Gate gate) {
		Verdict verdict = this.context.getBeansOfType(GateCheck.class)
			.values()
			.stream()
			.filter((check) -> check.gate() == gate)
			.findFirst()
			.orElseThrow()
			.verdict(id());
		return (verdict instanceof Held held) ? held.findings().stream().map(Finding::rule).toList() : List.of();
	}

	/** Everything the database holds of the partnership, to see whether it changes. */
	public List<Object> state() {
		JdbcClient jdbc = this.context.getBean(JdbcClient.class);
		return this.context.getBean(TransactionTemplate.class)
			.execute((status) -> List.of(rows(jdbc, "partnership_definition", "partnership_id"),
					rows(jdbc, "second_look", "partnership_id"), rows(jdbc, "governance", "partnership_id"),
					rows(jdbc, "ledger", "partnership_id"), rows(jdbc, "pair", "partnership_id"),
					rows(jdbc, "pillar_round", "partnership_id"), jdbc.sql("""
							select s.* from pillar_scores s join pillar_round r on r.id = s.round_id
							where r.partnership_id = ? order by s.round_id, s.side""").param(id()).query().listOfRows(),
					rows(jdbc, "objective_set", "partnership_id"), rows(jdbc, "term_sheet", "partnership_id"),
					jdbc.sql("""
							select p.* from term_sheet_party p join term_sheet t on t.id = p.term_sheet_id
							where t.partnership_id = ? order by p.term_sheet_id, p.position""")
						.param(id())
						.query()
						.listOfRows(),
					rows(jdbc, "sponsor_decision", "partnership_id"), rows(jdbc, "plan", "partnership_id"), jdbc.sql("""
							select a.* from planned_action a join plan p on p.id = a.plan_id
							where p.partnership_id = ? order by a.id""").param(id()).query().listOfRows(),
					rows(jdbc, "plan_change", "partnership_id"), jdbc.sql("""
							select a.* from plan_change_answer a join plan_change c on c.id = a.change_id
							where c.partnership_id = ? order by a.id""").param(id()).query().listOfRows(),
					rows(jdbc, "tracking_plan", "partnership_id"), rows(jdbc, "metric", "partnership_id"), jdbc.sql("""
							select r.* from reading r join metric m on m.id = r.metric_id
							where m.partnership_id = ? order by r.id""").param(id()).query().listOfRows(),
					rows(jdbc, "review", "partnership_id"), rows(jdbc, "renewal_decision", "partnership_id"),
					rows(jdbc, "timeline", "partnership_id"), rows(jdbc, "mail", "partnership_id"),
					rows(jdbc, "signed_link", "partnership_id"),
					jdbc.sql("select * from signal where correlation_key = ? order by id")
						.param(id().toString())
						.query()
						.listOfRows()));
	}

	public long signals(String name) {
		return this.context.getBean(JdbcClient.class)
			.sql("select count(*) from signal where correlation_key = ? and name = ?")
			.params(id().toString(), name)
			.query(Long.class)
			.single();
	}

	private List<?> rows(JdbcClient jdbc, String table, String column) {
		return jdbc.sql("select t::text from " + table + " t where " + column + " = ? order by 1")
			.param(id())
			.query(String.class)
			.list();
	}

	private LocalDate today() {
		return LocalDate.now(this.context.getBean(Clock.class));
	}

}
