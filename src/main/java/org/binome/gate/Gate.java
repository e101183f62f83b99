package org.binome.gate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.binome.account.Role;

/**
 * The points where a partnership passes or is held, in the order it meets them. A
 * designer may ask any of them anywhere; where the shipped models ask it is said with
 * each. The policy of a gate is the class of the same name in this package, such as
 * {@link FourPillarsPolicy}.
 */
public enum Gate {

	/**
	 * PRO-01: concept and offer are proven before anybody is contacted. Asked in
	 * <code>prospecting</code> after the readiness was confirmed.
	 */
	READINESS("Prêts à nous associer", "Ready for partners", Role.MANAGER, "PRO-01"),

	/**
	 * PRO-12: no filtering before the list is declared complete. Asked in
	 * <code>prospecting</code> after the import.
	 */
	LONGLIST_COMPLETE("Liste complète", "Complete list", Role.MANAGER, "PRO-12"),

	/**
	 * PRO-17, PRO-19, PRO-20, PRO-25: audience affinity is a knock-out, and personal
	 * liking alone is no criterion. Asked in <code>prospecting</code> after the shortlist
	 * was chosen.
	 */
	AFFINITY("Affinité des publics", "Affinity of audiences", Role.MANAGER, "PRO-17", "PRO-19", "PRO-20", "PRO-25"),

	/**
	 * PRO-15, PRO-16: a large difference in size needs a written argument of what the
	 * bigger side gains. For <code>prospecting</code>, before partnerships are opened.
	 */
	SIZE_ARGUMENT("Écart de taille argumenté", "Difference in size argued", Role.MANAGER, "PRO-15", "PRO-16"),

	/**
	 * REL-01: a relation before a request, or a reason for the respectful cold approach.
	 * Asked in <code>approach</code> after the gestures.
	 */
	WARMTH("Relation établie", "Relation built", Role.MANAGER, "REL-01"),

	/**
	 * APP-02, APP-05, APP-09 to APP-14: the message says who we are, why them and what
	 * they gain; without urgency or hype. Asked in <code>approach</code> after the draft.
	 */
	RESPECTFUL_MESSAGE("Message respectueux", "Respectful message", Role.MANAGER, "APP-02", "APP-05", "APP-09",
			"APP-10", "APP-11", "APP-12", "APP-13", "APP-14"),

	/**
	 * APP-01, APP-03, APP-04: in the reader's working hours, by a professional channel,
	 * not too often. For <code>approach</code>, just before sending.
	 */
	CONTACT_WINDOW("Au bon moment, au bon endroit", "At the right time and place", Role.MANAGER, "APP-01", "APP-03",
			"APP-04"),

	/**
	 * QUA-01, PRO-27: the five points that make a partnership, else customer or supplier.
	 * Asked in <code>relationship</code>, first of all.
	 */
	PARTNERSHIP_DEFINITION("Est-ce un partenariat ?", "Is it a partnership?", Role.MANAGER, "QUA-01", "PRO-27"),

	/**
	 * GOV-01: one named person on both sides. Asked in <code>relationship</code>, and in
	 * <code>partnership</code> when one of them has left.
	 */
	NAMED_PAIR("Le binôme est nommé", "The pair is named", Role.MANAGER, "GOV-01"),

	/**
	 * GOV-02: at least two levels of responsibility with names on both sides. Asked in
	 * <code>relationship</code> after the pair.
	 */
	GOVERNANCE("Plusieurs niveaux de pilotage", "Several levels of governance", Role.MANAGER, "GOV-02"),

	/**
	 * QUA-02 to QUA-06: no pillar may be missing on either side; minimum, never average.
	 * Asked in <code>pillars</code>, when both sides have scored and again at each stage.
	 */
	FOUR_PILLARS("Quatre piliers", "Four pillars", Role.MANAGER, "QUA-02", "QUA-03", "QUA-04", "QUA-05", "QUA-06"),

	/**
	 * QUA-04, QUA-09, QUA-10: both would do for the other what they ask, more than money
	 * is at stake, and it is balanced. Asked in <code>relationship</code> after the
	 * objectives were set.
	 */
	RECIPROCITY("Réciprocité", "Reciprocity", Role.MANAGER, "QUA-04", "QUA-09", "QUA-10"),

	/**
	 * QUA-12, QUA-14, QUA-15: number, unit, date and benchmark. Asked in
	 * <code>relationship</code> after the objectives.
	 */
	QUANTIFIED_OBJECTIVES("Objectifs chiffrés", "Quantified objectives", Role.MANAGER, "QUA-12", "QUA-14", "QUA-15"),

	/**
	 * QUA-11: a second look after some time, best by somebody else. Asked in
	 * <code>relationship</code> before the terms.
	 */
	SECOND_LOOK("Second regard", "Second look", Role.MANAGER, "QUA-11"),

	/**
	 * QUA-18, QUA-19: the sponsor decides late and binary. Asked in
	 * <code>relationship</code> after the sponsor's task.
	 */
	SPONSOR_DECISION("Décision de la direction", "Sponsor’s decision", Role.SPONSOR, "QUA-18", "QUA-19"),

	/**
	 * CON-06: lawyers come once both sides have accepted the same terms. Asked at the end
	 * of <code>relationship</code>.
	 */
	TERM_SHEET("Conditions acceptées", "Terms accepted", Role.MANAGER, "CON-06"),

	/**
	 * CON-09, PRO-04: frontiers are drawn and cross no other live partnership. For
	 * <code>contract</code>, at draft and again at signature.
	 */
	SCOPE_OVERLAP("Frontières délimitées", "Frontiers drawn", Role.MANAGER, "CON-09", "PRO-04"),

	/**
	 * CON-02, CON-03, CON-08: somebody else with the right role approved this very
	 * revision. Asked in <code>contract</code> after the review.
	 */
	LEGAL_APPROVAL("Approbation juridique", "Legal approval", Role.LEGAL, "CON-02", "CON-03", "CON-08"),

	/**
	 * CON-04: both sides say the same when they say it in their own words. For
	 * <code>contract</code>, before signature.
	 */
	READ_BACK("Relecture croisée", "Read-back", Role.MANAGER, "CON-04"),

	/**
	 * CON-01, QUA-05: nothing is carried out before all have signed. Asked in
	 * <code>contract</code> before release.
	 */
	SIGNATURE("Signatures", "Signatures", Role.SPONSOR, "CON-01", "QUA-05"),

	/**
	 * PLA-01, PLA-02, PLA-05, PLA-06: every action has a date and an owner. Asked in
	 * <code>planning</code> after the plan was reviewed.
	 */
	PLAN_COMPLETE("Plan complet", "Complete plan", Role.MANAGER, "PLA-01", "PLA-02", "PLA-05", "PLA-06"),

	/**
	 * TRK-01, TRK-02, TRK-03, TRK-06, TRK-09: few decisive metrics, each with an owner
	 * and what we do off target. Asked in <code>planning</code> before the launch.
	 */
	TRACKING_PLAN("Plan de suivi", "Tracking plan", Role.MANAGER, "TRK-01", "TRK-02", "TRK-03", "TRK-06", "TRK-09"),

	/**
	 * PLA-03: the plan changes in necessity only, and both agree. For
	 * <code>planning</code> and <code>tracking</code>, after a change was asked for.
	 */
	CHANGE_CONTROL("Changement maîtrisé", "Change under control", Role.MANAGER, "PLA-03"),

	/**
	 * TRK-10, PIL-05: what was learnt is written down and the partner is thanked. For
	 * <code>tracking</code>, before the end.
	 */
	CLOSING("Clôture dans les règles", "Proper closing", Role.MANAGER, "TRK-10", "PIL-05");

	private static final Set<Gate> OF_PROGRAMMES = EnumSet.of(READINESS, LONGLIST_COMPLETE, AFFINITY, SIZE_ARGUMENT);

	private final String french;

	private final String english;

	private final Role clearedBy;

	private final List<String> rules;

	Gate(String french, String english, Role clearedBy, String... rules) {
		this.french = french;
		this.english = english;
		this.clearedBy = clearedBy;
		this.rules = List.of(rules);
	}

	/**
	 * The gate's name in the header <code>gate</code> of a BPMN task and in the policy
	 * table.
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The gate's name as people read it. */
	public String label(String language) {
		return "fr".equals(language) ? this.french : this.english;
	}

	/** Who clears it when it holds; the level above hears of it when that fails. */
	public Role clearedBy() {
		return this.clearedBy;
	}

	/** Whether it is about a programme rather than one of its partnerships. */
	public boolean ofProgramme() {
		return OF_PROGRAMMES.contains(this);
	}

	/** The ids of the rules it enforces. */
	public List<String> rules() {
		return this.rules;
	}

	/** The name of its policy's class. */
	String policy() {
		return Stream.of(name().split("_"))
			.map((word) -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
			.reduce(Gate.class.getPackageName() + ".", String::concat) + "Policy";
	}

	/**
	 * The gate of this id.
	 * @throws IllegalArgumentException naming the gates there are
	 */
	public static Gate of(String id) {
		return Arrays.stream(values())
			.filter((gate) -> gate.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"There is no gate '" + id + "'; the gates are " + Arrays.stream(values()).map(Gate::id).toList()));
	}

}
