package org.binome.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a person entered in a form. A field left empty is null, a text is stripped; a
 * value of the wrong kind is refused with the field's name.
 */
public final class Answer {

	private final Map<?, ?> fields;

	private Answer(Map<?, ?> fields) {
		this.fields = fields;
	}

	public static Answer of(Map<?, ?> fields) {
		return new Answer(fields);
	}

	/** The text of a field, or null when it is empty. */
	public String text(String field) {
		Object value = this.fields.get(field);
		if (value == null || value.toString().isBlank()) {
			return null;
		}
		return value.toString().strip();
	}

	/** The text of a field, or an empty text. */
	public String textOrEmpty(String field) {
		String text = text(field);
		return (text != null) ? text : "";
	}

	public boolean yes(String field) {
		return Boolean.parseBoolean(textOrEmpty(field));
	}

	/** The number of a field, or null when it is empty. */
	public BigDecimal number(String field) {
		String text = text(field);
		try {
			return (text != null) ? new BigDecimal(text) : null;
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("The field '" + field + "' holds '" + text + "', which is no number");
		}
	}

	/** The whole number of a field, or null when it is empty. */
	public Integer integer(String field) {
		BigDecimal number = number(field);
		return (number != null) ? number.intValueExact() : null;
	}

	/**
	 * The date of a field (ISO 8601, a time after it is ignored), or null when it is
	 * empty.
	 */
	public LocalDate date(String field) {
		String text = text(field);
		try {
			return (text != null) ? LocalDate.parse((text.length() > 10) ? text.substring(0, 10) : text) : null;
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(
					"The field '" + field + "' holds '" + text + "', which is no date such as 2027-03-31");
		}
	}

	public UUID uuid(String field) {
		String text = text(field);
		return (text != null) ? UUID.fromString(text) : null;
	}

	/**
	 * The constant a field names, without regard to case; hyphens stand for underscores.
	 * @throws IllegalArgumentException if the field is empty or names none of them
	 */
	public <E extends Enum<E>> E choice(String field, Class<E> type) {
		String name = textOrEmpty(field).replace('-', '_').toUpperCase(Locale.ROOT);
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> constant.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The field '" + field + "' holds '" + textOrEmpty(field)
					+ "', which is none of " + Arrays.toString(type.getEnumConstants())));
	}

	/** The rows of a dynamic list; empty when there are none. */
	public List<Answer> rows(String field) {
		if (!(this.fields.get(field) instanceof List<?> list)) {
			return List.of();
		}
		return list.stream()
			.filter(Map.class::isInstance)
			.map((row) -> new Answer((Map<?, ?>) row))
			.filter((row) -> row.fields.keySet().stream().anyMatch((key) -> row.text(key.toString()) != null))
			.toList();
	}

	/** The values chosen in a checklist; empty when there are none. */
	public List<String> choices(String field) {
		if (!(this.fields.get(field) instanceof List<?> list)) {
			return List.of();
		}
		return list.stream().map(Object::toString).toList();
	}

	/** The fields as they came, to be stored. */
	public Map<?, ?> fields() {
		return this.fields;
	}

}
