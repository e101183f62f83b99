package org.binome.approach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.TestClock;
import org.binome.decision.Timeline;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.GateCheck;
import org.binome.gate.Gates;
import org.binome.gate.Verdict;
import org.binome.gate.Verdict.Held;
import org.binome.gate.Verdict.Passed;
import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetail.Channel;
import org.binome.partner.ContactDetails;
import org.binome.partner.InvalidLink;
import org.binome.partner.Objections;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.prospecting.NewProgramme;
import org.binome.prospecting.Programmes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@StageTest
class ApproachTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	/** A Tuesday, 11:00 in Paris. */
	private static final Instant NOW = Instant.parse("2027-03-02T10:00:00Z");

	@Autowired
	Programmes programmes;

	@Autowired
	Organisations organisations;

	@Autowired
	Partnerships partnerships;

	@Autowired
	ContactDetails details;

	@Autowired
	Gates gates;

	@Autowired
	Objections objections;

	@Autowired
	SignedLinks links;

	@Autowired
	Attempts attempts;

	@Autowired
	Gestures gestures;

	@Autowired
	Messages messages;

	@Autowired
	Sending sending;

	@Autowired
	Replies replies;

	@Autowired
	Refusals refusals;

	@Autowired
	Closing closing;

	@Autowired
	Timeline timeline;

	@Autowired
	List<GateCheck> checks;

	@Autowired
	TestClock clock;

	@Autowired
	SentMails mails;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void stopTime() {
		this.clock.stopAt(NOW);
	}

	@AfterEach
	void letTimeRun() {
		this.clock.stopAt(null);
	}

	@Test
	@DisplayName("REL-01, REL-02: gestures warm a relation; the same one counts once")
	void gesturesWarmARelation() {
		UUID partnership = partnership("fr");
		Gesture comment = new Gesture(GestureKind.COMMENT, LocalDate.of(2027, 2, 1), "Sous leur article");
		this.gestures.add(partnership, List.of(comment, comment), "manager");
		this.gestures.add(partnership, List.of(comment), "manager");
		this.attempts.approach(partnership, Mode.WARM, null);
		assertThat(rules(Gate.WARMTH, partnership)).containsOnly("REL-01").hasSize(2);
		this.gestures.add(partnership, List.of(new Gesture(GestureKind.LINK, LocalDate.of(2027, 2, 10), null),
				new Gesture(GestureKind.THANK_YOU, LocalDate.of(2028, 1, 1), "not made yet")), "manager");
		assertThat(rules(Gate.WARMTH, partnership)).containsOnly("REL-01");
		this.gestures.add(partnership, List.of(new Gesture(GestureKind.THANK_YOU, LocalDate.of(2027, 2, 20), "")),
				"manager");
		assertThat(verdict(Gate.WARMTH, partnership)).isInstanceOf(Passed.class);
	}

	@ParameterizedTest
	@CsvSource({ "fr, peut vous paraître étonnant, du lundi au vendredi", "en, may seem surprising, Monday to Friday" })
	@DisplayName("APP-09, APP-10, APP-11: the message has its skeleton, in the partner's language")
	void writesInThePartnersLanguage(String language, String opening, String hours) {
		UUID partnership = warm(language);
		Message message = this.messages.write(partnership, "draft" + partnership, draft(language));
		assertThat(message.language()).isEqualTo(language);
		assertThat(message.body()).contains(opening, hours, "+33 1 99 00 12 34", "Responsable partenariats",
				"Binôme Démonstration SAS");
		assertThat(message.preview()).contains("fr".equals(language) ? "(lien personnel)" : "(personal link)");
		assertThat(verdict(Gate.RESPECTFUL_MESSAGE, partnership)).isInstanceOf(Passed.class);
		assertThat(this.messages.write(partnership, "draft" + partnership, draft(language)).revision()).isEqualTo(1);
		assertThat(this.messages.write(partnership, "again" + partnership, draft(language)).revision()).isEqualTo(2);
	}

	@ParameterizedTest(name = "{0}: {2}")
	@CsvSource(delimiter = '|', textBlock = """
			APP-13 | fr | C’est une super offre pour votre public, avec une rémunération à la carte
			APP-13 | fr | Une rémunération extragénéreuse sur chaque vente que vous apporterez
			APP-13 | fr | Une idée vraiment géniale pour votre public et pour le nôtre
			APP-13 | en | This amazing idea brings your readers twelve pages a month
			APP-13 | en | A once-in-a-lifetime chance for your readers and for ours
			APP-13 | en | An article a month for your readers, written by us!!
			APP-02 | fr | Un article par mois ; rappelez-moi TOUT DE SUITE pour en parler
			APP-02 | fr | Un article par mois ; il faudrait répondre dès que possible
			APP-02 | en | An article a month; please call me back ASAP about it
			APP-02 | en | An article a month; the deadline is on Friday evening
			APP-05 | fr | Comme convenu, un article par mois pour vos lecteurs
			APP-05 | en | As we discussed, an article a month for your readers
			APP-10 | en | An article a month about ______ for your readers""")
	void holdsWhatDoesNotRespectTheReader(String rule, String language, String idea) {
		UUID partnership = warm(language);
		Draft good = draft(language);
		this.messages.write(partnership, "draft" + partnership,
				new Draft(good.source(), good.whyThem(), good.theirBenefit(), idea, good.phone(), good.hours()));
		assertThat(rules(Gate.RESPECTFUL_MESSAGE, partnership)).containsOnly(rule);
	}

	@Test
	@DisplayName("APP-10, APP-12, APP-14: nothing mandatory may be missing")
	void holdsAnIncompleteMessage() {
		UUID partnership = warm("en");
		this.messages.write(partnership, "draft" + partnership,
				new Draft(null, "You are great.", "", "", "call me", ""));
		assertThat(rules(Gate.RESPECTFUL_MESSAGE, partnership)).containsExactly("APP-10", "APP-10", "APP-10", "APP-10",
				"APP-12", "APP-14");
	}

	@Test
	@DisplayName("APP-12: why them is not copied from another approach")
	void holdsACopy() {
		UUID first = warm("en");
		String why = "Your weekly letter on repairing furniture %s is read by the very workshops we equip, and your survey of glues was the best this year.";
		Draft good = draft("en");
		this.messages.write(first, "draft" + first, new Draft(good.source(), why.formatted("in Lyon"),
				good.theirBenefit(), good.idea(), good.phone(), good.hours()));
		UUID second = warm("en");
		this.messages.write(second, "draft" + second, new Draft(good.source(), why.formatted("near Lille"),
				good.theirBenefit(), good.idea(), good.phone(), good.hours()));
		assertThat(rules(Gate.RESPECTFUL_MESSAGE, second)).containsExactly("APP-12");
		assertThat(verdict(Gate.RESPECTFUL_MESSAGE, first)).isInstanceOf(Held.class);
	}

	@Test
	@DisplayName("APP-14: nothing leaves that a colleague has not read")
	void sendsNothingUnread() {
		UUID partnership = warm("fr");
		this.messages.write(partnership, "draft" + partnership, draft("fr"));
		assertThatIllegalStateException().isThrownBy(() -> this.sending.send(partnership))
			.withMessageContaining("not approved by a colleague");
		this.messages.review(partnership, Message.Review.RETURN, "Trop long");
		assertThatIllegalStateException().isThrownBy(() -> this.sending.send(partnership));
		assertThat(this.messages.latestOf(partnership).orElseThrow().comment()).isEqualTo("Trop long");
	}

	@Test
	@DisplayName("APP-01: the message waits for the partner's office hours")
	void plansInThePartnersTime() {
		this.clock.stopAt(Instant.parse("2027-03-05T17:30:00Z"));
		UUID partnership = reviewed("fr", mail());
		Instant planned = this.sending.plan(partnership);
		assertThat(planned).isEqualTo(Instant.parse("2027-03-08T08:00:00Z"));
		assertThat(this.sending.plan(partnership)).isEqualTo(planned);
	}

	@Test
	@DisplayName("APP-04: nobody writes twice within a week or thrice within a month to the same person, whoever it is")
	void sharesTheFrequencyCap() {
		String person = mail();
		UUID first = reviewed("fr", person);
		UUID second = reviewed("fr", person);
		UUID third = reviewed("fr", person);
		Instant one = this.sending.plan(first);
		assertThat(one).isEqualTo(NOW);
		assertThat(this.sending.plan(second)).isEqualTo(NOW.plus(Duration.ofDays(7)));
		assertThat(this.sending.plan(third)).isEqualTo(NOW.plus(Duration.ofDays(30)));
	}

	@Test
	@DisplayName("APP-03: a private address needs consent, every address an origin")
	void holdsAPrivateAddressWithoutConsent() {
		UUID partnership = reviewed("fr", mail());
		UUID contact = this.partnerships.get(partnership).contactId();
		assertThat(rules(Gate.CONTACT_WINDOW, partnership)).containsExactly("APP-03");
		record(contact, new ContactDetail(Channel.PRIVATE, "Un ami", null, ""));
		assertThat(rules(Gate.CONTACT_WINDOW, partnership)).containsExactly("APP-03");
		record(contact, new ContactDetail(Channel.PRIVATE, "Un ami", LocalDate.of(2027, 3, 3), "Demain"));
		assertThat(rules(Gate.CONTACT_WINDOW, partnership)).containsExactly("APP-03");
		record(contact, new ContactDetail(Channel.PRIVATE, "Un ami", LocalDate.of(2027, 3, 1), "Par courriel"));
		assertThat(verdict(Gate.CONTACT_WINDOW, partnership)).isInstanceOf(Passed.class);
		this.objections.add(this.organisations.person(contact).email());
		assertThat(rules(Gate.CONTACT_WINDOW, partnership)).containsExactly("APP-03");
	}

	@Test
	@DisplayName("APP-03: what is known already is kept once, and each consent stays")
	void keepsEachConsent() {
		UUID contact = this.partnerships.get(reviewed("fr", mail())).contactId();
		ContactDetail site = new ContactDetail(Channel.PROFESSIONAL, "Leur site", null, "");
		record(contact, site);
		record(contact, site);
		assertThat(this.jdbc.sql("select count(*) from contact_detail where person_id = ?")
			.param(contact)
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update contact_detail set channel = 'PRIVATE' where person_id = ?")
				.param(contact)
				.update())
			.withMessageContaining("evidence");
	}

	@Test
	@DisplayName("APP-01, APP-04: when the gate holds for the time, the plan finds a moment at which it passes")
	void theGateAndThePlanAgree() {
		String person = mail();
		UUID first = reviewed("fr", person);
		UUID second = reviewed("fr", person);
		record(this.partnerships.get(first).contactId(),
				new ContactDetail(Channel.PROFESSIONAL, "Leur site", null, ""));
		record(this.partnerships.get(second).contactId(),
				new ContactDetail(Channel.PROFESSIONAL, "Leur site", null, ""));
		this.sending.plan(first);
		this.sending.send(first);
		assertThat(rules(Gate.CONTACT_WINDOW, second)).containsExactly("APP-04");
		this.clock.stopAt(Instant.parse("2027-03-13T10:00:00Z"));
		assertThat(rules(Gate.CONTACT_WINDOW, second)).containsExactly("APP-01");
		this.clock.stopAt(this.sending.plan(second));
		assertThat(verdict(Gate.CONTACT_WINDOW, second)).isInstanceOf(Passed.class);
	}

	@ParameterizedTest
	@CsvSource({ "2027-03-05T17:30:00Z", "2027-03-06T10:00:00Z", "2027-05-01T03:00:00Z", "2027-07-13T14:59:59Z",
			"2027-12-24T23:59:00Z" })
	@DisplayName("APP-01, APP-04: the gate passes at the moment planned, even if the engine's clock is ahead of ours")
	void judgesTheMomentAtWhichTheMessageGoes(Instant now) {
		this.clock.stopAt(now);
		String person = mail();
		for (int written = 0; written < 4; written++) {
			UUID partnership = reviewed("fr", person);
			record(this.partnerships.get(partnership).contactId(),
					new ContactDetail(Channel.PROFESSIONAL, "Leur site", null, ""));
			Instant planned = this.sending.plan(partnership);
			assertThat(verdict(Gate.CONTACT_WINDOW, partnership)).isInstanceOf(Passed.class);
			this.clock.stopAt(planned);
			assertThat(verdict(Gate.CONTACT_WINDOW, partnership)).isInstanceOf(Passed.class);
			this.sending.send(partnership);
		}
		assertThat(this.mails.to(person)).hasSize(4);
	}

	@Test
	@DisplayName("APP-04: a moment planned is planned again when a colleague has written meanwhile")
	void plansAgainAfterAColleague() {
		String person = mail();
		UUID first = reviewed("fr", person);
		UUID second = reviewed("fr", person);
		this.clock.stopAt(Instant.parse("2027-03-06T10:00:00Z"));
		assertThat(this.sending.plan(first)).isEqualTo(Instant.parse("2027-03-08T08:00:00Z"));
		this.sending.send(second);
		assertThat(rules(Gate.CONTACT_WINDOW, first)).contains("APP-04");
		assertThat(this.sending.plan(first)).isEqualTo(Instant.parse("2027-03-15T08:00:00Z"));
	}

	@Test
	@DisplayName("APP-04: what counts is who got a message, not who is the contact now")
	void countsForWhoeverGotTheMessage() {
		String one = mail();
		String other = mail();
		UUID partnership = sent(one);
		UUID organisation = this.partnerships.get(partnership).organisationId();
		this.partnerships.contact(partnership,
				this.organisations.addPerson(organisation, "Direction", other, "Direction").id());
		assertThat(this.sending.plan(reviewed("fr", other))).isEqualTo(NOW);
		assertThat(this.sending.plan(reviewed("fr", one))).isEqualTo(NOW.plus(Duration.ofDays(7)));
	}

	@Test
	@DisplayName("APP-01: asked before any approach, the gate says what comes first")
	void holdsBeforeAnyApproach() {
		UUID partnership = partnership("fr");
		assertThat(this.gates.pass(Gate.CONTACT_WINDOW, partnership, new Gates.Origin(1, 1, 1))).isFalse();
	}

	private void record(UUID person, ContactDetail detail) {
		this.details.record(person, "test:" + UUID.randomUUID(), detail, "manager");
	}

	@Test
	void sendsOncePerAttempt() {
		String person = mail();
		UUID partnership = reviewed("fr", person);
		this.sending.plan(partnership);
		this.sending.send(partnership);
		this.sending.send(partnership);
		assertThat(this.mails.to(person)).hasSize(1);
		assertThat(this.mails.latestTextTo(person)).contains("/p/").doesNotContain(Message.LINK);
		assertThat(this.attempts.latest(partnership).waiting()).isTrue();
	}

	@Test
	void aReplyByTheLinkMovesTheProcessOnce() {
		String person = mail();
		UUID partnership = sent(person);
		SignedLink link = link(person);
		assertThat(this.replies.answer(link, new Reply(ReplyOutcome.INTERESTED, "Parlons-en", null))).isTrue();
		assertThatExceptionOfType(InvalidLink.class)
			.isThrownBy(() -> this.replies.answer(link, new Reply(ReplyOutcome.NO, "", null)));
		assertThat(signals(partnership)).containsExactly("interested");
		assertThat(this.replies.enter(partnership, new Reply(ReplyOutcome.NO, "", null)))
			.isEqualTo(ReplyOutcome.INTERESTED);
		assertThat(this.replies.silence(partnership)).isEqualTo(ReplyOutcome.INTERESTED);
	}

	@Test
	void aLateClickIsNotedAndDoublesNothing() {
		String person = mail();
		UUID partnership = sent(person);
		SignedLink link = link(person);
		this.replies.enter(partnership, new Reply(ReplyOutcome.NO, "Par téléphone", null));
		assertThat(this.replies.answer(link, new Reply(ReplyOutcome.INTERESTED, "Finalement oui", null))).isFalse();
		assertThat(signals(partnership)).isEmpty();
		assertThat(this.attempts.latest(partnership).reply().outcome()).isEqualTo(ReplyOutcome.NO);
		assertThat(this.timeline.of(partnership)).anyMatch((event) -> event.english().contains("came afterwards"));
		assertThat(this.mails.latestTextTo("manager@binome.example")).contains("Finalement oui");
	}

	@Test
	@DisplayName("APP-15: a refusal today is none for ever; at most three attempts")
	void comesBackAfterARefusal() {
		String person = mail();
		UUID partnership = sent(person);
		this.replies.answer(link(person), new Reply(ReplyOutcome.NOT_NOW, "Après l’été", LocalDate.of(2027, 9, 6)));
		assertThat(signals(partnership)).containsExactly("not_now");
		Refusal refusal = refusal(true, null);
		Optional<Instant> again = this.refusals.record(partnership, refusal);
		assertThat(again).contains(Instant.parse("2027-09-06T07:00:00Z"));
		assertThat(this.refusals.record(partnership, refusal(false, null))).isEqualTo(again);
		for (int number = 2; number <= 3; number++) {
			this.clock.stopAt(NOW.plus(Duration.ofDays(250L * number)));
			this.attempts.approach(partnership, Mode.WARM, null);
			review(partnership, "fr");
			this.sending.plan(partnership);
			this.sending.send(partnership);
			this.replies.silence(partnership);
			assertThat(this.refusals.record(partnership, refusal).isPresent()).isEqualTo(number < 3);
		}
		assertThat(this.mails.to(person)).hasSize(3);
		assertThat(this.attempts.of(partnership)).extracting(Attempt::number).containsExactly(1, 2, 3);
	}

	@Test
	@DisplayName("APP-08, APP-16: what was refused; not sooner than 30 days, 180 days if nobody says, never if the door is shut")
	void choosesTheDateToComeBack() {
		assertThat(reapproach(refusal(true, null))).contains(LocalDate.of(2027, 8, 30));
		assertThat(reapproach(refusal(true, LocalDate.of(2027, 3, 10)))).contains(LocalDate.of(2027, 4, 1));
		assertThat(reapproach(refusal(false, LocalDate.of(2027, 5, 1)))).contains(LocalDate.of(2027, 5, 3));
		assertThat(reapproach(refusal(false, null))).isEmpty();
	}

	@Test
	@DisplayName("APP-04: who asks not to be contacted is not, in any programme, ever")
	void honoursAnObjection() {
		String person = mail();
		UUID partnership = sent(person);
		UUID other = reviewed("fr", person);
		this.replies.answer(link(person), new Reply(ReplyOutcome.DO_NOT_CONTACT, "", null));
		assertThat(signals(partnership)).containsExactly("no");
		assertThat(this.objections.contains(person.toUpperCase())).isTrue();
		assertThat(this.refusals.record(partnership, refusal(true, LocalDate.of(2028, 1, 3)))).isEmpty();
		this.closing.close(partnership);
		this.sending.plan(other);
		this.sending.send(other);
		this.sending.send(other);
		assertThat(signals(other)).containsExactly("no");
		assertThat(this.mails.to(person)).hasSize(1);
	}

	@Test
	@DisplayName("PRO-31: an end comes with thanks, once, and is no failure")
	void closesCourteouslyOnce() {
		String person = mail();
		UUID partnership = sent(person);
		this.replies.silence(partnership);
		this.closing.close(partnership);
		this.closing.close(partnership);
		assertThat(this.mails.to(person)).hasSize(2);
		assertThat(this.mails.latestTextTo(person)).contains("notre porte reste ouverte");
		Partnership closed = this.partnerships.get(partnership);
		assertThat(closed.state()).isEqualTo(Partnership.State.CLOSED);
		assertThat(closed.closingReason()).isEqualTo("Le partenaire n’a pas donné suite.");
	}

	@Test
	void closesInSilenceWhomWeNeverWroteTo() {
		String person = mail();
		UUID partnership = partnership("fr", person);
		this.closing.close(partnership);
		assertThat(this.mails.to(person)).isEmpty();
	}

	private Optional<LocalDate> reapproach(Refusal refusal) {
		String person = mail();
		UUID partnership = sent(person);
		this.replies.enter(partnership, new Reply(ReplyOutcome.NO, "", null));
		return this.refusals.record(partnership, refusal).map((at) -> at.atZone(PARIS).toLocalDate());
	}

	private static Refusal refusal(boolean opening, LocalDate on) {
		return new Refusal("Pas le moment.", Refusal.Tone.FRIENDLY, opening, Refusal.Refused.TIMING, on);
	}

	private UUID sent(String person) {
		UUID partnership = reviewed("fr", person);
		this.sending.plan(partnership);
		this.sending.send(partnership);
		return partnership;
	}

	private UUID reviewed(String language, String person) {
		UUID partnership = partnership(language, person);
		this.attempts.approach(partnership, Mode.COLD, "Only for this test");
		review(partnership, language);
		return partnership;
	}

	private void review(UUID partnership, String language) {
		this.messages.write(partnership, "draft" + UUID.randomUUID(), draft(language));
		this.messages.review(partnership, Message.Review.SEND, null);
	}

	private UUID warm(String language) {
		UUID partnership = partnership(language);
		this.attempts.approach(partnership, Mode.WARM, null);
		return partnership;
	}

	private static Draft draft(String language) {
		String unique = (UUID.randomUUID() + " " + UUID.randomUUID() + " " + UUID.randomUUID()).replace("-", " ");
		return "fr".equals(language)
				? new Draft("votre lettre mensuelle", "Votre lettre raconte les ateliers que nous équipons : " + unique,
						"Chaque mois, un article prêt à publier et la moitié des ventes qu’il amène.",
						"Écrire ensemble une rubrique sur la réparation.", "+33 1 99 00 12 34",
						"du lundi au vendredi, de 9 h à 16 h")
				: new Draft("your monthly letter", "Your letter tells of the workshops we equip: " + unique,
						"Every month an article ready to print and half of the sales it brings.",
						"To write a column on repairing together.", "+33 1 99 00 12 34",
						"Monday to Friday, 9:00 to 16:00");
	}

	private UUID partnership(String language) {
		return partnership(language, mail());
	}

	private UUID partnership(String language, String person) {
		UUID programme = this.programmes
			.open(new NewProgramme("Approach " + UUID.randomUUID(), "standard", "marketing", "", 1000, "manager", "fr"))
			.id();
		Organisation organisation = this.organisations.add("Super Partenaire " + programme, null, "FR", language, PARIS,
				null);
		Person contact = this.organisations.addPerson(organisation.id(), "Service partenariats", person, "Marketing");
		return this.partnerships.open(programme, organisation.id(), contact.id(), "marketing", "manager").id();
	}

	private static String mail() {
		return UUID.randomUUID() + "@partner.example";
	}

	private SignedLink link(String person) {
		return this.links.resolve(this.mails.latestTokenTo(person));
	}

	private List<String> signals(UUID partnership) {
		return this.jdbc
			.sql("select variables->>'replyOutcome' from signal where name = 'partner-replied' and correlation_key = ?")
			.param(partnership.toString())
			.query(String.class)
			.list();
	}

	private Verdict verdict(Gate gate, UUID partnership) {
		return this.checks.stream()
			.filter((check) -> check.gate() == gate)
			.findFirst()
			.orElseThrow()
			.verdict(partnership);
	}

	private List<String> rules(Gate gate, UUID partnership) {
		return ((Held) verdict(gate, partnership)).findings().stream().map(Finding::rule).toList();
	}

}
