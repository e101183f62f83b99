package org.binome.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The time zones of the countries.
 */
public final class TimeZones {

	private static final Properties countries = load();

	private static final Map<String, ZoneId> zones = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((id) -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
		.collect(Collectors.toMap((id) -> id.toLowerCase(Locale.ROOT), ZoneId::of));

	private TimeZones() {
	}

	/** The zone of this name, such as "Europe/Paris", without regard to case. */
	public static Optional<ZoneId> named(String name) {
		return Optional.ofNullable(zones.get(name.toLowerCase(Locale.ROOT)));
	}

	/**
	 * The zones of a country that differ from each other; one if there is no doubt.
	 * @param country ISO 3166-1 alpha-2
	 */
	public static List<ZoneId> of(String country) {
		return Arrays.stream(countries.getProperty(country, "").split(" "))
			.map(TimeZones::named)
			.flatMap(Optional::stream)
			.toList();
	}

	private static Properties load() {
		try (InputStream stream = TimeZones.class.getResourceAsStream("time-zones.properties")) {
			var properties = new Properties();
			properties.load(stream);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
