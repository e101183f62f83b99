package org.binome.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * CON-09, PRO-04: the frontiers of a partnership are drawn (where, what, for whom), and
 * where they cross those of another live partnership both know how. With a competitor,
 * confidentiality and competition law come first.
 */
public final class ScopeOverlapPolicy {

	/** Stands for everything in a scope. */
	public static final String ALL = "*";

	/** How many different words draw a frontier. */
	public static final int WORDS = 5;

	private ScopeOverlapPolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		missing(facts.scope().territories(), "territoires", "territories", findings);
		missing(facts.scope().products(), "produits", "products", findings);
		missing(facts.scope().sectors(), "secteurs", "sectors", findings);
		for (Live live : facts.live()) {
			boolean drawn = !live.exclusive()
					&& Words.atLeast(WORDS, facts.frontiers().getOrDefault(live.partner(), ""));
			if (facts.scope().crosses(live.scope()) && !drawn) {
				findings.add(new Finding("CON-09",
						"Le périmètre croise celui de « %s »%s.".formatted(live.partner(),
								live.exclusive() ? ", qui est exclusif" : ""),
						"The scope crosses that of “%s”%s.".formatted(live.partner(),
								live.exclusive() ? ", which is exclusive" : ""),
						live.exclusive()
								? "Changez le territoire, les produits ou les secteurs : l’autre a l’exclusivité."
								: "Changez le périmètre, ou écrivez comment la frontière passe entre les deux.",
						live.exclusive() ? "Change territory, products or sectors: the other is exclusive."
								: "Change the scope, or write how the frontier runs between the two.",
						facts.scope().common(live.scope())));
			}
		}
		if (facts.competitor()) {
			competitor(facts, findings);
		}
		return Verdict.of(findings);
	}

	private static void missing(Set<String> values, String french, String english, List<Finding> findings) {
		if (Scope.clean(values).isEmpty()) {
			findings.add(new Finding("CON-09", "Les " + french + " ne sont pas délimités.",
					"The " + english + " are not delimited.",
					"Énumérez-les ; « " + ALL + " » veut dire tous, et croise tous les autres.",
					"List them; “" + ALL + "” means all, and crosses all others.", english + "=0"));
		}
	}

	private static void competitor(Facts facts, List<Finding> findings) {
		if (!facts.confidentialityAgreed()) {
			findings.add(new Finding("PRO-04", "C’est un concurrent, sans accord de confidentialité.",
					"This is a competitor, without a confidentiality agreement.", "Signez-en un avant de partager.",
					"Sign one before sharing.", "confidentiality=false"));
		}
		if (Words.blank(facts.competitionLawCheckedBy())) {
			findings.add(new Finding("PRO-04", "C’est un concurrent, et le droit de la concurrence n’est pas vérifié.",
					"This is a competitor, and competition law is not checked.",
					"Faites vérifier l’accord par le service juridique.", "Have the legal department check it.",
					"competitionLaw=unchecked"));
		}
		if (Scope.clean(facts.scope().products()).contains(ALL)
				|| Scope.clean(facts.scope().territories()).contains(ALL)) {
			findings.add(new Finding("PRO-04", "C’est un concurrent, et le périmètre n’a pas de limite.",
					"This is a competitor, and the scope has no limit.",
					"Limitez produits et territoires à ce qui est vraiment commun.",
					"Limit products and territories to what is really common.", "scope=" + ALL));
		}
	}

	/**
	 * The scope at draft or at signature.
	 *
	 * @param live every other partnership in force
	 * @param frontiers how the frontier runs, by the other partner's name; it can't be
	 * drawn with an exclusive one
	 * @param competitor whether the partner is one
	 * @param competitionLawCheckedBy who checked it; empty when nobody
	 */
	public record Facts(Scope scope, List<Live> live, Map<String, String> frontiers, boolean competitor,
			boolean confidentialityAgreed, String competitionLawCheckedBy) {
	}

	/** Another partnership in force. */
	public record Live(String partner, Scope scope, boolean exclusive) {
	}

	/** Where, what, for whom; {@link #ALL} stands for everything. */
	public record Scope(Set<String> territories, Set<String> products, Set<String> sectors) {

		boolean crosses(Scope other) {
			return meet(this.territories, other.territories) && meet(this.products, other.products)
					&& meet(this.sectors, other.sectors);
		}

		String common(Scope other) {
			return "territories=%s, products=%s, sectors=%s".formatted(both(this.territories, other.territories),
					both(this.products, other.products), both(this.sectors, other.sectors));
		}

		/** What isn't delimited goes everywhere. */
		private static boolean meet(Set<String> one, Set<String> other) {
			return !both(one, other).isEmpty();
		}

		private static Set<String> both(Set<String> one, Set<String> other) {
			Set<String> ours = clean(one);
			Set<String> theirs = clean(other);
			if (ours.isEmpty() || ours.contains(ALL)) {
				return theirs.isEmpty() ? Set.of(ALL) : theirs;
			}
			if (theirs.isEmpty() || theirs.contains(ALL)) {
				return ours;
			}
			ours.retainAll(theirs);
			return ours;
		}

		static Set<String> clean(Set<String> values) {
			return values.stream()
				.map((value) -> value.strip().toLowerCase(Locale.ROOT))
				.filter((value) -> !value.isEmpty())
				.collect(Collectors.toCollection(TreeSet::new));
		}

	}

}
