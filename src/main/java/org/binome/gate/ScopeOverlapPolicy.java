package org.binome.gate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
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

	/**
	 * Where, what, for whom; {@link #ALL} stands for everything. Territories meet where
	 * one lies in the other or has its words, products and sectors where one has the
	 * words of the other.
	 */
	public record Scope(Set<String> territories, Set<String> products, Set<String> sectors) {

		private static final Set<String> EVERYTHING = Set.of("tout", "tous", "toute", "toutes", "monde", "monde entier",
				"partout", "all", "any", "world", "worldwide", "everywhere");

		private static final Pattern MARKS = Pattern.compile("\\p{M}+");

		private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

		/** Whether both want the same somewhere, for something, for somebody. */
		public boolean crosses(Scope other) {
			return !where(other).isEmpty() && !meetings(this.products, other.products, Scope::related).isEmpty()
					&& !meetings(this.sectors, other.sectors, Scope::related).isEmpty();
		}

		/** Which entries of both meet, ours first, as they were written. */
		public String common(Scope other) {
			return "territories=%s, products=%s, sectors=%s".formatted(where(other),
					meetings(this.products, other.products, Scope::related),
					meetings(this.sectors, other.sectors, Scope::related));
		}

		private Set<String> where(Scope other) {
			return meetings(this.territories, other.territories,
					(our, their) -> Territory.of(our).meets(Territory.of(their)));
		}

		/** What isn't delimited goes everywhere. */
		private static Set<String> meetings(Set<String> one, Set<String> other, BiPredicate<String, String> meet) {
			var meetings = new TreeSet<String>();
			Map<String, String> theirs = entries(other);
			entries(one).forEach((our, ourText) -> theirs.forEach((their, theirText) -> {
				if (our.equals(ALL) || their.equals(ALL) || meet.test(our, their)) {
					meetings.add(our.equals(their) ? ourText : ourText + " ↔ " + theirText);
				}
			}));
			return meetings;
		}

		/** A wider term meets the narrower one that contains its words. */
		private static boolean related(String our, String their) {
			return contains(our, their) || contains(their, our);
		}

		/** What was written, by what it means. */
		private static Map<String, String> entries(Set<String> values) {
			var entries = new TreeMap<String, String>();
			values.forEach((value) -> {
				String meaning = meaning(value);
				if (!meaning.isEmpty()) {
					entries.merge(meaning, value.strip(), BinaryOperator.minBy(Comparator.naturalOrder()));
				}
			});
			return entries.isEmpty() ? Map.of(ALL, ALL) : entries;
		}

		static Set<String> clean(Set<String> values) {
			return values.stream()
				.map(Scope::meaning)
				.filter((value) -> !value.isEmpty())
				.collect(Collectors.toCollection(TreeSet::new));
		}

		private static String meaning(String value) {
			String words = value.strip().equals(ALL) ? ALL : plain(value);
			return EVERYTHING.contains(words) ? ALL : words;
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
