package org.binome.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * QUA-11: think twice before concluding. Somebody looks again after some time, best not
 * the owner.
 */
public final class SecondLookPolicy {

	/** How many different words say what was seen. */
	public static final int WORDS = 5;

	private SecondLookPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		if (facts.lookedAt() == null) {
			findings.add(finding("Personne n’a regardé une seconde fois.", "Nobody has taken a second look.",
					"Laissez passer %d jours, puis relisez le tout avec un œil neuf."
						.formatted(facts.coolingOff().toDays()),
					"Let %d days pass, then read it all with fresh eyes.".formatted(facts.coolingOff().toDays()),
					"lookedAt=none"));
			return Verdict.of(findings);
		}
		if (facts.qualifiedAt() == null || facts.lookedAt().isBefore(facts.qualifiedAt().plus(facts.coolingOff()))) {
			findings.add(finding("Le second regard est venu trop tôt.", "The second look came too early.",
					"Attendez %d jours après la dernière décision.".formatted(facts.coolingOff().toDays()),
					"Wait %d days after the last decision.".formatted(facts.coolingOff().toDays()),
					"lookedAt=" + facts.lookedAt()));
		}
		if (facts.byOwner() && facts.colleagueAvailable()) {
			findings.add(finding("Le responsable s’est relu lui-même, alors qu’un collègue peut le faire.",
					"The owner looked again, though a colleague can.", "Confiez ce regard à un collègue.",
					"Ask a colleague for this look.", "byOwner=true"));
		}
		if (!Words.atLeast(WORDS, facts.seen())) {
			findings.add(finding("Le second regard ne dit pas ce qu’il a vu.",
					"The second look doesn’t say what it saw.", "Écrivez ce qui vous retient, ou pourquoi plus rien.",
					"Write what makes you hesitate, or why nothing does.", "seen="));
		}
		if (!facts.goOn()) {
			findings
				.add(finding("Le second regard déconseille de conclure.", "The second look advises against concluding.",
						"Réglez ce qui a été vu et demandez un nouveau regard ; ou arrêtez-vous là, courtoisement.",
						"Settle what was seen and ask for another look; or stop here, with courtesy.", "goOn=false"));
		}
		return Verdict.of(findings);
	}

	private static Finding finding(String french, String english, String remedyFrench, String remedyEnglish,
			String fact) {
		return new Finding("QUA-11", french, english, remedyFrench, remedyEnglish, fact);
	}

	/**
	 * The latest second look.
	 *
	 * @param qualifiedAt when the pillars last passed; null when they never did
	 * @param lookedAt null when nobody looked
	 * @param byOwner whether the owner looked
	 * @param colleagueAvailable whether somebody else could
	 * @param seen what was seen
	 * @param goOn what the second look advises
	 * @param coolingOff how long to wait before looking again
	 */
	public record Facts(Instant qualifiedAt, Instant lookedAt, boolean byOwner, boolean colleagueAvailable, String seen,
			boolean goOn, Duration coolingOff) {
	}

}
