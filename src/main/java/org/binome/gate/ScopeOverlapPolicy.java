package org.binome.gate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
			String frontier = facts.frontiers().getOrDefault(live.id(), "");
			if (facts.scope().crosses(live.scope()) && names(frontier, live.partner())) {
				findings.add(new Finding("CON-09", "La frontière nomme « %s ».".formatted(live.partner()),
						"The frontier names “%s”.".formatted(live.partner()),
						"Écrivez-la sans nommer l’autre partenaire : la phrase figure au contrat.",
						"Write it without naming the other partner: the sentence goes into the contract.",
						"frontier=" + live.id()));
			}
			boolean drawn = !live.exclusive() && Words.atLeast(WORDS, frontier);
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

	private static boolean names(String frontier, String partner) {
		String name = Scope.plain(partner);
		return !name.isEmpty() && Scope.contains(Scope.plain(frontier), name);
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
	 * @param frontiers how the frontier runs, by the id of the other; it can't be drawn
	 * with an exclusive one
	 * @param competitor whether the partner is one
	 * @param competitionLawCheckedBy who checked it; empty when nobody
	 */
	public record Facts(Scope scope, List<Live> live, Map<String, String> frontiers, boolean competitor,
			boolean confidentialityAgreed, String competitionLawCheckedBy) {
	}

	/**
	 * Another partnership, signed or in force.
	 *
	 * @param id of the partnership
	 * @param partner its name, which a frontier must not tell
	 */
	public record Live(String id, String partner, Scope scope, boolean exclusive) {
	}

	/** Where, what, for whom; {@link #ALL} stands for everything. */
	public record Scope(Set<String> territories, Set<String> products, Set<String> sectors) {

		private static final Set<String> EVERYTHING = Set.of("tout", "tous", "toute", "toutes", "monde", "monde entier",
				"partout", "all", "any", "world", "worldwide", "everywhere");

		private static final Pattern MARKS = Pattern.compile("\\p{M}+");

		private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

		/** Whether both want the same somewhere, for something, for somebody. */
		public boolean crosses(Scope other) {
			return meet(this.territories, other.territories) && meet(this.products, other.products)
					&& meet(this.sectors, other.sectors);
		}

		/** Where, what and for whom both want. */
		public String common(Scope other) {
			return "territories=%s, products=%s, sectors=%s".formatted(both(this.territories, other.territories),
					both(this.products, other.products), both(this.sectors, other.sectors));
		}

		/** What isn't delimited goes everywhere. */
		private static boolean meet(Set<String> one, Set<String> other) {
			return !both(one, other).isEmpty();
		}

		/** A wider term meets the narrower one that contains its words. */
		private static Set<String> both(Set<String> one, Set<String> other) {
			Set<String> ours = clean(one);
			Set<String> theirs = clean(other);
			if (ours.isEmpty() || ours.contains(ALL)) {
				return theirs.isEmpty() ? Set.of(ALL) : theirs;
			}
			if (theirs.isEmpty() || theirs.contains(ALL)) {
				return ours;
			}
			var common = new TreeSet<String>();
			for (String our : ours) {
				theirs.stream()
					.filter((their) -> contains(our, their) || contains(their, our))
					.map((their) -> (our.length() > their.length()) ? our : their)
					.forEach(common::add);
			}
			return common;
		}

		static Set<String> clean(Set<String> values) {
			return values.stream()
				.map((value) -> value.strip().equals(ALL) ? ALL : plain(value))
				.filter((value) -> !value.isEmpty())
				.map((value) -> EVERYTHING.contains(value) ? ALL : value)
				.collect(Collectors.toCollection(TreeSet::new));
		}

		static boolean contains(String text, String words) {
			return (" " + text + " ").contains(" " + words + " ");
		}

		/** Words alone: without case, accents and punctuation. */
		static String plain(String text) {
			String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
			return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
		}

	}

}
