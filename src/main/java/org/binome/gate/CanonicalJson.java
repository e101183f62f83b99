package org.binome.gate;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.TreeMap;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a row of a table as JSON that is the same for the same row, wherever and
 * whenever it is read: names in order, moments in UTC, numbers in plain digits, empty
 * columns left out. A column added later is empty in old rows and so changes nothing.
 */
final class CanonicalJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private CanonicalJson() {
	}

	static String ofRow(ResultSet row) throws SQLException {
		ResultSetMetaData columns = row.getMetaData();
		var values = new TreeMap<String, Object>();
		for (int column = 1; column <= columns.getColumnCount(); column++) {
			Object value = value(row, column, columns.getColumnTypeName(column));
			if (value != null) {
				values.put(columns.getColumnName(column), value);
			}
		}
		return JSON.writeValueAsString(values);
	}

	private static Object value(ResultSet row, int column, String type) throws SQLException {
		if (row.getObject(column) == null) {
			return null;
		}
		return switch (type) {
			case "timestamptz" -> row.getObject(column, OffsetDateTime.class).toInstant().toString();
			case "date" -> row.getObject(column, Date.class).toLocalDate().toString();
			case "json", "jsonb" -> JSON.readValue(row.getString(column), Object.class);
			case "bytea" -> HexFormat.of().formatHex(row.getBytes(column));
			case "int2", "int4", "int8", "serial", "bigserial" -> row.getLong(column);
			case "numeric" -> plain(row.getBigDecimal(column));
			case "bool" -> row.getBoolean(column);
			default -> row.getString(column);
		};
	}

	private static BigDecimal plain(BigDecimal number) {
		return (number.signum() == 0) ? BigDecimal.ZERO : number.stripTrailingZeros();
	}

}
