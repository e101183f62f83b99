package org.binome.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * QUA-04, QUA-09, QUA-10: each would do for the other what it asks for itself, each gains
 * more than money, and what both give and get is balanced.
 */
public final class ReciprocityPolicy {

	/**
	 * How far apart the two sides' balances may be, each from -4 to 4, without an
	 * approval.
	 */
	public static final int IMBALANCE = 2;

	private ReciprocityPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (!facts.weWouldPromoteThem()) {
			findings.add(new Finding("QUA-09", "Nous ne ferions pas pour eux ce que nous leur demandons.",
					"We would not do for them what we ask of them.",
					"Ne demandez que ce que vous feriez aussi ; ou dites ce qui manque pour le faire.",
					"Ask only what you would do as well; or say what keeps you from it.", "weWouldPromoteThem=false"));
		}
		if (!facts.theyWouldPromoteUs()) {
			findings.add(new Finding("QUA-09", "Ils ne feraient pas pour nous ce que nous ferions pour eux.",
					"They would not do for us what we would do for them.",
					"Posez-leur la question avant d’aller plus loin.", "Ask them before going on.",
					"theyWouldPromoteUs=false"));
		}
		more("Notre côté", "Our side", facts.ourBenefits(), findings);
		more("Le partenaire", "The partner", facts.partnerBenefits(), findings);
		balance(facts, findings);
		return Verdict.of(findings);
	}

	private static void more(String french, String english, List<Benefit> benefits, List<Finding> findings) {
		boolean lasting = benefits.stream().anyMatch((benefit) -> !benefit.money() && Words.atLeast(2, benefit.what()));
		if (!lasting) {
			findings.add(new Finding("QUA-10", french + " n’y gagne que de l’argent, ou rien.",
					english + " gains money only, or nothing.",
					"Ajoutez un bénéfice qui dure : audience, savoir-faire, image, accès.",
					"Add a benefit that lasts: audience, know-how, image, access.", "nonMoneyBenefits=0"));
		}
	}

	private static void balance(Facts facts, List<Finding> findings) {
		if (!facts.ours().valid() || !facts.partners().valid()) {
			findings.add(new Finding("QUA-04", "Apports et bénéfices ne sont pas tous notés de 1 à 5.",
					"Contributions and benefits are not all scored from 1 to 5.", "Notez-les pour les deux côtés.",
					"Score them for both sides.", "ours=" + facts.ours() + ", partners=" + facts.partners()));
			return;
		}
		int gap = Math.abs(facts.ours().balance() - facts.partners().balance());
		if (gap > IMBALANCE && Words.blank(facts.imbalanceApprovedBy())) {
			boolean weGain = facts.ours().balance() > facts.partners().balance();
			findings.add(new Finding("QUA-04",
					"Le partenariat penche de %d points %s.".formatted(gap,
							weGain ? "de notre côté" : "du côté du partenaire"),
					"The partnership leans by %d points to %s.".formatted(gap, weGain ? "our side" : "the partner"),
					"Rééquilibrez ce que chacun donne et reçoit, ou faites approuver cet écart par la direction.",
					"Balance what each gives and gets, or have a sponsor approve the gap.", "imbalance=" + gap));
		}
	}

	/**
	 * What both sides say.
	 *
	 * @param imbalanceApprovedBy the sponsor who accepts an imbalance; empty when nobody
	 */
	public record Facts(boolean weWouldPromoteThem, boolean theyWouldPromoteUs, List<Benefit> ourBenefits,
			List<Benefit> partnerBenefits, Balance ours, Balance partners, String imbalanceApprovedBy) {
	}

	/**
	 * Something a side gains.
	 *
	 * @param money whether it is commission, revenue or a saving
	 */
	public record Benefit(String what, boolean money) {
	}

	/** What a side gives and gets, each from 1 to 5; 0 when not scored. */
	public record Balance(int contribution, int benefit) {

		boolean valid() {
			return this.contribution >= 1 && this.contribution <= 5 && this.benefit >= 1 && this.benefit <= 5;
		}

		int balance() {
			return this.benefit - this.contribution;
		}

	}

}
