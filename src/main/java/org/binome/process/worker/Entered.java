package org.binome.process.worker;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.binome.process.Answer;

/**
 * What a person entered, read with patience: what can't be used counts as not entered, so
 * that the gate that follows can say what to put right instead of the job failing.
 */
final class Entered {

	private static final int MOST_DIGITS = 30;

	private final Answer answer;

	private Entered(Answer answer) {
		this.answer = answer;
	}

	static Entered in(Answer answer) {
		return new Entered(answer);
	}

	/** The text of a field, or an empty text. */
	String text(String field) {
		// PostgreSQL knows no text with this character
		return this.answer.textOrEmpty(field).replace("\u0000", "");
	}

	/** The number of a field, or null. */
	BigDecimal number(String field) {
		BigDecimal number = usable(() -> this.answer.number(field));
		return (number != null && Math.abs((long) number.precision() - number.scale()) <= MOST_DIGITS
				&& Math.abs((long) number.scale()) <= MOST_DIGITS) ? number : null;
	}

	/** The whole number of a field, or null. */
	Integer integer(String field) {
		BigDecimal number = number(field);
		return (number != null) ? usable(number::intValueExact) : null;
	}

	/** The whole number of a field, or null. */
	Long whole(String field) {
		BigDecimal number = number(field);
		return (number != null) ? usable(number::longValueExact) : null;
	}

	/** The date of a field, or null. */
	LocalDate date(String field) {
		LocalDate date = usable(() -> this.answer.date(field));
		return (date != null && date.getYear() >= 1900 && date.getYear() < 2200) ? date : null;
	}

	boolean yes(String field) {
		return this.answer.yes(field);
	}

	UUID uuid(String field) {
		return usable(() -> this.answer.uuid(field));
	}

	List<Entered> rows(String field) {
		return this.answer.rows(field).stream().map(Entered::new).toList();
	}

	private static <T> T usable(Supplier<T> field) {
		try {
			return field.get();
		}
		catch (IllegalArgumentException | ArithmeticException | DateTimeException ex) {
			return null;
		}
	}

}
