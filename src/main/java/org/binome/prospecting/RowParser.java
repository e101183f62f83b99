package org.binome.prospecting;

import java.net.IDN;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetail.Channel;
import org.binome.partner.TimeZones;
import org.binome.prospecting.RowProblem.Kind;

/**
 * Reads the values of one row, and finds everything that is wrong with them at once.
 */
final class RowParser {

	private static final int LONGEST_TEXT = 200;

	private static final int LONGEST_EVIDENCE = 4000;

	private static final int LONGEST_EMAIL = 254;

	private static final long LARGEST_AUDIENCE = 10_000_000_000L;

	private static final int SHOWN = 80;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

	// what hides or reorders text; joiners are part of some scripts
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u2028\\u2029&&[^\\u200C\\u200D\\u00AD]]");

	private static final Pattern FORMULA = Pattern.compile("^(=|[-+@]\\S*[(|!])");

	private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");

	private static final Pattern WEBSITE = Pattern.compile(
			"(?i)(https?://)?([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}{2,}(:\\d{1,5})?([/?#]\\S*)?");

	private static final Pattern EMAIL = Pattern.compile(
			"[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,}");

	private static final Pattern NUMBER = Pattern.compile("\\d+|\\d{1,3}([ ,.'’\\u00A0\\u202F]\\d{3})+");

	private static final Map<String, String> COUNTRIES = countries();

	private static final Map<String, String> LANGUAGES = Map.of("fr", "fr", "francais", "fr", "french", "fr", "en",
			"en", "anglais", "en", "english", "en");

	private static final Map<String, Origin> ORIGINS = Map.ofEntries(Map.entry("research", Origin.RESEARCH),
			Map.entry("recherche", Origin.RESEARCH), Map.entry("referral", Origin.REFERRAL),
			Map.entry("recommandation", Origin.REFERRAL), Map.entry("inbound", Origin.INBOUND),
			Map.entry("entrant", Origin.INBOUND), Map.entry("entrante", Origin.INBOUND),
			Map.entry("personal liking", Origin.PERSONAL_LIKING), Map.entry("coup de coeur", Origin.PERSONAL_LIKING));

	private static final Map<String, Openness> OPENNESSES = Map.of("closed", Openness.CLOSED, "ferme", Openness.CLOSED,
			"fermee", Openness.CLOSED, "mixed", Openness.MIXED, "mixte", Openness.MIXED, "open", Openness.OPEN,
			"ouvert", Openness.OPEN, "ouverte", Openness.OPEN);

	private static final Map<String, Channel> CHANNELS = Map.of("professional", Channel.PROFESSIONAL, "professionnel",
			Channel.PROFESSIONAL, "professionnelle", Channel.PROFESSIONAL, "private", Channel.PRIVATE, "prive",
			Channel.PRIVATE, "privee", Channel.PRIVATE, "personnel", Channel.PRIVATE);

	private static final Map<String, Relation> RELATIONS = Map.of("none", Relation.NONE, "aucune", Relation.NONE,
			"known", Relation.KNOWN, "connu", Relation.KNOWN, "connue", Relation.KNOWN, "partner", Relation.PARTNER,
			"partenaire", Relation.PARTNER, "competitor", Relation.COMPETITOR, "concurrent", Relation.COMPETITOR);

	private final CsvReader.Row row;

	private final List<String> headings;

	private final Map<Column, Integer> columns;

	private final List<RowProblem> problems = new ArrayList<>();

	RowParser(CsvReader.Row row, List<String> headings, Map<Column, Integer> columns) {
		this.row = row;
		this.headings = headings;
		this.columns = columns;
	}

	/** The candidate, or empty if there are {@link #problems()}. */
	Optional<CandidateRow> parse() {
		if (!wellFormed()) {
			return Optional.empty();
		}
		String name = required(Column.NAME);
		if (name != null && Column.plain(name).isEmpty()) {
			problem(Column.NAME, "doit contenir des lettres ou des chiffres", "must have letters or digits");
		}
		String website = website();
		String country = country();
		String language = choice(Column.LANGUAGE, LANGUAGES, null, "fr ou en", "fr or en");
		ZoneId timeZone = timeZone(country);
		String sector = text(Column.SECTOR);
		var contact = new Contact(required(Column.CONTACT_NAME), email(), required(Column.CONTACT_ROLE), detail());
		String source = text(Column.SOURCE);
		Origin origin = choice(Column.ORIGIN, ORIGINS, Origin.RESEARCH,
				"recherche, recommandation, entrant ou coup de cœur", "research, referral, inbound or personal_liking");
		Long audience = audience();
		int affinity = mark(Column.AUDIENCE_AFFINITY);
		int product = mark(Column.PRODUCT_FIT);
		int image = mark(Column.IMAGE_FIT);
		int culture = mark(Column.CULTURE_FIT);
		Openness openness = choice(Column.OPENNESS, OPENNESSES, Openness.MIXED, "fermé, mixte ou ouvert",
				"closed, mixed or open");
		Relation relation = choice(Column.RELATION, RELATIONS, Relation.NONE, "aucune, connu, partenaire ou concurrent",
				"none, known, partner or competitor");
		String evidence = text(Column.EVIDENCE);
		if (!this.problems.isEmpty()) {
			return Optional.empty();
		}
		var criteria = new Criteria(audience, affinity, product, image, culture, openness, relation,
				(evidence != null) ? evidence : "");
		return Optional.of(new CandidateRow(this.row.line(), name, website, country, language, timeZone, sector,
				contact, source, origin, criteria));
	}

	/** Why the row was rejected. */
	List<RowProblem> problems() {
		return this.problems;
	}

	private boolean wellFormed() {
		int found = this.row.fields().size();
		int expected = this.headings.size();
		if (this.row.problem() == CsvReader.Broken.NEVER_CLOSED) {
			rowProblem("un guillemet ouvert sur cette ligne n’est pas fermé dans les 20 000 caractères qui suivent",
					"a quote opened on this line is not closed within the 20,000 characters after it");
		}
		else if (this.row.problem() == CsvReader.Broken.TEXT_AFTER_QUOTE) {
			rowProblem("du texte suit un guillemet fermant ; doublez les guillemets à l’intérieur d’un champ",
					"text follows a closing quote; double the quotes inside a field");
		}
		else if (found > expected) {
			rowProblem(
					"%d colonnes au lieu de %d ; mettez entre guillemets un champ qui contient le séparateur"
						.formatted(found, expected),
					"%d columns instead of %d; put a field that contains the separator in quotes".formatted(found,
							expected));
		}
		else if (found < expected) {
			rowProblem("%d colonnes au lieu de %d".formatted(found, expected),
					"%d columns instead of %d".formatted(found, expected));
		}
		return this.problems.isEmpty();
	}

	/** The text of an optional field; null if it is empty or wrong. */
	private String text(Column column) {
		String value = value(column);
		if (value.isEmpty()) {
			return null;
		}
		int longest = (column == Column.EVIDENCE) ? LONGEST_EVIDENCE : LONGEST_TEXT;
		if (value.length() > longest) {
			return problem(column, "trop long : %d caractères, %d au plus".formatted(value.length(), longest),
					"too long: %d characters, %d at most".formatted(value.length(), longest));
		}
		if (CONTROL.matcher(value).find()) {
			return problem(column, "contient un caractère de contrôle", "contains a control character");
		}
		if (INVISIBLE.matcher(value).find()) {
			return problem(column, "contient un caractère invisible ou qui inverse le sens de lecture",
					"contains a character that is invisible or reverses the reading direction");
		}
		if (FORMULA.matcher(value).find()) {
			return problem(column, "ressemble à une formule de tableur", "looks like a spreadsheet formula");
		}
		if (TAG.matcher(value).find()) {
			return problem(column, "contient une balise HTML", "contains an HTML tag");
		}
		return value;
	}

	private String required(Column column) {
		return value(column).isEmpty() ? problem(column, "est obligatoire", "is required") : text(column);
	}

	private String website() {
		String website = text(Column.WEBSITE);
		if (website != null && !WEBSITE.matcher(website).matches()) {
			return problem(Column.WEBSITE, "n’est pas une adresse web telle que https://exemple.fr",
					"is no web address such as https://example.com");
		}
		return website;
	}

	private String country() {
		String value = required(Column.COUNTRY);
		if (value == null) {
			return null;
		}
		String country = COUNTRIES.get(Column.plain(value));
		return (country != null) ? country
				: problem(Column.COUNTRY, "n’est pas un pays ; code ISO à deux lettres tel que FR",
						"is no country; ISO code of two letters such as FR");
	}

	private ZoneId timeZone(String country) {
		String value = text(Column.TIME_ZONE);
		if (value != null) {
			ZoneId zone = TimeZones.named(value).orElse(null);
			if (zone == null) {
				problem(Column.TIME_ZONE, "n’est pas un fuseau tel que Europe/Paris",
						"is no time zone such as Europe/Paris");
			}
			return zone;
		}
		if (country == null || !value(Column.TIME_ZONE).isEmpty()) {
			return null;
		}
		List<ZoneId> zones = TimeZones.of(country);
		if (zones.size() == 1) {
			return zones.getFirst();
		}
		String names = zones.stream().map(ZoneId::getId).collect(Collectors.joining(", "));
		problem(Column.TIME_ZONE, "est obligatoire pour %s, qui a plusieurs fuseaux : %s".formatted(country, names),
				"is required for %s, which has several time zones: %s".formatted(country, names));
		return null;
	}

	private String email() {
		String value = required(Column.CONTACT_EMAIL);
		if (value == null) {
			return null;
		}
		String email = ascii(value).toLowerCase(Locale.ROOT);
		boolean right = email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches();
		return right ? email
				: problem(Column.CONTACT_EMAIL, "n’est pas une adresse électronique", "is no mail address");
	}

	private static String ascii(String email) {
		int at = email.indexOf('@');
		try {
			return (at > 0) ? email.substring(0, at + 1) + IDN.toASCII(email.substring(at + 1)) : email;
		}
		catch (IllegalArgumentException ex) {
			return email;
		}
	}

	/** Where the address comes from and by what right we use it (APP-03). */
	private ContactDetail detail() {
		Channel channel = choice(Column.CONTACT_KIND, CHANNELS, Channel.PROFESSIONAL, "professionnel ou privé",
				"professional or private");
		String obtainedFrom = text(Column.CONTACT_OBTAINED_FROM);
		return new ContactDetail(channel, (obtainedFrom != null) ? obtainedFrom : "", consent(), "");
	}

	private LocalDate consent() {
		String value = text(Column.CONTACT_CONSENT);
		try {
			return (value != null) ? LocalDate.parse(value) : null;
		}
		catch (DateTimeParseException ex) {
			problem(Column.CONTACT_CONSENT, "n’est pas une date telle que 2026-03-31", "is no date such as 2026-03-31");
			return null;
		}
	}

	private Long audience() {
		String value = text(Column.AUDIENCE);
		if (value == null) {
			return null;
		}
		if (NUMBER.matcher(value).matches()) {
			String digits = value.replaceAll("\\D", "");
			if (digits.length() <= String.valueOf(LARGEST_AUDIENCE).length()
					&& Long.parseLong(digits) <= LARGEST_AUDIENCE) {
				return Long.valueOf(digits);
			}
		}
		problem(Column.AUDIENCE, "n’est pas un nombre entier de 0 à %d".formatted(LARGEST_AUDIENCE),
				"is no whole number from 0 to %d".formatted(LARGEST_AUDIENCE));
		return null;
	}

	private int mark(Column column) {
		String value = required(column);
		if (value != null && value.matches("[1-5]")) {
			return value.charAt(0) - '0';
		}
		if (value != null) {
			problem(column, "doit être 1, 2, 3, 4 ou 5", "must be 1, 2, 3, 4 or 5");
		}
		return 0;
	}

	private <T> T choice(Column column, Map<String, T> values, T otherwise, String french, String english) {
		String value = column.required() ? required(column) : text(column);
		if (value == null) {
			return otherwise;
		}
		T chosen = values.get(Column.plain(value.replace("œ", "oe").replace("Œ", "oe")));
		if (chosen == null) {
			problem(column, "doit être " + french, "must be " + english);
		}
		return chosen;
	}

	private String value(Column column) {
		Integer index = this.columns.get(column);
		if (index == null) {
			return "";
		}
		String value = Normalizer.normalize(this.row.fields().get(index), Normalizer.Form.NFC);
		if (column == Column.EVIDENCE) {
			return value.replace("\r\n", "\n").replace('\r', '\n').strip();
		}
		return value.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
	}

	private void rowProblem(String french, String english) {
		this.problems.add(new RowProblem(Kind.REJECTED, this.row.line(), "", shown(String.join(" ", this.row.fields())),
				french, english));
	}

	private String problem(Column column, String french, String english) {
		Integer index = this.columns.get(column);
		String heading = (index != null) ? this.headings.get(index) : column.heading("en");
		this.problems
			.add(new RowProblem(Kind.REJECTED, this.row.line(), heading, shown(value(column)), french, english));
		return null;
	}

	/** A value short enough and harmless to show. */
	static String shown(String value) {
		String start = value.substring(0, Math.min(value.length(), 2 * SHOWN));
		String visible = start.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
		if (visible.codePointCount(0, visible.length()) <= SHOWN) {
			return visible;
		}
		return visible.substring(0, visible.offsetByCodePoints(0, SHOWN)) + "…";
	}

	private static Map<String, String> countries() {
		var countries = new HashMap<String, String>();
		for (String code : Locale.getISOCountries()) {
			Locale country = Locale.of("", code);
			countries.put(code.toLowerCase(Locale.ROOT), code);
			countries.put(Column.plain(country.getDisplayCountry(Locale.FRENCH)), code);
			countries.put(Column.plain(country.getDisplayCountry(Locale.ENGLISH)), code);
		}
		countries.put("uk", "GB");
		countries.put("usa", "US");
		return Map.copyOf(countries);
	}

}
