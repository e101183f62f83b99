package org.binome.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import com.ibm.icu.text.RuleBasedNumberFormat;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;

/**
 * The functions a template has for saying data in the document's language:
 * {@code date(iso)}, {@code money(minorUnits, currency)},
 * {@code words(minorUnits, currency)}, {@code number(n)}, {@code country(code)},
 * {@code list(text)}, {@code numberOf(id)}.
 */
final class Wording {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final Map<Locale, RuleBasedNumberFormat> SPELLED = new ConcurrentHashMap<>();

	private Wording() {
	}

	static void addTo(Configuration configuration) {
		configuration.setSharedVariable("date", function(1, (arguments, locale) -> date(text(arguments, 0), locale)));
		configuration.setSharedVariable("money",
				function(2, (arguments, locale) -> money(number(arguments, 0), text(arguments, 1), locale)));
		configuration.setSharedVariable("words",
				function(2, (arguments, locale) -> words(number(arguments, 0), text(arguments, 1), locale)));
		configuration.setSharedVariable("numberOf", function(1, (arguments, locale) -> numberOf(text(arguments, 0))));
		configuration.setSharedVariable("number",
				function(1, (arguments, locale) -> plain(number(arguments, 0), locale)));
		configuration.setSharedVariable("country",
				function(1, (arguments, locale) -> country(text(arguments, 0), locale)));
		configuration.setSharedVariable("list", function(1, (arguments, locale) -> list(text(arguments, 0))));
	}

	static String date(String iso, Locale locale) {
		LocalDate date = LocalDate.parse(iso.substring(0, Math.min(10, iso.length())));
		boolean french = locale.getLanguage().equals("fr");
		String day = (french && date.getDayOfMonth() == 1) ? "1er" : Integer.toString(date.getDayOfMonth());
		return day + "\u00a0" + date.format(DateTimeFormatter.ofPattern("MMMM\u00a0uuuu", locale));
	}

	static String money(Number minorUnits, String currency, Locale locale) {
		Currency unit = Currency.getInstance(currency);
		BigDecimal amount = new BigDecimal(minorUnits.toString()).movePointLeft(unit.getDefaultFractionDigits());
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		int digits = (amount.stripTrailingZeros().scale() <= 0) ? 0 : unit.getDefaultFractionDigits();
		format.setMinimumFractionDigits(digits);
		format.setMaximumFractionDigits(digits);
		return format.format(amount) + "\u00a0" + unit.getCurrencyCode();
	}

	/**
	 * An amount in words: {@code un million d’euros}, {@code one euro and fifty cents}.
	 */
	static String words(Number minorUnits, String currency, Locale locale) {
		Currency unit = Currency.getInstance(currency);
		BigDecimal amount = new BigDecimal(minorUnits.toString()).movePointLeft(unit.getDefaultFractionDigits());
		BigDecimal whole = amount.setScale(0, RoundingMode.DOWN);
		long rest = amount.subtract(whole).movePointRight(unit.getDefaultFractionDigits()).longValueExact();
		boolean french = locale.getLanguage().equals("fr");
		String name = currencyName(unit, whole, locale);
		String link = (french && isRoundMillions(whole)) ? (startsWithVowel(name) ? " d\u2019" : " de ") : " ";
		String text = spell(whole, locale) + link + name;
		if (rest == 0) {
			return text;
		}
		String and = french ? " et " : " and ";
		String cents = french ? "centime" : "cent";
		return text + and + spell(BigDecimal.valueOf(rest), locale) + " " + cents + ((rest == 1) ? "" : "s");
	}

	/** Making such a format costs more than a page; using one isn't thread-safe. */
	private static String spell(BigDecimal number, Locale locale) {
		RuleBasedNumberFormat format = SPELLED.computeIfAbsent(locale,
				(key) -> new RuleBasedNumberFormat(key, RuleBasedNumberFormat.SPELLOUT));
		synchronized (format) {
			return format.format(number.longValueExact());
		}
	}

	private static String currencyName(Currency currency, BigDecimal amount, Locale locale) {
		boolean french = locale.getLanguage().equals("fr");
		// French counts one and a half as one; zero too.
		boolean one = french ? (amount.compareTo(BigDecimal.TWO) < 0) : (amount.compareTo(BigDecimal.ONE) == 0);
		return com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode())
			.getName(locale, com.ibm.icu.util.Currency.PLURAL_LONG_NAME, one ? "one" : "other", new boolean[1]);
	}

	private static boolean isRoundMillions(BigDecimal amount) {
		return amount.signum() != 0 && amount.remainder(BigDecimal.valueOf(1_000_000)).signum() == 0;
	}

	private static boolean startsWithVowel(String word) {
		return "aeiouyéèêhAEIOUYÉ".indexOf(word.charAt(0)) >= 0;
	}

	/**
	 * The number of an article or schedule of the document being made, wherever it
	 * stands. The document is run twice; the first run collects the numbers.
	 */
	private static String numberOf(String id) {
		try {
			Environment environment = Environment.getCurrentEnvironment();
			if (environment.getGlobalVariable("numbering") instanceof TemplateBooleanModel first
					&& first.getAsBoolean()) {
				return "0";
			}
			if (!(environment.getGlobalVariable("numbers") instanceof TemplateHashModelEx numbers)) {
				throw new IllegalArgumentException("a reference stands inside a document only");
			}
			if (numbers.get(id) instanceof SimpleScalar number) {
				return number.getAsString();
			}
			List<String> known = new ArrayList<>();
			for (TemplateModelIterator keys = numbers.keys().iterator(); keys.hasNext();) {
				known.add(keys.next().toString());
			}
			throw new IllegalArgumentException(
					"this document has no article or schedule \"" + id + "\"; it has " + String.join(", ", known));
		}
		catch (TemplateModelException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	static String plain(Number number, Locale locale) {
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		format.setMaximumFractionDigits(6);
		return format.format(number);
	}

	/** The name of a country code; any other text stays as it is. */
	static String country(String code, Locale locale) {
		return COUNTRIES.contains(code) ? Locale.of("", code).getDisplayCountry(locale) : code;
	}

	static List<String> list(String text) {
		return Arrays.stream(text.split("[;\\n]")).map(String::strip).filter((item) -> !item.isEmpty()).toList();
	}

	private static TemplateMethodModelEx function(int arity, BiFunction<List<?>, Locale, Object> body) {
		return (arguments) -> {
			if (arguments.size() != arity) {
				throw new TemplateModelException("This function takes " + arity + " argument(s).");
			}
			Locale locale = Environment.getCurrentEnvironment().getLocale();
			try {
				return body.apply(arguments, locale);
			}
			catch (DateTimeParseException | IllegalArgumentException ex) {
				throw new TemplateModelException("Can't say " + arguments + ": " + ex.getMessage(), ex);
			}
		};
	}

	private static String text(List<?> arguments, int index) {
		return switch (arguments.get(index)) {
			case SimpleScalar scalar -> scalar.getAsString();
			case SimpleNumber number -> number.toString();
			case TemplateModel other -> throw new IllegalArgumentException("expected a text, got " + other);
			default -> throw new IllegalArgumentException("expected a text");
		};
	}

	private static Number number(List<?> arguments, int index) {
		if (arguments.get(index) instanceof TemplateNumberModel number) {
			try {
				return number.getAsNumber();
			}
			catch (TemplateModelException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
		}
		throw new IllegalArgumentException("expected a number");
	}

}
