package org.binome.prospecting;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a longlist file. Headings are recognised without regard to case, accents
 * and punctuation.
 */
enum Column {

	NAME(true, "organisation", "organisation", "nom", "name", "organization", "organisation name", "organization name",
			"nom de l organisation", "entreprise", "societe", "company", "company name", "raison sociale"),

	WEBSITE(false, "site web", "website", "site", "site internet", "web", "web site", "url"),

	COUNTRY(true, "pays", "country", "code pays", "country code"),

	LANGUAGE(true, "langue", "language", "lang"),

	TIME_ZONE(false, "fuseau horaire", "time zone", "fuseau", "timezone", "zone horaire"),

	SECTOR(false, "secteur", "sector", "industry", "activite", "branche"),

	CONTACT_NAME(true, "contact", "contact name", "nom du contact", "interlocuteur", "contact person"),

	CONTACT_EMAIL(true, "courriel", "contact email", "email", "e mail", "mail", "email du contact",
			"courriel du contact", "adresse mail", "adresse electronique", "contact mail", "contact e mail"),

	CONTACT_ROLE(true, "fonction", "contact role", "role", "fonction du contact", "role du contact", "poste",
			"job title", "title"),

	CONTACT_KIND(false, "nature du contact", "contact kind", "type de contact", "contact type", "nature de l adresse"),

	CONTACT_OBTAINED_FROM(false, "provenance du contact", "contact obtained from", "provenance", "obtained from",
			"origine du contact"),

	CONTACT_CONSENT(false, "consentement", "contact consent", "consent", "date du consentement", "consent date",
			"consented on"),

	SOURCE(false, "source", "source", "canal", "channel", "source channel", "canal source"),

	ORIGIN(false, "origine", "origin"),

	AUDIENCE(false, "audience", "audience", "public", "taille de l audience", "audience size", "reach"),

	AUDIENCE_AFFINITY(true, "affinité d’audience", "audience affinity", "affinite", "affinity", "affinite audience",
			"affinite de l audience"),

	PRODUCT_FIT(true, "adéquation produit", "product fit", "adequation du produit", "produit"),

	IMAGE_FIT(true, "adéquation d’image", "image fit", "adequation image", "image", "brand fit"),

	CULTURE_FIT(true, "adéquation de culture", "culture fit", "adequation culture", "culture", "adequation culturelle"),

	OPENNESS(false, "ouverture", "openness"),

	RELATION(false, "relation", "relation", "lien", "relationship"),

	EVIDENCE(false, "preuves", "evidence", "preuve", "justification", "notes", "commentaire", "comment");

	private final boolean required;

	private final String french;

	private final String english;

	private final Set<String> headings;

	Column(boolean required, String french, String english, String... aliases) {
		this.required = required;
		this.french = french;
		this.english = english;
		this.headings = Stream.concat(Stream.of(french, english, name().replace('_', ' ')), Arrays.stream(aliases))
			.map(Column::plain)
			.collect(Collectors.toUnmodifiableSet());
	}

	boolean required() {
		return this.required;
	}

	/** The heading in the language, as the documentation shows it. */
	String heading(String language) {
		return "fr".equals(language) ? this.french : this.english;
	}

	static Optional<Column> of(String heading) {
		String plain = plain(heading);
		return Arrays.stream(values()).filter((column) -> column.headings.contains(plain)).findFirst();
	}

	/** A criterion of the table of scores, such as "audienceAffinity", in words. */
	static String label(String criterion, String language) {
		String name = criterion.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((column) -> column.name().equals(name))
			.findFirst()
			.map((column) -> column.heading(language))
			.orElse(criterion);
	}

	static List<Column> allRequired() {
		return Arrays.stream(values()).filter(Column::required).toList();
	}

	/** Lower case, without accents, punctuation and surplus spaces. */
	static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]+", " ")
			.strip();
	}

}
