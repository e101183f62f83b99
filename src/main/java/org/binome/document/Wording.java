package org.binome.document;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;

/**
 * The functions a template has for saying data in the document's language:
 * {@code date(iso)}, {@code money(minorUnits, currency)}, {@code number(n)},
 * {@code country(code)}, {@code list(text)}.
 */
final class Wording {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private Wording() {
	}

	static void addTo(Configuration configuration) {
		configuration.setSharedVariable("date", function(1, (arguments, locale) -> date(text(arguments, 0), locale)));
		configuration.setSharedVariable("money",
				function(2, (arguments, locale) -> money(number(arguments, 0), text(arguments, 1), locale)));
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
