package org.binome;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people enter in the forms on a good day. Used by the process tests and, through
 * Tasklist, by the test of the whole product.
 */
public final class Forms {

	/** What would happen without a change of the plan. */
	public static final String NECESSITY = "Sans cela les affiches arrivent après l’atelier";

	/** What else a change of the plan moves. */
	public static final String IMPACT = "Rien d’autre ne bouge, le lancement reste à sa date";

	private Forms() {
	}

	public static Map<String, Object> readiness(String decision) {
		return Map.of("conceptProven", true, "offerProven", true, "evidence", "https://binome.example/offre",
				"decision", decision);
	}

	public static Map<String, Object> shortlist(List<String> candidateIds) {
		return Map.of("candidateIds", candidateIds, "reason", "Same audience, complementary channels");
	}

	/**
	 * The shortlist with what the bigger side gains (PRO-16), and how we climb (PRO-15).
	 */
	public static Map<String, Object> shortlist(String candidateId, String biggerSideGains) {
		return Map.of("candidateIds", List.of(candidateId), "reason", "Same audience, complementary channels", "sizes",
				List.of(Map.of("candidateId", candidateId, "biggerSideGains", biggerSideGains)), "ladder",
				"D’abord deux lettres de notre taille, puis un réseau régional, puis ce réseau national");
	}

	/** Three gestures over three weeks: warm (REL-01). */
	public static Map<String, Object> warmGestures(LocalDate today) {
		return Map.of("gestures",
				List.of(gesture("comment", today.minusDays(22)), gesture("guest_article", today.minusDays(12)),
						gesture("thank_you", today.minusDays(1))),
				"next", "approach", "mode", "warm", "coldReason", "");
	}

	/** One gesture and no approach yet. */
	public static Map<String, Object> firstGesture(LocalDate today) {
		return Map.of("gestures", List.of(gesture("comment", today)), "next", "continue", "mode", "warm", "coldReason",
				"");
	}

	/** Asks to approach a stranger: held (REL-01). */
	public static Map<String, Object> approachAStranger() {
		return Map.of("gestures", List.of(), "next", "approach", "mode", "warm", "coldReason", "");
	}

	private static Map<String, Object> gesture(String kind, LocalDate on) {
		return Map.of("kind", kind, "on", on.toString(), "note", "Noted by the owner");
	}

	public static Map<String, Object> message() {
		return message(
				"Vos ateliers de réparation touchent les mêmes familles que nous, et votre charte sur la durée de "
						+ "vie des objets dit exactement ce que nous essayons de faire de notre côté.");
	}

	/**
	 * A respectful message.
	 * @param whyThem must differ from one partner to the next (APP-12)
	 */
	public static Map<String, Object> message(String whyThem) {
		return Map.of("source", "votre article dans la lettre des ateliers", "whyThem", whyThem, "theirBenefit",
				"Vos adhérents auraient nos pièces détachées au prix coûtant pendant les ateliers.", "idea",
				"Une journée de réparation commune par trimestre, annoncée par nos deux lettres.", "phone",
				"+33 1 00 00 00 00", "hours", "9:00-16:00", "contactChannel", "professional", "obtainedFrom",
				"La page « Contact » de leur site");
	}

	/** Hype, and nothing in it for them (APP-13, APP-14). */
	public static Map<String, Object> pushyMessage() {
		return Map.of("source", "Internet", "whyThem", "Super !", "theirBenefit", "", "idea",
				"Une offre exceptionnelle, répondez TOUT DE SUITE !", "phone", "+33 1 00 00 00 00", "hours",
				"9:00-16:00");
	}

	/** The same message, to an address at home. */
	public static Map<String, Object> messageToPrivateAddress(String whyThem) {
		Map<String, Object> form = new HashMap<>(message(whyThem));
		form.put("contactChannel", "private");
		form.put("obtainedFrom", "Annuaire privé");
		return form;
	}

	/** Write to this person all the same, though nobody agreed. */
	public static Map<String, Object> noConsent() {
		return Map.of("decision", "keep", "contactChannel", "private", "obtainedFrom", "Annuaire privé", "consentNote",
				"");
	}

	/** Write to this person all the same: they agreed (APP-03). */
	public static Map<String, Object> consent(LocalDate on) {
		return Map.of("decision", "keep", "contactChannel", "private", "obtainedFrom", "Donnée au salon", "consentedOn",
				on.toString(), "consentNote", "De vive voix, puis par écrit");
	}

	/** Somebody else, by a professional address. */
	public static Map<String, Object> anotherContact(String email) {
		return Map.of("decision", "other", "partnerName", "Direction de la communication", "partnerEmail", email,
				"partnerRole", "Communication", "contactChannel", "professional", "obtainedFrom", "Leur site");
	}

	public static Map<String, Object> review(String decision) {
		return Map.of("decision", decision, "comment", "Read as the partner would");
	}

	public static Map<String, Object> reply(String outcome) {
		return Map.of("outcome", outcome, "note", "By telephone");
	}

	public static Map<String, Object> refusal(boolean opening, LocalDate reapproachOn) {
		return Map.of("reason", "The season is full", "tone", "friendly", "opening", opening, "refused", "timing",
				"reapproachOn", (reapproachOn != null) ? reapproachOn.toString() : "");
	}

	/** All five points hold (QUA-01). */
	public static Map<String, Object> definition() {
		return Map.ofEntries(Map.entry("autonomous", "yes"),
				Map.entry("autonomousBecause", "Deux associations et une société sans lien de capital"),
				Map.entry("pooledEfforts", "yes"),
				Map.entry("pooledEffortsBecause", "Nos pièces détachées, leurs ateliers et leurs animateurs"),
				Map.entry("commonGoal", "yes"),
				Map.entry("commonGoalBecause", "Réparer plutôt que jeter, un besoin de toutes les familles"),
				Map.entry("ownMissions", "yes"),
				Map.entry("ownMissionsBecause", "Nous fournissons les pièces, ils tiennent les ateliers"),
				Map.entry("sharedStakes", "yes"),
				Map.entry("sharedStakesBecause", "Chacun y gagne un public et tient ses dates"),
				Map.entry("money", "neither"), Map.entry("standing", "partner"));
	}

	/** They only buy from us (PRO-27). */
	public static Map<String, Object> customer(String standing) {
		return Map.ofEntries(Map.entry("autonomous", "yes"),
				Map.entry("autonomousBecause", "Une société indépendante de la nôtre"),
				Map.entry("pooledEfforts", "no"), Map.entry("commonGoal", "no"), Map.entry("ownMissions", "no"),
				Map.entry("sharedStakes", "no"), Map.entry("money", "they_pay_us"), Map.entry("standing", standing));
	}

	public static Map<String, Object> pair(String partnerEmail) {
		return Map.of("ourName", "manager", "partnerName", "Responsable des partenariats", "partnerEmail", partnerEmail,
				"partnerRole", "Partenariats", "ourSteering", "sponsor", "partnerSteering", "La présidence",
				"ourExecutive", "", "partnerExecutive", "");
	}

	/** Nobody above the pair (GOV-02). */
	public static Map<String, Object> pairAlone(String partnerEmail) {
		return Map.of("ourName", "manager", "partnerName", "Responsable des partenariats", "partnerEmail", partnerEmail,
				"partnerRole", "Partenariats", "ourSteering", "", "partnerSteering", "", "ourExecutive", "",
				"partnerExecutive", "");
	}

	public static Map<String, Object> pillars(int desire, int project, int balance, int contract) {
		return Map.of("desire", desire, "project", project, "balance", balance, "contract", contract, "comment", "");
	}

	public static Map<String, Object> gap(String decision) {
		return Map.of("decision", decision, "plan", "Meet and rewrite the project together");
	}

	public static Map<String, Object> objectives(LocalDate dueOn) {
		return objectives(dueOn, "Des familles qui gardent leurs appareils", 3);
	}

	/**
	 * Objectives, and what each side gives and gets.
	 * @param ourGain what we gain other than money (QUA-10)
	 * @param theyGet how much the partner gets, from 1 to 5 (QUA-04)
	 */
	public static Map<String, Object> objectives(LocalDate dueOn, String ourGain, int theyGet) {
		return Map.ofEntries(Map.entry("commonProject",
				"Faire réparer ensemble plutôt que jeter : quatre journées de réparation communes par an, dans les "
						+ "ateliers du partenaire, avec nos pièces détachées et nos deux lettres d’information."),
				Map.entry("objectives",
						List.of(Map.of("name", "Appareils réparés", "target", 400, "unit", "appareils", "dueOn",
								dueOn.toString(), "benchmark", "250 par an dans un réseau comparable"))),
				Map.entry("wePromote", "yes"), Map.entry("theyPromote", "yes"), Map.entry("ourGain", ourGain),
				Map.entry("ourMoney", "Des ventes de pièces"),
				Map.entry("partnerGain", "De nouveaux adhérents dans chaque atelier"), Map.entry("weGive", 3),
				Map.entry("weGet", 3), Map.entry("theyGive", 3), Map.entry("theyGet", theyGet));
	}

	/** A second look that has seen something, or nothing any more (QUA-11). */
	public static Map<String, Object> secondLook(String advice) {
		return Map.of("seen", "Les deux côtés ont relu les dates et le budget des ateliers", "advice", advice);
	}

	/** An objective without a figure or a date (QUA-14). */
	public static Map<String, Object> vagueObjectives() {
		Map<String, Object> vague = new HashMap<>(objectives(LocalDate.EPOCH));
		vague.put("commonProject", "");
		vague.put("objectives", List.of(Map.of("name", "Plus de visibilité")));
		return vague;
	}

	public static Map<String, Object> termSheet(LocalDate launchOn) {
		return termSheet(launchOn, "Petit électroménager");
	}

	/**
	 * Terms.
	 * @param products no other live partnership may have the same, else their scopes
	 * cross (CON-09)
	 */
	public static Map<String, Object> termSheet(LocalDate launchOn, String products) {
		return Map.ofEntries(Map.entry("kind", "marketing"),
				Map.entry("ourContribution", "Pièces détachées au prix coûtant, une lettre par trimestre"),
				Map.entry("partnerContribution", "Quatre journées d’atelier, deux animateurs par journée"),
				Map.entry("ourBenefit", "Des clients qui gardent leurs appareils"),
				Map.entry("partnerBenefit", "Des pièces au prix coûtant et de nouveaux adhérents"),
				Map.entry("territory", "France"), Map.entry("products", products), Map.entry("sectors", "Associations"),
				Map.entry("valueMinor", 2_500_000), Map.entry("currency", "EUR"), Map.entry("durationMonths", 24),
				Map.entry("noticeDays", 90), Map.entry("launchOn", launchOn.toString()), Map.entry("risk", "medium"));
	}

	/** A further party of the terms (CON-12). */
	public static Map<String, Object> furtherParty(String name, String email) {
		return Map.of("name", name + " " + email.replaceFirst(".*@", ""), "country", "BE", "language", "fr",
				"contactName", "La direction de " + name, "contactRole", "Direction", "contactEmail", email,
				"contribution", "Un lieu par trimestre chez " + name, "benefit", "Du passage pour " + name,
				"brandConditions", "Pas de vente en ligne sous la marque " + name, "neverShared", "");
	}

	/** What the contract must say of a further party. */
	public static Map<String, Object> furtherDetails(String side, String name) {
		return Map.of("side", side, "legalName", name + " SRL", "address", "1 place du Jeu de Balle, Bruxelles",
				"registration", "BE 0000.000.000", "signatory", "La direction de " + name, "signatoryTitle",
				"Direction");
	}

	public static Map<String, Object> sponsor(String decision) {
		return Map.of("decision", decision, "reason", "");
	}

	public static Map<String, Object> legal(String decision, int revision, String sha256) {
		return Map.of("decision", decision, "reason",
				"approve".equals(decision) ? "" : "The registered office is missing", "revision", revision, "sha256",
				sha256);
	}

	public static Map<String, Object> details(String decision) {
		return Map.of("decision", decision, "partnerLegalName", "Les Ateliers du Quartier (association)",
				"partnerAddress", "12 rue des Artisans, 69003 Lyon", "partnerRegistration", "RNA W000000000",
				"partnerSignatory", "La présidence", "partnerSignatoryTitle", "Présidente", "jurisdiction", "FR",
				"note", "Checked with the partner");
	}

	/** Our side in our own words (CON-04). */
	public static Map<String, Object> restatement(int revision, String sha256) {
		return Map.of("objective", "Réparer quatre cents appareils ensemble avant la date convenue", "duties",
				"Nous fournissons les pièces, eux tiennent les journées d’atelier", "dates",
				"Deux ans à partir de la dernière signature", "exit", "Préavis de trois mois avant la fin, par écrit",
				"revision", revision, "sha256", sha256);
	}

	/** The partner's side in theirs, as their page takes it (CON-04). */
	public static Map<String, String> partnersRestatement(String sha256) {
		return Map.of("OBJECTIVE", "Quatre cents appareils réparés grâce aux deux réseaux", "DUTIES",
				"Ils donnent les pièces, nous animons quatre journées par an", "DATES",
				"Deux ans dès que tout le monde a signé", "EXIT", "Trois mois de préavis écrit avant la fin", "sha256",
				sha256);
	}

	/**
	 * Both sides compared.
	 * @param objective "alike" or "different"; all else is alike
	 */
	public static Map<String, Object> comparison(String decision, String objective, int revision, String sha256) {
		return Map.of("decision", decision, "objective", objective, "duties", "alike", "dates", "alike", "exit",
				"alike", "understanding", "settle".equals(decision) ? "Quatre cents appareils par an, pas en tout" : "",
				"reason", "return".equals(decision) ? "L’objectif ne dit pas s’il est annuel" : "", "revision",
				revision, "sha256", sha256);
	}

	/** How the frontier runs with another partnership (CON-09). */
	public static Map<String, Object> frontiers(String decision, String otherPartnership, String sentence) {
		return Map.of("decision", decision, "frontiers", List.of(Map.of("id", otherPartnership, "sentence", sentence)));
	}

	public static Map<String, Object> signature(String decision) {
		return Map.of("decision", decision, "statement", true, "reason", "sign".equals(decision) ? "" : "Not any more");
	}

	public static Map<String, Object> launch(LocalDate launchOn) {
		return Map.of("launchOn", launchOn.toString(), "partnerCountry", "FR");
	}

	public static Map<String, Object> metrics(String objectiveId) {
		return Map.of("metrics", List.of(Map.of("objectiveId", objectiveId, "name", "Conversions", "target", 400,
				"unit", "appareils", "owner", "manager", "offTarget", "Add an evening session and a second letter")));
	}

	/** Likes are no decisive metric (TRK-03). */
	public static Map<String, Object> vanityMetrics(String objectiveId) {
		return Map.of("metrics", List.of(Map.of("objectiveId", objectiveId, "name", "Likes", "target", 10_000, "unit",
				"likes", "owner", "manager", "offTarget", "Post more")));
	}

	public static Map<String, Object> action(String outcome) {
		return Map.of("outcome", outcome, "note", "");
	}

	/** Another day for an action, with its reasons (PLA-03). */
	public static Map<String, Object> change(LocalDate day) {
		return Map.of("decision", "ask", "newDueOn", day.toString(), "necessity", NECESSITY, "impact", IMPACT);
	}

	public static Map<String, Object> reading(String metricId, LocalDate on) {
		return Map.of("readings", List.of(Map.of("metricId", metricId, "value", 37, "on", on.toString())));
	}

	public static Map<String, Object> periodicReview(String decision) {
		return Map.of("decision", decision, "summary", "On track", "nextSteps", "Second session before summer");
	}

	/** What was learnt, and what an early end has cost (TRK-10, PIL-05). */
	public static Map<String, Object> retrospective(String objectiveId) {
		return Map.of("wentWell", "Les ateliers du samedi, parce que les animateurs venaient des deux côtés",
				"wentBadly", "La lettre commune, parce que personne n’en répondait", "outcomes",
				List.of(Map.of("objectiveId", objectiveId, "reached", false, "why",
						"Deux journées sur quatre ont manqué d’animateurs")),
				"lessons", List.of(Map.of("lesson", "Nommer un animateur par atelier avant de dater le lancement")),
				"hoursSpent", 120, "moneySpent", 1850.5, "currency", "EUR", "wrongChoice",
				"Nous avions pris leur audience pour leur disponibilité", "farewell", "Vos samedis nous manqueront.");
	}

	/**
	 * A retrospective that says nothing (TRK-10), and an early end without its cost
	 * (PIL-05).
	 */
	public static Map<String, Object> thinRetrospective() {
		return Map.of("wentWell", "Tout", "wentBadly", "Rien", "outcomes", List.of(), "lessons", List.of());
	}

	public static Map<String, Object> renewal(String decision) {
		return Map.of("decision", decision, "reason", "It works for both");
	}

}
