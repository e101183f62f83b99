package org.binome.gate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a message respects its reader: complete, personal, plain, and leaving the
 * choice open (APP-02, APP-05, APP-09 to APP-14).
 */
public final class RespectfulMessagePolicy {

	private static final int SHORTEST_WHY = 80;

	private static final int SHORTEST_BENEFIT = 40;

	private static final int SHORTEST_IDEA = 20;

	private static final int FEWEST_DIGITS = 6;

	/** How much of a text may stand in another one, in sequences of three words. */
	private static final double LARGEST_OVERLAP = 0.5;

	private static final Pattern SHOUTING = Pattern.compile("\\p{Lu}{2,}(?:[ ,]+\\p{Lu}{2,}){2,}");

	private static final Pattern EXCLAMATION = Pattern.compile("!\\s?!+");

	private static final Pattern BLANK = Pattern.compile("_{3,}|X{3,}|\\.{4,}|\\$\\{|<#|\\{\\{");

	private RespectfulMessagePolicy() {
	}

	public static Verdict verdict(Facts facts) {
		var findings = new ArrayList<Finding>();
		complete(facts, findings);
		personal(facts, findings);
		plain(facts, findings);
		open(facts, findings);
		return Verdict.of(findings);
	}

	private static void complete(Facts facts, List<Finding> findings) {
		if (facts.source().isBlank()) {
			findings.add(new Finding("APP-10", "Il manque qui vous a parlé d’eux.", "Who told you of them is missing.",
					"Nommez votre source.", "Name your source."));
		}
		if (facts.idea().strip().length() < SHORTEST_IDEA) {
			findings.add(new Finding("APP-10", "L’idée n’est pas dite en mots simples.",
					"The idea is not said in plain words.", "Dites en une phrase de quoi il s’agit.",
					"Say in one sentence what it is about."));
		}
		if (facts.phone().chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
			findings.add(new Finding("APP-10", "Il manque un numéro de téléphone.", "A telephone number is missing.",
					"Donnez un numéro où l’on vous joint vraiment.", "Give a number where you can really be reached."));
		}
		if (facts.hours().isBlank()) {
			findings.add(new Finding("APP-10", "Il manque les heures où l’on peut vous joindre.",
					"The hours when you can be reached are missing.",
					"Donnez-les, par exemple du lundi au vendredi de 9 h à 16 h, et soyez là.",
					"Give them, such as Monday to Friday, 9:00 to 16:00, and be there."));
		}
		Matcher blank = BLANK.matcher(facts.subject() + "\n" + facts.body());
		if (blank.find()) {
			findings.add(new Finding("APP-10", "Un blanc n’est pas rempli : « " + blank.group() + " ».",
					"A blank is not filled in: “" + blank.group() + "”.", "Remplissez-le.", "Fill it in."));
		}
		if (!facts.body().contains(facts.sender()) || !facts.body().contains(facts.company())) {
			findings.add(new Finding("APP-05", "Le message ne dit pas qui vous êtes.",
					"The message does not say who you are.", "Rétablissez votre nom et celui de l’entreprise.",
					"Put back your name and the company’s."));
		}
	}

	private static void personal(Facts facts, List<Finding> findings) {
		if (facts.whyThem().strip().length() < SHORTEST_WHY) {
			findings.add(new Finding("APP-12",
					"« Pourquoi eux » est trop court : " + facts.whyThem().strip().length() + " caractères.",
					"“Why them” is too short: " + facts.whyThem().strip().length() + " characters.",
					"Montrez en " + SHORTEST_WHY + " caractères au moins que vous connaissez leur monde.",
					"Show in at least " + SHORTEST_WHY + " characters that you know their world."));
		}
		else if (facts.whyOthers().stream().anyMatch((other) -> copied(facts.whyThem(), other))) {
			findings.add(new Finding("APP-12", "« Pourquoi eux » est repris d’une autre approche.",
					"“Why them” is copied from another approach.", "Écrivez-le pour ce partenaire-ci.",
					"Write it for this partner."));
		}
		if (facts.theirBenefit().strip().length() < SHORTEST_BENEFIT) {
			findings.add(new Finding("APP-14", "Ce qu’ils y gagnent n’est pas dit.", "What they gain is not said.",
					"Mettez-vous à leur place : pourquoi le voudraient-ils ?",
					"Put yourself in their place: why would they want it?"));
		}
		if (!facts.met()) {
			found(facts, facts.wording().familiarity()).ifPresent((word) -> findings.add(new Finding("APP-05",
					"« " + word + " » prétend connaître la personne, mais aucune rencontre n’est notée.",
					"“" + word + "” claims to know the person, but no meeting is on record.",
					"Retirez ces mots, ou notez la rencontre parmi les gestes.",
					"Take these words out, or record the meeting among the gestures.")));
		}
	}

	private static void plain(Facts facts, List<Finding> findings) {
		found(facts, facts.wording().hype()).ifPresent((word) -> findings
			.add(new Finding("APP-13", "« " + word + " » déguise l’offre.", "“" + word + "” dresses the offer up.",
					"Dites la même chose simplement, sans superlatif.", "Say it plainly, without a superlative.")));
		if (EXCLAMATION.matcher(facts.body()).find()) {
			findings.add(new Finding("APP-13", "Plusieurs points d’exclamation se suivent.",
					"Several exclamation marks in a row.", "Un point suffit.", "A full stop will do."));
		}
		found(facts, facts.wording().urgency()).ifPresent(
				(word) -> findings.add(new Finding("APP-02", "« " + word + " » décide à leur place de ce qui presse.",
						"“" + word + "” decides for them what is urgent.", "Retirez toute urgence et toute échéance.",
						"Take out any urgency and any deadline.")));
		Matcher shouting = SHOUTING.matcher(facts.words());
		if (shouting.find()) {
			findings.add(new Finding("APP-02", "« " + shouting.group() + " » : les majuscules crient.",
					"“" + shouting.group() + "”: capitals shout.", "Écrivez en minuscules.", "Write in lower case."));
		}
	}

	private static void open(Facts facts, List<Finding> findings) {
		if (found(facts, facts.wording().openings()).isEmpty()) {
			findings.add(new Finding("APP-09", "Le message ne commence pas par la situation du lecteur.",
					"The message does not open with the reader’s situation.",
					"Rétablissez l’ouverture, telle que « ce message peut vous paraître étonnant ».",
					"Put back the opening, such as “this message may seem surprising”."));
		}
		if (found(facts, facts.wording().invitations()).isEmpty() || !facts.answerable()) {
			findings.add(new Finding("APP-11", "Le message ne laisse pas le choix ouvert.",
					"The message does not leave the choice open.",
					"Rétablissez « si vous êtes ouvert à la discussion » et le lien de réponse.",
					"Put back “if you are open to a discussion” and the link to answer."));
		}
	}

	/** The first of the expressions that stands in the message. */
	private static Optional<String> found(Facts facts, List<String> expressions) {
		String text = " " + simple(facts.words()) + " ";
		return expressions.stream().filter((expression) -> {
			boolean beginning = expression.endsWith("*");
			return text.contains(" " + simple(expression) + (beginning ? "" : " "));
		}).findFirst();
	}

	private static boolean copied(String text, String other) {
		Set<String> sequences = sequences(text);
		if (sequences.isEmpty()) {
			return simple(text).equals(simple(other));
		}
		Set<String> others = sequences(other);
		long shared = sequences.stream().filter(others::contains).count();
		return shared > LARGEST_OVERLAP * sequences.size();
	}

	private static Set<String> sequences(String text) {
		String[] words = simple(text).split(" ");
		var sequences = new HashSet<String>();
		for (int i = 0; i + 2 < words.length; i++) {
			sequences.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
		}
		return sequences;
	}

	/** Lower case, without accents and punctuation. */
	private static String simple(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]+", " ")
			.strip();
	}

	/**
	 * A message and what is known around it; an empty text stands for nothing.
	 *
	 * @param sender the name of the person who writes
	 * @param company our company's name
	 * @param whyOthers what was written to others under "why them"
	 * @param met whether a meeting, an event or an introduction is on record
	 * @param answerable whether the link to answer is in the body
	 * @param names proper names that may stand in the message
	 */
	public record Facts(String source, String whyThem, String theirBenefit, String idea, String phone, String hours,
			String subject, String body, String sender, String company, List<String> whyOthers, boolean met,
			boolean answerable, List<String> names, Wording wording) {

		/** The text without proper names, which are judged by nobody. */
		String words() {
			String text = this.subject + "\n" + this.body;
			for (String name : this.names) {
				text = name.isBlank() ? text : text.replace(name, " ");
			}
			return text;
		}

	}

	/**
	 * Expressions of the message's language; one that ends with an asterisk stands for
	 * every word that begins so.
	 *
	 * @param hype what dresses an offer up (APP-13)
	 * @param urgency what decides for others (APP-02)
	 * @param familiarity what claims to know a person (APP-05)
	 * @param openings what names the reader's situation; one of them is needed (APP-09)
	 * @param invitations what leaves the choice open; one of them is needed (APP-11)
	 */
	public record Wording(List<String> hype, List<String> urgency, List<String> familiarity, List<String> openings,
			List<String> invitations) {

	}

}
