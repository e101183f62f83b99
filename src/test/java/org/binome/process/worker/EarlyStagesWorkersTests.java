package org.binome.process.worker;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.TestClock;
import org.binome.approach.Attempts;
import org.binome.approach.Gestures;
import org.binome.approach.Messages;
import org.binome.decision.Timeline;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.process.Jobs;
import org.binome.process.ProcessError;
import org.binome.process.Worker;
import org.binome.prospecting.Candidate;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.Longlist;
import org.binome.prospecting.NewProgramme;
import org.binome.prospecting.Programmes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each worker of prospecting and approach runs twice and changes nothing the second time.
 */
@StageTest
class EarlyStagesWorkersTests {

	private static final AtomicLong keys = new AtomicLong(System.nanoTime());

	/** A Tuesday, 11:00 in Paris. */
	private static final Instant NOW = Instant.parse("2027-03-02T10:00:00Z");

	@Autowired
	ApplicationContext context;

	@Autowired
	Programmes programmes;

	@Autowired
	Longlist longlist;

	@Autowired
	Candidates candidates;

	@Autowired
	Partnerships partnerships;

	@Autowired
	Gestures gestures;

	@Autowired
	Attempts attempts;

	@Autowired
	Messages messages;

	@Autowired
	Timeline timeline;

	@Autowired
	TestClock clock;

	@Autowired
	SentMails mails;

	@Autowired
	JdbcClient jdbc;

	private AnnotationConfigApplicationContext workers;

	private UUID programme;

	private String domain;

	@BeforeEach
	void open() {
		this.clock.stopAt(NOW);
		this.workers = new AnnotationConfigApplicationContext();
		this.workers.setParent(this.context);
		this.workers.register(RecordReadinessWorker.class, DeclareLonglistWorker.class, RecordShortlistWorker.class,
				OpenPartnershipsWorker.class, RecordGesturesWorker.class, DraftMessageWorker.class,
				RecordMessageReviewWorker.class, PlanContactWindowWorker.class, RecordContactWorker.class,
				SendMessageWorker.class, RecordReplyWorker.class, RecordSilenceWorker.class, RecordRefusalWorker.class,
				ClosePartnershipWorker.class);
		this.workers.refresh();
		this.programme = this.programmes
			.open(new NewProgramme("Workers " + UUID.randomUUID(), "standard", "marketing", "", 1000, "manager", "fr"))
			.id();
		this.domain = UUID.randomUUID() + ".example";
	}

	@AfterEach
	void close() {
		this.clock.stopAt(null);
		this.workers.close();
	}

	@Test
	void fromReadinessToTheShortlist() {
		assertThat(twice(RecordReadinessWorker.class, answer(
				Map.of("conceptProven", true, "offerProven", true, "evidence", "200 clients", "decision", "proceed"))))
			.containsEntry("readinessDecision", "proceed");
		assertThat(this.jdbc.sql("select count(*) from readiness where programme_id = ?")
			.param(this.programme)
			.query(Integer.class)
			.single()).isEqualTo(1);
		twice(DeclareLonglistWorker.class, answer(Map.of("complete", true)));
		assertThat(this.programmes.get(this.programme).longlistDeclared()).isTrue();
		assertThat(twice(RecordShortlistWorker.class, answer(Map.of("candidateIds", List.of(), "reason", "Personne"))))
			.containsEntry("shortlistSize", 0);
		partnership();
		assertThat(this.partnerships.ofProgramme(this.programme)).hasSize(1);
	}

	@Test
	void fromGesturesToARefusalAndTheEnd() {
		Partnership partnership = partnership();
		Map<String, Object> gesture = Map.of("kind", "thank_you", "on", "2027-02-01", "note", "Pour leur article");
		assertThat(twice(RecordGesturesWorker.class,
				answer(Map.of("gestures", List.of(gesture, gesture), "next", "continue"))))
			.containsEntry("approachRequested", false);
		assertThat(twice(RecordGesturesWorker.class, answer(
				Map.of("gestures", List.of(), "next", "approach", "mode", "cold", "coldReason", "Salon demain"))))
			.containsEntry("approachRequested", true);
		assertThat(this.gestures.of(partnership.id())).hasSize(1);
		twice(DraftMessageWorker.class,
				answer(Map.of("source", "la lettre", "whyThem", "Parce que", "theirBenefit", "Un article", "idea",
						"Une rubrique", "phone", "+33 1 99 00 12 34", "hours", "9 h à 16 h", "contactChannel",
						"private", "obtainedFrom", "Un forum")));
		assertThat(this.messages.latestOf(partnership.id()).orElseThrow().revision()).isEqualTo(1);
		assertThat(twice(RecordMessageReviewWorker.class, answer(Map.of("decision", "send"))))
			.containsEntry("messageDecision", "send");
		assertThat(twice(PlanContactWindowWorker.class, Map.of())).containsEntry("sendAt", NOW.toString());
		assertThatExceptionOfType(ProcessError.class).isThrownBy(() -> twice(SendMessageWorker.class, Map.of()))
			.withMessageContaining("private");
		assertThat(twice(RecordContactWorker.class, answer(Map.of("decision", "other", "partnerEmail", "nobody"))))
			.containsEntry("contactDecision", "cleared");
		assertThat(twice(RecordContactWorker.class,
				answer(Map.of("decision", "keep", "contactChannel", "private", "obtainedFrom", "Un forum",
						"consentedOn", "2027-02-01", "consentNote", "Par courriel"))))
			.containsEntry("contactDecision", "cleared");
		assertThat(this.jdbc.sql("select count(*) from contact_detail where person_id = ?")
			.param(partnership.contactId())
			.query(Integer.class)
			.single()).isEqualTo(2);
		twice(SendMessageWorker.class, Map.of());
		assertThat(this.mails.to("partenariats@" + this.domain)).hasSize(1);
		assertThat(twice(RecordReplyWorker.class, answer(Map.of("outcome", "not_now", "note", "Par téléphone"))))
			.containsEntry("replyOutcome", "not_now");
		assertThat(twice(RecordSilenceWorker.class, Map.of())).containsEntry("replyOutcome", "not_now");
		assertThat(twice(RecordRefusalWorker.class,
				answer(Map.of("reason", "Plus tard", "tone", "friendly", "opening", true, "refused", "timing",
						"reapproachOn", "2027-06-01"))))
			.containsEntry("reapproach", true)
			.containsEntry("reapproachAt", "2027-06-01T07:00:00Z");
		twice(ClosePartnershipWorker.class, Map.of());
		assertThat(this.mails.to("partenariats@" + this.domain)).hasSize(2);
		assertThat(this.attempts.of(partnership.id())).hasSize(1);
	}

	private Partnership partnership() {
		String file = """
				organisation,website,country,language,contact,email,role,affinity,product fit,image fit,culture fit
				Atelier,https://%s,FR,fr,Service partenariats,partenariats@%s,Marketing,5,5,5,5
				""".formatted(this.domain, this.domain);
		this.longlist.importCsv(this.programme, "file.csv", file.getBytes(), "manager");
		Candidate candidate = this.candidates.page(this.programme, 0, 1).getFirst();
		twice(RecordShortlistWorker.class,
				answer(Map.of("candidateIds", List.of(candidate.id().toString()), "reason", "Même public")));
		twice(OpenPartnershipsWorker.class, Map.of());
		return this.partnerships.ofProgramme(this.programme).getFirst();
	}

	private Map<String, Object> twice(Class<? extends Worker> type, Map<String, Object> variables) {
		Worker worker = this.workers.getBean(type);
		var all = new HashMap<>(variables);
		all.put("programmeId", this.programme.toString());
		this.partnerships.ofProgramme(this.programme)
			.forEach((partnership) -> all.put("partnershipId", partnership.id().toString()));
		all.put("language", "fr");
		all.put("owner", "manager");
		long key = keys.incrementAndGet();
		Map<String, Object> first = worker.complete(Jobs.job(key, all));
		int events = events();
		assertThat(worker.complete(Jobs.job(key, all))).isEqualTo(first);
		assertThat(events()).isEqualTo(events);
		return first;
	}

	private int events() {
		return this.partnerships.ofProgramme(this.programme)
			.stream()
			.mapToInt((partnership) -> this.timeline.of(partnership.id()).size())
			.sum();
	}

	private static Map<String, Object> answer(Map<String, Object> fields) {
		return Map.of("answer", fields);
	}

}
