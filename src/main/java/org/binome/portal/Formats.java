package org.binome.portal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;

/**
 * Dates, times, money and numbers as the reader of a page writes them. Views call it as
 * <code>format</code>; where there is nothing to show, they get a dash.
 */
public final class Formats {

	private static final String NOTHING = "–";

	private final Locale locale;

	private final Clock clock;

	Formats(Locale locale, Clock clock) {
		this.locale = "en".equals(locale.getLanguage()) ? Locale.UK : Locale.FRANCE;
		this.clock = clock;
	}

	/** A date, or the date of a moment in our time zone: "24 juil. 2026". */
	public String date(TemporalAccessor date) {
		return format(date, "d MMM uuuu");
	}

	/** A moment in our time zone: "24 juil. 2026 08:15". */
	public String dateTime(TemporalAccessor moment) {
		return format(moment, "d MMM uuuu HH:mm");
	}

	/** Whole days from this moment until now. */
	public long daysSince(Instant moment) {
		return Duration.between(moment, this.clock.instant()).toDays();
	}

	/** Whether this day is over. */
	public boolean past(LocalDate day) {
		return day != null && day.isBefore(LocalDate.now(this.clock));
	}

	/**
	 * An amount of money.
	 * @param minor in minor units, such as cents
	 * @param currency ISO 4217
	 */
	public String money(Number minor, String currency) {
		if (minor == null) {
			return NOTHING;
		}
		Currency unit = Currency.getInstance(currency);
		NumberFormat format = NumberFormat.getCurrencyInstance(this.locale);
		format.setCurrency(unit);
		format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
		format.setMinimumFractionDigits((minor.longValue() % 100 == 0) ? 0 : unit.getDefaultFractionDigits());
		return format.format(BigDecimal.valueOf(minor.longValue(), unit.getDefaultFractionDigits()));
	}

	/** A number with at most three decimals. */
	public String number(Number number) {
		return (number != null) ? NumberFormat.getNumberInstance(this.locale).format(number) : NOTHING;
	}

	private String format(TemporalAccessor value, String pattern) {
		return switch (value) {
			case null -> NOTHING;
			case Instant instant -> format(instant.atZone(this.clock.getZone()), pattern);
			case OffsetDateTime time -> format(time.atZoneSameInstant(this.clock.getZone()), pattern);
			default -> DateTimeFormatter.ofPattern(pattern, this.locale).format(value);
		};
	}

}
