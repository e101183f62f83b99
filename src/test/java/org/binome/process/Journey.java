package org.binome.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.binome.Forms;
import org.binome.SentMails;
import org.binome.TestClock;
import org.binome.contract.PartnerSignature;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLinks;
import org.binome.planning.Plans;
import org.binome.portal.Outcome;
import org.binome.portal.PartnerPage;
import org.binome.portal.RequestInfo;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.Longlist;
import org.binome.prospecting.NewProgramme;
import org.binome.prospecting.Programmes;
import org.binome.relationship.Objectives;
import org.binome.tracking.Metrics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Leads a partnership from stage to stage as people would: our side in forms, the
 * partner's side through the links in our mails.
 */
public class Journey {

	private static final Duration A_WEEK_AND_A_DAY = Duration.ofDays(8);

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private static final String CONTACT = "partenariats@ateliers-%s.example";

	private static final List<String> WORDS = List.of("la charte", "l’atelier", "le journal", "la soirée", "le réseau",
			"l’école", "la fête", "le guide", "la bourse", "le forum");

	private final Engine engine;

	private final Programmes programmes;

	private final Longlist longlist;

	private final Candidates candidates;

	private final Partnerships partnerships;

	private final SentMails mails;

	private final SignedLinks links;

	private final TestClock clock;

	private final Map<String, PartnerPage> pages;

	private final Objectives objectives;

	private final Plans plans;

	private final Metrics metrics;

	private final JdbcClient jdbc;

	private final List<String> further = new ArrayList<>();

	private boolean slow;

	private UUID programme;

	private String contact;

	Journey(Engine engine, Programmes programmes, Longlist longlist, Candidates candidates, Partnerships partnerships,
			SentMails mails, SignedLinks links, TestClock clock, List<PartnerPage> pages, Objectives objectives,
			Plans plans, Metrics metrics, JdbcClient jdbc) {
		this.engine = engine;
		this.programmes = programmes;
		this.longlist = longlist;
		this.candidates = candidates;
		this.partnerships = partnerships;
		this.mails = mails;
		this.links = links;
		this.clock = clock;
		this.objectives = objectives;
		this.plans = plans;
		this.metrics = metrics;
		this.jdbc = jdbc;
		this.pages = pages.stream().collect(Collectors.toMap(PartnerPage::purpose, Function.identity()));
	}

	/** Further parties will stand in the terms and answer for themselves (CON-12). */
	Journey with(String... names) {
		this.further.addAll(List.of(names));
		return this;
	}

	/** Where a further party is reached. */
	String address(String name) {
		return name.toLowerCase(Locale.ROOT) + "@" + this.contact.replaceFirst(".*@", "");
	}

	/** Opens a programme; its prospecting begins. */
	void openProgramme() {
		String tag = UUID.randomUUID().toString().substring(0, 8);
		this.contact = CONTACT.formatted(tag);
		this.programme = this.programmes
			.open(new NewProgramme("Réparer ensemble " + tag, "standard", "marketing", "Familles qui réparent", 20_000,
					"manager", "fr"))
			.id();
	}

	/** Imports one affine candidate and one that affinity knocks out. */
	void importCandidates() {
		String tag = this.contact.replaceFirst(".*ateliers-", "").replaceFirst("\\.example", "");
		String csv = """
				nom;site;pays;langue;contact;email;rôle;origine;audience;affinité;produit;image;culture;ouverture;relation;preuve
				Ateliers %s;https://ateliers-%s.example;FR;fr;Responsable des partenariats;%s;Partenariats;research;18000;5;4;4;5;open;known;Enquête 2026
				Revue %s;https://revue-%s.example;FR;fr;Rédaction;redaction@revue-%s.example;Partenariats;research;90000;1;4;4;4;closed;none;Enquête 2026
				"""
			.formatted(tag, tag, this.contact, tag, tag, tag);
		var report = this.longlist.importCsv(this.programme, "candidats.csv", csv.getBytes(), "manager");
		assertThat(report.rowsAdded()).as("added rows of " + report).isEqualTo(2);
	}

	/** Imports an affine candidate far larger than we are (PRO-16). */
	void importGiant() {
		String tag = this.contact.replaceFirst(".*ateliers-", "").replaceFirst("\\.example", "");
		String csv = """
				nom;site;pays;langue;contact;email;rôle;origine;audience;affinité;produit;image;culture;ouverture;relation;preuve
				Réseau %s;https://reseau-%s.example;FR;fr;Direction des partenariats;partenariats@reseau-%s.example;Partenariats;research;900000;5;5;5;5;open;known;Enquête 2026
				"""
			.formatted(tag, tag, tag);
		this.longlist.importCsv(this.programme, "grands.csv", csv.getBytes(), "manager");
	}

	/** The candidate far larger than we are. */
	String giant() {
		return this.candidates.page(this.programme, 0, 10)
			.stream()
			.filter((candidate) -> candidate.name().startsWith("Réseau"))
			.map((candidate) -> candidate.id().toString())
			.findFirst()
			.orElseThrow();
	}

	/** From now on every human task waits a week and a day before it is done. */
	Journey slowly() {
		this.slow = true;
		return this;
	}

	/** A person completes a task. */
	void human(String task, String username, Map<String, ?> form) {
		waitForSilence(task);
		this.engine.complete(task, username, form);
	}

	private void waitForSilence(String task) {
		if (this.slow) {
			this.engine.awaitTask(task);
			this.engine.pass(A_WEEK_AND_A_DAY);
		}
	}

	/** The prospecting stage, up to the partnership of the affine candidate. */
	void untilShortlisted() {
		openProgramme();
		importCandidates();
		human("Task_ConfirmReadiness", "manager", Forms.readiness("proceed"));
		human("Task_CompleteLonglist", "manager", Map.of("complete", true));
		waitForSilence("Task_ChooseShortlist");
		chooseBest();
		this.engine.awaitElement("Task_OpenPartnerships");
	}

	void chooseBest() {
		this.engine.awaitTask("Task_ChooseShortlist");
		List<String> best = this.candidates.ranking(this.programme, 1)
			.stream()
			.map((candidate) -> candidate.id().toString())
			.toList();
		this.engine.complete("Task_ChooseShortlist", "manager", Forms.shortlist(best));
	}

	/** The candidate that affinity eliminates. */
	String knockedOut() {
		return this.candidates.page(this.programme, 0, 10)
			.stream()
			.filter((candidate) -> candidate.criteria().audienceAffinity() == 1)
			.map((candidate) -> candidate.id().toString())
			.findFirst()
			.orElseThrow();
	}

	void untilMessageSent() {
		human("Task_BuildRelationship", "manager", Forms.warmGestures(today()));
		human("Task_DraftMessage", "manager", Forms.message(whyThem()));
		human("Task_ReviewMessage", "sponsor", Forms.review("send"));
		untilSent(1);
	}

	/** A reason of its own for each partner (APP-12). */
	String whyThem() {
		return UUID.randomUUID()
			.toString()
			.chars()
			.filter(Character::isDigit)
			.mapToObj((digit) -> WORDS.get(digit - '0') + " " + UUID.randomUUID().toString().substring(0, 6))
			.collect(Collectors.joining(" et ", "Nous admirons chez vous ", "."));
	}

	/** Waits for the partner's contact window. */
	void untilSent(int messages) {
		this.engine.awaitElement("Task_PlanContactWindow", messages);
		untilContactWindow();
		this.engine.awaitElement("Task_SendMessage", messages);
		this.engine.awaitTask("Task_AwaitReply");
	}

	/** Lets time pass until the moment planned for the latest attempt. */
	void untilContactWindow() {
		Duration ahead = Duration.between(this.clock.instant(), planned());
		this.engine.pass((ahead.isNegative() ? Duration.ZERO : ahead).plusSeconds(1));
	}

	/** Lets time pass until late in the evening at the partner's, if it is not late. */
	void untilEvening() {
		ZonedDateTime there = this.clock.instant().atZone(PARIS);
		ZonedDateTime evening = there.toLocalDate().atTime(20, 0).atZone(PARIS);
		if (there.isBefore(evening)) {
			this.engine.pass(Duration.between(there, evening));
		}
	}

	/** Lets time pass beyond the moment planned, to the middle of the night. */
	void untilMidnight() {
		Instant midnight = planned().atZone(PARIS).toLocalDate().plusDays(1).atStartOfDay(PARIS).toInstant();
		this.engine.pass(Duration.between(this.clock.instant(), midnight));
	}

	private Instant planned() {
		return this.jdbc.sql("""
				select send_at from approach_attempt where partnership_id = ? order by number desc limit 1""")
			.param(partnership())
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single();
	}

	/** The approach stage, up to the reply that interests. */
	void untilInterested() {
		untilShortlisted();
		untilMessageSent();
		human("Task_AwaitReply", "manager", Forms.reply("interested"));
		this.engine.awaitElement("EndEvent_PartnerInterested");
	}

	/** The relationship stage, up to the terms both sides accept. */
	void untilTermsAgreed() {
		untilPairNamed();
		scorePillars(4, 4, 4, 3);
		untilObjectivesSet();
		agreeTerms();
		this.engine.awaitElement("EndEvent_TermsAgreed");
	}

	/** The relationship stage, up to a partnership with a pair and levels above it. */
	void untilPairNamed() {
		untilInterested();
		namePair();
	}

	/** Defines the partnership and names the pair. */
	void namePair() {
		human("Task_DefinePartnership", "manager", Forms.definition());
		human("Task_NamePair", "manager", Forms.pair(this.contact));
	}

	/** Sets the objectives; a colleague of the owner looks again some days later. */
	void untilObjectivesSet() {
		human("Task_SetObjectives", "manager", Forms.objectives(today().plusDays(300)));
		sleepOnIt();
		human("Task_SecondLook", "sponsor", Forms.secondLook("conclude"));
	}

	/** Lets the days before the second look pass. */
	void sleepOnIt() {
		int set = this.engine.completed("Task_SetObjectives");
		this.engine.awaitElement("Task_GateQuantifiedObjectives", set);
		this.engine.pass(A_WEEK_AND_A_DAY);
	}

	/** Both sides score the four pillars. */
	void scorePillars(int desire, int project, int balance, int contract) {
		human("Task_ScorePillars", "manager", Forms.pillars(desire, project, balance, contract));
		answer("pillars", Map.of("desire", "4", "project", "4", "balance", "4", "contract", "4", "comment", ""));
	}

	void agreeTerms() {
		Map<String, Object> terms = new HashMap<>(Forms.termSheet(today().plusDays(120), products()));
		terms.put("furtherParties",
				this.further.stream().map((name) -> Forms.furtherParty(name, address(name))).toList());
		human("Task_WriteTermSheet", "manager", terms);
		answerTerms("accepted");
		human("Task_SponsorDecision", "sponsor", Forms.sponsor("yes"));
	}

	/** Every other party answers the latest term sheet. */
	void answerTerms(String answer) {
		int sent = this.engine.completed("Task_WriteTermSheet");
		this.engine.awaitElement("Task_SendTermSheet", sent);
		if (this.slow) {
			this.engine.pass(A_WEEK_AND_A_DAY);
		}
		Map<String, String> form = Map.of("answer", answer, "note",
				"accepted".equals(answer) ? "" : "Un atelier de moins");
		answer("term-sheet", form);
		this.further.forEach((name) -> answerAs(address(name), "term-sheet", form));
	}

	/** The contract stage, up to a contract in force. */
	void untilInForce() {
		untilTermsAgreed();
		completeDetails();
		approve();
		readBack();
		sign();
		this.engine.awaitElement("EndEvent_ContractInForce");
	}

	/** Our manager says what the contract must say of the partner. */
	void completeDetails() {
		Map<String, Object> details = new HashMap<>(Forms.details("complete"));
		details.put("furtherParties",
				IntStream.range(0, this.further.size())
					.mapToObj((index) -> Forms.furtherDetails("party-" + (index + 3), this.further.get(index)))
					.toList());
		human("Task_CompleteDetails", "manager", details);
	}

	/** Legal approves the latest revision. */
	void approve() {
		this.engine.awaitTask("Task_ReviewContract");
		human("Task_ReviewContract", "legal", legal("approve"));
	}

	/** What legal says of the latest revision. */
	Map<String, Object> legal(String decision) {
		return this.jdbc.sql("""
				select r.revision, r.sha256 from contract_revision r join contract c on c.id = r.contract_id
				where c.partnership_id = ? order by c.amendment desc, r.revision desc limit 1""")
			.param(partnership())
			.query((row, number) -> Forms.legal(decision, row.getInt("revision"), row.getString("sha256")))
			.single();
	}

	/** Both sides restate the latest revision alike. */
	void readBack() {
		restate();
		compare("compared", "alike");
	}

	/** Both sides say in their own words what they read. */
	void restate() {
		Map<String, Object> text = legal("approve");
		human("Task_RestateContract", "manager",
				Forms.restatement((int) text.get("revision"), text.get("sha256").toString()));
		Map<String, String> form = Forms.partnersRestatement(text.get("sha256").toString());
		answer("read-back", form);
		this.further.forEach((name) -> answerAs(address(name), "read-back", form));
	}

	/** Our manager compares. */
	void compare(String decision, String objective) {
		Map<String, Object> text = legal("approve");
		human("Task_CompareReadBacks", "manager",
				Forms.comparison(decision, objective, (int) text.get("revision"), text.get("sha256").toString()));
	}

	/** Both sides sign. */
	void sign() {
		human("Task_SignForUs", "sponsor", Forms.signature("sign"));
		signForPartner();
	}

	/** Every other party signs. */
	void signForPartner() {
		signAt(this.contact);
		this.further.forEach((name) -> signAt(address(name)));
	}

	private void signAt(String address) {
		RequestInfo unknown = new RequestInfo("127.0.0.1", "test", Locale.FRENCH);
		answerAs(address, "signature", Map.of("step", "send"), unknown);
		String code = PartnerSignature.code(this.mails, address);
		Outcome.GoesOn known = (Outcome.GoesOn) answerAs(address, "signature", Map.of("step", "verify", "code", code),
				unknown);
		answerAs(address, "signature",
				Map.of("decision", "sign", "name", "La présidence", "title", "Présidente", "statement", "true",
						"sha256", legal("approve").get("sha256").toString()),
				new RequestInfo("127.0.0.1", "test", Locale.FRENCH, known.session()));
	}

	/** The planning stage, up to the last action done. */
	void untilLaunched() {
		untilInForce();
		planLaunch();
		human("Task_AgreeTracking", "manager", Forms.metrics(objective()));
		carryOut();
		this.engine.awaitElement("EndEvent_Launched");
	}

	void planLaunch() {
		human("Task_PlanLaunch", "manager", Forms.launch(today().plusDays(120)));
		this.engine.awaitTask("Task_ReviewPlan");
		human("Task_ReviewPlan", "manager", Map.of("actions", actions()));
	}

	/** Does every action of the plan. */
	void carryOut() {
		int actions = actions().size();
		for (int done = 1; done <= actions; done++) {
			waitForSilence("Task_CarryOutAction");
			this.slow = false;
			this.engine.complete("Task_CarryOutAction", "manager", Forms.action("done"));
		}
	}

	/** The plan as the form shows it. */
	List<Map<String, Object>> actions() {
		return this.plans.actions(partnership())
			.stream()
			.map((action) -> Map.<String, Object>of("id", action.id().toString(), "name", action.name(), "dueOn",
					action.dueOn().toString(), "owner", action.owner()))
			.toList();
	}

	String objective() {
		return this.objectives.of(partnership()).getFirst().id().toString();
	}

	String metric() {
		return this.metrics.of(partnership()).getFirst().id().toString();
	}

	/** Products no other journey has, so that no scopes cross. */
	String products() {
		return "Petit électroménager " + this.contact.replaceFirst(".*ateliers-", "").replaceFirst("\\.example", "");
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** Answers through the link in the latest mail to the partner's contact. */
	Outcome answer(String purpose, Map<String, String> form) {
		return answerAs(this.contact, purpose, form);
	}

	Outcome answerAs(String address, String purpose, Map<String, String> form) {
		Outcome outcome = answerAs(address, purpose, form, new RequestInfo("127.0.0.1", "test", Locale.FRENCH));
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
		return outcome;
	}

	private Outcome answerAs(String address, String purpose, Map<String, String> form, RequestInfo who) {
		String token = this.mails.to(address)
			.reversed()
			.stream()
			.map(SentMails::text)
			.filter((text) -> text.contains("/p/"))
			.map((text) -> text.replaceFirst("(?s).*?/p/([A-Za-z0-9_-]+).*", "$1"))
			.filter((found) -> this.links.resolve(found).purpose().equals(purpose))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No link for " + purpose + " was mailed to " + address));
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		form.forEach(fields::add);
		Outcome outcome = this.pages.get(purpose).submit(this.links.resolve(token), fields, who);
		assertThat(outcome).isNotInstanceOf(Outcome.Rejected.class);
		return outcome;
	}

	UUID programme() {
		return this.programme;
	}

	/** The partnership opened from this journey's shortlist. */
	UUID partnership() {
		return this.partnerships.ofProgramme(this.programme)
			.stream()
			.max(Comparator.comparing(Partnership::createdAt))
			.map(Partnership::id)
			.orElseThrow();
	}

	String contact() {
		return this.contact;
	}

}
