package org.binome.gate;

import java.util.ArrayList;
import java.util.Map;

/**
 * QUA-01, PRO-27: five points make a partnership, all of them. Where one is missing it
 * may still be good business, with a customer or a supplier.
 */
public final class PartnershipDefinitionPolicy {

	/** How many different words say why a point holds. */
	public static final int WORDS = 3;

	private PartnershipDefinitionPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		boolean denied = false;
		for (Point point : Point.values()) {
			Answer answer = facts.answers().get(point);
			if (answer == null || !answer.holds()) {
				denied |= answer != null;
				findings.add(new Finding("QUA-01", "%s : ce n’est pas le cas.".formatted(point.french),
						"%s: this is not so.".formatted(point.english), point.remedyFrench, point.remedyEnglish,
						point + "=" + ((answer != null) ? "no" : "unanswered")));
			}
			else if (!Words.atLeast(WORDS, answer.because())) {
				findings.add(new Finding("QUA-01", "%s : rien ne l’explique.".formatted(point.french),
						"%s: nothing explains it.".formatted(point.english), "Dites en une phrase à quoi on le voit.",
						"Say in a sentence how it shows.", point + ".because"));
			}
		}
		if (denied) {
			findings.add(status(facts.money()));
		}
		return Verdict.of(findings);
	}

	private static Finding status(Money money) {
		return switch (money) {
			case THEY_PAY_US -> status("un client", "a customer", money);
			case WE_PAY_THEM -> status("un fournisseur", "a supplier", money);
			case NEITHER -> new Finding("PRO-27", "Ce n’est pas un partenariat.", "This is no partnership.",
					"Restez en contact ; ne l’appelez partenaire que lorsque les cinq points y sont.",
					"Stay in touch; call them a partner only when all five points hold.", "money=" + money);
		};
	}

	private static Finding status(String french, String english, Money money) {
		return new Finding("PRO-27", "Ce n’est pas un partenaire : c’est " + french + ".",
				"This is no partner: it is " + english + ".",
				"Suivez cette relation comme telle, ou complétez ce qui manque au partenariat.",
				"Run this relation as what it is, or add what the partnership lacks.", "money=" + money);
	}

	/** The five points of the definition. */
	public enum Point {

		AUTONOMOUS("Les parties sont autonomes", "The parties are autonomous",
				"Un partenaire décide pour lui-même : sinon, c’est une filiale ou un sous-traitant.",
				"A partner decides for itself: otherwise it is a subsidiary or a subcontractor."),

		POOLED_EFFORTS("Les efforts sont mis en commun", "Efforts are pooled",
				"Dites ce que chacun apporte de travail, de moyens ou de savoir.",
				"Say what each side brings in work, means or knowledge."),

		COMMON_GOAL("Un but commun répond à un besoin clair", "A common goal meets a clear need",
				"Écrivez le but et le besoin auquel il répond.", "Write the goal and the need it meets."),

		OWN_MISSIONS("Chacun garde ses propres missions", "Each keeps missions of its own",
				"Dites ce que chacun fait, et que l’autre ne fait pas.", "Say what each does that the other does not."),

		SHARED_STAKES("Intérêt, responsabilité, motivation et obligations pour tous",
				"Interest, responsibility, motivation and obligations for all",
				"Dites ce que chacun y gagne et à quoi il s’oblige.", "Say what each gains and owes.");

		private final String french;

		private final String english;

		private final String remedyFrench;

		private final String remedyEnglish;

		Point(String french, String english, String remedyFrench, String remedyEnglish) {
			this.french = french;
			this.english = english;
			this.remedyFrench = remedyFrench;
			this.remedyEnglish = remedyEnglish;
		}

		public String label(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

	/** Who pays whom, apart from the partnership: it tells customer from supplier. */
	public enum Money {

		NEITHER, THEY_PAY_US, WE_PAY_THEM

	}

	/** The answers by point; one that isn't there is missing. */
	public record Facts(Map<Point, Answer> answers, Money money) {

		public Facts {
			answers = Map.copyOf(answers);
		}

	}

	/** Whether a point holds, and how it shows. */
	public record Answer(boolean holds, String because) {
	}

}
